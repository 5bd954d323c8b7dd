"""Answers over real sockets: on disk first, streamed, stopped, side by side."""

import asyncio
import random
import socket
import threading
import time
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from chatapp.domain.errors import InvalidRequest
from chatapp.domain.generation import Phase
from chatapp.domain.messages import ConversationId, MessageStatus
from chatapp.domain.parameter_layers import Setting
from chatapp.services.open_conversations import KEPT_TREES
from chatapp.services.requests import Answerer
from chatapp.store.conversations import ConversationStore
from chatapp.store.paths import profile_paths
from tests.support.endless_server import endless_server
from tests.support.open_chat import OpenChat, open_chat, rows
from tests.support.raw_server import HOLD, RawServer, Script, raw_server, reply
from tests.support.waiting import until

FIRST = b'data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n'
LAST = b'data: {"choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":"stop"}]}\n\n'
DONE = b"data: [DONE]\n\n"
WHOLE = b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}'
STREAM = reply(FIRST + LAST + DONE)
LOST_AT_MOST_S = 0.5


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


# Sending


def test_the_message_is_on_disk_before_its_request_leaves(tmp_path: Path) -> None:
    seen: list[list[tuple[object, ...]]] = []
    query = "SELECT role, content, status FROM messages ORDER BY number"
    paths = profile_paths(tmp_path)

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            assert (await chat.ask("Hello 東京")).text == "Hello"

    with raw_server([lambda: seen.append(rows(paths, query)), STREAM]) as server:
        run(work(server))
    assert seen == [[("user", "Hello 東京", "complete"), ("assistant", "", "waiting")]]


def test_an_answer_goes_through_sending_and_streaming_to_its_end(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            answer = await chat.ask()
            assert (answer.text, answer.status) == ("Hello", MessageStatus.COMPLETE)
            assert chat.phases == [Phase.SENDING, Phase.SENDING, Phase.STREAMING, Phase.IDLE]

    with raw_server([STREAM]) as server:
        run(work(server))
    assert rows(profile_paths(tmp_path), "SELECT status FROM messages ORDER BY number") == [
        ("complete",),
        ("complete",),
    ]


@pytest.mark.parametrize("stream", [True, False], ids=["ignored", "switched off"])
def test_a_reply_in_one_piece_gives_the_same(tmp_path: Path, stream: bool) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            chat.services.conversations.set_parameter(chat.id, "stream", Setting(stream))
            answer = await chat.ask()
            assert (answer.text, answer.status) == ("Hello", MessageStatus.COMPLETE)
        assert server.body(0)["stream"] is stream
        assert ("stream_options" in server.body(0)) is stream

    with raw_server([reply(WHOLE)]) as server:
        run(work(server))


def test_every_one_of_n_choices_is_kept(tmp_path: Path) -> None:
    pieces = [(1, "b"), (0, "a"), (1, "B"), (0, "A")]
    events = [f'{{"choices":[{{"index":{i},"delta":{{"content":"{t}"}}}}]}}' for i, t in pieces]
    ends = [f'{{"choices":[{{"index":{i},"delta":{{}},"finish_reason":"stop"}}]}}' for i in (0, 1)]
    body = "".join(f"data: {event}\n\n" for event in [*events, *ends]).encode() + DONE

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            chat.services.conversations.set_parameter(chat.id, "n", Setting(2))
            answer = await chat.ask()
            assert answer.reply is not None
            assert [c.content for c in answer.reply.choices] == ["aA", "bB"]
            chat.services.conversations.keep_choice(chat.id, answer.id, 1)
            assert (await chat.ask("more")).status is MessageStatus.COMPLETE
        assert server.body(1)["messages"][1]["content"] == "bB"

    with raw_server([reply(body)], [STREAM]) as server:
        run(work(server))


def test_a_second_send_meanwhile_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            send = chat.services.generation.send
            first, second = await asyncio.gather(
                send(chat.id, "a"), send(chat.id, "b"), return_exceptions=True
            )
            assert isinstance(first, str)
            assert isinstance(second, InvalidRequest)
            await chat.services.generation.wait(chat.id)
            assert [m.text for m in chat.services.conversations.path(chat.id)] == ["a", "Hello"]
        assert (len(server.requests), server.uninvited) == (1, 0)

    with raw_server([STREAM]) as server:
        run(work(server))


def test_regenerating_keeps_the_old_answer_and_continuing_joins_the_texts(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            generation, tree = chat.services.generation, chat.services.conversations.tree
            cut = await chat.ask()
            assert (cut.text, cut.status) == ("Hel", MessageStatus.FAILED)
            longer = await generation.continue_answer(chat.id, cut.id)
            await generation.wait(chat.id)
            assert chat.message(longer).text == "Hello"
            again = await generation.regenerate(chat.id, longer)
            await generation.wait(chat.id)
            assert tree(chat.id).siblings(again) == [cut.id, longer, again]
        assert server.body(1)["messages"][-1] == {"role": "assistant", "content": "Hel"}
        assert server.body(2)["messages"][-1]["role"] == "user"

    with raw_server([reply(FIRST)], [reply(LAST + DONE)], [STREAM]) as server:
        run(work(server))


# Stopping


async def stopped(chat: OpenChat, answer_id: Any) -> float:
    """Stop; return how many seconds it took."""
    began = time.monotonic()
    chat.services.generation.stop(chat.id)
    await chat.services.generation.wait(chat.id)
    assert chat.message(answer_id).status is MessageStatus.STOPPED
    assert chat.message(answer_id).failure is None
    return time.monotonic() - began


@pytest.mark.parametrize(
    ("script", "phase", "text"),
    [([HOLD], Phase.SENDING, ""), ([reply(FIRST), HOLD], Phase.STREAMING, "Hel")],
    ids=["waiting", "streaming"],
)
def test_stop_keeps_the_text_so_far_and_closes_the_socket(
    tmp_path: Path, script: list[bytes], phase: Phase, text: str
) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            answer_id = await chat.services.generation.send(chat.id, "x")
            await until(lambda: server.requests)
            await chat.reach(phase)
            assert await stopped(chat, answer_id) < 1
            assert await asyncio.to_thread(server.closed.wait, 1)
            assert chat.message(answer_id).text == text

    with raw_server(script) as server:
        run(work(server))


def test_stop_works_while_the_connection_is_not_there_yet(tmp_path: Path) -> None:
    async def work(port: int) -> None:
        async with open_chat(tmp_path, f"http://127.0.0.1:{port}/v1") as chat:
            answer_id = await chat.services.generation.send(chat.id, "x")
            await until(lambda: _connecting(port))
            assert await stopped(chat, answer_id) < 1
            await until(lambda: not _connecting(port), within_s=1)

    with (
        socket.create_server(("127.0.0.1", 0), backlog=0) as full,
        socket.create_connection(full.getsockname()),
    ):
        run(work(full.getsockname()[1]))


def _connecting(port: int) -> bool:
    """Whether a connection of ours to ``port`` waits for its answer (a full backlog)."""
    ours = [c for c in psutil.Process().net_connections("tcp") if c.raddr and c.raddr[1] == port]
    return any(c.status == psutil.CONN_SYN_SENT for c in ours)


def test_stop_at_once_leaves_no_message_that_waits_for_ever(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            answer_id = await chat.services.generation.send(chat.id, "x")
            assert await stopped(chat, answer_id) < 1

    with raw_server() as server:
        run(work(server))
    assert server.requests == []


def test_quitting_keeps_the_text_and_marks_it_as_interrupted(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            await chat.services.generation.send(chat.id, "x")
            await chat.reach(Phase.STREAMING)

    with raw_server([reply(FIRST), HOLD]) as server:
        run(work(server))
        assert server.closed.wait(1)
    (row,) = rows(profile_paths(tmp_path), "SELECT status, data FROM messages WHERE role != 'user'")
    assert row[0] == "interrupted"
    assert '"Hel"' in str(row[1])


def test_sixty_stops_at_any_moment_let_no_late_word_in(tmp_path: Path) -> None:
    chance = random.Random(5)

    async def work(url: str) -> None:
        async with open_chat(tmp_path, url) as chat:
            generation, kept = chat.services.generation, {}
            answer_id = await generation.send(chat.id, "x")
            for _ in range(60):
                with suppress(TimeoutError):
                    await asyncio.wait_for(generation.wait(chat.id), chance.uniform(0, 0.12))
                assert await stopped(chat, answer_id) < 1
                kept[answer_id] = chat.message(answer_id).text
                answer_id = await generation.regenerate(chat.id, answer_id)
            await stopped(chat, answer_id)
            await chat.services.saver.flush()
            assert {i: chat.message(i).text for i in kept} == kept
            on_disk = await ConversationStore(chat.services.database).messages(chat.id)
            assert {m.id: m.text for m in on_disk if m.id in kept} == kept
            assert len(set(kept.values())) > 2

    with endless_server() as url:
        run(work(url))


def test_deleting_a_conversation_ends_its_answer_and_undo_brings_the_text_back(
    tmp_path: Path,
) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            conversations = chat.services.conversations
            answer_id = await chat.services.generation.send(chat.id, "x")
            await chat.reach(Phase.STREAMING)
            restore = await chat.services.library.bin([chat.id])
            assert await asyncio.to_thread(server.closed.wait, 1)
            await chat.services.saver.flush()
            assert chat.id not in conversations
            await restore()
            tree = await conversations.load(chat.id)
            assert (tree.get(answer_id).text, tree.get(answer_id).status) == (
                "Hel",
                MessageStatus.STOPPED,
            )

    with raw_server([reply(FIRST), HOLD]) as server:
        run(work(server))


def test_deleting_a_message_that_is_being_written_ends_it(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            answer_id = await chat.services.generation.send(chat.id, "x")
            await chat.reach(Phase.STREAMING)
            await chat.services.conversations.delete_message(chat.id, answer_id)
            assert await asyncio.to_thread(server.closed.wait, 1)
            assert [m.text for m in chat.services.conversations.path(chat.id)] == ["x"]

    with raw_server([reply(FIRST), HOLD]) as server:
        run(work(server))


# Side by side


def test_conversations_stream_side_by_side_and_looking_away_stops_nothing(tmp_path: Path) -> None:
    gates = [threading.Event() for _ in range(3)]
    scripts: list[Script] = [[reply(FIRST), gate, LAST, DONE] for gate in gates]

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            s = chat.services
            ids = [chat.id, *(s.conversations.create(endpoint_id=None, model="").id for _ in "ab")]
            answers = [await s.generation.send(i, "x") for i in ids]
            await until(lambda: all(_streams(chat, i) for i in ids))
            assert s.generation.running == 3
            for _ in range(KEPT_TREES + 3):
                other = s.conversations.create(endpoint_id=None, model="")
                s.conversations.set_draft(other.id, "draft")
                await s.conversations.load(other.id)
            for gate in reversed(gates):
                gate.set()
            for conversation_id, answer_id in zip(ids, answers, strict=True):
                await s.generation.wait(conversation_id)
                tree = await s.conversations.load(conversation_id)
                assert (tree.get(answer_id).text, tree.get(answer_id).status) == (
                    "Hello",
                    MessageStatus.COMPLETE,
                )

    with raw_server(*scripts) as server:
        try:
            run(work(server))
        finally:
            for gate in gates:
                gate.set()


def _streams(chat: OpenChat, conversation_id: ConversationId) -> bool:
    return chat.services.generation.status(conversation_id).phase is Phase.STREAMING


# Saving while streaming


def test_what_streams_is_on_disk_within_half_a_second(tmp_path: Path) -> None:
    gate = threading.Event()
    saved = "SELECT data FROM chunks ORDER BY number"

    async def work(server: RawServer) -> None:
        paths = profile_paths(tmp_path)
        async with open_chat(tmp_path, server.url) as chat:
            await chat.services.generation.send(chat.id, "x")
            await chat.reach(Phase.STREAMING)
            await until(lambda: "Hel" in str(rows(paths, saved)), within_s=LOST_AT_MOST_S)
            gate.set()
            await until(lambda: "lo there" in str(rows(paths, saved)), within_s=LOST_AT_MOST_S * 2)
            chat.services.generation.stop(chat.id)
            await chat.services.generation.wait(chat.id)
            await chat.services.saver.flush()
            assert rows(paths, "SELECT count(*) FROM chunks") == [(0,)]

    more = LAST.replace(b'"lo"}', b'"lo there"}').replace(b',"finish_reason":"stop"', b"")
    with raw_server([reply(FIRST), gate, more, HOLD]) as server:
        run(work(server))


# Side by side


def _two() -> list[Answerer]:
    return [
        Answerer(model="cool", settings={"temperature": Setting(0.0)}),
        Answerer(model="warm", settings={"temperature": Setting(1.5)}),
    ]


def test_several_answer_one_message_at_the_same_time(tmp_path: Path) -> None:
    go_on = threading.Event()

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            generation, conversations = chat.services.generation, chat.services.conversations
            ids = await generation.compare(chat.id, "Hello", _two())
            assert generation.running_in(chat.id) == ids
            await until(lambda: len(server.requests) == 2)
            assert generation.running == 1
            go_on.set()
            await generation.wait(chat.id)
            answers = [chat.message(i) for i in ids]
            assert [a.text for a in answers] == ["Hello", "Hello"]
            assert [a.model for a in answers] == ["cool", "warm"]
            assert [a.sent_body["temperature"] for a in answers] == [0.0, 1.5]
            assert conversations.get(chat.id).leaf_id == ids[0]
            assert conversations.tree(chat.id).siblings(ids[0]) == ids
            assert not generation.is_running(chat.id)
        bodies = [server.body(0), server.body(1)]
        assert sorted(body["model"] for body in bodies) == ["cool", "warm"]

    with raw_server([go_on, STREAM], [go_on, STREAM]) as server:
        run(work(server))


def test_one_of_several_is_stopped_and_the_others_go_on(tmp_path: Path) -> None:
    go_on = threading.Event()

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            generation = chat.services.generation
            first, second = await generation.compare(chat.id, "Hello", _two())
            await until(lambda: len(server.requests) == 2)
            generation.stop_answer(chat.id, first)
            await until(lambda: generation.running_in(chat.id) == [second])
            assert chat.message(first).status is MessageStatus.STOPPED
            with pytest.raises(InvalidRequest):
                await generation.send(chat.id, "Not yet")
            go_on.set()
            await generation.wait(chat.id)
            assert chat.message(second).status is MessageStatus.COMPLETE

    with raw_server([go_on, STREAM], [go_on, STREAM]) as server:
        run(work(server))


def test_the_status_is_that_of_the_answer_on_the_shown_path(tmp_path: Path) -> None:
    go_on = threading.Event()

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            generation = chat.services.generation
            first, second = await generation.compare(chat.id, "Hello", _two())
            assert generation.status(chat.id).message_id == first
            chat.services.conversations.show_leaf(chat.id, second)
            assert generation.status(chat.id).message_id == second
            go_on.set()
            await generation.wait(chat.id)
            assert generation.status(chat.id).phase is Phase.IDLE

    with raw_server([go_on, STREAM], [go_on, STREAM]) as server:
        run(work(server))


def test_a_value_that_cannot_be_sent_stops_every_column(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            wrong = Answerer(model="warm", settings={"temperature": Setting(9)})
            with pytest.raises(InvalidRequest):
                await chat.services.generation.compare(chat.id, "Hello", [_two()[0], wrong])
            assert chat.services.conversations.path(chat.id) == []
            assert not chat.services.generation.is_running(chat.id)

    with raw_server() as server:
        run(work(server))
