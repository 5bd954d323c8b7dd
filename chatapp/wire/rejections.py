"""Errors that a server states, as words for people: statuses, bodies, error events.

Every shape of body in ``endpoint.md`` B5 is read; what a server says is shown as plain text,
short in the message and in full (at most 64 KiB) in the detail.
"""

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from time import time

from chatapp.domain.errors import RequestRejected, WayOut
from chatapp.domain.json_value import (
    JsonObject,
    JsonValue,
    as_int,
    as_list,
    as_number,
    as_object,
    as_text,
    without_surrogates,
)
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

MAX_DETAIL = 64 * 1024
SHORT = 300
_REQUEST_ID_HEADERS = ("x-request-id", "request-id", "cf-ray", "x-oneapi-request-id")


@dataclass(frozen=True, slots=True)
class ServerError:
    """What an error body says: its words, and the names it uses."""

    message: str
    code: str = ""
    type: str = ""
    param: str = ""


def read_error(body: JsonValue) -> ServerError | None:
    """Find the error in a parsed body; ``None`` if it names none."""
    if isinstance(body, list):
        return read_error(body[0]) if body else None
    if not isinstance(body, dict):
        return None
    error = body.get("error")
    if isinstance(error, dict) and error:
        return _from_object(error)
    if isinstance(error, str) and error:
        return ServerError(error, as_text(body.get("code")), as_text(body.get("type")))
    return _from_loose_keys(body)


def _from_object(error: Mapping[str, JsonValue]) -> ServerError:
    message = as_text(error.get("message")) or as_text(error.get("error"))
    metadata = as_object(error.get("metadata"))
    raw = as_text(metadata.get("raw"))
    if raw:
        provider = as_text(metadata.get("provider_name"))
        message = f"{message} ({provider}: {raw})" if provider else f"{message} ({raw})"
    code = error.get("code")
    return ServerError(
        message or json.dumps(error, ensure_ascii=False),
        str(code) if isinstance(code, (str, int)) and not isinstance(code, bool) else "",
        as_text(error.get("type")),
        as_text(error.get("param")),
    )


def _from_loose_keys(body: Mapping[str, JsonValue]) -> ServerError | None:
    for key in ("message", "msg", "err", "error_msg", "detail", "title"):
        value = body.get(key)
        if isinstance(value, str) and value:
            return ServerError(value, as_text(body.get("code")), as_text(body.get("type")))
        if key == "detail" and isinstance(value, list):
            return ServerError("; ".join(_located(as_object(item)) for item in value))
    for key in ("header", "response"):
        if inner := read_error(body.get(key)):
            return inner
    errors = as_list(body.get("errors"))
    if errors:
        first = errors[0]
        return ServerError(first) if isinstance(first, str) else read_error(first)
    return None


def _located(item: Mapping[str, JsonValue]) -> str:
    """Return one entry of FastAPI's validation errors as words."""
    place = ".".join(str(step) for step in as_list(item.get("loc")))
    return f"{place}: {as_text(item.get('msg'))}" if place else as_text(item.get("msg"))


def reply_error(chunk: JsonObject, *, event: str = "") -> RequestRejected | None:
    """Return the error that a reply of status 200 or an event of a stream really is."""
    found: ServerError | None = None
    if chunk.get("error"):
        found = read_error(dict(chunk))
    elif chunk.get("object") == "error" or chunk.get("type") == "error" or event == "error":
        found = read_error(dict(chunk)) or ServerError(json.dumps(chunk, ensure_ascii=False))
    elif as_int(as_object(chunk.get("base_resp")).get("status_code")):
        base = as_object(chunk.get("base_resp"))
        found = ServerError(as_text(base.get("status_msg")), str(base.get("status_code")))
    else:
        for entry in as_list(chunk.get("choices")):
            error = as_object(entry).get("error")
            if error:
                found = read_error({"error": error})
    if found is None:
        return None
    return rejection(200, found, detail=json.dumps(chunk, ensure_ascii=False))


def rejected(status: int, headers: Mapping[str, str], body: bytes, *, path: str) -> RequestRejected:
    """Return the error for an answer whose status is not 2xx. ``headers`` are lower-case."""
    words = without_surrogates(body[:MAX_DETAIL].decode("utf-8", "replace"))
    try:
        error = read_error(json.loads(words))
    except (ValueError, RecursionError):
        error = None
    if error is None:
        error = ServerError(_without_tags(words)[:SHORT])
    request_id = next((headers[n] for n in _REQUEST_ID_HEADERS if n in headers), "")
    return rejection(
        status,
        error,
        detail=f"HTTP {status}\n{_without_tags(words) if '<' in words[:64] else words}",
        path=path,
        request_id=request_id,
        retry_after_s=retry_after_s(headers),
    )


def rejection(
    status: int,
    error: ServerError,
    *,
    detail: str,
    path: str = "",
    request_id: str = "",
    retry_after_s: float | None = None,
) -> RequestRejected:
    """Put a server's error into plain words."""
    effective = status
    if status == 200 and error.code.isdigit():
        effective = int(error.code)
    message, hint, ways_out = _words(effective, error, path)
    if request_id:
        detail = f"{detail}\nrequest id: {request_id}"
    return RequestRejected(
        message,
        status=effective,
        code=error.code or error.type,
        param=error.param,
        server_message=error.message[:SHORT],
        request_id=request_id,
        retry_after_s=retry_after_s,
        hint=hint,
        detail=detail[:MAX_DETAIL],
        retryable=effective not in (400, 401, 402, 403, 404, 405, 413, 415, 422),
        ways_out=ways_out,
    )


def _fail(source: str, /, **arguments: object) -> Text:
    return text("Failure", source, **arguments)


_WORDS = {
    400: QT_TRANSLATE_NOOP("Failure", "The server did not accept the request: {said}"),
    401: QT_TRANSLATE_NOOP("Failure", "The server did not accept the key (401): {said}"),
    402: QT_TRANSLATE_NOOP("Failure", "The account has no credit left (402): {said}"),
    403: QT_TRANSLATE_NOOP("Failure", "The server refused access (403): {said}"),
    405: QT_TRANSLATE_NOOP("Failure", "The address takes no chat requests (405): {said}"),
    408: QT_TRANSLATE_NOOP("Failure", "The server gave up waiting (408): {said}"),
    409: QT_TRANSLATE_NOOP("Failure", "The server is busy with the same thing (409): {said}"),
    413: QT_TRANSLATE_NOOP("Failure", "The conversation is too large for the server (413): {said}"),
    422: QT_TRANSLATE_NOOP("Failure", "The server did not accept a field (422): {said}"),
    429: QT_TRANSLATE_NOOP("Failure", "The server is asked too often just now (429): {said}"),
    503: QT_TRANSLATE_NOOP("Failure", "The server is not ready (503): {said}"),
    529: QT_TRANSLATE_NOOP("Failure", "The server is overloaded (529): {said}"),
}
_OTHER_STATUS = QT_TRANSLATE_NOOP("Failure", "The server answered with an error ({status}): {said}")
_STREAM_ERROR = QT_TRANSLATE_NOOP("Failure", "The server reported an error: {said}")
_NOTHING_SAID = QT_TRANSLATE_NOOP("Failure", "no reason given")
_SERVER_ERROR_FROM = 500


def _words(
    status: int, error: ServerError, path: str
) -> tuple[Text, Text | None, tuple[WayOut, ...]]:
    said = " ".join(error.message.split())[:SHORT] or _NOTHING_SAID
    if status == 404:
        return _not_found(said, error, path)
    source = _WORDS.get(status) or (_STREAM_ERROR if status == 200 else _OTHER_STATUS)
    message = _fail(source, said=said, status=status)
    return message, _hint(status, error), _ways_out(status, error)


def _not_found(
    said: str, error: ServerError, path: str
) -> tuple[Text, Text | None, tuple[WayOut, ...]]:
    if "model" in f"{error.code} {error.type} {error.message}".lower():
        return (
            _fail(
                QT_TRANSLATE_NOOP("Failure", "The server does not know this model (404): {said}"),
                said=said,
            ),
            _fail(QT_TRANSLATE_NOOP("Failure", "Choose another model.")),
            (WayOut.CHOOSE_MODEL,),
        )
    return (
        _fail(
            QT_TRANSLATE_NOOP("Failure", "There is nothing at {path} on this server (404)."),
            path=path or "/",
        ),
        _fail(QT_TRANSLATE_NOOP("Failure", "Check the base URL: it often ends with /v1.")),
        (WayOut.OPEN_SETTINGS,),
    )


def is_context_overflow(error: ServerError) -> bool:
    """Whether the conversation is longer than the model can read."""
    words = f"{error.code} {error.type} {error.message}".lower()
    return "context_length" in words or "exceed_context" in words or "context size" in words


def _hint(status: int, error: ServerError) -> Text | None:
    if is_context_overflow(error):
        return _fail(
            QT_TRANSLATE_NOOP(
                "Failure",
                "The conversation is longer than the model can read: begin a new one or delete "
                "some of it.",
            )
        )
    if error.code == "insufficient_quota" or error.type == "insufficient_quota":
        return _fail(QT_TRANSLATE_NOOP("Failure", "The account's quota is used up."))
    if error.param:
        return _fail(
            QT_TRANSLATE_NOOP("Failure", "The field is “{param}”: change it in the side panel."),
            param=error.param,
        )
    if status in (401, 403):
        return _fail(QT_TRANSLATE_NOOP("Failure", "Check the key in the settings."))
    if status == 429 or status >= _SERVER_ERROR_FROM:
        return _fail(QT_TRANSLATE_NOOP("Failure", "Wait a little and try again."))
    return None


def _ways_out(status: int, error: ServerError) -> tuple[WayOut, ...]:
    if status in (401, 402, 403, 405):
        return (WayOut.OPEN_SETTINGS, WayOut.RETRY)
    if "unsupported" in error.code and "model" in error.param:
        return (WayOut.CHOOSE_MODEL,)
    return (WayOut.RETRY,)


def _without_tags(words: str) -> str:
    """Return the words of an HTML page."""
    bare = re.sub(r"(?is)<(script|style|head)\b.*?</\1\s*>", " ", words)
    return " ".join(html.unescape(re.sub(r"<[^>]{0,2000}>", " ", bare)).split())


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Return the server's own wish, in seconds: milliseconds, seconds or a date."""
    milliseconds = headers.get("retry-after-ms", "")
    if (value := _number(milliseconds)) is not None:
        return value / 1000
    wish = headers.get("retry-after", "")
    if (value := _number(wish)) is not None:
        return value
    try:
        return max(parsedate_to_datetime(wish).timestamp() - time(), 0.0)
    except (ValueError, TypeError, IndexError):
        return None


def _number(words: str) -> float | None:
    try:
        value = as_number(float(words))
    except ValueError:
        return None
    return value if value is not None and 0 <= value < float("inf") else None
