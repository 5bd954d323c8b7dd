"""Files that a person chooses, read off the GUI thread and within bounds."""

import asyncio
from contextlib import suppress
from pathlib import Path

from chatapp.domain.errors import ChatAppError
from chatapp.domain.text import QT_TRANSLATE_NOOP, text

MAX_TEXT_BYTES = 1024 * 1024


async def read_text_file(path: Path) -> str:
    """Return a small text file. Raises ``ChatAppError`` if it is none."""
    return await asyncio.to_thread(_read, path)


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_TEXT_BYTES + 1)
        if len(data) <= MAX_TEXT_BYTES:
            return data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ChatAppError(
            text(
                "File", QT_TRANSLATE_NOOP("File", "{name} cannot be read as text."), name=path.name
            ),
            detail=str(error),
        ) from error
    raise ChatAppError(
        text("File", QT_TRANSLATE_NOOP("File", "{name} is too large."), name=path.name)
    )


async def write_text_file(path: Path, content: str) -> None:
    """Write a file that a person has named, whole or not at all. Raises ``ChatAppError``."""
    await write_file(path, content.encode("utf-8", "replace"))


async def write_file(path: Path, content: bytes) -> None:
    """Write a file that a person has named, whole or not at all. Raises ``ChatAppError``."""
    await asyncio.to_thread(_write, path, content)


def _write(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise ChatAppError(
            text("File", QT_TRANSLATE_NOOP("File", "{name} cannot be written."), name=path.name),
            detail=str(error),
        ) from error
