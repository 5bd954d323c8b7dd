"""Failures as they are kept with a message, so that a restart shows the same words."""

from chatapp.domain.errors import ChatAppError, WayOut
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import FailureRecord
from chatapp.domain.redaction import redacted
from chatapp.domain.text import Text


def _plain(arguments: dict[str, object]) -> dict[str, JsonValue]:
    """Return values as they may be kept: servers repeat keys in their errors."""
    return {
        name: value if isinstance(value, (int, float, bool)) else redacted(str(value))
        for name, value in arguments.items()
    }


def failure_record(error: ChatAppError, refused_field: str = "") -> FailureRecord:
    """Return what is kept of ``error``; the way out of a refused field is to leave it out."""
    hint = error.hint or Text("", "")
    ways_out = (*((WayOut.SEND_WITHOUT,) if refused_field else ()), *error.ways_out)
    return FailureRecord(
        context=error.message.context,
        source=error.message.source,
        arguments=_plain(dict(error.message.arguments)),
        hint_context=hint.context,
        hint_source=hint.source,
        hint_arguments=_plain(dict(hint.arguments)),
        detail=redacted(error.detail),
        retryable=error.retryable,
        ways_out=tuple(way.name for way in ways_out),
        refused_field=refused_field,
    )


def message_of(record: FailureRecord) -> Text:
    """Return what happened."""
    return Text(record.context, record.source, record.arguments)


def hint_of(record: FailureRecord) -> Text | None:
    """Return what to do, if anything is known."""
    if not record.hint_source:
        return None
    return Text(record.hint_context, record.hint_source, record.hint_arguments)


def ways_out_of(record: FailureRecord) -> tuple[WayOut, ...]:
    """Return what the person is offered; names of a newer version are passed over."""
    return tuple(WayOut[name] for name in record.ways_out if name in WayOut.__members__)
