"""The bar for finding words in the shown conversation."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from chatapp.ui.conversation.finder import Finder, FindState
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon

SPACE = 10


class FindBar(QFrame):
    """A line to type in, the number of hits, and the ways to the next and the one before."""

    closed = Signal()

    def __init__(self, finder: Finder, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._finder = finder
        self._line = QLineEdit(self)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._came_along = False
        self._build()
        self._line.textChanged.connect(finder.search)
        finder.progressed.connect(self._on_progressed)
        self.hide()

    def open(self) -> None:
        """Appear with the keyboard in the line."""
        self._came_along = False
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._finder.search(self._line.text())

    def show_words(self, words: str) -> None:
        """Appear with words that were found elsewhere; the keyboard stays where it is."""
        self._came_along = True
        self.show()
        self.raise_()
        self._line.setText(words)

    def leave(self) -> None:
        """Another conversation is shown: go, unless the person opened the bar themselves."""
        if self._came_along:
            self.hide()

    def place_in(self, area: QWidget) -> None:
        """Move to an area's upper right corner."""
        self.adjustSize()
        box = area.geometry()
        width = min(self.sizeHint().width(), box.width() - 2 * SPACE)
        self.setGeometry(
            box.right() - width - SPACE, box.top() + SPACE, width, self.sizeHint().height()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the hits with Enter, close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._finder.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the marks away."""
        super().hideEvent(event)
        self._finder.search("")

    def _build(self) -> None:
        tr = QCoreApplication.translate
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 7, 7)
        row.setSpacing(4)
        self._line.setObjectName("findText")
        self._line.setPlaceholderText(tr("FindBar", "Find in conversation"))
        self._line.setAccessibleName(tr("FindBar", "Find in conversation"))
        self._line.setProperty("variant", "small")
        self._line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._line.setMinimumWidth(scaled(200))
        self._line.setClearButtonEnabled(True)
        self._count.setProperty("role", "muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 / 0000"))
        row.addWidget(self._line, 1)
        row.addWidget(self._count)
        for name, drawing, words, work in (
            (
                "findPrevious",
                "chevron_up",
                tr("FindBar", "Previous (Shift+Enter)"),
                self._on_previous,
            ),
            ("findNext", "chevron_down", tr("FindBar", "Next (Enter)"), self._on_next),
            ("findClose", "close", tr("FindBar", "Close (Esc)"), self._on_close),
        ):
            button = QToolButton(self)
            button.setObjectName(name)
            button.setIcon(icon(drawing))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(work)
            row.addWidget(button)

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def _on_previous(self) -> None:
        self._finder.step(-1)

    def _on_next(self) -> None:
        self._finder.step(1)

    def _on_progressed(self, state: FindState) -> None:
        tr = QCoreApplication.translate
        words = ""
        if self._line.text():
            words = tr("FindBar", "{number} / {count}").format(
                number=state.current, count=state.count
            )
            if state.is_complete and not state.count:
                words = tr("FindBar", "Not found")
        self._count.setText(words)
