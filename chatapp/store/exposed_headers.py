"""Backups of earlier versions hold secret headers that can be read: they are taken out of them."""

import json
import os
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from pathlib import Path

from chatapp.domain.json_value import JsonObject, as_object
from chatapp.domain.messages import EndpointId
from chatapp.store.records import DAMAGED_RECORD, dumps


def without_values(
    path: Path, moved: Mapping[EndpointId, Collection[str]], *, stored: bool
) -> None:
    """Take the values of headers out of a copy of the database (blocking); ``stored`` ones are
    in the keyring now. The copy keeps its age; one that cannot be changed stays as it is."""
    with suppress(OSError, sqlite3.Error):
        stat = path.stat()
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA secure_delete = ON")
            for endpoint_id, names in moved.items():
                _clean(db, endpoint_id, names, stored=stored)
            db.commit()
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _clean(
    db: sqlite3.Connection, endpoint_id: EndpointId, names: Collection[str], *, stored: bool
) -> None:
    row = db.execute("SELECT data FROM endpoints WHERE id = ?", (endpoint_id,)).fetchone()
    with suppress(*DAMAGED_RECORD):
        data = as_object(json.loads(row[0])) if row is not None else {}
        plain = as_object(data.get("extra_headers"))
        if gone := plain.keys() & names:
            header: JsonObject = {"is_stored": True} if stored else {}
            changed = {
                **data,
                "extra_headers": {name: v for name, v in plain.items() if name not in gone},
                "secret_headers": {
                    **as_object(data.get("secret_headers")),
                    **dict.fromkeys(gone, header),
                },
            }
            db.execute("UPDATE endpoints SET data = ? WHERE id = ?", (dumps(changed), endpoint_id))
