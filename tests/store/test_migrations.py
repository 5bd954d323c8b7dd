"""An update of the schema that is killed leaves the old database or the new one."""

import asyncio
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from chatapp.store.database import Database
from chatapp.store.migrations import MIGRATIONS

OLD, NEW = len(MIGRATIONS), len(MIGRATIONS) + 1
KILLS = 40
COPIES = 3
ROWS = 20_000


def test_a_killed_update_leaves_the_old_or_the_new_database(tmp_path: Path) -> None:
    source = tmp_path / "source"
    asyncio.run(_make(source))
    seen: list[int] = []
    chance = random.Random(3)
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        folder.mkdir()
        for number in range(COPIES):
            shutil.copyfile(source, folder / f"{number}.sqlite3")
        _kill_during(folder, after_s=chance.uniform(0.0, 0.25))
        seen += [_version_if_whole(path) for path in folder.glob("*.sqlite3")]
        shutil.rmtree(folder)
    assert set(seen) == {OLD, NEW}
    assert len(seen) == KILLS * COPIES


async def _make(path: Path) -> None:
    def work(db: sqlite3.Connection) -> None:
        db.execute(
            "INSERT INTO conversations (id, title, draft, created_at, updated_at, data)"
            " VALUES ('c','','',0,0,'{}')"
        )
        db.executemany(
            "INSERT INTO messages (id, conversation_id, role, status, content, created_at, data)"
            " VALUES (?,'c','user','complete','words',0,'{}')",
            ((str(n),) for n in range(ROWS)),
        )

    database = await Database.open(path)
    await database.write(work)
    await database.close()


def _kill_during(folder: Path, after_s: float) -> None:
    script = Path(__file__).with_name("migrating_child.py")
    databases = sorted(folder.iterdir())
    child = subprocess.Popen([sys.executable, script, *databases], stdout=subprocess.PIPE)
    assert child.stdout is not None
    with child.stdout:
        assert child.stdout.readline().strip() == b"go"
        end = time.monotonic() + after_s
        while time.monotonic() < end and child.poll() is None:
            pass  # a kill at a time of chance, to the millisecond
        child.kill()
        child.wait()


def _version_if_whole(path: Path) -> int:
    """Return the version; everything in the file must be of that version."""
    with closing(sqlite3.connect(path)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        columns = {row[1] for row in db.execute("PRAGMA table_info(messages)")}
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
        assert ("extra" in columns, "added" in tables) == (version == NEW, version == NEW)
        if version == NEW:
            late = "SELECT count(*) FROM messages WHERE extra IS NOT content || 'x'"
            assert db.execute(late).fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM messages").fetchone() == (ROWS,)
    return int(version)
