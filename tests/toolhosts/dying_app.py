"""An app that starts tool servers and is then killed; prints their process ids."""

import asyncio
import os
import sys

import psutil

from chatapp.domain.tool_servers import ServerPhase, ServerState, ToolServer
from chatapp.toolhosts.hosts import ToolHosts


async def main() -> None:
    ready: asyncio.Queue[ServerState] = asyncio.Queue()
    hosts = ToolHosts(lambda _name, state: ready.put_nowait(state))
    arguments = ("-m", "tests.support.mcp_server", "grandchildren")
    hosts.start(ToolServer("s", sys.executable, arguments, {"PYTHONPATH": "."}))
    while (await ready.get()).phase is not ServerPhase.READY:
        pass
    print(*(p.pid for p in psutil.Process(os.getpid()).children(recursive=True)), flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
