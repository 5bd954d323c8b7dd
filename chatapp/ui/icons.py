"""The icons: our own line drawings, tinted with the theme and sharp at any scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from chatapp.resources import resources_folder
from chatapp.ui.theme import current_theme


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("#000", colour).encode()))


def paint_icon(painter: QPainter, name: str, area: QRectF, colour: QColor) -> None:
    """Draw an icon in ``colour``."""
    _renderer(name, colour.name()).render(painter, area)


class _ThemedIcon(QIconEngine):
    """Draws itself in the colours of the theme in force when it is painted."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        token = "muted" if mode is QIcon.Mode.Disabled else self._token
        paint_icon(painter, self._name, QRectF(rect), current_theme().colour(token))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # a button that is shown before it has been laid out
            return QPixmap()
        pixmap = QPixmap(size)
        if pixmap.isNull():
            return pixmap  # a style asks for it while a control has no size yet
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _ThemedIcon(self._name, self._token)


@lru_cache(maxsize=256)
def icon(name: str, tint: str = "text") -> QIcon:
    """Return an icon of ``resources/icons``, tinted with a theme token."""
    return QIcon(_ThemedIcon(name, tint))


def app_icon() -> QIcon:
    """Return the app's own icon."""
    return QIcon(str(resources_folder() / "icons" / "app.svg"))
