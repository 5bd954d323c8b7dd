"""From the SDK's types to ours, and from its errors to words."""

import json
from typing import Any

import anyio
import httpx2
import mcp_types as types
from mcp.shared.exceptions import MCPError

from chatapp.domain.errors import ToolFailed
from chatapp.domain.json_reading import read_reply
from chatapp.domain.redaction import redacted
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.domain.tool_calls import ToolResult
from chatapp.domain.tools import ToolDefinition
from chatapp.domain.visible_text import visible_text

MOST_TOOLS = 500
LONGEST_DESCRIPTION = 20_000
LARGEST_SCHEMA = 262_144
_WANTS_KEY = {401, 403, 407}
_FIRST_ERROR = 400


def definition_of(server: str, tool: types.Tool) -> ToolDefinition | None:
    """Return a server's tool as ours; ``None`` if it is out of all proportion."""
    dumped = tool.model_dump(mode="json", by_alias=True, exclude_none=True)
    size = len(json.dumps(dumped))
    if size > LARGEST_SCHEMA or len(tool.description or "") > LONGEST_DESCRIPTION:
        return None
    return ToolDefinition(
        tool.name,
        tool.description or "",
        dumped.get("inputSchema", {}),
        server,
        tool.title or "",
        dumped.get("outputSchema", {}),
        dumped.get("annotations", {}),
    )


def result_of(result: types.CallToolResult) -> ToolResult:
    """Return a server's result as ours: JSON, whatever the server took for it."""
    blocks = [b.model_dump(mode="json", by_alias=True, exclude_none=True) for b in result.content]
    structured = _as_json(result.structured_content)
    return ToolResult(tuple(map(_as_json, blocks)), structured, is_error=bool(result.is_error))


def _as_json(value: Any) -> Any:
    """Return a value without the numbers that the SDK reads and JSON does not have."""
    try:
        json.dumps(value, allow_nan=False)
    except ValueError:
        return read_reply(json.dumps(value))
    return value


def as_failure(error: BaseException, name: str) -> ToolFailed:
    """Return what a person should be told of an error of the SDK, whatever it is wrapped in."""
    while isinstance(error, BaseExceptionGroup) and error.exceptions:
        error = error.exceptions[0]
    if isinstance(error, ToolFailed):
        return error
    detail = redacted(visible_text(_words(error))[:4000])
    if isinstance(error, MCPError) and error.code != types.CONNECTION_CLOSED:
        source = QT_TRANSLATE_NOOP("Tools", "“{name}” answered with an error: {error}")
        return ToolFailed(text("Tools", source, name=name, error=detail[:500]), detail=detail)
    if isinstance(error, (MCPError, anyio.ClosedResourceError, anyio.BrokenResourceError)):
        return ended(name)
    if isinstance(error, TimeoutError):
        return silent(name)
    if isinstance(error, httpx2.ConnectError):
        source = QT_TRANSLATE_NOOP("Tools", "“{name}” cannot be reached: {error}")
        hint = text("Tools", QT_TRANSLATE_NOOP("Tools", "Is it running, and is the address right?"))
        said = text("Tools", source, name=name, error=detail[:500])
        return ToolFailed(said, hint=hint, detail=detail)
    source = QT_TRANSLATE_NOOP("Tools", "“{name}” failed: {error}")
    return ToolFailed(text("Tools", source, name=name, error=detail[:500]), detail=detail)


def _words(error: BaseException) -> str:
    return str(error) or type(error).__name__


def ended(name: str, status: int | None = None, last_words: str = "") -> ToolFailed:
    """Return the words for a server that is gone, with what it said last."""
    if status is None:
        source = QT_TRANSLATE_NOOP("Tools", "“{name}” has ended.")
        return ToolFailed(text("Tools", source, name=name))
    source = QT_TRANSLATE_NOOP("Tools", "“{name}” has ended with status {status}.")
    hint = text("Tools", QT_TRANSLATE_NOOP("Tools", "It wrote nothing about it."))
    if last_words:
        hint = text("Tools", QT_TRANSLATE_NOOP("Tools", "It wrote: {words}"), words=last_words)
    return ToolFailed(text("Tools", source, name=name, status=status), hint=hint)


def silent(name: str) -> ToolFailed:
    """Return the words for a server that does not answer."""
    source = QT_TRANSLATE_NOOP("Tools", "“{name}” does not answer.")
    return ToolFailed(
        text("Tools", source, name=name),
        hint=text("Tools", QT_TRANSLATE_NOOP("Tools", "Restart it, or look into its log.")),
    )


def wants_key(name: str, status: int) -> ToolFailed:
    """Return the words for a server that wants a key, and says nothing of signing in."""
    source = QT_TRANSLATE_NOOP(
        "Tools", "“{name}” asks for a key, or refuses the one it was sent (status {status})."
    )
    hint = QT_TRANSLATE_NOOP(
        "Tools", "Write the key into its headers, such as Authorization=Bearer and the key."
    )
    said = text("Tools", source, name=name, status=status)
    return ToolFailed(said, hint=text("Tools", hint))


def refused(name: str, status: int) -> ToolFailed | None:
    """Return the words for an HTTP status that says no; ``None`` for one that does not."""
    if status in _WANTS_KEY:
        return wants_key(name, status)
    if status >= _FIRST_ERROR:
        source = QT_TRANSLATE_NOOP("Tools", "“{name}” answered with the status {status}.")
        return ToolFailed(text("Tools", source, name=name, status=status))
    return None


def progress_of(done: float, total: float | None, message: str | None) -> tuple[Any, Any, str]:
    """Return a server's word on how far it is, made safe to show."""
    return done, total, visible_text(message or "")[:200]
