"""Titles that a model writes, if the person wants that: by itself after the first answer, or
when asked. The model may be another, cheaper one than the conversation's."""

import logging
from dataclasses import replace

from chatapp.domain.changes import Change, GenerationChanged
from chatapp.domain.conversation import Conversation
from chatapp.domain.errors import ChatAppError, InvalidRequest, RequestRejected
from chatapp.domain.exchanges import ExchangeKind, ExchangeLink
from chatapp.domain.json_value import JsonObject, JsonValue, as_text
from chatapp.domain.messages import ConversationId, EndpointId
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.domain.titles import MOST_TOKENS, clean_title, title_messages, wants_title
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope

WORDS, OWN, CHOSEN = "words", "own", "chosen"
"""The values of the setting ``titles``: who writes them."""
_LOG = logging.getLogger(__name__)


class TitleService:
    """``write`` asks at once; what the setting allows happens by itself."""

    def __init__(
        self,
        conversations: ConversationService,
        endpoints: EndpointService,
        generation: GenerationService,
        preferences: PreferenceService,
        publisher: Publisher,
        tasks: TaskScope,
    ) -> None:
        self._conversations = conversations
        self._endpoints = endpoints
        self._generation = generation
        self._preferences = preferences
        self._publisher = publisher
        self._tasks = tasks
        self._asked: set[ConversationId] = set()
        publisher.subscribe(self._on_change, GenerationChanged)

    def _on_change(self, change: Change) -> None:
        if not isinstance(change, GenerationChanged):
            return
        own_id = change.conversation_id
        if self._preferences.text("titles") == WORDS or own_id in self._asked:
            return
        if self._generation.is_running(own_id) or own_id not in self._conversations:
            return
        if wants_title(self._conversations.get(own_id), self._conversations.path(own_id)):
            self._asked.add(own_id)
            self._tasks.start(self._write_by_itself(own_id), name="title")

    async def _write_by_itself(self, conversation_id: ConversationId) -> None:
        try:
            await self.write(conversation_id)
        except (ChatAppError, KeyError) as error:  # the title of the first words stays
            _LOG.info("no title was written: %s", error)

    async def write(self, conversation_id: ConversationId) -> str:
        """Have a title written and return it; one that the person changes meanwhile stays, and a
        conversation that is deleted meanwhile gets none.

        Raises ``ChatAppError``.
        """
        await self._conversations.load(conversation_id)
        before = self._conversations.get(conversation_id)
        path = self._conversations.path(conversation_id)
        title = clean_title(await self._ask(before, title_messages(path)))
        if not title:
            raise InvalidRequest(
                text("Failure", QT_TRANSLATE_NOOP("Failure", "The model wrote no title."))
            )
        now = self._conversations.known(conversation_id)
        if now is not None and now.title == before.title:
            self._conversations.rename(conversation_id, title)
        return title

    async def _ask(self, conversation: Conversation, messages: list[JsonObject]) -> str:
        from chatapp.domain.usage import Purpose
        from chatapp.services.spending import tell_spent
        from chatapp.wire.accumulate import ReplyAccumulator

        asked = self._writer_of(conversation)
        endpoint = self._endpoints.of(asked)
        if endpoint is None:
            raise InvalidRequest(
                text("Failure", QT_TRANSLATE_NOOP("Failure", "There is no endpoint to send to."))
            )
        model = await self._endpoints.find_model(asked, endpoint)
        connection = await self._endpoints.connection(endpoint)
        link = ExchangeLink(conversation.id, kind=ExchangeKind.TITLE)
        fields: dict[str, JsonValue] = {"stream": False, "max_tokens": MOST_TOKENS}
        while True:
            body: dict[str, JsonValue] = {"model": model, "messages": list(messages), **fields}
            reply = ReplyAccumulator(inline_think=endpoint.inline_think)
            try:
                await self._endpoints.client.complete(
                    connection, body, into=reply, notify=lambda: None, link=link
                )
            except RequestRejected:
                if not fields:
                    raise
                fields.popitem()  # perhaps it does without what this model does not know
            else:
                break
        made = reply.reply()
        tell_spent(self._publisher, Purpose.TITLE, made, endpoint.id, model, conversation.id)
        choices = made.choices
        return choices[0].content if choices else ""

    def _writer_of(self, conversation: Conversation) -> Conversation:
        """Return the conversation as the model that writes its title would have it."""
        if self._preferences.text("titles") != CHOSEN:
            return conversation
        chosen = self._preferences.get("title_model")
        endpoint_id, _, model = as_text(chosen).partition("\n")
        if not model or self._endpoints.get(EndpointId(endpoint_id)) is None:
            return conversation
        return replace(conversation, endpoint_id=EndpointId(endpoint_id), model=model)

    def use_model_of(self, conversation_id: ConversationId) -> str:
        """Have all titles written by a conversation's model from now on; return its name, "" if
        it has none or is still being read."""
        conversation = self._conversations.known(conversation_id)
        if conversation is None:
            return ""
        endpoint = self._endpoints.of(conversation)
        model = self._endpoints.model_of(conversation)
        if endpoint is None or not model:
            return ""
        self._preferences.set("title_model", f"{endpoint.id}\n{model}")
        self._preferences.set("titles", CHOSEN)
        return model
