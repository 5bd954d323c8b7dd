"""Keeping endpoints without the secrets in their addresses, which go into the keyring."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from chatapp.domain.endpoints import Endpoint, SecretHeader
from chatapp.domain.errors import KeyringError
from chatapp.domain.messages import EndpointId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.secret_addresses import (
    Addresses,
    addresses_of,
    is_part,
    marked,
    taken_out,
    with_addresses,
)
from chatapp.services.endpoints import EndpointService
from chatapp.store.exposed_headers import clean_backups
from chatapp.store.paths import ProfilePaths


@dataclass(frozen=True, slots=True)
class MovedSecrets:
    """What is still to be done for an endpoint that was put: names of parts to keep, others to
    forget, and whether older copies of the settings show a secret."""

    new: tuple[str, ...]
    gone: Mapping[str, SecretHeader]
    were_shown: bool


class EndpointAddresses:
    """A secret is known until the app ends as soon as it is typed, and then kept."""

    def __init__(self, endpoints: EndpointService, paths: ProfilePaths) -> None:
        self._endpoints = endpoints
        self._paths = paths

    def put(self, endpoint: Endpoint) -> MovedSecrets | None:
        """Add or change an endpoint; :meth:`keep` has to follow on what is returned."""
        before = self._endpoints.get(endpoint.id)
        old = addresses_of(before) if before is not None else Addresses("", "")
        if old == addresses_of(endpoint):
            self._endpoints.put(endpoint)
            return None
        addresses, found = taken_out(addresses_of(endpoint))
        known = endpoint.secret_headers
        secret = {name: header for name, header in known.items() if not is_part(name)}
        for name in marked(addresses):
            secret[name] = known.get(name, SecretHeader())
        for name, value in found.items():
            self._endpoints.header_secrets.use_for_session(endpoint.id, name, value)
        self._endpoints.put(replace(with_addresses(endpoint, addresses), secret_headers=secret))
        gone = {name: header for name, header in known.items() if name not in secret}
        return MovedSecrets(tuple(found), gone, bool(taken_out(old)[1]))

    async def keep(self, endpoint_id: EndpointId, moved: MovedSecrets) -> None:
        """Keep new secrets in the keyring and forget old ones. Raises ``KeyRejected`` or
        ``KeyringError``; new ones are known until the app ends then."""
        if not self._endpoints.is_stored(endpoint_id):
            return  # the command line's own
        secrets = self._endpoints.header_secrets
        try:
            for name, header in moved.gone.items():
                await secrets.forget(endpoint_id, name, header)
            for name in moved.new:
                await self._keep_one(endpoint_id, name)
        finally:
            if moved.were_shown:
                await self._clean_backups(endpoint_id, moved.new)

    async def _keep_one(self, endpoint_id: EndpointId, name: str) -> None:
        endpoint, secrets = self._endpoints.get(endpoint_id), self._endpoints.header_secrets
        if endpoint is None or name not in endpoint.secret_headers:
            return
        if value := (await secrets.find(endpoint, name)).key:
            await secrets.remember(endpoint_id, name, value)
            self._mark_stored(endpoint_id, [name])

    def _mark_stored(self, endpoint_id: EndpointId, names: list[str]) -> None:
        current = self._endpoints.get(endpoint_id)
        if current is not None:
            stored = dict.fromkeys(names, SecretHeader(is_stored=True))
            headers = {**current.secret_headers, **stored}
            self._endpoints.put(replace(current, secret_headers=headers))

    async def _clean_backups(self, endpoint_id: EndpointId, names: tuple[str, ...]) -> None:
        endpoint = self._endpoints.get(endpoint_id)
        headers = endpoint.secret_headers if endpoint is not None else {}
        stored = bool(names) and all(n in headers and headers[n].is_stored for n in names)
        await asyncio.to_thread(
            clean_backups, self._paths, {endpoint_id: names or (":",)}, stored=stored
        )

    async def protect(self) -> list[Endpoint]:
        """Move the secrets that an earlier version left in addresses into the keyring, and out of
        the backups. Return the endpoints where that was not possible."""
        left: list[Endpoint] = []
        for endpoint in self._endpoints.all():
            addresses, found = taken_out(addresses_of(endpoint))
            if not found or not self._endpoints.is_stored(endpoint.id):
                continue
            try:
                for name, value in found.items():
                    await self._endpoints.header_secrets.remember(endpoint.id, name, value)
            except KeyringError:
                left.append(endpoint)
                continue
            await asyncio.to_thread(
                clean_backups, self._paths, {endpoint.id: list(found)}, stored=True
            )
            current = self._endpoints.get(endpoint.id)
            if current is not None and addresses_of(current) == addresses_of(endpoint):
                self._endpoints.put(with_addresses(current, addresses))
                self._mark_stored(endpoint.id, list(found))
        return left
