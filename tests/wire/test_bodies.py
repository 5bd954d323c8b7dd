"""Reading a body over a real socket, whole, cut and too large."""

import asyncio
import gzip
import zlib

import httpx
import pytest

from chatapp.domain.errors import ChatAppError
from chatapp.wire.bodies import MAX_INFLATED, bounded, inflated, read_body
from tests.support.raw_server import HOLD, raw_server, reply


def read(url: str, most: int, *, cut: bool = False) -> bytes:
    async def work() -> bytes:
        async with httpx.AsyncClient(trust_env=False) as client:
            response = await client.send(client.build_request("GET", url), stream=True)
            try:
                return await bounded(response, most, cut=cut)
            finally:
                await response.aclose()

    return asyncio.run(asyncio.wait_for(work(), 30))


def test_a_body_within_the_limit_is_read_whole() -> None:
    with raw_server([reply(b"x" * 1000)]) as server:
        assert read(server.url, 1000) == b"x" * 1000


def test_a_body_beyond_the_limit_is_refused_or_cut() -> None:
    with raw_server([reply(b"x" * 1001)], [reply(b"x" * 1001)]) as server:
        with pytest.raises(ChatAppError):
            read(server.url, 1000)
        assert len(read(server.url, 1000, cut=True)) > 1000


def test_a_body_that_is_long_enough_is_not_waited_for() -> None:
    async def work(url: str) -> list[bytes]:
        pieces: list[bytes] = []

        def take(piece: bytes) -> bool:
            pieces.append(piece)
            return True

        async with httpx.AsyncClient(trust_env=False) as client:
            response = await client.send(client.build_request("GET", url), stream=True)
            try:
                await read_body(response, take)
            finally:
                await response.aclose()
        return pieces

    with raw_server([reply(b"enough"), HOLD]) as server:
        assert asyncio.run(asyncio.wait_for(work(server.url), 10)) == [b"enough"]
        assert server.closed.wait(10)


def test_a_compressed_body_is_inflated_as_far_as_it_has_come_and_no_further_than_is_bearable() -> (
    None
):
    words = b"it is said plainly, " * 50
    packed = gzip.compress(words)
    assert inflated(packed, "gzip") == words
    assert inflated(zlib.compress(words), "deflate") == words
    assert words.startswith(inflated(packed[:-12], "x-gzip"))
    assert len(inflated(gzip.compress(b"\0" * 50_000_000), "gzip")) == MAX_INFLATED
    assert inflated(packed, "br") == b"", "what is not known is not guessed at"
    assert inflated(b"no gzip at all", "gzip") == b""
