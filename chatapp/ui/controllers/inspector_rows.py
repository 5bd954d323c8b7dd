"""Rows of the inspector's timeline for turns and for what was found, and back."""

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QDate, QDateTime

from chatapp.domain.exchanges import Exchange, ExchangeId, ExchangeKind
from chatapp.domain.json_reading import read_reply
from chatapp.domain.json_value import JsonValue
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow, turn_row
from chatapp.services.conversations import ConversationService
from chatapp.services.exchange_turns import ExchangeTurn, turn_key


def as_json(exchanges: list[Exchange], request_of: Callable[[ExchangeId], bytes]) -> str:
    """Return what programs are told of exchanges: the property ``exchanges`` of the inspector."""
    return json.dumps([_described(e, request_of(e.id)) for e in chats(exchanges)])


def _described(exchange: Exchange, request: bytes) -> dict[str, JsonValue]:
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


async def fetch_places(found: Iterable[Exchange], conversations: ConversationService) -> None:
    """Read the titles of the conversations that exchanges were found in."""
    for place in {e.link.conversation_id for e in found}:
        if place is not None:
            with suppress(KeyError):  # deleted a moment ago
                await conversations.fetch(place)


def about(exchange: Exchange, conversations: ConversationService) -> str:
    """Return what was asked, or the title of the conversation if that is not read."""
    place, answer = exchange.link.conversation_id, exchange.link.message_id
    if place is None or place not in conversations:
        return ""
    if answer is not None and conversations.is_loaded(place):
        return turn_key(conversations.tree(place), answer)[1]
    return conversations.get(place).title


def found_row(exchange: Exchange, what: str) -> TimelineRow:
    """Return the row of what was found: each stands alone, with when it was sent and what it is
    about."""
    title = f"{_moment(exchange.started_at)} · {what or exchange.model or exchange.endpoint}"
    row = turn_row(exchange.id, title, [exchange], (), exchange.link.kind)
    return replace(row, title=title, is_aside=False)


def _moment(at_s: float) -> str:
    """Return a time as developers write it; of another day, with the day."""
    moment = QDateTime.fromMSecsSinceEpoch(round(at_s * 1000))
    today = moment.date() == QDate.currentDate()
    return moment.toString("HH:mm:ss" if today else "yyyy-MM-dd HH:mm:ss")


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
