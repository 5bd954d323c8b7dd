"""Presets and the pad: named settings used, saved, renamed and deleted."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.changes import Change, ConversationChanged, EndpointsChanged
from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId
from chatapp.domain.parameter_layers import Layer, Setting
from chatapp.domain.presets import (
    BUILT_IN,
    Preset,
    cleaned_name,
    is_built_in,
    presets_from_json,
    presets_to_json,
    renamed,
    with_preset,
)
from chatapp.services.conversations import ConversationService
from chatapp.services.generation import GenerationService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.main_window import MainWindow


class PresetController(QObject):
    """Follows the shown conversation; the person's presets are a setting of the app."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        preferences: PreferenceService,
        publisher: Publisher,
        tasks: TaskScope,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._preferences = preferences
        self._tasks = tasks
        self._shown = shown
        self._own = presets_from_json(preferences.get("presets"))
        section = self._section = window.panel.pad
        section.moved.connect(self._on_moved)
        section.preset_wanted.connect(self._use)
        section.save_requested.connect(lambda: tasks.start(self._save(), name="save preset"))
        section.rename_requested.connect(
            lambda name: tasks.start(self._rename(name), name="rename preset")
        )
        section.delete_requested.connect(self._delete)
        publisher.subscribe(self._on_change, ConversationChanged, EndpointsChanged)

    def _conversation(self) -> Conversation | None:
        shown = self._shown()
        known = shown is not None and shown in self._conversations
        return self._conversations.get(shown) if shown is not None and known else None

    def _on_change(self, change: Change) -> None:
        match change:
            case ConversationChanged(conversation_id) if conversation_id == self._shown():
                self.refresh()
            case EndpointsChanged():
                self.refresh()

    def refresh(self) -> None:
        """Show the presets and the point of the shown conversation."""
        conversation = self._conversation()
        if conversation is not None:
            self._section.show_presets((*BUILT_IN, *self._own), conversation.preset)
            self._section.show_parameters(self._generation.next.parameters(conversation.id))

    def _on_moved(self, temperature: float | None, top_p: float | None) -> None:
        """Set what was moved at the layer that decides it, so that the point goes along."""
        conversation = self._conversation()
        if conversation is None:
            return
        wished = {"temperature": temperature, "top_p": top_p}
        settings = {n: Setting(value) for n, value in wished.items() if value is not None}
        fields = self._generation.next.parameters(conversation.id).fields
        for name in [n for n in settings if fields[n].layer is Layer.MESSAGE]:
            self._generation.next.set(conversation.id, name, settings.pop(name))
        if settings:
            self._conversations.set_parameters(conversation.id, settings)

    def _use(self, name: str) -> None:
        conversation = self._conversation()
        preset = next((p for p in (*BUILT_IN, *self._own) if p.name == name), None)
        if conversation is not None:
            self._conversations.use_preset(conversation.id, preset)

    def _keep(self, presets: tuple[Preset, ...]) -> None:
        self._own = presets
        self._preferences.set("presets", presets_to_json(presets))
        self.refresh()

    async def _save(self) -> None:
        """Keep what this conversation and its preset set, under a name, and use it."""
        conversation = self._conversation()
        if conversation is None:
            return
        name = await self._ask_for_name("")
        named = conversation.preset.settings if conversation.preset else {}
        preset = Preset(name, {**named, **conversation.settings})
        if name:
            self._keep(with_preset(self._own, preset))
            self._conversations.use_preset(conversation.id, preset)

    async def _rename(self, old: str) -> None:
        new = await self._ask_for_name(old)
        conversation = self._conversation()
        if new and conversation is not None:
            self._keep(renamed(self._own, old, new))
            used = conversation.preset
            if used is not None and used.name == old:
                self._conversations.use_preset(conversation.id, Preset(new, used.settings))

    async def _ask_for_name(self, name: str) -> str:
        """Return the name that a person gives; nothing if it is none or one of ours."""
        from PySide6.QtWidgets import QDialog, QInputDialog

        from chatapp.ui.dialogs import ask

        tr = QCoreApplication.translate
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(tr("SamplingPad", "Preset"))
        dialog.setLabelText(tr("SamplingPad", "Name of the preset"))
        dialog.setTextValue(name)
        accepted = await ask(dialog) == QDialog.DialogCode.Accepted
        typed = cleaned_name(dialog.textValue()) if accepted else ""
        if is_built_in(typed):
            self._window.status_line.show_words(
                tr("SamplingPad", "“{name}” is a built-in preset: choose another name.").format(
                    name=typed
                ),
                role="note",
            )
            return ""
        return typed

    def _delete(self, name: str) -> None:
        before = self._own
        self._keep(tuple(preset for preset in before if preset.name != name))
        tr = QCoreApplication.translate
        self._window.notices.undoable.emit(
            tr("SamplingPad", "The preset “{name}” was deleted.").format(name=name),
            lambda: self._keep(before),
        )
