"""Files that go with a message: what is known of them, and what the endpoint is sent.

A message keeps only a description among its ``parts``; the bytes are in the store under their
SHA-256, so that one picture sent twice is kept once.
"""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from chatapp.domain.json_value import JsonObject, JsonValue, as_int, as_text
from chatapp.domain.late_pattern import late_pattern
from chatapp.domain.messages import Message, Role
from chatapp.domain.quick_dataclass import dataclass

PART_TYPE = "attachment"
ADDRESS_SCHEME = "attachment:"
"""Before a digest: the address of a picture that is kept in the store."""
_AUDIO_FORMATS = {"audio/wav": "wav", "audio/mpeg": "mp3"}
_UNFIT_FOR_A_TAG = late_pattern(r'[\x00-\x1f"<>]+')
_NUMBERS = ("size", "tokens", "width", "height", "pages")
_LONG = 8 * 1024
"""Characters of one part of a request that a person reads; more is left out and said to be."""


class AttachmentKind(StrEnum):
    """How an attachment is sent: as a picture, a sound, or the text that was found in it."""

    IMAGE = "image"
    AUDIO = "audio"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file as it will be sent: pictures scaled and without EXIF, PDFs as their text.

    ``size`` is in bytes, ``width`` and ``height`` in pixels; ``tokens`` is an estimate;
    ``encoding`` is what a text file was read as, if that was not UTF-8.
    """

    kind: AttachmentKind
    digest: str
    name: str
    media_type: str
    size: int
    tokens: int = 0
    width: int = 0
    height: int = 0
    pages: int = 0
    encoding: str = ""

    @property
    def address(self) -> str:
        """The name under which the message view asks for the picture."""
        return f"{ADDRESS_SCHEME}{self.digest}"

    def to_part(self) -> JsonObject:
        """Return what a message keeps."""
        numbers = {
            "tokens": self.tokens, "width": self.width, "height": self.height, "pages": self.pages
        }  # fmt: skip
        return {
            "type": PART_TYPE,
            "kind": self.kind.value,
            "digest": self.digest,
            "name": self.name,
            "media_type": self.media_type,
            "size": self.size,
            **{name: number for name, number in numbers.items() if number},
            **({"encoding": self.encoding} if self.encoding else {}),
        }


def attachment_of(part: JsonObject) -> Attachment | None:
    """Read back what a message keeps; ``None`` for a part of another kind."""
    kind, digest = as_text(part.get("kind")), as_text(part.get("digest"))
    if part.get("type") != PART_TYPE or kind not in set(AttachmentKind) or not digest:
        return None
    return Attachment(
        AttachmentKind(kind),
        digest,
        as_text(part.get("name")),
        as_text(part.get("media_type")),
        **{name: as_int(part.get(name)) or 0 for name in _NUMBERS},
        encoding=as_text(part.get("encoding")),
    )


def attachments_in(parts: Iterable[JsonObject]) -> tuple[Attachment, ...]:
    """Return the attachments among a message's parts."""
    return tuple(a for a in map(attachment_of, parts) if a is not None)


def words_of(message: Message) -> str:
    """Return what a message says, or the names of its files if it says nothing."""
    names = ", ".join(attachment.name for attachment in attachments_in(message.parts))
    return message.content if message.content.strip() else names


def wire_part(attachment: Attachment, data: bytes | None) -> JsonObject:
    """Return the content part that carries an attachment (``endpoint.md`` B2).

    Without ``data`` the part says how much is left out: fit for reading, not for sending.
    """
    if attachment.kind is AttachmentKind.TEXT:
        return {"type": "text", "text": _as_file(attachment, data)}
    encoded = _left_out(attachment.size) if data is None else base64.b64encode(data).decode()
    if attachment.kind is AttachmentKind.AUDIO:
        audio = {"data": encoded, "format": _AUDIO_FORMATS.get(attachment.media_type, "wav")}
        return {"type": "input_audio", "input_audio": audio}
    url = f"data:{attachment.media_type};base64,{encoded}"
    return {"type": "image_url", "image_url": {"url": url}}


def _as_file(attachment: Attachment, data: bytes | None) -> str:
    """Return a file's text between marks that name it."""
    words = _left_out(attachment.size) if data is None else data.decode("utf-8", "replace")
    name = _UNFIT_FOR_A_TAG.sub(" ", attachment.name)
    return f'<file name="{name}">\n{words}\n</file>'


def _left_out(size: int) -> str:
    return f"… {size:,} bytes are left out of this preview and will be sent …"


def with_bytes(message: Message, data: Mapping[str, bytes]) -> Message:
    """Return a message that needs no store, for a file: its parts are the endpoint's own.

    An attachment whose bytes are not in ``data`` (by digest) stays a description.
    """
    if not attachments_in(message.parts):
        return message
    texts: list[JsonObject] = []
    media: list[JsonObject] = []
    for part in message.parts:
        attachment = attachment_of(part)
        if attachment is not None and attachment.digest in data:
            part = wire_part(attachment, data[attachment.digest])  # noqa: PLW2901
        (texts if part.get("type") == "text" else media).append(part)
    is_first_time = not any(part.get("type") == "text" for part in message.parts)
    if texts and message.content and is_first_time:
        texts.append({"type": "text", "text": message.content})
    return replace(message, parts=(*texts, *media))


def media_kind(part: JsonObject) -> AttachmentKind | None:
    """Return whether a content part is a picture or a sound, ours or the endpoint's form."""
    attachment = attachment_of(part)
    if attachment is not None:
        return None if attachment.kind is AttachmentKind.TEXT else attachment.kind
    kinds = {"image_url": AttachmentKind.IMAGE, "input_audio": AttachmentKind.AUDIO}
    return kinds.get(as_text(part.get("type")))


def kinds_brought(message: Message) -> frozenset[AttachmentKind]:
    """Return which media a message puts into a request: what goes with it, or, of a tool's
    result, what the tool brought."""
    kinds = {kind for part in message.parts if (kind := media_kind(part)) is not None}
    if message.role is Role.TOOL:
        from chatapp.domain.tool_files import tool_files

        sent = (file for file in tool_files(message.parts) if file.is_sent)
        kinds |= {AttachmentKind.IMAGE if f.is_picture else AttachmentKind.AUDIO for f in sent}
    return frozenset(kinds)


def media_kinds(body: JsonObject) -> frozenset[AttachmentKind]:
    """Return which media a request body carries."""
    found: set[AttachmentKind] = set()
    messages = body.get("messages")
    for message in messages if isinstance(messages, list) else ():
        content = message.get("content") if isinstance(message, Mapping) else None
        if isinstance(content, list):
            found.update(kind for part in content if (kind := media_kind(part)) is not None)
    return frozenset(found)


def shortened(value: JsonValue) -> JsonValue:
    """Return a body for reading: long base64 in it is cut, and what is missing is said."""
    if isinstance(value, Mapping):
        return {key: _short_text(key, item) for key, item in value.items()}
    if isinstance(value, list):
        return [shortened(item) for item in value]
    return value


def _short_text(key: str, value: JsonValue) -> JsonValue:
    if key not in ("url", "data", "file_data") or not isinstance(value, str):
        return shortened(value)
    if len(value) <= _LONG:
        return value
    head = value[:64]
    return f"{head}… {len(value) - len(head):,} characters are left out of this preview …"
