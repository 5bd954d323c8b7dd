"""Carries out the wishes that stay inside the view, and passes the others on as signals."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from chatapp.domain.messages import Message
from chatapp.ui.conversation.copying import message_mime, mime_of, quote_of
from chatapp.ui.conversation.stage import Stage
from chatapp.ui.conversation.wishes import Wish, WishKind

if TYPE_CHECKING:
    from chatapp.ui.conversation.message_layout import MessageLayout

TICK_MS = 1500
"""How long a button shows that it has copied something."""


class WishDesk(QObject):
    """Where wishes arrive; ``passed_on`` carries the message's id with a wish for others."""

    passed_on = Signal(str, object)
    save_requested = Signal(str, str)
    copied = Signal()
    """Something was put on the clipboard by its button."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        stage.wished.connect(self._on_wished)
        self._ticked = QTimer(self, singleShot=True, interval=TICK_MS)
        self._ticked.timeout.connect(lambda: stage.attend(done_row=-1, done=None))

    def _on_wished(self, row: int, wish: Wish) -> None:
        layout = self._stage.transcript.layout(row)
        if wish.kind in {WishKind.FOLD, WishKind.RAW, WishKind.WRAP}:
            self._change(row, layout, wish)
        elif self._copy(layout, wish):
            self._stage.attend(done_row=row, done=wish)
            self._ticked.start()
            self.copied.emit()
        elif not self._save(layout, wish):
            self.passed_on.emit(layout.shown.message.id, wish)

    def _change(self, row: int, layout: "MessageLayout", wish: Wish) -> None:
        """Change how a message is shown, keeping in place what is at the upper edge."""
        self._stage.scroller.following = self._stage.scroller.following and wish.kind is not (
            WishKind.WRAP
        )
        if wish.kind is WishKind.FOLD:
            layout.toggle_fold(wish.name)
        elif wish.kind is WishKind.RAW:
            layout.toggle_raw()
        elif code := layout.code_part(wish.name):
            code.toggle_wrap()
            layout.remeasure(code)
        self._stage.selection.drop_from(row)
        self._stage.transcript.refresh(row)
        self._stage.moved.emit()

    def _copy(self, layout: "MessageLayout", wish: Wish) -> bool:
        message = layout.shown.message
        clipboard = QGuiApplication.clipboard()
        if wish.kind is WishKind.COPY_MESSAGE:
            clipboard.setMimeData(message_mime(message))
        elif wish.kind is WishKind.COPY_QUOTE:
            quote = quote_of(message)
            clipboard.setMimeData(mime_of(quote, quote, ""))
        elif wish.kind is WishKind.COPY_DETAILS:
            clipboard.setText(_details(message))
        elif wish.kind is WishKind.COPY_ADDRESS:
            clipboard.setText(wish.name)
        elif wish.kind is WishKind.COPY_CODE:
            code = layout.code_part(wish.name)
            clipboard.setText(code.code if code else "")
        else:
            return False
        return True

    def _save(self, layout: "MessageLayout", wish: Wish) -> bool:
        code = layout.code_part(wish.name) if wish.kind is WishKind.SAVE_CODE else None
        if code is None:
            return False
        self.save_requested.emit(code.code, code.language)
        return True


def _details(message: Message) -> str:
    return message.failure.detail if message.failure else ""
