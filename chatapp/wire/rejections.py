"""Errors that a server states, as words for people: statuses, bodies, error events.

Every shape of body in ``endpoint.md`` B5 is read; what a server says is shown as plain text,
short in the message and in full (at most 64 KiB) in the detail.
"""

import html
import json
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from time import time

from chatapp.domain.errors import RequestRejected, WayOut
from chatapp.domain.json_reading import read_reply
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
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

MAX_DETAIL = 64 * 1024
SHORT = 300
QUOTA = "insufficient_quota"
_FINAL_STATUSES = frozenset({400, 401, 402, 403, 404, 405, 413, 415, 422})
_EMPTY_BODIES = frozenset({"{}", "[]", "null", '""', "[object Object]"})
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
        return ServerError(error, _code(body), as_text(body.get("type")))
    return _from_loose_keys(body)


def _code(body: Mapping[str, JsonValue]) -> str:
    """Return a code, which some servers write as a number."""
    code = body.get("code")
    return str(code) if isinstance(code, (str, int)) and not isinstance(code, bool) else ""


def _from_object(error: Mapping[str, JsonValue]) -> ServerError:
    message = as_text(error.get("message")) or as_text(error.get("error"))
    metadata = as_object(error.get("metadata"))
    if raw := _said_upstream(metadata.get("raw")):
        provider = as_text(metadata.get("provider_name"))
        message = f"{message} ({provider}: {raw})" if provider else f"{message} ({raw})"
    return ServerError(
        message or _named(error) or json.dumps(error, ensure_ascii=False),
        _code(error),
        as_text(error.get("type")),
        as_text(error.get("param")),
    )


def _named(error: Mapping[str, JsonValue]) -> str:
    """Return the name of an error that brought no words."""
    return as_text(error.get("code")) or as_text(error.get("type"))


def _said_upstream(raw: JsonValue) -> str:
    """Return what the provider behind a gateway said: words, or its own error as JSON."""
    if not isinstance(raw, str):
        inner = read_error(raw)
        return inner.message if inner else ""
    try:
        inner = read_error(read_reply(raw))
    except ValueError:
        inner = None
    return inner.message if inner else raw


def _from_loose_keys(body: Mapping[str, JsonValue]) -> ServerError | None:
    for key in ("message", "msg", "err", "error_msg"):
        if value := as_text(body.get(key)):
            return ServerError(value, _code(body), as_text(body.get("type")))
    for inner in (_from_detail(body.get("detail")), _from_list(as_list(body.get("errors")))):
        if inner is not None:
            return inner
    for key in ("header", "response"):
        if (nested := read_error(body.get(key))) is not None:
            return nested
    title = as_text(body.get("title"))
    return ServerError(title, _code(body)) if title else None


def _from_detail(detail: JsonValue) -> ServerError | None:
    """Read ``detail``: words, an error of its own, or FastAPI's list of bad fields."""
    if isinstance(detail, list) and detail:
        return ServerError("; ".join(_located(item) for item in detail))
    if isinstance(detail, dict):
        return read_error(detail)
    return ServerError(detail) if isinstance(detail, str) and detail else None


def _from_list(errors: list[JsonValue]) -> ServerError | None:
    first = errors[0] if errors else None
    return ServerError(first) if isinstance(first, str) and first else read_error(first)


def _located(entry: JsonValue) -> str:
    """Return one entry of FastAPI's validation errors as words."""
    if isinstance(entry, str):
        return entry
    item = as_object(entry)
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
        error = read_error(read_reply(words))
    except ValueError:
        error = None
    if error is None:
        error = ServerError(_bare_words(words))
    request_id = next((headers[n] for n in _REQUEST_ID_HEADERS if n in headers), "")
    return rejection(
        status,
        error,
        detail=f"HTTP {status}\n{_without_tags(words) if '<' in words[:64] else words}",
        path=path,
        request_id=request_id,
        retry_after_s=retry_after_s(headers),
        may_retry=headers.get("x-should-retry", "").lower() != "false",
    )


def rejection(
    status: int,
    error: ServerError,
    *,
    detail: str,
    path: str = "",
    request_id: str = "",
    retry_after_s: float | None = None,
    may_retry: bool = True,
) -> RequestRejected:
    """Put a server's error into plain words; ``may_retry`` is the server's own word."""
    effective = status
    if status == 200 and error.code.isdigit():
        effective = int(error.code)
    message, hint, ways_out = _words(effective, error, path)
    if retry_after_s is not None and retry_after_s >= 1 and effective not in _FINAL_STATUSES:
        hint = hint if is_quota(error) else _when(retry_after_s)
    if request_id:
        detail = f"{detail}\nrequest id: {request_id}"
    return RequestRejected(
        message,
        status=effective,
        code=QUOTA if is_quota(error) else error.code or error.type,
        param=error.param,
        server_message=error.message[:SHORT],
        request_id=request_id,
        retry_after_s=retry_after_s,
        within_reply=status == 200,
        hint=hint,
        detail=detail[:MAX_DETAIL],
        retryable=may_retry and not is_quota(error) and effective not in _FINAL_STATUSES,
        ways_out=ways_out,
    )


def _fail(source: str, /, **arguments: object) -> Text:
    return text("Failure", source, **arguments)


_WORDS = {
    400: QT_TRANSLATE_NOOP("Failure", "The server did not accept the request: {said}"),
    401: QT_TRANSLATE_NOOP("Failure", "The server did not accept the key (401): {said}"),
    402: QT_TRANSLATE_NOOP("Failure", "The account has no credit left ({status}): {said}"),
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
    if is_quota(error):
        source = _WORDS[402]
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


def is_quota(error: ServerError) -> bool:
    """Whether the account's quota is used up: asking again would only be refused again."""
    return QUOTA in (error.code, error.type)


def _hint(status: int, error: ServerError) -> Text | None:
    if is_context_overflow(error):
        return _fail(
            QT_TRANSLATE_NOOP(
                "Failure",
                "The conversation is longer than the model can read: begin a new one or delete "
                "some of it.",
            )
        )
    if is_quota(error):
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


def _when(seconds: float) -> Text:
    return _fail(
        QT_TRANSLATE_NOOP("Failure", "The server asks to wait {seconds} seconds."),
        seconds=round(seconds),
    )


def _ways_out(status: int, error: ServerError) -> tuple[WayOut, ...]:
    if status in (401, 402, 403, 405):
        return (WayOut.OPEN_SETTINGS, WayOut.RETRY)
    if "unsupported" in error.code and "model" in error.param:
        return (WayOut.CHOOSE_MODEL,)
    return (WayOut.RETRY,)


def _bare_words(body: str) -> str:
    """Return what an unknown body says; an empty shell says nothing."""
    words = _without_tags(body)[:SHORT]
    return "" if words in _EMPTY_BODIES else words


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
