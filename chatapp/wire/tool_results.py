"""Results of tools on the wire: words in the ``tool`` message, pictures and sounds after it.

The endpoint takes only text in a ``tool`` message. What a model may look at or listen to
follows in a message of the user's, after the last result of the same answer.
"""

from collections.abc import Sequence
from dataclasses import replace

from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import Message, Role
from chatapp.domain.tool_files import sendable, tool_files

LEAD = "Attachments of the tool results above:"
_FORMATS = {"audio/wav": "wav", "audio/mpeg": "mp3"}


def with_attachments(results: Sequence[Message]) -> list[Message]:
    """Return, as a message of the user's, what results have besides words; none if they have
    not. What cannot be decoded is left out, whatever a stored or imported result says of it:
    servers refuse every request of a conversation that holds it."""
    parts = [part for result in results for part in _parts(result.parts)]
    if not parts:
        return []
    lead: JsonObject = {"type": "text", "text": LEAD}
    user = replace(results[-1], role=Role.USER, name="", content="", parts=(lead, *parts))
    return [user]


def _parts(blocks: Sequence[JsonObject]) -> list[JsonObject]:
    """Return the content parts that carry the pictures and sounds of a result."""
    return [_part(file.media_type, data) for file in tool_files(blocks) if (data := sendable(file))]


def _part(media_type: str, data: str) -> JsonObject:
    if sound := _FORMATS.get(media_type):
        return {"type": "input_audio", "input_audio": {"data": data, "format": sound}}
    return {"type": "image_url", "image_url": {"url": f"data:{media_type};base64,{data}"}}
