"""Runs one tool server and takes all it started down with it; knows no other module of the app.

``launcher.py FD COMMAND ARG…`` runs the command on its own standard streams. When the server
ends, when we are told to go (SIGTERM), or when the pipe ``FD`` ends because the app is gone,
however it went, every process the server has started is ended too: on Linux this process is
their reaper, so that even those that left the group are found.
"""

import ctypes
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import NoReturn

PATIENCE_S = 1.0
"""How long the server's processes may take to end by themselves."""

_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36
_COULD_NOT_START = 127


def _prctl(option: int, value: int) -> None:
    """Ask Linux for something; elsewhere the pipe and the group have to do."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)


def _start(command: list[str]) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        os.setsid()
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.execvp(command[0], command)  # noqa: S606 - a list of arguments, no shell
    except OSError as error:
        os.write(2, f"{command[0]}: {error.strerror}\n".encode())
    os._exit(_COULD_NOT_START)


def _descendants() -> list[int]:
    """Return every process below this one, as Linux knows them; elsewhere none are found."""
    found: list[int] = []
    waiting = [os.getpid()]
    while waiting:
        parent = waiting.pop()
        try:
            tasks = list(Path(f"/proc/{parent}/task").iterdir())
            words = " ".join((task / "children").read_text() for task in tasks)
        except OSError:
            continue
        children = [int(word) for word in words.split()]
        found += children
        waiting += children
    return found


def _signal_all(group: int, number: int) -> None:
    for kill, target in ((os.killpg, group), *((os.kill, pid) for pid in _descendants())):
        try:
            kill(target, number)
        except OSError:
            continue


def _reap() -> bool:
    """Take leave of children that have ended; tell whether any is left."""
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return False
        if pid == 0:
            return True


def _end_all(group: int) -> None:
    """End everything: politely, then not."""
    _signal_all(group, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE_S
    while _reap() and time.monotonic() < deadline:
        time.sleep(0.02)
    while _reap():
        _signal_all(group, signal.SIGKILL)
        time.sleep(0.02)


def _watch(lifeline: int) -> None:
    """Have this process told to go when the app is gone."""
    while os.read(lifeline, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _wait_for(server: int) -> int:
    """Return the server's exit status; other children are reaped on the way."""
    while True:
        pid, status = os.wait()
        if pid == server:
            return os.waitstatus_to_exitcode(status)


class _ToldToGoError(Exception):
    """SIGTERM came."""


def _on_term(_number: int, _frame: object) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise _ToldToGoError


def main(arguments: list[str]) -> int:
    """Run the server until it ends or we are told to go; return its exit status."""
    lifeline, command = int(arguments[0]), arguments[1:]
    os.set_inheritable(lifeline, False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)
    status, server = 0, 0
    try:
        signal.signal(signal.SIGTERM, _on_term)
        _prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        server = _start(command)
        # Nobody but the server holds its streams now: their end is the server's end.
        for stream in (0, 1, 2):
            os.close(stream)
        threading.Thread(target=_watch, args=(lifeline,), daemon=True).start()
        status = _wait_for(server)
    except _ToldToGoError:
        pass
    if server:
        _end_all(server)
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    os._exit(main(sys.argv[1:]))
