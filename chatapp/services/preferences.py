"""App settings in memory: read at once, written behind."""

from chatapp.domain.json_value import JsonValue, as_text
from chatapp.domain.preferences import PREFERENCES
from chatapp.services.saving import Saver
from chatapp.store.preferences import PreferenceStore


class PreferenceService:
    """Every setting of the table; a change is kept at once."""

    def __init__(self, store: PreferenceStore, saver: Saver) -> None:
        self._store = store
        self._saver = saver
        self._values: dict[str, JsonValue] = {n: row.initial for n, row in PREFERENCES.items()}

    async def open(self) -> None:
        """Read the settings."""
        self._values = await self._store.load()

    def get(self, name: str) -> JsonValue:
        """Return a setting."""
        return self._values[name]

    def text(self, name: str) -> str:
        """Return a setting that is text."""
        return as_text(self._values[name])

    def set(self, name: str, value: JsonValue) -> None:
        """Change a setting."""
        if self._values[name] != value:
            self._values[name] = value
            self._saver.later(("preference", name), lambda: self._store.put(name, value))
