"""What is shown where there are no messages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.widgets.column_scroll import ColumnScroll


@dataclass(frozen=True, slots=True)
class EmptyState:
    """Translated words for an empty view, and the names of what its buttons ask for, if any."""

    title: str = ""
    hint: str = ""
    button: str = ""
    action: str = ""
    other_button: str = ""
    other_action: str = ""


class EmptyPage(ColumnScroll):
    """A title, a hint and perhaps a button or two in the middle; scrolls where room is short."""

    action_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self._state = EmptyState()
        self._title = QLabel(page)
        self._hint = QLabel(page)
        self._button = QPushButton(page)
        self._button.setProperty("variant", "primary")
        self._button.clicked.connect(lambda: self.action_requested.emit(self._state.action))
        self._other = QPushButton(page)
        self._other.setProperty("variant", "quiet")
        self._other.clicked.connect(lambda: self.action_requested.emit(self._state.other_action))
        column = QVBoxLayout(page)
        column.setSpacing(10)
        column.setContentsMargins(32, 8, 32, 8)
        column.addStretch(2)
        # A label that is aligned in its cell gets the height of one line, however it wraps.
        column.addWidget(self._title)
        column.addWidget(self._hint)
        for button in (self._button, self._other):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._guide_place = QHBoxLayout()
        column.addLayout(self._guide_place)
        column.addStretch(3)
        for label in (self._title, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self._hint.setProperty("role", "muted")

    def set_guide(self, guide: QWidget | None) -> None:
        """Show something to read below the words, or nothing."""
        while (item := self._guide_place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if guide is not None:
            self._guide_place.addWidget(guide)

    def show_state(self, state: EmptyState) -> None:
        """Show other words."""
        self._state = state
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self._title.setFont(font)
        self._title.setText(state.title)
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        for button, words in ((self._button, state.button), (self._other, state.other_button)):
            button.setText(words)
            button.setVisible(bool(words))
        self.show()
