"""How to reach an endpoint now. Keys go into headers only here."""

from dataclasses import field

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Connection:
    """An endpoint with what is needed to reach it now. ``base_url`` is normalised."""

    endpoint: Endpoint
    base_url: str
    key: str | None = field(default=None, repr=False)


def headers_of(connection: Connection) -> dict[str, str]:
    """Return the headers of a request; without a key there is no Authorization."""
    headers = {
        "Accept": "text/event-stream, application/json",
        "Accept-Encoding": "identity",
        "Content-Type": "application/json",
        "User-Agent": "chatapp",
    }
    headers.update(connection.endpoint.extra_headers)
    if connection.key and connection.endpoint.key_header:
        headers[connection.endpoint.key_header] = connection.key
    elif connection.key:
        headers["Authorization"] = f"Bearer {connection.key}"
    return headers
