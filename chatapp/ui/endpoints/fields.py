"""Building blocks of the endpoint form."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

NARROWEST = 100


class _Wrapped(QLabel):
    """Asks for the height that its words need at its width, not at the narrowest one.

    No layout is to ask for more widths: a form shares what its rows need of such labels out
    evenly among them, so that one is cut and another has room to spare.
    """

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.heightForWidth(max(self.width(), NARROWEST)))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def plain_label(parent: QWidget, role: str = "muted") -> QLabel:
    """Return a label that takes nothing for markup and may be selected from."""
    label = _Wrapped(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    label.setProperty("role", role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def say_in(label: QLabel, words: str, role: str = "muted") -> None:
    """Show ``words`` in the colour of ``role``; no words take no room."""
    label.setText(words)
    label.setVisible(bool(words))
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().polish(label)


def in_a_row(parent: QWidget, *widgets: QWidget) -> QWidget:
    """Return a holder of widgets side by side; the first takes what room there is."""
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for position, widget in enumerate(widgets):
        row.addWidget(widget, 1 if position == 0 else 0)
    return holder
