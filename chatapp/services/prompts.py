"""The library of prompts and personas: in memory, written behind."""

from collections.abc import Callable
from dataclasses import replace

from chatapp.domain.changes import PromptsChanged
from chatapp.domain.conversation import FolderId
from chatapp.domain.identifiers import new_prompt_id
from chatapp.domain.json_value import as_object, as_text
from chatapp.domain.messages import ConversationId
from chatapp.domain.prompts import (
    MAX_NAME,
    MAX_TEXT,
    Persona,
    Prompt,
    command_name,
    persona_of,
    with_persona,
)
from chatapp.services.conversations import ConversationService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.store.prompts import PromptStore

FOLDER_PERSONAS = "folder_personas"


class PromptService:
    """Names are made unique, since they are typed."""

    def __init__(
        self,
        store: PromptStore,
        conversations: ConversationService,
        preferences: PreferenceService,
        saver: Saver,
        publisher: Publisher,
    ) -> None:
        self._store = store
        self._preferences = preferences
        self._conversations = conversations
        self._saver = saver
        self._publisher = publisher
        self._prompts: dict[str, Prompt] = {}
        self._personas: dict[str, Persona] = {}

    async def open(self) -> None:
        """Read the library."""
        self._prompts = {prompt.id: prompt for prompt in await self._store.prompts()}
        self._personas = {persona.id: persona for persona in await self._store.personas()}

    @property
    def prompts(self) -> list[Prompt]:
        """Every prompt, by name."""
        return sorted(self._prompts.values(), key=lambda prompt: prompt.name)

    @property
    def personas(self) -> list[Persona]:
        """Every persona, by name."""
        return sorted(self._personas.values(), key=lambda persona: persona.name.lower())

    def matching(self, typed: str) -> list[Prompt]:
        """Return the prompts whose name has ``typed`` in it; those that begin so come first."""
        wanted = typed.lower()
        found = [prompt for prompt in self.prompts if wanted in prompt.name]
        return sorted(found, key=lambda prompt: not prompt.name.startswith(wanted))

    def add_prompt(self, name: str, text: str = "") -> Prompt:
        """Add a prompt under a name that is not taken."""
        prompt = Prompt(new_prompt_id(), "", text[:MAX_TEXT])
        return self.put_prompt(replace(prompt, name=name))

    def put_prompt(self, prompt: Prompt) -> Prompt:
        """Add or change a prompt; return it as it is kept."""
        wanted = command_name(prompt.name) or "prompt"
        taken = {p.name for p in self._prompts.values() if p.id != prompt.id}
        kept = replace(prompt, name=_free(wanted, taken), text=prompt.text[:MAX_TEXT])
        self._prompts[kept.id] = kept
        self._keep(kept)
        return kept

    def put_persona(self, persona: Persona) -> Persona:
        """Add or change a persona; return it as it is kept."""
        name = " ".join(persona.name.split())[:MAX_NAME] or "persona"
        taken = {p.name for p in self._personas.values() if p.id != persona.id}
        kept = replace(persona, name=_free(name, taken), system_text=persona.system_text[:MAX_TEXT])
        self._personas[kept.id] = kept
        self._keep(kept)
        return kept

    def persona_from(self, conversation_id: ConversationId, name: str) -> Persona:
        """Keep how a conversation is set up as a persona."""
        conversation = self._conversations.get(conversation_id)
        return self.put_persona(persona_of(conversation, new_prompt_id(), name))

    def use_persona(self, conversation_id: ConversationId, persona: Persona) -> Callable[[], None]:
        """Set a conversation up by a persona; calling the result takes it back."""
        before = self._conversations.get(conversation_id)
        self._conversations.change(with_persona(before, persona))

        def undo() -> None:
            current = self._conversations.get(conversation_id)
            old = persona_of(before, "", "")
            restored = with_persona(current, replace(old, model=before.model))
            self._conversations.change(
                replace(restored, model=before.model, endpoint_id=before.endpoint_id)
            )

        return undo

    def folder_persona(self, folder_id: FolderId) -> Persona | None:
        """Return the persona of new conversations in a folder, if it has one."""
        chosen = as_object(self._preferences.get(FOLDER_PERSONAS)).get(folder_id)
        return self._personas.get(as_text(chosen))

    def set_folder_persona(self, folder_id: FolderId, persona: Persona | None) -> None:
        """Choose the persona of new conversations in a folder."""
        chosen = dict(as_object(self._preferences.get(FOLDER_PERSONAS)))
        chosen.pop(folder_id, None)
        if persona is not None:
            chosen[folder_id] = persona.id
        self._preferences.set(FOLDER_PERSONAS, chosen)

    def remove(self, item: Prompt | Persona) -> Callable[[], None]:
        """Remove a prompt or a persona; calling the result brings it back."""
        self._prompts.pop(item.id, None)
        self._personas.pop(item.id, None)
        self._saver.drop(("prompt", item.id))
        self._saver.later(("remove prompt", item.id), lambda: self._store.delete(item.id))
        self._publisher.publish(PromptsChanged())

        def restore() -> None:
            self._saver.drop(("remove prompt", item.id))
            if isinstance(item, Prompt):
                self.put_prompt(item)
            else:
                self.put_persona(item)

        return restore

    def _keep(self, item: Prompt | Persona) -> None:
        self._saver.later(("prompt", item.id), lambda: self._store.put(item))
        self._publisher.publish(PromptsChanged())


def _free(name: str, taken: set[str]) -> str:
    """Return a name that is not taken: with a number behind it, if need be."""
    number, free = 2, name
    while free in taken:
        free = f"{name}-{number}"
        number += 1
    return free
