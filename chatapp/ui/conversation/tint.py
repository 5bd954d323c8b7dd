"""Tokens tinted behind the words of a part: which stretches, where they are drawn, and clicks."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument

from chatapp.markdown.tracing import Trace
from chatapp.ui.conversation.parts.formula_images import OBJECT
from chatapp.ui.theme import current_theme, heat_colour

_SEPARATORS = "\u2028\u2029\ufdd0\ufdd1\u0000"
"""What a document's text has between its blocks and cells."""


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
        self._stretches: list[Stretch] = []
        self._patches: list[Patch] = []
        self._bottoms: list[float] = []
        self._made_for: tuple[object, ...] = ()

    def _prepare(self, document: QTextDocument) -> None:
        key = (document, document.revision(), document.textWidth())
        if key == self._made_for:
            return
        if key[:2] != self._made_for[:2]:
            self._stretches = stretches(document, self._trace(), self.shown.heat)
        patches = [patch for stretch in self._stretches for patch in _patches(document, stretch)]
        patches.sort(key=lambda patch: patch.rect.bottom())
        self._patches = patches
        self._bottoms = [patch.rect.bottom() for patch in patches]
        self._made_for = key

    def take_over(self, other: "PartTint") -> None:
        """Keep what another tint of the same part has found, for the same tokens."""
        if other.shown.heat is self.shown.heat:
            self._stretches, self._patches = other._stretches, other._patches
            self._bottoms, self._made_for = other._bottoms, other._made_for

    def paint(self, painter: QPainter, document: QTextDocument, clip: QRectF) -> None:
        """Draw the patches inside ``clip``, both with the document's origin, over its words:
        their own backgrounds would cover what is below them, and ink shines through."""
        self._prepare(document)
        heat, chosen = self.shown.heat, self.shown.chosen
        painter.save()
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        painter.setCompositionMode(_over_words())
        for at in range(bisect_left(self._bottoms, clip.top()), len(self._patches)):
            patch = self._patches[at]
            if patch.rect.top() > clip.bottom() + patch.rect.height():
                break
            colour = self.shown.colour(heat.heat_of(patch.token))
            if colour is not None:
                painter.fillRect(patch.rect, colour)
            if patch.token == chosen:
                painter.setPen(QPen(current_theme().colour("text"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(patch.rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def token_at(self, document: QTextDocument, point: QPointF) -> int:
        """Return the token at a point of the document; -1 if there is none."""
        if not self.shown.clicks:
            return -1
        self._prepare(document)
        return next((p.token for p in self._patches if p.rect.contains(point)), -1)


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
            yield Patch(
                QRectF(corner.x(), corner.y(), abs(right - left), line.height()), stretch.token
            )
        number += 1


def _x(value: object) -> float:
    """Return PySide's x out of the pair (x, position) that it returns for an out-argument."""
    found = value[0] if isinstance(value, tuple) else value
    return float(found) if isinstance(found, (int, float)) else 0.0
