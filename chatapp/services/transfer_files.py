"""Files of conversations on disk: opened, unpacked and put in place off the GUI thread."""

import codecs
import io
import os
import re
import tempfile
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, Protocol

from chatapp.domain.errors import ChatAppError
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.transfer.findings import Finding, Skipped
from chatapp.transfer.own_format import EndpointOf
from chatapp.transfer.reading import read_conversations
from chatapp.transfer.untrusted import NotReadable

_WANTED_MEMBER = re.compile(r"(^|/)(conversations[^/]*|data)\.json$")
_ZIP_FAILURES = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError)


class ConversationFile:
    """A file that is being read; every method blocks. Close it when done.

    ``problem`` says why reading ended before the end of the file.
    """

    def __init__(self, path: Path, endpoint_of: EndpointOf) -> None:
        self._path = path
        self._stack = ExitStack()
        self._size = 1
        self._current: IO[bytes] | None = None
        self._done = 0
        self._findings = self._read(endpoint_of)
        self.problem: ChatAppError | None = None

    @property
    def progress(self) -> float:
        """How much of the file has been read, from 0 to 1."""
        try:
            at = self._current.tell() if self._current else 0
        except (OSError, ValueError):
            at = 0
        return min((self._done + at) / self._size, 1.0)

    def next(self) -> Finding | None:
        """Return the next thing that was found in it; none at the end."""
        try:
            return next(self._findings, None)
        except ChatAppError as error:
            self.problem = error
        except UnicodeError as error:
            self.problem = NotReadable(
                text("Transfer", QT_TRANSLATE_NOOP("Transfer", "It is not UTF-8 text.")),
                detail=str(error),
            )
        except OSError as error:
            self.problem = _not_read(error)
        except _ZIP_FAILURES as error:
            self.problem = NotReadable(
                text(
                    "Transfer",
                    QT_TRANSLATE_NOOP("Transfer", "The archive is damaged or locked."),
                ),
                detail=str(error),
            )
        return None

    def close(self) -> None:
        """Let the file go."""
        self._findings.close()
        self._stack.close()

    def _read(self, endpoint_of: EndpointOf) -> Generator[Finding, None, None]:
        if not self._path.is_file():
            raise NotReadable(
                text("Transfer", QT_TRANSLATE_NOOP("Transfer", "There is no such file."))
            )
        file = self._stack.enter_context(self._path.open("rb"))
        if file.read(4) == b"PK\x03\x04":
            yield from self._read_archive(endpoint_of)
            return
        self._size = max(self._path.stat().st_size, 1)
        if self._path.stat().st_size == 0:
            raise NotReadable(text("Transfer", QT_TRANSLATE_NOOP("Transfer", "It is empty.")))
        file.seek(0)
        yield from self._read_one(file, self._size, endpoint_of)

    def _read_one(
        self, file: IO[bytes], size: int, endpoint_of: EndpointOf
    ) -> Generator[Finding, None, None]:
        self._current = file
        # Some shells and editors of Windows save text as UTF-16; its first two bytes tell.
        is_wide = file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        file.seek(0)
        encoding = "utf-16" if is_wide else "utf-8-sig"
        with io.TextIOWrapper(file, encoding=encoding, newline="") as characters:
            yield from read_conversations(characters.read, endpoint_of)
        self._current = None
        self._done += size

    def _read_archive(self, endpoint_of: EndpointOf) -> Iterator[Finding]:
        """Read the conversations of an export that is still packed, as it was downloaded."""
        archive = self._stack.enter_context(zipfile.ZipFile(self._path))
        files = [m for m in archive.infolist() if not m.is_dir()]
        wanted = [m for m in files if _WANTED_MEMBER.search(m.filename)]
        if not wanted:
            raise NotReadable(
                text(
                    "Transfer",
                    QT_TRANSLATE_NOOP("Transfer", "The archive holds no conversations."),
                )
            )
        self._size = max(sum(m.file_size for m in wanted), 1)
        for member in wanted:
            yield from self._read_one(archive.open(member), member.file_size, endpoint_of)
        if rest := len(files) - len(wanted):
            words = QT_TRANSLATE_NOOP("Transfer", "Other files in the archive: {count}.")
            yield Skipped(self._path.name, text("Transfer", words, count=rest))


def _not_read(error: OSError) -> NotReadable:
    return NotReadable(
        text(
            "Transfer",
            QT_TRANSLATE_NOOP("Transfer", "It cannot be read: {reason}."),
            reason=error.strerror or str(error),
        )
    )


class Target(Protocol):
    """A file that takes its name only when it is whole; see ``UnfinishedFile``."""

    def open(self) -> None:
        """Begin."""

    def write(self, pieces: Iterator[str]) -> None:
        """Add to the file."""

    def finish(self) -> None:
        """Put the file in its place."""

    def discard(self) -> None:
        """Remove what is unfinished."""


class UnfinishedFile:
    """A file that takes its name only when it is whole; every method blocks.

    Raises ``ChatAppError`` if the disk refuses.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None
        self._unfinished = ""

    def open(self) -> None:
        """Begin, beside the place where it will be (readable by this user only)."""
        with _said(self._path):
            if self._path.is_dir():
                raise IsADirectoryError(None, os.strerror(21))
            handle, self._unfinished = tempfile.mkstemp(
                prefix=f".{self._path.name}.", suffix=".part", dir=self._path.parent
            )
            self._file = os.fdopen(handle, "w", encoding="utf-8", newline="\n")

    def write(self, pieces: Iterator[str]) -> None:
        """Add to the file."""
        assert self._file is not None  # noqa: S101 - open() has set it
        with _said(self._path):
            self._file.writelines(pieces)

    def finish(self) -> None:
        """Put the file in its place, over an older one."""
        assert self._file is not None  # noqa: S101 - open() has set it
        with _said(self._path):
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            Path(self._unfinished).replace(self._path)
            self._unfinished = ""

    def discard(self) -> None:
        """Remove what is unfinished; a finished file stays."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
        if self._unfinished:
            with suppress(OSError):
                Path(self._unfinished).unlink(missing_ok=True)


class _said:  # noqa: N801 - reads as a verb where it is used
    """Turn the disk's refusal into words."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        if isinstance(error, OSError):
            raise ChatAppError(
                text(
                    "Transfer",
                    QT_TRANSLATE_NOOP("Transfer", "{name} cannot be written: {reason}."),
                    name=self._path.name,
                    reason=error.strerror or str(error),
                )
            ) from error
