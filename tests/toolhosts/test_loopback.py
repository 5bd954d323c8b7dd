"""Where the browser comes back to: one answer counts, and nothing that is sent there does harm."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest

from chatapp.domain.tool_sign_ins import PageWords
from chatapp.toolhosts import loopback
from chatapp.toolhosts.loopback import Answer, Loopback

WORDS = PageWords("done", "refused", "strange")
STATE = "state-1"


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


@asynccontextmanager
async def waiting() -> AsyncIterator[tuple[Loopback, "asyncio.Task[Answer]"]]:
    async with Loopback(WORDS) as at:
        task = asyncio.ensure_future(at.wait(STATE))
        await asyncio.sleep(0)
        yield at, task
        task.cancel()
        await asyncio.wait([task])


def port(at: Loopback) -> int:
    found = urlsplit(at.address).port
    assert found is not None
    return found


async def send(at: Loopback, data: bytes) -> bytes:
    """Send bytes and return all that comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port(at))
    writer.write(data)
    try:
        return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def get(at: Loopback, target: str, *, method: str = "GET", host: str = "") -> bytes:
    host = host or f"127.0.0.1:{port(at)}"
    return await send(at, f"{method} {target} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())


def test_the_answer_with_the_right_state_is_given_and_nobody_listens_any_more() -> None:
    async def work() -> None:
        async with waiting() as (at, task):
            said = await get(at, f"/callback?code=c%26d&state={STATE}&iss=https%3A%2F%2Fi")
            assert said.startswith(b"HTTP/1.1 200")
            assert b"done" in said
            assert b"default-src 'none'" in said
            assert await task == Answer("c&d", issuer="https://i")
            with pytest.raises(ConnectionRefusedError):
                await get(at, f"/callback?code=second&state={STATE}")

    run(work())


def test_a_refusal_with_the_right_state_is_an_answer_too() -> None:
    async def work() -> None:
        async with waiting() as (at, task):
            said = await get(at, f"/callback?error=no&error_description=because&state={STATE}")
            assert b"refused" in said
            assert await task == Answer(error="no", description="because")

    run(work())


@pytest.mark.parametrize(
    ("target", "method", "host"),
    [
        ("/callback?code=c&state=other", "GET", ""),
        ("/callback?code=c", "GET", ""),
        ("/callback?code=c&state=", "GET", ""),
        (f"/callback?code=c&code=d&state={STATE}", "GET", ""),
        (f"/callback?code=c&state={STATE}&" + "&".join(f"a{n}=" for n in range(40)), "GET", ""),
        (f"/callback?code=c&state={STATE}", "POST", ""),
        (f"/elsewhere?code=c&state={STATE}", "GET", ""),
        (f"/callback?code=c&state={STATE}", "GET", "evil.example"),
        (f"/callback?code=c&state={STATE}", "GET", "127.0.0.1:1\r\nHost: 127.0.0.1"),
        ("/favicon.ico", "GET", ""),
        ("http://[/callback", "GET", ""),
        (f"//[/callback?code=c&state={STATE}", "GET", ""),
    ],
)
def test_what_is_not_the_answer_is_turned_away(target: str, method: str, host: str) -> None:
    async def work() -> None:
        async with waiting() as (at, task):
            said = await get(at, target, method=method, host=host)
            assert said.startswith(b"HTTP/1.1 4")
            assert not task.done()
            await get(at, f"/callback?code=c&state={STATE}")
            assert (await task).code == "c"

    run(work())


@pytest.mark.parametrize(
    "data", [b"\r\n\r\n", b"\xff\xfe\r\n\r\n", b"GET\r\n\r\n", b"GET " + b"x" * 40_000]
)
def test_bytes_that_are_no_request_do_no_harm(data: bytes) -> None:
    async def work() -> None:
        async with waiting() as (at, task):
            said = await send(at, data)
            assert said == b"" or said.startswith(b"HTTP/1.1 4")
            assert not task.done()

    run(work())


def test_connections_that_say_nothing_keep_out_no_browser_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(loopback, "REQUEST_S", 0.2)

    async def work() -> None:
        async with waiting() as (at, task):
            mute = [
                await asyncio.open_connection("127.0.0.1", port(at))
                for _ in range(loopback.MOST_AT_ONCE)
            ]
            await asyncio.gather(*(reader.read() for reader, _ in mute))  # each is hung up on
            await get(at, f"/callback?code=c&state={STATE}")
            assert (await task).code == "c"
            for _, writer in mute:
                writer.close()

    run(work())


def test_before_anything_is_waited_for_nothing_is_an_answer() -> None:
    async def work() -> None:
        async with Loopback(WORDS) as at:
            assert (await get(at, "/callback?code=c&state=")).startswith(b"HTTP/1.1 400")

    run(work())
