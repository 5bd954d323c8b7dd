"""Completion in the composer: it opens on a slash, and the keyboard never leaves the text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.prompts import Prompt
from chatapp.ui.conversation.composer import Composer
from chatapp.ui.prompts.completion import PromptCompletion

PROMPTS = [Prompt("1", "fix", "Fix <b>it</b>"), Prompt("2", "translate", "In {{language}}")]


class Page:
    """A composer with its completion."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        area = QWidget(self.window)
        self.composer = Composer(area)
        QVBoxLayout(area).addWidget(self.composer)
        column = QVBoxLayout(self.window)
        column.addStretch(1)
        column.addWidget(area)
        self.list = PromptCompletion(self.composer, self.window, self._find)
        self.sent: list[str] = []
        self.chosen: list[str] = []
        self.composer.send_requested.connect(self.sent.append)
        self.list.prompt_chosen.connect(self.chosen.append)
        self.window.resize(500, 400)
        self.window.show()
        qtbot.waitExposed(self.window)

    @staticmethod
    def _find(typed: str) -> list[Prompt]:
        return [prompt for prompt in PROMPTS if typed in prompt.name]


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    made.window.close()


def test_a_slash_at_the_beginning_of_a_line_opens_it(page: Page, qtbot: QtBot) -> None:
    for before, opens in (("/", True), ("and/", False), ("hello\n/", True), ("a /", False)):
        page.composer.setPlainText("")
        qtbot.keyClicks(page.composer, before.replace("\n", ""))
        if "\n" in before:
            page.composer.setPlainText("hello\n")
            page.composer.moveCursor(page.composer.textCursor().MoveOperation.End)
            qtbot.keyClicks(page.composer, "/")
        assert page.list.isHidden() is not opens, before


def test_what_is_typed_narrows_it_and_nothing_found_closes_it(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.composer, "/")
    assert page.list.count() == 2
    qtbot.keyClicks(page.composer, "tr")
    assert [page.list.item(n).text() for n in range(page.list.count())] == [
        "/translate   In {{language}}"
    ]
    qtbot.keyClicks(page.composer, "x")
    assert page.list.isHidden()


def test_enter_takes_the_prompt_and_sends_nothing(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.composer, "/")
    qtbot.keyClick(page.composer, Qt.Key.Key_Down)
    qtbot.keyClick(page.composer, Qt.Key.Key_Return)
    assert (page.chosen, page.sent) == (["2"], [])
    assert page.composer.toPlainText() == ""
    assert page.list.isHidden()
    page.composer.undo()
    assert page.composer.toPlainText() == "/"


def test_escape_closes_it_until_another_line_begins(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.composer, "/")
    qtbot.keyClick(page.composer, Qt.Key.Key_Escape)
    qtbot.keyClicks(page.composer, "f")
    assert page.list.isHidden()
    qtbot.keyClick(page.composer, Qt.Key.Key_Return)
    assert page.sent == ["/f"]
    page.composer.setPlainText("")
    qtbot.keyClicks(page.composer, "/f")
    assert not page.list.isHidden()


def test_it_goes_when_the_cursor_or_the_focus_leaves(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.composer, "/f")
    page.composer.moveCursor(page.composer.textCursor().MoveOperation.Start)
    assert page.list.isHidden()


def test_it_stands_above_the_text_within_the_window(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.composer, "/")
    inside = page.window.rect().contains(page.list.geometry())
    assert inside
    area = page.composer.parentWidget()
    assert area is not None
    assert page.list.geometry().bottom() < area.geometry().top()
    qtbot.mouseClick(
        page.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.list.visualItemRect(page.list.item(0)).center(),
    )
    assert page.chosen == ["1"]


def test_an_empty_library_offers_to_write_the_first_prompt(page: Page, qtbot: QtBot) -> None:
    page.list._find = lambda _typed: []
    qtbot.keyClicks(page.composer, "/")
    assert page.list.item(0).text() == "No prompts yet. Write one…"
    qtbot.keyClicks(page.composer, "u")
    assert page.list.isHidden()
    page.composer.clear()
    qtbot.keyClicks(page.composer, "/")
    with qtbot.waitSignal(page.list.library_requested):
        qtbot.keyClick(page.composer, Qt.Key.Key_Return)
    assert page.composer.toPlainText() == ""
    assert page.chosen == page.sent == []
