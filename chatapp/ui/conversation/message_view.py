"""The message view: shows one path of a conversation, as fast at the ten-thousandth message.

Only what is visible is parsed and laid out. See ``scroller`` for how the place is kept,
``message_layout`` for how a message becomes parts, ``stage`` for what the helpers share.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    Property,
    QCoreApplication,
    QEvent,
    QRect,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from chatapp.domain.messages import ConversationId, MessageId, MessageStatus, Role
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.copying import selection_mime
from chatapp.ui.conversation.empty_page import EmptyPage, EmptyState
from chatapp.ui.conversation.frame_pacer import FramePacer
from chatapp.ui.conversation.jump_button import JumpButton
from chatapp.ui.conversation.keyboard import Keyboard
from chatapp.ui.conversation.painting import paint_screen
from chatapp.ui.conversation.parts.part import Mark
from chatapp.ui.conversation.pointer import Pointer
from chatapp.ui.conversation.scroller import Anchor
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.conversation.stage import Stage
from chatapp.ui.conversation.wish_desk import WishDesk
from chatapp.ui.conversation.wishes import Wish, WishKind

THINKING_TICK_MS = 100
_NEAR_PAGES = 2
"""A move of the scroll bar up to so many pages walks exactly; a longer one goes by estimates."""


class MessageView(QAbstractScrollArea):
    """Shows messages and states wishes about them; signals name a message by its id.

    :meth:`update_message` may be called for every token: the view gathers what arrives.
    """

    regenerate_requested = Signal(str)
    continue_requested = Signal(str)
    retry_requested = Signal(str)
    edit_requested = Signal(str)
    delete_requested = Signal(str)
    sibling_requested = Signal(str, int)
    choice_requested = Signal(str, int)
    keep_choice_requested = Signal(str, int)
    way_out_requested = Signal(str, str)
    link_requested = Signal(str, str)
    save_code_requested = Signal(str, str)
    empty_action_requested = Signal(str)
    zoom_changed = Signal(float)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageView")
        self.setAccessibleName(QCoreApplication.translate("MessageView", "Messages"))
        self._zoom = 1.0
        self.stage = Stage(self._appearance(), self)
        self._pointer = Pointer(self.stage, self)
        self._keyboard = Keyboard(self.stage, self.copy_selection)
        self._desk = WishDesk(self.stage, self)
        self._pacer = FramePacer(self._flush, self)
        self._pending: dict[MessageId, ShownMessage] = {}
        self._places: dict[ConversationId, Anchor | None] = {}
        self._unseen = 0
        self._jump = JumpButton(self)
        self._empty = EmptyPage(self)
        self._thinking = QTimer(self, singleShot=True, interval=THINKING_TICK_MS)
        self._connect()
        self._prepare_widget()

    def show_path(self, messages: Sequence[ShownMessage]) -> None:
        """Show the messages from the root to the leaf; what stays the same keeps its place."""
        if not messages:
            self.clear(EmptyState())
            return
        self._empty.hide()
        self._pending.clear()
        self._keep_place()
        known = len(self.stage.transcript)
        same = self.stage.transcript.set_path(messages)
        self.stage.selection.drop_from(same)
        if same == 0:
            self._arrive(messages[0].message.conversation_id)
        elif len(messages) > known == same:
            self._take_new(messages[same:])
        self._refresh()

    def update_message(self, shown: ShownMessage) -> None:
        """Show another state of a message on the path; others are ignored.

        Gathered to one change a frame, except that the end of an answer is shown at once.
        """
        row = self.stage.transcript.row_of(shown.message.id)
        if row is None:
            return
        self._pending[shown.message.id] = shown
        if shown.message.status is not self.stage.transcript.rows[row].message.status:
            self._flush()
        elif self.isVisible():
            self._pacer.request()

    def clear(self, state: EmptyState) -> None:
        """Show no messages, but the words of ``state``."""
        self._keep_place()
        self._pending.clear()
        self.stage.transcript.set_path(())
        self.stage.selection.clear()
        self.stage.scroller.anchor = Anchor()
        self._empty.show_state(state)
        self._refresh()

    def jump_to_latest(self) -> None:
        """Show the end and follow it."""
        self.stage.go_to_end()

    def show_message(self, message_id: MessageId) -> bool:
        """Bring a message to the upper edge; return False if it is not on the path."""
        row = self.stage.transcript.row_of(message_id)
        if row is None:
            return False
        self.stage.scroller.following = False
        self.stage.scroller.jump_to_row(row)
        self.stage.attend(focus_row=row, focused=None)
        self._refresh()
        return True

    def copy_selection(self) -> None:
        """Put what is selected on the clipboard."""
        data = selection_mime(self.stage.transcript, self.stage.selection)
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def set_zoom(self, zoom: float) -> None:
        """Show everything larger or smaller; 1.0 is normal."""
        zoom = min(4.0, max(0.5, zoom))
        if zoom != self._zoom:
            self._zoom = zoom
            self._restyle()
            self.zoom_changed.emit(zoom)

    def set_marks(self, marks: dict[tuple[int, int], Sequence[Mark]]) -> None:
        """Mark the hits of a search, by row and part."""
        self.stage.marks = marks
        self.viewport().update()

    def _message_count(self) -> int:
        return len(self.stage.transcript)

    def _is_streaming(self) -> bool:
        rows = self.stage.transcript.rows
        return any(shown.message.status.is_running for shown in rows[-2:])

    messageCount = Property(int, _message_count)
    streaming = Property(bool, _is_streaming)

    def _connect(self) -> None:
        self.stage.moved.connect(self._refresh)
        self.stage.looks_changed.connect(self.viewport().update)
        self.stage.link_clicked.connect(self.link_requested)
        self._desk.passed_on.connect(self._pass_on)
        self._desk.save_requested.connect(self.save_code_requested)
        self._jump.clicked.connect(self.jump_to_latest)
        self._empty.action_requested.connect(self.empty_action_requested)
        self._thinking.timeout.connect(self._on_thinking_tick)

    def _prepare_widget(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._empty.show_state(EmptyState())

    def _appearance(self) -> Appearance:
        return Appearance.of(self.palette(), self.font(), self._zoom)

    def _restyle(self) -> None:
        held = self.stage.scroller.hold()
        self.stage.transcript.fit(self._appearance(), self.stage.transcript.width)
        self.stage.scroller.take_up(held)
        self._refresh()

    def _keep_place(self) -> None:
        rows = self.stage.transcript.rows
        if rows:
            anchor = None if self.stage.scroller.following else self.stage.scroller.anchor
            self._places[rows[0].message.conversation_id] = anchor

    def _arrive(self, conversation_id: ConversationId) -> None:
        anchor = self._places.get(conversation_id)
        self.stage.scroller.anchor = anchor or Anchor()
        self.stage.scroller.following = anchor is None
        self.stage.attend(focus_row=-1, focused=None, hover_row=-1, hot=None)
        self._unseen = 0

    def _take_new(self, added: Sequence[ShownMessage]) -> None:
        if any(shown.message.role is Role.USER for shown in added):
            self.stage.scroller.following = True
        elif not self.stage.scroller.following:
            self._unseen += len(added)

    def _flush(self) -> None:
        pending, self._pending = self._pending, {}
        for message_id, shown in pending.items():
            row = self.stage.transcript.row_of(message_id)
            if row is not None:
                self.stage.transcript.replace(row, shown)
        if pending:
            self._refresh()
            if any(_is_thinking(shown) for shown in pending.values()):
                self._thinking.start()

    def _on_thinking_tick(self) -> None:
        """Let the seconds of a thinking model run on when nothing arrives."""
        for row, shown in enumerate(self.stage.transcript.rows[-1:], self._message_count() - 1):
            if _is_thinking(shown):
                self._pending.setdefault(shown.message.id, self.stage.transcript.rows[row])
        self._flush()

    def _refresh(self) -> None:
        """Lay out what is visible now, and bring bar, button and picture in line with it."""
        self.stage.settle(self.viewport().size())
        scroller, bar = self.stage.scroller, self.verticalScrollBar()
        if not bar.isSliderDown():
            with QSignalBlocker(bar):
                bar.setPageStep(self.viewport().height())
                bar.setSingleStep(self.stage.transcript.look.line_height)
                bar.setRange(0, scroller.maximum)
                bar.setValue(scroller.value)
        self._place_overlays()
        self.viewport().update()
        self.changed.emit()

    def _place_overlays(self) -> None:
        self._empty.setGeometry(self.viewport().geometry())
        if self.stage.scroller.following or self.stage.is_at_end():
            self._unseen = 0
            self._jump.hide()
        else:
            self._jump.show_for(self._unseen)
            self._jump.place_in(self.viewport())

    def _pass_on(self, message_id: str, wish: Wish) -> None:
        plain = {
            WishKind.REGENERATE: self.regenerate_requested,
            WishKind.CONTINUE: self.continue_requested,
            WishKind.RETRY: self.retry_requested,
            WishKind.EDIT: self.edit_requested,
            WishKind.DELETE: self.delete_requested,
        }
        numbered = {
            WishKind.SIBLING: self.sibling_requested,
            WishKind.CHOICE: self.choice_requested,
            WishKind.KEEP_CHOICE: self.keep_choice_requested,
        }
        if wish.kind in plain:
            plain[wish.kind].emit(message_id)
        elif wish.kind in numbered:
            numbered[wish.kind].emit(message_id, wish.number)
        else:
            self.way_out_requested.emit(message_id, wish.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed."""
        painter = QPainter(self.viewport())
        exposed: QRect = event.rect()
        stage = self.stage
        marks = lambda row, index: stage.marks.get((row, index), ())  # noqa: E731
        paint_screen(
            painter,
            exposed,
            stage.transcript,
            stage.screen,
            stage.selection,
            stage.attention,
            marks,
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place at another size."""
        super().resizeEvent(event)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what arrived while hidden."""
        super().showEvent(event)
        self._flush()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar; ``dy`` is how far the content goes down."""
        del dx
        if abs(dy) <= _NEAR_PAGES * self.viewport().height():
            self.stage.scroll(-dy)
        else:
            self.stage.jump_to(self.verticalScrollBar().value())

    def changeEvent(self, event: QEvent) -> None:
        """Take over another palette or font."""
        super().changeEvent(event)
        kinds = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}
        if event.type() in kinds and hasattr(self, "_thinking"):
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
            self.set_zoom(self._zoom * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
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

    def _show_tool_tip(self, event: QHelpEvent) -> None:
        hit = self.stage.screen.hit(event.pos())
        words = hit.link.url if hit and hit.link else ""
        QToolTip.showText(event.globalPos(), _as_plain_tool_tip(words), self)

    def _zoom_by_key(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        factors = {Qt.Key.Key_Plus: 1.1, Qt.Key.Key_Equal: 1.1, Qt.Key.Key_Minus: 1 / 1.1}
        if event.key() == Qt.Key.Key_0:
            self.set_zoom(1.0)
        elif event.key() in factors:
            self.set_zoom(self._zoom * factors[Qt.Key(event.key())])
        else:
            return False
        return True


def _is_thinking(shown: ShownMessage) -> bool:
    message = shown.message
    streams = message.status is MessageStatus.STREAMING
    return streams and bool(message.choice.reasoning) and not message.choice.content


def _as_plain_tool_tip(words: str) -> str:
    """Keep Qt from taking words for HTML."""
    from html import escape

    return f"<p style='white-space:pre-wrap'>{escape(words)}</p>" if words else ""
