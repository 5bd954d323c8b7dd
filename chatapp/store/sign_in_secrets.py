"""What is kept of signing in to tool servers: in the keyring, in pieces that every system takes."""

import json
import secrets

from chatapp.domain.errors import KeyringError
from chatapp.domain.json_reading import read_object
from chatapp.domain.json_value import JsonObject, as_text
from chatapp.store.keyring_backend import SystemKeyring

PIECE = 900
"""Characters in one entry: with what is around them they fit everywhere (``reliability.md``
section 2)."""
MOST_PIECES = 24
"""Room for tokens of eight thousand characters each; larger ones are known for this run."""


class SignInSecrets:
    """Keeps one text a server, under its salt. A text that was written in part is not read."""

    def __init__(self, keyring: SystemKeyring | None = None) -> None:
        self._keyring = keyring or SystemKeyring()

    async def find(self, salt: str) -> str:
        """Return what was kept; empty if nothing whole is there. Raises ``KeyringError``."""
        first = await self._piece(salt, 0)
        mark, count = as_text(first.get("mark")), first.get("count")
        if not mark or not isinstance(count, int):
            return ""
        words = as_text(first.get("part"))
        for number in range(1, min(count, MOST_PIECES)):
            piece = await self._piece(salt, number)
            if piece.get("mark") != mark:
                return ""
            words += as_text(piece.get("part"))
        return words

    async def _piece(self, salt: str, number: int) -> JsonObject:
        return read_object(await self._keyring.get(_entry(salt, number)) or "")

    async def keep(self, salt: str, words: str) -> bool:
        """Keep ``words`` (ASCII); ``False`` if the keyring cannot."""
        parts = [words[at : at + PIECE] for at in range(0, len(words), PIECE)]
        if len(parts) > MOST_PIECES:
            return False
        mark = secrets.token_hex(8)
        try:
            before = (await self._piece(salt, 0)).get("count")
            # The first goes last: until then the mark of the others is not that of the first.
            for number in reversed(range(len(parts))):
                piece = {"mark": mark, "count": len(parts), "part": parts[number]}
                await self._keyring.set(_entry(salt, number), json.dumps(piece))
            await self._delete(salt, len(parts), before if isinstance(before, int) else MOST_PIECES)
        except KeyringError:
            return False
        return True

    async def forget(self, salt: str) -> None:
        """Delete all pieces. Raises ``KeyringError``."""
        # All, not up to the first gap: a write that was cut off leaves one.
        await self._delete(salt, 0, MOST_PIECES)

    async def _delete(self, salt: str, start: int, end: int) -> None:
        for number in range(start, min(end, MOST_PIECES)):
            await self._keyring.delete(_entry(salt, number))


def _entry(salt: str, number: int) -> str:
    return f"tool-server/{salt}/sign-in/{number}"
