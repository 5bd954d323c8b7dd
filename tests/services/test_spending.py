"""What titles and sweeps use is told where it is counted, over a real socket."""

import asyncio
import json
from pathlib import Path

from chatapp.domain.changes import Change, RequestCounted
from chatapp.domain.replies import Reply, Usage
from chatapp.domain.usage import Purpose, Spending, Tokens
from chatapp.services.spending import tell_spent
from tests.services.test_sweeps import begun, ended
from tests.services.test_titles import titles_of
from tests.support.open_chat import OpenChat, open_chat
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until


def counted(words: str) -> bytes:
    choice = {"message": {"content": words}, "finish_reason": "stop"}
    usage = {"prompt_tokens": 9, "completion_tokens": 2}
    return reply(json.dumps({"choices": [choice], "usage": usage}).encode())


def told(chat: OpenChat) -> list[Spending]:
    found: list[Spending] = []

    def hear(change: Change) -> None:
        assert isinstance(change, RequestCounted)
        found.append(change.spending)

    chat.services.publisher.subscribe(hear, RequestCounted)
    return found


def test_a_title_and_every_run_of_a_sweep_are_told_once(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            spent = told(chat)
            service, _ = titles_of(chat, "words")
            await chat.ask("Hi")
            assert spent == [], "answers are counted as messages"
            await service.write(chat.id)
            await ended(chat, await begun(chat))
            await until(lambda: len(spent) == 5)
            assert [s.purpose for s in spent] == [Purpose.TITLE] + [Purpose.SWEEP] * 4
            assert {(s.conversation_id, s.tokens) for s in spent} == {(chat.id, Tokens(9, 2))}
            assert len({s.id for s in spent}) == 5

    with raw_server(*[[counted("Hello")]] * 6) as server:
        asyncio.run(work())


def test_a_reply_without_a_count_is_not_told(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            spent, endpoint = told(chat), chat.services.endpoints.all()[0]
            tell_spent(chat.services.publisher, Purpose.TRIAL, Reply(), endpoint.id, "m")
            nothing = Reply(usage=Usage({"total_tokens": 9}))
            tell_spent(chat.services.publisher, Purpose.TRIAL, nothing, endpoint.id, "m")
            assert spent == []

    with raw_server() as server:
        asyncio.run(work())
