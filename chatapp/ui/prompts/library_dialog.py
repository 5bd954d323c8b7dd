"""The library: prompts and personas, each a list with an editor; changes are kept at once."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.prompts import Persona, Prompt
from chatapp.ui.fonts import open_at, scaled
from chatapp.ui.widgets.hinted_list import HintedList


class LibraryPage(QWidget):
    """A list at the left and name and text of the chosen entry at the right."""

    edited = Signal(str, str, str)
    """Id, name and text of an entry."""
    add_requested = Signal()
    remove_requested = Signal(str)

    def __init__(
        self, parent: QWidget, *, title: str, empty: str, hint: str, add: str, text_name: str
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._showing = False
        self._texts: dict[str, str] = {}
        self.list = HintedList(title, empty, self)
        self.list.setFixedWidth(scaled(210))
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self.name = QLineEdit(self)
        self.name.setMaxLength(40)
        self.name.setPlaceholderText(tr("Prompts", "Name"))
        self.name.setAccessibleName(tr("Prompts", "Name"))
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(text_name)
        self.text.setPlaceholderText(text_name)
        self.name.editingFinished.connect(self._on_edited)
        self.text.textChanged.connect(self._on_edited)
        self.note = QLabel(hint, self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setProperty("role", "muted")
        self._add = QPushButton(add, self)
        self._add.clicked.connect(self.add_requested)
        self._remove = QPushButton(tr("Prompts", "Remove"), self)
        self._remove.setProperty("variant", "danger")
        self._remove.clicked.connect(self._on_remove)
        for button in (self._add, self._remove):
            button.setAutoDefault(False)  # Enter in the name is no wish for another entry
        self._lay_out()
        self._show_current()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self._remove)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.name)
        right.addWidget(self.text, 1)
        right.addWidget(self.note)
        right.addLayout(bottom)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 12, 4, 4)
        row.setSpacing(14)
        row.addLayout(left)
        row.addLayout(right, 1)

    def show_entries(self, entries: Sequence[tuple[str, str, str]], current: str = "") -> None:
        """Show entries of id, name and text; the chosen one stays, or ``current`` is chosen."""
        wanted = current or self.current_id()
        self._showing = True
        self.list.clear()
        self._texts = {entry_id: text for entry_id, _, text in entries}
        for entry_id, name, _ in entries:
            item = QListWidgetItem(name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, entry_id)
            if entry_id == wanted:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and entries:
            self.list.setCurrentRow(0)
        self._showing = False
        self._show_current()

    def current_id(self) -> str:
        """Return the id of the chosen entry; empty if there is none."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _show_current(self) -> None:
        if self._showing:
            return
        item = self.list.currentItem()
        self._showing = True
        self.name.setText(item.text() if item is not None else "")
        text = self._texts.get(self.current_id(), "")
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)
        for widget in (self.name, self.text, self._remove):
            widget.setEnabled(item is not None)
        self._showing = False

    def _on_edited(self) -> None:
        if not self._showing and (current := self.current_id()):
            self._texts[current] = self.text.toPlainText()
            self.edited.emit(current, self.name.text(), self.text.toPlainText())

    def _on_remove(self) -> None:
        if current := self.current_id():
            self.remove_requested.emit(current)


class LibraryDialog(QDialog):
    """Prompts and personas on two pages."""

    prompt_edited = Signal(object)
    persona_edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setObjectName("promptLibrary")
        self.setWindowTitle(tr("Prompts", "Prompts and personas"))
        open_at(self, 720, 500)
        self._prompts: dict[str, Prompt] = {}
        self._personas: dict[str, Persona] = {}
        self.prompts = LibraryPage(
            self,
            title=tr("Prompts", "Prompts"),
            empty=tr("Prompts", "No prompts yet. Add one for what you write often."),
            hint=tr(
                "Prompts",
                "Type / and the name in the composer. Places to fill: {{topic}}, "
                "{{tone=friendly}}, {{language|English|Japanese}}. {{date}}, {{time}}, "
                "{{clipboard}} and {{selection}} fill themselves.",
            ),
            add=tr("Prompts", "Add a prompt"),
            text_name=tr("Prompts", "Text of the prompt"),
        )
        self.personas = LibraryPage(
            self,
            title=tr("Prompts", "Personas"),
            empty=tr("Prompts", "No personas yet. Set a chat up as you like it, then add it here."),
            hint="",
            add=tr("Prompts", "Add from this chat"),
            text_name=tr("Prompts", "System message"),
        )
        self.personas.list.currentItemChanged.connect(lambda *_: self._show_note())
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.prompts, tr("Prompts", "Prompts"))
        self.tabs.addTab(self.personas, tr("Prompts", "Personas"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        self.prompts.edited.connect(self._on_prompt)
        self.personas.edited.connect(self._on_persona)

    def show_prompts(self, prompts: Sequence[Prompt], current: str = "") -> None:
        """Show these prompts."""
        self._prompts = {prompt.id: prompt for prompt in prompts}
        self.prompts.show_entries([(p.id, p.name, p.text) for p in prompts], current)

    def show_personas(self, personas: Sequence[Persona], current: str = "") -> None:
        """Show these personas."""
        self._personas = {persona.id: persona for persona in personas}
        self.personas.show_entries([(p.id, p.name, p.system_text) for p in personas], current)
        self._show_note()

    def _show_note(self) -> None:
        persona = self._personas.get(self.personas.current_id())
        tr = QCoreApplication.translate
        if persona is None:
            self.personas.note.setText(
                tr("Prompts", "A persona keeps the system message, the model and the parameters.")
            )
            return
        fields = sorted(persona.settings)
        if persona.preset is not None:
            fields += [f"{persona.preset.name} ({', '.join(sorted(persona.preset.settings))})"]
        self.personas.note.setText(
            tr("Prompts", "Model: {model}. Parameters: {fields}.").format(
                model=persona.model or tr("Prompts", "as in the chat"),
                fields=", ".join(fields) or tr("Prompts", "none"),
            )
        )

    def _on_prompt(self, prompt_id: str, name: str, text: str) -> None:
        if prompt_id in self._prompts:
            self.prompt_edited.emit(replace(self._prompts[prompt_id], name=name, text=text))

    def _on_persona(self, persona_id: str, name: str, text: str) -> None:
        if persona_id in self._personas:
            changed = replace(self._personas[persona_id], name=name, system_text=text)
            self.persona_edited.emit(changed)
