"""Formulas for the view: typeset one at a time on a thread, kept, and drawn in any ink."""

from collections import OrderedDict
from contextlib import suppress

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QObject,
    QRectF,
    QRunnable,
    QThreadPool,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from chatapp.markdown.formulas import Formula, FormulaUnreadable, typeset

MOST_KEPT = 1_000

Key = tuple[str, bool]
"""LaTeX, and whether it stands on a line of its own."""


class Formulas(QObject):
    """All formulas of the app. ``changed`` says that some that were asked for are there now."""

    changed = Signal()
    done = Signal(object, object)
    """A formula was typeset (from the thread): its key, and it or ``None``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: OrderedDict[Key, Formula | None] = OrderedDict()
        self._asked: set[Key] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.done.connect(self._take)

    def find(self, latex: str, *, display: bool) -> Formula | None:
        """Return a formula if it is there; one that is not known yet is asked for."""
        key = (latex, display)
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        if key not in self._asked:
            self._asked.add(key)
            self._pool.start(_Typesetting(key, self.done))
        return None

    def is_awaited(self, latex: str, *, display: bool) -> bool:
        """Whether a formula is still being typeset."""
        return (latex, display) in self._asked

    def _take(self, key: Key, formula: Formula | None) -> None:
        self._asked.discard(key)
        self._known[key] = formula
        while len(self._known) > MOST_KEPT:
            self._known.popitem(last=False)
        if not self._asked:
            self.changed.emit()


class _Typesetting(QRunnable):
    """One formula's turn on the thread."""

    def __init__(self, key: Key, done: SignalInstance) -> None:
        super().__init__()
        self._key = key
        self._done = done

    def run(self) -> None:
        latex, display = self._key
        try:
            formula: Formula | None = typeset(latex, display=display)
        except FormulaUnreadable:
            formula = None
        with suppress(RuntimeError):  # the app has ended meanwhile
            self._done.emit(self._key, formula)


_shared: list[Formulas] = []


def formulas() -> Formulas:
    """Return the formulas of this app; they live as long as it does."""
    if not _shared:
        _shared.append(Formulas(QCoreApplication.instance()))
    return _shared[0]


def image_of(formula: Formula, em: float, ink: QColor, ratio: float) -> QImage:
    """Draw a formula at font size ``em`` (pixels) for a screen of that pixel ratio."""
    width = max(1, round(formula.width * em * ratio))
    height = max(1, round(formula.height * em * ratio))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(formula.svg)).render(painter, QRectF(0, 0, width, height))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), ink)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
