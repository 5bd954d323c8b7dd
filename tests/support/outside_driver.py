"""A driver that knows the program only by its command line and its object names.

It runs the real program in this process, as ``python -m chatapp`` would, and drives it from a
thread of its own: what it asks of the window is carried out on the GUI thread, between events.
"""

import queue
import runpy
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QWidget

WITHIN_S = 60.0
PAUSE_S = 0.02


class _Bridge(QObject):
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.wanted.connect(self._do, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _do(self, work: Callable[[], None]) -> None:
        work()


class Driver:
    """``driver(work)`` does something on the GUI thread and returns what came of it."""

    _bridge: _Bridge

    def attach(self) -> None:
        """Wait for the application and its main window."""
        end = time.monotonic() + WITHIN_S
        while QCoreApplication.instance() is None:
            assert time.monotonic() < end
            time.sleep(PAUSE_S)
        application = QCoreApplication.instance()
        assert application is not None
        self._bridge = _Bridge()  # no object of Qt's before there is an application
        self._bridge.moveToThread(application.thread())
        self.until(lambda: self.window() is not None)
        self.until(lambda: len(self.all("exportHar")) == 1 and self.all("parameter.extra_body"))

    def __call__(self, work: Callable[[], Any]) -> Any:
        done: queue.Queue[tuple[bool, Any]] = queue.Queue()

        def carry_out() -> None:
            try:
                done.put((True, work()))
            except Exception as error:  # noqa: BLE001 - it is raised in the other thread
                done.put((False, error))

        self._bridge.wanted.emit(carry_out)
        went_well, result = done.get(timeout=WITHIN_S)
        if not went_well:
            raise result
        return result

    def until(self, condition: Callable[[], Any]) -> Any:
        """Wait until something holds, looked at on the GUI thread; return what it gave."""
        end = time.monotonic() + WITHIN_S
        while not (found := self(condition)):
            assert time.monotonic() < end, "not in time"
            time.sleep(PAUSE_S)
        return found

    @staticmethod
    def window() -> QWidget | None:
        """Return the one main window; on the GUI thread, as everything below."""
        found = [w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow"]
        assert len(found) <= 1
        return found[0] if found else None

    def all(self, name: str) -> list[QObject]:
        """Return every object of a name in the window."""
        window = self.window()
        return list(window.findChildren(QObject, name)) if window is not None else []

    def one(self, name: str) -> Any:
        """Return the one object of a name."""
        found = self.all(name)
        assert len(found) == 1, (name, found)
        return found[0]

    def trigger(self, name: str) -> None:
        """Trigger an action."""
        action = self.one(name)
        assert isinstance(action, QAction)
        assert action.isEnabled(), name
        action.trigger()

    def read(self, name: str, prop: str) -> Any:
        """Return a property of an object."""
        return self.one(name).property(prop)

    def spoken(self) -> list[tuple[str, str]]:
        """Return role and text of each accessible child of the message view."""
        view = QAccessible.queryAccessibleInterface(self.one("messageView"))
        children = [view.child(at) for at in range(view.childCount())]
        return [(c.role().name, c.text(QAccessible.Text.Name)) for c in children]


def drive(arguments: Sequence[str], script: Callable[[Driver], None]) -> int:
    """Run the program with ``arguments`` under ``script``, then quit it; return its status."""
    failed: list[BaseException] = []

    def follow() -> None:
        driver = Driver()
        try:
            driver.attach()
            script(driver)
        except BaseException as error:  # noqa: BLE001 - told below, after the window is closed
            failed.append(error)
        driver(lambda: driver.trigger("quitAction"))

    thread = threading.Thread(target=follow)
    thread.start()
    sys.argv = ["chatapp", *arguments]
    try:
        runpy.run_module("chatapp", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        status = end.code
    thread.join()
    if failed:
        raise failed[0]
    assert isinstance(status, int)
    return status
