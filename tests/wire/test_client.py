"""Asking over a real socket: every fault ends in plain words, nothing that came is lost."""

import asyncio
import socket
from collections.abc import Sequence

import pytest

from chatapp.domain.endpoints import Endpoint, Timeouts
from chatapp.domain.errors import (
    BrokenReply,
    ChatAppError,
    InvalidRequest,
    RequestRejected,
    ServerUnreachable,
)
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import EndpointId
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.client import ChatClient
from chatapp.wire.connection import Connection, headers_of
from tests.support.raw_server import HOLD, RESET, RawServer, raw_server, reply
from tests.support.token_server import token_server

FIRST = b'data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n'
LAST = b'data: {"choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":"stop"}]}\n\n'
DONE = b"data: [DONE]\n\n"
WHOLE = b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}'
CHUNKED = "Transfer-Encoding: chunked"
BODY: dict[str, JsonValue] = {"model": "m", "messages": [], "stream": True}


def endpoint(**more: object) -> Endpoint:
    return Endpoint(EndpointId("e"), "e", "", timeouts=Timeouts(3, 3, 1, 1), **more)  # type: ignore[arg-type]


def ask(
    url: str, into: ReplyAccumulator | None = None, key: str | None = None, **more: object
) -> ReplyAccumulator:
    """Ask once; what had arrived is in the accumulator even if this raises."""
    into = into or ReplyAccumulator()

    async def work() -> None:
        client = ChatClient()
        try:
            connection = Connection(endpoint(**more), url, key)
            await client.complete(connection, BODY, into=into, notify=lambda: None)
        finally:
            await client.close()

    asyncio.run(work())
    return into


@pytest.mark.parametrize(
    "script",
    [
        [reply(FIRST + LAST + DONE)],
        [reply(FIRST + LAST)],
        [reply(FIRST, "200 OK"), LAST, DONE],
        [reply(WHOLE)],
        [reply(WHOLE + b"\ndata: [DONE]\n\n")],
        [reply(b": keep-alive\n\n" + FIRST.replace(b"data: ", b"data:") + LAST + DONE)],
    ],
    ids=["events", "no [DONE]", "three writes", "JSON", "JSON and [DONE]", "comment, no space"],
)
def test_a_whole_reply_is_taken_however_it_comes(script: Sequence[bytes]) -> None:
    with raw_server(script) as server:
        choice = ask(server.url).reply().choices[0]
    assert (choice.content, choice.finish_reason) == ("Hello", "stop")


@pytest.mark.parametrize(
    ("script", "kind", "kept"),
    [
        ([RESET], BrokenReply, ""),
        ([], BrokenReply, ""),
        ([b"garbage\r\n\r\n"], BrokenReply, ""),
        ([HOLD], BrokenReply, ""),
        ([reply(FIRST), RESET], BrokenReply, "Hel"),
        ([reply(FIRST)], BrokenReply, "Hel"),
        ([reply(b"", "200 OK", CHUNKED), b"39\r\n" + FIRST[:20]], BrokenReply, ""),
        ([reply(FIRST), HOLD], BrokenReply, "Hel"),
        ([reply(b"")], BrokenReply, ""),
        ([reply(b"<html>hi</html>")], BrokenReply, ""),
        ([reply(b'{"choices":')], BrokenReply, ""),
        ([reply(b'{"choices":[]}')], BrokenReply, ""),
        ([reply(b'{"error":{"message":"no"}}')], RequestRejected, ""),
        (
            [reply(FIRST + b'data: {"error":{"message":"no","code":500}}\n\n')],
            RequestRejected,
            "Hel",
        ),
        ([reply(FIRST + b'event: error\ndata: {"message":"no"}\n\n')], RequestRejected, "Hel"),
        ([reply(b"x", "200 OK", "Content-Encoding: gzip")], BrokenReply, ""),
        ([reply(b'{"error":"bad"}', "400 Bad")], RequestRejected, ""),
        ([reply(b"<h1>nginx</h1>", "502 Bad Gateway")], RequestRejected, ""),
        ([reply(b'{"detail":[{"loc":["a"],"msg":"b"}]}', "422 X")], RequestRejected, ""),
    ],
)
def test_every_fault_ends_in_words_and_keeps_what_came(
    script: Sequence[bytes], kind: type[ChatAppError], kept: str
) -> None:
    into = ReplyAccumulator()
    with raw_server(script) as server, pytest.raises(kind) as caught:
        ask(server.url, into)
    assert type(caught.value) is kind
    assert str(caught.value).strip()
    assert "".join(c.content for c in into.reply().choices) == kept


def test_a_refused_connection_names_the_place() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(ServerUnreachable) as caught:
        ask(f"http://127.0.0.1:{port}/v1")
    assert f"127.0.0.1:{port}" in str(caught.value)
    assert "running" in str(caught.value.hint)


def test_a_name_that_is_not_found_is_said() -> None:
    with pytest.raises(ServerUnreachable) as caught:
        ask("http://no-such-host.invalid/v1")
    assert "no-such-host.invalid" in str(caught.value)


@pytest.mark.parametrize(
    ("status", "word"), [("401 X", "key"), ("404 X", "/v1/chat/completions"), ("429 X", "often")]
)
def test_statuses_are_put_into_words(status: str, word: str) -> None:
    script = [reply(b"{}", status, "Retry-After: 7")]
    with raw_server(script) as server, pytest.raises(RequestRejected) as caught:
        ask(server.url)
    assert word in str(caught.value)
    assert caught.value.retry_after_s == 7


def test_nothing_is_sent_to_where_a_redirect_points() -> None:
    with raw_server([reply(WHOLE)]) as other:
        script = [reply(b"", "307 X", f"Location: {other.url}/chat/completions")]
        with raw_server(script) as server, pytest.raises(InvalidRequest) as caught:
            ask(server.url, key="sk-secret")
        assert other.requests == []
    assert "redirects" in str(caught.value)


def test_a_key_that_cannot_be_sent_is_never_quoted() -> None:
    for key in ("sk-secret\n", "sk-secré"):
        with raw_server() as server, pytest.raises(InvalidRequest) as caught:
            ask(server.url, key=key)
        assert "secr" not in str(caught.value) + caught.value.detail + repr(caught.value)


def test_the_key_and_headers_are_sent_and_never_in_a_repr() -> None:
    with raw_server([reply(WHOLE)]) as server:
        ask(server.url, key="sk-secret", extra_headers={"X-Own": "1"})
        head = server.requests[0].lower()
    assert b"authorization: bearer sk-secret" in head
    assert b"x-own: 1" in head
    assert "sk-secret" not in repr(Connection(endpoint(), "u", "sk-secret"))


def test_a_header_of_the_persons_own_takes_the_place_of_ours() -> None:
    own = {"authorization": "Basic b3du", "user-agent": "mine"}
    filled = Connection(
        endpoint(extra_headers=own), "u", "sk-secret", {"X-Gateway": "s3cret-value"}
    )
    headers = headers_of(filled)
    assert {name for name in headers if name.lower() in own} == set(own)
    assert headers["authorization"] == "Basic b3du"
    assert headers["X-Gateway"] == "s3cret-value"
    assert "s3cret" not in repr(filled)


def test_without_a_key_there_is_no_authorization() -> None:
    with raw_server([reply(WHOLE)]) as server:
        ask(server.url)
        assert b"authorization" not in server.requests[0].lower()


def test_stopping_closes_the_socket_at_once() -> None:
    async def work(server: RawServer) -> str:
        client, into, arrived = ChatClient(), ReplyAccumulator(), asyncio.Event()
        connection = Connection(endpoint(), server.url)
        task = asyncio.get_running_loop().create_task(
            client.complete(connection, BODY, into=into, notify=arrived.set)
        )
        await arrived.wait()
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
        await client.close()
        return into.reply().choices[0].content

    with raw_server([reply(FIRST), HOLD]) as server:
        assert asyncio.run(work(server)) == "Hel"
        assert server.closed.wait(1)


def test_the_list_of_models_is_read_in_all_its_shapes() -> None:
    async def names(url: str) -> list[str]:
        client = ChatClient()
        try:
            return [m.id for m in await client.models(Connection(endpoint(), url))]
        finally:
            await client.close()

    for body in (
        b'{"data":[{"id":"b"},{"id":"models/a"}]}',
        b'[{"id":"b"},{"id":"a"}]',
        b'{"models":[{"name":"a"},{"name":"b"},{"name":"a"}],"data":null}',
    ):
        with raw_server([reply(body)]) as server:
            assert asyncio.run(names(server.url)) == ["a", "b"]


def test_a_quick_stream_does_not_set_its_clock_again_with_each_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moves: list[float | None] = []
    reschedule = asyncio.Timeout.reschedule

    def counted(timeout: asyncio.Timeout, when: float | None) -> None:
        moves.append(when)
        reschedule(timeout, when)

    monkeypatch.setattr(asyncio.Timeout, "reschedule", counted)
    into, heard = ReplyAccumulator(), 0

    def notify() -> None:
        nonlocal heard
        heard += 1

    async def work(port: int) -> float:
        client = ChatClient()
        client.set_pace(0)
        patient = Endpoint(EndpointId("e"), "e", "", timeouts=Timeouts(3, 3, 60, 60))
        connection = Connection(patient, f"http://127.0.0.1:{port}", None)
        began = asyncio.get_running_loop().time()
        await client.complete(connection, BODY, into=into, notify=notify)
        await client.close()
        return began

    with token_server(60, 200.0) as port:
        began = asyncio.run(work(port))
    assert heard > 20
    times = [when for when in moves if when is not None and when > began + 50]
    assert len(times) < 5
    assert min(times) >= began + 60
