"""Exchanges as HAR 1.2, which browsers' developer tools open, and as one JSON file of ours."""

import base64
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

from chatapp import __version__
from chatapp.domain.exchanges import Bodies, Exchange, Headers
from chatapp.domain.json_value import JsonValue

FORMAT = "chatapp-exchanges"
VERSION = 1

Recorded = tuple[Exchange, Bodies]


def har(recorded: Sequence[Recorded]) -> dict[str, JsonValue]:
    """Return a HAR 1.2 log. Sizes are bytes, times milliseconds; -1 means not known."""
    return {
        "log": {
            "version": "1.2",
            "creator": {"name": "chatapp", "version": __version__},
            "pages": [],
            "entries": [_entry(exchange, bodies) for exchange, bodies in recorded],
        }
    }


def _entry(exchange: Exchange, bodies: Bodies) -> dict[str, JsonValue]:
    timings = _timings(exchange)
    time_ms = sum(ms for name, ms in timings.items() if name != "ssl" and ms > 0)
    entry: dict[str, JsonValue] = {
        "startedDateTime": datetime.fromtimestamp(exchange.started_at, UTC).isoformat(
            timespec="milliseconds"
        ),
        "time": round(time_ms, 3),
        "request": _request(exchange, bodies.request),
        "response": _response(exchange, bodies.response),
        "cache": {},
        "timings": dict(timings),
        "_resourceType": "fetch",
        "_attempt": exchange.link.attempt,
        "_resolution_ms": exchange.resolution_ms,
    }
    address, _, port = exchange.server_address.rpartition(":")
    if address:
        entry |= {"serverIPAddress": address.strip("[]"), "connection": port}
    if exchange.error:
        entry["comment"] = exchange.error
        entry["response"] = {**_response(exchange, bodies.response), "_error": exchange.error}
    return entry


def _timings(exchange: Exchange) -> dict[str, float]:
    m = exchange.moments
    connected = m.encrypted_ms if m.encrypted_ms is not None else m.connected_ms
    end = m.ended_ms or 0.0
    sent = m.sent_ms if m.sent_ms is not None else (connected or 0.0)
    first = m.first_byte_ms if m.first_byte_ms is not None else (m.headers_ms or end)
    ssl = -1.0
    if m.encrypted_ms is not None and m.connected_ms is not None:
        ssl = m.encrypted_ms - m.connected_ms
    timings = {
        "blocked": -1.0,
        "dns": -1.0,
        "connect": -1.0 if connected is None else connected,
        "ssl": ssl,
        "send": max(sent - (connected or 0.0), 0.0),
        "wait": max(first - sent, 0.0),
        "receive": max(end - first, 0.0),
    }
    return {name: round(ms, 3) for name, ms in timings.items()}


def _pairs(headers: Headers) -> list[JsonValue]:
    return [{"name": name, "value": value} for name, value in headers]


def _header(headers: Headers, wanted: str) -> str:
    return next((value for name, value in headers if name.lower() == wanted), "")


def _request(exchange: Exchange, body: bytes) -> dict[str, JsonValue]:
    query = parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True)
    request: dict[str, JsonValue] = {
        "method": exchange.method,
        "url": exchange.url,
        "httpVersion": exchange.http_version,
        "cookies": [],
        "headers": _pairs(exchange.request_headers),
        "queryString": _pairs(tuple(query)),
        "headersSize": -1,
        "bodySize": exchange.request_size,
    }
    if body:
        kind = _header(exchange.request_headers, "content-type") or "application/json"
        request["postData"] = {
            "mimeType": kind,
            "params": [],
            "text": body.decode("utf-8", "replace"),
        }
    return request


def _response(exchange: Exchange, body: bytes) -> dict[str, JsonValue]:
    content: dict[str, JsonValue] = {
        "size": exchange.response_size,
        "mimeType": _header(exchange.response_headers, "content-type") or "x-unknown",
    }
    content |= _text_of(body)
    return {
        "status": exchange.status,
        "statusText": exchange.reason,
        "httpVersion": exchange.http_version if exchange.status else "unknown",
        "cookies": [],
        "headers": _pairs(exchange.response_headers),
        "content": content,
        "redirectURL": _header(exchange.response_headers, "location"),
        "headersSize": -1,
        "bodySize": exchange.response_size,
    }


def _text_of(body: bytes) -> dict[str, JsonValue]:
    """Return bytes as text where that loses nothing, else as base64."""
    try:
        return {"text": body.decode()}
    except UnicodeDecodeError:
        return {"text": base64.b64encode(body).decode(), "encoding": "base64"}


def own_format(recorded: Sequence[Recorded]) -> dict[str, JsonValue]:
    """Return everything that is known, arrival times included: enough to play it again.

    ``reads`` are the byte each read from the network begins at, when it came, and how long it
    may have lain unread, in milliseconds.
    """
    exchanges: list[JsonValue] = [
        {
            **asdict(exchange),
            "request": _text_of(bodies.request),
            "response": _text_of(bodies.response),
            "reads": [
                [*read]
                for read in zip(
                    bodies.arrivals.offsets,
                    bodies.arrivals.at_ms,
                    bodies.arrivals.waited_ms,
                    strict=True,
                )
            ],
        }
        for exchange, bodies in recorded
    ]
    return {"format": FORMAT, "version": VERSION, "exchanges": exchanges}
