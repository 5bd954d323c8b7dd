"""What leaves the lens by the clipboard: a picture, the place as JSON, the answer as CSV."""

import csv
import io

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QWidget

from chatapp.domain.sampling.tokens import visible_text
from chatapp.ui.lens.state import LensState
from chatapp.ui.theme import current_theme

SCALE = 2
_MARGIN = 10


def picture_of(widgets: list[QWidget]) -> QPixmap:
    """Return the widgets one below the other, drawn at twice their size."""
    width = max(widget.width() for widget in widgets)
    height = sum(widget.height() + _MARGIN for widget in widgets)
    size = QSize(width + 2 * _MARGIN, height + _MARGIN)
    picture = QPixmap(size * SCALE)
    picture.setDevicePixelRatio(SCALE)
    picture.fill(current_theme().colour("sunken"))
    top = _MARGIN
    for widget in widgets:
        widget.render(picture, QPoint(_MARGIN, top), renderFlags=QWidget.RenderFlag.DrawChildren)
        top += widget.height() + _MARGIN
    return picture


def table_of(state: LensState) -> str:
    """Return the measured tokens of an answer as comma-separated values."""
    answer = state.answer
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(["token", "text", "probability", "surprisal_nats", "entropy_nats", "rank"])
    for at, surprisal in enumerate(answer.surprisals):
        rows.writerow(
            [
                at,
                visible_text(answer.data(at)),
                f"{answer.weakest[at]:.6g}",
                f"{surprisal:.6g}",
                f"{answer.entropies[at]:.6g}",
                answer.ranks[at],
            ]
        )
    return written.getvalue()


def copy_text(words: str) -> None:
    """Put words on the clipboard."""
    QGuiApplication.clipboard().setText(words)


def copy_picture(picture: QPixmap) -> None:
    """Put a picture on the clipboard."""
    QGuiApplication.clipboard().setImage(picture.toImage())
