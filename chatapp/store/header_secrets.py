"""The secret values of endpoints' headers: in the keyring, an environment variable or the memory
of this run only."""

import os
from collections.abc import Mapping

from chatapp.domain.endpoint_headers import (
    filled,
    variable_in,
    without_scheme,
)
from chatapp.domain.endpoints import LONGEST_IN_KEYRING, Endpoint, SecretHeader, fits_keyring
from chatapp.domain.errors import InvalidRequest, KeyRejected, WayOut
from chatapp.domain.messages import EndpointId
from chatapp.domain.redaction import remember_secret
from chatapp.domain.secret_addresses import addresses_of, is_part, references, shown_part
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.store.keyring_backend import SystemKeyring
from chatapp.store.secrets import FoundKey, KeySource


class HeaderSecrets:
    """Finds values in this order: this run's, the environment's, the keyring's.

    What the keyring said is remembered, so that it is asked once a run for each of them.
    """

    def __init__(self, keyring: SystemKeyring) -> None:
        self._keyring = keyring
        self._session: dict[str, str] = {}
        self._known: dict[str, str | None] = {}

    async def find(self, endpoint: Endpoint, name: str) -> FoundKey:
        """Return the value of a secret header with its source. Raises ``KeyringError``."""
        entry, header = _entry(endpoint.id, name), endpoint.secret_headers[name]
        if entry in self._session:
            found = FoundKey(KeySource.SESSION, self._session[entry])
        elif header.reference:
            value = filled(header.reference, os.environ)
            found = FoundKey(KeySource.ENVIRONMENT if value else KeySource.NONE, value)
        elif header.is_stored:
            if entry not in self._known:
                self._known[entry] = await self._keyring.get(entry)
            kept = self._known[entry]
            found = FoundKey(KeySource.KEYRING if kept else KeySource.NONE, kept)
        else:
            found = FoundKey(KeySource.NONE)
        if found.key:
            remember_header(found.key)
        return found

    async def fill(self, endpoint: Endpoint) -> Mapping[str, str]:
        """Return the headers, and the parts of addresses, whose values are not kept with the
        settings.

        Raises ``KeyringError``; ``InvalidRequest`` where a value is missing.
        """
        values: dict[str, str] = {}
        for name, kept in endpoint.extra_headers.items():
            if variable := variable_in(kept):
                values[name] = _given(filled(kept, os.environ), name, variable)
        for name, reference in references(addresses_of(endpoint)).items():
            values[name] = _given(filled(reference, os.environ), name, variable_in(reference))
        for name, header in endpoint.secret_headers.items():
            found = await self.find(endpoint, name)
            values[name] = _given(found.key, name, variable_in(header.reference))
        return values

    async def remember(self, endpoint_id: EndpointId, name: str, value: str) -> None:
        """Keep a value in the keyring. Raises ``KeyRejected`` or ``KeyringError``."""
        if not fits_keyring(value):
            raise KeyRejected(
                _say(
                    QT_TRANSLATE_NOOP(
                        "Endpoint", "This is too long for the keyring (at most {count} signs)."
                    ),
                    count=LONGEST_IN_KEYRING,
                ),
                hint=_say(
                    QT_TRANSLATE_NOOP(
                        "Endpoint",
                        "Use it for this run only, or name an environment variable: {example}.",
                    ),
                    example="${NAME}",
                ),
            )
        remember_header(value)
        entry = _entry(endpoint_id, name)
        await self._keyring.set(entry, value)
        self._session.pop(entry, None)
        self._known[entry] = value

    def use_for_session(self, endpoint_id: EndpointId, name: str, value: str) -> None:
        """Keep a value in memory until the app ends."""
        remember_header(value)
        self._session[_entry(endpoint_id, name)] = value

    def is_for_session(self, endpoint_id: EndpointId, name: str) -> bool:
        """Whether a value is kept in memory for this run."""
        return _entry(endpoint_id, name) in self._session

    async def forget(
        self,
        endpoint_id: EndpointId,
        name: str,
        header: SecretHeader,
        *,
        stays_for_run: bool = False,
    ) -> None:
        """Delete a value from the keyring, if it was put there, and from memory unless it stays
        there. Raises ``KeyringError``."""
        entry = _entry(endpoint_id, name)
        if not stays_for_run:
            self._session.pop(entry, None)
        self._known.pop(entry, None)
        if header.is_stored:
            await self._keyring.delete(entry)


def remember_header(value: str) -> None:
    """Have a header's value cut from every text of this run, with and without its scheme."""
    remember_secret(value)
    remember_secret(without_scheme(value))


def _entry(endpoint_id: EndpointId, name: str) -> str:
    return f"endpoint/{endpoint_id}/{name.lower()}"


def _say(source: str, /, **arguments: object) -> Text:
    return text("Endpoint", source, **arguments)


def _given(value: str | None, name: str, variable: str) -> str:
    """Return a value; raises ``InvalidRequest`` if there is none."""
    if value:
        return value
    words = QT_TRANSLATE_NOOP("Endpoint", "The header “{name}” has no value.")
    if is_part(name):
        words = QT_TRANSLATE_NOOP("Endpoint", "“{name}” in the address has no value.")
    if variable:
        words = QT_TRANSLATE_NOOP(
            "Endpoint", "There is no environment variable {variable} for “{name}”."
        )
    raise InvalidRequest(
        _say(words, name=shown_part(name), variable=variable),
        hint=_say(
            QT_TRANSLATE_NOOP("Endpoint", "Its value is set with the endpoint, in the settings.")
        ),
        ways_out=(WayOut.OPEN_SETTINGS,),
    )
