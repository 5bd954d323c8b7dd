"""Answers with probabilities, as an endpoint would send them, and the lens in a window."""

import json
import math

from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.domain.replies import Choice, Reply
from tests.support.raw_server import reply


def entry(token: str, share: float, others: dict[str, float]) -> dict[str, JsonValue]:
    """Return one entry of ``logprobs.content``; the token that came is listed first."""

    def one(words: str, probability: float) -> dict[str, JsonValue]:
        return {
            "token": words,
            "bytes": list(words.encode()),
            "logprob": math.log(probability),
        }

    listed: list[JsonValue] = [one(token, share)]
    listed += [one(words, probability) for words, probability in others.items()]
    return {**one(token, share), "top_logprobs": listed}


PLACES: list[dict[str, JsonValue]] = [
    entry("The", 0.6, {"A": 0.3, "No": 0.1}),
    entry(" cat", 0.3, {" dog": 0.5, " owl": 0.1}),
    entry(" **sat**", 0.95, {" ran": 0.05}),
    entry(".", 1.0, {}),
]
TEXT = "The cat **sat**."


def answer(places: list[dict[str, JsonValue]] | None = None, text: str = TEXT) -> Message:
    """Return an answer whose tokens are ``places``."""
    content: JsonValue = list(PLACES if places is None else places)
    choice = Choice(content=text, logprobs={"content": content})
    return Message(
        MessageId("a"),
        ConversationId("c"),
        MessageId("q"),
        Role.ASSISTANT,
        reply=Reply(choices=(choice,)),
        status=MessageStatus.COMPLETE,
    )


def streamed(places: list[dict[str, JsonValue]] | None = None) -> bytes:
    """Return the stream of an answer, one event for each token."""
    events = []
    for place in PLACES if places is None else places:
        data = {
            "choices": [
                {
                    "index": 0,
                    "delta": {"content": place["token"]},
                    "logprobs": {"content": [place]},
                }
            ]
        }
        events.append(f"data: {json.dumps(data)}\n\n")
    events.append('data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n')
    events.append("data: [DONE]\n\n")
    return reply("".join(events).encode())
