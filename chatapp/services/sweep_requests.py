"""One request of a sweep: its cell's body, and what is kept of the reply."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import ChatAppError, InvalidRequest
from chatapp.domain.exchanges import ExchangeKind, ExchangeLink
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.messages import Message
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.replies import Reply
from chatapp.domain.sweep_measures import mean_surprisal
from chatapp.domain.sweeps import Run, Sweep, cell_settings, schema_of
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.requests import RequestPlan, user_message, without_messages
from chatapp.wire.adaptations import adaptation_for
from chatapp.wire.lazy_client import LazyChatClient

if TYPE_CHECKING:
    from chatapp.wire.accumulate import ReplyAccumulator

MOST_ADAPTATIONS = 3


class SweepRequests:
    """Makes single requests of a sweep."""

    def __init__(
        self,
        sweep: Sweep,
        conversations: ConversationService,
        endpoints: EndpointService,
        client: LazyChatClient,
    ) -> None:
        self._sweep = sweep
        self._cells = sweep.plan.cells
        self._conversations = conversations
        self._endpoints = endpoints
        self._client = client

    async def ask(self, number: int) -> Run:
        """Make one request. Raises a ``ChatAppError``."""
        endpoint = self._endpoints.get(self._sweep.endpoint_id)
        if endpoint is None:
            raise InvalidRequest(_say(QT_TRANSLATE_NOOP("Sweep", "The endpoint is gone.")))
        connection = await self._endpoints.connection(endpoint)
        cell = self._cells[self._sweep.plan.cell_of(number)]
        path = await self._path()
        for attempt in range(MOST_ADAPTATIONS + 1):
            body = await self._body(number, endpoint, cell, path)
            reply = _new_reply(endpoint)
            try:
                await self._client.complete(
                    connection, body, into=reply, notify=_nobody, link=self._link(attempt)
                )
            except ChatAppError as error:
                change = adaptation_for(error, body)
                if change is None or attempt == MOST_ADAPTATIONS:
                    raise
                self._endpoints.learn(endpoint.id, self._sweep.model_of(cell), change)
            else:
                break
        return await _made_of(number, reply.reply(), body)

    def _link(self, attempt: int) -> ExchangeLink:
        return ExchangeLink(
            self._sweep.conversation_id, attempt=attempt + 1, kind=ExchangeKind.SWEEP
        )

    async def _path(self) -> tuple[Message, ...]:
        sweep = self._sweep
        tree = await self._conversations.load(sweep.conversation_id)
        path = tuple(tree.path_to(sweep.leaf_id))
        if not path and sweep.leaf_id is not None:
            raise InvalidRequest(_say(QT_TRANSLATE_NOOP("Sweep", "The question was deleted.")))
        return (*path, user_message(sweep.base, sweep.question)) if sweep.question else path

    async def _body(
        self,
        number: int,
        endpoint: Endpoint,
        cell: dict[str, JsonValue],
        path: tuple[Message, ...],
    ) -> dict[str, JsonValue]:
        sweep, model = self._sweep, self._sweep.model_of(cell)
        learned = self._endpoints.learned(endpoint.id, model)
        conversation = sweep.conversation_of(cell)
        bare = RequestPlan(conversation, endpoint, model, (), {}, learned)
        settings = cell_settings(cell, number % sweep.plan.repeats, bare.body())
        settings.setdefault("n", Setting(1, send=False))
        plan = replace(bare, path=path, message_settings=settings)
        for field, problem in plan.parameters().problems.items():
            raise InvalidRequest(
                _say(
                    QT_TRANSLATE_NOOP("Sweep", "“{field}” cannot be sent: {problem}"),
                    field=field,
                    problem=problem,
                )
            )
        return await asyncio.to_thread(plan.body)


async def _made_of(number: int, reply: Reply, body: JsonObject) -> Run:
    """Return what is kept of a reply: its words and figures, not its token probabilities."""
    first = reply.choices[0] if reply.choices else None
    surprisal = fits = None
    if first is not None:
        surprisal = mean_surprisal(first.logprobs)
        schema = schema_of(body)
        if schema is not None:
            fits = await asyncio.to_thread(_fits, first.content, schema)
    bare = tuple(replace(choice, logprobs={}) for choice in reply.choices[:1])
    return Run(
        number,
        sent_body=without_messages(body),
        reply=replace(reply, choices=bare),
        surprisal=surprisal,
        fits_schema=fits,
    )


def _fits(answer: str, schema: JsonObject) -> bool:
    from chatapp.domain.json_schema import check_text

    return check_text(answer, schema).fits


def _nobody() -> None:
    """Answers of a sweep are shown when they have ended."""


def _new_reply(endpoint: Endpoint) -> "ReplyAccumulator":
    from chatapp.wire.accumulate import ReplyAccumulator

    return ReplyAccumulator(inline_think=endpoint.inline_think)


def _say(source: str, /, **arguments: object) -> Text:
    return text("Sweep", source, **arguments)
