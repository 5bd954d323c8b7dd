"""Work that a wish starts, and whose failure is said in words in the status line."""

from collections.abc import Awaitable

from chatapp.domain.errors import ChatAppError, InvalidRequest, StoreError
from chatapp.services.tasks import TaskScope
from chatapp.ui.status_line import StatusLine
from chatapp.ui.translation import failure_words


class SaidWork:
    """Starts tasks of one scope; what a person can act on goes to one line."""

    def __init__(self, tasks: TaskScope, line: StatusLine) -> None:
        self._tasks = tasks
        self._line = line

    def start(self, work: Awaitable[object], name: str) -> None:
        """Begin ``work``; ``name`` is for reports."""
        self._tasks.start(self._said(work), name=name)

    async def _said(self, work: Awaitable[object]) -> None:
        try:
            await work
        except ChatAppError as error:
            refused = isinstance(error, StoreError | InvalidRequest)
            self._line.show_words(failure_words(error), role="problem", refused=refused)
