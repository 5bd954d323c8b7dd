"""The reference servers of the protocol's authors, unmodified, over pipes and over HTTP."""

import asyncio
import os
import socket
import subprocess
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.tool_calls import ToolResult
from chatapp.domain.tool_servers import ServerPhase, ToolServer
from tests.support.node_servers import node_server
from tests.support.waiting import until
from tests.toolhosts.test_hosts import GENEROUS_S, NAME, Kept, kept


def program(name: str) -> str:
    found = node_server(name)
    if not found:
        pytest.skip(f"{name} is not here and npm could not fetch it")
    return found


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 150))


async def ready(k: Kept) -> set[str]:
    state = await k.reach(ServerPhase.READY)
    return {tool.name for tool in state.tools}


def kinds(result: ToolResult) -> list[object]:
    return [block["type"] for block in result.content]


async def everything(k: Kept) -> None:
    """Call what the server has: words, pictures, structures, resources, progress."""
    assert {"echo", "get-sum", "get-tiny-image"} <= await ready(k)
    assert (await k.call("echo", message="díà 東京")).text == "Echo: díà 東京"
    assert "5" in (await k.call("get-sum", a=2, b=3)).text
    assert kinds(await k.call("get-tiny-image")) == ["text", "image", "text"]
    structured = await k.call("get-structured-content", location="New York")
    assert "temperature" in str(structured.structured)
    links = await k.call("get-resource-links", count=2)
    assert kinds(links).count("resource_link") == 2
    resource = await k.call("get-resource-reference", resourceType="Text", resourceId=1)
    assert "resource" in kinds(resource)
    assert "plaintext" in resource.text
    told: list[float] = []
    await k.hosts.call(
        NAME,
        "trigger-long-running-operation",
        {"duration": 1, "steps": 3},
        lambda done, _total, _words: told.append(done),
    )
    await until(lambda: 3 in told)


def test_everything_over_pipes() -> None:
    async def work() -> None:
        async with kept(ToolServer(NAME, command)) as k:
            await everything(k)

    command = program("mcp-server-everything")
    run(work())


def test_everything_over_http() -> None:
    command = program("mcp-server-everything")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [command, "streamableHttp"],
        # Debian's Node has the Web Crypto API that the server uses only behind this option.
        env={**os.environ, "PORT": str(port), "NODE_OPTIONS": "--experimental-global-webcrypto"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    async def work() -> None:
        await until(lambda: listens(port), within_s=GENEROUS_S)
        async with kept(ToolServer(NAME, url=f"http://127.0.0.1:{port}/mcp")) as k:
            await everything(k)

    try:
        run(work())
    finally:
        process.kill()
        process.wait()


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_the_filesystem_server_reads_its_folder_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("buy milk", encoding="utf-8")

    async def work() -> None:
        async with kept(ToolServer(NAME, command, (str(tmp_path),))) as k:
            assert "read_text_file" in await ready(k)
            assert (await k.call("read_text_file", path=str(tmp_path / "notes.txt"))).text == (
                "buy milk"
            )
            refused = await k.call("read_text_file", path="/etc/hostname")
            assert refused.is_error
            assert "denied" in refused.text
            written = str(tmp_path / "new.txt")
            assert not (await k.call("write_file", path=written, content="x")).is_error

    command = program("mcp-server-filesystem")
    run(work())
    assert (tmp_path / "new.txt").read_text(encoding="utf-8") == "x"
