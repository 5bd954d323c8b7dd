"""The scrolling area over a stage: events in, picture out. It knows nothing of where messages
come from.
"""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.copying import selection_mime
from chatapp.ui.conversation.formulas import formulas
from chatapp.ui.conversation.keyboard import Keyboard
from chatapp.ui.conversation.painting import paint_screen
from chatapp.ui.conversation.picture import Picture, Shown
from chatapp.ui.conversation.pictures import pictures
from chatapp.ui.conversation.pointer import Pointer
from chatapp.ui.conversation.stage import Stage
from chatapp.ui.widgets.own_viewport import give_viewport

ZOOM_STEP = 1.1
LEAST_ZOOM, GREATEST_ZOOM = 0.5, 4.0
_NEAR_PAGES = 2
"""A move of the scroll bar up to so many pages walks exactly; a longer one goes by estimates."""


class TranscriptArea(QAbstractScrollArea):
    """Scrolls, paints, selects, zooms.

    ``changed`` says that other things may be in sight or elsewhere.
    """

    zoom_changed = Signal(float)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._zoom = 1.0
        self.stage = Stage(self._appearance(), self)
        self._picture = Picture()
        self._bar_seen = (0, 0, 0)
        self._bar_value = 0
        self._is_bar_filled = False
        self._pointer = Pointer(self.stage, self)
        self._keyboard = Keyboard(self.stage, self.copy_selection)
        self.stage.moved.connect(self.refresh)
        self.stage.looks_changed.connect(self.viewport().update)
        formulas().changed.connect(self._on_arrival)
        pictures().changed.connect(self._on_arrival)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _fill_behind_bar(self) -> None:
        """Give what the bar stands on a background, as soon as there is something to scroll:
        asking for it makes PySide look through all kinds of widgets for what it is.

        The bar lets shine through what is behind it: without this, all the windows up to the
        outermost one are painted there whenever it moves.
        """
        self._is_bar_filled = True
        behind_bar = cast("QWidget", self.verticalScrollBar().parentWidget())
        behind_bar.setBackgroundRole(QPalette.ColorRole.Base)
        behind_bar.setAutoFillBackground(True)

    @property
    def zoom(self) -> float:
        """How large everything is; 1.0 is normal."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show everything larger or smaller."""
        zoom = min(GREATEST_ZOOM, max(LEAST_ZOOM, zoom))
        if zoom != self._zoom:
            self._zoom = zoom
            self._restyle()
            self.zoom_changed.emit(zoom)

    @property
    def column(self) -> tuple[int, int]:
        """Where the text column begins, in the view's pixels, and how wide it is."""
        return self.stage.screen.left, self.stage.transcript.width

    def copy_selection(self) -> None:
        """Put what is selected on the clipboard."""
        data = selection_mime(self.stage.transcript, self.stage.selection)
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def selected_text(self) -> str:
        """Return the words that are selected; empty if none are."""
        data = selection_mime(self.stage.transcript, self.stage.selection)
        return data.text() if data is not None else ""

    def refresh(self) -> None:
        """Lay out what is in sight now, and bring bar and picture in line with it."""
        self.stage.settle(self.viewport().size())
        self._move_bar()
        self._repaint_what_changed()
        self.changed.emit()

    def _move_bar(self) -> None:
        """Bring the scroll bar in line, unless nobody could see it move: painting it costs more
        than a line of text."""
        scroller, bar, page = (
            self.stage.scroller,
            self.verticalScrollBar(),
            self.viewport().height(),
        )
        most, value = scroller.maximum, scroller.value
        if bar.isSliderDown():
            return
        groove, whole = bar.height(), max(1, most + page)
        seen = (groove, page * groove // whole, value * groove // whole)
        comes_or_goes = (most > 0) != (bar.maximum() > 0)
        if seen == self._bar_seen and not comes_or_goes:
            return
        self._bar_seen = seen
        if most and not self._is_bar_filled:
            self._fill_behind_bar()
        with QSignalBlocker(bar):
            bar.setPageStep(page)
            bar.setSingleStep(self.stage.transcript.look.line_height)
            bar.setRange(0, most)
            bar.setValue(value)
        if comes_or_goes:
            bar.rangeChanged.emit(0, most)  # shows or hides it
        self._bar_value = bar.value()

    def _repaint_what_changed(self) -> None:
        """Move what only moved, and paint the rest."""
        stage, viewport = self.stage, self.viewport()
        parts = [
            Shown(part, part.version, seen.top, seen.height, part.kept)
            for seen, part in stage.screen.visible_parts()
        ]
        look = stage.transcript.look
        frame = (id(look), viewport.size().toTuple(), stage.screen.left, len(stage.transcript))
        damage = self._picture.change((*frame, stage.attention.focus_row), parts)
        width, height = viewport.width(), viewport.height()
        if abs(damage.moved) >= height:
            viewport.update()
            return
        if damage.moved:
            viewport.scroll(0, damage.moved, viewport.rect())
        if damage.above > 0:
            viewport.update(0, 0, width, min(damage.above, height))
        if damage.below < height:
            viewport.update(0, max(0, damage.below), width, height - max(0, damage.below))

    def _on_arrival(self) -> None:
        if self.stage.transcript.renew():
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed."""
        painter = QPainter(self.viewport())
        for exposed in cast("Iterable[QRect]", event.region()):
            painter.setClipRect(exposed)
            paint_screen(painter, exposed, self.stage)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place at another size."""
        super().resizeEvent(event)
        self.refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar. How far it went we know: Qt counts from where it last heard of
        the bar, which may be long ago."""
        del dx, dy
        bar = self.verticalScrollBar()
        value, by = bar.value(), bar.value() - self._bar_value
        self._bar_value = value
        if not by:
            return
        if value == bar.minimum():
            self.stage.go_to_start()
        elif value == bar.maximum():
            self.stage.go_to_end()
        elif abs(by) <= _NEAR_PAGES * self.viewport().height():
            self.stage.scroll(by)
        else:
            self.stage.jump_to(value)

    def changeEvent(self, event: QEvent) -> None:
        """Take over another palette or font."""
        super().changeEvent(event)
        kinds = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}
        if event.type() in kinds and hasattr(self, "_keyboard"):
            self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keyboard helper handle it, or pass it on."""
        if self._zoom_by_key(event) or self._keyboard.press(event):
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Walk the current message's controls before leaving the view."""
        if self.stage.attention.focus_row >= 0 and self._keyboard.next_control(forwards=forwards):
            return True
        return super().focusNextPrevChild(forwards)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pass on to the pointer."""
        self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Pass on to the pointer."""
        self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pass on to the pointer."""
        self._pointer.move(event)
        self.viewport().setCursor(self._pointer.cursor_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pass on to the pointer."""
        self._pointer.release(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            larger = event.angleDelta().y() > 0
            self.set_zoom(self._zoom * (ZOOM_STEP if larger else 1 / ZOOM_STEP))
        else:
            self._pointer.wheel(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tooltips; notice when the pointer leaves."""
        if event.type() is QEvent.Type.Leave:
            self._pointer.leave()
        elif event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tool_tip(event)
            return True
        return super().viewportEvent(event)

    def _appearance(self) -> Appearance:
        return Appearance.of(self.palette(), self.font(), self._zoom)

    def _restyle(self) -> None:
        held = self.stage.scroller.hold()
        self.stage.transcript.fit(self._appearance(), self.stage.transcript.width)
        self.stage.scroller.take_up(held)
        self.refresh()

    def _show_tool_tip(self, event: QHelpEvent) -> None:
        hit = self.stage.screen.hit(event.pos())
        words = hit.part.hint_at(hit.point) if hit else ""
        QToolTip.showText(event.globalPos(), _as_plain_tool_tip(words), self)

    def _zoom_by_key(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        key = Qt.Key(event.key())
        zooms = {
            Qt.Key.Key_Plus: self._zoom * ZOOM_STEP,
            Qt.Key.Key_Equal: self._zoom * ZOOM_STEP,
            Qt.Key.Key_Minus: self._zoom / ZOOM_STEP,
            Qt.Key.Key_0: 1.0,
        }
        if key in zooms:
            self.set_zoom(zooms[key])
        return key in zooms


def _as_plain_tool_tip(words: str) -> str:
    """Keep Qt from taking words for HTML."""
    from html import escape

    return f"<p style='white-space:pre-wrap'>{escape(words)}</p>" if words else ""
