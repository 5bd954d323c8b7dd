"""The body of a reply: events, one JSON document, or something that is no reply at all."""

import asyncio

from chatapp.domain.json_reading import read_first
from chatapp.domain.json_value import without_surrogates
from chatapp.wire import failures
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.sse import BodyKind, EventDecoder, LineTooLong, ServerEvent, sniff

MAX_JSON_BYTES = 64 * 1024 * 1024
_BIG = 256 * 1024


class ReplyBody:
    """Feed it a body's pieces; the first bytes decide how they are read, since servers answer
    streams with JSON and the other way round (``endpoint.md`` B4.1)."""

    def __init__(self, into: ReplyAccumulator) -> None:
        self._into = into
        self._kind = BodyKind.UNDECIDED
        self._decoder = EventDecoder()
        self._held = bytearray()

    @property
    def comments(self) -> int:
        """How many keep-alive comments have come."""
        return self._decoder.comments

    def feed(self, piece: bytes) -> None:
        """Take a piece. Raises ``RequestRejected`` for an error event."""
        if self._kind is BodyKind.EVENTS:
            self._take_events(piece)
            return
        self._held += piece
        if self._kind is BodyKind.UNDECIDED:
            self._kind = sniff(bytes(self._held[:64]))
        if self._kind is BodyKind.EVENTS:
            self._take_events(bytes(self._held))
            self._held.clear()
        elif len(self._held) > MAX_JSON_BYTES:
            raise failures.too_large()

    def _take_events(self, piece: bytes) -> None:
        try:
            events = self._decoder.feed(piece)
        except LineTooLong as error:
            raise failures.too_large() from error
        self._take(events)

    def _take(self, events: list[ServerEvent]) -> None:
        for event in events:
            if self._into.done:
                return
            self._into.feed(event)

    async def close(self) -> None:
        """Take the end of the body. Raises ``BrokenReply`` if it was no reply."""
        if self._kind is BodyKind.EVENTS:
            self._take(self._decoder.close())
            if self._into.bad_events and not self._into.has_choices:
                raise failures.not_a_reply("")
            return
        body = without_surrogates(bytes(self._held).decode("utf-8-sig", "replace"))
        if self._kind is BodyKind.JSON:
            await self._take_json(body)
        elif body.strip():
            raise failures.not_a_reply(body)

    async def _take_json(self, body: str) -> None:
        try:
            if len(body) > _BIG:
                parsed, end = await asyncio.to_thread(read_first, body.lstrip())
            else:
                parsed, end = read_first(body.lstrip())
        except ValueError as error:
            raise failures.not_a_reply(body) from error
        if _is_line_of_stream(parsed, body.lstrip()[end:]):
            self._take(self._decoder.feed(body.encode()) + self._decoder.close())
            return
        if isinstance(parsed, list) and len(parsed) == 1:
            parsed = parsed[0]
        if not isinstance(parsed, dict):
            raise failures.not_a_reply(body)
        self._into.feed_object(parsed)
        self._into.done = True


def _is_line_of_stream(parsed: object, rest: str) -> bool:
    """Whether this is the first of several JSON lines, not one whole reply."""
    return isinstance(parsed, dict) and rest.strip()[:1] in ("{", "[")
