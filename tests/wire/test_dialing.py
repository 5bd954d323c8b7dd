"""Connecting: the first address that answers counts, and no socket is ever lost."""

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from random import Random

import pytest

from chatapp.wire.dialing import NEXT_AFTER_S, by_turns, connected_socket, first_connected
from tests.conftest import RunInQt
from tests.support.leftovers import open_descriptors

TCP = (socket.SOCK_STREAM, 6, "")


def address(port: int) -> tuple[int, int, int, str, tuple[str, int]]:
    return (socket.AF_INET, *TCP, ("127.0.0.1", port))


@contextmanager
def listening(backlog: int = 100) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0), backlog=backlog) as server:
        yield server.getsockname()[1]


@contextmanager
def silent() -> Iterator[int]:
    """A port that does not answer: its queue is full."""
    with listening(backlog=0) as port, socket.create_connection(("127.0.0.1", port)):
        yield port


def refusing() -> int:
    with listening() as port:
        return port


def connect(*ports: int) -> int:
    """Connect to whichever answers; return its port."""

    async def work() -> int:
        with await first_connected([address(port) for port in ports]) as connected:
            return int(connected.getpeername()[1])

    return asyncio.run(work())


def test_an_address_that_refuses_is_passed_over_at_once() -> None:
    with listening() as port:
        began = time.monotonic()
        assert connect(refusing(), refusing(), port) == port
        assert time.monotonic() - began < NEXT_AFTER_S


def test_an_address_that_is_silent_costs_a_moment() -> None:
    with silent() as hung, listening() as port:
        began = time.monotonic()
        assert connect(hung, port) == port
        assert NEXT_AFTER_S <= time.monotonic() - began < NEXT_AFTER_S * 4


def test_if_all_refuse_the_last_says_why() -> None:
    with pytest.raises(ConnectionRefusedError):
        connect(refusing(), refusing())
    with pytest.raises(OSError, match="no address"):
        connect()


def test_the_families_take_turns() -> None:
    four = [(socket.AF_INET, *TCP, n) for n in range(3)]
    six = [(socket.AF_INET6, *TCP, n) for n in range(1)]
    assert [(a[0], a[4]) for a in by_turns([*six, *four])] == [
        (socket.AF_INET6, 0),
        (socket.AF_INET, 0),
        (socket.AF_INET, 1),
        (socket.AF_INET, 2),
    ]


def test_it_works_in_the_loop_of_the_window(run_in_qt: RunInQt) -> None:
    async def work(port: int) -> int:
        with await connected_socket("127.0.0.1", port) as connected:
            return int(connected.getpeername()[1])

    with listening() as port:
        assert run_in_qt(work(port)) == port


def test_giving_up_at_any_moment_loses_no_socket() -> None:
    before = open_descriptors()
    chance = Random(1)

    async def work(port: int) -> None:
        for turns in [*range(12), *(chance.randrange(12) for _ in range(100))]:
            dialing = asyncio.get_running_loop().create_task(connected_socket("127.0.0.1", port))
            for _ in range(turns):
                await asyncio.sleep(0)
            dialing.cancel()
            with suppress(asyncio.CancelledError):
                (await dialing).close()

    with listening() as port:
        asyncio.run(work(port))
    assert open_descriptors() == before
