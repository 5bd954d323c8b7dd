"""What the next message is sent with: preset, conversation, this message, and what is learned."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from chatapp.domain.errors import WayOut
from chatapp.domain.messages import MessageStatus
from chatapp.domain.parameter_layers import Layer, Limit, Setting
from chatapp.domain.presets import BUILT_IN, Preset
from tests.support.open_chat import OpenChat, open_chat
from tests.support.raw_server import RawServer, raw_server, reply

WHOLE = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
REFUSED = reply(
    b'{"error":{"message":"temperature is not supported","param":"temperature"}}',
    "400 Bad Request",
)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


def layer_of(chat: OpenChat, name: str) -> Layer | None:
    return chat.services.generation.next.parameters(chat.id).fields[name].layer


def test_a_setting_for_the_next_message_is_used_once(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            coming = chat.services.generation.next
            chat.services.conversations.set_parameter(chat.id, "temperature", Setting(0.5))
            coming.set(chat.id, "temperature", Setting(1.5))
            assert layer_of(chat, "temperature") is Layer.MESSAGE
            assert coming.body(chat.id)["temperature"] == 1.5
            await chat.ask()
            assert layer_of(chat, "temperature") is Layer.CONVERSATION
            await chat.ask()
        assert [server.body(n)["temperature"] for n in (0, 1)] == [1.5, 0.5]

    with raw_server([WHOLE], [WHOLE]) as server:
        run(work(server))


def test_a_setting_for_the_next_message_survives_a_message_that_was_not_sent(
    tmp_path: Path,
) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            coming = chat.services.generation.next
            coming.set(chat.id, "temperature", Setting(9))
            try:
                await chat.ask()
            except Exception as error:  # noqa: BLE001 - its kind is tested elsewhere
                assert "temperature" in str(error)  # noqa: PT017
            assert coming.settings(chat.id) == {"temperature": Setting(9)}
            coming.set(chat.id, "temperature", None)
            assert layer_of(chat, "temperature") is None

    with raw_server() as server:
        run(work(server))


def test_a_preset_lies_between_the_endpoint_and_the_conversation(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        settings = {"temperature": Setting(1), "seed": Setting(3)}
        async with open_chat(tmp_path, server.url, settings=settings) as chat:
            conversations = chat.services.conversations
            conversations.set_parameter(chat.id, "temperature", Setting(0.1))
            conversations.set_parameter(chat.id, "n", Setting(2))
            conversations.use_preset(chat.id, BUILT_IN[2])
            assert layer_of(chat, "temperature") is Layer.PRESET
            assert (layer_of(chat, "seed"), layer_of(chat, "n")) == (
                Layer.ENDPOINT,
                Layer.CONVERSATION,
            )
            conversations.set_preset_parameter(chat.id, "temperature", None)
            assert layer_of(chat, "temperature") is Layer.ENDPOINT
            conversations.use_preset(chat.id, None)
            assert layer_of(chat, "top_p") is None
            assert BUILT_IN[2].settings["temperature"].send

    with raw_server() as server:
        run(work(server))


def test_the_preset_of_a_conversation_is_there_after_a_restart(tmp_path: Path) -> None:
    mine = Preset("Mine", {"temperature": Setting(0.0), "stop": Setting(["x"])})

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            chat.services.conversations.use_preset(chat.id, mine)
            await chat.ask()
            kept = chat.id
        async with open_chat(tmp_path, server.url) as chat:
            assert (await chat.services.conversations.fetch(kept)).preset == mine

    with raw_server([WHOLE]) as server:
        run(work(server))


def test_a_refused_field_is_remembered_and_left_out_when_the_person_says_so(
    tmp_path: Path,
) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            services = chat.services
            services.conversations.set_parameter(chat.id, "temperature", Setting(0.5))
            failed = await chat.ask()
            assert failed.status is MessageStatus.FAILED
            assert failed.failure is not None
            assert failed.failure.refused_field == "temperature"
            assert failed.failure.ways_out[0] == WayOut.SEND_WITHOUT.name
            field = services.generation.next.parameters(chat.id).fields["temperature"]
            assert (field.limit, field.is_sent) == (Limit.REFUSED, True)
            assert failed.endpoint_id is not None
            services.endpoints.leave_out(failed.endpoint_id, failed.model, "temperature")
            await services.generation.retry(chat.id, failed.id)
            await services.generation.wait(chat.id)
            endpoint_id = failed.endpoint_id
        assert [("temperature" in server.body(n)) for n in (0, 1)] == [True, False]
        async with open_chat(tmp_path, server.url) as chat:
            endpoints = chat.services.endpoints
            assert endpoints.learned(endpoint_id, "m").left_out == ("temperature",)
            endpoints.forget(endpoint_id, "m", "temperature")
            assert endpoints.learned(endpoint_id, "m").limits() == {}

    with raw_server([REFUSED], [WHOLE]) as server:
        run(work(server))
