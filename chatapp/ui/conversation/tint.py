"""Tokens tinted behind the words of a part: which stretches, where they are drawn, and clicks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument, QTextFormat

from chatapp.domain.quick_dataclass import dataclass
from chatapp.markdown.tracing import Trace
from chatapp.ui.conversation.parts.formula_images import OBJECT
from chatapp.ui.theme import current_theme, heat_colour

_SEPARATORS = "\u2028\u2029\ufdd0\ufdd1\u0000"
"""What a document's text has between its blocks and cells."""
_BAND = 160
"""So many patches are drawn or left out together."""
_BACKGROUND = QTextFormat.Property.BackgroundBrush.value


class Warmth(Protocol):
    """Which stretches of an answer's text are tinted, by number, and how warm each is."""

    def heat_of(self, token: int, /) -> float:
        """Return how warm a stretch is, from 0 to 1."""

    def tokens_of(self, starts: Sequence[int], ends: Sequence[int], /) -> list[int]:
        """Return the stretch behind each run of characters, in the order of the text; -1 for
        none."""


@dataclass(frozen=True, slots=True)
class AnswerTint:
    """How an answer is tinted: by which stretches (mostly tokens), and which of them is chosen
    (-1 for none). ``clicks`` says that a click on one of them means that token."""

    heat: Warmth
    chosen: int = -1
    colour: Callable[[float], QColor | None] = heat_colour
    clicks: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a document's positions (UTF-16 units) that one token made."""

    start: int
    end: int
    token: int


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle behind a stretch, or a piece of one, in the document's coordinates."""

    rect: QRectF
    token: int
    covered: bool
    """Whether the words have a background of their own."""


def stretches(document: QTextDocument, trace: Trace, heat: Warmth) -> list[Stretch]:
    """Return the stretches of a document that shows what ``trace`` says; none if it does not."""
    places = _places(document.toRawText(), trace)
    if places is None:
        return []
    tokens = heat.tokens_of(trace.starts, trace.ends)
    found: list[Stretch] = []
    for (start, end), token in zip(places, tokens, strict=True):
        if token < 0 or end <= start:
            continue
        last = found[-1] if found else None
        if last is not None and last.token == token and last.end >= start:
            found[-1] = Stretch(last.start, max(last.end, end), token)
        else:
            found.append(Stretch(start, end, token))
    return found


def _places(shown: str, trace: Trace) -> list[tuple[int, int]] | None:
    """Return where each traced character is in a document's text; blanks may have gone.

    ``None`` if the document says anything else.
    """
    formulas = dict(trace.formulas)
    places: list[tuple[int, int]] = []
    at = unit = number = 0
    count = len(trace.characters)
    while number < count:
        sign = trace.characters[number]
        if number in formulas and (found := _next_object(shown, at)) is not None:
            unit += found - at
            places += [(unit, unit + 1)] * (formulas[number] - number)
            at, unit, number = found + 1, unit + 1, formulas[number]
            continue
        blank = _is_blank(sign)
        while not blank and at < len(shown) and shown[at] != sign and _is_blank(shown[at]):
            at, unit = at + 1, unit + 1
        if at < len(shown) and (shown[at] == sign or (blank and _is_blank(shown[at]))):
            width = 2 if shown[at] > "\uffff" else 1
            places.append((unit, unit + width))
            at, unit = at + 1, unit + width
        elif blank:
            places.append((unit, unit))
        else:
            return None
        number += 1
    return places


def _is_blank(sign: str) -> bool:
    return sign.isspace() or sign in _SEPARATORS


def _next_object(shown: str, at: int) -> int | None:
    """Return where the next picture is, if nothing but blanks is before it."""
    while at < len(shown) and shown[at] != OBJECT and _is_blank(shown[at]):
        at += 1
    return at if at < len(shown) and shown[at] == OBJECT else None


class PartTint:
    """The tint of one part's document, made when it is first painted and kept while its layout
    is the same."""

    def __init__(self, trace: Callable[[], Trace], shown: AnswerTint) -> None:
        self.shown = shown
        self._trace = trace
        self._found = _Found()

    def _prepare(self, document: QTextDocument) -> "_Found":
        theme = current_theme().name
        key = (document, document.revision(), document.textWidth(), theme)
        if key != self._found.made_for:
            same_words = key[:2] == self._found.made_for[:2]
            runs = (
                self._found.stretches
                if same_words
                else stretches(document, self._trace(), self.shown.heat)
            )
            patches = [patch for run in runs for patch in _patches(document, run)]
            self._found = _Found(key, runs, patches, self.shown)
        return self._found

    def take_over(self, other: "PartTint") -> None:
        """Keep what another tint of the same part has found, for the same tokens."""
        if other.shown.heat is self.shown.heat:
            self._found = other._found

    def paint(self, painter: QPainter, document: QTextDocument, clip: QRectF) -> None:
        """Draw the tint near ``clip``, both with the document's origin, before its words."""
        self._paint_bands(painter, self._prepare(document).bands, clip)

    def paint_over(self, painter: QPainter, document: QTextDocument, clip: QRectF) -> None:
        """Draw after the words what would be covered by backgrounds of their own, so that the ink
        shines through; and the frame of the chosen token."""
        found = self._prepare(document)
        if found.covered:
            painter.setCompositionMode(_over_words())
            self._paint_bands(painter, found.covered, clip)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for patch in found.patches_of(self.shown.chosen):
            painter.setPen(QPen(current_theme().colour("text"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(patch.rect.adjusted(0.5, 0.5, -0.5, -0.5))

    @staticmethod
    def _paint_bands(painter: QPainter, bands: Sequence["_Band"], clip: QRectF) -> None:
        top, bottom = clip.top(), clip.bottom()
        for band in bands:
            if band.top <= bottom and band.bottom >= top:
                for rect, colour in band.rects:
                    painter.fillRect(rect, colour)

    def token_at(self, document: QTextDocument, point: QPointF) -> int:
        """Return the token at a point of the document; -1 if there is none."""
        if not self.shown.clicks:
            return -1
        patches = self._prepare(document).patches
        return next((p.token for p in patches if p.rect.contains(point)), -1)


@dataclass(slots=True)
class _Band:
    """Patches near each other: rectangles, each with its colour."""

    top: float
    bottom: float
    rects: list[tuple[QRect, QColor]] = field(default_factory=list)


class _Found:
    """What one layout of a document was found to hold."""

    def __init__(
        self,
        made_for: tuple[object, ...] = (),
        runs: Sequence[Stretch] = (),
        patches: Sequence[Patch] = (),
        shown: AnswerTint | None = None,
    ) -> None:
        self.made_for = made_for
        self.stretches = list(runs)
        self.patches = patches
        warm: list[Patch] = []
        covered: list[Patch] = []
        for patch in patches:
            (covered if patch.covered else warm).append(patch)
        self.bands = _bands(warm, shown)
        self.covered = _bands(covered, shown)
        self._of_token: dict[int, list[Patch]] = {}
        for patch in patches:
            self._of_token.setdefault(patch.token, []).append(patch)

    def patches_of(self, token: int) -> Sequence[Patch]:
        """Return the patches of one token."""
        return self._of_token.get(token, ())


def _bands(patches: Sequence[Patch], shown: AnswerTint | None) -> list[_Band]:
    """Gather the patches that are warm at all; cold ones need no colour."""
    found: list[_Band] = []
    for patch in patches:
        colour = shown.colour(shown.heat.heat_of(patch.token)) if shown is not None else None
        if colour is None:
            continue
        if not found or len(found[-1].rects) == _BAND:
            found.append(_Band(patch.rect.top(), patch.rect.bottom()))
        band = found[-1]
        band.top = min(band.top, patch.rect.top())
        band.bottom = max(band.bottom, patch.rect.bottom())
        band.rects.append((_on_pixels(patch.rect), colour))
    return found


def _on_pixels(rect: QRectF) -> QRect:
    """Return a rectangle of whole pixels, which is drawn much faster; neighbours still touch."""
    left, top = round(rect.left()), round(rect.top())
    return QRect(left, top, round(rect.right()) - left, round(rect.bottom()) - top)


def _over_words() -> QPainter.CompositionMode:
    """Return how to draw a colour behind the words that are there already."""
    mode = QPainter.CompositionMode
    dark = current_theme().name == "dark"
    return mode.CompositionMode_Lighten if dark else mode.CompositionMode_Darken


def _patches(document: QTextDocument, stretch: Stretch) -> Iterator[Patch]:
    """Yield the rectangles of a stretch, one for each line that it is on."""
    block = document.findBlock(stretch.start)
    while block.isValid() and block.position() < stretch.end:
        yield from _patches_in(document, block, stretch)
        block = block.next()


def _patches_in(document: QTextDocument, block: QTextBlock, stretch: Stretch) -> Iterator[Patch]:
    layout, origin = block.layout(), document.documentLayout().blockBoundingRect(block).topLeft()
    first = max(0, stretch.start - block.position())
    last = min(block.length() - 1, stretch.end - block.position())
    if last <= first or not layout.lineCount():
        return
    number = layout.lineForTextPosition(first).lineNumber()
    while 0 <= number < layout.lineCount():
        line = layout.lineAt(number)
        start, end = line.textStart(), line.textStart() + line.textLength()
        if start >= last:
            return
        left, right = _x(line.cursorToX(max(first, start))), _x(line.cursorToX(min(last, end)))
        if right != left:
            corner = origin + QPointF(min(left, right), line.y())
            size = QSizeF(abs(right - left), line.height())
            yield Patch(QRectF(corner, size), stretch.token, _is_covered(block, max(first, start)))
        number += 1


def _is_covered(block: QTextBlock, at: int) -> bool:
    """Whether the character at a place of a block is drawn on a background of its own."""
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        if fragment.contains(block.position() + at):
            return fragment.charFormat().hasProperty(_BACKGROUND)
        fragments += 1
    return False


def _x(value: object) -> float:
    """Return PySide's x out of the pair (x, position) that it returns for an out-argument."""
    found = value[0] if isinstance(value, tuple) else value
    return float(found) if isinstance(found, (int, float)) else 0.0
