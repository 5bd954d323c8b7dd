"""Tokens tinted inside rendered Markdown: on the right characters, and clickable there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTextDocument
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import MessageId
from chatapp.domain.replies import Choice
from chatapp.domain.sampling.answers import AnswerTokens
from chatapp.domain.sampling.heat import HeatMap, Measure
from chatapp.domain.sampling.text_map import map_tokens
from chatapp.markdown.tracing import line_starts
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.body import MarkdownBody
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.parts.formula_images import OBJECT
from chatapp.ui.conversation.tint import AnswerTint, PartTint, stretches
from tests.support.gfm_oracle import corpus
from tests.ui.conversation.conversation_data import answer, shown
from tests.ui.lens.lens_data import entry

WIDTH = 600


@pytest.fixture
def look(qapp: QApplication) -> Appearance:
    return Appearance.of(qapp.palette(), qapp.font(), 1.0)


def heat_of(text: str, tokens: list[bytes], shares: list[float] | None = None) -> HeatMap:
    """Return the heat of a text cut into tokens, each with the probability it had."""
    content = [entry("x", share, {"y": 1 - share}) for share in shares or []]
    measured = AnswerTokens({"content": list(content)})
    measured.measure(len(content))
    where = map_tokens(text, tokens)
    assert where is not None
    return HeatMap(measured, where, Measure.PROBABILITY)


def documents(text: str, look: Appearance) -> list[tuple[int, QTextDocument]]:
    """Return the documents that show a text, with the numbers of their blocks."""
    if not text:
        return []
    body = MarkdownBody("answer")
    body.update(text, closed=True)
    found: list[tuple[int, QTextDocument]] = []
    for index, part in enumerate(body.parts):
        part.lay_out(look, WIDTH)
        if isinstance(part, DocumentPart):
            found.append((index, part.document(look)))
    check_traces(text, body, found)
    return found


def check_traces(text: str, body: MarkdownBody, found: list[tuple[int, QTextDocument]]) -> None:
    """Fail unless every sign that is shown is on the token of the sign it was written as, when
    every character is a token."""
    heat = heat_of(text, [sign.encode() for sign in text])
    starts = line_starts(text)
    for index, document in found:
        trace = body._renderer.trace(index, starts)
        raw = document.toRawText().encode("utf-16-le", "surrogatepass")
        covered: set[int] = set()
        for stretch in stretches(document, trace, heat):
            words = raw[2 * stretch.start : 2 * stretch.end].decode("utf-16-le", "surrogatepass")
            covered.update(range(stretch.start, stretch.end))
            written = text[stretch.token]
            assert (
                words in (written, OBJECT)
                or words.isspace()
                or written in "\\&\u200b"
                or len(words.strip()) > 1
            ), (words, written)
        for unit in range(len(raw) // 2):
            sign = raw[2 * unit : 2 * unit + 2].decode("utf-16-le", "surrogatepass")
            assert unit in covered or not sign.strip("\u2028\u2029\ufdd0\ufdd1\u00a0 \t\n")


@pytest.mark.parametrize("name", sorted(corpus()))
def test_every_sign_of_the_corpus_is_on_its_token(name: str, look: Appearance) -> None:
    assert documents(corpus()[name], look) or "!" in corpus()[name]


PIECES = [
    "a", " b", "\n", "\n\n", "*", "**", "`", "[x](y)", "&amp;", "\\*", "|a|b|\n|-|-|\n", "\n> ",
    "\n- ", "# ", "\n```\n", "$x^2$", "https://a.b/c", "猫", "😀", "<b>", "</b>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_mixture_of_signs_is_on_its_tokens(look: Appearance, text: str) -> None:
    assert len(documents(text, look)) <= len(text)


def test_several_tokens_of_one_sign_share_it_and_the_warmest_stands_for_it(
    look: Appearance,
) -> None:
    text = "a 😀 猫"
    data = text.encode()
    tokens = [data[:2], data[2:4], data[4:6], data[6:8], data[8:]]
    heat = heat_of(text, tokens, [0.9, 0.8, 0.1, 0.9, 0.5])
    body = MarkdownBody("answer")
    body.update(text, closed=True)
    part = body.parts[0]
    assert isinstance(part, DocumentPart)
    part.lay_out(look, WIDTH)
    found = stretches(part.document(look), body._renderer.trace(0, line_starts(text)), heat)
    assert [(s.start, s.end, s.token) for s in found] == [
        (0, 2, 0),
        (2, 4, 2),
        (4, 5, 3),
        (5, 6, 4),
    ]


def test_a_document_that_says_something_else_is_not_tinted(look: Appearance) -> None:
    body = MarkdownBody("answer")
    body.update("one", closed=True)
    document = QTextDocument()
    document.setPlainText("two")
    trace = body._renderer.trace(0, [0])
    assert stretches(document, trace, heat_of("one", [b"one"])) == []
    del look


def test_a_click_on_a_tinted_word_names_its_token_and_a_plain_one_does_not(qtbot: QtBot) -> None:
    text = "The **cat** sat."
    pieces = ["The", " **", "cat", "**", " sat", "."]
    view = MessageView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    message = answer("a", text)
    view.show_path(shown([message]))
    qtbot.waitExposed(view)
    clicked = QSignalSpy(view.tokens_requested)
    part = next(p for p in view.stage.transcript.layout(0).parts if isinstance(p, DocumentPart))
    seen = next(s for s in view.stage.screen.visible if view.stage.screen.part(s) is part)

    def click(position: int) -> None:
        place = part.position_rect(position).center() + view.stage.screen.corner(seen)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(2, 0))

    click(5)
    assert clicked.count() == 0
    heat = heat_of(text, [p.encode() for p in pieces], [0.9, 0.5, 0.1, 0.9, 0.9, 0.9])
    view.show_tint(MessageId("a"), AnswerTint(heat, 2))
    click(5)
    assert clicked.at(0) == ["a", 2]
    click(9)
    assert clicked.at(1) == ["a", 4]
    view.show_tint(MessageId("a"), None)
    click(5)
    assert clicked.count() == 2


def test_what_is_warm_is_painted_and_what_is_cold_is_not(look: Appearance) -> None:
    body = MarkdownBody("answer")
    body.update("cold warm", closed=True)
    body.tint(AnswerTint(heat_of("cold warm", [b"cold", b" warm"], [0.999, 0.05])))
    part = body.parts[0]
    assert isinstance(part, DocumentPart)
    height = part.lay_out(look, WIDTH)
    assert part.tint is not None
    picture = QImage(WIDTH, height, QImage.Format.Format_RGB32)
    picture.fill(look.background)
    painter = QPainter(picture)
    part.tint.paint(painter, part.document(look), QRectF(0, 0, WIDTH, height))
    painter.end()
    cold, warm = part.position_rect(1).center(), part.position_rect(7).center()
    assert picture.pixelColor(cold) == look.background
    assert picture.pixelColor(warm) != look.background


def test_another_chosen_token_keeps_what_was_found(look: Appearance) -> None:
    heat = heat_of("a b", [b"a", b" b"], [0.5, 0.5])
    calls = []
    body = MarkdownBody("answer")
    body.update("a b", closed=True)
    body.parts[0].lay_out(look, WIDTH)
    part = body.parts[0]
    assert isinstance(part, DocumentPart)
    document = part.document(look)

    def trace() -> object:
        calls.append(1)
        return body._renderer.trace(0, [0])

    first = PartTint(trace, AnswerTint(heat, 0))  # type: ignore[arg-type]
    assert first.token_at(document, part.position_rect(0).center().toPointF()) in (-1, 0)
    second = PartTint(trace, AnswerTint(heat, 1))  # type: ignore[arg-type]
    second.take_over(first)
    second.token_at(document, QPoint(0, 0).toPointF())
    assert calls == [1]


def test_the_row_of_actions_offers_the_tokens_of_an_answer_that_has_them(qtbot: QtBot) -> None:
    view = MessageView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    choice = Choice(content="Hi", logprobs={"content": [entry("Hi", 0.5, {})]})
    with_tokens = replace(answer("a", "Hi"), reply=answer("a", "", choices=(choice,)).reply)
    view.show_path(shown([with_tokens, answer("b", "Hi")]))
    labels = [{area.label for _, area, _ in view.stage.screen.areas(row)} for row in (0, 1)]
    assert "Tokens" in labels[0]
    assert "Tokens" not in labels[1]
