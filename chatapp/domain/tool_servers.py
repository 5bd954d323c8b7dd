"""Servers of tools: how they are reached, how they are, and what of them was approved.

A server starts only as it was approved: every part of its configuration, the values of its
variables included, goes into one fingerprint.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import field, replace
from enum import Enum, auto

from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import Text
from chatapp.domain.tools import ToolDefinition, fingerprint

HIGHEST_PORT = 65_535
_VARIABLE = re.compile(r"\$\{([A-Za-z_]\w*)\}")


@dataclass(frozen=True, slots=True)
class ToolServer:
    """One MCP server: a command with its arguments, or the address of a remote one.

    ``environment`` and ``headers`` may hold secrets and are never shown. ``can_write`` is the
    person's mark: its tools are never allowed for always. ``approved`` is the fingerprint that
    the person let start and ``approved_form`` what it looked like; ``salt`` keeps the values
    in it from being guessed, and its secrets have it in their names. ``for_run`` servers came
    with the command line: of them only the approval is kept. ``borrowed`` are the variables of the
    app's own environment whose values a file had put in. ``deleted`` ones are kept until
    their secrets are gone from the keyring.

    ``client_id`` names the app that the person registered where one signs in, ``client`` holds
    its ``secret`` if it has one; both are empty where the app registers itself. ``redirect_port``
    is where the browser comes back to, 0 for any. ``signed_in`` says that a sign-in is kept.
    """

    name: str
    command: str = ""
    arguments: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    folder: str = ""
    url: str = ""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    can_write: bool = False
    starts_with_app: bool = False
    salt: str = ""
    approved: str = ""
    approved_form: JsonObject = field(default_factory=dict)
    for_run: bool = False
    borrowed: tuple[str, ...] = ()
    deleted: bool = False
    client_id: str = ""
    client: Mapping[str, str] = field(default_factory=dict, repr=False)
    redirect_port: int = 0
    signed_in: bool = False

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the whole configuration, values included."""
        return fingerprint(
            {
                "salt": self.salt,
                "name": self.name,
                "command": self.command,
                "arguments": self.arguments,
                "environment": self.environment,
                "folder": self.folder,
                "url": self.url,
                "headers": self.headers,
                # What was approved before there was such a thing stays approved.
                **({"client": [self.client_id, self.client]} if self._has_client else {}),
            }
        )

    @property
    def is_approved(self) -> bool:
        """Whether it may be started as it is; ask when its values are known."""
        return bool(self.approved) and self.approved == self.fingerprint

    @property
    def has_own_key(self) -> bool:
        """Whether the person wrote an ``Authorization`` header, which no sign-in replaces."""
        return any(name.lower() == "authorization" for name in self.headers)

    @property
    def form(self) -> dict[str, JsonValue]:
        """What a person may see of it: all but the values, each of which has a short mark."""
        return {
            "command": self.command,
            "arguments": list(self.arguments),
            "environment": self._marked(self.environment),
            "folder": self.folder,
            "url": self.url,
            "headers": self._marked(self.headers),
            **({"client": self._client_form} if self._has_client else {}),
        }

    @property
    def _has_client(self) -> bool:
        return bool(self.client_id or self.client)

    @property
    def _client_form(self) -> dict[str, JsonValue]:
        return {"client_id": self.client_id, **self._marked(self.client)}

    def _marked(self, values: Mapping[str, str]) -> dict[str, JsonValue]:
        return {name: self._mark(name, value) for name, value in values.items()}

    def _mark(self, name: str, value: str) -> str:
        salted = f"{self.salt}\0{name}\0{value}".encode("utf-8", "replace")
        return "#" + hashlib.sha256(salted).hexdigest()[:8]


class ServerPhase(Enum):
    """How a server is; one that ``NEEDS_SIGN_IN`` is not started, in ``SIGNING_IN`` the browser
    is waited for."""

    STOPPED = auto()
    STARTING = auto()
    NEEDS_SIGN_IN = auto()
    SIGNING_IN = auto()
    READY = auto()
    FAILED = auto()

    @property
    def is_on(self) -> bool:
        """Whether it runs, or is about to."""
        return self in {ServerPhase.STARTING, ServerPhase.SIGNING_IN, ServerPhase.READY}


@dataclass(frozen=True, slots=True)
class ServerState:
    """What is known of a server now; ``hint`` says what to do about its problem, ``about`` is
    how it introduced itself; ``left_out`` says that not all of its tools were taken.
    ``sign_in_at`` is the host where one signs in, ``sign_in_page`` the address that the browser
    is to open."""

    phase: ServerPhase = ServerPhase.STOPPED
    tools: tuple[ToolDefinition, ...] = ()
    problem: Text | None = None
    hint: Text | None = None
    about: str = ""
    left_out: bool = False
    sign_in_at: str = ""
    sign_in_page: str = field(default="", repr=False)


STOPPED = ServerState()
"""A server that was not started."""


def filled_arguments(server: ToolServer) -> tuple[str, ...]:
    """Return the arguments with ``${NAME}`` replaced by the server's own variable of that name;
    so a key among them can stay in the keyring."""

    def value(found: re.Match[str]) -> str:
        return server.environment.get(found[1], found[0])

    return tuple(_VARIABLE.sub(value, argument) for argument in server.arguments)


def secret_values(server: ToolServer) -> dict[str, str]:
    """Return the values that may be secret, by their place (``env/NAME``, ``header/NAME``,
    ``client/NAME``)."""
    env = {f"env/{name}": value for name, value in server.environment.items()}
    headers = {f"header/{name}": value for name, value in server.headers.items()}
    return env | headers | {f"client/{name}": value for name, value in server.client.items()}


def filled(server: ToolServer, values: Mapping[str, str]) -> ToolServer:
    """Return ``server`` with values by their place."""
    return replace(
        server,
        environment={name: values.get(f"env/{name}", "") for name in server.environment},
        headers={name: values.get(f"header/{name}", "") for name in server.headers},
        client={name: values.get(f"client/{name}", "") for name in server.client},
    )


def without_values(server: ToolServer) -> ToolServer:
    """Return what of a server may be written to disk."""
    return filled(server, {})
