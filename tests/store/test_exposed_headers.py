"""Headers that earlier versions kept in clear leave the backups, which stay what they are."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from chatapp.domain.endpoints import Endpoint, SecretHeader
from chatapp.domain.messages import EndpointId
from chatapp.store.exposed_headers import without_values
from chatapp.store.records import dumps, loads

SECRET = "canary-backup-9d0e1f"
MOVED = {EndpointId("e"): ["X-Key"]}


def copy_at(path: Path) -> Endpoint:
    endpoint = Endpoint(
        EndpointId("e"), "e", "http://h", extra_headers={"X-Key": SECRET, "X-Title": "Chat"}
    )
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE endpoints (id TEXT PRIMARY KEY, position INTEGER, data TEXT)")
        db.execute("INSERT INTO endpoints VALUES ('e', 0, ?)", (dumps(endpoint),))
        db.execute("INSERT INTO endpoints VALUES ('other', 1, 'damaged')")
        db.commit()
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return endpoint


def test_a_value_is_gone_from_the_file_and_its_age_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "copy.sqlite3"
    copy_at(path)
    without_values(
        path, {**MOVED, EndpointId("other"): ["X"], EndpointId("none"): ["X"]}, stored=True
    )
    assert SECRET.encode() not in path.read_bytes()
    assert path.stat().st_mtime == 1_700_000_000
    with closing(sqlite3.connect(path)) as db:
        (data,) = db.execute("SELECT data FROM endpoints WHERE id = 'e'").fetchone()
    endpoint = loads(Endpoint, data)
    assert endpoint.extra_headers == {"X-Title": "Chat"}
    assert endpoint.secret_headers == {"X-Key": SecretHeader(is_stored=True)}


def test_a_file_that_is_no_database_or_not_there_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "copy.sqlite3"
    path.write_bytes(b"no database" * 100)
    without_values(path, MOVED, stored=True)
    without_values(tmp_path / "missing.sqlite3", MOVED, stored=True)
    assert path.read_bytes() == b"no database" * 100
    assert not (tmp_path / "missing.sqlite3").exists()
