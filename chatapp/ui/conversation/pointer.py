"""The mouse in the message view: controls, links, selecting, scrolling while dragging."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent

from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.screen import Hit
from chatapp.ui.conversation.selection import Place
from chatapp.ui.conversation.stage import Stage

DRAG_MS = 30
_WHEEL_STEP = 120
_WHEEL_LINES = 3
DOUBLE, TRIPLE = 2, 3


class Pointer(QObject):
    """Turns mouse events into changes of the stage."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._pressed: Hit | None = None
        self._selecting = False
        self._clicks = 0
        self._last_press = QPoint()
        self._at = QPoint()
        self._drag = QTimer(self)
        self._drag.setInterval(DRAG_MS)
        self._drag.timeout.connect(self._on_drag_tick)

    def press(self, event: QMouseEvent) -> None:
        """Take hold of a control or a link, or begin to select."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self._count_clicks(point, again=False)
        self._pressed = self._stage.screen.hit(point)
        if self._pressed and self._pressed.area:
            return
        place = self._stage.screen.place_at(point)
        if place is None:
            return
        self._selecting = True
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._stage.selection.extend(place)
        elif self._clicks == TRIPLE:
            self._select_around(place, whole_paragraph=True)
        else:
            self._stage.selection.begin(place)
            self._stage.row_chosen.emit(place.row)
        self._stage.looks_changed.emit()

    def double_click(self, event: QMouseEvent) -> None:
        """Select a word."""
        point = event.position().toPoint()
        self._count_clicks(point, again=True)
        hit = self._stage.screen.hit(point)
        if hit and hit.area:
            self.press(event)
            return
        place = self._stage.screen.place_at(point)
        if place is not None:
            self._selecting = False
            self._select_around(place, whole_paragraph=False)
            self._stage.looks_changed.emit()

    def move(self, event: QMouseEvent) -> None:
        """Follow the pointer: hover, or select up to it."""
        self._at = event.position().toPoint()
        if self._selecting and event.buttons() & Qt.MouseButton.LeftButton:
            self._extend_to(self._at)
            outside = not 0 <= self._at.y() < self._stage.size.height()
            if outside and not self._drag.isActive():
                self._drag.start()
            return
        self.hover(self._at)

    def release(self, event: QMouseEvent) -> None:
        """Let go: a click on the control or link it began on counts."""
        self._drag.stop()
        self._selecting = False
        pressed, self._pressed = self._pressed, None
        hit = self._stage.screen.hit(event.position().toPoint())
        if pressed is None or hit is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if pressed.area and hit.area and hit.area.wish == pressed.area.wish:
            self._stage.wish(hit.row, hit.area.wish)
        elif pressed.link and hit.link == pressed.link and self._stage.selection.is_empty:
            self._stage.link_clicked.emit(hit.link.url, hit.link.text)
        elif self._stage.selection.is_empty:
            token = hit.part.token_at(hit.point)
            if token >= 0:
                self._stage.token_clicked.emit(hit.row, token)

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll; sideways where the pointer is over something wide."""
        delta = event.pixelDelta()
        if delta.isNull():
            line = self._stage.transcript.look.line_height * _WHEEL_LINES
            delta = event.angleDelta() * line / _WHEEL_STEP
        sideways = delta.x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not sideways:
            sideways, delta = delta.y(), QPoint(delta.x(), 0)
        if sideways and abs(sideways) > abs(delta.y()):
            hit = self._stage.screen.hit(event.position().toPoint())
            if hit and hit.part.scroll_sideways(-sideways):
                self._stage.looks_changed.emit()
        elif delta.y():
            self._stage.scroll(-delta.y())
        self.hover(event.position().toPoint())
        event.accept()

    def hover(self, point: QPoint) -> None:
        """Show the controls of the message under the pointer."""
        hit = self._stage.screen.hit(point)
        area = hit.area if hit else None
        self._stage.attend(hover_row=hit.row if hit else -1, hot=area.wish if area else None)

    def leave(self) -> None:
        """The pointer is elsewhere."""
        self._stage.attend(hover_row=-1, hot=None)

    def cursor_at(self, point: QPoint) -> Qt.CursorShape:
        """Return the shape that the pointer takes."""
        hit = self._stage.screen.hit(point)
        if hit is None:
            return Qt.CursorShape.ArrowCursor
        if hit.area or hit.link:
            return Qt.CursorShape.PointingHandCursor
        if not hit.part.selectable and hit.part.token_at(hit.point) >= 0:
            return Qt.CursorShape.PointingHandCursor
        over_text = hit.part.selectable and hit.part.contains(hit.point)
        return Qt.CursorShape.IBeamCursor if over_text else Qt.CursorShape.ArrowCursor

    def _count_clicks(self, point: QPoint, *, again: bool) -> None:
        if again:
            self._clicks = DOUBLE
        elif self._clicks == DOUBLE and (point - self._last_press).manhattanLength() < DOUBLE * 3:
            self._clicks = TRIPLE
        else:
            self._clicks = 1
        self._last_press = point

    def _select_around(self, place: Place, *, whole_paragraph: bool) -> None:
        part = self._stage.transcript.prepare(place.row, place.slot)
        if isinstance(part, DocumentPart):
            around = part.paragraph_at if whole_paragraph else part.word_at
            start, end = around(place.position)
            row, index = place.row, place.slot
            self._stage.selection.select(Place(row, index, start), Place(row, index, end))

    def _extend_to(self, point: QPoint) -> None:
        place = self._stage.screen.place_at(point)
        if place is not None:
            self._stage.selection.extend(place)
            self._stage.looks_changed.emit()

    def _on_drag_tick(self) -> None:
        """Scroll towards the pointer, faster the farther it is outside."""
        y, height = self._at.y(), self._stage.size.height()
        if 0 <= y < height:
            self._drag.stop()
            return
        self._stage.scroll((y if y < 0 else y - height) // 2)
        self._extend_to(QPoint(self._at.x(), min(max(0, y), height - 1)))
