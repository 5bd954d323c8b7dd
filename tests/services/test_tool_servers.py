"""Tool servers in the services: none starts unless it is exactly what was approved."""

import asyncio
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.errors import KeyringError, ToolFailed
from chatapp.domain.server_config import tool_servers
from chatapp.domain.tool_servers import ToolServer
from chatapp.store.paths import profile_paths
from tests.support.open_chat import open_chat, rows
from tests.support.tool_chat import HONEST, children, run, started
from tests.support.waiting import until

NOWHERE = "http://127.0.0.1:9/v1"


def test_importing_starts_nothing_and_a_start_needs_approval(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            servers = chat.services.tools.servers
            config = {"mcpServers": {"files": {"command": sys.executable, "args": ["-c", "1"]}}}
            for server in tool_servers(config):
                await servers.put(server)
            await servers.know_for_run(tool_servers(config))
            assert [s.name for s in servers.all()] == ["files", "files-2"]
            for name in ("files", "files-2"):
                with pytest.raises(ToolFailed, match="must be approved"):
                    await servers.start(name)
            assert children() == []

    run(work())


MUTATIONS: dict[str, Callable[[ToolServer], ToolServer]] = {
    "name": lambda s: replace(s, name="honest2"),
    "command": lambda s: replace(s, command=s.command + "3"),
    "argument": lambda s: replace(s, arguments=(*s.arguments[:-1], "honest ")),
    "one more argument": lambda s: replace(s, arguments=(*s.arguments, "")),
    "one argument less": lambda s: replace(s, arguments=s.arguments[:-1]),
    "order of arguments": lambda s: replace(s, arguments=s.arguments[::-1]),
    "value of a variable": lambda s: replace(s, environment={"PYTHONPATH": ".."}),
    "name of a variable": lambda s: replace(s, environment={"PYTHONPATH2": "."}),
    "one more variable": lambda s: replace(s, environment={**s.environment, "A": ""}),
    "folder": lambda s: replace(s, folder="/"),
    "address": lambda s: replace(s, url=NOWHERE),
    "headers": lambda s: replace(s, headers={"Authorization": "x"}),
    "salt": lambda s: replace(s, salt="00"),
}


@pytest.mark.parametrize("change", MUTATIONS.values(), ids=MUTATIONS)
def test_a_server_with_one_thing_changed_does_not_start(
    tmp_path: Path, change: Callable[[ToolServer], ToolServer]
) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            servers = chat.services.tools.servers
            await started(chat)
            await servers.stop("honest")
            approved = servers.get("honest")
            assert approved is not None
            changed = change(approved)
            await servers.put(changed)
            with pytest.raises((ToolFailed, KeyringError)):
                await servers.start(changed.name)
            assert children() == []

    run(work())


def test_a_change_is_shown_field_by_field(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            servers = chat.services.tools.servers
            await started(chat)
            await servers.stop("honest")
            approved = servers.get("honest")
            assert approved is not None
            await servers.put(replace(approved, environment={"PYTHONPATH": "elsewhere"}))
            _, changes = await servers.as_approved("honest")
            assert [c.field for c in changes] == ["environment"]
            assert "elsewhere" not in str(changes)

    run(work())


def test_values_of_variables_never_reach_the_disk(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            secret = {"TOKEN": "tok-canary-12345", "PYTHONPATH": "."}
            await started(chat, replace(HONEST, environment=secret))
            await chat.services.saver.flush()
            found = rows(profile_paths(tmp_path), "SELECT data FROM tool_servers")
            assert '"TOKEN":""' in str(found)

    run(work())
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert files
    assert not [p for p in files if b"canary" in p.read_bytes()]


def test_a_value_that_is_not_known_any_more_is_asked_for(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            await started(chat)
        async with open_chat(tmp_path, NOWHERE) as again:
            servers = again.services.tools.servers
            assert [s.name for s in servers.all()] == ["honest"]
            with pytest.raises((ToolFailed, KeyringError)):
                await servers.start("honest")
            assert children() == []

    run(work())


def test_starts_at_the_same_time_leave_one_server_that_can_be_stopped(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            await started(chat)
            servers, before = chat.services.tools.servers, len(children())
            await asyncio.gather(*(servers.start("honest") for _ in range(3)))
            await until(lambda: servers.is_ready("honest"), within_s=30)
            assert len(children()) == before
            await servers.stop("honest")
            assert children() == []

    run(work())


def test_a_start_while_the_app_ends_starts_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            await started(chat)
            servers = chat.services.tools.servers
            closing = asyncio.ensure_future(servers.close())
            await asyncio.sleep(0)
            await servers.start("honest")
            await closing
            assert not [t for t in threading.enumerate() if t.name == "tool-servers"]

    run(work())
