"""One run of the child process, watched by two daemon threads.

Plain ``subprocess`` and threads instead of asyncio's: those need a child watcher that the
Qt event loop does not offer on every platform, and nothing here may block that loop.
"""

import json
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, field
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TextIO, cast

from chatapp.domain.errors import EngineFailed, WayOut
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.engine import server
from chatapp.engine.model_file import model_to_use
from chatapp.engine.reports import Report, parse_report

#: The hidden option with which a frozen build runs ``server.main`` instead of the window.
CHILD_OPTION = "--engine-child"

#: How much of llama.cpp's log is kept for *Copy details*: lines, and characters in a line.
_LOG_LINES, _LOG_LINE_CHARS = 100, 600

#: A longer line on standard output is no report; it is read in pieces of this size.
_LINE_CHARS = 65_536


@dataclass(frozen=True, slots=True)
class ChildSettings:
    """What the child is told on its standard input; the key never shows in a ``repr``.

    ``model`` is a GGUF file, or ``None`` if none was found; ``chat_template`` may be empty.
    """

    model: Path | None
    name: str
    chat_template: str
    api_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ended:
    """The child is gone; ``problem`` says why, in words, unless it was told to go."""

    problem: EngineFailed | None


ChildEvent = Report | Ended


class EngineChild:
    """Starts the child at once; everything that happens comes through ``on_event``.

    ``on_event`` is called on a thread of ours, and exactly once with ``Ended``, as the last.
    """

    def __init__(self, settings: ChildSettings, on_event: Callable[[ChildEvent], None]) -> None:
        self._settings = settings
        self._on_event = on_event
        self._process: subprocess.Popen[str] | None = None
        self._stopping = False
        self._log: deque[str] = deque(maxlen=_LOG_LINES)
        # Linux ends the child with the *thread* that started it, so this one stays to the end.
        Thread(target=self._run, name="engine-child", daemon=True).start()

    @property
    def pid(self) -> int | None:
        """The child's process id, for the status display; ``None`` before it is started."""
        return self._process.pid if self._process else None

    def terminate(self) -> None:
        """Ask the child to go; it has nothing to save, so the polite signal is enough."""
        self._stopping = True
        if self._process is not None:
            self._process.terminate()

    def kill(self) -> None:
        """End a child that did not go."""
        if self._process is not None:
            self._process.kill()

    def _run(self) -> None:
        try:
            model = model_to_use(self._settings.model)
            with self._start() as process:
                self._watch(process, model)
        except EngineFailed as problem:
            self._on_event(Ended(problem))
        else:
            self._on_event(Ended(None if self._stopping else self._problem(process.returncode)))

    def _start(self) -> subprocess.Popen[str]:
        try:
            self._process = _popen()
        except OSError as error:
            raise _cannot_start(str(error)) from error
        # ``terminate`` may have come before there was anything to end.
        if self._stopping:
            self._process.terminate()
        return self._process

    def _watch(self, process: subprocess.Popen[str], model: Path) -> None:
        stdin, stdout, stderr = (
            cast("TextIO", pipe) for pipe in (process.stdin, process.stdout, process.stderr)
        )
        log = Thread(target=self._read_log, args=(stderr,), name="engine-log", daemon=True)
        log.start()
        self._tell(stdin, model)
        for line in iter(partial(stdout.readline, _LINE_CHARS), ""):
            if report := parse_report(line):
                self._on_event(report)
        process.wait()
        log.join()

    def _tell(self, stdin: TextIO, model: Path) -> None:
        """Hand over the settings; the pipe stays open, its end is the child's end."""
        try:
            stdin.write(json.dumps({**asdict(self._settings), "model": str(model)}) + "\n")
            stdin.flush()
        except OSError:
            self._log.append("The engine ended before it read its settings.")
            # What was not read is still buffered, and would fail again when ``Popen`` closes.
            with suppress(OSError):
                stdin.close()

    def _read_log(self, stderr: TextIO) -> None:
        for line in iter(partial(stderr.readline, _LOG_LINE_CHARS), ""):
            self._log.append(line.rstrip("\n"))

    def _problem(self, returncode: int) -> EngineFailed:
        lines = [f"llama.cpp server, exit status {returncode}", *self._log]
        return _died("\n".join(lines).replace(self._settings.api_key, "[key]"))


def _popen() -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own script, no outside text in the command
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    """Run the server module as a script; ``-P`` keeps the current folder out of its imports."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_OPTION]
    return [sys.executable, "-P", server.__file__]


def _cannot_start(detail: str) -> EngineFailed:
    source = QT_TRANSLATE_NOOP("Engine", "The offline model could not be started.")
    return EngineFailed(text("Engine", source), detail=detail, retryable=True)


def _died(detail: str) -> EngineFailed:
    return EngineFailed(
        text("Engine", QT_TRANSLATE_NOOP("Engine", "The offline model stopped unexpectedly.")),
        hint=text(
            "Engine",
            QT_TRANSLATE_NOOP("Engine", "Try again, or choose a smaller model in the settings."),
        ),
        detail=detail,
        retryable=True,
        ways_out=(WayOut.RETRY, WayOut.OPEN_SETTINGS),
    )
