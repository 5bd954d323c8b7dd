"""What a server is known to make of a field, at its row, with the way to change that."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from chatapp.domain.parameter_layers import Limit


class LimitLine(QWidget):
    """States the wish to leave a refused field out (``True``) or to send it again (``False``)."""

    wished = Signal(bool)

    def __init__(self, field: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._leave_out = False
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "note")
        self._button = QPushButton(self)
        self._button.setProperty("variant", "link")
        self._button.clicked.connect(lambda: self.wished.emit(self._leave_out))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_limit(self, limit: Limit | None, *, is_set: bool) -> None:
        """Show what is known; a refusal of what is not sent anyway is of no interest."""
        self.setVisible(limit is not None and is_set)
        if limit is None:
            return
        tr = QCoreApplication.translate
        self._leave_out = limit is Limit.REFUSED
        words, label = {
            Limit.REFUSED: (
                tr("ParameterPanel", "This model has refused this field."),
                tr("ParameterPanel", "Send without it"),
            ),
            Limit.LEFT_OUT: (
                tr("ParameterPanel", "Left out: this model has refused this field."),
                tr("ParameterPanel", "Send it again"),
            ),
            Limit.RENAMED: (
                tr("ParameterPanel", "Sent under its other name: this model takes only that."),
                tr("ParameterPanel", "Forget that"),
            ),
        }[limit]
        self._words.setText(words)
        self._button.setText(label)
        self._button.setAccessibleName(f"{self._field}: {label}")
