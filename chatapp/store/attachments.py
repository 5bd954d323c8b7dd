"""The bytes of attachments, each once under its digest, for as long as somebody needs them."""

import hashlib
from collections.abc import Iterable

from chatapp.store import attachment_rows
from chatapp.store.database import Database


class AttachmentStore:
    """Reads and writes the bytes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, data: bytes, now_s: float) -> str:
        """Keep ``data``; return its digest. ``now_s`` is in epoch seconds."""
        digest = hashlib.sha256(data).hexdigest()
        added = (
            "INSERT INTO attachments VALUES (?,?,?)"
            " ON CONFLICT (digest) DO UPDATE SET created_at = excluded.created_at"
        )
        await self._database.write(lambda db: db.execute(added, (digest, now_s, data)))
        return digest

    async def get(self, digests: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of those that are here."""
        wanted = list(dict.fromkeys(digests))
        return (
            await self._database.read(lambda db: attachment_rows.read(db, wanted)) if wanted else {}
        )

    async def drop_unneeded(self, before_s: float) -> int:
        """Delete bytes older than ``before_s`` (epoch seconds) that no message and no draft
        needs; return how many there were."""
        return await self._database.write(lambda db: attachment_rows.drop_unneeded(db, before_s))
