"""Servers of tools from files of other programs, in the usual ``mcpServers`` JSON form.

Other programs write the same under other names, with comments, and with entries of their own
beside it, which are passed over. Reading starts nothing.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from chatapp.domain.config_variables import ConfigVariables
from chatapp.domain.errors import ChatAppError
from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, as_text
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.domain.tool_servers import HIGHEST_PORT, ToolServer

_ADDRESSES = ("url", "serverUrl", "httpUrl")
# What has no end goes to the end of the text: to look for it anew from each sign takes hours.
_STRING = r'("(?:[^"\\]|\\.)*+"?)'
_COMMENT = re.compile(_STRING + r"|//[^\n]*|/\*(?:(?!\*/).)*+(?:\*/)?", re.DOTALL)
_LAST_COMMA = re.compile(_STRING + r"|,(?=\s*+[}\]])", re.DOTALL)


class BadServerConfig(ChatAppError):
    """The text is not in the ``mcpServers`` form; the message says where."""


def _bad(source: str, **arguments: object) -> BadServerConfig:
    return BadServerConfig(text("ServerConfig", source, **arguments))


def json_of(words: str) -> JsonValue:
    """Return the value of a JSON text, in which comments and last commas are forgiven.

    Raises ``BadServerConfig``.
    """
    try:
        return _forgivingly_read(words)
    except json.JSONDecodeError as error:
        source = QT_TRANSLATE_NOOP(
            "ServerConfig", "This is not JSON: something is wrong in line {line}, sign {sign}."
        )
        raise _bad(source, line=error.lineno, sign=error.colno) from error
    except ValueError as error:
        raise _bad(QT_TRANSLATE_NOOP("ServerConfig", "This is not JSON.")) from error


def _forgivingly_read(words: str) -> JsonValue:
    try:
        return read_json(words)
    except ValueError:
        return read_json(_LAST_COMMA.sub(_blanked, _COMMENT.sub(_blanked, words)))


def _blanked(found: re.Match[str]) -> str:
    """Return a string as it is and blanks for the rest, so that every sign keeps its place."""
    return found[1] or re.sub(r"[^\n]", " ", found[0])


def tool_servers(
    config: JsonValue, variables: Mapping[str, str] | None = None, *, all_known: bool = False
) -> tuple[ToolServer, ...]:
    """Read ``{"mcpServers": {name: {command, args, env, cwd} or {url, headers}}}``; other
    programs have the same under other names (``_listed``), or nothing around it.

    References to ``variables`` are filled in; a value that refers to something else is empty,
    or, if they must be ``all_known``, an error. Raises ``BadServerConfig``.
    """
    listed = _listed(as_object(config))
    if listed is None:
        raise _bad(QT_TRANSLATE_NOOP("ServerConfig", "There is no “mcpServers” object in this."))
    return tuple(
        _server(name, _flat(as_object(entry)), ConfigVariables(variables or {}), all_known)
        for name, entry in listed
    )


def _listed(values: Mapping[str, JsonValue]) -> list[tuple[str, JsonValue]] | None:
    """Return the servers of a file by name: of Claude, Cursor, Windsurf and most others
    (``mcpServers``), VS Code (``servers``, in its settings ``mcp.servers``), Zed
    (``context_servers``), opencode (``mcp``), Continue (lists), or of a piece of any of these."""
    inner, trial = as_object(values.get("mcp")), as_object(values.get("experimental"))
    for found in (
        values.get("mcpServers"),
        values.get("servers"),
        values.get("context_servers"),
        inner.get("servers"),
        trial.get("modelContextProtocolServers"),
    ):
        if isinstance(found, Mapping):
            return list(found.items())
        if isinstance(found, list):
            return [(_name_in(entry, at), entry) for at, entry in enumerate(found, start=1)]
    if _is_server(values):
        return [(_name_in(dict(values), 1), dict(values))]
    bare = inner or values
    if bare and all(map(_is_server, bare.values())):
        return list(bare.items())
    return None


def _is_server(entry: JsonValue) -> bool:
    named = as_object(entry)
    return any(isinstance(named.get(key), (str, list)) for key in ("command", *_ADDRESSES))


def _name_in(entry: JsonValue, position: int) -> str:
    return as_text(as_object(entry).get("name")) or f"server-{position}"


def _flat(values: JsonObject) -> JsonObject:
    """Return an entry as most write it: Zed has had a command with arguments of its own, Continue
    a transport around it, opencode a list for the whole command line."""
    if transport := as_object(values.get("transport")):
        values = {**values, **transport}
    command = values.get("command")
    if isinstance(command, Mapping):
        values = {**values, **command, "command": command.get("path", "")}
    elif isinstance(command, list) and command:
        rest = [*command[1:], *as_list(values.get("args"))]
        values = {**values, "command": command[0], "args": rest}
    if "environment" in values and "env" not in values:
        values = {**values, "env": values["environment"]}
    return values


def _server(
    name: str, values: JsonObject, variables: ConfigVariables, all_known: bool
) -> ToolServer:
    command = variables.with_home(as_text(values.get("command")))
    url = next(filter(None, (as_text(values.get(n)) for n in _ADDRESSES)), "")
    if bool(command) == bool(url):
        source = QT_TRANSLATE_NOOP("ServerConfig", "“{name}” needs either a command or a url.")
        raise _bad(source, name=name)
    if url and (problem := url_problem(url)):
        source = QT_TRANSLATE_NOOP("ServerConfig", "The url of “{name}”: {problem}")
        raise _bad(source, name=name, problem=problem)
    environment = _values(name, values.get("env"), variables)
    words = [_word(name, value) for value in as_list(values.get("args"))]
    arguments = tuple(variables.argument(word, environment) for word in words)
    headers = _values(name, values.get("headers"), variables)
    client_id, client, port = _client(values, variables) if url else ("", {}, 0)
    if all_known and variables.unknown:
        source = QT_TRANSLATE_NOOP(
            "ServerConfig", "“{name}” needs the variable “{variable}”, which is not set."
        )
        raise _bad(source, name=name, variable=next(iter(variables.unknown)))
    return ToolServer(
        name, command, arguments, environment, variables.with_home(as_text(values.get("cwd"))), url,
        headers, borrowed=tuple(variables.borrowed), client_id=client_id, client=client,
        redirect_port=port,
    )  # fmt: skip


def _values(name: str, listed: JsonValue, variables: ConfigVariables) -> dict[str, str]:
    named = as_object(listed)
    return {key: variables.value(_word(name, value)) for key, value in named.items()}


def _client(values: JsonObject, variables: ConfigVariables) -> tuple[str, dict[str, str], int]:
    """Return the app that is registered for signing in: its ID, its secret by that name, and the
    port that the browser comes back to. Other programs write it under ``oauth`` or ``auth``."""
    found = {**as_object(values.get("auth")), **as_object(values.get("oauth"))}
    written = {name.replace("_", "").lower(): value for name, value in found.items()}
    client_id, secret = (as_text(written.get(name)) for name in ("clientid", "clientsecret"))
    client = {"secret": variables.value(secret)} if client_id and secret else {}
    port = written.get("callbackport")
    if isinstance(port, bool) or not isinstance(port, int) or not 0 < port <= HIGHEST_PORT:
        port = 0
    return variables.value(client_id), client, port


def _word(name: str, value: JsonValue) -> str:
    """Return an argument or a value as the text that it stands for: numbers are written bare."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, (Mapping, list, tuple)):
        source = QT_TRANSLATE_NOOP(
            "ServerConfig", "The args, env and headers of “{name}” must be text."
        )
        raise _bad(source, name=name)
    return json.dumps(value)


def url_problem(url: str) -> Text | None:
    """Say why an address cannot be a server's."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return text("ServerConfig", QT_TRANSLATE_NOOP("ServerConfig", "This is no address."))
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return text(
            "ServerConfig",
            QT_TRANSLATE_NOOP("ServerConfig", "An address begins with http:// or https://."),
        )
    if parts.username or parts.password:
        return text(
            "ServerConfig",
            QT_TRANSLATE_NOOP(
                "ServerConfig", "Leave name and password out of the address; use a header."
            ),
        )
    return None
