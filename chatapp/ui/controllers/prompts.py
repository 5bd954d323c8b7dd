"""Prompts and personas: completion, filling, the library, and setting a conversation up."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QToolButton

from chatapp.domain.changes import Change, PromptsChanged
from chatapp.domain.messages import ConversationId
from chatapp.domain.prompts import MAX_TEXT, Persona, Prompt, filled, needs, variables
from chatapp.services.conversations import ConversationService
from chatapp.services.prompts import PromptService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.folder_personas import FolderPersonas
from chatapp.ui.dialogs import ask
from chatapp.ui.main_window import MainWindow
from chatapp.ui.prompts.completion import PromptCompletion

if TYPE_CHECKING:
    from chatapp.ui.prompts.library_dialog import LibraryDialog


class PromptController(QObject):
    """``shown`` tells which conversation one writes in."""

    def __init__(
        self,
        window: MainWindow,
        prompts: PromptService,
        conversations: ConversationService,
        publisher: Publisher,
        tasks: TaskScope,
        folders: FolderPersonas,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._folders = folders
        self._prompts = prompts
        self._conversations = conversations
        self._tasks = tasks
        self._shown = shown
        self._dialog: LibraryDialog | None = None
        self._completion = PromptCompletion(window.composer, window, prompts.matching)
        self._completion.prompt_chosen.connect(self._on_chosen)
        self._completion.library_requested.connect(self.open_library)
        window.action("promptLibrary").triggered.connect(self.open_library)
        window.action("savePersona").triggered.connect(self._save_persona)
        self._menu = QMenu(window)
        self._menu.aboutToShow.connect(self._fill_menu)
        button = window.writing.add_tool(window.action("choosePersona"))
        button.setMenu(self._menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        window.action("choosePersona").triggered.connect(
            lambda: self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        )
        publisher.subscribe(self._on_change, PromptsChanged)

    # Prompts

    def _on_chosen(self, prompt_id: str) -> None:
        prompt = next((p for p in self._prompts.prompts if p.id == prompt_id), None)
        if prompt is not None:
            self._tasks.start(self._insert(prompt), name="prompt")

    async def _insert(self, prompt: Prompt) -> None:
        """Fill the places of a prompt, and put it where the cursor is."""
        values = self._own_values(prompt.text)
        if places := variables(prompt.text):
            from chatapp.ui.prompts.variables_dialog import VariablesDialog

            dialog = VariablesDialog(self._window, f"/{prompt.name}", places)
            accepted = await ask(dialog) == QDialog.DialogCode.Accepted
            if not accepted:
                return
            values |= dialog.values()
        self._window.composer.insertPlainText(filled(prompt.text, values))
        self._window.composer.setFocus()

    def _own_values(self, text: str) -> dict[str, str]:
        """Return what fills itself, as far as the text asks for it."""
        now, locale = QDateTime.currentDateTime(), QLocale()
        short = QLocale.FormatType.ShortFormat
        makers: dict[str, Callable[[], str]] = {
            "date": lambda: locale.toString(now.date(), QLocale.FormatType.LongFormat),
            "time": lambda: locale.toString(now.time(), short),
            "clipboard": lambda: QGuiApplication.clipboard().text()[:MAX_TEXT],
            "selection": lambda: self._window.messages.selected_text()[:MAX_TEXT],
        }
        return {name: make() for name, make in makers.items() if needs(text, name)}

    # Personas

    def _fill_menu(self) -> None:
        self._menu.clear()
        for persona in self._prompts.personas:
            action = self._menu.addAction(persona.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, p=persona: self._use(p))
        if not self._menu.isEmpty():
            self._menu.addSeparator()
        self._folders.add_to_menu(self._menu)
        self._menu.addAction(self._window.action("savePersona"))
        self._menu.addAction(self._window.action("promptLibrary"))

    def _use(self, persona: Persona) -> None:
        shown = self._shown()
        if shown is None or shown not in self._conversations:
            return
        undo = self._prompts.use_persona(shown, persona)
        tr = QCoreApplication.translate
        self._window.notices.show_notice(
            "persona",
            tr("Prompts", "This chat is set up as “{name}”.").format(name=persona.name),
            role="plain",
            button=tr("Prompts", "Undo"),
            on_button=undo,
            passing=True,
        )

    def _save_persona(self) -> None:
        """Keep how the chat is set up, and show it to be named."""
        if (shown := self._shown()) is None or shown not in self._conversations:
            return
        tr = QCoreApplication.translate
        name = self._conversations.get(shown).title or tr("Prompts", "New persona")
        persona = self._prompts.persona_from(shown, name)
        self.open_library(persona=persona.id)

    # The library

    def open_library(self, _checked: bool = False, *, persona: str = "") -> None:
        """Show the library; with ``persona`` that one, ready to be named."""
        if self._dialog is None:
            self._dialog = self._new_dialog()
        dialog = self._dialog
        dialog.show_prompts(self._prompts.prompts)
        dialog.show_personas(self._prompts.personas, persona)
        if persona:
            dialog.tabs.setCurrentWidget(dialog.personas)
            dialog.personas.name.setFocus()
            dialog.personas.name.selectAll()
        dialog.open()

    def _new_dialog(self) -> "LibraryDialog":
        from chatapp.ui.prompts.library_dialog import LibraryDialog

        dialog = LibraryDialog(self._window)
        dialog.prompts.add_requested.connect(self._add_prompt)
        dialog.personas.add_requested.connect(self._save_persona)
        dialog.prompt_edited.connect(self._prompts.put_prompt)
        dialog.persona_edited.connect(self._prompts.put_persona)
        for page in (dialog.prompts, dialog.personas):
            page.remove_requested.connect(self._remove)
        return dialog

    def _add_prompt(self) -> None:
        name = QCoreApplication.translate("Prompts", "new")
        prompt = self._prompts.add_prompt(name)
        if self._dialog is not None:
            self._dialog.show_prompts(self._prompts.prompts, prompt.id)
            self._dialog.prompts.name.setFocus()
            self._dialog.prompts.name.selectAll()

    def _remove(self, item_id: str) -> None:
        items: list[Prompt | Persona] = [*self._prompts.prompts, *self._prompts.personas]
        item = next((i for i in items if i.id == item_id), None)
        if item is None:
            return
        restore = self._prompts.remove(item)
        tr = QCoreApplication.translate
        self._window.notices.show_notice(
            "prompt",
            tr("Prompts", "“{name}” was removed.").format(name=item.name),
            role="plain",
            button=tr("Prompts", "Undo"),
            on_button=restore,
        )

    def _on_change(self, change: Change) -> None:
        """Show names as they are kept; what is being typed stays."""
        if isinstance(change, PromptsChanged) and self._dialog is not None:
            self._dialog.show_prompts(self._prompts.prompts)
            self._dialog.show_personas(self._prompts.personas)
