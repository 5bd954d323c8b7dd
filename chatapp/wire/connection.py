"""How to reach an endpoint now. Keys go into headers only here."""

from collections.abc import Mapping
from dataclasses import field

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Connection:
    """An endpoint with what is needed to reach it now. ``base_url`` is normalised."""

    endpoint: Endpoint
    base_url: str
    key: str | None = field(default=None, repr=False)
    filled_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The endpoint's headers whose values are not kept with it."""


def headers_of(connection: Connection) -> dict[str, str]:
    """Return the headers of a request; without a key there is no Authorization. The
    person's own headers come before ours."""
    endpoint = connection.endpoint
    headers = {
        "Accept": "text/event-stream, application/json",
        "Accept-Encoding": "identity",
        "Content-Type": "application/json",
        "User-Agent": "chatapp",
    }
    if connection.key and endpoint.key_header:
        _set(headers, endpoint.key_header, connection.key)
    elif connection.key:
        headers["Authorization"] = f"Bearer {connection.key}"
    for name, value in {**endpoint.extra_headers, **connection.filled_headers}.items():
        _set(headers, name, value)
    return headers


def _set(headers: dict[str, str], name: str, value: str) -> None:
    """Set a header in place of one whose name differs in capital letters only."""
    for same in [known for known in headers if known.lower() == name.lower()]:
        del headers[same]
    headers[name] = value
