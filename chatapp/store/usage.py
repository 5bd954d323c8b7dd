"""What answers used, and prices, on disk. Deleting a conversation does not make it cheaper: its
use stays, without a word of what was said."""

import sqlite3
from dataclasses import astuple
from datetime import datetime

from chatapp.domain.messages import ConversationId, EndpointId
from chatapp.domain.usage import Grouping, Price, Spending, Tokens, UsageRow
from chatapp.store.database import Database
from chatapp.store.records import dumps, loads, readable

MOST_ROWS = 1_000
_COUNTS = ("prompt", "completion", "cached", "reasoning", "audio_in", "audio_out", "image")
_SUMS = ", ".join(f"SUM({name})" for name in _COUNTS)
Part = tuple[UsageRow, EndpointId, str]


class UsageStore:
    """Reads and writes them, one transaction a call."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, spending: Spending) -> None:
        """Write down what a request used; the same answer counts once."""
        day = datetime.fromtimestamp(spending.at).astimezone().strftime("%Y-%m-%d")
        row = (
            spending.id, spending.conversation_id, spending.endpoint_id, spending.model,
            spending.at, day, *astuple(spending.tokens), spending.stated_cost,
            spending.purpose.value,
        )  # fmt: skip
        marks = ",".join("?" * len(row))
        await self._database.write(
            lambda db: db.execute(f"INSERT OR REPLACE INTO usage VALUES ({marks})", row)  # noqa: S608
        )

    async def parts(
        self, grouping: Grouping, since_day: str, conversation_id: ConversationId | None = None
    ) -> list[Part]:
        """Return sums by ``grouping`` and model since a day (``2026-11-25``, empty for all), of
        one conversation or of all, the latest first. What has a stated cost and what has none
        are parts of their own."""
        key = grouping.value
        of_one = " AND conversation_id = ?" if conversation_id is not None else ""
        values = (since_day, *((conversation_id,) if conversation_id is not None else ()))
        query = (
            f"SELECT {key}, endpoint_id, model, COUNT(*), {_SUMS}, SUM(cost), MAX(at)"  # noqa: S608
            f" FROM usage WHERE day >= ?{of_one} GROUP BY {key}, endpoint_id, model, cost IS NULL"
            f" ORDER BY MAX(at) DESC LIMIT {MOST_ROWS}"
        )
        return await self._database.read(
            lambda db: [_part(row) for row in db.execute(query, values)]
        )

    async def prices(self) -> dict[tuple[EndpointId, str], Price]:
        """Return the prices that the person has set."""

        def read(db: sqlite3.Connection) -> dict[tuple[EndpointId, str], Price]:
            rows = db.execute("SELECT endpoint_id, model, data FROM prices").fetchall()
            found = readable(rows, lambda row: ((EndpointId(row[0]), row[1]), loads(Price, row[2])))
            return dict(found)

        return await self._database.read(read)

    async def put_price(self, endpoint_id: EndpointId, model: str, price: Price | None) -> None:
        """Keep the price of a model; ``None`` forgets it."""

        key = (endpoint_id, model)

        def write(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM prices WHERE (endpoint_id, model) = (?,?)", key)
            if price is not None:
                db.execute("INSERT INTO prices VALUES (?,?,?)", (*key, dumps(price)))

        await self._database.write(write)


def _part(row: tuple[str, str, str, int, int, int, int, int, int, int, int, float, float]) -> Part:
    key, endpoint_id, model, answers, *counts, cost, at = row
    tokens = Tokens(*(int(count) for count in counts))
    return UsageRow(key, answers, tokens, cost, at=at), EndpointId(endpoint_id), model
