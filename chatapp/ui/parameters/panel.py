"""The side panel: every request field, generated from the table; it knows none by name."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.parameter_checks import message_name
from chatapp.ui.fonts import monospace_font, scaled
from chatapp.ui.parameters.field_list import FieldList
from chatapp.ui.parameters.learned import LearnedSection
from chatapp.ui.parameters.pad_section import PadSection
from chatapp.ui.translation import translated
from chatapp.ui.widgets.column_scroll import ColumnScroll
from chatapp.ui.widgets.section import Section


class ParameterPanel(QWidget):
    """What the next request of the shown conversation will be: all of it, and its exact JSON."""

    system_changed = Signal(str, str)
    user_name_changed = Signal(str)
    preview_copied = Signal()
    """Somebody wants the whole body on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parameterPanel")
        self.setAccessibleName(QCoreApplication.translate("ParameterPanel", "Parameters"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(scaled(236))
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(
            QCoreApplication.translate("ParameterPanel", "Find a parameter")
        )
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._content = QWidget(self)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(14, 4, 14, 14)
        self._column.setSpacing(2)
        self.fields = FieldList(self._content)
        self._add_messages_part()
        self.pad = PadSection(self._content)
        self._column.addWidget(self.pad)
        self._column.addWidget(self.fields)
        self.learned = LearnedSection(self._content)
        self._column.addWidget(self.learned)
        self._filter.textChanged.connect(self._show_matching)
        self._add_preview()
        self._column.addStretch(1)
        scroll = ColumnScroll(self._content, self)
        # Its room is kept when there is nothing to scroll, so that all edges stay where they are.
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(6)
        top = QVBoxLayout()
        bar = scroll.verticalScrollBar()
        bar.ensurePolished()
        before, after = 16, 14 + bar.sizeHint().width()
        if self.isRightToLeft():  # the bar is on the left
            before, after = after, before
        top.setContentsMargins(before, 0, after, 0)
        top.addWidget(self._filter)
        layout.addLayout(top)
        layout.addWidget(scroll, 1)

    def _show_matching(self, typed: str) -> None:
        """Show what the typed words are about, or say that nothing is."""
        found = self.fields.show_matching(typed)
        self.pad.setHidden(bool(typed))
        boxes = (self._system, self._role, self._name)
        about = " ".join(box.accessibleName() for box in boxes).lower()
        of_messages = all(word in about for word in typed.lower().split())
        self._messages_part.setVisible(of_messages)
        self._nothing.setVisible(not found and not of_messages)

    def _add_messages_part(self) -> None:
        self._nothing = QLabel(
            QCoreApplication.translate("ParameterPanel", "No parameter has these words."),
            self._content,
        )
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(2, 6, 0, 8)
        self._nothing.hide()
        self._column.addWidget(self._nothing)
        section = self._messages_part = Section(
            QCoreApplication.translate("ParameterPanel", "System message"), self._content
        )
        self._role = QComboBox(self._content)
        self._role.setObjectName("systemRole")
        self._role.addItems(["system", "developer"])
        self._role.setAccessibleName(
            QCoreApplication.translate("ParameterPanel", "Role of the system message")
        )
        self._system = QPlainTextEdit(self._content)
        self._system.setObjectName("systemMessage")
        self._system.setTabChangesFocus(True)
        self._system.setFixedHeight(scaled(84))
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
        self._name_problem = QLabel(self._content)
        self._name_problem.setTextFormat(Qt.TextFormat.PlainText)
        self._name_problem.setWordWrap(True)
        self._name_problem.setProperty("role", "problem")
        self._name_problem.hide()
        for widget in (self._system, self._role, self._name, self._name_problem):
            section.column.addWidget(widget)
            section.column.addSpacing(4)
        self._column.addWidget(section)
        self._system.textChanged.connect(self._on_system)
        self._role.activated.connect(self._on_system)
        self._name.textEdited.connect(self._on_name)
        self._showing = False

    def _on_system(self) -> None:
        if not self._showing:
            self.system_changed.emit(self._system.toPlainText(), self._role.currentText())

    def _on_name(self, typed: str) -> None:
        """A name that servers refuse is not taken, and it is said why."""
        if self._show_name_problem(typed.strip()):
            self.user_name_changed.emit(typed.strip())

    def _show_name_problem(self, name: str) -> bool:
        """Return whether the name can be sent."""
        problem = message_name(name)
        self._name_problem.setText(translated(problem) if problem else "")
        self._name_problem.setVisible(problem is not None)
        return problem is None

    def _add_preview(self) -> None:
        section = Section(
            QCoreApplication.translate("ParameterPanel", "Request preview"), self._content
        )
        self._preview = QPlainTextEdit(self._content)
        self._preview.setObjectName("requestPreview")
        self._preview.setReadOnly(True)
        self._preview.setFont(monospace_font(0.9))
        self._preview.setMinimumHeight(scaled(180))
        self._preview.setAccessibleName(
            QCoreApplication.translate("ParameterPanel", "The JSON that the next send puts out")
        )
        section.column.addWidget(self._preview)
        copy = QPushButton(QCoreApplication.translate("ParameterPanel", "Copy"), self._content)
        copy.setProperty("variant", "quiet")
        copy.clicked.connect(self.preview_copied)
        self._cut = QLabel(
            QCoreApplication.translate(
                "ParameterPanel", "This is long: parts are left out here. Copy takes all of it."
            ),
            self._content,
        )
        self._cut.setTextFormat(Qt.TextFormat.PlainText)
        self._cut.setWordWrap(True)
        self._cut.setProperty("role", "muted")
        self._cut.hide()
        section.column.addWidget(self._cut)
        section.column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(section)

    def show_system(self, words: str, role: str, name: str) -> None:
        """Show the parts of ``messages`` that belong to the conversation."""
        self._showing = True
        if self._system.toPlainText() != words:
            self._system.setPlainText(words)
        self._role.setCurrentText(role)
        if not self._name.hasFocus() or not self._name.isModified():
            self._name.setText(name)
            self._show_name_problem(name)
        self._showing = False

    def set_preview(self, body: str, *, is_cut: bool = False) -> None:
        """Show the exact body of the next send, or say that long parts of it are shortened;
        the place one reads stays in view."""
        self._cut.setVisible(is_cut)
        if self._preview.toPlainText() != body:
            at = self._preview.verticalScrollBar().value()
            self._preview.setPlainText(body)
            self._preview.verticalScrollBar().setValue(at)
