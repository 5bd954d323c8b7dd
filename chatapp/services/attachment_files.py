"""Reading files that people attach: bounded, regular files only, known by what is in them."""

import os
import stat
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from chatapp.domain.errors import ChatAppError
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, text

if TYPE_CHECKING:
    from chatapp.services.text_encodings import Decoded

MEGABYTE = 1024 * 1024
MOST_BYTES = 50 * MEGABYTE
"""No kind may be larger; each kind has a bound of its own below this one."""


class Content(Enum):
    """What a file holds, as far as sending goes."""

    PICTURE = auto()
    WAV = auto()
    MP3 = auto()
    PDF = auto()
    WORDS = auto()


_MOST = {
    Content.PICTURE: 20 * MEGABYTE,
    Content.WAV: 25 * MEGABYTE,
    Content.MP3: 25 * MEGABYTE,
    Content.PDF: 50 * MEGABYTE,
    Content.WORDS: 2 * MEGABYTE,
}
_PICTURE_HEADS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_HEAD = 16


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What was read: ``words`` is the text of a text file, ``encoding`` what it was in unless
    that was UTF-8."""

    name: str
    content: Content
    data: bytes
    words: str = ""
    encoding: str = ""


def read_file(path: Path) -> OpenedFile:
    """Read a file that a person chose (blocking). Raises ``ChatAppError`` in plain words.

    Devices, pipes and folders are refused unread; what a file is called says nothing.
    """
    try:
        data = _read_regular(path)
    except OSError as error:
        raise _refused(_UNREADABLE, path.name, detail=str(error)) from error
    return opened(path.name, data)


def _read_regular(path: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise _refused(_NO_FILE, path.name)
        if status.st_size > MOST_BYTES:
            raise _too_large(path.name, MOST_BYTES)
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_large(path.name, MOST_BYTES)
    return data


def opened(name: str, data: bytes) -> OpenedFile:
    """Find out what bytes are. Raises ``ChatAppError`` if they are nothing that can be sent."""
    content = _content(data[:_HEAD])
    if content is None:
        text_of_file = _words(name, data)
        return OpenedFile(name, Content.WORDS, data, text_of_file.words, text_of_file.encoding)
    if len(data) > _MOST[content]:
        raise _too_large(name, _MOST[content])
    return OpenedFile(name, content, data)


def _content(head: bytes) -> Content | None:
    if head.startswith(_PICTURE_HEADS) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return Content.PICTURE
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return Content.WAV
    if head[:3] == b"ID3" or (head[:1] == b"\xff" and len(head) > 1 and head[1] & 0xE6 == 0xE2):
        return Content.MP3
    return Content.PDF if head.startswith(b"%PDF-") else None


def _words(name: str, data: bytes) -> "Decoded":
    """Return the text of a text file, in Unicode or the likeliest of the older encodings."""
    from chatapp.services.text_encodings import decode

    if not data.strip():
        raise _refused(_EMPTY, name)
    if len(data) > _MOST[Content.WORDS]:
        raise _too_large(name, _MOST[Content.WORDS])
    found = decode(data)
    if found is None:
        raise _refused(_UNKNOWN, name)
    return found


_UNREADABLE = QT_TRANSLATE_NOOP("Attachment", "{name} cannot be read.")
_NO_FILE = QT_TRANSLATE_NOOP("Attachment", "{name} is not a file.")
_EMPTY = QT_TRANSLATE_NOOP("Attachment", "{name} is empty.")
_UNKNOWN = QT_TRANSLATE_NOOP(
    "Attachment", "{name} is no picture, sound (WAV, MP3), PDF or text that can be sent."
)


def _refused(source: str, name: str, detail: str = "") -> ChatAppError:
    return ChatAppError(text("Attachment", source, name=name), detail=detail)


def _too_large(name: str, most: int) -> ChatAppError:
    source = QT_TRANSLATE_NOOP("Attachment", "{name} is too large: at most {most} MB can be sent.")
    return ChatAppError(text("Attachment", source, name=name, most=most // MEGABYTE))
