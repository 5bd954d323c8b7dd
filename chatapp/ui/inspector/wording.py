"""How an exchange went, in words for people."""

from PySide6.QtCore import QCoreApplication

from chatapp.domain.exchanges import Exchange
from chatapp.domain.failure_records import hint_of, message_of
from chatapp.qtmodels.quantities import duration
from chatapp.ui.translation import in_one_line, translated


def ending_words(exchange: Exchange) -> tuple[str, str]:
    """Return what is to be said of how an exchange went, and the role of these words.

    What the person stopped is told as calmly as what went well.
    """
    if exchange.was_stopped:
        stopped = QCoreApplication.translate("Inspector", "Stopped by you")
        return " · ".join([stopped, *_times(exchange)]), "muted"
    if exchange.error:
        return problem_words(exchange), "problem"
    return " · ".join(_times(exchange)), "note" if exchange.bad_events else "muted"


def problem_words(exchange: Exchange) -> str:
    """Return why an exchange failed and, if that is known, what to do."""
    if exchange.failure is None:  # recorded by an older version, or a fault of this program
        return exchange.error
    said = (message_of(exchange.failure), hint_of(exchange.failure))
    return in_one_line(translated(words) for words in said if words)


def empty_words(exchange: Exchange) -> str:
    """Return why there are no bytes of a reply to look at."""
    say = QCoreApplication.translate
    if not exchange.kept and exchange.response_size:
        return say("Inspector", "The body was dropped to keep to the disk budget.")
    if exchange.is_running:
        return say("Inspector", "Nothing has come yet.")
    if not exchange.status:
        return say("Inspector", "The server sent nothing.")
    if any(name.lower() == "content-encoding" for name, _ in exchange.response_headers):
        return say("Inspector", "The body of the reply is compressed, and was not read.")
    return say("Inspector", "The body of the reply is empty.")


def no_events_words(exchange: Exchange, response: bytes) -> str:
    """Return why there are no events of a reply to look at or to play."""
    if response and not exchange.is_running:
        return QCoreApplication.translate("Inspector", "This reply was no stream.")
    return empty_words(exchange)


def _times(exchange: Exchange) -> list[str]:
    say = QCoreApplication.translate
    moments, words = exchange.moments, []
    if exchange.bad_events:
        unread = say("Inspector", "events passed over, because they are no JSON: {count}")
        words.append(unread.format(count=exchange.bad_events))
    if moments.first_byte_ms is not None:
        first = say("Inspector", "first byte after {time}")
        words.append(first.format(time=duration(moments.first_byte_ms)))
    if moments.ended_ms is not None:
        ended = say("Inspector", "ended after {time}")
        words.append(ended.format(time=duration(moments.ended_ms)))
    if exchange.resolution_ms:
        exact = say("Inspector", "times to within {time}")
        words.append(exact.format(time=duration(exchange.resolution_ms)))
    return words
