"""Servers of tools, as the usual ``mcpServers`` JSON form names them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chatapp.domain.json_value import JsonValue, as_list, as_object, as_text


class BadServerConfig(ValueError):
    """The JSON is not in the ``mcpServers`` form; the words say where."""


@dataclass(frozen=True, slots=True)
class ToolServer:
    """One MCP server: a command with its arguments, or the address of a remote one.

    ``environment`` may hold secrets and is never shown.
    """

    name: str
    command: str = ""
    arguments: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    folder: str = ""
    url: str = ""


def tool_servers(config: JsonValue) -> tuple[ToolServer, ...]:
    """Read ``{"mcpServers": {name: {command, args, env, cwd} or {url}}}``.

    Raises ``BadServerConfig``. Nothing is started by reading.
    """
    servers = as_object(config).get("mcpServers")
    if not isinstance(servers, Mapping):
        raise BadServerConfig("there is no “mcpServers” object")
    return tuple(_server(name, entry) for name, entry in servers.items())


def _server(name: str, entry: JsonValue) -> ToolServer:
    values = as_object(entry)
    command, url = as_text(values.get("command")), as_text(values.get("url"))
    if bool(command) == bool(url):
        raise BadServerConfig(f"“{name}” needs either a command or a url")
    arguments = as_list(values.get("args"))
    environment = as_object(values.get("env"))
    if not all(isinstance(a, str) for a in (*arguments, *environment.values())):
        raise BadServerConfig(f"the args and env of “{name}” must be text")
    return ToolServer(
        name,
        command,
        tuple(str(a) for a in arguments),
        {key: str(value) for key, value in environment.items()},
        as_text(values.get("cwd")),
        url,
    )
