"""The strip under an answer: where it is, what it says, and what a click on it means."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import MessageId, MessageStatus
from chatapp.domain.sampling.answers import AnswerTokens
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.parts.part import PaintState
from chatapp.ui.conversation.parts.strip_part import AnswerStrip, StripPart
from chatapp.ui.conversation.scroller import VisiblePart
from tests.ui.conversation.conversation_data import answer, shown
from tests.ui.lens.lens_data import PLACES, entry

A, B = MessageId("a"), MessageId("b")


def tokens(*, measured: int = len(PLACES)) -> AnswerTokens:
    found = AnswerTokens({"content": list(PLACES)})
    found.measure(measured)
    return found


def view_of(qtbot: QtBot, *names: str) -> MessageView:
    view = MessageView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_path(shown([answer(name, "The cat **sat**.") for name in names]))
    qtbot.waitExposed(view)
    return view


def strips(view: MessageView, row: int = 0) -> list[StripPart]:
    parts = view.stage.transcript.layout(row).parts
    return [part for part in parts if isinstance(part, StripPart)]


def on_screen(view: MessageView, part: StripPart) -> VisiblePart:
    return next(s for s in view.stage.screen.visible if view.stage.screen.part(s) is part)


def painted(part: StripPart, view: MessageView, width: int) -> QImage:
    look = view.stage.transcript.look
    picture = QImage(width, part.prepare(look, width), QImage.Format.Format_RGB32)
    picture.fill(look.background)
    painter = QPainter(picture)
    part.paint(painter, look, PaintState(picture.rect()))
    painter.end()
    return picture


def test_a_strip_comes_between_text_and_actions_and_goes_again(qtbot: QtBot) -> None:
    view = view_of(qtbot, "a")
    layout = view.stage.transcript.layout(0)
    before, height = list(layout.parts), view.stage.transcript.heights.total
    view.show_strip(A, AnswerStrip(tokens(), 1))
    (part,) = strips(view)
    assert [p for p in layout.parts if p is not part][:-1] == before[:-1]
    assert layout.parts.index(part) == len(layout.parts) - 2
    assert view.stage.transcript.heights.total > height
    view.show_strip(A, None)
    assert strips(view) == []
    assert view.stage.transcript.heights.total == height


def test_another_token_changes_the_strip_and_nothing_else(qtbot: QtBot) -> None:
    view = view_of(qtbot, "a")
    found = tokens()
    view.show_strip(A, AnswerStrip(found, 1))
    (part,) = strips(view)
    parts, version = list(view.stage.transcript.layout(0).parts), part.version
    view.show_strip(A, AnswerStrip(found, 1))
    assert part.version == version
    view.show_strip(A, AnswerStrip(found, 2))
    assert part.version == version + 1
    assert view.stage.transcript.layout(0).parts == parts


def test_a_click_means_the_token_below_the_pointer(qtbot: QtBot) -> None:
    view = view_of(qtbot, "a")
    view.show_strip(A, AnswerStrip(tokens(), 0))
    (part,) = strips(view)
    corner = view.stage.screen.corner(on_screen(view, part))
    clicked = QSignalSpy(view.tokens_requested)
    width = view.stage.transcript.width
    for place, token in ((0.1, 0), (0.4, 1), (0.99, 3)):
        at = corner + QPoint(int(width * place), 8)
        qtbot.mouseMove(view.viewport(), at)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert clicked.at(clicked.count() - 1) == ["a", token]
    outside = corner + QPoint(width // 2, part.prepare(view.stage.transcript.look, width) + 1)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=outside)
    assert clicked.count() == 3
    assert view._pointer.cursor_at(corner + QPoint(5, 5)) is Qt.CursorShape.PointingHandCursor


def test_the_strip_names_the_token_below_the_pointer(qtbot: QtBot) -> None:
    view = view_of(qtbot, "a")
    part = StripPart(AnswerStrip(tokens(measured=2), 0))
    part.prepare(view.stage.transcript.look, 400)
    assert part.hint_at(QPoint(150, 5)).splitlines() == [
        "Token 2: ␣cat",
        "Bar: it had a chance of 30 %. The rarer, the higher.",
        "Line: the model hesitated as between 3.2 equal choices.",
    ]
    assert part.hint_at(QPoint(350, 5)) == "Token 4: ."
    assert part.hint_at(QPoint(150, 500)) == ""


def test_an_arriving_answer_shows_its_strip_with_its_next_frame(qtbot: QtBot) -> None:
    view = view_of(qtbot, "a")
    running = answer("b", "The", status=MessageStatus.STREAMING)
    rows = shown([answer("a", "x"), running])
    view.show_path(rows)
    found = AnswerTokens({"content": [PLACES[0]]})
    view.show_strip(B, AnswerStrip(found, 0))
    assert strips(view, 1) == []
    view.update_message(shown([answer("a", "x"), answer("b", "The cat")])[1])
    (part,) = strips(view, 1)
    version = part.version
    found.measure(1)
    view.show_strip(B, AnswerStrip(found, 0))
    assert part.version == version + 1


def test_surprise_is_drawn_where_it_is(qtbot: QtBot) -> None:
    view = view_of(qtbot, "a")
    sure = entry("a", 0.999, {"b": 0.001})
    surprising = entry("a", 0.01, {"b": 0.99})
    found = AnswerTokens({"content": [sure, surprising, sure, sure]})
    found.measure(4)
    picture = painted(StripPart(AnswerStrip(found, -1)), view, 400)

    def colours(left: int) -> set[int]:
        return {QColor(picture.pixel(x, 12)).rgb() for x in range(left + 10, left + 90, 8)}

    assert colours(0) == colours(200) == colours(300)
    assert colours(100) != colours(0)
