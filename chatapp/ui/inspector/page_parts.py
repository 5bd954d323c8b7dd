"""Small parts that the inspector's pages share: rows of buttons, tables of headers, notes."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from chatapp.domain.exchanges import Headers
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon
from chatapp.ui.theme import current_theme
from chatapp.ui.widgets.flow_layout import FlowLayout

Choice = tuple[str, str]


def tool_button(
    parent: QWidget, drawing: str, words: str, on_click: Callable[[], object] | None = None
) -> QToolButton:
    """Return a small button with an icon."""
    button = QToolButton(parent)
    button.setIcon(icon(drawing, "muted"))
    button.setIconSize(QSize(scaled(15), scaled(15)))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setProperty("variant", "small")
    if on_click is not None:
        button.clicked.connect(lambda _=False: on_click())
    return button


def label(parent: QWidget, words: str = "", role: str = "muted") -> QLabel:
    """Return a line of plain words."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)
    made.setProperty("role", role)
    return made


class ElidedLabel(QLabel):
    """A line of plain words that ends with an ellipsis where there is no room; all of them are
    in its tooltip then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hint = ""
        """What the tooltip says beside the words."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        cut = self.text() if words != self.text() else ""
        self.setToolTip("\n".join(filter(None, (cut, self.hint))))
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, words)
        painter.end()


def set_role(widget: QWidget, role: str) -> None:
    """Change how words look."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def colour(option: QStyleOptionViewItem, name: str) -> None:
    """Have an item drawn in a colour of the theme."""
    palette = option.palette
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
        palette.setColor(role, current_theme().colour(name))
    option.palette = palette


def copy_text(words: str) -> None:
    """Put words on the clipboard."""
    QApplication.clipboard().setText(words)


_SEGMENT_GAP = 2
"""Between two choices, in pixels."""


class Segments(QWidget):
    """A few choices side by side, one of them chosen; in a narrow place on several lines."""

    def __init__(
        self, parent: QWidget, choices: Sequence[Choice], on_chosen: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._row, self._on_chosen = FlowLayout(self, spacing=_SEGMENT_GAP, fill=False), on_chosen
        for name, words in choices:
            self.add(name, words)
        first = next(iter(self._buttons.values()))
        first.setChecked(True)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size of all that is offered on one line."""
        hints = [b.sizeHint() for b in self._buttons.values() if not b.isHidden()]
        width = sum(hint.width() + _SEGMENT_GAP for hint in hints)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def add(self, name: str, words: str) -> None:
        """Offer one more choice, behind the others."""
        button = QToolButton(self)
        button.setText(words)
        button.setCheckable(True)
        button.setProperty("variant", "segment")
        button.clicked.connect(lambda _=False: self._on_chosen(name))
        self._group.addButton(button)
        self._buttons[name] = button
        self._row.addWidget(button)

    def chosen(self) -> str:
        """Return the name of the choice."""
        return next(name for name, b in self._buttons.items() if b.isChecked())

    def choose(self, name: str) -> None:
        """Choose, as if the person had."""
        self._buttons[name].click()

    def offer_all_but(self, left_out: Collection[str], chosen: str) -> None:
        """Show all choices but some, and which one is in force; nobody is told."""
        for name, button in self._buttons.items():
            button.setVisible(name not in left_out)
        self._buttons[chosen].setChecked(True)

    def set_offered(self, name: str, *, offered: bool) -> None:
        """Show a choice, or leave it out; a chosen one gives way to the first offered."""
        self._buttons[name].setVisible(offered)
        if not offered and self._buttons[name].isChecked():
            next(b for b in self._buttons.values() if not b.isHidden()).click()


class HeaderTable(QWidget):
    """Header lines as two columns that can be chosen and copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 4)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._shown: Headers = ()

    def show_headers(self, headers: Headers) -> None:
        """Show these lines."""
        if headers == self._shown:
            return
        self._shown = headers
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, (name, value) in enumerate(headers):
            self._grid.addWidget(label(self, name), row, 0, Qt.AlignmentFlag.AlignTop)
            shown = label(self, value, "value")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setWordWrap(True)
            shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._grid.addWidget(shown, row, 1)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def words(self) -> str:
        """Return the lines as text."""
        return "\n".join(f"{name}: {value}" for name, value in self._shown)


def search_line(parent: QWidget, words: str) -> QLineEdit:
    """Return a line to search or filter with."""
    line = QLineEdit(parent)
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    line.setClearButtonEnabled(True)
    line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    line.setProperty("variant", "small")
    return line
