"""The words around a message: names, reasons, durations and figures, translated."""

import json

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from chatapp.domain.errors import WayOut
from chatapp.domain.json_reading import read_json
from chatapp.domain.messages import FailureRecord, Message, MessageStatus, Role
from chatapp.domain.replies import FinishReason, Reply, ToolCall, finish_reason
from chatapp.domain.text import Text
from chatapp.domain.visible_text import visible_text
from chatapp.qtmodels.directions import in_own_direction

LEAST_SHOWN_MS = 50
"""A shorter time would read "0.0 s", which says nothing."""
EXACT_RATE = 100.0
"""Tokens a second, below which a tenth of one is worth saying."""


def author(message: Message) -> str:
    """Return who speaks, in words."""
    tr = QCoreApplication.translate
    names = {
        Role.SYSTEM: tr("Message", "System"),
        Role.DEVELOPER: tr("Message", "Developer"),
        Role.USER: tr("Message", "You"),
        Role.ASSISTANT: tr("Message", "Assistant"),
        Role.TOOL: tr("Message", "Tool result"),
        Role.FUNCTION: tr("Message", "Function result"),
    }
    return message.name or names[message.role]


def byline(message: Message) -> str:
    """Return model and time, as far as they are known."""
    return " · ".join(word for word in (model_of(message), clock(message.created_at)) if word)


def model_of(message: Message) -> str:
    """Return which language model answered; empty for what a person wrote."""
    if message.role is not Role.ASSISTANT:
        return ""
    return (message.reply.model if message.reply else "") or message.model


def clock(epoch_s: float) -> str:
    """Return a time of day, with the date if that is another day; empty for 0."""
    if not epoch_s:
        return ""
    moment = QDateTime.fromSecsSinceEpoch(int(epoch_s))
    short = QLocale.FormatType.ShortFormat
    if moment.date() == QDateTime.currentDateTime().date():
        return QLocale().toString(moment.time(), short)
    return QLocale().toString(moment, short)


def seconds(milliseconds: float) -> str:
    """Return a duration in seconds, or minutes and seconds."""
    tr = QCoreApplication.translate
    if milliseconds < 60_000:
        number = QLocale().toString(milliseconds / 1000, "f", 1)
        return in_own_direction(tr("Message", "{seconds} s").format(seconds=number))
    minutes, rest = divmod(round(milliseconds / 1000), 60)
    return tr("Message", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def reasoning_title(elapsed_ms: float | None, *, running: bool) -> str:
    """Return the title of the reasoning block."""
    tr = QCoreApplication.translate
    if running:
        if elapsed_ms is None:
            return tr("Message", "Thinking…")
        return tr("Message", "Thinking… {time}").format(time=seconds(elapsed_ms))
    if elapsed_ms is None or elapsed_ms < LEAST_SHOWN_MS:
        return tr("Message", "Thoughts")
    return tr("Message", "Thought for {time}").format(time=seconds(elapsed_ms))


def finish_words(raw: str | None) -> str:
    """Say why an answer ended; empty when it simply came to its end."""
    tr = QCoreApplication.translate
    if raw is None:
        return ""
    words = {
        FinishReason.LENGTH: tr("Message", "The answer was cut off at the token limit."),
        FinishReason.CONTENT_FILTER: tr(
            "Message", "The answer was ended or left out by the provider's content filter."
        ),
        FinishReason.ERROR: tr("Message", "The provider ended the answer with an error."),
        FinishReason.OTHER: tr("Message", "The answer ended for the reason “{reason}”."),
    }
    return words.get(finish_reason(raw), "").format(reason=raw)


def failure_words(failure: FailureRecord) -> tuple[str, str]:
    """Return what went wrong and what to do, in the person's language."""
    tr = QCoreApplication.translate
    said = Text(failure.context, failure.source, failure.arguments)
    message = said.filled(tr(failure.context, failure.source))
    if not failure.hint_source:
        return message, ""
    advice = Text(failure.hint_context, failure.hint_source, failure.hint_arguments)
    return message, advice.filled(tr(failure.hint_context, failure.hint_source))


def way_out_label(name: str, failure: FailureRecord) -> str:
    """Return the words on the button of a way out."""
    tr = QCoreApplication.translate
    labels = {
        WayOut.RETRY.name: tr("Message", "Retry"),
        WayOut.OPEN_SETTINGS.name: tr("Message", "Open settings"),
        WayOut.CHOOSE_MODEL.name: tr("Message", "Choose a model"),
        WayOut.ENTER_KEY.name: tr("Message", "Enter a key"),
        WayOut.SEND_WITHOUT.name: tr("Message", "Send without {field}"),
        WayOut.LEAVE_OUT_MEDIA.name: tr("Message", "Send without pictures and sounds"),
    }
    label = labels.get(name, name)
    return label.replace("{field}", failure.refused_field)


def call_words(message: Message) -> str:
    """Say why calls of tools, or what looks like them, come to nothing; empty if all is well."""
    tr = QCoreApplication.translate
    if message.status is not MessageStatus.COMPLETE:
        return ""
    tools = message.sent_body.get("tools")
    if message.choice.tool_calls and not tools:
        return tr("Message", "This request offered no tools, so nobody answers the call.")
    if message.choice.tool_calls or not tools:
        return ""
    from chatapp.domain.tool_text import looks_like_call
    from chatapp.domain.tools import offered_names

    if looks_like_call(message.choice.content, offered_names(tools)):
        return tr(
            "Message",
            "This looks like the call of a tool that the server did not recognise as one. It was "
            "not run; the server may need another chat template or tool parser.",
        )
    return ""


def pretty_arguments(call: ToolCall) -> tuple[str, bool]:
    """Return a call's arguments for reading, and whether they are valid JSON."""
    try:
        value = read_json(call.arguments)
    except ValueError:
        return visible_text(call.arguments), False
    return visible_text(json.dumps(value, indent=2, ensure_ascii=False)), True


def usage_summary(reply: Reply, cost: float | None = None) -> str:
    """Return the one line that stands for all figures."""
    tr = QCoreApplication.translate
    words = []
    tokens = reply.usage.completion_tokens if reply.usage else None
    if tokens is not None:
        words.append(tr("Message", "{count} tokens").format(count=QLocale().toString(tokens)))
    if reply.tokens_per_second is not None:
        decimals = 1 if reply.tokens_per_second < EXACT_RATE else 0
        rate = QLocale().toString(reply.tokens_per_second, "f", decimals)
        words.append(tr("Message", "{rate} tokens/s").format(rate=rate))
    if cost is not None:
        from chatapp.ui.spending_words import cost_words

        words.append(tr("Usage", "cost {cost}").format(cost=cost_words(cost)))
    if not words and (reply.timing.total_ms or 0) >= LEAST_SHOWN_MS:
        words.append(seconds(reply.timing.total_ms or 0))
    return " · ".join(words)
