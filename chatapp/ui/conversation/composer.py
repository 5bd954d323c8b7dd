"""The composer: where a message is written. Plain text only; it sends nothing by itself."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QImage, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from chatapp.ui.conversation.recall import Recall

if TYPE_CHECKING:
    from chatapp.ui.conversation.spelling import SpellingMarks

MOST_LINES = 10


class Composer(QPlainTextEdit):
    """Grows with its text from one to ten lines.

    Enter sends and Shift+Enter breaks the line, or the reverse (:meth:`set_enter_sends`). While
    an input method composes, Enter belongs to it and never sends.
    """

    send_requested = Signal(str)
    draft_changed = Signal(str)
    files_given = Signal(list)
    """Paths of files that were pasted or dropped."""
    picture_given = Signal(QImage)
    """A picture that was pasted or dropped without a file."""
    escape_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        tr = QCoreApplication.translate
        self.setAccessibleName(tr("Composer", "Message"))
        self.setPlaceholderText(tr("Composer", "Write a message"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._enter_sends = True
        self._composing = False
        self._setting_draft = False
        self.recall: Recall | None = None
        """What the arrow keys bring back."""
        self.has_attachments = False
        """Whether there is something to send even without words."""
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    @cached_property
    def marks(self) -> "SpellingMarks":
        """The marks under misspelled words; made when spelling is first thought of."""
        from chatapp.ui.conversation.spelling import SpellingMarks

        return SpellingMarks(self)

    def set_enter_sends(self, enter_sends: bool) -> None:
        """Choose whether Enter or Shift+Enter sends; the other breaks the line."""
        self._enter_sends = enter_sends

    def set_draft(self, text: str) -> None:
        """Show a kept draft; ``draft_changed`` stays silent, and undo begins here."""
        self._setting_draft = True
        self.setPlainText(text)
        self._setting_draft = False
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def take(self) -> str:
        """Return the text and empty the composer; undo brings it back."""
        text = self.toPlainText()
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.removeSelectedText()
        return text

    def request_send(self) -> None:
        """Ask to send the text, unless there is nothing but space or composing goes on."""
        text = self.toPlainText()
        if (text.strip() or self.has_attachments) and not self._composing:
            self.send_requested.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send or break the line on Enter; anything else edits."""
        if event.key() == Qt.Key.Key_Escape and not self._composing:
            self.escape_pressed.emit()
            return
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not self._recalled(event):
                super().keyPressEvent(event)
            return
        if self._composing:
            event.accept()
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        with_shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        always = modifiers == Qt.KeyboardModifier.ControlModifier
        if always or (plain if self._enter_sends else with_shift):
            self.request_send()
        else:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        event.accept()

    def _recalled(self, event: QKeyEvent) -> bool:
        """Show an earlier message; tell whether the key was meant for that."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        bare = modifiers == Qt.KeyboardModifier.NoModifier
        if self.recall is None or not step or not bare or self._composing:
            return False
        if not self._is_at_edge(step):
            return False
        text = self.recall.step(step, self.toPlainText())
        if text is None:
            return False
        self.replace_all(text)
        return True

    def _is_at_edge(self, step: int) -> bool:
        """Whether the cursor could go no further up (-1) or down (1)."""
        cursor = self.textCursor()
        way = cursor.MoveOperation.Up if step < 0 else cursor.MoveOperation.Down
        return not cursor.movePosition(way)

    def replace_all(self, text: str) -> None:
        """Put other words in place of all; undo brings the old ones back."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def quote(self, words: str) -> None:
        """Put a quotation where the cursor is, on lines of its own, and go on below it."""
        quoted = "\n".join(f"> {line}".rstrip() for line in words.strip().splitlines())
        cursor = self.textCursor()
        before = "" if cursor.atBlockStart() else "\n"
        cursor.insertText(f"{before}{quoted}\n\n")
        self.setTextCursor(cursor)
        self.setFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Begin the menu with what a misspelled word may have meant."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.marks.add_to_menu(menu, event.pos())
        menu.aboutToHide.connect(self.marks.close_menu)
        menu.popup(event.globalPos())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Notice when an input method begins and ends to compose."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Composing ends with the focus."""
        self._composing = False
        super().focusOutEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept text, files and pictures."""
        return source.hasText() or source.hasUrls() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert text only; files and pictures become attachments, never their path in words."""
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_given.emit(files)
        elif source.hasImage() and not source.hasText():
            self.picture_given.emit(QImage(source.imageData()))
        elif source.hasText():
            self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        """Return the size for the text as it is."""
        return QSize(super().sizeHint().width(), self._height_for_text())

    def minimumSizeHint(self) -> QSize:
        """Return the size of an empty composer."""
        return QSize(120, self._height_for_lines(1))

    def _height_for_text(self) -> int:
        lines = max(1, round(self.document().size().height()))
        return self._height_for_lines(min(lines, MOST_LINES))

    def _height_for_lines(self, lines: int) -> int:
        margins = self.contentsMargins()
        around = round(self.document().documentMargin() * 2) + margins.top() + margins.bottom()
        return lines * self.fontMetrics().lineSpacing() + around + 2

    def _on_size_changed(self) -> None:
        fits = self.document().size().height() <= MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.setFixedHeight(self._height_for_text())

    def _on_text_changed(self) -> None:
        if not self._setting_draft:
            self.draft_changed.emit(self.toPlainText())
