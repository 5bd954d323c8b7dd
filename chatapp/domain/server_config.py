"""Servers of tools from files of other programs, in the usual ``mcpServers`` JSON form.

Other programs write the same under other names, with comments, and with entries of their own
beside it, which are passed over. Reading starts nothing.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from chatapp.domain.errors import ChatAppError
from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonValue, as_list, as_object, as_text
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.domain.tool_servers import ToolServer

_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_LAST_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)


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


def tool_servers(config: JsonValue) -> tuple[ToolServer, ...]:
    """Read ``{"mcpServers": {name: {command, args, env, cwd} or {url, headers}}}``; other
    programs have the same under ``servers``, ``mcp.servers`` or ``context_servers``.

    Raises ``BadServerConfig``.
    """
    values = as_object(config)
    inner = as_object(values.get("mcp"))
    names = ("mcpServers", "servers", "context_servers")
    found = (*(values.get(name) for name in names), inner.get("servers"))
    servers = next((s for s in found if isinstance(s, Mapping)), None)
    if servers is None:
        raise _bad(QT_TRANSLATE_NOOP("ServerConfig", "There is no “mcpServers” object in this."))
    return tuple(_server(name, as_object(entry)) for name, entry in servers.items())


def _server(name: str, values: Mapping[str, JsonValue]) -> ToolServer:
    command = as_text(values.get("command"))
    addresses = (as_text(values.get(n)) for n in ("url", "serverUrl", "httpUrl"))
    url = next(filter(None, addresses), "")
    if bool(command) == bool(url):
        source = QT_TRANSLATE_NOOP("ServerConfig", "“{name}” needs either a command or a url.")
        raise _bad(source, name=name)
    if url and (problem := url_problem(url)):
        source = QT_TRANSLATE_NOOP("ServerConfig", "The url of “{name}”: {problem}")
        raise _bad(source, name=name, problem=problem)
    return ToolServer(
        name,
        command,
        tuple(_word(name, value) for value in as_list(values.get("args"))),
        {key: _word(name, value) for key, value in as_object(values.get("env")).items()},
        as_text(values.get("cwd")),
        url,
        {key: _word(name, value) for key, value in as_object(values.get("headers")).items()},
    )


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
