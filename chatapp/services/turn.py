"""One answer: request, stream, retries, and how it ended."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from chatapp.domain.changes import Aspect
from chatapp.domain.errors import ChatAppError, WayOut
from chatapp.domain.exchanges import ExchangeLink
from chatapp.domain.failure_records import failure_record
from chatapp.domain.generation import GenerationStatus, Phase
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import Message, MessageStatus
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.services.conversations import ConversationService
from chatapp.services.media_refusals import with_media_way_out
from chatapp.services.requests import RequestPlan, continued, without_messages
from chatapp.wire.adaptations import Adaptation, adaptation_for, refused_field
from chatapp.wire.connection import Connection
from chatapp.wire.lazy_client import LazyChatClient
from chatapp.wire.retries import retry_delay_s

if TYPE_CHECKING:
    from chatapp.wire.accumulate import ReplyAccumulator

SAVE_EVERY_S = 0.25
"""A kill loses at most this much of a stream (``reliability.md`` section 3)."""

MOST_ADAPTATIONS = 3
"""A server may refuse several things, one after the other."""


@dataclass(frozen=True, slots=True)
class TurnParts:
    """What a turn needs from the services around it."""

    conversations: ConversationService
    client: LazyChatClient
    connect: Callable[[], Awaitable[Connection]]
    plan: Callable[[], Awaitable[RequestPlan]]
    learn: Callable[[Adaptation], None]
    say: Callable[[GenerationStatus], None]


class Turn:
    """Owns one assistant message until it has ended.

    ``prefix`` is text of an earlier answer that this one goes on from.
    """

    def __init__(self, parts: TurnParts, answer: Message, *, prefix: str = "") -> None:
        self._parts = parts
        self._answer = answer
        self._prefix = prefix
        self._reply = _new_reply()
        self._sent: JsonObject = {}
        self._adaptations = 0
        self._attempt = 1
        self._retry_now = asyncio.Event()
        self._save_timer: asyncio.TimerHandle | None = None
        self.quitting = False
        """Set when the app, not the person, ends this turn."""

    @property
    def answer(self) -> Message:
        """The answer as far as it has come."""
        return self._answer

    async def run(self) -> None:
        """Answer, and leave the message complete, stopped, interrupted or failed."""
        try:
            await self._run()
        except asyncio.CancelledError:
            self._end(MessageStatus.INTERRUPTED if self.quitting else MessageStatus.STOPPED)
            raise
        except ChatAppError as error:
            self._end(MessageStatus.FAILED, with_media_way_out(error, self._sent))
        except Exception:
            self._end(MessageStatus.FAILED, _unexpected())
            raise
        else:
            self._end(MessageStatus.COMPLETE)
        finally:
            self._cancel_save()

    def fail(self, error: ChatAppError) -> None:
        """Have an answer that has ended say that it cannot go on; what it says stays."""
        failure = failure_record(error, refused_field(error, self._sent))
        self._answer = replace(self._answer, status=MessageStatus.FAILED, failure=failure)
        self._write_end()

    def leave_ended(self) -> None:
        """End the message of a turn that was stopped before its first step."""
        if self._answer.status.is_running:
            self._end(MessageStatus.INTERRUPTED if self.quitting else MessageStatus.STOPPED)

    def retry_now(self) -> None:
        """Do not wait for the rest of a countdown."""
        self._retry_now.set()

    async def _run(self) -> None:
        connection = await self._parts.connect()
        while True:
            try:
                await self._ask(connection)
            except ChatAppError as error:
                if not self._adapt(error):
                    await self._wait_to_retry(error)
            else:
                return

    def _adapt(self, error: ChatAppError) -> bool:
        """Learn from a refusal what to send otherwise; tell whether to ask again at once."""
        if self._has_output or self._adaptations >= MOST_ADAPTATIONS:
            return False
        change = adaptation_for(error, self._sent)
        if change is None:
            return False
        self._adaptations += 1
        self._parts.learn(change)
        return True

    @property
    def _has_output(self) -> bool:
        return self._reply.has_output

    async def _ask(self, connection: Connection) -> None:
        self._say(Phase.SENDING)
        began = time.monotonic()
        plan = await self._parts.plan()
        body = self._sent = await asyncio.to_thread(plan.body)
        self._answer = replace(
            self._answer,
            sent_body=without_messages(body),
            model=plan.model,
            endpoint_id=plan.endpoint.id,
        )
        self._reply = _new_reply(inline_think=plan.endpoint.inline_think)
        answer = self._answer
        built_ms = (time.monotonic() - began) * 1000
        link = ExchangeLink(
            answer.conversation_id, answer.id, self._attempt, built_ms=round(built_ms, 3)
        )
        await self._parts.client.complete(
            connection, body, into=self._reply, notify=self._on_progress, link=link
        )

    async def _wait_to_retry(self, error: ChatAppError) -> None:
        delay_s = retry_delay_s(
            error, self._attempt, output_seen=self._has_output, random=random.random
        )
        if delay_s is None:
            raise error
        self._attempt += 1
        self._retry_now.clear()
        self._say(Phase.RETRY_WAIT, retry_at=time.monotonic() + delay_s, error=error)
        try:
            async with asyncio.timeout(delay_s):
                await self._retry_now.wait()
        except TimeoutError:
            return
        except asyncio.CancelledError:
            # Giving up waiting leaves the reason for the wait, not an empty “stopped”.
            if not self.quitting:
                raise error from None
            raise

    def _say(
        self, phase: Phase, *, retry_at: float | None = None, error: ChatAppError | None = None
    ) -> None:
        note = error.message if error else None
        self._parts.say(
            GenerationStatus(phase, self._answer.id, self._attempt, retry_at=retry_at, note=note)
        )

    def _on_progress(self) -> None:
        """Show what arrived; called once for each read from the network."""
        first = self._answer.status is not MessageStatus.STREAMING
        self._snapshot(MessageStatus.STREAMING)
        if first:
            self._say(Phase.STREAMING)
        aspects = Aspect.TEXT | Aspect.STATUS if first else Aspect.TEXT
        self._parts.conversations.update(self._answer, aspects)
        if self._save_timer is None:
            loop = asyncio.get_running_loop()
            self._save_timer = loop.call_later(SAVE_EVERY_S, self._save_partial)

    def _snapshot(self, status: MessageStatus) -> None:
        answer = replace(self._answer, reply=self._reply.reply(), status=status)
        self._answer = continued(answer, self._prefix)

    def _save_partial(self) -> None:
        self._save_timer = None
        self._parts.conversations.save_partial(self._answer)

    def _cancel_save(self) -> None:
        if self._save_timer is not None:
            self._save_timer.cancel()
            self._save_timer = None

    def _end(self, status: MessageStatus, error: ChatAppError | None = None) -> None:
        self._cancel_save()
        self._snapshot(status)
        if error is not None:
            refused = refused_field(error, self._sent)
            if refused:
                self._parts.learn(Adaptation(refused=refused))
            self._answer = replace(self._answer, failure=failure_record(error, refused))
        self._write_end()

    def _write_end(self) -> None:
        conversations = self._parts.conversations
        conversations.save_final(self._answer)
        conversations.update(self._answer, Aspect.TEXT | Aspect.STATUS | Aspect.DETAILS)


def _unexpected() -> ChatAppError:
    """What a bug of ours looks like in the conversation; it is reported as well."""
    return ChatAppError(
        text("Failure", QT_TRANSLATE_NOOP("Failure", "Something went wrong inside the app.")),
        hint=text("Failure", QT_TRANSLATE_NOOP("Failure", "What had arrived is kept.")),
        retryable=True,
        ways_out=(WayOut.RETRY,),
    )


def _new_reply(*, inline_think: bool = True) -> "ReplyAccumulator":
    """Return an empty reply; what reads replies is imported at the first one."""
    from chatapp.wire.accumulate import ReplyAccumulator

    return ReplyAccumulator(inline_think=inline_think)
