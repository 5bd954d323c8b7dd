"""Exchanges from the socket to the disk and back, in the real services."""

import asyncio
import json
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.changes import ExchangesChanged
from chatapp.domain.exchange_query import parse_query
from chatapp.domain.exchanges import (
    ApprovalWait,
    Exchange,
    ExchangeId,
    ExchangeLink,
    StepOutcome,
    ToolRun,
    new_step_id,
)
from chatapp.domain.messages import Message, MessageId
from chatapp.services.exchange_memory import MOST_CONVERSATIONS
from chatapp.store.paths import profile_paths
from tests.support.open_chat import OpenChat, open_chat, rows
from tests.support.raw_server import raw_server, reply

CANARY = "sk-canary-0b7e55c4"
HELLO = reply(
    b'data: {"choices":[{"index":0,"delta":{"content":"Hello"}}]}\n\n'
    b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
)
BUSY = reply(b'{"error":{"message":"busy"}}', "429 Too Many Requests", "Retry-After: 0.01")
WEATHER = reply(
    b'data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c","function":'
    b'{"name":"get_weather","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}\n\n'
    b"data: [DONE]\n\n"
)


def exchanges(chat: OpenChat) -> list[Exchange]:
    return chat.services.exchanges.of(chat.id)


async def saved(chat: OpenChat) -> None:
    assert await chat.services.saver.flush()


def test_retries_are_recorded_and_all_is_there_after_a_restart(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            answer = await chat.ask()
            await saved(chat)
            live = exchanges(chat)
            assert [(e.status, e.link.attempt) for e in live] == [(429, 1), (200, 2)]
            assert {e.link.message_id for e in live} == {answer.id}
            assert [c.exchange_id for c in chat.changes if isinstance(c, ExchangesChanged)]
            bodies = await chat.services.exchanges.bodies(live[1].id)
            first = chat.id
        async with open_chat(tmp_path, server.url) as again:
            service = again.services.exchanges
            await service.load(first)
            assert service.of(first) == live
            assert service.find(first, live[0].id) == live[0]
            assert json.loads(service.request(live[1].id)) == server.body(1)
            kept = await service.bodies(live[1].id)
            assert (kept.request, kept.response) == (bodies.request, bodies.response)
            assert list(kept.arrivals.at_ms) == list(bodies.arrivals.at_ms)

    with raw_server([BUSY], [HELLO]) as server:
        asyncio.run(work())


def test_they_are_found_by_status_tool_duration_and_words(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            await chat.ask("tell me about Paris")
            await chat.ask("and the weather")
            await saved(chat)
            service = chat.services.exchanges

            async def found(words: str) -> list[int]:
                return [e.status for e in await service.search(parse_query(words))]

            assert await found("status:429") == [429]
            assert await found("tool:get_weather duration:<60s") == [200]
            assert await found("Paris status:200") == [200, 200]
            assert await found("hello") == [200, 200]
            assert await found("busy") == [429]
            assert await found("duration:>600s") == []

    with raw_server([BUSY], [HELLO], [WEATHER]) as server:
        asyncio.run(work())


def test_the_oldest_bodies_give_way_and_what_is_known_stays(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            for _ in range(3):
                await chat.ask()
            await saved(chat)
            store = chat.services.exchanges._store
            newest = exchanges(chat)[-1]
            bodies = await store.bodies(newest.id)
            assert bodies is not None
            before = await store.used()
            await store.put(newest, bodies, before // 2)
            assert 0 < await store.used() <= before // 2
            kept = [e.kept for e, _ in await store.of(chat.id)]
            assert kept in ([False, False, True], [False, True, True])
            assert (await chat.services.exchanges.bodies(exchanges(chat)[0].id)).request == b""

    with raw_server([HELLO], [HELLO], [HELLO]) as server:
        asyncio.run(work())


def test_what_went_with_an_erased_conversation_no_longer_counts(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            await chat.ask()
            await saved(chat)
            store = chat.services.exchanges._store
            (first,) = exchanges(chat)
            bodies = await store.bodies(first.id)
            assert bodies is not None
            budget = await store.used() * 3 // 2
            await chat.services.library.erase([chat.id])
            ids = (ExchangeId("1"), ExchangeId("2"))
            others = [replace(first, id=i, link=ExchangeLink()) for i in ids]
            await store.put(others[0], bodies, budget)
            assert await store.bodies(others[0].id) == bodies
            await store.put(others[1], bodies, budget)
            assert await store.bodies(others[0].id) is None
            assert await store.bodies(others[1].id) == bodies

    with raw_server([HELLO]) as server:
        asyncio.run(work())


def test_they_can_be_deleted_and_go_with_their_conversation(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            await chat.ask()
            await chat.ask()
            await saved(chat)
            first, second = exchanges(chat)
            await chat.services.exchanges.delete([first])
            assert exchanges(chat) == [second]
            await chat.services.library.erase([chat.id])
            await saved(chat)

    with raw_server([HELLO], [HELLO]) as server:
        asyncio.run(work())
    assert rows(profile_paths(tmp_path), "SELECT count(*) FROM exchanges") == [(0,)]
    assert rows(profile_paths(tmp_path), "SELECT count(*) FROM exchange_bodies") == [(0,)]


def test_what_was_deleted_can_be_taken_back_with_its_bodies_at_its_place(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            answer = await chat.ask()
            await chat.ask()
            service, done = chat.services.exchanges, step(answer)
            service.note(done)
            await saved(chat)
            first, second = exchanges(chat)
            bodies = await service.bodies(first.id)
            request = service.request(first.id)
            undo = await service.delete([first], [done])
            assert (exchanges(chat), service.steps(chat.id)) == ([second], [])
            assert undo is not None
            await undo()
            assert (exchanges(chat), service.steps(chat.id)) == ([first, second], [done])
            assert await service.bodies(first.id) == bodies
            assert service.request(first.id) == request != b""
            undo = await service.delete([first], [done])
            await chat.services.library.erase([chat.id])
            assert undo is not None
            await undo()
            assert first not in exchanges(chat)

    with raw_server([HELLO], [HELLO]) as server:
        asyncio.run(work())
    assert rows(profile_paths(tmp_path), "SELECT count(*) FROM exchanges") == [(0,)]


def test_deleting_nothing_or_too_much_cannot_be_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            await chat.ask()
            await saved(chat)
            assert await chat.services.exchanges.delete([]) is None
            monkeypatch.setattr("chatapp.services.exchanges.MOST_TAKEN_BACK", 10)
            assert await chat.services.exchanges.delete(exchanges(chat)) is None
            assert exchanges(chat) == []

    with raw_server([HELLO]) as server:
        asyncio.run(work())


def test_all_of_them_can_be_deleted_at_once(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            answer = await chat.ask()
            chat.services.exchanges.note(step(answer))
            await saved(chat)
            await chat.services.exchanges.delete_all()
            assert exchanges(chat) == []
            assert chat.services.exchanges.steps(chat.id) == []

    with raw_server([HELLO]) as server:
        asyncio.run(work())
    assert rows(profile_paths(tmp_path), "SELECT count(*) FROM exchange_steps") == [(0,)]


def test_nothing_is_recorded_when_the_person_says_so(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            chat.services.exchanges._preferences.set("record_exchanges", False)
            answer = await chat.ask()
            assert answer.text == "Hello"
            assert exchanges(chat) == []

    with raw_server([HELLO]) as server:
        asyncio.run(work())


def step(answer: Message) -> ToolRun:
    return ToolRun(
        new_step_id(), answer.conversation_id, answer.id, "c", "get_weather", 5.0,
        ended_at=6.0, outcome=StepOutcome.DONE, arguments="{}", result="sunny",
    )  # fmt: skip


def test_steps_are_kept_and_a_newer_state_replaces_the_older(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            answer = await chat.ask()
            run = step(answer)
            wait_id = new_step_id()
            waiting = ApprovalWait(wait_id, chat.id, MessageId(answer.id), "c", "get_weather", 1.0)
            decided = ApprovalWait(
                wait_id, chat.id, MessageId(answer.id), "c", "get_weather", 1.0,
                ended_at=4.0, outcome=StepOutcome.DENIED, note="not now",
            )  # fmt: skip
            for each in (waiting, run, decided):
                chat.services.exchanges.note(each)
            assert chat.services.exchanges.steps(chat.id) == [decided, run]
            first = chat.id
        async with open_chat(tmp_path, server.url) as again:
            await again.services.exchanges.load(first)
            assert set(again.services.exchanges.steps(first)) == {decided, run}

    with raw_server([HELLO]) as server:
        asyncio.run(work())


def test_the_key_is_nowhere_in_the_profile(tmp_path: Path) -> None:
    echo = reply(
        b'data: {"choices":[{"index":0,"delta":{"content":"your key is %s"},'
        b'"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n' % CANARY.encode(),
        "200 OK",
        f"X-Echo: {CANARY}",
    )

    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            endpoint = chat.services.endpoints.all()[0]
            chat.services.endpoints.secrets.use_for_session(endpoint.id, CANARY)
            await chat.ask()
            (exchange,) = exchanges(chat)
            assert exchange.status == 200
            assert CANARY not in repr(exchange)

    with raw_server([echo]) as server:
        asyncio.run(work())
        assert f"Bearer {CANARY}".encode() in server.requests[0]
    with closing(sqlite3.connect(profile_paths(tmp_path).database)) as db:
        heads = db.execute("SELECT * FROM exchanges").fetchall()
        bodies = db.execute("SELECT request, response FROM exchange_bodies").fetchall()
    assert CANARY not in repr(heads)
    assert len(bodies) == 1
    for row in bodies:
        assert CANARY.encode() not in b"".join(map(zlib.decompress, row))


def test_only_the_last_conversations_are_kept_in_memory(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            await chat.ask()
            await saved(chat)
            service = chat.services.exchanges
            await service.load(chat.id)
            others = [
                chat.services.conversations.create(endpoint_id=None, model="").id
                for _ in range(MOST_CONVERSATIONS)
            ]
            for other in others:
                await service.load(other)
            assert service.of(chat.id) == []
            await service.load(chat.id)
            (again,) = service.of(chat.id)
            assert json.loads(service.request(again.id)) == server.body(0)

    with raw_server([HELLO]) as server:
        asyncio.run(work())


def test_a_result_that_left_memory_is_fetched_from_the_disk(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            answer = await chat.ask()
            service = chat.services.exchanges
            service._memory._most_text = 10
            first, second = (replace(step(answer), result=words * 20) for words in "ab")
            service.note(first)
            await saved(chat)
            service.note(replace(second, id=new_step_id()))
            await saved(chat)
            kept = service.steps(chat.id)[0]
            assert isinstance(kept, ToolRun)
            assert (kept.is_whole, kept.result) == (False, "")
            assert await service.whole(kept) == first
            assert await service.whole(first) is first
            await service.delete_all()
            assert await service.whole(kept) is kept, "what is deleted is not invented"

    with raw_server([HELLO]) as server:
        asyncio.run(work())
