"""Fetching a picture on request: bounded, no redirects, never from the local network."""

import asyncio

import pytest

from chatapp.domain.errors import ChatAppError
from chatapp.wire.pictures import MAX_BYTES, fetch_picture, is_public
from tests.support.raw_server import RESET, raw_server, reply


@pytest.mark.parametrize(
    ("url", "public"),
    [
        ("https://example.com/a.png", True),
        ("https://93.184.216.34/a.png", True),
        ("http://127.0.0.1/a.png", False),
        ("http://localhost:8080/", False),
        ("http://router.local/reboot", False),
        ("http://192.168.1.1/reboot", False),
        ("http://10.0.0.7/", False),
        ("http://[::1]/", False),
        ("http://169.254.169.254/latest/meta-data", False),
        ("http://intranet/", False),
        ("file:///etc/passwd", False),
    ],
)
def test_addresses_of_this_machine_and_its_network_are_told_apart(url: str, public: bool) -> None:
    assert is_public(url) is public


def fetch(url: str) -> bytes:
    return asyncio.run(fetch_picture(url, only_public=False))


def test_the_bytes_come_as_they_are_and_nothing_personal_goes() -> None:
    with raw_server([reply(b"\x89PNG-bytes")]) as server:
        assert fetch(server.url) == b"\x89PNG-bytes"
    head = server.requests[0].lower()
    assert b"cookie" not in head
    assert b"referer" not in head
    assert b"authorization" not in head


@pytest.mark.parametrize(
    "script",
    [
        [reply(b"", "302 Found", "Location: http://127.0.0.1:1/x")],
        [reply(b"", "404 Not Found")],
        [RESET],
        [reply(b"x" * (MAX_BYTES + 1))],
    ],
)
def test_anything_else_is_said_in_words(script: list[bytes]) -> None:
    with raw_server(script) as server, pytest.raises(ChatAppError) as caught:
        fetch(server.url)
    assert str(caught.value)


def test_the_local_network_is_refused_without_a_request() -> None:
    with raw_server([reply(b"secret")]) as server:
        with pytest.raises(ChatAppError, match="not loaded from there"):
            asyncio.run(fetch_picture(server.url))
        assert server.requests == []
