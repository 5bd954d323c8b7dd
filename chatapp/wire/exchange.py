"""The recorder: what a request and its reply were, byte for byte, without any secret.

It is fed by ``ChatClient`` while it works. Each piece of a body is kept once, as it comes; what
is in it is found out later, when somebody looks (``event_index``). Keys are masked before
anything is kept: by the header that carries them and by their value, wherever it turns up.
"""

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, Self
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from chatapp.domain.errors import ChatAppError
from chatapp.domain.exchanges import (
    STOPPED,
    Arrivals,
    Bodies,
    Exchange,
    ExchangeId,
    ExchangeKind,
    ExchangeLink,
    Headers,
    Moments,
    Stretch,
    new_exchange_id,
)
from chatapp.domain.failure_records import failure_record
from chatapp.domain.json_value import JsonObject
from chatapp.domain.redaction import (
    is_secret_name,
    masked_bytes,
    redacted,
    remember_named,
    remember_secret,
    without_secrets,
)
from chatapp.wire.connection import Connection
from chatapp.wire.http_clients import proxy_for, without_credentials

if TYPE_CHECKING:
    import httpx

    from chatapp.domain.replies import Reply
    from chatapp.wire.accumulate import ReplyAccumulator

from chatapp.domain.copy_as import MASK

_MOMENTS = {
    "connection.connect_tcp.complete": "connected_ms",
    "connection.connect_unix_socket.complete": "connected_ms",
    "connection.start_tls.complete": "encrypted_ms",
    "proxy.start_tls.complete": "encrypted_ms",
    "http11.send_request_body.complete": "sent_ms",
    "http11.receive_response_headers.complete": "headers_ms",
}
MAX_KEPT_BYTES = 64 * 1024 * 1024
"""What comes after so many bytes of a body is counted and not kept."""

Trace = Callable[[str, Mapping[str, Any]], Awaitable[None]]


def masked_headers(headers: "Mapping[str, str] | list[tuple[str, str]]") -> Headers:
    """Return headers as they may be kept: whatever may hold a secret shows that it was there.

    The scheme of an ``Authorization`` stays: *Bearer* or not is what people look for.
    """
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    return tuple((name, _masked_header(name, value)) for name, value in pairs)


def _masked_header(name: str, value: str) -> str:
    if not is_secret_name(name):
        return redacted(value)
    scheme, space, _ = value.partition(" ")
    return f"{scheme} {MASK}" if space and scheme.isalpha() else MASK


def _pairs(headers: "httpx.Headers") -> list[tuple[str, str]]:
    """Return headers as they are on the wire, with their own spelling."""
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw]


def _remember_secrets(connection: Connection, url: str, headers: "httpx.Headers") -> None:
    """Have all that is secret about a request masked by its value, wherever it comes back."""
    if connection.key:
        remember_secret(connection.key)
    for name, value in _pairs(headers):
        remember_named(name, value)
    for address in (url, proxy_for(connection.endpoint, url)):
        parts = urlsplit(address)
        if parts.password:
            remember_secret(unquote(parts.password))
            remember_secret(parts.password)
        for name, value in parse_qsl(parts.query):
            remember_named(name, value)


def masked_url(url: str) -> str:
    """Return an address without the credentials and keys in it."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    netloc = f"{MASK}@{host}" if host != parts.netloc else host
    query = parts.query
    if any(is_secret_name(name) for name, _ in parse_qsl(query)):
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([(n, MASK if is_secret_name(n) else v) for n, v in pairs])
    return without_secrets(urlunsplit((parts.scheme, netloc, parts.path, query, parts.fragment)))


class ExchangeSink(Protocol):
    """Who wants to know. Called on the loop's thread; must not take long."""

    def wants(self) -> bool:
        """Whether anything is to be recorded now."""

    def began(self, recording: "Recording") -> None:
        """A request leaves."""

    def progressed(self, recording: "Recording") -> None:
        """Something arrived; called once for each read from the network."""

    def ended(self, recording: "Recording") -> None:
        """It is over, well or not."""


class Recording:
    """One request and its reply while they go over the wire; asked for any time."""

    def __init__(self, exchange: Exchange, content: bytes) -> None:
        self._exchange = exchange
        self._content = content
        self._began = time.monotonic()
        self._moments: dict[str, float] = {}
        self._body = bytearray()
        self._size = 0
        self._arrivals = Arrivals()
        self._stream: Any = None
        self._last_read_at = -1.0
        self._resolution_ms = 0.0
        self._reply: ReplyAccumulator | None = None
        self._stretches: list[Stretch] = []
        self._open: dict[int, int] = {}

    @property
    def id(self) -> ExchangeId:
        """The identifier of what is recorded."""
        return self._exchange.id

    @property
    def link(self) -> ExchangeLink:
        """What the request is made for."""
        return self._exchange.link

    @property
    def request(self) -> bytes:
        """The body that was sent, secrets masked."""
        return self._content

    def reply(self) -> "Reply | None":
        """Return what the reply says so far; ``None`` before there is one."""
        return self._reply.reply() if self._reply is not None else None

    def _ms(self, at: float) -> float:
        return round((at - self._began) * 1000, 3)

    async def trace(self, name: str, info: Mapping[str, Any]) -> None:
        """Take what httpcore tells of its steps."""
        del info
        if moment := _MOMENTS.get(name):
            self._moments[moment] = self._ms(time.monotonic())

    def answered(self, response: "httpx.Response", reply: "ReplyAccumulator | None") -> None:
        """Take the head of a reply."""
        stream = self._stream = response.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream is not None else None
        self._reply = reply
        self._exchange = replace(
            self._exchange,
            status=response.status_code,
            reason=response.reason_phrase,
            http_version=response.http_version,
            response_headers=masked_headers(_pairs(response.headers)),
            server_address=f"{peer[0]}:{peer[1]}" if peer else "",
        )

    def take(self, piece: bytes) -> None:
        """Keep a piece of the body; pieces of one read share its time of arrival."""
        at = getattr(self._stream, "read_at", 0.0)
        if at != self._last_read_at:
            self._last_read_at = at
            waited_ms = round(getattr(self._stream, "waited_s", 0.0) * 1000, 3)
            self._resolution_ms = max(self._resolution_ms, waited_ms)
            self._arrivals.add(self._size, self._ms(at or time.monotonic()), waited_ms)
        self._size += len(piece)
        if self._size <= MAX_KEPT_BYTES:
            self._body += piece

    def note_stretches(self) -> None:
        """Note which parts of the reply have grown, as often as there is something new."""
        reply, now = self._reply, self._last_read_ms()
        if reply is None:
            return
        for choice in reply.grew & self._open.keys():
            at = self._open[choice]
            self._stretches[at] = replace(self._stretches[at], end_ms=now)
        reply.grew.clear()
        for kind, choice, call in reply.activities[len(self._stretches) :]:
            self._open[choice] = len(self._stretches)
            self._stretches.append(Stretch(kind, now, now, choice, call))

    def _last_read_ms(self) -> float:
        times = self._arrivals.at_ms
        return times[-1] if times else self._ms(time.monotonic())

    def end(self, error: BaseException | None) -> None:
        """Note the end, and why if it was no good one."""
        self.note_stretches()
        self._moments["ended_ms"] = self._ms(time.monotonic())
        failure = failure_record(error) if isinstance(error, ChatAppError) else None
        failure = failure and replace(failure, detail="")  # the bytes of the reply are here
        self._exchange = replace(self._exchange, error=_words_of(error), failure=failure)

    def exchange(self) -> Exchange:
        """Return what is known so far."""
        times = self._arrivals.at_ms
        # One read may bring the head and the first bytes; the head was understood first.
        first_ms = max(times[0], self._moments.get("headers_ms", 0.0)) if times else None
        moments = Moments(**self._moments, first_byte_ms=first_ms)
        reply = self._reply
        return replace(
            self._exchange,
            moments=moments,
            response_size=self._size,
            resolution_ms=self._resolution_ms,
            events=reply.events if reply else 0,
            bad_events=reply.bad_events if reply else 0,
            stretches=tuple(self._named(s) for s in self._stretches),
            tools=reply.tool_names() if reply else (),
        )

    def _named(self, stretch: Stretch) -> Stretch:
        name = self._reply.tool_name(stretch.choice, stretch.call) if self._reply else ""
        return replace(stretch, tool=name) if name else stretch

    def bodies(self) -> Bodies:
        """Return a copy of the bodies so far, secrets masked. Fit for a thread once ended."""
        return Bodies(self._content, masked_bytes(bytes(self._body)), self._arrivals)


def _words_of(error: BaseException | None) -> str:
    if error is None:
        return ""
    if isinstance(error, ChatAppError):
        return redacted(str(error.message))
    name = type(error).__name__
    return STOPPED if name == "CancelledError" else name


class Tape:
    """The recordings of one call of the client, one for each address it tries; records
    nothing if nobody wants to know."""

    def __init__(
        self, sink: ExchangeSink | None, connection: Connection, link: ExchangeLink | None
    ) -> None:
        self._sink = sink if sink is not None and link is not None and sink.wants() else None
        self._connection = connection
        self._link = link or ExchangeLink()
        self._model = ""
        self._recording: Recording | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._end(error)

    def about(self, body: JsonObject) -> None:
        """Note which model is asked."""
        self._model = str(body.get("model") or "")

    def begin(
        self, method: str, url: str, headers: "httpx.Headers", content: bytes
    ) -> dict[str, Trace]:
        """Begin a recording; return the extensions of the request."""
        if self._sink is None:
            return {}
        self._end(None)
        endpoint = self._connection.endpoint
        _remember_secrets(self._connection, url, headers)
        own = {name.lower() for name in (endpoint.key_header, *endpoint.secret_headers)}
        shown = tuple(
            (name, MASK if name.lower() in own and MASK not in value else value)
            for name, value in masked_headers(_pairs(headers))
        )
        exchange = Exchange(
            new_exchange_id(),
            self._link,
            started_at=time.time(),
            endpoint=redacted(endpoint.name),
            model=self._model,
            method=method,
            url=masked_url(url),
            proxy=without_credentials(proxy_for(endpoint, url)),
            request_headers=shown,
            request_size=len(content),
        )
        self._recording = Recording(exchange, masked_bytes(content))
        self._sink.began(self._recording)
        return {"trace": self._recording.trace}

    def answered(self, response: "httpx.Response", reply: "ReplyAccumulator | None") -> None:
        """Take the head of a reply; ``reply`` is where it is put together."""
        if self._recording is not None:
            self._recording.answered(response, reply)

    def take(self, piece: bytes) -> None:
        """Keep a piece of the body."""
        if self._recording is not None:
            self._recording.take(piece)

    def progressed(self) -> None:
        """Say that all which one read brought was taken."""
        if self._recording is not None and self._sink is not None:
            self._recording.note_stretches()
            self._sink.progressed(self._recording)

    def _end(self, error: BaseException | None) -> None:
        recording, self._recording = self._recording, None
        if recording is not None and self._sink is not None:
            recording.end(error)
            self._sink.ended(recording)


def models_link() -> ExchangeLink:
    """Return what asking for the list of models is for."""
    return ExchangeLink(kind=ExchangeKind.MODELS)
