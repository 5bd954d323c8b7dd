"""Messages that wait for the end of an answer, above the text that is being written."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
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

from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon


@dataclass(frozen=True, slots=True)
class QueuedRow:
    """What a waiting message looks like: its first words, and how many files go with it."""

    words: str
    files: int = 0


class QueueList(QFrame):
    """One line for each message; positions count from the next to be sent."""

    edit_requested = Signal(int)
    remove_requested = Signal(int)
    send_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messageQueue")
        self.setProperty("card", "chip")
        self.setAccessibleName(QCoreApplication.translate("Queue", "Waiting messages"))
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "muted")
        self._send = QPushButton(QCoreApplication.translate("Queue", "Send now"), self)
        self._send.setProperty("variant", "quiet")
        self._send.clicked.connect(self.send_requested)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._send)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 4, 6, 4)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._state: tuple[tuple[QueuedRow, ...], bool] = ((), False)
        self._rows: list[QWidget] = []
        self._labels: list[tuple[QLabel, str]] = []
        self.hide()

    def show_rows(self, rows: Sequence[QueuedRow], *, waits: bool) -> None:
        """Show what waits; without ``waits`` no answer is being made that it could wait for.

        Told the same again, it stays as it is, and the keyboard where it was.
        """
        state = (tuple(rows), waits)
        if state == self._state:
            return
        self._state = state
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._labels.clear()
        self._rows = [self._row(position, row) for position, row in enumerate(rows)]
        for widget in self._rows:
            self._column.addWidget(widget)
            widget.show()
        tr = QCoreApplication.translate
        self._title.setText(
            tr("Queue", "Sent when the answer ends") if waits else tr("Queue", "Not sent yet")
        )
        self._send.setVisible(not waits)
        self.setVisible(bool(rows))

    def _row(self, position: int, row: QueuedRow) -> QWidget:
        tr = QCoreApplication.translate
        widget = QWidget(self)
        files = tr("Queue", "+ {count} files").format(count=row.files) if row.files else ""
        words = " ".join(filter(None, (" ".join(row.words.split()), files)))
        label = QLabel(widget)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setAccessibleName(words)
        self._labels.append((label, words))
        layout = QHBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label, 1)
        for drawing, name, signal in (
            ("edit", tr("Queue", "Edit"), self.edit_requested),
            ("close", tr("Queue", "Remove"), self.remove_requested),
        ):
            button = QToolButton(widget)
            button.setIcon(icon(drawing, "muted"))
            button.setIconSize(QSize(scaled(14), scaled(14)))
            button.setProperty("variant", "icon")
            button.setToolTip(name)
            button.setAccessibleName(f"{name}: {words[:60]}")
            button.clicked.connect(lambda _=False, s=signal: s.emit(position))
            layout.addWidget(button)
        self._elide(label, words)
        return widget

    def _elide(self, label: QLabel, words: str) -> None:
        room = max(self.width() - 96, 80)
        label.setText(label.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the new width."""
        super().resizeEvent(event)
        for label, words in self._labels:
            self._elide(label, words)
