"""What SQLite and the disk do wrong, as words for people; no sqlite3 name leaves this floor."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from chatapp.domain.errors import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
)
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text


def _store(source: str, /, **arguments: object) -> Text:
    return text("Store", source, **arguments)


_PRIMARY = 0xFF
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_TRANSIENT = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def store_errors() -> Iterator[None]:
    """Translate what can be acted on; a wrong statement of ours stays a bug."""
    try:
        yield
    except sqlite3.Error as error:
        translated = store_failure(error)
        if translated is None:
            raise
        raise translated from error
    except OSError as error:
        detail = f"{type(error).__name__}: {error.strerror}"
        raise (_read_only(detail) if error.errno in _FORBIDDEN else _full(detail)) from error


def store_failure(error: sqlite3.Error) -> StoreError | None:
    """Return what ``error`` means for a person; ``None`` if it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    detail = f"{getattr(error, 'sqlite_errorname', '')}: {error}"
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return _full(detail)
    if code in _DAMAGED:
        return StoreDamaged(
            _store(QT_TRANSLATE_NOOP("Store", "The database is damaged.")),
            hint=_store(QT_TRANSLATE_NOOP("Store", "Restart the app to restore a backup.")),
            detail=detail,
        )
    if code in _READ_ONLY:
        return _read_only(detail)
    if code in _TRANSIENT:
        return StoreFull(
            _store(QT_TRANSLATE_NOOP("Store", "Another program uses the database: not saved.")),
            hint=_store(QT_TRANSLATE_NOOP("Store", "It is tried again.")),
            detail=detail,
            retryable=True,
        )
    return None


def _full(detail: str) -> StoreFull:
    return StoreFull(
        _store(QT_TRANSLATE_NOOP("Store", "The disk is full or failing: not saved.")),
        hint=_store(
            QT_TRANSLATE_NOOP(
                "Store", "Make room. What is not saved is kept in memory and tried again."
            )
        ),
        detail=detail,
        retryable=True,
    )


def _read_only(detail: str) -> StoreReadOnly:
    return StoreReadOnly(
        _store(QT_TRANSLATE_NOOP("Store", "The profile folder cannot be written to.")),
        hint=_store(
            QT_TRANSLATE_NOOP("Store", "Check its permissions, or start with --profile DIR.")
        ),
        detail=detail,
    )


def too_new(found: int, known: int) -> StoreTooNew:
    """A newer version wrote the database."""
    return StoreTooNew(
        _store(QT_TRANSLATE_NOOP("Store", "A newer version of the app wrote this profile.")),
        hint=_store(QT_TRANSLATE_NOOP("Store", "Update the app, or start with another --profile.")),
        detail=f"database version {found}, this app knows {known}",
    )
