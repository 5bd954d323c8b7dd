"""Banners above the messages: endpoint and storage troubles, undo offers."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon

OFFER_MS = 12_000
"""How long an offer to undo stays; the command stays longer."""


class NoticeBar(QWidget):
    """Shows notices by key; a newer notice takes the place of the one with its key."""

    undoable = Signal(str, object)
    """Something was done that can be taken back: what, and how (also by Ctrl+Z)."""
    joined = Signal(object)
    """Another bar, that of a dialog, in which such offers are made and shown as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[str, QFrame] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setVisible(False)

    def show_notice(
        self,
        key: str,
        words: str,
        *,
        role: str = "note",
        button: str = "",
        on_button: Callable[[], object] | None = None,
        passing: bool = False,
    ) -> None:
        """Show ``words`` with an optional button; ``passing`` notices go by themselves."""
        self.remove(key)
        frame, row = self._frame(key, words, role)
        if button and on_button is not None:
            self._add_button(row, frame, key, button, on_button)
        self._add_close(row, frame, key)
        self._notices[key] = frame
        self._layout.addWidget(frame)
        self.setVisible(True)
        if passing:
            QTimer.singleShot(OFFER_MS, frame, lambda: self._remove_if_same(key, frame))

    def change_words(self, key: str, words: str) -> None:
        """Let a notice that is still there say something else."""
        frame = self._notices.get(key)
        label = frame.findChild(QLabel) if frame is not None else None
        if frame is not None and isinstance(label, QLabel):
            frame.setAccessibleName(words)
            label.setText(words)

    def _frame(self, key: str, words: str, role: str) -> tuple[QFrame, QHBoxLayout]:
        frame = QFrame(self)
        frame.setObjectName(f"notice.{key}")
        frame.setProperty("notice", role)
        frame.setAccessibleName(words)
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 6, 8, 6)
        label = QLabel(words, frame)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(label, 1)
        return frame, row

    def _add_button(
        self, row: QHBoxLayout, frame: QFrame, key: str, words: str, on_button: Callable[[], object]
    ) -> None:
        button = QPushButton(words, frame)
        button.setProperty("variant", "quiet")

        def pressed() -> None:
            self.remove(key)
            on_button()

        button.clicked.connect(pressed)
        row.addWidget(button)

    def _add_close(self, row: QHBoxLayout, frame: QFrame, key: str) -> None:
        close = QToolButton(frame)
        close.setIcon(icon("close"))
        close.setIconSize(QSize(scaled(14), scaled(14)))
        close.setProperty("variant", "icon")
        close.setAccessibleName(QCoreApplication.translate("Notice", "Dismiss"))
        close.clicked.connect(lambda: self.remove(key))
        row.addWidget(close)

    def _remove_if_same(self, key: str, frame: QFrame) -> None:
        if self._notices.get(key) is frame:
            self.remove(key)

    def remove(self, key: str) -> None:
        """Take a notice away, if it is there."""
        frame = self._notices.pop(key, None)
        if frame is not None:
            frame.setVisible(False)
            frame.deleteLater()
        self.setVisible(bool(self._notices))
