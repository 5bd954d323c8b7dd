"""Tool calls and reasoning from the real model, by chat templates of our own (``endpoint.md`` B9).

The bundled model was taught neither; a template makes llama.cpp hold it to their form, so that
real streams of both go through the whole path: settings, request, stream, database, history.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from chatapp.domain.endpoints import ReasoningPolicy, Timeouts
from chatapp.domain.failure_records import message_of
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.messages import EndpointId, Message, MessageId, MessageStatus
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.tool_calls import DenyIt, RunIt
from chatapp.domain.tool_servers import ToolServer
from chatapp.engine.offline import OfflineEngine
from chatapp.services.requests import settings_of
from chatapp.store.paths import profile_paths
from tests.support.open_chat import OpenChat, open_chat, rows
from tests.support.waiting import until

pytestmark = pytest.mark.model

RECIPIENTS = """\
{%- for m in messages -%}
<|start_header_id|>{{ m['role'] }}<|end_header_id|>

{% if m['role'] == 'assistant' %}>>>all
{% endif %}{{ m['content'] or '' }}
{%- for c in m['tool_calls'] or [] %}>>>{{ c['function']['name'] }}
{{ c['function']['arguments'] }}{% endfor %}<|eot_id|>
{%- endfor -%}
{%- if tools -%}
<|start_header_id|>system<|end_header_id|>

Answer as >>>${recipient}
{% for t in tools %}{{ t | tojson }}
{% endfor %}<|eot_id|>
{%- endif -%}
{%- if add_generation_prompt -%}
<|start_header_id|>assistant<|end_header_id|>

>>>{% endif -%}
"""
"""A call is named after ``>>>``, as functionary v3.2 does; llama.cpp knows it by that."""

THINKING = """\
{% for m in messages %}{% set content = m['content'] or '' %}\
{% if '</think>' in content %}{% set content = content.split('</think>')[-1] %}{% endif %}\
<|im_start|>{{ m['role'] }}
{{ content }}<|im_end|>
{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant
<think>
{% endif %}"""
"""The answer begins in thought, as with QwQ: the opening tag is in the prompt."""

WEATHER: JsonValue = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Tell the weather of a city",
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string"}},
                "required": ["city"],
            },
        },
    }
]
HONEST = ToolServer(
    "get", sys.executable, ("-m", "tests.support.mcp_server", "honest"), {"PYTHONPATH": "."}
)
STEADY: JsonObject = {"temperature": 0, "seed": 7, "max_tokens": 40}
SLOW_MACHINE = Timeouts(first_event_s=150, idle_s=150)
SHORT_THOUGHT: JsonObject = {"reasoning_budget_tokens": 12}


@asynccontextmanager
async def chat_with(
    template: str, folder: Path, fields: JsonObject, policy: ReasoningPolicy
) -> AsyncIterator[OpenChat]:
    """Open a chat with the real server under ``template``."""
    engine = OfflineEngine(model=None, on_state=lambda _state: None, chat_template=template)
    try:
        address = await engine.start()
        settings = settings_of({**STEADY, **fields})
        async with open_chat(
            folder,
            address.base_url,
            timeouts=SLOW_MACHINE,
            settings=settings,
            reasoning_policy=policy,
        ) as chat:
            chat.services.endpoints.secrets.use_for_session(EndpointId("e"), address.api_key)
            yield chat
    finally:
        await engine.stop()


def set_field(chat: OpenChat, name: str, value: JsonValue) -> None:
    chat.services.conversations.set_parameter(chat.id, name, Setting(value))


async def asked(chat: OpenChat, words: str) -> Message:
    """Send, and return the answer; calls in it are not answered."""
    answer_id = await chat.services.generation.send(chat.id, words)
    return await calls_shown(chat, answer_id)


async def calls_shown(chat: OpenChat, answer_id: MessageId) -> Message:
    """Return an answer when its calls wait for the person; the wait is given up."""
    desk, generation = chat.services.desk, chat.services.generation
    await until(lambda: desk.pending(chat.id) or not generation.is_running(chat.id), within_s=150)
    generation.stop(chat.id)
    await generation.wait(chat.id)
    return chat.message(answer_id)


def called(answer: Message) -> tuple[str, str]:
    """Return name and arguments of the one call of a complete answer."""
    assert answer.status is MessageStatus.COMPLETE, answer.failure
    (call,) = answer.choice.tool_calls
    assert call.id
    return call.name, call.arguments


def test_the_real_model_calls_a_tool_streamed_or_not_and_goes_on_after_it(tmp_path: Path) -> None:
    fields: JsonObject = {"tools": WEATHER, "tool_choice": "required"}

    async def work() -> None:
        async with chat_with(RECIPIENTS, tmp_path, fields, ReasoningPolicy.TOOL_TURNS) as chat:
            streamed = await asked(chat, "What is the weather in Paris?")
            assert called(streamed)[0] == "get_weather"
            assert '"Paris"' in called(streamed)[1]
            assert streamed.choice.finish_reason == "tool_calls"
            assert streamed.reply is not None
            assert streamed.reply.timing.streamed
            set_field(chat, "stream", value=False)
            again = await chat.services.generation.regenerate(chat.id, streamed.id)
            assert called(await calls_shown(chat, again)) == called(streamed)
            set_field(chat, "stream", value=True)
            # The call was given up: the history says that it was cancelled.
            assert called(await asked(chat, "And in Rome?"))[0] == "get_weather"
            await chat.services.saver.flush()
            stored = rows(profile_paths(tmp_path), "SELECT data FROM messages")
            assert sum("get_weather" in str(row) for row in stored) == 6

    asyncio.run(work())


def test_the_real_model_has_a_real_tool_run_and_goes_on_with_its_result(tmp_path: Path) -> None:
    """Question, forced call, approval, a real MCP server, and a second request with its result.

    The small model was never taught tools: the template makes it name one if the name is near
    (``get__weather`` it names, ``honest__weather`` it talks about instead), and what it says of
    the result is not to be trusted. That it answers after the result is what is shown.
    """

    async def work() -> None:
        fields: JsonObject = {"tool_choice": "required", "parallel_tool_calls": False}
        async with chat_with(RECIPIENTS, tmp_path, fields, ReasoningPolicy.TOOL_TURNS) as chat:
            tools, desk = chat.services.tools, chat.services.desk
            await tools.servers.put(HONEST)
            server, _ = await tools.servers.as_approved("get")
            await tools.servers.start("get", approved_as=server.fingerprint)
            await tools.servers.until_settled("get")
            weather = next(k.tool for k in tools.known() if k.tool.name == "weather")
            tools.offer(chat.id, weather, offered=True)
            await chat.services.generation.send(chat.id, "What is the weather in Paris?")
            await until(lambda: desk.pending(chat.id), within_s=150)
            (call,) = desk.pending(chat.id)
            assert (call.tool.server, call.verdict.fits) == ("get", True)
            desk.decide(call.message_id, RunIt(call.call.arguments))
            # It may call again, which is denied; then it has to do with what it knows.
            await until(
                lambda: _denied_again(chat) or not chat.services.generation.is_running(chat.id),
                within_s=150,
            )
            path = chat.services.conversations.path(chat.id)
            result, last = path[2], path[-1]
            assert result.content.startswith("rain in ")
            assert len(path) >= 4
            assert last.status is not MessageStatus.WAITING

    asyncio.run(work())


def _denied_again(chat: OpenChat) -> bool:
    """Deny what the model calls after the first result; tell whether the rounds are over."""
    desk = chat.services.desk
    for call in desk.pending(chat.id):
        desk.decide(call.message_id, DenyIt("You have the result."))
    if desk.rounds_done(chat.id):
        desk.go_on(chat.id, yes=False)
    return False


def test_a_real_error_in_the_middle_of_a_stream_is_said(tmp_path: Path) -> None:
    async def work() -> None:
        async with chat_with(RECIPIENTS, tmp_path, {}, ReasoningPolicy.NEVER) as chat:
            answer = await chat.ask("What is the weather in Paris?")
            assert answer.status is MessageStatus.FAILED
            assert answer.failure is not None
            assert "does not match" in str(message_of(answer.failure))

    asyncio.run(work())


def test_the_real_model_thinks_first_however_the_server_says_it(tmp_path: Path) -> None:
    async def work() -> None:
        fields: JsonObject = {"extra_body": SHORT_THOUGHT}
        async with chat_with(THINKING, tmp_path, fields, ReasoningPolicy.ALWAYS) as chat:
            streamed = await chat.ask("What is the weather in Paris?")
            thought, words = streamed.choice.reasoning, streamed.text
            assert thought.strip(), streamed
            assert words.strip()
            assert "think>" not in thought + words
            assert streamed.choice.reasoning_field == "reasoning_content"
            assert streamed.choice.reasoning_ms is not None
            set_field(chat, "stream", value=False)
            whole = await again(chat, streamed)
            assert (whole.choice.reasoning.strip(), whole.text.strip()) == (
                thought.strip(),
                words.strip(),
            )
            set_field(chat, "stream", value=True)
            set_field(chat, "extra_body", {**SHORT_THOUGHT, "reasoning_format": "none"})
            inline = await again(chat, streamed)
            assert inline.choice.reasoning.strip() == thought.strip()
            assert "think>" not in inline.text
            # Sent back as the endpoint is set, and taken.
            assert (await chat.ask("And in Rome?")).status is MessageStatus.COMPLETE

    async def again(chat: OpenChat, answer: Message) -> Message:
        new = await chat.services.generation.regenerate(chat.id, answer.id)
        await chat.services.generation.wait(chat.id)
        return chat.message(new)

    asyncio.run(work())
