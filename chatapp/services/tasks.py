"""Every task has an owner that cancels and awaits it.

A ``TaskScope`` belongs to the application, a window, a conversation or a generation; closing
it cancels its tasks and waits until their clean-up is done.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class TaskScope:
    """Tasks that end together.

    ``report`` receives what a task raised and nobody awaited; stopping is not raising.
    """

    def __init__(self, name: str, report: Callable[[BaseException], None]) -> None:
        self._name = name
        self._report = report
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self, work: Coroutine[Any, Any, T], *, name: str) -> "asyncio.Task[T]":
        """Run ``work`` as a task of this scope; refused once the scope is closed."""
        if self._closed:
            work.close()
            raise RuntimeError(f"the scope {self._name} is closed")
        task = asyncio.get_running_loop().create_task(work, name=f"{self._name}: {name}")
        self._tasks.add(task)
        task.add_done_callback(self._on_done)
        return task

    def wish(self, work: Callable[[], Coroutine[Any, Any, None]], *, name: str) -> None:
        """Run what a timer or a click asks for; either may come just after the scope was closed,
        and is passed over then."""
        if not self._closed:
            self.start(work(), name=name)

    def child(self, name: str) -> "TaskScope":
        """Return a scope that reports to the same place and is closed on its own."""
        return TaskScope(name, self._report)

    def _on_done(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._report(error)

    @property
    def is_closed(self) -> bool:
        """Whether the scope takes no more work."""
        return self._closed

    async def close(self) -> None:
        """Cancel every task and wait until each has cleaned up after itself."""
        self._closed = True
        current = asyncio.current_task()
        while waiting := {task for task in self._tasks if task is not current}:
            for task in waiting:
                task.cancel()
            await asyncio.wait(waiting)
