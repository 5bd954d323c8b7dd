"""Temperature and top_p as one point on a plane: dragged, moved by keys, read out."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from chatapp.domain.surfaces import Surface
from chatapp.ui.fonts import scaled
from chatapp.ui.parameters import pad_picture as picture
from chatapp.ui.parameters.pad_picture import MAX_TEMPERATURE, NamedPoint, Plane, axis_line
from chatapp.ui.theme import current_theme
from chatapp.ui.widgets.announcing import announce

STEP = 0.05
FINE_STEP = 0.01
REACH = 9.0
"""A click this near to a preset's point, in pixels, chooses it."""
SNAP = 5.0
"""Within so many pixels of an edge the edge itself is meant."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class SamplingPad(QWidget):
    """``moved`` tells the new temperature and top_p, each ``None`` where it stayed."""

    moved = Signal(object, object)
    preset_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samplingPad")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._names = (
            QCoreApplication.translate("Parameter", "Temperature"),
            QCoreApplication.translate("Parameter", "Top P"),
        )
        self._point = (1.0, 1.0)
        self._sent = False
        self._presets: Sequence[NamedPoint] = ()
        self._surface: Surface | None = None
        self._measure = ""
        self._heat: tuple[str, QImage | None] | None = None
        self._pressed_on: NamedPoint | None = None
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(scaled(260), scaled(196))

    # What is shown

    @property
    def point(self) -> tuple[float, float]:
        """The temperature and the top_p that are shown."""
        return self._point

    def show_point(self, temperature: float, top_p: float, *, sent: bool) -> None:
        """Show the values in force, or the server's usual ones where none are sent."""
        if (self._point, self._sent) != ((temperature, top_p), sent):
            self._point, self._sent = (temperature, top_p), sent
            self._say()
            self.update()

    def show_presets(self, presets: Sequence[NamedPoint]) -> None:
        """Show presets as named points."""
        self._presets = presets
        self.update()

    def show_surface(self, surface: Surface | None, measure: str = "") -> None:
        """Show what a sweep measured, as a heat map with contours; ``None`` shows none."""
        self._surface, self._measure, self._heat = surface, measure, None
        self.update()

    def _say(self) -> None:
        """Keep the accessible name at what is shown, for those who do not see it."""
        words = QCoreApplication.translate(
            "SamplingPad", "Temperature {temperature}, Top P {top_p}"
        ).format(temperature=_number(self._point[0]), top_p=_number(self._point[1]))
        if not self._sent:
            words += ", " + QCoreApplication.translate("ParameterPanel", "not sent")
        self.setAccessibleName(words)
        self.setAccessibleDescription(
            QCoreApplication.translate("SamplingPad", "Arrow keys move the point; Shift moves less")
        )

    # Moving the point

    def _plane(self) -> Plane:
        line = axis_line(self._small_font(), self._names)
        left = line + 16
        area = QRectF(left, 8.5, self.width() - left - 8.5, self.height() - line - 12)
        return Plane(area)

    def _move_to(self, temperature: float, top_p: float) -> None:
        before = self._point
        temperature = min(max(round(temperature, 2), 0.0), MAX_TEMPERATURE)
        top_p = min(max(round(top_p, 2), 0.0), 1.0)
        if (temperature, top_p) == before:
            return
        self.moved.emit(
            temperature if temperature != before[0] else None,
            top_p if top_p != before[1] else None,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = FINE_STEP if fine else STEP
        self._move_to(self._point[0] + way[0] * step, self._point[1] + way[1] * step)
        announce(self, self.accessibleName())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed_on = self._preset_at(event.position())
        if self._pressed_on is None:
            self._drag_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            if self._preset_at(event.position()) is not self._pressed_on:
                self._pressed_on = None
            if self._pressed_on is None:
                self._drag_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        chosen, self._pressed_on = self._pressed_on, None
        if chosen is not None and event.button() is Qt.MouseButton.LeftButton:
            self.preset_chosen.emit(chosen.name)

    def _drag_to(self, place: QPointF) -> None:
        area = self._plane().area
        x, y = place.x(), place.y()
        x = next((edge for edge in (area.left(), area.right()) if abs(x - edge) < SNAP), x)
        y = next((edge for edge in (area.top(), area.bottom()) if abs(y - edge) < SNAP), y)
        self._move_to(*self._plane().values(QPointF(x, y)))

    def _preset_at(self, place: QPointF) -> NamedPoint | None:
        plane = self._plane()
        for preset in self._presets:
            offset = plane.place(preset.temperature, preset.top_p) - place
            if offset.manhattanLength() < REACH:
                return preset
        return None

    # Painting

    def _small_font(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, plane, small = current_theme(), self._plane(), self._small_font()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a diagram is not mirrored
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture.paint_plane(painter, plane, theme, self._heat_image())
        if self._surface is not None:
            picture.paint_contours(painter, plane, theme, self._surface)
        picture.paint_axes(painter, plane, theme, small, self._names)
        place = plane.place(*self._point)
        picture.paint_presets(painter, plane, theme, self._presets, small, place)
        picture.paint_point(painter, place, theme, sent=self._sent, focused=self.hasFocus())
        painter.end()

    def _heat_image(self) -> QImage | None:
        """Return the heat map in the theme's colours, made when they or the surface change."""
        theme = current_theme()
        if self._surface is None:
            return None
        if self._heat is None or self._heat[0] != theme.name:
            self._heat = (theme.name, picture.heat_image(self._surface, theme))
        return self._heat[1]

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _words_at(self, place: QPointF) -> str:
        """Return what the pointer is on: the values, and what was measured there."""
        temperature, top_p = self._plane().values(place)
        words = QCoreApplication.translate(
            "SamplingPad", "Temperature {temperature}, Top P {top_p}"
        ).format(temperature=_number(temperature), top_p=_number(top_p))
        value = self._surface.value_at(temperature, top_p) if self._surface else None
        return words if value is None else f"{words}\n{self._measure}: {_number(value, 3)}"


def _number(value: float, digits: int = 6) -> str:
    """Return a number as the person's language writes it."""
    return QLocale().toString(value, "g", digits)
