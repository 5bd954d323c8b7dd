"""API keys: in the OS keyring, an environment variable or the memory of this run only."""

import os
from dataclasses import field
from enum import Enum, auto

from chatapp.domain.endpoints import Endpoint, cleaned_key, key_problem
from chatapp.domain.errors import KeyRejected
from chatapp.domain.messages import EndpointId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.redaction import remember_secret
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.store.keyring_backend import SystemKeyring


class KeySource(Enum):
    """Where an endpoint's key comes from."""

    NONE = auto()
    SESSION = auto()
    ENVIRONMENT = auto()
    KEYRING = auto()


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A key and where it was found; never shown in a repr."""

    source: KeySource
    key: str | None = field(default=None, repr=False)


def checked_key(typed: str) -> str:
    """Return a key as it can be sent. Raises ``KeyRejected`` in words without the key."""
    key = cleaned_key(typed)
    problem = key_problem(key)
    if not key:
        problem = text("Endpoint", QT_TRANSLATE_NOOP("Endpoint", "Type a key first."))
    if problem is not None:
        raise KeyRejected(problem)
    return key


class Secrets:
    """Finds keys in this order: this run's, the environment's, the keyring's.

    What the keyring said is remembered, so that it is asked once a run.
    """

    def __init__(self, keyring: SystemKeyring | None = None) -> None:
        self.keyring = keyring or SystemKeyring()
        self._session: dict[EndpointId, str] = {}
        self._known: dict[EndpointId, str | None] = {}

    async def find(self, endpoint: Endpoint) -> FoundKey:
        """Return an endpoint's key with its source. Raises ``KeyringError``."""
        if endpoint.id in self._session:
            return FoundKey(KeySource.SESSION, self._session[endpoint.id])
        if endpoint.key_environment:
            value = cleaned_key(os.environ.get(endpoint.key_environment, ""))
            if value:
                return FoundKey(KeySource.ENVIRONMENT, checked_key(value))
        if not endpoint.has_stored_key:
            return FoundKey(KeySource.NONE)
        if endpoint.id not in self._known:
            self._known[endpoint.id] = await self.keyring.get(endpoint.id)
        key = self._known[endpoint.id]
        return FoundKey(KeySource.KEYRING, key) if key else FoundKey(KeySource.NONE)

    async def key(self, endpoint: Endpoint) -> str | None:
        """Return an endpoint's key, or ``None`` if it has none."""
        key = (await self.find(endpoint)).key
        if key:
            remember_secret(key)
        return key

    async def remember(self, endpoint_id: EndpointId, typed: str) -> None:
        """Keep a key in the keyring. Raises ``KeyRejected`` or ``KeyringError``."""
        key = checked_key(typed)
        await self.keyring.set(endpoint_id, key)
        self._session.pop(endpoint_id, None)
        self._known[endpoint_id] = key

    def has_session_key(self, endpoint_id: EndpointId) -> bool:
        """Whether a key is kept in memory for this run."""
        return endpoint_id in self._session

    def has_read(self, endpoint_id: EndpointId) -> bool:
        """Whether the keyring's answer for an endpoint is known already."""
        return endpoint_id in self._known

    def use_for_session(self, endpoint_id: EndpointId, typed: str) -> None:
        """Keep a key in memory until the app ends. Raises ``KeyRejected``."""
        self._session[endpoint_id] = checked_key(typed)

    async def forget(self, endpoint: Endpoint) -> None:
        """Delete a key from memory and, if it was put there, from the keyring."""
        self._session.pop(endpoint.id, None)
        self._known.pop(endpoint.id, None)
        if endpoint.has_stored_key:
            await self.keyring.delete(endpoint.id)
