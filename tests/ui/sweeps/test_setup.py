"""Planning a sweep by the names of its controls."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.prices import Price
from chatapp.domain.replies import Choice, Reply, Usage
from chatapp.domain.sweeps import Axis
from chatapp.ui.sweeps.estimating import estimate_words
from chatapp.ui.sweeps.setup import SweepSetup


@pytest.fixture
def setup(qtbot: QtBot) -> Iterator[SweepSetup]:
    window = QWidget()
    qtbot.addWidget(window)
    setup = SweepSetup(window)
    yield setup
    setup.deleteLater()


def choose(setup: SweepSetup, number: int, name: str) -> None:
    box = setup.findChild(QComboBox, f"sweepAxis{number}")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(name))


def text_of(setup: SweepSetup, number: int) -> QPlainTextEdit:
    found = setup.findChild(QPlainTextEdit, f"sweepValues{number}")
    assert isinstance(found, QPlainTextEdit)
    return found


def test_it_begins_with_temperature_and_top_p(setup: SweepSetup) -> None:
    plan = setup.plan()
    assert [axis.name for axis in plan.axes] == ["temperature", "top_p"]
    assert plan.problem() is None
    assert (plan.repeats, setup.at_once) == (3, 2)


def test_axes_values_and_repeats_are_what_is_chosen(setup: SweepSetup, qtbot: QtBot) -> None:
    with qtbot.waitSignal(setup.changed):
        choose(setup, 2, "")
    choose(setup, 1, "seed")
    text_of(setup, 1).setPlainText("4 5")
    choose(setup, 3, "system")
    text_of(setup, 3).setPlainText("Be kind.\nBe brief.")
    spin = setup.findChild(QSpinBox, "sweepRepeats")
    assert isinstance(spin, QSpinBox)
    spin.setValue(2)
    assert setup.plan().axes == (Axis("seed", (4, 5)), Axis("system", ("Be kind.", "Be brief.")))
    assert setup.plan().run_count == 8


def test_models_are_suggested_when_the_axis_is_chosen(setup: SweepSetup) -> None:
    for row in setup.axes:
        row.suggest("model", "a\nb")
    choose(setup, 1, "model")
    assert setup.plan().axes[0] == Axis("model", ("a", "b"))
    assert "line" in text_of(setup, 1).placeholderText()


def test_a_problem_is_said_and_nothing_can_be_started(setup: SweepSetup) -> None:
    start = setup.findChild(QPushButton, "sweepStart")
    assert isinstance(start, QPushButton)
    setup.show_estimate("12 requests", problem=False)
    assert start.isEnabled()
    setup.show_estimate("Too many", problem=True)
    assert not start.isEnabled()


def test_prices_are_shown_as_they_are_known(setup: SweepSetup) -> None:
    assert setup.prices() == ("", "")
    setup.show_price(Price(2.5, 10))
    assert setup.prices() == ("2.5", "10")
    setup.show_price(None)
    assert setup.prices() == ("", "")


def _asked(prompt_tokens: int | None) -> list[Message]:
    here = ConversationId("c")
    usage = Usage({"prompt_tokens": prompt_tokens}) if prompt_tokens else None
    return [
        Message(MessageId("1"), here, None, Role.USER, content="x" * 400),
        Message(
            MessageId("2"),
            here,
            MessageId("1"),
            Role.ASSISTANT,
            reply=Reply(choices=(Choice(content="y"),), usage=usage),
        ),
    ]


def test_what_a_sweep_takes_is_said_before_it_starts() -> None:
    words = estimate_words(10, _asked(50), "", {"max_tokens": 100}, Price(10, 20))
    assert "10 requests" in words
    assert "500 prompt tokens" in words
    assert "about" not in words
    assert "000 answer tokens" in words
    assert "at most 0" in words


def test_what_is_not_known_is_said_to_be_so() -> None:
    words = estimate_words(10, _asked(None), "new", {}, None)
    assert "about" in words
    assert "any length" in words
    assert "no price" in words
