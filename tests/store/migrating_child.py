"""A process that brings one profile after another up to date until it is killed."""

import asyncio
import sqlite3
import sys
from pathlib import Path

from chatapp.store import migrations
from chatapp.store.database import Database


def m002_slow(db: sqlite3.Connection) -> None:
    """Change much, so that a kill falls into it."""
    db.execute("ALTER TABLE messages ADD COLUMN extra TEXT")
    db.execute("UPDATE messages SET extra = content || 'x'")
    db.execute("CREATE TABLE added (x)")


async def main(databases: list[Path]) -> None:
    """Open every database with the new version."""
    migrations.MIGRATIONS = (*migrations.MIGRATIONS, m002_slow)
    print("go", flush=True)
    for path in databases:
        await (await Database.open(path)).close()


asyncio.run(main([Path(name) for name in sys.argv[1:]]))
