"""Attachments: from a file or the clipboard to what is sent, and to the store."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from chatapp.domain.attachments import Attachment, AttachmentKind
from chatapp.domain.errors import ChatAppError
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.domain.token_estimate import image_tokens, sound_tokens, text_tokens
from chatapp.services.attachment_files import Content, OpenedFile, opened, read_file
from chatapp.store.attachments import AttachmentStore

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """A picture as it is sent: scaled, upright, and without anything but its pixels."""

    data: bytes
    media_type: str
    width: int
    height: int


Prepare = Callable[[bytes], PreparedPicture | None]
"""Makes a picture ready (blocking); ``None`` for one that cannot be read or is too large."""


class AttachmentService:
    """Reads, prepares and keeps attachments; nothing is sent before the person sends it.

    One file after another is worked on, off the GUI thread: many large pictures at once would
    need the memory of all of them.
    """

    def __init__(self, store: AttachmentStore, prepare: Prepare) -> None:
        self._store = store
        self._prepare = prepare
        self._began = time.time()
        self._turn = asyncio.Lock()

    async def from_file(self, path: Path) -> Attachment:
        """Return a file, ready to be sent. Raises ``ChatAppError`` in plain words."""
        async with self._turn:
            return await self._keep(await asyncio.to_thread(read_file, path))

    async def from_bytes(self, name: str, data: bytes) -> Attachment:
        """Return what came from the clipboard, ready to be sent. Raises ``ChatAppError``."""
        async with self._turn:
            return await self._keep(await asyncio.to_thread(opened, name, data))

    async def data(self, digest: str) -> bytes:
        """Return the bytes of an attachment; empty if they are gone."""
        return (await self._store.get([digest])).get(digest, b"")

    async def drop_unneeded(self) -> None:
        """Delete the bytes of what earlier runs deleted, or attached and never sent."""
        await self._store.drop_unneeded(self._began)

    async def _keep(self, file: OpenedFile) -> Attachment:
        makers = {
            Content.PICTURE: self._picture,
            Content.PDF: self._document,
            Content.WORDS: self._text,
            Content.WAV: self._sound,
            Content.MP3: self._sound,
        }
        return await makers[file.content](file)

    async def _picture(self, file: OpenedFile) -> Attachment:
        made = await asyncio.to_thread(self._prepare, file.data)
        if made is None:
            source = QT_TRANSLATE_NOOP("Attachment", "{name} is damaged, or has too many pixels.")
            raise ChatAppError(text("Attachment", source, name=file.name))
        return Attachment(
            AttachmentKind.IMAGE,
            await self._put(made.data),
            file.name,
            made.media_type,
            len(made.data),
            tokens=image_tokens(made.width, made.height),
            width=made.width,
            height=made.height,
        )

    async def _document(self, file: OpenedFile) -> Attachment:
        from chatapp.documents.pdf import read_pdf

        found = await asyncio.to_thread(read_pdf, file.data, file.name)
        return await self._words(file.name, found.text, "application/pdf", found.pages)

    async def _text(self, file: OpenedFile) -> Attachment:
        return await self._words(file.name, file.words, "text/plain", encoding=file.encoding)

    async def _words(
        self, name: str, words: str, media_type: str, pages: int = 0, encoding: str = ""
    ) -> Attachment:
        data = words.encode("utf-8", "replace")
        return Attachment(
            AttachmentKind.TEXT,
            await self._put(data),
            name,
            media_type,
            len(data),
            tokens=await asyncio.to_thread(text_tokens, words),
            pages=pages,
            encoding=encoding,
        )

    async def _sound(self, file: OpenedFile) -> Attachment:
        return Attachment(
            AttachmentKind.AUDIO,
            await self._put(file.data),
            file.name,
            "audio/wav" if file.content is Content.WAV else "audio/mpeg",
            len(file.data),
            tokens=sound_tokens(len(file.data)),
        )

    async def _put(self, data: bytes) -> str:
        return await self._store.put(data, time.time())
