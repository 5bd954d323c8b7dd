"""What a person sets of a conversation: title, model, request fields, system message."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace

from chatapp.domain.conversation import Conversation, with_preset_setting, with_setting
from chatapp.domain.messages import ConversationId, EndpointId, Role
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.presets import Preset


class ConversationSettings(ABC):
    """Each setting is one change of a conversation that is known."""

    @abstractmethod
    def get(self, conversation_id: ConversationId) -> Conversation:
        """Return a conversation that was fetched or loaded; ``KeyError`` if it was not."""

    @abstractmethod
    def change(self, conversation: Conversation, *, touched: bool = False) -> None:
        """Put a changed conversation in its place; ``touched`` moves it to the top."""

    def rename(self, conversation_id: ConversationId, title: str) -> None:
        """Give a conversation another title."""
        self.change(replace(self.get(conversation_id), title=" ".join(title.split())))

    def choose_model(
        self, conversation_id: ConversationId, endpoint_id: EndpointId | None, model: str
    ) -> None:
        """Send the next message of a conversation to another model."""
        conversation = self.get(conversation_id)
        if (conversation.endpoint_id, conversation.model) != (endpoint_id, model):
            self.change(replace(conversation, endpoint_id=endpoint_id, model=model))

    def set_parameter(
        self, conversation_id: ConversationId, name: str, setting: Setting | None
    ) -> None:
        """Set a request field of a conversation, or leave it to the endpoint again."""
        self.change(with_setting(self.get(conversation_id), name, setting))

    def set_parameters(
        self, conversation_id: ConversationId, settings: Mapping[str, Setting]
    ) -> None:
        """Set several request fields of a conversation at once."""
        conversation = self.get(conversation_id)
        own = {**conversation.settings, **settings}
        self.change(replace(conversation, settings=own))

    def set_preset_parameter(
        self, conversation_id: ConversationId, name: str, setting: Setting | None
    ) -> None:
        """Change a field of a conversation's preset, for this conversation alone."""
        self.change(with_preset_setting(self.get(conversation_id), name, setting))

    def set_settings(
        self,
        conversation_id: ConversationId,
        settings: Mapping[str, Setting],
        preset: Preset | None,
    ) -> None:
        """Replace a conversation's own settings and its preset."""
        self.change(replace(self.get(conversation_id), settings=settings, preset=preset))

    def use_preset(self, conversation_id: ConversationId, preset: Preset | None) -> None:
        """Use a preset: its fields are no longer the conversation's own. ``None`` uses none."""
        conversation = self.get(conversation_id)
        named = preset.settings if preset else {}
        settings = {n: s for n, s in conversation.settings.items() if n not in named}
        self.set_settings(conversation_id, settings, preset)

    def set_system(self, conversation_id: ConversationId, words: str, role: Role) -> None:
        """Set the system or developer message that opens every request."""
        self.change(replace(self.get(conversation_id), system_text=words, system_role=role))

    def set_user_name(self, conversation_id: ConversationId, name: str) -> None:
        """Set the ``name`` that the person's messages carry."""
        self.change(replace(self.get(conversation_id), user_name=name))
