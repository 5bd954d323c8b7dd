"""What the next message of a conversation will be sent with, before it is sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from chatapp.domain.attachments import Attachment
from chatapp.domain.changes import ConversationChanged
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.messages import ConversationId, Message, MessageId
from chatapp.domain.parameter_layers import EffectiveParameters, Setting, Settings
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.publishing import Publisher
from chatapp.services.requests import RequestPlan, user_message, version_of, without_messages


class NextRequests:
    """Knows the next request of every conversation, and the settings for that one alone."""

    def __init__(
        self,
        conversations: ConversationService,
        endpoints: EndpointService,
        publisher: Publisher,
    ) -> None:
        self._conversations = conversations
        self._endpoints = endpoints
        self._publisher = publisher
        self._settings: dict[ConversationId, Settings] = {}

    def plan(self, conversation_id: ConversationId, path: tuple[Message, ...] = ()) -> RequestPlan:
        """Return the next request as far as it is known without asking anybody."""
        conversation = self._conversations.get(conversation_id)
        endpoint = self._endpoints.of(conversation) or self._endpoints.placeholder()
        model = self._endpoints.model_of(conversation)
        learned = self._endpoints.learned(endpoint.id, model)
        own = self.settings(conversation_id)
        return RequestPlan(conversation, endpoint, model, path, own, learned)

    def parameters(self, conversation_id: ConversationId) -> EffectiveParameters:
        """Return the request fields of a conversation with who set them."""
        return self.plan(conversation_id).parameters()

    def body(self, conversation_id: ConversationId) -> JsonObject:
        """Return the fields of the request, all but its messages."""
        return without_messages(self.plan(conversation_id).body())

    def preview(
        self,
        conversation_id: ConversationId,
        draft: str,
        attachments: Sequence[Attachment] = (),
        attached: Mapping[str, bytes] | None = None,
        *,
        instead_of: MessageId | None = None,
    ) -> Callable[[], JsonValue]:
        """Return a function, fit for a thread, that builds the body with ``draft`` as message,
        or as another version of an earlier one.

        What is not in ``attached`` (bytes by digest) and long base64 is cut, and says so.
        """
        path = self._conversations.path(conversation_id)
        asked = user_message(self._conversations.get(conversation_id), draft, attachments)
        if instead_of is not None and instead_of in (
            tree := self._conversations.tree(conversation_id)
        ):
            asked = version_of(tree.get(instead_of), asked)
            path = tree.path_to(asked.parent_id)
        plan = self.plan(conversation_id, (*path, asked))
        return replace(plan, attached=attached or {}, for_reading=True).body

    def settings(self, conversation_id: ConversationId) -> Settings:
        """Return the settings that count for the next message only."""
        return self._settings.get(conversation_id, {})

    def set(self, conversation_id: ConversationId, name: str, setting: Setting | None) -> None:
        """Set a field for the next message only; ``None`` leaves it to the layers below."""
        settings = {n: s for n, s in self.settings(conversation_id).items() if n != name}
        if setting is not None:
            settings[name] = setting
        self._settings[conversation_id] = settings
        self._publisher.publish(ConversationChanged(conversation_id))

    def use_up(self, conversation_id: ConversationId) -> None:
        """Forget the settings of a message that has been sent."""
        if self._settings.pop(conversation_id, None):
            self._publisher.publish(ConversationChanged(conversation_id))
