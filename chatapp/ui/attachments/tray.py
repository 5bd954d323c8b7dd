"""The attachments of the message that is being written."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from chatapp.domain.attachments import Attachment
from chatapp.ui.attachments.chip import AttachmentChip
from chatapp.ui.attachments.wording import sum_words
from chatapp.ui.widgets.flow_layout import FlowLayout

MOST = 20
"""No provider takes more pictures in a message; more files are refused in words."""


MOST_HEIGHT = 178
"""Pixels: three rows of cards."""
SCROLL_BAR = 12


class AttachmentTray(QWidget):
    """Cards in rows, their sum, and a word on what the model cannot take."""

    changed = Signal()
    """What would be sent is different now."""
    note_button_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attachmentTray")
        self.setAccessibleName(QCoreApplication.translate("Attachment", "Attachments"))
        self._chips: list[AttachmentChip] = []
        cards = QWidget(self)
        self._cards = FlowLayout(cards, spacing=6, fill=False)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(cards)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sum = QLabel(self)
        self._sum.setTextFormat(Qt.TextFormat.PlainText)
        self._sum.setProperty("role", "muted")
        self._note = QLabel(self)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setProperty("role", "note")
        self._note.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.setProperty("variant", "quiet")
        self._button.clicked.connect(self.note_button_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 4)
        column.setSpacing(4)
        for widget in (self._scroll, self._sum, self._note):
            column.addWidget(widget)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_note("")
        self.hide()

    def attachments(self) -> tuple[Attachment, ...]:
        """Return what is ready to be sent."""
        return tuple(chip.attachment for chip in self._chips if chip.attachment is not None)

    @property
    def is_reading(self) -> bool:
        """Whether a file is still being read."""
        return any(chip.is_reading for chip in self._chips)

    @property
    def is_full(self) -> bool:
        """Whether no more can be added."""
        return len(self._chips) >= MOST

    def add(self, name: str) -> AttachmentChip:
        """Show that a file is being read; the result is told what became of it."""
        chip = AttachmentChip(name, self)
        chip.remove_requested.connect(lambda: self.remove(chip))
        self._chips.append(chip)
        self._cards.addWidget(chip)
        chip.show()
        self._refresh()
        return chip

    def show_ready(self, chip: AttachmentChip, attachment: Attachment) -> None:
        """Show what a file became; the same thing twice is shown once."""
        if chip not in self._chips:
            return
        if any(other.attachment == attachment for other in self._chips):
            self.remove(chip)
            return
        chip.show_ready(attachment)
        self._refresh()

    def show_problem(self, chip: AttachmentChip, words: str) -> None:
        """Say why a file cannot be sent."""
        if chip in self._chips:
            chip.show_problem(words)
            self._refresh()

    def remove(self, chip: AttachmentChip) -> None:
        """Take one away."""
        if chip in self._chips:
            self._drop(chip)
            self._refresh()

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Show these instead, without counting as a change."""
        for chip in tuple(self._chips):
            self._drop(chip)
        for attachment in attachments:
            self.add(attachment.name).show_ready(attachment)
        self._refresh(silent=True)

    def show_note(self, words: str, button: str = "") -> None:
        """Say something about all of them; nothing with empty words."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._button.setText(button)
        self._button.setVisible(bool(words and button))
        self._fit()

    def _drop(self, chip: AttachmentChip) -> None:
        self._chips.remove(chip)
        self._cards.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _fit(self) -> None:
        """Be as high as the rows need, up to a bound; beyond it one scrolls."""
        room = max(self.width() - SCROLL_BAR, 80)
        for chip in self._chips:
            chip.fit(room)
        self._cards.invalidate()
        self._scroll.setFixedHeight(min(self._cards.heightForWidth(room), MOST_HEIGHT))
        self._note.setMinimumHeight(self._note.heightForWidth(room) if self._note.text() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards in other rows."""
        super().resizeEvent(event)
        self._fit()

    def _refresh(self, *, silent: bool = False) -> None:
        ready = self.attachments()
        self._sum.setText(sum_words(ready))
        self._sum.setVisible(len(ready) > 1)
        self.setVisible(bool(self._chips))
        self._fit()
        if not silent:
            self.changed.emit()
