"""Titles written by a model over a real socket, only when the person wants them."""

import asyncio
import threading
from pathlib import Path

import pytest

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import ChatAppError
from chatapp.domain.exchange_query import parse_query
from chatapp.domain.exchanges import ExchangeKind
from chatapp.domain.messages import ConversationId, EndpointId
from chatapp.services.preferences import PreferenceService
from chatapp.services.titles import CHOSEN, OWN, TitleService
from chatapp.store.preferences import PreferenceStore
from tests.support.open_chat import OpenChat, open_chat
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
TITLE = reply(b'{"choices":[{"message":{"content":"\\"A Greeting.\\""},"finish_reason":"stop"}]}')
NOTHING = reply(b'{"choices":[{"message":{"content":""},"finish_reason":"stop"}]}')


def titles_of(chat: OpenChat, wish: str) -> tuple[TitleService, PreferenceService]:
    s = chat.services
    preferences = PreferenceService(PreferenceStore(s.database), s.saver)
    preferences.set("titles", wish)
    service = TitleService(
        s.conversations, s.endpoints, s.generation, preferences, s.publisher, s.tasks
    )
    return service, preferences


def title(chat: OpenChat) -> str:
    return chat.services.conversations.get(chat.id).title


def test_without_the_wish_nothing_is_sent(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            titles_of(chat, "words")
            await chat.ask("Hi there")
            assert title(chat) == "Hi there"

    with raw_server([HELLO]) as server:
        asyncio.run(work())
    assert len(server.requests) == 1


def test_the_first_answer_brings_a_title_and_the_second_none(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            titles_of(chat, OWN)
            await chat.ask("Hi there")
            await until(lambda: title(chat) == "A Greeting")
            await chat.ask("And again")
            assert title(chat) == "A Greeting"

    with raw_server([HELLO], [TITLE], [HELLO]) as server:
        asyncio.run(work())
    assert len(server.requests) == 3
    assert b"Write a title" in server.requests[1]


def test_another_model_of_another_endpoint_writes_them_all(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            service, preferences = titles_of(chat, OWN)
            cheap = Endpoint(EndpointId("cheap"), "cheap", writer.url, default_model="tiny")
            chat.services.endpoints.put(cheap)
            other = chat.services.conversations.create(endpoint_id=cheap.id, model="tiny")
            assert service.use_model_of(ConversationId("still read")) == ""
            assert service.use_model_of(other.id) == "tiny"
            assert preferences.text("titles") == CHOSEN
            await chat.ask("Hi there")
            await until(lambda: title(chat) == "A Greeting")

    with raw_server([HELLO]) as server, raw_server([TITLE]) as writer:
        asyncio.run(work())
    assert len(server.requests) == 1
    assert b'"model":"tiny"' in writer.requests[0]


def test_a_title_on_request_says_when_it_cannot_be_written(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            service, _ = titles_of(chat, "words")
            await chat.ask("Hi there")
            with pytest.raises(ChatAppError, match="no title"):
                await service.write(chat.id)
            assert title(chat) == "Hi there"
            assert await service.write(chat.id) == "A Greeting"
            assert title(chat) == "A Greeting"

    with raw_server([HELLO], [NOTHING], [TITLE]) as server:
        asyncio.run(work())


def test_a_conversation_that_is_deleted_meanwhile_gets_no_title(tmp_path: Path) -> None:
    asked, go_on = threading.Event(), threading.Event()

    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            service, _ = titles_of(chat, "words")
            await chat.ask("Hi there")
            writing = asyncio.create_task(service.write(chat.id))
            await until(asked.is_set)
            await chat.services.library.bin([chat.id])
            go_on.set()
            assert await writing == "A Greeting"
            assert chat.id not in chat.services.conversations

    with raw_server([HELLO], [asked.set, go_on, TITLE]) as server:
        asyncio.run(work())


def test_a_server_that_refuses_a_field_is_asked_without_it(tmp_path: Path) -> None:
    refusal = reply(
        b'{"error":{"message":"Unsupported parameter: max_tokens","param":"max_tokens",'
        b'"code":"unsupported_parameter"}}',
        status="400 Bad Request",
    )

    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            service, _ = titles_of(chat, "words")
            await chat.ask("Hi there")
            assert await service.write(chat.id) == "A Greeting"

    with raw_server([HELLO], [refusal], [TITLE]) as server:
        asyncio.run(work())
    assert b"max_tokens" in server.requests[1]
    assert b"max_tokens" not in server.requests[2]


def test_the_request_for_a_title_is_recorded_apart_from_the_turns(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            titles_of(chat, OWN)
            await chat.ask()
            await until(lambda: title(chat) == "A Greeting")
            assert await chat.services.saver.flush()
            answer, asked = chat.services.exchanges.of(chat.id)
            assert (answer.link.kind, asked.link.kind) == (ExchangeKind.CHAT, ExchangeKind.TITLE)
            assert asked.link.message_id is None
            found = await chat.services.exchanges.search(parse_query("kind:title"), chat.id)
            assert [e.id for e in found] == [asked.id]

    with raw_server([HELLO], [TITLE]) as server:
        asyncio.run(work())
