"""The request body: built from what the person set, encoded for the wire."""

import json
from collections.abc import Sequence

from chatapp.domain.errors import InvalidRequest
from chatapp.domain.json_value import JsonObject, JsonValue, without_surrogates
from chatapp.domain.text import QT_TRANSLATE_NOOP, text


def request_body(
    model: str, messages: Sequence[JsonObject], fields: JsonObject
) -> dict[str, JsonValue]:
    """Return the body of ``POST …/chat/completions``: an unset field is absent."""
    return {"model": model, "messages": list(messages), **fields}


def encode(body: JsonObject) -> bytes:
    """Return ``body`` as UTF-8; lone surrogates, which UTF-8 cannot hold, are replaced.

    Raises ``InvalidRequest`` for numbers that JSON does not have.
    """
    try:
        words = json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError as error:
        raise InvalidRequest(
            text(
                "Failure",
                QT_TRANSLATE_NOOP("Failure", "The request has a number that JSON cannot hold."),
            ),
            hint=text("Failure", QT_TRANSLATE_NOOP("Failure", "Change it in the side panel.")),
            detail=str(error),
        ) from error
    return without_surrogates(words).encode()
