"""Every figure of an answer: what unfolds under its line of figures, one a line."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from chatapp.domain.json_value import as_list, as_object, as_text
from chatapp.domain.messages import Message
from chatapp.domain.replies import AudioReply, Reply
from chatapp.domain.visible_text import visible_text
from chatapp.qtmodels.quantities import duration
from chatapp.ui.spending_words import cost_words

MOST_EXTRAS = 40
MOST_SOURCES = 100
MOST_CHARACTERS = 300
_QT_HOLDS = 2**63


def reply_details(message: Message, cost: float | None = None) -> str:
    """Return what is known of an answer beside its text: times, identity, sources, usage, and
    what the server said beyond the usual fields, under its own names; and what it cost where
    that is known."""
    reply = message.reply
    if reply is None:
        return ""
    lines = [*_timing_lines(reply), *_identity_lines(message, reply)]
    lines.extend(islice(_source_lines(message, reply), MOST_SOURCES))
    if reply.usage:
        lines.extend(islice(_leaves(reply.usage.raw, ""), MOST_EXTRAS))
    if cost is not None:
        words = QCoreApplication.translate("Message", "Cost: {cost}")
        lines.append(words.format(cost=cost_words(cost)))
    known = {**reply.extra, **message.choice.extra}
    known.pop("citations", None)
    lines.extend(islice(_leaves(known, ""), MOST_EXTRAS))
    return "\n".join(lines)


def _timing_lines(reply: Reply) -> Iterator[str]:
    tr = QCoreApplication.translate
    timing = reply.timing
    if timing.first_token_ms is not None:
        yield tr("Message", "Time to first token: {time}").format(
            time=duration(timing.first_token_ms)
        )
    if timing.total_ms is not None:
        yield tr("Message", "Total time: {time}").format(time=duration(timing.total_ms))
    if reply.tokens_per_second is not None:
        rate = QLocale().toString(reply.tokens_per_second, "f", 1)
        yield tr("Message", "Tokens per second: {rate}").format(rate=rate)


def _identity_lines(message: Message, reply: Reply) -> Iterator[str]:
    tr = QCoreApplication.translate
    choice = message.choice
    named = (
        (tr("Message", "Model"), reply.model or message.model),
        (tr("Message", "Name"), choice.name),
        (tr("Message", "Finish reason"), choice.finish_reason or ""),
        (tr("Message", "Fingerprint"), reply.system_fingerprint),
        (tr("Message", "Service tier"), reply.service_tier),
        (tr("Message", "Reply"), reply.id),
        (tr("Message", "Kind of reply"), reply.object),
        (tr("Message", "Made"), _moment(reply.created)),
        (tr("Message", "Answers the call"), choice.tool_call_id),
        *_audio_names(choice.audio),
    )
    return (f"{name}: {_shown(value)}" for name, value in named if value)


def _audio_names(audio: AudioReply | None) -> tuple[tuple[str, str], ...]:
    if audio is None:
        return ()
    tr = QCoreApplication.translate
    return (
        (tr("Message", "Sound"), audio.id),
        (tr("Message", "Kept by the server until"), _moment(audio.expires_at)),
    )


def _moment(epoch: int | None) -> str:
    """Return a time that a server stated; some state it in milliseconds."""
    if not epoch or epoch < 0:
        return ""
    moment = QDateTime.fromSecsSinceEpoch(epoch if epoch < 10**11 else epoch // 1000)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment.isValid() else ""


def _source_lines(message: Message, reply: Reply) -> Iterator[str]:
    """Yield the pages that an answer names as its sources."""
    tr = QCoreApplication.translate
    named = [as_object(a.get("url_citation")) for a in message.choice.annotations]
    pairs = [(as_text(c.get("title")), as_text(c.get("url"))) for c in named]
    pairs += [("", as_text(url)) for url in as_list(reply.extra.get("citations"))]
    for title, url in dict.fromkeys(pairs):
        if title or url:
            words = " · ".join(_shown(word) for word in (title, url) if word)
            yield tr("Message", "Source: {page}").format(page=words)


def _leaves(value: object, prefix: str) -> Iterator[str]:
    """Yield the server's own figures and words under its own names."""
    if not hasattr(value, "items"):
        return
    for key, inner in value.items():
        name = prefix + _shown(str(key))
        if isinstance(inner, bool):
            yield f"{name}: {str(inner).lower()}"
        elif isinstance(inner, int | float):
            yield f"{name}: {_number(inner)}"
        elif isinstance(inner, str) and inner:
            yield f"{name}: {_shown(inner)}"
        elif isinstance(inner, dict):
            yield from _leaves(inner, f"{name} › ")


def _number(value: float) -> str:
    """Return a number as people write it; one beyond 64 bits as it came."""
    return QLocale().toString(value) if abs(value) < _QT_HOLDS else str(value)


def _shown(words: str) -> str:
    short = words if len(words) <= MOST_CHARACTERS else words[:MOST_CHARACTERS] + "…"
    return visible_text(" ".join(short.split()))
