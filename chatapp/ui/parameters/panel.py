"""The side panel: every request field, generated from the table; it knows none by name."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.parameter_layers import EffectiveParameters
from chatapp.domain.parameter_spec import Group
from chatapp.domain.parameters import PARAMETERS
from chatapp.ui.parameters.row import ParameterRow
from chatapp.ui.theme import monospace_font


class ParameterPanel(QWidget):
    """Shows the effective fields of a conversation and states what a person changes."""

    setting_changed = Signal(str, object)
    system_changed = Signal(str, str)
    user_name_changed = Signal(str)
    preview_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parameterPanel")
        self.setAccessibleName(QCoreApplication.translate("ParameterPanel", "Parameters"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(260)
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(
            QCoreApplication.translate("ParameterPanel", "Find a parameter")
        )
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._show_matching)
        self._content = QWidget(self)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(14, 4, 14, 14)
        self._column.setSpacing(2)
        self._headings: dict[Group, QLabel] = {}
        self._rows: dict[str, ParameterRow] = {}
        self._add_messages_part()
        self._add_rows()
        self._add_preview()
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(6)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.addWidget(self._filter)
        layout.addLayout(top)
        layout.addWidget(scroll, 1)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words, self._content)
        label.setProperty("role", "heading")
        label.setContentsMargins(0, 14, 0, 4)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addWidget(label)
        return label

    def _add_messages_part(self) -> None:
        self._heading(QCoreApplication.translate("ParameterPanel", "System message"))
        self._role = QComboBox(self._content)
        self._role.setObjectName("systemRole")
        self._role.addItems(["system", "developer"])
        self._role.setAccessibleName(
            QCoreApplication.translate("ParameterPanel", "Role of the system message")
        )
        self._system = QPlainTextEdit(self._content)
        self._system.setObjectName("systemMessage")
        self._system.setTabChangesFocus(True)
        self._system.setFixedHeight(84)
        self._system.setPlaceholderText(
            QCoreApplication.translate("ParameterPanel", "How the model should behave")
        )
        self._system.setAccessibleName(
            QCoreApplication.translate("ParameterPanel", "System message")
        )
        self._name = QLineEdit(self._content)
        self._name.setObjectName("userName")
        self._name.setPlaceholderText(
            QCoreApplication.translate("ParameterPanel", "Your name in messages (not sent)")
        )
        self._name.setAccessibleName(
            QCoreApplication.translate("ParameterPanel", "Your name in messages")
        )
        for widget in (self._system, self._role, self._name):
            self._column.addWidget(widget)
            self._column.addSpacing(4)
        self._system.textChanged.connect(self._on_system)
        self._role.activated.connect(self._on_system)
        self._name.textEdited.connect(self.user_name_changed)
        self._showing = False

    def _on_system(self) -> None:
        if not self._showing:
            self.system_changed.emit(self._system.toPlainText(), self._role.currentText())

    def _add_rows(self) -> None:
        for group in Group:
            title = QCoreApplication.translate("ParameterGroup", group.value)
            self._headings[group] = self._heading(title)
            for parameter in PARAMETERS.values():
                if parameter.group is group:
                    row = ParameterRow(parameter, self._content)
                    row.changed.connect(self.setting_changed)
                    self._rows[parameter.name] = row
                    self._column.addWidget(row)

    def _add_preview(self) -> None:
        self._heading(QCoreApplication.translate("ParameterPanel", "Request preview"))
        self._preview = QPlainTextEdit(self._content)
        self._preview.setObjectName("requestPreview")
        self._preview.setReadOnly(True)
        self._preview.setFont(monospace_font(9))
        self._preview.setMinimumHeight(180)
        self._preview.setAccessibleName(
            QCoreApplication.translate("ParameterPanel", "The JSON that the next send puts out")
        )
        self._column.addWidget(self._preview)
        copy = QPushButton(QCoreApplication.translate("ParameterPanel", "Copy"), self._content)
        copy.setProperty("variant", "quiet")
        copy.clicked.connect(self._copy_preview)
        self._column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _copy_preview(self) -> None:
        self._preview.selectAll()
        self._preview.copy()

    def _show_matching(self, typed: str) -> None:
        words = typed.lower().split()
        for group, heading in self._headings.items():
            rows = [r for r in self._rows.values() if r.parameter.group is group]
            for row in rows:
                row.setVisible(all(word in row.search_text for word in words))
            heading.setVisible(any(not row.isHidden() for row in rows))

    def show_parameters(self, effective: EffectiveParameters) -> None:
        """Show what will be sent and why."""
        for name, row in self._rows.items():
            row.show_effective(effective.fields[name])

    def show_system(self, words: str, role: str, name: str) -> None:
        """Show the parts of ``messages`` that belong to the conversation."""
        self._showing = True
        if self._system.toPlainText() != words:
            self._system.setPlainText(words)
        self._role.setCurrentText(role)
        if self._name.text() != name:
            self._name.setText(name)
        self._showing = False

    def set_preview(self, body: str) -> None:
        """Show the exact body of the next send; the place one reads stays in view."""
        if self._preview.toPlainText() != body:
            at = self._preview.verticalScrollBar().value()
            self._preview.setPlainText(body)
            self._preview.verticalScrollBar().setValue(at)
