"""A chat with tools: functions written by hand or a real server, and the calls that wait."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

import psutil

from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import Message
from chatapp.domain.tool_calls import Decision
from chatapp.domain.tool_servers import ServerPhase, ToolServer
from chatapp.domain.tools import ToolDefinition
from chatapp.services.pending_calls import PendingCall
from tests.support.open_chat import OpenChat, open_chat
from tests.support.raw_server import RawServer, raw_server
from tests.support.waiting import until

HONEST = ToolServer(
    "honest", sys.executable, ("-m", "tests.support.mcp_server", "honest"), {"PYTHONPATH": "."}
)
WEATHER = ToolDefinition(
    "get_weather",
    "Tell the weather",
    {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
)
OSLO: JsonObject = {"city": "Oslo"}
LONGEST_S = 90


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run a test's work, bounded."""
    asyncio.run(asyncio.wait_for(work, LONGEST_S))


def in_chat(
    folder: Path, work: Callable[[OpenChat, RawServer], Awaitable[None]], *replies: list[bytes]
) -> None:
    """Run ``work`` with a chat whose endpoint gives these replies, one a request."""

    async def opened(server: RawServer) -> None:
        async with open_chat(folder, server.url) as chat:
            await work(chat, server)

    with raw_server(*replies) as server:
        run(opened(server))


def children() -> list[psutil.Process]:
    """Return the processes that this one has started, directly or not."""
    return psutil.Process().children(recursive=True)


async def started(chat: OpenChat, server: ToolServer = HONEST) -> None:
    """Keep a server, approve it as it is, and return when it is ready."""
    servers = chat.services.tools.servers
    await servers.put(server)
    known, _ = await servers.as_approved(server.name)
    await servers.start(server.name, approved_as=known.fingerprint)
    state = await servers.until_settled(server.name)
    assert state.phase is ServerPhase.READY, state


def tool(chat: OpenChat, name: str) -> ToolDefinition:
    """Return a tool that is known."""
    known = chat.services.tools.known()
    return next(k.tool for k in known if k.tool.name == name)


def offer(chat: OpenChat, *tools: ToolDefinition | str) -> None:
    """Offer functions, or tools of a server by their names."""
    for one in tools:
        if isinstance(one, ToolDefinition):
            chat.services.tools.put_function(one)
        offered = one if isinstance(one, ToolDefinition) else tool(chat, one)
        chat.services.tools.offer(chat.id, offered, offered=True)


async def pending(chat: OpenChat, count: int = 1) -> list[PendingCall]:
    """Return the calls that wait, when there are ``count``."""
    waiting = chat.services.desk.pending
    await until(lambda: len(waiting(chat.id)) == count, within_s=30)
    return waiting(chat.id)


async def asked(
    chat: OpenChat, *tools: ToolDefinition | str, server: ToolServer = HONEST
) -> PendingCall:
    """Offer tools, those of a server by their names, send a message, and return the one call that
    waits then."""
    if any(isinstance(tool, str) for tool in tools):
        await started(chat, server)
    offer(chat, *tools)
    await chat.services.generation.send(chat.id, "?")
    (call,) = await pending(chat)
    return call


async def decided(chat: OpenChat, call: PendingCall, decision: Decision) -> Message:
    """Decide about a call as it is shown, let the answer end, and return the call's result."""
    chat.services.desk.decide(call.message_id, decision, shown=call)
    await chat.services.generation.wait(chat.id)
    return chat.services.conversations.tree(chat.id).get(call.message_id)


def path(chat: OpenChat) -> list[Message]:
    """Return the messages that are shown."""
    return chat.services.conversations.path(chat.id)


def results(chat: OpenChat) -> list[Message]:
    """Return the results of calls that are shown."""
    return [message for message in path(chat) if message.tool]


def sent(server: RawServer, number: int) -> list[JsonObject]:
    """Return the messages of a request."""
    messages: list[JsonObject] = server.body(number)["messages"]
    return messages
