"""The request fields of one column, in a window of their own."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from chatapp.domain.parameter_layers import Layer
from chatapp.ui.fonts import open_at
from chatapp.ui.parameters.field_list import FieldList


class ColumnSettings(QDialog):
    """All fields, of which those that are changed count for the column alone."""

    def __init__(self, title: str, prefix: str, parent: QWidget) -> None:
        super().__init__(parent)
        words = QCoreApplication.translate("Comparison", "Settings of {model}")
        self.setWindowTitle(words.format(model=title))
        self.fields = FieldList(self, prefix=prefix, layer=Layer.MESSAGE)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 8)
        column.addWidget(scroll)
        open_at(self, 360, 560)
