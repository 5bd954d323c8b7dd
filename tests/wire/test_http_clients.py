"""Ways to a server: through a proxy or not, along a redirect or not, and to nobody else."""

import asyncio
import socket
import threading

import pytest

from chatapp.domain.endpoints import Endpoint, Timeouts
from chatapp.domain.errors import CertificateRejected, InvalidRequest, ServerUnreachable
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import EndpointId
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.client import ChatClient
from chatapp.wire.connection import Connection
from chatapp.wire.http_clients import without_credentials
from tests.support.raw_server import raw_server, reply

WHOLE = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
BODY: dict[str, JsonValue] = {"model": "m", "messages": []}
KEY = "sk-secret"


def ask(url: str, *, proxy: str = "") -> str:
    """Ask once; return the answer."""
    into = ReplyAccumulator()
    endpoint = Endpoint(EndpointId("e"), "e", "", proxy=proxy, timeouts=Timeouts(3, 3, 3, 3))

    async def work() -> None:
        client = ChatClient()
        try:
            connection = Connection(endpoint, url, KEY)
            await client.complete(connection, BODY, into=into, notify=lambda: None)
        finally:
            await client.close()

    asyncio.run(work())
    return into.reply().choices[0].content


# Redirects


@pytest.mark.parametrize("status", ["307 X", "308 X"])
def test_a_redirect_on_the_same_server_is_followed_with_everything(status: str) -> None:
    there = reply(b"", status, "Location: /other/chat")
    with raw_server([there], [WHOLE]) as server:
        assert ask(server.url) == "Hello"
        first, second = server.requests
    assert second.startswith(b"POST /other/chat HTTP/1.1\r\n")
    assert first.partition(b"\r\n")[2] == second.partition(b"\r\n")[2]


@pytest.mark.parametrize(
    ("status", "target"),
    [
        ("301 X", "/other"),
        ("302 X", "/other"),
        ("303 X", "/other"),
        ("307 X", "http://127.0.0.1:1/v1"),
        ("307 X", "http://localhost/v1"),
        ("307 X", "//evil.invalid/v1"),
        ("307 X", "http://evil.invalid@127.0.0.1/v1"),
        ("307 X", "file:///etc/passwd"),
        ("307 X", "javascript:alert(1)"),
        ("307 X", ""),
        ("307 X", "http://[bad"),
        ("307 X", "http://" + "a" * 5000),
    ],
)
def test_any_other_redirect_is_said_and_not_followed(status: str, target: str) -> None:
    script = [reply(b"", status, f"Location: {target}")]
    with raw_server(script, script, script, script) as server:
        with pytest.raises(InvalidRequest) as caught:
            ask(server.url)
        assert KEY not in f"{caught.value} {caught.value.detail}"
        # An empty target is the same address again: asked three times at most.
        assert len(server.requests) == (1 if target else 3)


# Proxies


def test_the_endpoints_proxy_is_asked_by_name() -> None:
    with raw_server([WHOLE]) as proxy:
        root = proxy.url.removesuffix("/v1")
        answer = ask("http://nowhere.invalid/v1", proxy=root.replace("http://", "http://me:pw@"))
        assert answer == "Hello"
        head = proxy.requests[0].lower()
    assert head.startswith(b"post http://nowhere.invalid/v1/chat/completions http/1.1\r\n")
    assert b"proxy-authorization: basic " in head


def test_the_systems_proxy_is_not_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with raw_server() as proxy, raw_server([WHOLE]) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        assert ask(server.url) == "Hello"
        assert (proxy.requests, proxy.uninvited) == ([], 0)


def test_a_proxy_that_is_not_there_is_named_without_its_password() -> None:
    with raw_server() as gone:
        root = gone.url.removesuffix("/v1")
    with pytest.raises(ServerUnreachable) as caught:
        ask("http://nowhere.invalid/v1", proxy=root.replace("http://", "http://me:pw@"))
    assert root.removeprefix("http://") in str(caught.value)
    assert "pw" not in f"{caught.value} {caught.value.hint} {caught.value.detail}"


@pytest.mark.parametrize(
    ("proxy", "shown"),
    [("", ""), ("http://me:pw@h:8080", "http://h:8080"), ("socks5://me@h", "socks5://h")],
)
def test_a_proxy_is_shown_without_credentials(proxy: str, shown: str) -> None:
    assert without_credentials(proxy) == shown


# TLS


def test_a_server_without_tls_is_told_from_one_that_is_not_trusted() -> None:
    with socket.create_server(("127.0.0.1", 0)) as plain:

        def serve() -> None:
            client, _ = plain.accept()
            with client:
                client.recv(1)
                client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(CertificateRejected) as caught:
            ask(f"https://127.0.0.1:{plain.getsockname()[1]}/v1")
        thread.join()
    assert "TLS" in str(caught.value)
    assert "http://" in str(caught.value.hint)
