"""Prompts and personas on disk."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from chatapp.domain.prompts import Persona, Prompt
from chatapp.store.database import Database
from chatapp.store.records import dumps, loads, readable

T = TypeVar("T")
_PROMPT, _PERSONA = "prompt", "persona"


class PromptStore:
    """Reads and writes them, one transaction a call."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def prompts(self) -> list[Prompt]:
        """Return every prompt."""
        return await self._all(_PROMPT, Prompt)

    async def personas(self) -> list[Persona]:
        """Return every persona."""
        return await self._all(_PERSONA, Persona)

    async def _all(self, kind: str, maker: Callable[..., T]) -> list[T]:
        def read(db: sqlite3.Connection) -> list[T]:
            rows = db.execute("SELECT data FROM prompts WHERE kind = ? ORDER BY id", (kind,))
            return list(readable(rows.fetchall(), lambda row: loads(maker, row[0])))

        return await self._database.read(read)

    async def put(self, item: Prompt | Persona) -> None:
        """Add a prompt or a persona, or replace the one with its id."""
        kind = _PROMPT if isinstance(item, Prompt) else _PERSONA
        row = (item.id, kind, dumps(item))
        await self._database.write(
            lambda db: db.execute("INSERT OR REPLACE INTO prompts VALUES (?,?,?)", row)
        )

    async def delete(self, item_id: str) -> None:
        """Delete a prompt or a persona."""
        await self._database.write(
            lambda db: db.execute("DELETE FROM prompts WHERE id = ?", (item_id,))
        )
