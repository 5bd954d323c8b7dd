"""What a sweep will take, in words: requests, tokens and price."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from chatapp.domain.json_value import JsonObject, as_int
from chatapp.domain.messages import Message, Role
from chatapp.domain.prices import Price, estimate


def estimate_words(
    requests: int,
    path: Sequence[Message],
    question: str,
    body: JsonObject,
    price: Price | None,
) -> str:
    """Return what so many requests take. Nothing is guessed that could be asked for: without a
    limit of tokens or a price it says what is missing."""
    tr, number = QCoreApplication.translate, QLocale().toString
    limit = as_int(body.get("max_completion_tokens")) or as_int(body.get("max_tokens"))
    counted = None if question else _counted(path)
    characters = len(question) + sum(len(message.text) for message in path)
    found = estimate(requests, counted, characters, limit, price)
    about = (
        tr("Sweep", "{tokens} prompt tokens")
        if found.is_counted
        else tr("Sweep", "about {tokens} prompt tokens")
    )
    words = [
        tr("Sweep", "{count} requests").format(count=number(requests)),
        about.format(tokens=number(found.prompt_tokens)),
    ]
    if found.answer_tokens is None:
        words.append(tr("Sweep", "answers of any length: set Max tokens to limit them"))
    else:
        words.append(
            tr("Sweep", "at most {tokens} answer tokens").format(tokens=number(found.answer_tokens))
        )
    if found.cost is not None:
        cost = number(found.cost, "f", 2 if found.cost >= 1 else 4)
        words.append(tr("Sweep", "at most {cost}").format(cost=cost))
    elif price is None:
        words.append(tr("Sweep", "no price: enter yours to see the cost"))
    return " · ".join(words)


def _counted(path: Sequence[Message]) -> int | None:
    """Return how many tokens the last request had, if it was the same question."""
    last = path[-1] if path else None
    if last is None or last.role is not Role.ASSISTANT or last.reply is None:
        return None
    return last.reply.usage.prompt_tokens if last.reply.usage else None
