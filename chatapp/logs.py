"""The log file of a profile: rotated, without keys, and not even opened until it is needed."""

import logging
from pathlib import Path

from chatapp.domain.redaction import redacted

MOST_BYTES = 1_000_000
FILES_KEPT = 3


class _Redacted(logging.Formatter):
    """Keys and bearer tokens never reach a log."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


class _LateFile(logging.Handler):
    """Opens the file, and imports what rotates it, at the first line that is written."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(
                self._path, maxBytes=MOST_BYTES, backupCount=FILES_KEPT, encoding="utf-8"
            )
            self._file.setFormatter(_Redacted("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def log_to(folder: Path) -> None:
    """Write warnings and errors to ``chatapp.log`` in ``folder``, and no longer to that of a run
    before in this process."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _LateFile)]:
        root.removeHandler(handler)
        handler.close()
    root.addHandler(_LateFile(folder / "chatapp.log"))
    root.setLevel(logging.WARNING)
