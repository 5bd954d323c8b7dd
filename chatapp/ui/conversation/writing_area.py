"""Where a message is written: attachments, text, and a row of what can be done with it."""

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from chatapp.domain.attachments import Attachment
from chatapp.ui.conversation.composer import Composer
from chatapp.ui.fonts import scaled

if TYPE_CHECKING:
    from chatapp.ui.attachments.tray import AttachmentTray

Written: TypeAlias = tuple[str, tuple[Attachment, ...]]
"""Words and files that are not sent yet."""


class WritingArea(QFrame):
    """One rounded field that shows the focus of the text within it.

    ``tools`` is the row below the text, for further buttons at its left.
    """

    note_button_pressed = Signal()
    """What the attachments' note offers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("writingArea")
        self.setProperty("focused", False)
        self.composer = Composer(self)
        self.composer.installEventFilter(self)
        self._tray: AttachmentTray | None = None
        self.meter = QLabel(self)
        self.meter.setObjectName("tokenMeter")
        self.meter.setTextFormat(Qt.TextFormat.PlainText)
        self.meter.setProperty("role", "muted")
        self.meter.setMinimumWidth(1)
        self._said = ("", "")
        self.tools = QHBoxLayout()
        self.tools.setSpacing(2)
        self._tail = QHBoxLayout()
        self._tail.setSpacing(8)
        self._tail.addStretch(1)
        self._tail.addWidget(self.meter)
        row = QHBoxLayout()
        row.addLayout(self.tools)
        row.addLayout(self._tail, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 8, 8, 8)
        self.column.setSpacing(4)
        self.column.addWidget(self.composer)
        self.column.addLayout(row)

    @property
    def tray(self) -> "AttachmentTray":
        """The attachments; made, and its module imported, when the first one comes."""
        if self._tray is None:
            from chatapp.ui.attachments.tray import AttachmentTray

            self._tray = AttachmentTray(self)
            self._tray.changed.connect(self._on_attachments)
            self._tray.note_button_pressed.connect(self.note_button_pressed)
            self.column.insertWidget(0, self._tray)
        return self._tray

    def attachments(self) -> tuple[Attachment, ...]:
        """Return what would be sent with the text."""
        return self._tray.attachments() if self._tray is not None else ()

    def written(self) -> Written:
        """Return what is in it."""
        return self.composer.toPlainText(), self.attachments()

    def show_attachments(self, attachments: tuple[Attachment, ...]) -> None:
        """Show the attachments of a kept draft."""
        if attachments or self._tray is not None:
            self.tray.show_attachments(attachments)
            self.composer.has_attachments = bool(attachments)

    def show_note(self, words: str, button: str = "") -> None:
        """Say something about the attachments; nothing with empty words."""
        if words or self._tray is not None:
            self.tray.show_note(words, button)

    def is_reading(self) -> bool:
        """Whether a file is still being read."""
        return self._tray is not None and self._tray.is_reading

    def add_tool(self, action: QAction) -> QToolButton:
        """Add a button at the left of the row."""
        return self._button(action, self.tools, "icon")

    def add_primary(self, action: QAction) -> QToolButton:
        """Add a button at the right end of the row, in the accent colour."""
        return self._button(action, self._tail, "primary")

    def _button(self, action: QAction, row: QHBoxLayout, variant: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(scaled(18), scaled(18)))
        button.setAccessibleName(action.text())
        button.setProperty("variant", variant)
        row.addWidget(button)
        return button

    def show_meter(
        self, words: str, *, more: str = "", is_over: bool = False, hint: str = ""
    ) -> None:
        """Show about how many tokens the next request will have, and ``more`` where there is
        room for it."""
        self._said = (words, " · ".join(part for part in (words, more) if part))
        self._fit_meter()
        self.meter.setToolTip(hint)
        role = "note" if is_over else "muted"
        if self.meter.property("role") != role:
            self.meter.setProperty("role", role)
            self.meter.style().polish(self.meter)

    def _fit_meter(self) -> None:
        """Say as much as fits; nothing is cut in the middle of a number."""
        margins, gap = self.column.contentsMargins(), self._tail.spacing()
        others = self.tools.sizeHint().width() + gap * 3 + margins.left() + margins.right()
        items = (self._tail.itemAt(at) for at in range(self._tail.count()))
        for widget in (item.widget() for item in items if item is not None):
            if widget is not None and widget is not self.meter and not widget.isHidden():
                others += widget.sizeHint().width() + gap
        room, measure = self.width() - others, self.meter.fontMetrics().horizontalAdvance
        short, long = self._said
        fitting = next((text for text in (long, short) if measure(text) <= room), "")
        if self.meter.text() != fitting:
            self.meter.setText(fitting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less beside the buttons."""
        super().resizeEvent(event)
        self._fit_meter()

    def _on_attachments(self) -> None:
        self.composer.has_attachments = bool(self.attachments())
        self.composer.draft_changed.emit(self.composer.toPlainText())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the text and the buttons is meant for the text."""
        super().mousePressEvent(event)
        self.composer.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the composer's focus around the whole area."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self.style().polish(self)
            self.update()
        return super().eventFilter(watched, event)


def attach_words(count: int) -> str:
    """Say that files are too many for one message."""
    words = QCoreApplication.translate(
        "Attachment", "A message takes {count} attachments at most; the others were left out."
    )
    return words.format(count=count)
