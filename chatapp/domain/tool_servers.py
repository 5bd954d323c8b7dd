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

_VARIABLE = re.compile(r"\$\{([A-Za-z_]\w*)\}")


@dataclass(frozen=True, slots=True)
class ToolServer:
    """One MCP server: a command with its arguments, or the address of a remote one.

    ``environment`` and ``headers`` may hold secrets and are never shown. ``can_write`` is the
    person's mark: its tools are never allowed for always. ``approved`` is the fingerprint that
    the person let start and ``approved_form`` what it looked like; ``salt`` keeps the values
    in it from being guessed, and its secrets have it in their names. ``for_run`` servers came
    with the command line: of them only the approval is kept. ``deleted`` ones are kept until
    their secrets are gone from the keyring.
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
    deleted: bool = False

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
            }
        )

    @property
    def is_approved(self) -> bool:
        """Whether it may be started as it is; ask when its values are known."""
        return bool(self.approved) and self.approved == self.fingerprint

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
        }

    def _marked(self, values: Mapping[str, str]) -> dict[str, JsonValue]:
        return {name: self._mark(name, value) for name, value in values.items()}

    def _mark(self, name: str, value: str) -> str:
        salted = f"{self.salt}\0{name}\0{value}".encode("utf-8", "replace")
        return "#" + hashlib.sha256(salted).hexdigest()[:8]


class ServerPhase(Enum):
    """How a server is."""

    STOPPED = auto()
    STARTING = auto()
    READY = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class ServerState:
    """What is known of a server now; ``hint`` says what to do about its problem, ``about`` is
    how it introduced itself; ``left_out`` says that not all of its tools were taken."""

    phase: ServerPhase = ServerPhase.STOPPED
    tools: tuple[ToolDefinition, ...] = ()
    problem: Text | None = None
    hint: Text | None = None
    about: str = ""
    left_out: bool = False


STOPPED = ServerState()
"""A server that was not started."""


def filled_arguments(server: ToolServer) -> tuple[str, ...]:
    """Return the arguments with ``${NAME}`` replaced by the server's own variable of that name;
    so a key among them can stay in the keyring."""

    def value(found: re.Match[str]) -> str:
        return server.environment.get(found[1], found[0])

    return tuple(_VARIABLE.sub(value, argument) for argument in server.arguments)


def secret_values(server: ToolServer) -> dict[str, str]:
    """Return the values that may be secret, by their place (``env/NAME``, ``header/NAME``)."""
    env = {f"env/{name}": value for name, value in server.environment.items()}
    return env | {f"header/{name}": value for name, value in server.headers.items()}


def filled(server: ToolServer, values: Mapping[str, str]) -> ToolServer:
    """Return ``server`` with values by their place."""
    return replace(
        server,
        environment={name: values.get(f"env/{name}", "") for name in server.environment},
        headers={name: values.get(f"header/{name}", "") for name in server.headers},
    )


def without_values(server: ToolServer) -> ToolServer:
    """Return what of a server may be written to disk."""
    return filled(server, {})
