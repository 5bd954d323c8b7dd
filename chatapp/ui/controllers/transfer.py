"""Import and export from the window: choosing files, progress with *Cancel*, the report."""

from collections import Counter
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId
from chatapp.services.conversations import ConversationService
from chatapp.services.tasks import TaskScope
from chatapp.transfer import PRINTED, SUFFIXES
from chatapp.ui.notices import NoticeBar
from chatapp.ui.sidebar.view import SidebarView
from chatapp.ui.translation import translated

if TYPE_CHECKING:
    from chatapp.services.transfer import ImportReport, Progress, SkippedItem, TransferService

_NOTICE = "transfer"
OFTEN = 5
"""What is said of so many conversations of a file is said of them together as well."""


def _say(words: str) -> str:
    return QCoreApplication.translate("Transfer", words)


class TransferController(QObject):
    """One import or export at a time.

    ``endpoints`` returns those that files may name, ``current`` tells which conversation is
    shown.
    """

    def __init__(
        self,
        window: QWidget,
        actions: Mapping[str, QAction],
        notices: NoticeBar,
        sidebar: SidebarView,
        conversations: ConversationService,
        endpoints: Callable[[], Sequence[Endpoint]],
        tasks: TaskScope,
        current: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._notices = notices
        self._sidebar = sidebar
        self._conversations = conversations
        self._endpoints = endpoints
        self._tasks = tasks
        self._current = current
        self._wanted = True
        actions["importAction"].triggered.connect(self._choose_files)
        actions["exportAction"].triggered.connect(
            lambda: tasks.start(self._choose_target(), name="export")
        )

    def _service(self) -> "TransferService":
        """Return the service; it is imported when it is first used."""
        from chatapp.services.transfer import TransferService
        from chatapp.ui.printing.pdf_file import PdfFile

        return TransferService(self._conversations, self._endpoints, PdfFile)

    # Import

    def _choose_files(self) -> None:
        from chatapp.ui.transfer_dialogs import import_chooser

        chooser = import_chooser(self._window)
        chooser.filesSelected.connect(self.import_files)
        chooser.open()

    def import_files(self, paths: list[str]) -> None:
        """Take the conversations of files, and report."""
        self._start(self._import([Path(path) for path in paths]), _say("Importing…"))

    async def _import(self, paths: list[Path]) -> None:
        words = _say("Importing… {percent} % (conversations: {count})")
        report = await self._service().import_files(paths, self._teller(words), self._is_wanted)
        self._notices.remove(_NOTICE)
        self._tasks.start(self._show_report(report), name="import report")

    async def _show_report(self, report: "ImportReport") -> None:
        words = [
            _say("New conversations: {count}.").format(count=report.conversations)
            + " "
            + _say("New messages: {count}.").format(count=report.messages)
        ]
        if report.cancelled:
            words.append(_say("The import was cancelled; what had been taken stays."))
        words += [_row(problem) for problem in report.problems]
        rows = [*_often(report.skipped), *(_row(skipped) for skipped in report.skipped)]
        if report.unlisted:
            rows.append(_say("And {count} more.").format(count=report.unlisted))
        from chatapp.ui.dialogs import ask
        from chatapp.ui.transfer_dialogs import ImportReportDialog

        await ask(ImportReportDialog(self._window, "\n".join(words), rows))

    # Export

    def export_chosen(self, ids: list[ConversationId]) -> None:
        """Ask where to write some conversations, and write them."""
        title = self._title_of(ids[0]) if len(ids) == 1 else _say("Conversations")
        self._choose_file(title, ids)

    async def _choose_target(self) -> None:
        from PySide6.QtWidgets import QDialog

        from chatapp.ui.dialogs import ask
        from chatapp.ui.transfer_dialogs import ExportScopeDialog, Scope

        shown, selected = self._current(), self._sidebar.selected_ids()
        dialog = ExportScopeDialog(self._window, shown=shown is not None, selected=len(selected))
        if await ask(dialog) != QDialog.DialogCode.Accepted:
            return
        ids: list[ConversationId] | None = None
        title = _say("Conversations")
        if dialog.scope is Scope.SELECTED:
            ids = selected
        elif dialog.scope is Scope.SHOWN and shown is not None:
            ids = [shown]
            title = self._title_of(shown)
        self._choose_file(title, ids)

    def _choose_file(self, title: str, ids: list[ConversationId] | None) -> None:
        from chatapp.ui.transfer_dialogs import export_chooser

        chooser = export_chooser(self._window, title)
        chooser.fileSelected.connect(lambda path: self.export(Path(path), ids))
        chooser.open()

    def _title_of(self, conversation_id: ConversationId) -> str:
        model = self._sidebar.model
        row = model.row_of(conversation_id)
        return str(model.index(row).data()) if row >= 0 else model.untitled()

    def export(self, path: Path, ids: list[ConversationId] | None) -> None:
        """Write conversations, or all, in the format of the file's suffix."""
        if path.suffix.lower() not in (*SUFFIXES, PRINTED):
            words = _say("The file's name must end in one of {suffixes}.")
            self._problem(words.format(suffixes=", ".join((*SUFFIXES, PRINTED))))
            return
        self._start(self._export(path, ids), _say("Exporting…"))

    async def _export(self, path: Path, ids: list[ConversationId] | None) -> None:
        words = _say("Exporting… {percent} % (conversations: {count})")
        report = await self._service().export(
            path, ids, self._teller(words), self._is_wanted, translated
        )
        said = _say("The export was cancelled; nothing was written.")
        if not report.cancelled:
            said = _say("Exported to {name}. Conversations: {count}.").format(
                name=path.name, count=report.conversations
            )
        self._notices.show_notice(_NOTICE, said, role="plain", passing=True)

    # Both

    def _start(self, work: Coroutine[Any, Any, None], words: str) -> None:
        self._wanted = True
        self._enable(False)
        self._notices.show_notice(
            _NOTICE, words, role="plain", button=_say("Cancel"), on_button=self._cancel
        )
        self._tasks.start(self._said(work), name="transfer")

    async def _said(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except ChatAppError as error:
            self._problem(translated(error.message))
        finally:
            self._enable(True)

    def _enable(self, enabled: bool) -> None:
        for name in ("importAction", "exportAction"):
            self._actions[name].setEnabled(enabled)

    def _problem(self, words: str) -> None:
        self._notices.show_notice(_NOTICE, words, role="problem")

    def _cancel(self) -> None:
        self._wanted = False

    def _is_wanted(self) -> bool:
        return self._wanted

    def _teller(self, words: str) -> Callable[["Progress"], None]:
        def tell(progress: "Progress") -> None:
            self._notices.change_words(
                _NOTICE,
                words.format(percent=round(progress.fraction * 100), count=progress.conversations),
            )

        return tell


def _often(skipped: "Sequence[SkippedItem]") -> list[str]:
    """Return what was said of many conversations of a file, each once, before the single rows."""
    counts = Counter((item.file, translated(item.reason)) for item in skipped)
    words = _say("{file}: {reason} (conversations: {count})")
    number = QLocale().toString
    return [
        words.format(file=file, reason=reason, count=number(count))
        for (file, reason), count in counts.most_common()
        if count >= OFTEN
    ]


def _row(skipped: "SkippedItem") -> str:
    named = " · ".join(filter(None, (skipped.file, skipped.item)))
    return f"{named}: {translated(skipped.reason)}"
