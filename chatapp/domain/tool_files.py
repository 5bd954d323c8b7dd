"""Pictures, sounds and files in a tool's result: what each is, and whether it can be sent on.

A result keeps them as they came, in base64 within its blocks: they are in the database and in
every export with the message. What a server says of them is not trusted; what the first bytes
say counts for more. Nothing here decodes more than those, but for short texts and for what says
that it costs time.
"""

import binascii
from collections.abc import Sequence
from enum import StrEnum

from chatapp.domain.json_value import JsonObject, JsonValue, as_object, as_text
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_file_names import file_name
from chatapp.domain.visible_text import visible_text

PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""The kinds of pictures that are shown, and that endpoints take."""

SOUNDS = frozenset({"audio/wav", "audio/mpeg"})
"""The kinds of sounds that endpoints take."""

PLAYED = SOUNDS | {"audio/ogg", "audio/flac", "audio/aac", "audio/mp4", "audio/webm"}
"""The kinds of sounds that are given to a player: no lists of addresses, which it would fetch."""

ADDRESS_SCHEME = "result:"
"""Before the position of a block: the address of a file within the message of its result."""

_TEXTS = frozenset(
    f"application/{kind}" for kind in ("json", "xml", "yaml", "toml", "sql", "javascript")
)
LONGEST_READ = 1_048_576
"""Characters of base64 that are read as text."""

_OTHER_NAMES = {
    "image/jpg": "image/jpeg", "audio/mp3": "audio/mpeg", "audio/x-wav": "audio/wav",
    "audio/wave": "audio/wav", "audio/vnd.wave": "audio/wav",
}  # fmt: skip
_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF87a": "image/gif",
    b"GIF89a": "image/gif", b"ID3": "audio/mpeg", b"OggS": "audio/ogg", b"fLaC": "audio/flac",
    b"\x1aE\xdf\xa3": "audio/webm",
}  # fmt: skip
_ANYTHING = "application/octet-stream"
_LONGEST_TYPE = 80
_HEAD_CHARACTERS = 64
_PROBLEM = "io.github.chatapp/problem"
_URL_SAFE = str.maketrans("-_", "+/")


class FileProblem(StrEnum):
    """What is wrong with the data of a file."""

    EMPTY = "it has no data"
    NOT_BASE64 = "its data is not valid base64"
    OTHER_KIND = "its data is not of the kind that the server says"


@dataclass(frozen=True, slots=True)
class ToolFile:
    """A picture, sound or file that a tool brought; ``address`` names it within its message,
    ``name`` is fit for a file. ``media_type`` is what its first bytes are, or else what the
    server says, in small letters; ``encoded`` is its data in base64."""

    address: str
    name: str
    media_type: str
    encoded: str
    problem: FileProblem | None = None

    @property
    def size(self) -> int:
        """About how many bytes it has, told by the length of its data."""
        return max(len(self.encoded) * 3 // 4 - self.encoded[-2:].count("="), 0)

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown."""
        return self.problem is None and self.media_type in PICTURES

    @property
    def is_sound(self) -> bool:
        """Whether one can listen to it."""
        return self.problem is None and self.media_type in PLAYED

    @property
    def can_be_saved(self) -> bool:
        """Whether there are bytes to save, as far as the first ones tell."""
        return self.problem in (None, FileProblem.OTHER_KIND)

    @property
    def is_sent(self) -> bool:
        """Whether endpoints take it, as far as its first bytes tell."""
        return self.is_picture or (self.problem is None and self.media_type in SOUNDS)


def tool_files(blocks: Sequence[JsonObject]) -> tuple[ToolFile, ...]:
    """Return the pictures, sounds and files among a result's blocks."""
    found = (file_of(block, at) for at, block in enumerate(blocks))
    return tuple(file for file in found if file is not None)


def file_at(blocks: Sequence[JsonObject], address: str) -> ToolFile | None:
    """Return the picture, sound or file with an address."""
    return next((file for file in tool_files(blocks) if file.address == address), None)


def file_of(block: JsonObject, at: int = 0) -> ToolFile | None:
    """Return what a block carries in base64; ``None`` if it is a block of another kind."""
    source = _carrier(block)
    if source is None:
        return None
    kind = as_text(block.get("type"))
    encoded = as_text(source.get(_field(block)))
    told = _plain_type(source.get("mimeType"))
    head = _head_of(encoded)
    found = kind_of(head or b"")
    media_type = _known_type(kind, told, found)
    problem = _marked_problem(block)
    if not encoded.strip():
        problem = FileProblem.EMPTY
    elif problem is None and head is None:
        problem = FileProblem.NOT_BASE64
    elif problem is None and media_type in PICTURES | PLAYED and media_type != found:
        problem = FileProblem.OTHER_KIND
    name = file_name(as_text(source.get("uri")), media_type)
    return ToolFile(f"{ADDRESS_SCHEME}{at}", name, media_type, encoded, problem)


def _carrier(block: JsonObject) -> JsonObject | None:
    """Return the object within a block that has the data."""
    kind = block.get("type")
    if kind in ("image", "audio"):
        return block
    resource = as_object(block.get("resource"))
    return resource if kind == "resource" and "blob" in resource else None


def _field(block: JsonObject) -> str:
    return "blob" if block.get("type") == "resource" else "data"


def _plain_type(value: JsonValue) -> str:
    plain = as_text(value)[:_LONGEST_TYPE].partition(";")[0].strip().lower()
    return _OTHER_NAMES.get(plain, visible_text(plain.replace("\n", " ")))


def _known_type(kind: str, told: str, found: str) -> str:
    """Return what a file is: its bytes decide among kinds of pictures, or of sounds, and where
    the server says nothing."""
    said = told or {"image": "image/", "audio": "audio/"}.get(kind, "")
    if found and (not said or said.partition("/")[0] == found.partition("/")[0]):
        return found
    return told or _ANYTHING


def kind_of(head: bytes) -> str:
    """Return the media type of a picture or sound that is shown or played, told by its first
    bytes; empty for anything else."""
    if head.startswith(b"RIFF"):
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return "audio/mp4"
    for begin, kind in _BEGINNINGS.items():
        if head.startswith(begin):
            return kind
    # What has no name at its beginning begins with a frame: eleven bits that are set, and
    # layer III (MP3) or none (AAC).
    if head[:1] == b"\xff" and len(head) > 1:
        return {0xE2: "audio/mpeg", 0xE0: "audio/aac"}.get(head[1] & 0xE6, "")
    return ""


def _head_of(encoded: str) -> bytes | None:
    """Return the first bytes of a file; ``None`` if they cannot be decoded."""
    head = plain_base64(encoded[:_HEAD_CHARACTERS])
    if len(encoded) > _HEAD_CHARACTERS:
        head = head.rstrip("=")
        head = head[: len(head) // 4 * 4]
    return bytes_of(head)


def plain_base64(encoded: str) -> str:
    """Return base64 in the one form that endpoints take: without line ends and without the head
    of a ``data:`` address, in the usual letters, padded. Whether it is base64 is not said."""
    if encoded[:5].lower() == "data:":
        encoded = encoded.partition(",")[2]
    plain = "".join(encoded.split())
    if "-" in plain or "_" in plain:
        plain = plain.translate(_URL_SAFE)
    return plain if plain.endswith("=") else plain + "=" * (-len(plain) % 4)


def bytes_of(encoded: str) -> bytes | None:
    """Return what plain base64 stands for; ``None`` if it is none. Costs time with its size:
    megabytes belong on a thread."""
    try:
        return binascii.a2b_base64(encoded, strict_mode=True)
    except ValueError:
        return None


def examined(block: JsonObject) -> JsonObject:
    """Return a block with its data in plain base64, and marked if it cannot be decoded: what is
    marked is not sent. Costs time with its size: it belongs on a thread."""
    source = _carrier(block)
    if source is None:
        return block
    name = _field(block)
    plain = plain_base64(as_text(source.get(name)))
    if bytes_of(plain) is None:
        meta = {**as_object(block.get("_meta")), _PROBLEM: FileProblem.NOT_BASE64.value}
        return {**block, "_meta": meta}
    held = {**source, name: plain}
    return {**block, "resource": held} if source is not block else held


def _marked_problem(block: JsonObject) -> FileProblem | None:
    marked = as_object(block.get("_meta")).get(_PROBLEM)
    return FileProblem.NOT_BASE64 if marked == FileProblem.NOT_BASE64.value else None


def text_in(file: ToolFile) -> str:
    """Return the text of a file that is one, which some servers send in base64, too; empty for
    any other, and for a long one."""
    is_text = file.media_type.startswith("text/") or file.media_type in _TEXTS
    if not is_text or file.problem is not None or len(file.encoded) > LONGEST_READ:
        return ""
    try:
        words = (bytes_of(plain_base64(file.encoded)) or b"").decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in words else words


def sendable(file: ToolFile) -> str:
    """Return the data of a file in the form that endpoints take; empty if they do not take it,
    or it cannot be decoded. Costs time with its size."""
    if not file.is_sent:
        return ""
    plain = plain_base64(file.encoded)
    return plain if bytes_of(plain) is not None else ""
