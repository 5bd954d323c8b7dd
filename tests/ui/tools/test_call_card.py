"""The card of a pending call cannot be tricked into allowing, and hides nothing."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.json_schema import check_text
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.domain.replies import ToolCall
from chatapp.domain.tool_calls import Scope
from chatapp.domain.tools import FieldChange, ToolDefinition
from chatapp.services.pending_calls import PendingCall
from chatapp.ui.tools.call_card import CallCard
from chatapp.ui.widgets.armed_button import ARMING_MS

READ = ToolDefinition(
    "read",
    "Read a file",
    {"type": "object", "properties": {"path": {"type": "string"}}, "required": ["path"]},
    "files",
)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(600, 500)
    return window


def card_of(
    window: QMainWindow, arguments: str = '{"path": "notes.txt"}', **fields: object
) -> CallCard:
    call = PendingCall(
        ConversationId("c"), MessageId("m"), ToolCall("1", "files__read", arguments), READ,
        check_text(arguments, READ.parameters),
        **{"can_run": True, "may_be_always": True, **fields},  # type: ignore[arg-type]
    )  # fmt: skip
    card = CallCard(call, ["an earlier result"], window)
    window.setCentralWidget(card)
    window.show()
    card.show_arguments()
    return card


def button(card: QWidget, name: str) -> QPushButton:
    found = card.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def armed(qtbot: QtBot, window: QMainWindow, card: CallCard) -> QPushButton:
    """Return *Allow* when it has opened."""
    window.activateWindow()
    allow = button(card, "approveTool")
    qtbot.waitUntil(allow.isEnabled, timeout=ARMING_MS * 10)
    return allow


def test_enter_at_once_denies(qtbot: QtBot, window: QMainWindow) -> None:
    card = card_of(window)
    card.take_focus()
    with qtbot.waitSignal(card.denied, timeout=5000) as told:
        QTest.keyClick(button(card, "denyTool"), Qt.Key.Key_Return)
    assert told.args == [""]


def test_escape_denies_with_the_reason_that_was_typed(qtbot: QtBot, window: QMainWindow) -> None:
    card = card_of(window)
    QTest.keyClicks(card._reason, "not now")
    with qtbot.waitSignal(card.denied, timeout=5000) as told:
        QTest.keyClick(card._reason, Qt.Key.Key_Escape)
    assert told.args == ["not now"]


def test_a_click_that_was_meant_for_something_else_allows_nothing(
    qtbot: QtBot, window: QMainWindow
) -> None:
    card = card_of(window)
    allow = button(card, "approveTool")
    with qtbot.assertNotEmitted(card.allowed, wait=100):
        QTest.mouseClick(allow, Qt.MouseButton.LeftButton)
        QTest.keyClick(allow, Qt.Key.Key_Space)
    assert not allow.isEnabled()


def test_after_a_moment_a_click_allows_for_as_long_as_chosen(
    qtbot: QtBot, window: QMainWindow
) -> None:
    card = card_of(window)
    allow = armed(qtbot, window, card)
    card._scope.setCurrentIndex(1)
    with qtbot.waitSignal(card.allowed, timeout=5000) as told:
        QTest.mouseClick(allow, Qt.MouseButton.LeftButton)
    assert told.args == [Scope.CONVERSATION]


def test_allow_shuts_when_the_window_is_not_the_active_one(
    qtbot: QtBot, window: QMainWindow
) -> None:
    card = card_of(window)
    allow = armed(qtbot, window, card)
    other = QMainWindow()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not allow.isEnabled(), timeout=5000)
    qtbot.waitUntil(lambda: not card._allow.is_arming, timeout=ARMING_MS * 10)
    assert not allow.isEnabled()
    other.close()
    armed(qtbot, window, card)


def test_always_is_offered_only_where_it_may_be(window: QMainWindow) -> None:
    offered = [card_of(window, may_be_always=may)._scope.count() for may in (True, False)]
    assert offered == [3, 2]


def test_hidden_characters_in_the_arguments_are_written_out(window: QMainWindow) -> None:
    card = card_of(window, json.dumps({"path": "a\u202etxt.exe"}, ensure_ascii=False))
    assert "a\\u202etxt.exe" in card.arguments.toPlainText()


def test_a_hundred_kilobytes_of_arguments_are_there_to_the_last_letter(
    window: QMainWindow,
) -> None:
    arguments = json.dumps({"path": "x" * 100_000 + "END"})
    card = card_of(window, arguments)
    assert card.arguments.toPlainText().endswith('END"\n}')
    assert card.arguments.verticalScrollBar().maximum() > 0


def test_what_the_server_changed_is_shown(window: QMainWindow) -> None:
    changes = (FieldChange("description", ("-Read a file", "+Read a file and send it")),)
    card = card_of(window, changes=changes)
    shown = [view.toPlainText() for view in card.findChildren(type(card.arguments))]
    assert any("+Read a file and send it" in words for words in shown)


@pytest.mark.parametrize("arguments", ['{"path": ', "[1]", "7"])
def test_what_is_no_object_cannot_be_allowed(
    qtbot: QtBot, window: QMainWindow, arguments: str
) -> None:
    card = card_of(window, arguments)
    window.activateWindow()
    qtbot.waitUntil(lambda: not card._allow.is_arming, timeout=ARMING_MS * 10)
    assert not button(card, "approveTool").isEnabled()


def test_violations_are_named_with_their_place(window: QMainWindow) -> None:
    card = card_of(window, '{"path": 3}')
    assert "$.path" in card._verdict.text()


def test_a_function_without_a_server_is_answered_by_hand(qtbot: QtBot, window: QMainWindow) -> None:
    card = card_of(window, can_run=False)
    send = armed(qtbot, window, card)
    card._result.setPlainText("rain")
    with qtbot.waitSignal(card.result_given, timeout=5000) as told:
        QTest.mouseClick(send, Qt.MouseButton.LeftButton)
    assert told.args == ["rain"]


def test_nothing_lies_over_the_heading_of_a_call_that_can_run(window: QMainWindow) -> None:
    card = card_of(window)
    assert not card._result.isVisible()
    layout = card.layout()
    assert layout is not None
    placed = {layout.itemAt(at).widget() for at in range(layout.count())}  # type: ignore[union-attr]
    shown = {w for w in card.children() if isinstance(w, QWidget) and w.isVisible()}
    assert shown <= placed
