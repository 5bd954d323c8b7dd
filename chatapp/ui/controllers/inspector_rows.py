"""Rows of the inspector's timeline for turns and for what was found, and back."""

from collections.abc import Sequence
from dataclasses import replace

from chatapp.domain.exchanges import Exchange, ExchangeId, ExchangeKind
from chatapp.domain.json_reading import read_reply
from chatapp.domain.json_value import JsonValue
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow, turn_row
from chatapp.services.exchange_turns import ExchangeTurn


def described(exchange: Exchange, request: bytes) -> dict[str, JsonValue]:
    """Return what programs are told of an exchange: the items of the property ``exchanges``."""
    try:
        body = read_reply(request)
    except ValueError:
        body = None
    return {
        "status": exchange.status,
        "request": body,
        "events": exchange.events,
        "first_byte_ms": exchange.moments.first_byte_ms,
        "total_ms": exchange.moments.ended_ms,
    }


def row_of(turn: ExchangeTurn) -> TimelineRow:
    """Return the row of a turn."""
    return turn_row(turn.key, turn.title, turn.exchanges, turn.steps, turn.kind)


def chats(exchanges: list[Exchange]) -> list[Exchange]:
    """Leave out what was asked beside the conversation."""
    return [e for e in exchanges if e.link.kind is ExchangeKind.CHAT]


def found_row(exchange: Exchange) -> TimelineRow:
    """Return the row of what was found: each stands alone, whatever it was made for."""
    title = exchange.model or exchange.endpoint or "—"
    row = turn_row(exchange.id, title, [exchange], (), exchange.link.kind)
    return replace(row, is_aside=False)


def ids_of(row: TimelineRow) -> list[ExchangeId]:
    """Return which exchanges a row is about."""
    if row.exchange_id is not None:
        return [row.exchange_id]
    if row.kind is RowKind.TURN:
        return [child.exchange_id for child in row.children if child.exchange_id is not None]
    return []


def exchanges_of(rows: Sequence[TimelineRow], known: Sequence[Exchange]) -> list[Exchange]:
    """Return the exchanges that rows are about; of a tool's step, the one that asked for it."""
    ids = {i for row in rows for i in ids_of(row)}
    for row in rows:
        if row.kind is RowKind.STEP:
            ids |= {e.id for e in _asked_for(row, known)}
    return [e for e in known if e.id in ids]


def _asked_for(row: TimelineRow, known: Sequence[Exchange]) -> Sequence[Exchange]:
    return [e for e in known if e.link.message_id == row.message_id][-1:]


def step_ids_of(row: TimelineRow) -> list[str]:
    """Return which steps between requests a row stands for."""
    rows = row.children if row.kind is RowKind.TURN else (row,)
    return [one.key for one in rows if one.kind is RowKind.STEP]
