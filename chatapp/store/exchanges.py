"""Exchanges on disk: what is known of each, and its bodies, compressed and within a budget."""

import asyncio
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from chatapp.domain.exchanges import (
    ApprovalWait,
    Arrivals,
    Bodies,
    Exchange,
    ExchangeId,
    Step,
    StepId,
    ToolRun,
)
from chatapp.domain.messages import ConversationId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.store.database import Database
from chatapp.store.records import dumps, loads, readable

_LEVEL = 6
_STEPS: dict[str, Callable[[str], Step]] = {
    "approval": partial(loads, ApprovalWait),
    "run": partial(loads, ToolRun),
}


_STEP_ROWS = "SELECT kind, data FROM exchange_steps "


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Rows that were deleted, as they were on the disk."""

    exchanges: list[tuple[Any, ...]]
    bodies: list[tuple[Any, ...]]
    steps: list[tuple[Any, ...]]

    @property
    def size(self) -> int:
        """How many bytes and characters they take, about."""
        rows = (*self.exchanges, *self.bodies, *self.steps)
        return sum(len(cell) for row in rows for cell in row if isinstance(cell, (bytes, str)))


class ExchangeStore:
    """Reads and writes exchanges; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._used: int | None = None

    async def put(self, exchange: Exchange, bodies: Bodies, budget: int) -> None:
        """Write an exchange; the oldest bodies give way beyond ``budget`` bytes (0: none do).

        Nothing is written for a conversation that has meanwhile been deleted.
        """

        packed = await asyncio.to_thread(_packed, bodies)

        def work(db: sqlite3.Connection) -> None:
            used = self._total(db) - _size(db, exchange.id)
            row = (exchange.id, exchange.link.conversation_id, exchange.started_at)
            written = db.execute(
                """INSERT OR REPLACE INTO exchanges SELECT ?1, ?2, ?3, ?4
                WHERE ?2 IS NULL OR EXISTS (SELECT 1 FROM conversations WHERE id = ?2)""",
                (*row, dumps(exchange)),
            ).rowcount
            if written > 0:
                db.execute(
                    "INSERT OR REPLACE INTO exchange_bodies VALUES (?,?,?,?)",
                    (exchange.id, *packed),
                )
                self._used = used + sum(map(len, packed))
                self._keep_within(db, budget)

        await self._database.write(work)

    def _total(self, db: sqlite3.Connection) -> int:
        """Return how many bytes the bodies take; counted once, then kept up."""
        if self._used is None:
            (self._used,) = db.execute(
                """SELECT COALESCE(SUM(LENGTH(request) + LENGTH(response) + LENGTH(arrivals)), 0)
                FROM exchange_bodies"""
            ).fetchone()
        return int(self._used or 0)

    def _keep_within(self, db: sqlite3.Connection, budget: int) -> None:
        if budget and self._total(db) > budget:
            self._used = None  # conversations that were erased took theirs with them
            self._total(db)
        while budget and self._used is not None and self._used > budget:
            oldest = db.execute(
                """SELECT id, LENGTH(request) + LENGTH(response) + LENGTH(arrivals)
                FROM exchange_bodies ORDER BY id LIMIT 1"""
            ).fetchone()
            if oldest is None:
                return
            db.execute("DELETE FROM exchange_bodies WHERE id = ?", oldest[:1])
            self._used -= int(oldest[1])

    async def used(self) -> int:
        """Return how many bytes of disk the bodies take."""
        return await self._database.write(self._total)

    async def of(self, conversation_id: ConversationId) -> list[tuple[Exchange, bytes]]:
        """Return the exchanges of a conversation in order, with their request bodies."""
        return await self._database.read(
            lambda db: _listed(db, "WHERE e.conversation_id = ? ORDER BY e.id", (conversation_id,))
        )

    async def newest(self, before: str, limit: int) -> list[tuple[Exchange, bytes]]:
        """Return up to ``limit`` exchanges before an id, of any conversation, newest first."""
        return await self._database.read(
            lambda db: _listed(db, "WHERE e.id < ? ORDER BY e.id DESC LIMIT ?", (before, limit))
        )

    async def bodies(self, exchange_id: ExchangeId) -> Bodies | None:
        """Return the bodies of an exchange, unless they had to give way."""

        def work(db: sqlite3.Connection) -> Bodies | None:
            row = db.execute(
                "SELECT request, response, arrivals FROM exchange_bodies WHERE id = ?",
                (exchange_id,),
            ).fetchone()
            if row is None:
                return None
            request, response, arrivals = map(unpacked, row)
            return Bodies(request, response, Arrivals.unpacked(arrivals))

        return await self._database.read(work)

    async def take(self, ids: Sequence[ExchangeId], steps: Sequence[StepId]) -> TakenOut:
        """Delete exchanges with their bodies, and steps; return them as they were."""

        def work(db: sqlite3.Connection) -> TakenOut:
            taken = TakenOut(
                _rows(db, "SELECT * FROM exchanges WHERE id = ?", ids),
                _rows(db, "SELECT * FROM exchange_bodies WHERE id = ?", ids),
                _rows(db, "SELECT * FROM exchange_steps WHERE id = ?", steps),
            )
            db.executemany("DELETE FROM exchanges WHERE id = ?", [(i,) for i in ids])
            db.executemany("DELETE FROM exchange_steps WHERE id = ?", [(i,) for i in steps])
            self._used = None
            return taken

        return await self._database.write(work)

    async def put_back(self, taken: TakenOut) -> tuple[list[tuple[Exchange, bytes]], list[Step]]:
        """Write what was taken out, and return it: exchanges with their request bodies, and
        steps. What belongs to a conversation that is gone stays away."""

        def work(db: sqlite3.Connection) -> None:
            db.executemany(
                """INSERT OR IGNORE INTO exchanges SELECT ?1, ?2, ?3, ?4
                WHERE ?2 IS NULL OR EXISTS (SELECT 1 FROM conversations WHERE id = ?2)""",
                taken.exchanges,
            )
            db.executemany(
                """INSERT OR IGNORE INTO exchange_bodies SELECT ?1, ?2, ?3, ?4
                WHERE EXISTS (SELECT 1 FROM exchanges WHERE id = ?1)""",
                taken.bodies,
            )
            db.executemany(
                """INSERT OR IGNORE INTO exchange_steps SELECT ?1, ?2, ?3, ?4
                WHERE EXISTS (SELECT 1 FROM conversations WHERE id = ?2)""",
                taken.steps,
            )
            self._used = None

        def read(db: sqlite3.Connection) -> tuple[list[tuple[Exchange, bytes]], list[Step]]:
            listed = [_listed(db, "WHERE e.id = ?", (row[0],)) for row in taken.exchanges]
            rows = [
                row
                for (step_id, *_) in taken.steps
                for row in db.execute(_STEP_ROWS + "WHERE id = ?", (step_id,))
            ]
            return [one for found in listed for one in found], _steps_in(rows)

        await self._database.write(work)
        return await self._database.read(read)

    async def delete_all(self) -> None:
        """Delete every exchange and every step."""

        def work(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM exchanges")
            db.execute("DELETE FROM exchange_steps")
            self._used = 0

        await self._database.write(work)

    async def put_step(self, step: Step) -> None:
        """Write a step between requests, or a newer state of it."""
        kind = "approval" if isinstance(step, ApprovalWait) else "run"
        await self._database.write(
            lambda db: db.execute(
                """INSERT OR REPLACE INTO exchange_steps SELECT ?1, ?2, ?3, ?4
                WHERE EXISTS (SELECT 1 FROM conversations WHERE id = ?2)""",
                (step.id, step.conversation_id, kind, dumps(step)),
            )
        )

    async def run(self, step_id: StepId) -> ToolRun | None:
        """Return a tool run, if it is kept."""

        def work(db: sqlite3.Connection) -> ToolRun | None:
            rows = db.execute(
                "SELECT data FROM exchange_steps WHERE id = ? AND kind = 'run'", (step_id,)
            )
            return next(readable(rows, lambda row: loads(ToolRun, row[0])), None)

        return await self._database.read(work)

    async def steps(self, conversation_id: ConversationId) -> list[Step]:
        """Return the steps of a conversation in order."""

        return await self._database.read(
            lambda db: _steps_in(
                db.execute(_STEP_ROWS + "WHERE conversation_id = ? ORDER BY id", (conversation_id,))
            )
        )


def _size(db: sqlite3.Connection, exchange_id: ExchangeId) -> int:
    row = db.execute(
        """SELECT LENGTH(request) + LENGTH(response) + LENGTH(arrivals)
        FROM exchange_bodies WHERE id = ?""",
        (exchange_id,),
    ).fetchone()
    return int(row[0]) if row else 0


def _rows(
    db: sqlite3.Connection, question: str, ids: Sequence[ExchangeId] | Sequence[StepId]
) -> list[tuple[Any, ...]]:
    return [row for one in ids for row in db.execute(question, (one,))]


def _steps_in(rows: Iterable[tuple[str, str]]) -> list[Step]:
    return list(readable(rows, lambda row: _STEPS[row[0]](row[1])))


def _packed(bodies: Bodies) -> list[bytes]:
    return [
        zlib.compress(body, _LEVEL)
        for body in (bodies.request, bodies.response, bodies.arrivals.packed())
    ]


def unpacked(body: bytes) -> bytes:
    """Return a body as it was; one that the disk has damaged is empty."""
    try:
        return zlib.decompress(body)
    except zlib.error:
        return b""


def _listed(
    db: sqlite3.Connection, condition: str, values: tuple[object, ...]
) -> list[tuple[Exchange, bytes]]:
    rows = db.execute(
        f"""SELECT e.data, b.request FROM exchanges e
        LEFT JOIN exchange_bodies b ON b.id = e.id {condition}""",  # noqa: S608
        values,
    )

    def read(row: tuple[str, bytes | None]) -> tuple[Exchange, bytes]:
        exchange = loads(Exchange, row[0])
        return (exchange, row[1]) if row[1] is not None else (replace(exchange, kept=False), b"")

    return list(readable(rows, read))
