"""Pictures and sounds that a model cannot take: a way out of a chat that fails for ever after.

A refused picture stays in the history, and with it every later request would be refused.
"""

import re

from chatapp.domain.attachments import media_kinds
from chatapp.domain.errors import ChatAppError, RequestRejected, WayOut
from chatapp.domain.json_value import JsonObject
from chatapp.domain.text import QT_TRANSLATE_NOOP, text

_STATUSES = frozenset({400, 404, 413, 415, 422, 500, 501})
"""What servers answer to media that they cannot take (``endpoint.md`` B2)."""
_NAMED = re.compile(r"image|vision|multimodal|mmproj|audio|modalit|content type", re.IGNORECASE)


def with_media_way_out(error: ChatAppError, sent: JsonObject) -> ChatAppError:
    """Offer to send again without media, if ``sent`` had any and that may be the reason."""
    if not isinstance(error, RequestRejected) or error.status not in _STATUSES:
        return error
    if not media_kinds(sent):
        return error
    error.ways_out = (*error.ways_out, WayOut.LEAVE_OUT_MEDIA)
    if _NAMED.search(f"{error.param} {error.server_message}"):
        source = QT_TRANSLATE_NOOP(
            "Failure", "This model seems to take no pictures or sounds. They stay in the chat here."
        )
        error.hint = text("Failure", source)
    return error
