"""Keys that people write among a tool server's arguments, and the way out into its variables.

Arguments are kept with the settings, variables in the keyring. ``${NAME}`` in an argument is
the server's own variable of that name (``tool_servers.filled_arguments``), so that moving a key
changes nothing for the server.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.redaction import is_secret_name
from chatapp.domain.tool_servers import ToolServer

_NAME = (
    r"(?:[A-Za-z][\w.-]*[-_.])?"
    r"(?:(?:[a-z]*api)?-?_?key|token|secret|password|passwd|pat|auth|authorization|credentials?)"
)
_NAMED = re.compile(
    rf"(?:^|[\s?&;,])-{{0,2}}({_NAME})\s*[=:]\s*(?:(?:bearer|basic|token)\s+)?([^\s&;,]+)",
    re.IGNORECASE,
)
_FLAG = re.compile(rf"-{{1,2}}({_NAME})", re.IGNORECASE)
_KEY = re.compile(
    r"(?<![A-Za-z0-9_-])(?:(?:sk|pk|rk)[-_][\w-]{12,}|gh[pousr]_\w{16,}|github_pat_\w{16,}"
    r"|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AKIA[A-Z0-9]{16}|AIza[\w-]{30,}|hf_\w{16,}"
    r"|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+)"
)
_RANDOM = re.compile(r"(?=(?:.*\d){4})(?=.*[A-Za-z])[A-Za-z0-9_-]{24,}")
_LOGIN = re.compile(r"://[^:/@\s]*:([^@/\s]+)@")
SHORTEST_KEY = 6


@dataclass(frozen=True, slots=True)
class SecretArgument:
    """What seems to be a key: in which argument, its letters, and a name for the variable."""

    position: int
    value: str
    variable: str


def looks_secret(name: str, value: str) -> bool:
    """Whether a variable or header seems to hold a secret, by its name or by its value; what is
    none (*production*, a folder) must not be cut out of texts."""
    return bool(is_secret_name(name) or _KEY.search(value) or _RANDOM.fullmatch(value))


def has_form_of_key(value: str) -> bool:
    """Whether a well-known service's key stands in ``value``. Letters that are merely random are
    no sign of one: ids of organisations and projects, which headers name, look the same."""
    return bool(_KEY.search(value))


def secret_arguments(server: ToolServer) -> list[SecretArgument]:
    """Return what among the arguments of a server seems to be a key."""
    found: list[SecretArgument] = []
    names = set(server.environment)
    before = ""
    for position, argument in enumerate(server.arguments):
        name, value = _secret_in(argument, before)
        before = argument
        if value:
            variable = _variable(name, names)
            names.add(variable)
            found.append(SecretArgument(position, value, variable))
    return found


def has_secret_address(server: ToolServer) -> bool:
    """Whether a key seems to be written into the address of a server."""
    pairs = parse_qsl(urlsplit(server.url).query)
    return bool(_KEY.search(server.url)) or any(is_secret_name(name) for name, _ in pairs)


def _secret_in(argument: str, before: str) -> tuple[str, str]:
    """Return the name and value of a key in an argument that stands after ``before``."""
    name, value = "", ""
    if named := _NAMED.search(argument):
        name, value = named[1], named[2]
    elif (flag := _FLAG.fullmatch(before)) and not argument.startswith("-"):
        name, value = flag[1], argument
    elif login := _LOGIN.search(argument):
        name, value = "PASSWORD", login[1]
    elif key := _KEY.search(argument):
        value = key[0]
    elif _RANDOM.fullmatch(argument) and not argument.startswith("-"):
        value = argument
    return (name, value) if len(value) >= SHORTEST_KEY and "${" not in value else ("", "")


def _variable(name: str, taken: Collection[str]) -> str:
    wanted = re.sub(r"\W+", "_", name).strip("_").upper() or "SECRET"
    variable, number = wanted, 1
    while variable in taken:
        number += 1
        variable = f"{wanted}_{number}"
    return variable


def with_secrets_moved(server: ToolServer) -> ToolServer:
    """Return ``server`` with the keys among its arguments in variables instead."""
    arguments, environment = list(server.arguments), dict(server.environment)
    for secret in secret_arguments(server):
        argument = arguments[secret.position]
        arguments[secret.position] = argument.replace(secret.value, f"${{{secret.variable}}}")
        environment[secret.variable] = secret.value
    return replace(server, arguments=tuple(arguments), environment=environment)
