"""Sweeps on disk: the plan once, each run when it has ended."""

import sqlite3

from chatapp.domain.sweeps import Run, Sweep, SweepId
from chatapp.store.database import Database
from chatapp.store.records import dumps, loads, readable


class SweepStore:
    """Reads and writes sweeps; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> list[Sweep]:
        """Return every sweep, the oldest first; those of deleted conversations are dropped."""

        def work(db: sqlite3.Connection) -> list[Sweep]:
            rows = db.execute("SELECT data FROM sweeps ORDER BY id").fetchall()
            return list(readable(rows, lambda row: loads(Sweep, row[0])))

        await self._database.write(_drop_orphans)
        return await self._database.read(work)

    async def put(self, sweep: Sweep) -> None:
        """Add a sweep, or put it in the place of the one with its id."""
        await self._database.write(
            lambda db: db.execute(
                "INSERT INTO sweeps VALUES (?,?,?)"
                " ON CONFLICT (id) DO UPDATE SET data = excluded.data",
                (sweep.id, sweep.conversation_id, dumps(sweep)),
            )
        )

    async def put_run(self, sweep_id: SweepId, run: Run) -> None:
        """Keep what a request brought; of a sweep that is gone nothing is kept."""
        await self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO sweep_runs SELECT id, ?, ? FROM sweeps WHERE id = ?",
                (run.number, dumps(run), sweep_id),
            )
        )

    async def runs(self, sweep_id: SweepId) -> list[Run]:
        """Return the runs of a sweep that have ended."""

        def work(db: sqlite3.Connection) -> list[Run]:
            rows = db.execute(
                "SELECT data FROM sweep_runs WHERE sweep_id = ? ORDER BY number", (sweep_id,)
            ).fetchall()
            return list(readable(rows, lambda row: loads(Run, row[0])))

        return await self._database.read(work)

    async def delete(self, sweep_id: SweepId) -> None:
        """Delete a sweep with its runs."""
        await self._database.write(
            lambda db: db.execute("DELETE FROM sweeps WHERE id = ?", (sweep_id,))
        )


def _drop_orphans(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM sweeps WHERE conversation_id NOT IN (SELECT id FROM conversations)")
