"""Messages that wait for the end of an answer, over a real socket."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from chatapp.domain.attachments import Attachment, AttachmentKind
from chatapp.domain.errors import InvalidRequest
from chatapp.domain.generation import Phase
from chatapp.domain.parameter_layers import Setting
from chatapp.services.message_queue import MessageQueue
from tests.support.open_chat import OpenChat, open_chat
from tests.support.raw_server import HOLD, RawServer, Script, raw_server, reply
from tests.support.waiting import until

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
REFUSED = reply(b'{"error":{"message":"no"}}', "400 Bad Request")
FILE = Attachment(AttachmentKind.TEXT, "gone", "a.py", "text/plain", 3)


def in_chat(
    folder: Path,
    work: Callable[[OpenChat, MessageQueue, RawServer], Awaitable[None]],
    *scripts: Script,
) -> None:
    async def run() -> None:
        with raw_server(*scripts) as server:
            async with open_chat(folder, server.url) as chat:
                s = chat.services
                queue = MessageQueue(s.conversations, s.generation, s.publisher, s.tasks)
                await work(chat, queue, server)

    asyncio.run(run())


def is_idle(chat: OpenChat) -> bool:
    return not chat.services.generation.is_running(chat.id)


def test_what_waits_is_sent_in_order_when_an_answer_is_complete(tmp_path: Path) -> None:
    go_on = threading.Event()

    async def work(chat: OpenChat, queue: MessageQueue, server: RawServer) -> None:
        await chat.services.generation.send(chat.id, "one")
        await chat.reach(Phase.SENDING)
        queue.add(chat.id, "two", [])
        queue.add(chat.id, "three", [FILE])
        assert [m.words for m in queue.waiting(chat.id)] == ["two", "three"]
        go_on.set()
        await until(lambda: len(server.requests) == 3 and is_idle(chat))
        last = [server.body(n)["messages"][-1]["content"] for n in range(3)]
        assert last == ["one", "two", "(a file, left out: a.py)\n\nthree"]
        assert queue.waiting(chat.id) == ()

    in_chat(tmp_path, work, [go_on, HELLO], [HELLO], [HELLO])


@pytest.mark.parametrize("how", ["stopped", "failed"])
def test_after_an_answer_that_broke_off_it_waits_for_the_person(tmp_path: Path, how: str) -> None:
    go_on = threading.Event()

    async def work(chat: OpenChat, queue: MessageQueue, server: RawServer) -> None:
        await chat.services.generation.send(chat.id, "one")
        await until(lambda: len(server.requests) == 1)
        queue.add(chat.id, "two", [])
        if how == "stopped":
            chat.services.generation.stop(chat.id)
        go_on.set()
        await until(lambda: is_idle(chat))
        assert [m.words for m in queue.waiting(chat.id)] == ["two"]
        await queue.send_next(chat.id)
        await chat.services.generation.wait(chat.id)
        assert server.body(1)["messages"][-1]["content"].endswith("two")
        assert queue.waiting(chat.id) == ()

    first: Script = [HOLD] if how == "stopped" else [go_on, REFUSED]
    in_chat(tmp_path, work, first, [HELLO])


def test_a_message_can_be_taken_out_again_and_a_late_hand_takes_nothing(tmp_path: Path) -> None:
    async def work(chat: OpenChat, queue: MessageQueue, server: RawServer) -> None:
        queue.add(chat.id, "one", [])
        queue.add(chat.id, "two", [])
        taken = queue.take(chat.id, 0)
        assert taken is not None
        assert taken.words == "one"
        assert queue.take(chat.id, 1) is None
        assert [m.words for m in queue.waiting(chat.id)] == ["two"]

    in_chat(tmp_path, work)


def test_what_cannot_be_sent_waits_on(tmp_path: Path) -> None:
    async def work(chat: OpenChat, queue: MessageQueue, server: RawServer) -> None:
        queue.add(chat.id, "one", [])
        chat.services.conversations.set_parameter(chat.id, "temperature", Setting(99))
        with pytest.raises(InvalidRequest):
            await queue.send_next(chat.id)
        assert [m.words for m in queue.waiting(chat.id)] == ["one"]

    in_chat(tmp_path, work)


def test_the_queue_outlives_the_app(tmp_path: Path) -> None:
    async def work(chat: OpenChat, queue: MessageQueue, server: RawServer) -> None:
        queue.add(chat.id, "one", [FILE])
        await chat.services.saver.flush()
        stored = await chat.services.conversations._store.get(chat.id)
        assert stored is not None
        assert stored.queue == queue.waiting(chat.id)

    in_chat(tmp_path, work)
