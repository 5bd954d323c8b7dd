"""Nothing is lost: what the disk refuses waits in memory and is tried again."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import pytest

from chatapp.domain.changes import Change, StorageChanged
from chatapp.domain.errors import StoreFull
from chatapp.domain.generation import Phase
from chatapp.domain.messages import MessageStatus
from chatapp.services import saving
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tasks import TaskScope
from chatapp.store.paths import profile_paths
from tests.support.open_chat import open_chat, rows
from tests.support.raw_server import HOLD, RawServer, raw_server, reply
from tests.support.small_disk import fill, small_disk
from tests.support.waiting import until

BIG = "words " * 50_000
EVENT = f'data: {{"choices":[{{"index":0,"delta":{{"content":"{BIG}"}}}}]}}\n\n'.encode()


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


def storage(changes: list[Change]) -> list[StorageChanged]:
    return [change for change in changes if isinstance(change, StorageChanged)]


def test_an_answer_on_a_full_disk_is_kept_told_and_saved_when_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(saving, "RETRY_S", 0.05)
    with small_disk(3000) as disk:

        async def work(server: RawServer) -> None:
            async with open_chat(disk / "profile", server.url) as chat:
                answer_id = await chat.services.generation.send(chat.id, "x")
                await until(lambda: storage(chat.changes))
                assert "full" in str(storage(chat.changes)[0].problem)
                assert chat.services.saver.unsaved
                chat.services.generation.stop(chat.id)
                await chat.services.generation.wait(chat.id)
                assert chat.message(answer_id).text == BIG
                assert not await chat.services.saver.flush()
                with pytest.raises(StoreFull):
                    await chat.services.generation.send(chat.id, "y" * 100_000)
                assert len(chat.services.conversations.path(chat.id)) == 2
                chat.services.conversations.set_draft(chat.id, "typed meanwhile")
                (disk / "filler").unlink()
                await until(lambda: storage(chat.changes)[-1] == StorageChanged(0))
                assert chat.services.saver.unsaved == 0
            paths = profile_paths(disk / "profile")
            assert BIG in str(rows(paths, "SELECT data FROM messages"))
            assert rows(paths, "SELECT draft FROM conversations") == [("typed meanwhile",)]

        with raw_server([lambda: fill(disk), reply(EVENT), HOLD]) as server:
            run(work(server))


def test_an_answer_that_ends_on_a_full_disk_ends_all_the_same() -> None:
    with small_disk(3000) as disk:

        async def work(server: RawServer) -> None:
            async with open_chat(disk / "profile", server.url) as chat:
                answer = await chat.ask()
                assert (answer.text, answer.status) == (BIG, MessageStatus.COMPLETE)
                assert chat.services.generation.status(chat.id).phase is Phase.IDLE
                assert not await chat.services.saver.flush()
                (disk / "filler").unlink()
                assert await chat.services.saver.flush()

        stream = reply(EVENT + b"data: [DONE]\n\n")
        with raw_server([lambda: fill(disk), stream]) as server:
            run(work(server))


# The order of writes


def with_saver(work: Callable[[Saver], Awaitable[None]]) -> list[BaseException]:
    """Give ``work`` a saver; return the bugs that it reported."""
    bugs: list[BaseException] = []

    async def main() -> None:
        tasks = TaskScope("test", bugs.append)
        await work(Saver(Publisher(), tasks))
        await tasks.close()

    run(main())
    return bugs


def test_a_newer_write_takes_the_place_of_an_older_one_that_waits() -> None:
    written: list[int] = []

    async def work(saver: Saver) -> None:
        for number in range(5):

            async def write(number: int = number) -> None:
                written.append(number)

            saver.later("key", write)
        assert await saver.flush()
        assert saver.is_idle

    assert with_saver(work) == []
    assert written == [4]


def test_a_write_that_fails_by_a_bug_is_reported_and_the_others_go_on() -> None:
    written: list[str] = []

    async def broken() -> None:
        raise ZeroDivisionError

    async def good() -> None:
        written.append("good")

    async def work(saver: Saver) -> None:
        saver.later("broken", broken)
        saver.later("good", good)
        await until(lambda: saver.is_idle)

    (bug,) = with_saver(work)
    assert isinstance(bug, ZeroDivisionError)
    assert written == ["good"]
