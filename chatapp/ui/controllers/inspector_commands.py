"""What can be done with chosen exchanges: copied, exported, sent again, deleted."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from chatapp.domain.copy_as import curl, python_httpx, python_openai, raw_http
from chatapp.domain.errors import ChatAppError
from chatapp.domain.exchanges import Bodies, Exchange, ExchangeKind, Step
from chatapp.domain.har import har, own_format
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.services.exchange_calls import request_fields
from chatapp.services.exchanges import ExchangeService
from chatapp.services.files import write_text_file
from chatapp.services.generation import GenerationService
from chatapp.services.tasks import TaskScope
from chatapp.ui.dialogs import ask, confirm
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import failure_words

_FORMATS: dict[str, Callable[[Exchange, bytes], str]] = {
    "copyCurl": curl,
    "copyHttpx": python_httpx,
    "copyOpenai": python_openai,
    "copyRawHttp": raw_http,
}
_ALL = "exportAllHar"
_WRITERS: dict[str, Callable[[Sequence[tuple[Exchange, Bodies]]], JsonValue]] = {
    "exportHar": har,
    "exportExchanges": own_format,
}


class InspectorCommands(QObject):
    """``chosen`` returns the exchanges that a command is about, ``listed`` all that are shown,
    ``to_delete`` what there is to delete of what is chosen."""

    compare_requested = Signal(str, str)

    def __init__(
        self,
        window: MainWindow,
        exchanges: ExchangeService,
        generation: GenerationService,
        tasks: TaskScope,
        chosen: Callable[[], list[Exchange]],
        listed: Callable[[], list[Exchange]],
        to_delete: Callable[[], tuple[list[Exchange], list[Step]]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._exchanges = exchanges
        self._generation = generation
        self._tasks = tasks
        self._chosen = chosen
        self._listed = listed
        self._to_delete = to_delete

    # Menus

    def _labels(self) -> dict[str, str]:
        say = QCoreApplication.translate
        return {
            "copyHttpx": say("Inspector", "Copy as Python (httpx)"),
            "copyOpenai": say("Inspector", "Copy as Python (openai SDK)"),
            "copyRawHttp": say("Inspector", "Copy as raw HTTP"),
            _ALL: say("Inspector", "Export all that are listed as HAR…"),
            "exportExchanges": say("Inspector", "Export everything known (JSON)…"),
            "runAgain": say("Inspector", "Edit and run again from here…"),
            "resend": say("Inspector", "Resend unchanged and compare"),
            "delete": say("Inspector", "Delete"),
            "deleteAll": say("Inspector", "Delete everything recorded…"),
        }

    def _action(self, name: str, menu: QMenu) -> QAction:
        action = QAction(self._labels()[name], menu)
        action.triggered.connect(lambda _=False: self.run(name))
        return action

    def copy_menu(self, parent: QWidget) -> QMenu:
        """Return a menu of the forms that a request can be copied in."""
        menu = QMenu(parent)
        menu.addAction(self._window.action("copyCurl"))
        for name in ("copyHttpx", "copyOpenai", "copyRawHttp"):
            menu.addAction(self._action(name, menu))
        return menu

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of everything else."""
        menu = QMenu(parent)
        for name in ("resend", "runAgain"):
            menu.addAction(self._action(name, menu))
        menu.addSeparator()
        menu.addAction(self._window.action("exportHar"))
        for name in (_ALL, "exportExchanges"):
            menu.addAction(self._action(name, menu))
        menu.addSeparator()
        for name in ("delete", "deleteAll"):
            menu.addAction(self._action(name, menu))
        return menu

    def fill(self, menu: QMenu) -> None:
        """Put everything into the menu of a row."""
        for source in (self.copy_menu(menu), self.menu(menu)):
            menu.addActions(source.actions())
            menu.addSeparator()

    # Running

    def run(self, name: str) -> None:
        """Carry out a command on the chosen exchanges."""
        chosen = self._chosen()
        if name == "deleteAll":
            self._start(self._delete_all())
        elif name == "delete":
            self._start(self._delete(*self._to_delete()))
        elif not chosen:
            self._say(QCoreApplication.translate("Inspector", "No request was recorded here."))
        elif name in _FORMATS:
            self._start(self._copy(name, chosen[-1]))
        elif name == _ALL:
            self._choose_file("exportHar", self._listed())
        elif name in _WRITERS:
            self._choose_file(name, chosen)
        elif name == "resend":
            self._start(self._resend(chosen[-1]))
        else:
            self._start(self._edit(chosen[-1]))

    def _start(self, work: Coroutine[Any, Any, object]) -> None:
        self._tasks.start(self._said(work), name="inspector command")

    async def _said(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except ChatAppError as error:
            self._say(failure_words(error), role="problem")

    def _say(self, words: str, *, role: str = "plain") -> None:
        self._window.notices.show_notice("inspector", words, role=role, passing=True)

    async def _copy(self, name: str, exchange: Exchange) -> None:
        bodies = await self._exchanges.bodies(exchange.id)
        words = _FORMATS[name](exchange, bodies.request)
        QApplication.clipboard().setText(words)
        self._say(
            QCoreApplication.translate(
                "Inspector", "Copied. The key is read from the variable API_KEY."
            )
        )

    # Exporting

    def _choose_file(self, name: str, chosen: list[Exchange]) -> None:
        say = QCoreApplication.translate
        chooser = QFileDialog(self._window, say("Inspector", "Export requests"))
        chooser.setObjectName("exportExchangesFile")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        suffix = "har" if name == "exportHar" else "json"
        chooser.setDefaultSuffix(suffix)
        chooser.setNameFilter(f"{suffix.upper()} (*.{suffix})")
        chooser.selectFile(f"requests.{suffix}")
        chooser.fileSelected.connect(
            lambda path: self._start(self.export(Path(path), _WRITERS[name], chosen))
        )
        chooser.open()

    async def export(
        self,
        path: Path,
        form: Callable[[Sequence[tuple[Exchange, Bodies]]], JsonValue],
        chosen: Sequence[Exchange],
    ) -> None:
        """Write exchanges to a file. Raises ``ChatAppError``."""
        recorded = [(e, await self._exchanges.bodies(e.id)) for e in chosen]
        words = await asyncio.to_thread(
            lambda: json.dumps(form(recorded), ensure_ascii=False, indent=1)
        )
        await write_text_file(path, words)
        said = QCoreApplication.translate("Inspector", "Exported to {name}. Requests: {count}.")
        self._say(said.format(name=path.name, count=len(chosen)))

    # Sending again

    async def _resend(self, exchange: Exchange) -> None:
        request = (await self._exchanges.bodies(exchange.id)).request
        body = request_fields(request)
        await self._send(exchange, body, body)

    async def _edit(self, exchange: Exchange) -> None:
        from chatapp.ui.inspector.request_editor import RequestEditor

        request = (await self._exchanges.bodies(exchange.id)).request
        editor = RequestEditor(self._window, request)
        if await ask(editor):
            await self._send(exchange, editor.body(), request_fields(request))

    async def _send(self, exchange: Exchange, body: JsonObject, before: JsonObject) -> None:
        link = exchange.link
        if link.kind is not ExchangeKind.CHAT or link.conversation_id is None or not body:
            self._say(QCoreApplication.translate("Inspector", "This request cannot be sent again."))
            return
        assert link.message_id is not None  # noqa: S101 - a chat request has an answer
        try:
            answer = await self._generation.send_again(
                link.conversation_id, link.message_id, body, before
            )
        except KeyError:  # its conversation was not opened, or the message was deleted
            say = QCoreApplication.translate
            self._say(say("Inspector", "Open the conversation of this request first."))
            return
        after = self._exchanges.next_of(answer)
        turn = self._tasks.start(self._generation.wait(link.conversation_id), name="resent")
        either: set[asyncio.Future[Any]] = {after, turn}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if after.done():
            self.compare_requested.emit(str(exchange.id), str(after.result().id))

    # Deleting

    async def _delete(self, exchanges: list[Exchange], steps: list[Step]) -> None:
        undo = await self._exchanges.delete(exchanges, steps)
        if undo is not None:
            words = QCoreApplication.translate("Inspector", "Deleted what was recorded: {count}.")
            count = len(exchanges) + len(steps)
            self._window.notices.undoable.emit(words.format(count=count), undo)

    async def _delete_all(self) -> None:
        say = QCoreApplication.translate
        sure = await confirm(
            self._window,
            say("Inspector", "Delete all recorded requests and replies?"),
            say("Inspector", "Your conversations stay. This cannot be undone."),
            say("Inspector", "Delete"),
        )
        if sure:
            await self._exchanges.delete_all()
