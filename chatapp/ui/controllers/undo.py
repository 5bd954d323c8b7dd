"""Taking back what was deleted or moved: an offer above the messages, and Ctrl+Z."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from chatapp.domain.errors import ChatAppError
from chatapp.domain.quick_dataclass import dataclass
from chatapp.services.tasks import TaskScope
from chatapp.ui.notices import NoticeBar
from chatapp.ui.status_line import StatusLine
from chatapp.ui.translation import translated

Undo = Callable[[], Awaitable[None] | None]
MOST = 100
_NOTICE = "deleted"


@dataclass(frozen=True, slots=True)
class _Step:
    words: str
    undo: Undo


class UndoController(QObject):
    """Keeps what can be taken back, the newest last; each step is taken back once."""

    def __init__(
        self, action: QAction, notices: NoticeBar, line: StatusLine, tasks: TaskScope
    ) -> None:
        super().__init__(notices)
        self._action = action
        self._line = line
        self._tasks = tasks
        self._steps: list[_Step] = []
        self._bars = [notices]
        action.triggered.connect(self.take_back)
        notices.undoable.connect(self.offer)
        notices.joined.connect(self._serve)
        self._show()

    def _serve(self, bar: NoticeBar) -> None:
        """Take the offers of a dialog's bar, and show them there for as long as it is there."""
        self._bars.append(bar)
        bar.undoable.connect(self.offer)
        bar.destroyed.connect(lambda: self._bars.remove(bar))

    def offer(self, words: str, undo: Undo) -> None:
        """Say what was done, and keep how to take it back."""
        step = _Step(words, undo)
        self._steps = [*self._steps, step][-MOST:]
        self._show()
        for bar in self._bars:
            bar.show_notice(
                _NOTICE,
                words,
                role="plain",
                button=QCoreApplication.translate("Undo", "Undo"),
                on_button=lambda: self._take_back(step),
                passing=True,
            )

    def _show(self) -> None:
        tr = QCoreApplication.translate
        self._action.setEnabled(bool(self._steps))
        words = self._steps[-1].words if self._steps else ""
        self._action.setToolTip(tr("Undo", "Undo: {what}").format(what=words) if words else "")

    def take_back(self) -> None:
        """Take back the newest step."""
        if self._steps:
            self._take_back(self._steps[-1])

    def _take_back(self, step: _Step) -> None:
        if step not in self._steps:
            return
        self._steps.remove(step)
        self._show()
        for bar in self._bars:
            bar.remove(_NOTICE)
        self._tasks.start(self._run(step), name="undo")

    async def _run(self, step: _Step) -> None:
        try:
            waiting = step.undo()
            if waiting is not None:
                await waiting
        except ChatAppError as error:
            self._steps.append(step)
            self._show()
            self._line.show_words(translated(error.message), role="problem")


class UndoKey(QObject):
    """Leaves Ctrl+Z to the window while a text field has nothing of its own to undo."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the shortcut through; typing and its own undo stay the field's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self._field.document().isUndoAvailable()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
