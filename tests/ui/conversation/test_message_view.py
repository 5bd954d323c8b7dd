"""The message view in a real (offscreen) window: what it shows, keeps in place and asks for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import ConversationId, FailureRecord, MessageId, MessageStatus
from chatapp.domain.replies import Choice, Timing, ToolCall
from chatapp.ui.conversation.keyboard import SIDEWAYS
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.selection import Place
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.conversation.wishes import Wish, WishKind
from tests.ui.conversation.conversation_data import answer, conversation_of, shown, user

SIZE = (900, 600)


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    widget = MessageView()
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def words_of(view: MessageView, row: int) -> str:
    layout = view.stage.transcript.layout(row)
    for index in range(len(layout.parts)):
        layout.prepare(index)
    return "\n".join(part.text() for part in layout.parts)


def tops(view: MessageView) -> dict[tuple[int, int], int]:
    return {(seen.row, seen.slot): seen.top for seen in view.stage.screen.visible}


def area_of(view: MessageView, row: int, kind: WishKind, number: int | None = None) -> QRect:
    return next(
        rect
        for _, area, rect in view.stage.screen.areas(row)
        if area.wish.kind is kind and number in (None, area.wish.number)
    )


def click(qtbot: QtBot, view: MessageView, rect: QRect) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def wheel(view: MessageView, pixels: int) -> None:
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(0, pixels),
        QPoint(0, pixels),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_view_counts_its_messages_and_says_whether_one_streams(view: MessageView) -> None:
    path = shown([user("1", "hello"), answer("2", "", MessageStatus.WAITING)])
    view.show_path(path)
    assert view.property("messageCount") == 2
    assert view.property("streaming") is True
    view.update_message(ShownMessage(answer("2", "done"), is_last=True))
    assert view.property("streaming") is False
    assert "done" in words_of(view, 1)


def test_the_last_words_are_shown_at_once_when_an_answer_ends(view: MessageView) -> None:
    view.show_path(shown([user("1", "hello"), answer("2", "He", MessageStatus.STREAMING)]))
    view.update_message(ShownMessage(answer("2", "Hello the", MessageStatus.STREAMING)))
    view.update_message(ShownMessage(answer("2", "Hello there.")))
    assert "Hello there." in words_of(view, 1)


def test_an_update_for_a_message_elsewhere_is_ignored(view: MessageView) -> None:
    view.show_path(shown([user("1", "hello")]))
    view.update_message(ShownMessage(answer("other", "not here")))
    assert view.property("messageCount") == 1


def test_ten_thousand_messages_are_not_laid_out_at_once(view: MessageView) -> None:
    view.show_path(conversation_of(10_000))
    assert view.property("messageCount") == 10_000
    assert len(view.stage.transcript._layouts) < 50
    assert view.stage.screen.rows()[-1] == 9_999


def test_scrolling_up_moves_every_visible_part_by_the_same_amount(view: MessageView) -> None:
    view.show_path(conversation_of(400))
    QApplication.processEvents()
    jumps = 0
    for _ in range(600):
        before = tops(view)
        wheel(view, 40)
        after = tops(view)
        jumps += sum(after[key] - before[key] != 40 for key in before.keys() & after.keys())
    assert jumps == 0


def test_what_is_read_stays_in_place_while_an_answer_streams_below(view: MessageView) -> None:
    path = [*conversation_of(60), ShownMessage(answer("last", "", MessageStatus.STREAMING))]
    view.show_path(path)
    for _ in range(20):
        wheel(view, 120)
    before = tops(view)
    for length in range(1, 200):
        text = "More words arrive. " * length
        view.update_message(ShownMessage(answer("last", text, MessageStatus.STREAMING)))
    view.update_message(ShownMessage(answer("last", "More words arrive. " * 200)))
    assert tops(view) == before


def test_what_is_read_later_appears_above_and_moves_nothing(view: MessageView) -> None:
    path = conversation_of(200)
    view.show_path(path[-40:])
    for _ in range(10):
        wheel(view, 120)
    view.stage.selection.select(Place(2, 1, 0), Place(4, 1, 5))
    before = {(row + 160, slot): top for (row, slot), top in tops(view).items()}
    view.show_path(path)
    assert tops(view) == before
    assert view.stage.selection.bounds == (Place(162, 1, 0), Place(164, 1, 5))
    assert view.property("messageCount") == 200
    assert view.stage.transcript.row_of(path[0].message.id) == 0


def test_the_end_is_still_followed_when_the_rest_appears_above(view: MessageView) -> None:
    path = conversation_of(200)
    view.show_path(path[-40:])
    view.show_path(path)
    assert view.stage.is_at_end()
    assert view.stage.scroller.following


def test_the_end_is_followed_until_the_person_scrolls_up(view: MessageView, qtbot: QtBot) -> None:
    path = [*conversation_of(30), ShownMessage(answer("last", "x", MessageStatus.STREAMING))]
    view.show_path(path)
    jump = view.findChild(type(view._jump), "jumpToLatest")
    assert jump is not None
    assert not jump.isVisible()
    assert view.stage.is_at_end()
    wheel(view, 300)
    view.update_message(ShownMessage(answer("last", "word " * 400)))
    assert jump.isVisible()
    assert not view.stage.is_at_end()
    qtbot.mouseClick(jump, Qt.MouseButton.LeftButton)
    assert view.stage.is_at_end()
    assert not jump.isVisible()


def test_the_scroll_bar_leads_to_both_ends_from_the_other(view: MessageView) -> None:
    view.show_path(conversation_of(60))
    bar, stage = view.verticalScrollBar(), view.stage
    assert stage.is_at_end()
    bar.setValue(bar.minimum())
    assert (stage.screen.visible[0].row, stage.scroller.value) == (0, 0)
    assert not stage.scroller.following
    bar.setValue(bar.maximum())
    assert stage.is_at_end()
    assert stage.scroller.following


def test_a_step_of_the_scroll_bar_counts_from_where_it_stands(view: MessageView) -> None:
    view.show_path(conversation_of(60))
    view.show_message(MessageId("30"))
    bar, before = view.verticalScrollBar(), view.stage.scroller.value
    bar.setValue(bar.value() + 50)
    assert view.stage.scroller.value == before + 50


def test_the_jump_button_counts_what_came_meanwhile(view: MessageView) -> None:
    path = conversation_of(40)
    view.show_path(path)
    wheel(view, 500)
    more = [*path, ShownMessage(answer("a", "new")), ShownMessage(answer("b", "new"))]
    view.show_path(more)
    assert "2" in view._jump.text()


def test_ones_own_message_brings_the_end_back(view: MessageView) -> None:
    path = conversation_of(40)
    view.show_path(path)
    wheel(view, 500)
    view.show_path([*path, ShownMessage(user("mine", "a question"))])
    assert view.stage.is_at_end()


def test_a_conversation_is_found_again_where_it_was_left(view: MessageView) -> None:
    path = conversation_of(200)
    view.show_path(path)
    for _ in range(30):
        wheel(view, 200)
    before = tops(view)
    other = replace(user("z", "elsewhere"), conversation_id=ConversationId("other"))
    view.show_path(shown([other]))
    view.show_path(path)
    assert tops(view) == before


def test_the_first_visible_message_stays_when_the_window_changes_width(view: MessageView) -> None:
    view.show_path(conversation_of(200))
    view.stage.jump_to(9_000)
    row = view.stage.screen.visible[0].row
    view.resize(500, 600)
    assert view.stage.screen.visible[0].row == row


def test_buttons_state_wishes_by_message_id(view: MessageView, qtbot: QtBot) -> None:
    view.show_path(shown([user("1", "hi"), answer("2", "hello")]))
    with qtbot.waitSignal(view.regenerate_requested) as asked:
        click(qtbot, view, area_of(view, 1, WishKind.REGENERATE))
    assert asked.args == ["2"]


def test_versions_are_walked_by_arrows_and_choices_are_tabs(
    view: MessageView, qtbot: QtBot
) -> None:
    choices = [Choice(index=0, content="one"), Choice(index=1, content="two")]
    message = answer("2", "", choices=choices)
    view.show_path([ShownMessage(user("1", "hi")), ShownMessage(message, 1, 3, is_last=True)])
    assert "2/3" in words_of(view, 1)
    assert "Answer 1 of 2" in words_of(view, 1)
    with qtbot.waitSignal(view.sibling_requested) as asked:
        click(qtbot, view, area_of(view, 1, WishKind.SIBLING))
    assert asked.args == ["2", -1]
    with qtbot.waitSignal(view.choice_requested) as chosen:
        click(qtbot, view, area_of(view, 1, WishKind.CHOICE, 1))
    assert chosen.args == ["2", 1]
    view.update_message(ShownMessage(replace(message, chosen=1), 1, 3, is_last=True))
    QApplication.processEvents()
    view._pacer.flush()
    assert "two" in words_of(view, 1)


def test_a_failure_says_what_happened_and_offers_ways_out(view: MessageView, qtbot: QtBot) -> None:
    failure = FailureRecord(
        "Wire",
        "Cannot reach {host}.",
        {"host": "localhost:1"},
        hint_context="Wire",
        hint_source="Is the server running?",
        detail="ECONNREFUSED",
        retryable=True,
        ways_out=("OPEN_SETTINGS",),
    )
    message = replace(answer("2", "part", MessageStatus.FAILED), failure=failure)
    view.show_path(shown([user("1", "hi"), message]))
    said = words_of(view, 1)
    assert "Cannot reach localhost:1." in said
    assert "Is the server running?" in said
    with qtbot.waitSignal(view.retry_requested):
        click(qtbot, view, area_of(view, 1, WishKind.RETRY))
    with qtbot.waitSignal(view.way_out_requested) as asked:
        click(qtbot, view, area_of(view, 1, WishKind.WAY_OUT))
    assert asked.args == ["2", "OPEN_SETTINGS"]
    click(qtbot, view, area_of(view, 1, WishKind.COPY_DETAILS))
    assert QGuiApplication.clipboard().text() == "ECONNREFUSED"


@pytest.mark.parametrize(
    ("status", "kinds"),
    [
        (MessageStatus.STOPPED, {WishKind.CONTINUE, WishKind.RETRY}),
        (MessageStatus.INTERRUPTED, {WishKind.CONTINUE, WishKind.RETRY}),
        (MessageStatus.COMPLETE, set()),
    ],
)
def test_an_unfinished_answer_can_be_continued_or_retried(
    view: MessageView, status: MessageStatus, kinds: set[WishKind]
) -> None:
    view.show_path(shown([user("1", "hi"), answer("2", "some text", status)]))
    offered = {area.wish.kind for _, area, _ in view.stage.screen.areas(1)}
    assert offered & {WishKind.CONTINUE, WishKind.RETRY} == kinds


@pytest.mark.parametrize(
    ("choice", "offered"),
    [
        (Choice(content="some text", finish_reason="length"), True),
        (Choice(content="some text", finish_reason="content_filter"), False),
        (Choice(content="", reasoning="so", finish_reason="length"), False),
    ],
)
def test_an_answer_that_was_cut_at_its_limit_can_be_continued_while_it_is_the_last(
    view: MessageView, choice: Choice, offered: bool
) -> None:
    cut = answer("2", "", choices=[choice])
    view.show_path(shown([user("1", "hi"), cut]))
    kinds = {area.wish.kind for _, area, _ in view.stage.screen.areas(1)}
    assert (WishKind.CONTINUE in kinds) is offered
    view.show_path(shown([user("1", "hi"), cut, user("3", "well?")]))
    assert WishKind.CONTINUE not in {a.wish.kind for _, a, _ in view.stage.screen.areas(1)}


def test_a_failure_after_words_offers_to_go_on_from_them(view: MessageView) -> None:
    failure = FailureRecord("Failure", "The answer is incomplete.", retryable=True)
    for words, first in (("Half of", WishKind.CONTINUE), ("", WishKind.RETRY)):
        broken = replace(answer("2", words, MessageStatus.FAILED), failure=failure)
        view.show_path(shown([user("1", "hi"), broken]))
        assert next(a.wish.kind for _, a, _ in view.stage.screen.areas(1)) is first


def test_the_first_message_keeps_away_from_the_bar_above(view: MessageView) -> None:
    later = replace(user("2", "hi"), parent_id=MessageId("1"))
    view.show_path(shown([user("1", "hi"), later]))
    first, second = (view.stage.transcript.layout(row).parts[0].gap for row in range(2))
    assert first > second


def test_a_refusal_is_named_as_one(view: MessageView) -> None:
    view.show_path(shown([answer("1", "", choices=[Choice(refusal="I will not.")])]))
    assert "I will not." in words_of(view, 0)
    assert "The model refused to answer." in words_of(view, 0)


def test_times_too_short_to_be_told_are_left_out(view: MessageView) -> None:
    choice = Choice(content="answer", reasoning="my thoughts", reasoning_ms=3.0)
    message = answer("1", "", choices=[choice])
    assert message.reply is not None
    timed = replace(message, reply=replace(message.reply, timing=Timing(total_ms=20.0)))
    view.show_path(shown([timed]))
    assert "0.0 s" not in words_of(view, 0)
    assert "Thoughts" in words_of(view, 0)


def test_reasoning_folds_and_remembers_it(view: MessageView, qtbot: QtBot) -> None:
    choice = Choice(content="answer", reasoning="my thoughts", reasoning_ms=3210.0)
    view.show_path(shown([user("1", "hi"), answer("2", "", choices=[choice])]))
    assert "Thought for 3.2 s" in words_of(view, 1)
    assert "my thoughts" not in words_of(view, 1)
    click(qtbot, view, area_of(view, 1, WishKind.FOLD))
    assert "my thoughts" in words_of(view, 1)
    view.show_path(shown([user("9", "other")]))
    view.show_path(shown([user("1", "hi"), answer("2", "", choices=[choice])]))
    assert "my thoughts" in words_of(view, 1)


def test_reasoning_is_open_while_the_model_thinks(view: MessageView) -> None:
    thinking = answer("2", "", MessageStatus.STREAMING, reasoning="step one")
    view.show_path(shown([user("1", "hi"), thinking]))
    assert "step one" in words_of(view, 1)
    speaking = answer("2", "So:", MessageStatus.STREAMING, reasoning="step one")
    view.update_message(ShownMessage(speaking))
    view._pacer.flush()
    assert "step one" not in words_of(view, 1)


def test_tool_calls_are_readable_and_bad_arguments_are_named(view: MessageView) -> None:
    calls = (ToolCall("a", "weather", '{"city":"Paris"}'), ToolCall("b", "broken", '{"city":'))
    view.show_path(shown([answer("1", "", choices=[Choice(tool_calls=calls)])]))
    said = words_of(view, 0)
    assert '"city": "Paris"' in said
    assert "weather" in said
    assert "not valid JSON" in said


def test_a_finish_reason_other_than_stop_is_said_in_words(view: MessageView) -> None:
    cut = Choice(content="x", finish_reason="length")
    view.show_path(shown([answer("1", "", choices=[cut])]))
    assert "token limit" in words_of(view, 0)
    whole = Choice(content="x", finish_reason="stop")
    view.show_path(shown([answer("1", "", choices=[whole])]))
    assert "ended" not in words_of(view, 0)


def test_code_is_copied_by_its_button(view: MessageView, qtbot: QtBot) -> None:
    view.show_path(shown([answer("1", "```python\nprint(1)\n```")]))
    click(qtbot, view, area_of(view, 0, WishKind.COPY_CODE))
    assert QGuiApplication.clipboard().text() == "print(1)"


def test_a_diagram_says_that_it_is_shown_as_source(view: MessageView) -> None:
    view.show_path(shown([answer("1", "```mermaid\ngraph TD\n```\n\n```python\nx\n```")]))
    codes = [p for p in view.stage.transcript.layout(0).parts if isinstance(p, CodePart)]
    assert [code.label() for code in codes] == ["mermaid – source of a diagram", "python"]


def test_messages_and_their_controls_are_walked_by_keyboard(
    view: MessageView, qtbot: QtBot
) -> None:
    view.show_path(shown([user("1", "hi"), answer("2", "hello")]))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.stage.attention.focus_row == 1
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.stage.attention.focused == Wish(WishKind.COPY_MESSAGE)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "hello"


def test_wide_content_of_the_current_message_moves_by_the_arrow_keys(
    view: MessageView, qtbot: QtBot
) -> None:
    view.show_path(shown([user("1", "hi"), answer("2", "```\n" + "wide " * 80 + "\n```")]))
    (code,) = [p for p in view.stage.transcript.layout(1).parts if isinstance(p, CodePart)]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert code.origin().x() > 0
    qtbot.keyClick(view, Qt.Key.Key_Up)
    at_left = code.origin().x()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert code.origin().x() == at_left - SIDEWAYS
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert code.origin().x() == at_left


def test_zooming_keeps_the_message_in_sight(view: MessageView, qtbot: QtBot) -> None:
    view.show_path(conversation_of(100))
    view.stage.jump_to(4_000)
    row = view.stage.screen.visible[0].row
    with qtbot.waitSignal(view.zoom_changed):
        qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.stage.screen.visible[0].row == row
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view._zoom == 1.0


def test_the_surface_holds_all_that_a_person_wrote_and_not_the_actions(view: MessageView) -> None:
    view.show_path(shown([user("1", "hi")]))
    layout = view.stage.transcript.layout(0)
    assert layout.has_surface
    assert layout.parts[layout.surface_end - 1].text() == "hi"
    assert layout.surface_end < len(layout.parts)


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.Paint
        return False


def test_what_is_around_the_view_is_not_painted_when_it_scrolls(qtbot: QtBot) -> None:
    around = QWidget(styleSheet="QScrollBar { background: transparent; }")
    qtbot.addWidget(around)
    view = MessageView(around)
    view.resize(600, 400)
    around.resize(620, 420)
    around.show()
    qtbot.waitExposed(around)
    view.show_path(conversation_of(40))
    QApplication.processEvents()
    painted, bar = Painted(around), Painted(view.verticalScrollBar())
    for _ in range(5):
        view.stage.scroll(-300)
        QApplication.processEvents()
    assert bar.times > 0
    assert painted.times == 0


def test_the_bar_comes_when_an_answer_grows_beyond_the_view_and_goes_again(qtbot: QtBot) -> None:
    view = MessageView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    seen = []
    for words in range(0, 600, 60):
        growing = answer("a", "words and more " * words, MessageStatus.STREAMING)
        view.show_path(shown([user("u", "go"), growing]))
        QApplication.processEvents()
        seen.append(view.verticalScrollBar().isVisible())
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (False, True)
    assert view.stage.is_at_end()
    view.show_path(shown([user("u", "go")]))
    QApplication.processEvents()
    assert not view.verticalScrollBar().isVisible()
