"""Formulas inside text documents: images that stand on the line of the words around them."""

import re
from functools import lru_cache

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from chatapp.domain.late_pattern import late_pattern
from chatapp.domain.quick_dataclass import dataclass
from chatapp.markdown.formulas import Formula
from chatapp.ui.conversation.appearance import HEADING_SIZES
from chatapp.ui.conversation.formulas import formulas, image_of

_SPAN = late_pattern(r'<span class="math( display)?">(.*?)</span>', re.DOTALL)
_Align = QTextCharFormat.VerticalAlignment
_MARKS = (("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"))
_KEPT_PICTURES = 64
"""Pictures at hand: words that are open are put into their document with each frame."""
_LARGER = 1.12
"""The formula font's letters are smaller than most text fonts' at the same size."""
OBJECT = "\ufffc"
"""What a document's text has in the place of an image."""


@dataclass(frozen=True, slots=True)
class FormulaImage:
    """A formula that was put into a document: its source, its picture and how it stands."""

    source: str
    image: QImage
    alignment: QTextCharFormat.VerticalAlignment


@dataclass(frozen=True, slots=True)
class FormulaText:
    """HTML with images for its formulas; ``awaited`` ones show their source until then."""

    html: str
    images: tuple[FormulaImage, ...]
    awaited: bool


def with_formulas(html: str, font: QFont, ink: QColor) -> FormulaText:
    """Replace the formulas of safe HTML from ``chatapp.markdown`` by images, as far as they are
    there; what cannot be drawn stays as its source."""
    if '<span class="math' not in html:
        return FormulaText(html, (), awaited=False)
    from html import escape, unescape  # with their table of all named signs

    images: list[FormulaImage] = []
    awaited = False

    def drawn(found: re.Match[str]) -> str:
        nonlocal awaited
        display, source = bool(found[1]), unescape(found[2])
        latex = _bare(source)
        formula = formulas().find(latex, display=display)
        if formula is None:
            awaited = awaited or formulas().is_awaited(latex, display=display)
            return f"<code>{escape(source)}</code>".replace("\n", "<br />")
        around = _font_at(html, found.start(), font)
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        images.append(
            FormulaImage(source, *_standing(formula, around.toString(), ink.rgba(), ratio))
        )
        size = images[-1].image.deviceIndependentSize()
        address = f"math:{len(images) - 1}"
        return f'<img src="{address}" width="{size.width():.0f}" height="{size.height():.0f}" />'

    return FormulaText(_SPAN.sub(drawn, html), tuple(images), awaited)


def _font_at(html: str, at: int, body: QFont) -> QFont:
    """Return the font of the words at a place in the HTML: that of a heading is larger."""
    opening = html.rfind("<h", 0, at)
    level = html[opening + 2 : opening + 3]
    if opening < 0 or not level.isdigit() or html.rfind("</h", opening, at) >= 0:
        return body
    font = QFont(body)
    font.setPointSizeF(body.pointSizeF() * HEADING_SIZES[int(level) - 1])
    return font


def _bare(source: str) -> str:
    """Return the LaTeX between the signs that mark a formula."""
    for opener, closer in _MARKS:
        inside = source[len(opener) : len(source) - len(closer)]
        if source == opener + inside + closer:
            return inside.strip()
    return source.strip()


def fill_with(document: QTextDocument, content: FormulaText) -> None:
    """Set a document's content, with its images in their places."""
    for number, shown in enumerate(content.images):
        address = QUrl(f"math:{number}")
        document.addResource(QTextDocument.ResourceType.ImageResource.value, address, shown.image)
    document.setHtml(content.html)
    if content.images:
        _align(document, content.images)


def _align(document: QTextDocument, images: tuple[FormulaImage, ...]) -> None:
    """HTML cannot put an image on the baseline; a cursor can."""
    at = document.find(OBJECT)
    for shown in images:
        if at.isNull():
            return
        form = QTextCharFormat()
        form.setVerticalAlignment(shown.alignment)
        at.mergeCharFormat(form)
        at = document.find(OBJECT, QTextCursor(at))


@lru_cache(maxsize=_KEPT_PICTURES)
def _standing(
    formula: Formula, font_name: str, ink: int, ratio: float
) -> tuple[QImage, QTextCharFormat.VerticalAlignment]:
    """Pad a picture so that its baseline is the line's; return it and how it stands.

    Qt puts an image's lower edge at the line's descent (*baseline*) or its middle at a quarter
    of the height of a small letter above the baseline (*middle*): a formula that goes deeper
    than the words needs the second.
    """
    font = QFont()
    font.fromString(font_name)
    em, metrics = QFontInfo(font).pixelSize() * _LARGER, QFontMetricsF(font)
    picture = image_of(formula, em, QColor.fromRgba(ink), ratio)
    depth, descent = formula.depth * em, metrics.descent()
    above = formula.height * em - depth
    if depth <= descent:
        # A line that has nothing but a formula stands as high as one with words beside it.
        top = max(metrics.ascent() - above, 0.0)
        height = top + above + descent
        return _padded(picture, height, top, ratio), _Align.AlignBaseline
    rise = metrics.xHeight() / 2
    height = max(2 * above - rise, 2 * depth + rise)
    top = (height + rise) / 2 - above
    return _padded(picture, height, top, ratio), _Align.AlignMiddle


def _padded(picture: QImage, height: float, top: float, ratio: float) -> QImage:
    padded = QImage(picture.width(), max(1, round(height * ratio)), picture.format())
    padded.setDevicePixelRatio(ratio)
    padded.fill(0)
    painter = QPainter(padded)
    painter.drawImage(0, round(max(0.0, top)), picture)
    painter.end()
    return padded
