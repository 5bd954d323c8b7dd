"""What a test may have left behind: open files and sockets, asyncio tasks, warnings in a log."""

import asyncio
import logging
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_DESCRIPTORS = Path("/proc/self/fd")


def open_descriptors() -> dict[int, str]:
    """Return this process's sockets and its files below the temporary folder, by number.

    Fonts, caches and pipes of the platform are opened once and stay; they are not counted.
    Empty where the system does not tell.
    """
    found: dict[int, str] = {}
    for entry in _DESCRIPTORS.iterdir() if _DESCRIPTORS.is_dir() else ():
        try:
            target = str(entry.readlink())
        except OSError:
            continue  # the one that listed the folder
        if target.startswith(("socket:", tempfile.gettempdir() + os.sep)):
            found[int(entry.name)] = target
    return found


class LogRecords(logging.Handler):
    """Keeps what the app logs at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@contextmanager
def app_warnings() -> Iterator[list[str]]:
    """Collect what ``chatapp`` logs at WARNING or above."""
    records = LogRecords()
    logger = logging.getLogger("chatapp")
    logger.addHandler(records)
    try:
        yield records.lines
    finally:
        logger.removeHandler(records)


@contextmanager
def unfinished_tasks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Collect the names of tasks that still run when ``asyncio.run`` has its result: it would
    cancel them in silence."""
    names: list[str] = []
    close = asyncio.Runner.close

    def looking(runner: asyncio.Runner) -> None:
        loop = runner.get_loop()
        if not loop.is_closed():
            names.extend(task.get_name() for task in asyncio.all_tasks(loop))
        close(runner)

    monkeypatch.setattr(asyncio.Runner, "close", looking)
    yield names


def left_open(before: dict[int, str], patience_s: float) -> dict[int, str]:
    """Return what was opened since *before* and stays open; another thread may just close it."""
    until, pause = time.monotonic() + patience_s, threading.Event()
    while True:
        opened = {n: t for n, t in open_descriptors().items() if before.get(n) != t}
        if not opened or time.monotonic() > until:
            return opened
        pause.wait(0.02)
