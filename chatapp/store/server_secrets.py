"""The values of a tool server's variables and headers: in the keyring, or this run's memory."""

import json
from collections.abc import Collection

from chatapp.domain.endpoints import fits_keyring
from chatapp.domain.errors import KeyringError
from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import as_object, as_text
from chatapp.domain.redaction import remember_secret
from chatapp.domain.secret_arguments import looks_secret
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.domain.tool_servers import ToolServer, filled, secret_values
from chatapp.store.keyring_backend import SystemKeyring


class ServerSecrets:
    """Fills servers with their values; asks the keyring once a run for each of them."""

    def __init__(self, keyring: SystemKeyring | None = None) -> None:
        self._keyring = keyring or SystemKeyring()
        self._known: dict[str, str] = {}

    async def fill(self, server: ToolServer) -> ToolServer:
        """Return ``server`` with the values it was kept with. Raises ``KeyringError``."""
        values: dict[str, str] = {}
        for place, value in secret_values(server).items():
            known = value or server.for_run  # whose values are all in the file that names it
            values[place] = value if known else await self._find(server, place)
            if looks_secret(place.partition("/")[2], values[place]):
                remember_secret(values[place].removeprefix("Bearer "))
        return filled(server, values)

    async def _find(self, server: ToolServer, place: str) -> str:
        entry = _entry(server, place)
        if entry not in self._known:
            kept = await self._keyring.get(entry)
            try:
                self._known[entry] = (
                    as_text(as_object(read_json(kept)).get("value")) if kept else ""
                )
            except ValueError:  # whose words may hold the value
                raise _damaged(place) from None
        return self._known[entry]

    async def keep(self, server: ToolServer) -> bool:
        """Keep the values of ``server``; ``False`` if the keyring cannot and they are known
        until the app ends only."""
        kept = True
        for place, value in secret_values(server).items():
            if not value:
                continue
            entry = _entry(server, place)
            self._known[entry] = value
            kept = await self._keep_one(entry, value) and kept
        return kept

    async def _keep_one(self, entry: str, value: str) -> bool:
        if not fits_keyring(value):
            return False
        try:
            # An empty value and a missing one are told apart by the object around it.
            await self._keyring.set(entry, json.dumps({"value": value}))
        except KeyringError:
            return False
        return True

    async def forget(self, server: ToolServer, kept: Collection[str] = ()) -> None:
        """Delete the values of a server but those at the places ``kept``. Raises
        ``KeyringError``."""
        for place in secret_values(server).keys() - set(kept):
            entry = _entry(server, place)
            self._known.pop(entry, None)
            await self._keyring.delete(entry)


def _damaged(place: str) -> KeyringError:
    """Return what is said of an entry that something else has written or cut."""
    words = QT_TRANSLATE_NOOP("Tools", "What the system keyring has for {name} cannot be read.")
    hint = QT_TRANSLATE_NOOP("Tools", "Type it into the server's settings again.")
    return KeyringError(
        text("Tools", words, name=place.partition("/")[2]), hint=text("Tools", hint)
    )


def _entry(server: ToolServer, place: str) -> str:
    """Return the name of a value in the keyring; another name of the server changes nothing."""
    return f"tool-server/{server.salt}/{place}"
