"""Signals that are emitted before anybody acts on them."""

import pytest
from PySide6.QtCore import QObject, Signal

from chatapp.ui.early_signals import MOST, EarlySignals

pytestmark = pytest.mark.usefixtures("qapp")


class View(QObject):
    """Something with wishes of several kinds."""

    opened = Signal(str)
    moved = Signal(str, int)
    files_given = Signal(list)


def test_what_nobody_heard_is_said_again_in_order_and_once() -> None:
    view = View()
    early = EarlySignals(view)
    early.hold(view, "opened", "moved")
    view.moved.emit("a", 3)
    view.opened.emit("b")
    heard: list[object] = []
    view.opened.connect(heard.append)
    view.moved.connect(lambda name, at: heard.append((name, at)))
    early.replay()
    early.replay()
    assert heard == [("a", 3), "b"]
    view.opened.emit("c")
    early.replay()
    assert heard == [("a", 3), "b", "c"]


def test_lists_arrive_as_they_were() -> None:
    view = View()
    early = EarlySignals(view)
    early.hold(view, "files_given")
    view.files_given.emit(["/a", "/b"])
    heard: list[list[str]] = []
    view.files_given.connect(heard.append)
    early.replay()
    assert heard == [["/a", "/b"]]


def test_what_was_heard_is_not_said_again() -> None:
    view = View()
    early = EarlySignals(view)
    early.hold(view, "opened")
    heard: list[str] = []
    view.opened.connect(heard.append)
    view.opened.emit("a")
    early.replay()
    assert heard == ["a"]


def test_who_listened_before_hears_once_more_when_the_rest_is_there() -> None:
    """A listener from before does not stand for the one that is awaited."""
    view = View()
    before: list[str] = []
    view.opened.connect(before.append)
    early = EarlySignals(view)
    early.hold(view, "opened")
    view.opened.emit("a")
    late: list[str] = []
    view.opened.connect(late.append)
    early.replay()
    assert (before, late) == (["a", "a"], ["a"])


def test_no_more_is_kept_than_a_person_can_do() -> None:
    view = View()
    early = EarlySignals(view)
    early.hold(view, "opened")
    for number in range(MOST + 10):
        view.opened.emit(str(number))
    heard: list[str] = []
    view.opened.connect(heard.append)
    early.replay()
    assert heard == [str(number) for number in range(MOST)]
