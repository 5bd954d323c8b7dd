"""A deleted tool server can be brought back whole; its secrets go when it cannot any more."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.tool_servers import ToolServer
from chatapp.services.tool_servers import ToolServerService
from chatapp.store.keyring_backend import SystemKeyring
from chatapp.store.paths import profile_paths
from tests.support.open_chat import OpenChat, open_chat, rows
from tests.support.private_keyring import private_keyring
from tests.support.tool_chat import HONEST, children, run, started

# SecretStorage keeps its D-Bus socket open until it is collected; ours to give it, not to close.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
NOWHERE = "http://127.0.0.1:9/v1"
SECRET = replace(HONEST, environment={"PYTHONPATH": ".", "TOKEN": "tok-canary-12345"})


def on_disk(folder: Path) -> list[str]:
    found = rows(profile_paths(folder), "SELECT name FROM tool_servers ORDER BY name")
    return [str(name) for (name,) in found]


async def kept_value(server: ToolServer, place: str = "env/TOKEN") -> str | None:
    """Return what the keyring has of a server."""
    return await SystemKeyring().get(f"tool-server/{server.salt}/{place}")


def with_keyring(
    folder: Path, *works: Callable[[OpenChat, ToolServerService], Awaitable[None]]
) -> None:
    """Run each work in a run of its own, all of one profile and one real keyring."""

    async def opened() -> None:
        for work in works:
            async with open_chat(folder / "profile", NOWHERE) as chat:
                await work(chat, chat.services.tools.servers)

    with private_keyring(folder):
        run(opened())


def known(servers: ToolServerService, name: str) -> ToolServer:
    server = servers.get(name)
    assert server is not None
    return server


@pytest.mark.keyring
def test_undo_brings_a_server_back_as_it_was_running_and_with_its_secrets(tmp_path: Path) -> None:
    async def work(chat: OpenChat, servers: ToolServerService) -> None:
        await started(chat, SECRET)
        before = known(servers, "honest")
        undo = await servers.delete("honest")
        assert undo is not None
        assert servers.all() == []
        assert not any("mcp_server" in " ".join(child.cmdline()) for child in children())
        assert await kept_value(before)
        await undo()
        assert known(servers, "honest") == before
        await servers.until_settled("honest")
        assert servers.is_ready("honest")
        await undo()  # once is enough
        assert [s.name for s in servers.all()] == ["honest"]

    async def again(_chat: OpenChat, servers: ToolServerService) -> None:
        await servers.start("honest")  # approved, and its values are known
        await servers.until_settled("honest")
        assert servers.is_ready("honest")

    with_keyring(tmp_path, work, again)
    assert on_disk(tmp_path / "profile") == ["honest"]


@pytest.mark.keyring
def test_the_secrets_of_a_deleted_server_are_gone_when_the_app_has_ended(tmp_path: Path) -> None:
    salts: list[ToolServer] = []

    async def work(_chat: OpenChat, servers: ToolServerService) -> None:
        await servers.put(SECRET)
        salts.append(known(servers, "honest"))
        await servers.delete("honest")

    async def again(_chat: OpenChat, servers: ToolServerService) -> None:
        assert servers.all() == []
        assert await kept_value(salts[0]) is None

    with_keyring(tmp_path, work, again)
    assert on_disk(tmp_path / "profile") == []


@pytest.mark.keyring
def test_what_could_not_be_forgotten_at_the_end_is_forgotten_in_the_next_run(
    tmp_path: Path,
) -> None:
    salts: list[ToolServer] = []

    async def killed(chat: OpenChat, servers: ToolServerService) -> None:
        await servers.put(SECRET)
        salts.append(known(servers, "honest"))
        await servers.delete("honest")
        await chat.services.saver.flush()
        servers._deleted._erasure._deleted.clear()  # as if there were no time to close

    async def again(_chat: OpenChat, servers: ToolServerService) -> None:
        assert servers.all() == []
        assert await kept_value(salts[0])
        await servers.forget_deleted()
        assert await kept_value(salts[0]) is None

    with_keyring(tmp_path, killed, again)
    assert on_disk(tmp_path / "profile") == []


@pytest.mark.keyring
def test_a_renamed_server_keeps_its_secrets_and_a_removed_variable_leaves_none(
    tmp_path: Path,
) -> None:
    async def work(_chat: OpenChat, servers: ToolServerService) -> None:
        await servers.put(SECRET)

    async def renamed(_chat: OpenChat, servers: ToolServerService) -> None:
        before = known(servers, "honest")
        assert before.environment["TOKEN"] == ""
        await servers.put(replace(before, name="sincere"), instead_of="honest")
        server, _ = await servers.as_approved("sincere")
        assert server.environment["TOKEN"] == "tok-canary-12345"
        await servers.put(replace(server, environment={"PYTHONPATH": "."}))
        assert await kept_value(server) is None
        assert await kept_value(server, "env/PYTHONPATH")

    with_keyring(tmp_path, work, renamed)
    assert on_disk(tmp_path / "profile") == ["sincere"]


def test_a_name_given_away_meanwhile_is_not_taken_back(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            servers = chat.services.tools.servers
            await started(chat)
            undo = await servers.delete("honest")
            assert undo is not None
            await servers.put(ToolServer("honest", "another"))
            await undo()
            assert [(s.name, s.command) for s in servers.all()] == [
                ("honest", "another"),
                ("honest-2", HONEST.command),
            ]
            # Under another name it is not what was approved, so it does not start.
            assert children() == []
            assert await servers.delete("nobody") is None

    run(work())


def test_a_server_of_the_command_line_leaves_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            servers = chat.services.tools.servers
            await servers.know_for_run([SECRET])
            undo = await servers.delete("honest")
            assert undo is not None
            await undo()
            assert [s.name for s in servers.all()] == ["honest"]
            await servers.delete("honest")

    run(work())
    assert on_disk(tmp_path) == []
