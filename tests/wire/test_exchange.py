"""The recorder over a real socket: what was sent and came, when, and never a key."""

import asyncio
import gzip
import json
import threading
import zlib
from collections.abc import Callable

import pytest

from chatapp.domain.copy_as import MASK
from chatapp.domain.endpoints import Endpoint, SecretHeader, Timeouts
from chatapp.domain.errors import ChatAppError
from chatapp.domain.exchanges import Bodies, Exchange, ExchangeKind, ExchangeLink, StretchKind
from chatapp.domain.har import har
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import EndpointId, MessageId
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.client import ChatClient
from chatapp.wire.connection import Connection
from chatapp.wire.exchange import Recording, masked_headers, masked_url
from tests.support.raw_server import HOLD, RESET, RawServer, raw_server, reply

KEY = "sk-canary-4c1f0b"
BODY: dict[str, JsonValue] = {"model": "m", "messages": [], "stream": True}
LINK = ExchangeLink(message_id=MessageId("answer"), attempt=2)


def delta(**fields: object) -> bytes:
    choice = {"index": 0, "delta": fields}
    return b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n"


END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'


class Sink:
    """Keeps what it is told."""

    def __init__(self, *, wants: bool = True) -> None:
        self._wants = wants
        self.recordings: list[Recording] = []
        self.ended_ids: list[str] = []
        self.steps = 0

    def wants(self) -> bool:
        return self._wants

    def began(self, recording: Recording) -> None:
        self.recordings.append(recording)

    def progressed(self, recording: Recording) -> None:
        self.steps += 1

    def ended(self, recording: Recording) -> None:
        self.ended_ids.append(recording.id)

    @property
    def only(self) -> tuple[Exchange, Bodies]:
        (recording,) = self.recordings
        assert self.ended_ids == [recording.id]
        return recording.exchange(), recording.bodies()


def ask(url: str, sink: Sink, body: dict[str, JsonValue] = BODY, **more: object) -> None:
    """Ask once with a key; failures are what is recorded."""

    async def work() -> None:
        client = ChatClient(sink)
        client.set_pace(0.0)
        endpoint = Endpoint(EndpointId("e"), "lab", "", timeouts=Timeouts(3, 3, 3, 3), **more)  # type: ignore[arg-type]
        connection = Connection(endpoint, url, KEY)
        try:
            await client.complete(
                connection, body, into=ReplyAccumulator(), notify=lambda: None, link=LINK
            )
        except ChatAppError:
            pass
        finally:
            await client.close()

    asyncio.run(work())


def record(*script: bytes | threading.Event | Callable[[], object], **more: object) -> Sink:
    sink = Sink()
    with raw_server(list(script)) as server:
        ask(server.url, sink, BODY, **more)
    return sink


def test_request_and_reply_are_kept_byte_for_byte() -> None:
    stream = delta(content="Hel") + delta(content="lo") + END
    sink = Sink()
    with raw_server([reply(stream, "200 OK", "X-Request-Id: r1")]) as server:
        ask(server.url, sink)
        exchange, bodies = sink.only
        assert bodies.request == server.requests[0].partition(b"\r\n\r\n")[2]
    assert bodies.response == stream
    assert (exchange.status, exchange.reason, exchange.events) == (200, "OK", 4)
    assert (exchange.method, exchange.model, exchange.endpoint) == ("POST", "m", "lab")
    assert exchange.url == server.url + "/chat/completions"
    assert exchange.link == LINK
    assert ("User-Agent", "chatapp") in exchange.request_headers
    assert ("X-Request-Id", "r1") in exchange.response_headers
    assert (exchange.request_size, exchange.response_size) == (len(bodies.request), len(stream))
    assert exchange.server_address.startswith("127.0.0.1:")


def test_every_moment_comes_after_the_one_before() -> None:
    exchange, _ = record(reply(delta(content="Hi") + END)).only
    moments = exchange.moments
    order = [moments.connected_ms, moments.sent_ms, moments.headers_ms, moments.first_byte_ms]
    times = [t for t in (*order, moments.ended_ms) if t is not None]
    assert len(times) == 5
    assert times == sorted(times)
    assert moments.encrypted_ms is None


@pytest.mark.parametrize("status", ["200 OK", "500 Oops"])
def test_a_body_that_came_compressed_is_kept_as_it_reads_without_the_key(status: str) -> None:
    words = json.dumps({"error": {"message": f"No room for {KEY}"}}).encode()
    packed = gzip.compress(words)
    sink = record(reply(packed, status, "Content-Encoding: gzip"))
    exchange, bodies = sink.only
    assert exchange.failed
    assert bodies.response.startswith(b'{"error": {"message": "No room for ')
    assert KEY not in repr(exchange) + repr(bodies)


def test_a_compressed_stream_that_does_not_end_is_refused_soon() -> None:
    packer = zlib.compressobj(wbits=31)
    begun = packer.compress(delta(content="Hel")) + packer.flush(zlib.Z_SYNC_FLUSH)
    exchange, bodies = record(reply(begun, "200 OK", "Content-Encoding: gzip"), HOLD).only
    assert "gzip" in exchange.error
    assert bodies.response == delta(content="Hel")
    assert (exchange.moments.ended_ms or 0) < 15_000


def test_the_key_is_in_nothing_that_is_kept() -> None:
    leak = {"error": {"message": f"Incorrect API key: {KEY}"}}
    refused = reply(json.dumps(leak).encode(), "401 Unauthorized", f"X-Echo: {KEY}")
    body: dict[str, JsonValue] = {**BODY, "messages": [{"role": "user", "content": f"is {KEY} ok"}]}
    cases: list[dict[str, object]] = [{}, {"key_header": "api-key"}]
    for more in cases:
        sink = Sink()
        with raw_server([refused]) as server:
            ask(server.url, sink, body, **more)
            assert KEY.encode() in server.requests[0]
        exchange, bodies = sink.only
        assert KEY not in repr(exchange) + repr(bodies)
        assert exchange.status == 401
        assert len(bodies.response) == exchange.response_size
        names = {name.lower(): value for name, value in exchange.request_headers}
        assert names.get("api-key", names.get("authorization")) in (MASK, f"Bearer {MASK}")


def test_whatever_carries_a_secret_is_masked_wherever_the_server_sends_it_back() -> None:
    header, query = "tenant-canary-77ab", "query/canary+91cd"
    quoted = query.replace("/", "%2F").replace("+", "%2B")
    echoed = {"headers": {"x-tenant-key": header}, "args": {"code": 1, "api_key": query}}
    stream = b"data: " + json.dumps(echoed).replace("/", "\\/").encode() + b"\n\n" + END
    answer = reply(stream, "200 OK", f"X-Echo: {header}", f"X-Url: /v1?api_key={quoted}")
    sink = Sink()
    with raw_server([answer]) as server:
        address = f"{server.url}?api_key={quoted}"
        ask(address, sink, BODY, extra_headers={"X-Tenant-Key": header})
        assert header.encode() in server.requests[0]
        assert quoted.encode() in server.requests[0]
    exchange, bodies = sink.only
    kept = repr(exchange) + repr(bodies) + json.dumps(har([(exchange, bodies)]))
    assert "canary" not in kept
    assert len(bodies.response) == exchange.response_size == len(stream)


def test_a_secret_header_is_masked_by_name_however_short_its_value_is() -> None:
    more = {
        "extra_headers": {"X-Gate": "abc", "X-Team": "blue", "X-Pass": "Custom abcdef"},
        "secret_headers": dict.fromkeys(["x-gate", "X-Pass"], SecretHeader()),
    }
    exchange, _ = record(reply(END), **more).only
    kept = {name.lower(): value for name, value in exchange.request_headers}
    assert (kept["x-gate"], kept["x-team"], kept["x-pass"]) == (MASK, "blue", MASK)


def test_the_stretches_say_what_grew_one_after_another() -> None:
    call = {"index": 0, "id": "c", "function": {"name": "get_weather", "arguments": '{"a":'}}
    more = {"index": 0, "function": {"arguments": "1}"}}
    exchange, _ = record(
        reply(delta(reasoning_content="Hm")),
        delta(content="I look."),
        delta(tool_calls=[call]),
        delta(tool_calls=[more]) + END,
    ).only
    kinds = [(s.kind, s.tool) for s in exchange.stretches]
    assert kinds == [
        (StretchKind.REASONING, ""),
        (StretchKind.TEXT, ""),
        (StretchKind.ARGUMENTS, "get_weather"),
    ]
    assert exchange.tools == ("get_weather",)
    ends = [s.end_ms for s in exchange.stretches]
    assert ends == sorted(ends)


def test_two_choices_side_by_side_do_not_make_a_stretch_for_each_word() -> None:
    words = b"".join(
        b'data: {"choices":[{"index":%d,"delta":{"content":"w"}}]}\n\n' % (n % 2) for n in range(40)
    )
    exchange, _ = record(reply(words + END)).only
    assert [(s.kind, s.choice) for s in exchange.stretches] == [
        (StretchKind.TEXT, 0),
        (StretchKind.TEXT, 1),
    ]


def test_what_broke_off_is_kept_with_the_reason() -> None:
    exchange, bodies = record(reply(delta(content="Hel")), RESET).only
    assert bodies.response == delta(content="Hel")
    assert exchange.error
    assert exchange.failed


def test_a_server_that_is_not_there_is_an_exchange_too() -> None:
    sink = Sink()
    ask("http://127.0.0.1:9/v1", sink)
    exchange, _ = sink.only
    assert exchange.status == 0
    assert "127.0.0.1:9" in exchange.error


def test_a_redirect_is_an_exchange_of_its_own() -> None:
    sink = Sink()
    moved = reply(b"", "307 Temporary Redirect", "Location: /v1/there")
    with raw_server([moved], [reply(END)]) as server:
        ask(server.url, sink)
    assert [r.exchange().status for r in sink.recordings] == [307, 200]
    assert [r.exchange().url.rpartition("/")[2] for r in sink.recordings] == [
        "completions",
        "there",
    ]


def test_asking_for_models_is_recorded_as_such() -> None:
    sink = Sink()

    async def work(server: RawServer) -> None:
        client = ChatClient(sink)
        connection = Connection(Endpoint(EndpointId("e"), "e", ""), server.url)
        await client.models(connection)
        await client.close()

    with raw_server([reply(b'{"data":[{"id":"m"}]}')]) as server:
        asyncio.run(work(server))
    exchange, bodies = sink.only
    assert exchange.link.kind is ExchangeKind.MODELS
    assert bodies.response == b'{"data":[{"id":"m"}]}'


def test_nothing_is_recorded_for_those_who_do_not_want_it() -> None:
    sink = Sink(wants=False)
    with raw_server([reply(END)]) as server:
        ask(server.url, sink)
    assert sink.recordings == []


@pytest.mark.parametrize("name", ["Authorization", "X-Api-Key", "Cookie", "Set-Cookie", "X-Token"])
def test_headers_that_carry_secrets_show_only_that_they_were_there(name: str) -> None:
    ((_, shown),) = masked_headers({name: "very-private-value"})
    assert shown == MASK
    assert masked_headers([("Content-Type", "text/plain")]) == (("Content-Type", "text/plain"),)


def test_addresses_lose_their_credentials() -> None:
    shown = masked_url("https://user:pass@host.example:8443/v1/x?api_key=abcdef&page=2")
    assert shown.startswith(f"https://{MASK}@host.example:8443/v1/x?api_key=")
    assert "abcdef" not in shown
    assert "pass" not in shown
    assert shown.endswith("&page=2")
    assert masked_url("http://host/v1") == "http://host/v1"
