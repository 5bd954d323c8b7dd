"""The request body: built from what the person set, encoded for the wire."""

import json
from collections.abc import Sequence

from chatapp.domain.json_value import JsonObject, JsonValue, without_surrogates


def request_body(
    model: str, messages: Sequence[JsonObject], fields: JsonObject
) -> dict[str, JsonValue]:
    """Return the body of ``POST …/chat/completions``: an unset field is absent."""
    return {"model": model, "messages": list(messages), **fields}


def encode(body: JsonObject) -> bytes:
    """Return ``body`` as UTF-8; lone surrogates, which UTF-8 cannot hold, are replaced."""
    words = json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return without_surrogates(words).encode()
