"""How the pad looks: the plane of two fields with what was measured on it, drawn at any scale."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.surfaces import Surface, levels_of
from chatapp.ui.theme import Theme

CONTOURS = 4
RASTER = QSize(41, 33)
"""The heat map is computed this fine, in a few milliseconds, and scaled smoothly."""
POINT_RADIUS = 7.0
PRESET_RADIUS = 3.5
MAX_TEMPERATURE = 2.0


@dataclass(frozen=True, slots=True)
class Plane:
    """Where the plane is on the widget; x is the temperature, y the top_p, upwards."""

    area: QRectF

    def place(self, temperature: float, top_p: float) -> QPointF:
        """Return where a pair of values is."""
        x = self.area.left() + self.area.width() * temperature / MAX_TEMPERATURE
        return QPointF(x, self.area.bottom() - self.area.height() * top_p)

    def values(self, place: QPointF) -> tuple[float, float]:
        """Return the pair of values at a place, to two digits, within their ranges."""
        across = (place.x() - self.area.left()) / max(self.area.width(), 1)
        up = (self.area.bottom() - place.y()) / max(self.area.height(), 1)
        temperature = min(max(across, 0.0), 1.0) * MAX_TEMPERATURE
        return round(temperature, 2), round(min(max(up, 0.0), 1.0), 2)


@dataclass(frozen=True, slots=True)
class NamedPoint:
    """A preset on the plane, its name as it is shown."""

    name: str
    label: str
    temperature: float
    top_p: float


def heat_image(surface: Surface, theme: Theme) -> QImage | None:
    """Return the surface as colours from nothing to the accent; unknown places are clear."""
    span = surface.range
    if span is None:
        return None
    low, width = span[0], span[1] - span[0]
    weak, strong = theme.colour("accent_soft"), theme.colour("accent")
    image = QImage(RASTER, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    for row in range(RASTER.height()):
        top_p = 1 - row / (RASTER.height() - 1)
        for column in range(RASTER.width()):
            value = surface.value_at(column / (RASTER.width() - 1) * MAX_TEMPERATURE, top_p)
            if value is not None:
                share = (value - low) / width if width else 0.5
                image.setPixelColor(column, row, mixed(weak, strong, share * 0.85))
    return image


def mixed(weak: QColor, strong: QColor, share: float) -> QColor:
    """Return a colour between two."""
    return QColor.fromRgbF(
        weak.redF() + (strong.redF() - weak.redF()) * share,
        weak.greenF() + (strong.greenF() - weak.greenF()) * share,
        weak.blueF() + (strong.blueF() - weak.blueF()) * share,
    )


def paint_plane(painter: QPainter, plane: Plane, theme: Theme, heat: QImage | None) -> None:
    """Draw the ground: the heat map if there is one, and a faint grid."""
    area = plane.area
    edge = QPainterPath()
    edge.addRoundedRect(area, 6, 6)
    painter.fillPath(edge, theme.colour("surface"))
    if heat is not None:
        painter.save()
        painter.setClipPath(edge)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, heat)
        painter.restore()
    grid = theme.colour("strong_border" if heat is not None else "border")
    grid.setAlphaF(0.35 if heat is not None else 1.0)
    painter.setPen(QPen(grid, 1))
    for temperature in (0.5, 1.0, 1.5):
        x = round(plane.place(temperature, 0).x()) + 0.5
        painter.drawLine(QLineF(x, area.top() + 1, x, area.bottom() - 1))
    for top_p in (0.25, 0.5, 0.75):
        y = round(plane.place(0, top_p).y()) + 0.5
        painter.drawLine(QLineF(area.left() + 1, y, area.right() - 1, y))
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.drawPath(edge)


def paint_contours(painter: QPainter, plane: Plane, theme: Theme, surface: Surface) -> None:
    """Draw the lines of equal value."""
    painter.setPen(QPen(theme.colour("text"), 1.0, Qt.PenStyle.SolidLine))
    painter.setOpacity(0.55)
    for level in levels_of(surface, CONTOURS):
        for start, end in surface.contour(level):
            painter.drawLine(QLineF(plane.place(*start), plane.place(*end)))
    painter.setOpacity(1.0)


def paint_presets(
    painter: QPainter,
    plane: Plane,
    theme: Theme,
    points: Sequence[NamedPoint],
    font: QFont,
    in_use: QPointF,
) -> None:
    """Draw the named points. A name covers no point, no other name and not the point in use; one
    that has no such place is left out."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    places = [plane.place(point.temperature, point.top_p) for point in points]
    taken = [_round_box(in_use, POINT_RADIUS + 2)]
    taken += [_round_box(place, PRESET_RADIUS + 1) for place in places]
    for point, place in zip(points, places, strict=True):
        painter.setPen(QPen(theme.colour("muted"), 1.5))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(place, PRESET_RADIUS, PRESET_RADIUS)
        boxes = label_boxes(metrics, point.label, place, plane.area)
        box = next((b for b in boxes if not any(b.intersects(t) for t in taken)), None)
        if box is not None:
            taken.append(box)
            painter.setPen(theme.colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, point.label)


def _round_box(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)


def label_boxes(
    metrics: QFontMetricsF, label: str, place: QPointF, area: QRectF
) -> Iterator[QRectF]:
    """Yield where a name can go, the best first: below its point, beside it, or above it."""
    width, height = metrics.horizontalAdvance(label) + 4, metrics.height()
    below, beside = place.y() + 5, place.y() - height / 2
    for wished, top in (
        (place.x() - width / 2, below),
        (place.x() + 6, below),
        (place.x() + 6, beside),
        (place.x() - width - 6, below),
        (place.x() - width - 6, beside),
        (place.x() - width / 2, place.y() - 5 - height),
    ):
        left = min(max(wished, area.left() + 2), area.right() - width - 2)
        box = QRectF(left, top, width, height)
        if area.top() - 1 <= box.top() and box.bottom() <= area.bottom() - 2:
            yield box


def paint_point(
    painter: QPainter, place: QPointF, theme: Theme, *, sent: bool, focused: bool
) -> None:
    """Draw the point in use: filled if any of its values is sent, hollow if none is."""
    if focused:
        painter.setPen(QPen(theme.colour("text"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place, POINT_RADIUS + 3, POINT_RADIUS + 3)
    painter.setPen(QPen(theme.colour("surface" if sent else "muted"), 2))
    painter.setBrush(theme.colour("accent" if sent else "surface"))
    painter.drawEllipse(place, POINT_RADIUS, POINT_RADIUS)


def axis_line(font: QFont, names: Sequence[str]) -> float:
    """Return how high the names of the axes are; other scripts are higher than the font itself."""
    metrics, room = QFontMetricsF(font), QRectF(0, 0, 10_000, 1_000)
    return max(metrics.boundingRect(room, _LEFT, name).height() for name in names)


_LEFT = Qt.AlignmentFlag.AlignLeft.value


def paint_axes(
    painter: QPainter, plane: Plane, theme: Theme, font: QFont, names: Sequence[str]
) -> None:
    """Name the axes and their ends: ``names`` are that of x and of y."""
    painter.setFont(font)
    painter.setPen(theme.colour("muted"))
    area, line = plane.area, axis_line(font, names)
    below = QRectF(area.left(), area.bottom() + 2, area.width(), line)
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
    painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{MAX_TEMPERATURE:g}")
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, names[0])
    beside = QRectF(0, area.top() - 1, area.left() - 5, area.height() + 2)
    right = Qt.AlignmentFlag.AlignRight
    painter.drawText(beside, right | Qt.AlignmentFlag.AlignTop, "1")
    painter.drawText(beside, right | Qt.AlignmentFlag.AlignBottom, "0")
    painter.save()
    painter.translate(area.left() - 5 - line, area.center().y())
    painter.rotate(-90)
    across = QRectF(-area.height() / 2, 0, area.height(), line)
    painter.drawText(across, Qt.AlignmentFlag.AlignCenter, names[1])
    painter.restore()
