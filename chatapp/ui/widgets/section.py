"""A foldable part of a side panel: a heading that says how much of it is in use."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon


class Section(QWidget):
    """A heading with a chevron above a column of widgets."""

    folded_by_person = Signal(bool)
    """Whether the person has just folded it (or opened it)."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = QToolButton(self)
        self._heading.setText(title)
        self._heading.setAccessibleName(title)
        self._heading.setCheckable(True)
        self._heading.setChecked(True)
        self._heading.setIconSize(QSize(scaled(14), scaled(14)))
        self._heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._heading.setProperty("variant", "heading")
        self._heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._heading.clicked.connect(self._on_clicked)
        self._in_use = QLabel(self)
        self._in_use.setTextFormat(Qt.TextFormat.PlainText)
        self._in_use.setProperty("role", "muted")
        self._body = QWidget(self)
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(2, 0, 0, 6)
        self.column.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._in_use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._body)
        self._show_chevron()

    def _on_clicked(self) -> None:
        self.set_folded(not self._heading.isChecked())
        self.folded_by_person.emit(self.is_folded)

    @property
    def is_folded(self) -> bool:
        """Whether only the heading shows."""
        return not self._heading.isChecked()

    def set_folded(self, folded: bool) -> None:
        """Show only the heading, or everything."""
        self._heading.setChecked(not folded)
        self._body.setVisible(not folded)
        self._show_chevron()

    def show_in_use(self, count: int) -> None:
        """Say how many fields of this section are sent."""
        words = QCoreApplication.translate("ParameterPanel", "{count} sent").format(count=count)
        self._in_use.setText(words if count else "")

    def _show_chevron(self) -> None:
        self._heading.setIcon(icon("chevron_right" if self.is_folded else "chevron_down", "muted"))
