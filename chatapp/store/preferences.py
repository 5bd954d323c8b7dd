"""App settings on disk; values of unknown settings stay as they are."""

import json
import sqlite3

from chatapp.domain.json_value import JsonValue
from chatapp.domain.preferences import PREFERENCES
from chatapp.store.database import Database
from chatapp.store.records import dumps, readable


class PreferenceStore:
    """Reads and writes app settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self) -> dict[str, JsonValue]:
        """Return every setting; one that is missing or wrong has its initial value."""

        def work(db: sqlite3.Connection) -> dict[str, JsonValue]:
            rows = db.execute("SELECT * FROM preferences")
            return dict(readable(rows, lambda row: (row[0], json.loads(row[1]))))

        stored = await self._database.read(work)
        return {
            name: stored[name] if name in stored and row.accepts(stored[name]) else row.initial
            for name, row in PREFERENCES.items()
        }

    async def put(self, name: str, value: JsonValue) -> None:
        """Keep a setting."""
        await self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO preferences VALUES (?,?)", (name, dumps(value))
            )
        )
