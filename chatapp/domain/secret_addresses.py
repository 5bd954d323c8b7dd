"""Secrets in the addresses of an endpoint, which leave them for the keyring: a key among the
fields of the base URL, the password of the proxy.

Each has a name that no header can have, and ``MARK`` stands in its place.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from chatapp.domain.endpoint_headers import variable_in
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.redaction import is_secret_name
from chatapp.domain.secret_arguments import has_form_of_key

MARK = "••••"
PROXY = ":proxy"
_FIELD = ":field."


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where an endpoint is, and the proxy on the way."""

    base_url: str
    proxy: str


def addresses_of(endpoint: Endpoint) -> Addresses:
    """Return the addresses of an endpoint."""
    return Addresses(endpoint.base_url, endpoint.proxy)


def with_addresses(endpoint: Endpoint, addresses: Addresses) -> Endpoint:
    """Return an endpoint with other addresses."""
    return replace(endpoint, base_url=addresses.base_url, proxy=addresses.proxy)


def is_part(name: str) -> bool:
    """Whether ``name`` is that of a secret in an address, and of no header."""
    return name.startswith(":")


def shown_part(name: str) -> str:
    """Return what a part is called where people read of it."""
    return name.removeprefix(_FIELD).removeprefix(":")


def taken_out(addresses: Addresses) -> tuple[Addresses, dict[str, str]]:
    """Return addresses without secrets, and the secrets by the names of their parts, as they
    were written there."""
    found: dict[str, str] = {}

    def change(name: str, value: str) -> str:
        if not value or value == MARK or variable_in(value):
            return value
        found[name] = value
        return MARK

    return _changed(addresses, change), found


def marked(addresses: Addresses) -> list[str]:
    """Return the names of the parts whose secrets are elsewhere."""
    return [name for name, value in _parts(addresses) if value == MARK]


def references(addresses: Addresses) -> dict[str, str]:
    """Return the parts that come from the environment: ``${NAME}`` by the name of the part."""
    return {name: value for name, value in _parts(addresses) if variable_in(value)}


def put_in(addresses: Addresses, values: Mapping[str, str]) -> Addresses:
    """Return addresses with their secrets; what is not in ``values`` stays as it is."""

    def change(name: str, value: str) -> str:
        if name not in values:
            return value
        return quote(values[name], safe="") if variable_in(value) else values[name]

    return _changed(addresses, change)


def _parts(addresses: Addresses) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def change(name: str, value: str) -> str:
        found.append((name, value))
        return value

    _changed(addresses, change)
    return found


Change = Callable[[str, str], str]


def _changed(addresses: Addresses, change: Change) -> Addresses:
    try:
        return Addresses(
            _with_fields(addresses.base_url, change), _with_password(addresses.proxy, change)
        )
    except ValueError:  # no address at all, as it may be while it is typed
        return addresses


def _with_fields(address: str, change: Change) -> str:
    parts = urlsplit(address)
    fields, seen = list[str](), list[str]()
    for field in parts.query.split("&"):
        name, equals, value = field.partition("=")
        known = unquote(name)
        if _is_secret(known, value):
            seen.append(known.lower())
            again = seen.count(known.lower())
            value = change(f"{_FIELD}{known}{f' {again}' if again > 1 else ''}", value)
        fields.append(f"{name}{equals}{value}")
    query = "&".join(fields)
    return address if query == parts.query else urlunsplit(parts._replace(query=query))


def _is_secret(name: str, value: str) -> bool:
    """Whether a field holds a secret, or stands for one that is elsewhere."""
    elsewhere = value == MARK or bool(variable_in(value))
    return elsewhere or is_secret_name(name) or has_form_of_key(value)


def _with_password(address: str, change: Change) -> str:
    parts = urlsplit(address)
    credentials, at, host = parts.netloc.rpartition("@")
    user, colon, value = credentials.partition(":")
    after = change(PROXY, value) if colon else value
    netloc = f"{user}{colon}{after}{at}{host}"
    return address if netloc == parts.netloc else urlunsplit(parts._replace(netloc=netloc))
