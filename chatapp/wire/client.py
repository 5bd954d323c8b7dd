"""Asking an endpoint: one chat request with its reply, or its list of models."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from urllib.parse import urljoin, urlsplit

import httpx

from chatapp.domain.attachments import media_kinds
from chatapp.domain.endpoints import resolved_url
from chatapp.domain.errors import ChatAppError
from chatapp.domain.exchanges import ExchangeLink
from chatapp.domain.json_reading import read_reply
from chatapp.domain.json_value import JsonObject, as_list, as_object, as_text
from chatapp.domain.language_models import LanguageModel
from chatapp.wire import failures
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.bodies import bounded, encoding_of, inflated, read_body
from chatapp.wire.connection import Connection, headers_of
from chatapp.wire.exchange import ExchangeSink, Tape, models_link
from chatapp.wire.http_clients import HttpClients, proxy_for, without_credentials
from chatapp.wire.model_list import read_models
from chatapp.wire.pacing import Pace
from chatapp.wire.rejections import rejected, reply_error
from chatapp.wire.reply_body import MAX_JSON_BYTES, ReplyBody
from chatapp.wire.requests import encode

CHAT_PATH = "/chat/completions"
MODELS_PATH = "/models"
MAX_ERROR_BYTES = 1024 * 1024
MODELS_TIMEOUT_S = 20.0
KEEP_ALIVE_S = 300.0
"""Comments show that a server is alive, but not for longer than this without data."""
_SPARE = 1 / 32
"""A silent server is given up later than promised by up to this share of the time."""
_MAX_REDIRECTS = 3
_MAX_PACKED = 64 * 1024
_LOOK_S = 1.0
"""How long is looked at a compressed body that is refused."""
_MANY_MESSAGES = 100
_MANY_CHARACTERS = 200_000


class ChatClient:
    """Talks to any endpoint, reading streams at a pace that may change while they run.

    ``sink`` is told of every request that has a link to what it is made for.
    """

    def __init__(self, sink: ExchangeSink | None = None) -> None:
        self._sink = sink
        self._pace = Pace()
        self._clients = HttpClients(self._pace)

    def set_pace(self, interval_s: float) -> None:
        """Set the least time between two reads of a stream, in seconds; 0 reads at once."""
        self._pace.interval_s = interval_s

    async def close(self) -> None:
        """Close every socket."""
        await self._clients.close()

    async def complete(
        self,
        connection: Connection,
        body: JsonObject,
        *,
        into: ReplyAccumulator,
        notify: Callable[[], None],
        link: ExchangeLink | None = None,
    ) -> None:
        """Send ``body`` and put the reply together, streamed or not.

        ``notify`` is called once for each read from the network, after its events were
        taken. Raises a ``ChatAppError``; what had arrived stays in ``into``. Cancelling
        closes the socket at once.
        """
        content = await asyncio.to_thread(encode, body) if _is_large(body) else encode(body)
        into.sent()
        with Tape(self._sink, connection, link) as tape:
            tape.about(body)
            try:
                async with self._open(
                    connection, "POST", CHAT_PATH, content, tape=tape, into=into
                ) as (response, deadline):
                    await _read_reply(response, connection, into, notify, deadline, tape)
            finally:
                into.finish()
            _judge(into)

    async def models(self, connection: Connection) -> tuple[LanguageModel, ...]:
        """Return the models an endpoint offers, sorted by name."""
        with Tape(self._sink, connection, models_link()) as tape:
            async with self._open(connection, "GET", MODELS_PATH, b"", tape=tape) as (response, _):
                raw = await bounded(response, MAX_JSON_BYTES, also=tape.take)
            try:
                parsed = read_reply(raw)
            except ValueError as error:
                raise failures.not_a_reply(raw.decode("utf-8", "replace")) from error
            if isinstance(parsed, dict) and (stated := reply_error(parsed)) is not None:
                raise stated
            return read_models(parsed)

    @asynccontextmanager
    async def _open(
        self,
        connection: Connection,
        method: str,
        path: str,
        content: bytes,
        *,
        tape: Tape,
        into: ReplyAccumulator | None = None,
    ) -> AsyncIterator[tuple[httpx.Response, asyncio.Timeout]]:
        """Open a reply of status 2xx under a deadline that the reader moves on."""
        url = resolved_url(connection.base_url, path)
        timeouts = connection.endpoint.timeouts
        first_s = timeouts.first_event_s if into is not None else MODELS_TIMEOUT_S
        try:
            async with asyncio.timeout(first_s) as deadline:
                response = await self._send(connection, method, url, content, tape)
                tape.answered(response, into)
                try:
                    await _check_status(response, url, tape)
                    yield response, deadline
                finally:
                    await response.aclose()
        except TimeoutError as error:
            has_output = into is not None and into.has_output
            seconds = timeouts.idle_s if has_output else first_s
            raise failures.silent(seconds, has_output=has_output) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
            has_output = into is not None and into.has_output
            proxy = without_credentials(proxy_for(connection.endpoint, url))
            raise failures.network_failure(
                error, url, has_output=has_output, proxy=proxy
            ) from error

    async def _send(
        self, connection: Connection, method: str, url: str, content: bytes, tape: Tape
    ) -> httpx.Response:
        """Send, following at most three redirects, and only within the same host."""
        timeouts = connection.endpoint.timeouts
        limits = httpx.Timeout(
            None, connect=timeouts.connect_s, write=timeouts.write_s, pool=timeouts.connect_s
        )
        for _ in range(_MAX_REDIRECTS):
            client = await self._clients.get(connection, url)
            request = client.build_request(
                method, url, content=content, headers=headers_of(connection), timeout=limits
            )
            request.extensions |= tape.begin(method, url, request.headers, content)
            response = await client.send(request, stream=True)
            if not response.is_redirect:
                return response
            tape.answered(response, None)
            await response.aclose()
            url = _followed(url, response.headers.get("location", ""), response.status_code)
        raise failures.redirected(url, url)


def _is_large(body: JsonObject) -> bool:
    """Whether writing the body as JSON could hold up the window: long, or with files."""
    messages = as_list(body.get("messages"))
    if len(messages) > _MANY_MESSAGES or media_kinds(body):
        return True
    contents = (as_object(message).get("content") for message in messages)
    return sum(len(as_text(content)) for content in contents) > _MANY_CHARACTERS


def _followed(url: str, location: str, status: int) -> str:
    """Return where a redirect leads. Raises ``InvalidRequest`` if it is not to be followed."""
    try:
        target = urljoin(url, location)
        if _may_follow(url, target, status):
            return target
    except ValueError:
        target = location  # no address at all
    raise failures.redirected(url, target)


def _may_follow(url: str, target: str, status: int) -> bool:
    """A key and a conversation go nowhere but to the host the person named."""
    here, there = urlsplit(url), urlsplit(target)
    upgrade = here.scheme == "http" and there.scheme == "https"
    same_place = (here.scheme, here.netloc) == (there.scheme, there.netloc)
    return here.hostname == there.hostname and (
        (upgrade and here.port is None) or (same_place and status in (307, 308))
    )


async def _check_status(response: httpx.Response, url: str, tape: Tape) -> None:
    encoding = encoding_of(response)
    if response.is_success and not encoding:
        return
    if encoding:
        body = await _unpacked(response, encoding, tape)
    else:
        body = await bounded(response, MAX_ERROR_BYTES, cut=True, also=tape.take)
    if response.is_success:
        raise failures.encoded(encoding)
    raise rejected(
        response.status_code,
        {name.lower(): value for name, value in response.headers.items()},
        body,
        path=urlsplit(url).path,
    )


async def _unpacked(response: httpx.Response, encoding: str, tape: Tape) -> bytes:
    """Return the beginning of a compressed body, as far as it comes soon, for people to read.

    Only what was unpacked is recorded: a key that is in it could not be masked otherwise.
    """
    packed = bytearray()
    with suppress(TimeoutError):
        async with asyncio.timeout(_LOOK_S):
            await bounded(response, _MAX_PACKED, cut=True, also=packed.extend)
    body = inflated(bytes(packed), encoding)
    if body:
        tape.take(body)
    return body


class _Reader:
    """Puts a reply together from the pieces of its body, moving the deadline on as it goes."""

    def __init__(
        self,
        into: ReplyAccumulator,
        notify: Callable[[], None],
        deadline: asyncio.Timeout,
        idle_s: float,
        tape: Tape,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._tape = tape
        self._into = into
        self._deadline = deadline
        self._idle_s = idle_s
        self._notify = notify
        self._gather = _Gather(self._loop, self._announce)
        self._last_data = self._loop.time()
        self.body = ReplyBody(into)
        self.failure: ChatAppError | None = None

    def take(self, piece: bytes) -> bool:
        """Take a piece; tell whether the answer has ended."""
        self._tape.take(piece)
        self._into.first_byte()
        events, comments = self._into.events, self.body.comments
        try:
            self.body.feed(piece)
        except ChatAppError as error:
            self.failure = error
            return True
        if self._into.events != events:
            self._last_data = self._loop.time()
            if self._gather.soon():
                self._move_deadline()
        elif self.body.comments != comments:
            self._move_deadline()
        return self._into.done

    def _announce(self) -> None:
        self._tape.progressed()
        self._notify()

    def _move_deadline(self) -> None:
        """Comments show that a server lives, but not for ever without data.

        Each move costs a timer, so that one is kept for as long as it is not too early, nor much
        too late.
        """
        longest = self._last_data + max(KEEP_ALIVE_S, self._idle_s)
        wanted, spare = min(self._loop.time() + self._idle_s, longest), self._idle_s * _SPARE
        if not wanted <= (self._deadline.when() or 0.0) <= wanted + spare:
            self._deadline.reschedule(min(wanted + spare, longest))

    def close(self) -> None:
        """Announce nothing more."""
        self._gather.cancel()


async def _read_reply(
    response: httpx.Response,
    connection: Connection,
    into: ReplyAccumulator,
    notify: Callable[[], None],
    deadline: asyncio.Timeout,
    tape: Tape,
) -> None:
    """Read until the answer ends or fails."""
    idle_s = connection.endpoint.timeouts.idle_s
    reader = _Reader(into, notify, deadline, idle_s, tape)
    try:
        await read_body(response, reader.take)
        if reader.failure is not None:
            raise reader.failure
        await reader.body.close()
    finally:
        reader.close()
    notify()


class _Gather:
    """Calls ``notify`` once when all that one network read brought has been taken: pieces of
    one read follow each other without giving the loop a turn."""

    def __init__(self, loop: asyncio.AbstractEventLoop, notify: Callable[[], None]) -> None:
        self._loop = loop
        self._notify = notify
        self._handle: asyncio.Handle | None = None

    def soon(self) -> bool:
        """Ask for a call; tell whether this is the first piece of a read."""
        if self._handle is not None:
            return False
        self._handle = self._loop.call_soon(self._fire)
        return True

    def _fire(self) -> None:
        self._handle = None
        self._notify()

    def cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None


def _judge(into: ReplyAccumulator) -> None:
    """Raise unless the reply is whole: a stream that just ends is not (``endpoint.md`` 4.1)."""
    error: ChatAppError | None = None
    if not into.has_choices:
        error = failures.empty_reply()
    elif not into.done and not into.has_finish_reason:
        error = failures.incomplete()
    if error is not None:
        raise error
