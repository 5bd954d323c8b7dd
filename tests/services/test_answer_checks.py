"""What stops an answer before it begins, and what is offered then."""

import asyncio
from pathlib import Path

import pytest

from chatapp.domain.errors import InvalidRequest, WayOut
from chatapp.domain.messages import EndpointId
from chatapp.domain.parameter_layers import Setting
from chatapp.services.answer_checks import checked_endpoint, existing_endpoint, still_answering
from chatapp.services.requests import USUAL, Answerer
from tests.support.open_chat import open_chat
from tests.support.raw_server import raw_server


def test_an_endpoint_that_is_gone_is_named_with_the_way_to_the_settings(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            endpoints = chat.services.endpoints
            conversation = chat.services.conversations.get(chat.id)
            assert existing_endpoint(endpoints, conversation, USUAL) == endpoints.of(conversation)
            with pytest.raises(InvalidRequest) as refused:
                existing_endpoint(endpoints, conversation, Answerer(EndpointId("gone")))
            assert refused.value.ways_out == (WayOut.OPEN_SETTINGS,)

    with raw_server() as server:
        asyncio.run(asyncio.wait_for(work(), 60))


def test_a_value_out_of_its_range_is_said_with_its_field(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            endpoints = chat.services.endpoints
            conversation = chat.services.conversations.get(chat.id)
            assert checked_endpoint(endpoints, conversation, USUAL) == endpoints.of(conversation)
            wrong = Answerer(settings={"temperature": Setting(9)})
            with pytest.raises(InvalidRequest) as refused:
                checked_endpoint(endpoints, conversation, wrong)
            assert refused.value.message.arguments["field"] == "temperature"

    with raw_server() as server:
        asyncio.run(asyncio.wait_for(work(), 60))


def test_who_is_refused_a_second_answer_hears_what_to_do() -> None:
    refusal = still_answering()
    assert str(refusal.message)
    assert refusal.hint is not None
