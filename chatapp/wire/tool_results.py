"""Results of tools on the wire: words in the ``tool`` message, pictures and sounds after it.

The endpoint takes only text in a ``tool`` message. What a model may look at or listen to
follows in a message of the user's, after the last result of the same answer.
"""

from collections.abc import Sequence
from dataclasses import replace

from chatapp.domain.json_value import JsonObject, as_text
from chatapp.domain.messages import Message, Role

PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
SOUNDS = {"audio/wav": "wav", "audio/x-wav": "wav", "audio/mpeg": "mp3", "audio/mp3": "mp3"}
LEAD = "Attachments of the tool results above:"


def with_attachments(results: Sequence[Message]) -> list[Message]:
    """Return, as a message of the user's, what results have besides words; none if they have
    not."""
    parts = [part for result in results for block in result.parts if (part := _part(block))]
    if not parts:
        return []
    lead: JsonObject = {"type": "text", "text": LEAD}
    user = replace(results[-1], role=Role.USER, name="", content="", parts=(lead, *parts))
    return [user]


def _part(block: JsonObject) -> JsonObject | None:
    mime, data = as_text(block.get("mimeType")).lower(), as_text(block.get("data"))
    if block.get("type") == "image" and mime in PICTURES and data:
        return {"type": "image_url", "image_url": {"url": f"data:{mime};base64,{data}"}}
    if block.get("type") == "audio" and mime in SOUNDS and data:
        return {"type": "input_audio", "input_audio": {"data": data, "format": SOUNDS[mime]}}
    return None
