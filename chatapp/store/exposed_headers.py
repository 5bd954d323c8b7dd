"""Backups of earlier versions hold secrets of endpoints that can be read: headers, keys and
passwords in addresses. They are taken out of them."""

import json
import os
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from pathlib import Path

from chatapp.domain.json_value import JsonObject, as_object, as_text
from chatapp.domain.messages import EndpointId
from chatapp.domain.secret_addresses import Addresses, is_part, taken_out
from chatapp.store.backup import listed
from chatapp.store.paths import ProfilePaths
from chatapp.store.records import DAMAGED_RECORD, dumps


def clean_backups(
    paths: ProfilePaths, moved: Mapping[EndpointId, Collection[str]], *, stored: bool
) -> None:
    """Take secrets of endpoints out of every backup (blocking)."""
    for backup in listed(paths):
        without_values(backup.path, moved, stored=stored)


def without_values(
    path: Path, moved: Mapping[EndpointId, Collection[str]], *, stored: bool
) -> None:
    """Take the values of headers, and of parts of addresses, out of a copy of the database
    (blocking); ``stored`` ones are in the keyring now. The copy keeps its age; one that cannot be
    changed stays as it is."""
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
        header: JsonObject = {"is_stored": True} if stored else {}
        if changed := _without(data, names, header):
            db.execute(
                "UPDATE endpoints SET data = ? WHERE id = ?",
                (dumps({**data, **changed}), endpoint_id),
            )


def _without(data: JsonObject, names: Collection[str], header: JsonObject) -> JsonObject:
    """Return what is different in an endpoint without these secrets; nothing if it has none."""
    plain = as_object(data.get("extra_headers"))
    gone = [name for name in plain if name in names]
    addresses = Addresses(as_text(data.get("base_url")), as_text(data.get("proxy")))
    if any(is_part(name) for name in names):
        addresses, found = taken_out(addresses)
        gone += found
    if not gone:
        return {}
    return {
        "base_url": addresses.base_url,
        "proxy": addresses.proxy,
        "extra_headers": {name: value for name, value in plain.items() if name not in gone},
        "secret_headers": {**as_object(data.get("secret_headers")), **dict.fromkeys(gone, header)},
    }
