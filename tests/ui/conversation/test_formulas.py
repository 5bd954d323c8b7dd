"""Formulas in the view: drawn on the line, copied as LaTeX, left as source when undrawable."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QTextDocument
from pytestqt.qtbot import QtBot

from chatapp.ui.conversation.accessibility import plain_text_of
from chatapp.ui.conversation.body import MarkdownBody
from chatapp.ui.conversation.copying import selection_mime
from chatapp.ui.conversation.formulas import Formulas, formulas, image_of
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.parts.formula_images import OBJECT, fill_with, with_formulas
from tests.ui.conversation.conversation_data import answer, shown, user

TEXT = "The area is $A = \\pi r^2$ and costs $5 or $10.\n\n$$\\frac{a}{b}$$\n\nSo $\\nosuch{x}$."


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    widget = MessageView()
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def documents(view: MessageView) -> list[DocumentPart]:
    parts = view.stage.transcript.layout(1).parts
    return [part for part in parts if isinstance(part, DocumentPart)]


def show(qtbot: QtBot, view: MessageView, text: str) -> None:
    view.show_path(shown([user("u", "?"), answer("a", text)]))
    qtbot.waitUntil(lambda: not any(part.awaits_formulas for part in documents(view)))


def test_formulas_are_drawn_and_read_as_latex(qtbot: QtBot, view: MessageView) -> None:
    show(qtbot, view, TEXT)
    words = "\n".join(part.text() for part in documents(view))
    assert words.count(OBJECT) == 2
    assert "$5 or $10" in words
    assert "$\\nosuch{x}$" in words
    spoken = plain_text_of(view.stage, 1)
    assert "$A = \\pi r^2$" in spoken
    assert "\\frac{a}{b}" in spoken


def test_copying_gives_the_latex(qtbot: QtBot, view: MessageView) -> None:
    show(qtbot, view, TEXT)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    copied = selection_mime(view.stage.transcript, view.stage.selection)
    assert copied is not None
    assert "$A = \\pi r^2$" in copied.text()
    assert OBJECT not in copied.text()


def test_words_with_formulas_go_on_in_their_part(qtbot: QtBot, view: MessageView) -> None:
    text = "Of $a^2$ and $\\frac{a}{b}$ there is\nmore than $c_1$ to say: $a^2$ again."
    show(qtbot, view, text)
    look, width = view.stage.transcript.look, 400
    grown = MarkdownBody("answer")
    for end in range(1, len(text) + 1):
        grown.update(text[:end], closed=False)
        at_once = MarkdownBody("answer")
        at_once.update(text[:end], closed=False)
        (part,), (other,) = grown.parts, at_once.parts
        assert isinstance(part, DocumentPart)
        assert isinstance(other, DocumentPart)
        assert part.prepare(look, width) == other.prepare(look, width)
        assert part.spoken() == other.spoken()
        assert part.document(look).toHtml() == other.document(look).toHtml()


def test_an_unfinished_formula_is_source(qtbot: QtBot, view: MessageView) -> None:
    show(qtbot, view, "So\n\n$$\n\\frac{a}{b")
    words = "\n".join(part.text() for part in documents(view))
    assert "\\frac{a}{b" in words
    assert OBJECT not in words


def test_a_formula_is_typeset_once_and_its_reader_told(qtbot: QtBot) -> None:
    own = Formulas()
    with qtbot.waitSignal(own.changed):
        assert own.find("x^2", display=False) is None
        assert own.is_awaited("x^2", display=False)
    assert own.find("x^2", display=False) is own.find("x^2", display=False)
    assert not own.is_awaited("x^2", display=False)
    with qtbot.waitSignal(own.changed):
        own.find("\\frac{", display=False)
    assert own.find("\\frac{", display=False) is None
    assert not own.is_awaited("\\frac{", display=False)


def test_drawings_take_the_ink_and_the_screens_pixels(qtbot: QtBot) -> None:
    with qtbot.waitSignal(formulas().changed):
        formulas().find("M+M", display=False)
    formula = formulas().find("M+M", display=False)
    assert formula is not None
    one, two = (image_of(formula, 20, QColor("#ff0000"), ratio) for ratio in (1.0, 2.0))
    assert two.width() == pytest.approx(2 * one.width(), abs=1)
    assert two.deviceIndependentSize().width() == pytest.approx(one.width(), abs=1)
    inks = {two.pixelColor(x, y).name() for x in range(two.width()) for y in range(two.height())}
    assert "#ff0000" in inks


@pytest.mark.parametrize("latex", ["x", "y_i", "\\frac{a}{b}", "\\sum_{i=1}^n i"])
def test_a_formula_stands_on_the_baseline_of_its_line(qtbot: QtBot, latex: str) -> None:
    font = QFont()
    font.setPointSizeF(12)
    html = f'<p>Words <span class="math">${latex}$</span> words</p>'
    with qtbot.waitSignal(formulas().changed, raising=False, timeout=3000):
        with_formulas(html, font, QColor("black"))
    content = with_formulas(html, font, QColor("black"))
    document = QTextDocument()
    document.setDefaultFont(font)
    fill_with(document, content)
    document.setTextWidth(600)
    formula = formulas().find(latex, display=False)
    assert formula is not None
    assert document.size().height() > 0
    block = document.begin()
    layout = block.layout()
    assert layout.lineCount() == 1
    line = layout.lineAt(0)
    metrics, em = QFontMetricsF(font), QFontInfo(font).pixelSize() * 1.12
    above, below = (formula.height - formula.depth) * em, formula.depth * em
    assert line.ascent() >= above - 2
    assert line.descent() >= min(below, metrics.descent()) - 2
    assert line.height() <= max(above, metrics.ascent()) * 2 + max(below, metrics.descent()) * 2


ENDS_AT_ONCE = """
from PySide6.QtGui import QGuiApplication
from chatapp.ui.conversation.formulas import formulas
app = QGuiApplication([])
formulas().find("x^2", display=False)
"""


def test_an_app_that_ends_while_a_formula_is_made_ends_quietly() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", ENDS_AT_ONCE], env=environment, capture_output=True, check=True
    )
    assert ended.stderr == b""
