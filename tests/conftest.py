"""What every test gets: nothing may be left behind, a watchdog, Qt in the loop.

Left behind are tasks, threads, processes, sockets, files, and warnings in the app's log. A test
that means it says so: ``logs_warnings("why")``, ``leaves_sockets("why")``.
"""

import asyncio
import faulthandler
import gc
import os
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import psutil
import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from tests.support.leftovers import app_warnings, left_open, open_descriptors, unfinished_tasks

pytest_plugins = ["tests.support.figures"]
# How long examples take to make depends on what else the machine does; benchmarks measure.
settings.register_profile("any load", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any load")
WATCHDOG_S = 180
ENDING_S = 3
"""For what is ending already: an X server runs a shell for a moment at every new key map."""


@pytest.fixture(autouse=True)
def nothing_is_left_behind(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fail a test that leaves anything behind; dump stacks if it hangs."""
    faulthandler.dump_traceback_later(WATCHDOG_S, exit=True)
    gc.freeze()  # what is there already is not looked through again after every test
    threads = set(threading.enumerate())
    children = {p.pid for p in psutil.Process().children(recursive=True)}
    descriptors = open_descriptors()
    with app_warnings() as warnings, unfinished_tasks(monkeypatch) as tasks:
        yield
    faulthandler.cancel_dump_traceback_later()
    gc.collect()
    assert not tasks, f"tasks left behind: {tasks}"
    assert not warnings or _is_meant(request, "logs_warnings"), f"logged: {warnings}"
    if not _is_meant(request, "leaves_sockets"):
        opened = left_open(descriptors, ENDING_S)
        assert not opened, f"left open: {opened}"
    ours = [t for t in threading.enumerate() if t not in threads and _is_ours(t)]
    for thread in ours:
        thread.join(ENDING_S)  # one that is ending already
    left = {t.name for t in ours if t.is_alive()}
    assert not left, f"threads left behind: {left}"
    processes = [p for p in psutil.Process().children(recursive=True) if p.pid not in children]
    _, left_running = psutil.wait_procs(processes, timeout=ENDING_S)
    assert not left_running, f"processes left behind: {left_running}"


def _is_meant(request: pytest.FixtureRequest, marker: str) -> bool:
    return request.node.get_closest_marker(marker) is not None


def _is_ours(thread: threading.Thread) -> bool:
    """Pool threads of Python and Qt live on by design."""
    return not thread.name.startswith(("asyncio_", "ThreadPoolExecutor", "Dummy", "keyring"))


def pytest_sessionfinish() -> None:
    """Empty the offscreen platform's clipboard: it outlives Python, and what Python gave it
    would be taken down after Python."""
    if isinstance(QApplication.instance(), QApplication):
        QApplication.clipboard().clear()


RunInQt = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture
def run_in_qt(qapp: QApplication) -> Iterator[RunInQt]:
    """Run a coroutine under qasync; what a task raised unseen fails the test."""
    qapp.setQuitOnLastWindowClosed(False)  # as in the app: dialogs come and go
    loop = QEventLoop(qapp, set_running_loop=False)
    unseen: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _loop, context: unseen.append(context))
    asyncio.set_event_loop(loop)

    def run(work: Coroutine[Any, Any, Any]) -> Any:
        return loop.run_until_complete(asyncio.wait_for(work, WATCHDOG_S - 30))

    gc.disable()  # as in the app: on this thread only, where Qt's objects may end
    yield run
    gc.enable()
    left = [task.get_name() for task in asyncio.all_tasks(loop)]
    loop.close()
    asyncio.set_event_loop(None)
    gc.collect()
    assert not unseen, unseen
    assert not left, f"tasks left behind: {left}"
