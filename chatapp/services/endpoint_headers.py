"""Changing the extra headers of endpoints: each value goes where it may be kept, and leaves where
it was before."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from chatapp.domain.endpoint_headers import (
    HeaderEdit,
    Secrecy,
    exposed,
    header_problem,
    secrecy,
    variable_in,
)
from chatapp.domain.endpoints import Endpoint, SecretHeader
from chatapp.domain.errors import InvalidRequest, KeyRejected, KeyringError
from chatapp.domain.messages import EndpointId
from chatapp.services.endpoints import EndpointService
from chatapp.store.exposed_headers import clean_backups
from chatapp.store.header_secrets import HeaderSecrets
from chatapp.store.paths import ProfilePaths
from chatapp.store.secrets import KeySource

T = TypeVar("T")


class EndpointHeaders:
    """One change after another; a value is kept anew before it is deleted where it was."""

    def __init__(self, endpoints: EndpointService, paths: ProfilePaths) -> None:
        self._endpoints = endpoints
        self._paths = paths
        self._turn = asyncio.Lock()

    @property
    def secrets(self) -> HeaderSecrets:
        """Where the secret values are."""
        return self._endpoints.header_secrets

    async def settled(self) -> None:
        """Wait until the changes that were begun are made."""
        async with self._turn:
            return

    async def change(self, endpoint_id: EndpointId, edit: HeaderEdit) -> KeyringError | None:
        """Add, rename or change a header. Return why its old value is still in the keyring, if
        it could not be deleted there.

        Raises ``InvalidRequest``, ``KeyRejected`` or ``KeyringError``, with everything as it was.
        """
        async with self._turn:
            endpoint = self._endpoints.get(endpoint_id)
            if endpoint is None:
                return None
            value = await self._value(endpoint, edit)
            names = (*endpoint.extra_headers, *endpoint.secret_headers)
            others = [name for name in names if name != edit.before]
            if problem := header_problem(edit.name, value, others):
                raise InvalidRequest(problem)
            if edit.secret or secrecy(edit.name, value) is Secrecy.ALWAYS:
                made = await self._kept(endpoint_id, edit, value)
                self._put(endpoint_id, edit, None, made)
            else:
                made = None
                self._put(endpoint_id, edit, value, None)
            left = await self._clear(endpoint, edit, made)
            await self._clean_backups(endpoint, edit.before, made)
            return left

    async def _value(self, endpoint: Endpoint, edit: HeaderEdit) -> str:
        """Return the value that a header is to have."""
        if edit.value is not None:
            return edit.value
        if edit.before in endpoint.extra_headers:
            return endpoint.extra_headers[edit.before]
        header = endpoint.secret_headers.get(edit.before)
        if header is None or header.reference:
            return header.reference if header else ""
        return (await self.secrets.find(endpoint, edit.before)).key or ""

    async def _kept(self, endpoint_id: EndpointId, edit: HeaderEdit, value: str) -> SecretHeader:
        """Keep a secret value; return what the settings say of it."""
        if variable_in(value):
            return SecretHeader(reference=value)
        stays_for_run = edit.value is None and self.secrets.is_for_session(endpoint_id, edit.before)
        if edit.for_run or stays_for_run:
            self.secrets.use_for_session(endpoint_id, edit.name, value)
            return SecretHeader()
        await self.secrets.remember(endpoint_id, edit.name, value)
        return SecretHeader(is_stored=True)

    async def _clear(
        self, was: Endpoint, edit: HeaderEdit, made: SecretHeader | None
    ) -> KeyringError | None:
        """Delete a value where it was, unless the new one has taken its place; return why it is
        still there."""
        old = was.secret_headers.get(edit.before)
        in_place = made if edit.name.lower() == edit.before.lower() else None
        if old is None or (in_place is not None and in_place.is_stored):
            return None
        stays_for_run = in_place == SecretHeader()
        try:
            await self.secrets.forget(was.id, edit.before, old, stays_for_run=stays_for_run)
        except KeyringError as error:
            return error
        return None

    def _put(
        self,
        endpoint_id: EndpointId,
        edit: HeaderEdit,
        value: str | None,
        header: SecretHeader | None,
    ) -> None:
        current = self._endpoints.get(endpoint_id)
        if current is not None:
            plain = _changed(current.extra_headers, edit, value)
            secret = _changed(current.secret_headers, edit, header)
            self._endpoints.put(replace(current, extra_headers=plain, secret_headers=secret))

    async def remove(self, endpoint_id: EndpointId, name: str) -> None:
        """Remove a header and its value. Raises ``KeyringError`` if the value stays there."""
        async with self._turn:
            endpoint = self._endpoints.get(endpoint_id)
            if endpoint is None:
                return
            self._put(endpoint_id, HeaderEdit(name, name, None, secret=False), None, None)
            if header := endpoint.secret_headers.get(name):
                await self.secrets.forget(endpoint_id, name, header)
            await self._clean_backups(endpoint, name, None)

    async def copy(self, source: Endpoint, target: EndpointId) -> None:
        """Give the secret values of an endpoint to its copy, each kept as it is there.

        Raises ``KeyringError`` if one could not be read.
        """
        for name in source.secret_headers:
            found = await self.secrets.find(source, name)
            if found.key and found.source in (KeySource.SESSION, KeySource.KEYRING):
                for_run = found.source is KeySource.SESSION
                edit = HeaderEdit(name, name, found.key, secret=True, for_run=for_run)
                async with self._turn:
                    self._put(target, edit, None, await self._kept(target, edit, found.key))

    async def protect(self) -> list[Endpoint]:
        """Move the secrets that an earlier version kept among the settings into the keyring, and
        out of the backups. Return the endpoints where that was not possible."""
        found = {e.id: names for e in self._endpoints.all() if (names := exposed(e))}
        async with self._turn:
            moved = await self._moved(found)
            if moved:
                await asyncio.to_thread(clean_backups, self._paths, moved, stored=True)
            for endpoint_id, names in moved.items():
                for name in names:
                    edit = HeaderEdit(name, name, None, secret=True)
                    self._put(endpoint_id, edit, None, SecretHeader(is_stored=True))
        return [e for e in self._endpoints.all() if e.id in found and exposed(e)]

    async def _clean_backups(self, was: Endpoint, name: str, made: SecretHeader | None) -> None:
        """Take a secret that could be read out of the backups too, once it is elsewhere."""
        was_plain = made is not None and name in was.extra_headers
        if was_plain or name in exposed(was):
            stored = made is not None and made.is_stored
            await asyncio.to_thread(clean_backups, self._paths, {was.id: [name]}, stored=stored)

    async def _moved(self, found: Mapping[EndpointId, list[str]]) -> dict[EndpointId, list[str]]:
        """Keep values in the keyring as long as it takes them; return whose."""
        moved: dict[EndpointId, list[str]] = {}
        for endpoint_id, names in found.items():
            for name in names:
                endpoint = self._endpoints.get(endpoint_id)
                value = endpoint.extra_headers.get(name) if endpoint is not None else None
                if not value:
                    continue
                try:
                    await self.secrets.remember(endpoint_id, name, value)
                except KeyRejected:
                    continue
                except KeyringError:
                    return moved
                moved.setdefault(endpoint_id, []).append(name)
        return moved


def _changed(headers: Mapping[str, T], edit: HeaderEdit, value: T | None) -> dict[str, T]:
    """Return headers with an edited one in its place; without a value it is gone."""
    if value is None:
        return {name: own for name, own in headers.items() if name != edit.before}
    if edit.before not in headers:
        return {**headers, edit.name: value}
    return {
        edit.name if name == edit.before else name: value if name == edit.before else own
        for name, own in headers.items()
    }
