"""Work that a wish starts, and whose failure is said in words in the status line."""

from collections.abc import Coroutine
from typing import Any

from chatapp.domain.errors import ChatAppError
from chatapp.services.tasks import TaskScope
from chatapp.ui.status_line import StatusLine
from chatapp.ui.translation import translated


class SaidWork:
    """Starts tasks of one scope; what a person can act on goes to one line."""

    def __init__(self, tasks: TaskScope, line: StatusLine) -> None:
        self._tasks = tasks
        self._line = line

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        """Begin ``work``; ``name`` is for reports."""
        self._tasks.start(self._said(work), name=name)

    async def _said(self, work: Coroutine[Any, Any, Any]) -> None:
        try:
            await work
        except ChatAppError as error:
            hint = " " + translated(error.hint) if error.hint else ""
            self._line.show_words(translated(error.message) + hint, role="problem")
