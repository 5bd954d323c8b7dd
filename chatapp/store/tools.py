"""Functions, tool servers, approvals and pins on disk — never the value of a secret."""

import sqlite3
from collections.abc import Callable, Iterable
from typing import TypeVar

from chatapp.domain.tool_grants import ToolGrant
from chatapp.domain.tool_servers import ToolServer, without_values
from chatapp.domain.tools import ToolDefinition
from chatapp.store.database import Database
from chatapp.store.records import dumps, loads, readable

T = TypeVar("T")


class ToolStore:
    """Reads and writes what is known of tools; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def _all(self, kind: Callable[..., T], query: str) -> list[T]:
        def work(db: sqlite3.Connection) -> list[T]:
            return list(readable(db.execute(query), lambda row: loads(kind, row[0])))

        return await self._database.read(work)

    async def _write(self, statement: str, values: Iterable[str]) -> None:
        await self._database.write(lambda db: db.execute(statement, tuple(values)))

    async def functions(self) -> list[ToolDefinition]:
        """Return the functions written by hand."""
        return await self._all(ToolDefinition, "SELECT data FROM tool_functions ORDER BY name")

    async def put_function(self, tool: ToolDefinition) -> None:
        """Keep a function under its name."""
        row = (tool.name, dumps(tool))
        await self._write("INSERT OR REPLACE INTO tool_functions VALUES (?,?)", row)

    async def delete_function(self, name: str) -> None:
        """Forget a function."""
        await self._write("DELETE FROM tool_functions WHERE name = ?", (name,))

    async def servers(self) -> list[ToolServer]:
        """Return the servers, also deleted ones and those that a command line once named; the
        values of their variables and headers are empty."""
        return await self._all(ToolServer, "SELECT data FROM tool_servers ORDER BY name")

    async def put_server(self, server: ToolServer) -> None:
        """Keep a server without the values of its variables and headers."""
        row = (_key(server), dumps(without_values(server)))
        await self._write("INSERT OR REPLACE INTO tool_servers VALUES (?,?)", row)

    async def delete_server(self, server: ToolServer) -> None:
        """Forget a server."""
        await self._write("DELETE FROM tool_servers WHERE name = ?", (_key(server),))

    async def grants(self) -> list[ToolGrant]:
        """Return the approvals that hold for longer than one call."""
        return await self._all(ToolGrant, "SELECT data FROM tool_grants")

    async def put_grant(self, grant: ToolGrant) -> None:
        """Keep an approval."""
        await self._write("INSERT OR REPLACE INTO tool_grants VALUES (?)", (dumps(grant),))

    async def delete_grant(self, grant: ToolGrant) -> None:
        """Forget an approval."""
        await self._write("DELETE FROM tool_grants WHERE data = ?", (dumps(grant),))

    async def pins(self) -> list[ToolDefinition]:
        """Return the tools as they were when the person last offered or approved them."""
        return await self._all(ToolDefinition, "SELECT data FROM tool_pins")

    async def put_pin(self, tool: ToolDefinition) -> None:
        """Keep a tool as the person knows it."""
        row = (tool.server, tool.name, dumps(tool))
        await self._write("INSERT OR REPLACE INTO tool_pins VALUES (?,?,?)", row)


def _key(server: ToolServer) -> str:
    """Return under what a server is kept: its name belongs to whoever has it now."""
    if server.deleted:
        return f"deleted {server.salt}"
    return f"--mcp-config {server.name}" if server.for_run else server.name
