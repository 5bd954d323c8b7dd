"""One server's process and its pipes, started through our launcher and ended for certain."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from chatapp.domain.errors import ToolFailed
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.domain.tool_servers import ToolServer, filled_arguments
from chatapp.toolhosts import launcher

LAUNCHER_OPTION = "--tool-server-launcher"
"""The hidden option with which a frozen build runs ``launcher.main`` instead of the window."""

CLOSING_S = 1.0
"""How long a server may take to go when its input ends."""

_READ_SIZE = 65_536
_INHERITED = ("HOME", "LOGNAME", "PATH", "SHELL", "TERM", "USER", "LANG", "TMPDIR", "TZ")
_INHERITED_ON_WINDOWS = (
    "APPDATA", "HOMEDRIVE", "HOMEPATH", "LOCALAPPDATA", "PATH", "PATHEXT",
    "PROCESSOR_ARCHITECTURE", "SYSTEMDRIVE", "SYSTEMROOT", "TEMP", "USERNAME", "USERPROFILE",
)  # fmt: skip
_SHELL_LETTERS = frozenset('&|><^"%\n\r')


def resolved_command(server: ToolServer) -> str:
    """Return the absolute path of the program that a server's command names.

    Raises ``ToolFailed`` if there is none, or if it cannot be run without a shell.
    """
    path = server.environment.get("PATH")
    found = shutil.which(server.command, path=path)
    if found is None:
        source = QT_TRANSLATE_NOOP("Tools", "There is no program “{command}” on this computer.")
        raise ToolFailed(text("Tools", source, command=server.command))
    if found.lower().endswith((".cmd", ".bat")):
        _refuse_shell_letters(filled_arguments(server))
    return os.path.abspath(found)  # noqa: PTH100 - a name to show, no link to follow


def _refuse_shell_letters(arguments: tuple[str, ...]) -> None:
    """A batch file hands its arguments to a shell, whatever one does."""
    if any(_SHELL_LETTERS & set(argument) for argument in arguments):
        source = QT_TRANSLATE_NOOP(
            "Tools", 'A batch file cannot be given arguments with one of these: & | > < ^ " %'
        )
        raise ToolFailed(text("Tools", source))


def environment_of(server: ToolServer, ours: Mapping[str, str]) -> dict[str, str]:
    """Return a server's variables: the few harmless ones of ours, and its own."""
    names = _INHERITED_ON_WINDOWS if sys.platform == "win32" else _INHERITED
    harmless = {n: ours[n] for n in names if n in ours and not ours[n].startswith("()")}
    return harmless | dict(server.environment)


class ServerProcess:
    """A running server: its pipes, and the way to end it with all it has started."""

    def __init__(self, process: asyncio.subprocess.Process, lifeline: int) -> None:
        self._process = process
        self._lifeline = lifeline

    @classmethod
    async def start(cls, server: ToolServer) -> "ServerProcess":
        """Start a server. Raises ``ToolFailed``."""
        command = resolved_command(server)
        listening, lifeline = os.pipe()
        try:
            process = await asyncio.create_subprocess_exec(
                *_launched(listening, command, filled_arguments(server)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment_of(server, os.environ),
                cwd=server.folder or None,
                pass_fds=() if sys.platform == "win32" else (listening,),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            os.close(lifeline)
            source = QT_TRANSLATE_NOOP("Tools", "“{name}” could not be started: {reason}")
            raise ToolFailed(
                text("Tools", source, name=server.name, reason=error.strerror or str(error))
            ) from error
        finally:
            os.close(listening)
        return cls(process, lifeline)

    @property
    def pid(self) -> int:
        """The process id of the launcher."""
        return self._process.pid

    async def read(self) -> bytes:
        """Return a piece of standard output; empty at its end."""
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe
        return await self._process.stdout.read(_READ_SIZE)

    async def read_log(self) -> bytes:
        """Return a piece of standard error; empty at its end."""
        assert self._process.stderr is not None  # noqa: S101 - it is a pipe
        return await self._process.stderr.read(_READ_SIZE)

    async def write(self, data: bytes) -> None:
        """Write to standard input. Raises ``OSError`` when nobody reads it any more."""
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        self._process.stdin.write(data)
        await self._process.stdin.drain()

    async def close(self, log: Callable[[bytes], None]) -> int:
        """End the server and all it started; return its exit status.

        What it still writes is read, for a full pipe would hold up its end, and forgotten; but
        its last words go to ``log``.
        """
        async with asyncio.TaskGroup() as group:
            pipes = ((self.read, _forget), (self.read_log, log))
            drains = [group.create_task(_drain(read, keep)) for read, keep in pipes]
            status = await self._end()
            await asyncio.wait(drains, timeout=CLOSING_S)
            for drain in drains:
                drain.cancel()
        with suppress(OSError):
            os.close(self._lifeline)
        return status

    async def _end(self) -> int:
        if self._process.stdin is not None:
            self._process.stdin.close()
        if not await self._ended_within(CLOSING_S):
            with suppress(ProcessLookupError):
                self._process.terminate()
            if not await self._ended_within(launcher.PATIENCE_S * 3):
                with suppress(ProcessLookupError):
                    self._process.kill()
        return await self._process.wait()

    async def _ended_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self._process.wait()
        except TimeoutError:
            return False
        return True


async def _drain(read: Callable[[], Awaitable[bytes]], keep: Callable[[bytes], None]) -> None:
    size = 0
    while piece := await read():
        size += len(piece)
        if size <= _READ_SIZE * 2:
            keep(piece)


def _forget(_piece: bytes) -> None:
    """Nobody reads it any more."""


def _launched(lifeline: int, command: str, arguments: tuple[str, ...]) -> list[str]:
    """Return the command line that runs a server; Windows has no launcher, the server is run
    as it is."""
    if sys.platform == "win32":
        return [command, *arguments]
    if getattr(sys, "frozen", False):
        ours = [sys.executable, LAUNCHER_OPTION]
    else:
        ours = [sys.executable, "-I", "-S", launcher.__file__]
    return [*ours, str(lifeline), command, *arguments]
