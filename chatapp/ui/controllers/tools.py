"""The tools dialog's controller: what is offered, functions, servers."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from chatapp.domain.changes import Change, ConversationChanged, ToolLogChanged, ToolsChanged
from chatapp.domain.errors import ChatAppError
from chatapp.domain.json_reading import read_json
from chatapp.domain.json_schema import check_schema, check_text
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import ConversationId
from chatapp.domain.parameter_layers import Effective, EffectiveParameters, Layer, Setting
from chatapp.domain.tool_servers import ServerPhase, ToolServer
from chatapp.domain.visible_text import visible_text
from chatapp.services.conversations import ConversationService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.services.tools import KnownTool, ToolService
from chatapp.ui.controllers.tool_imports import ToolImports
from chatapp.ui.controllers.tool_servers import ServerDesk
from chatapp.ui.dialogs import ask
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import failure_words, translated

if TYPE_CHECKING:
    from chatapp.ui.controllers.run_servers import RunServers
    from chatapp.ui.tools.dialog import ToolsDialog

SERVERS_PAGE = 2


def _say(words: str) -> str:
    return QCoreApplication.translate("Tools", words)


class ToolsController(QObject):
    """Opens one dialog at a time and keeps it up to date."""

    def __init__(
        self,
        window: MainWindow,
        tools: ToolService,
        conversations: ConversationService,
        publisher: Publisher,
        tasks: TaskScope,
        shown: Callable[[], ConversationId | None],
        parameters: Callable[[ConversationId], EffectiveParameters],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tools = tools
        self._conversations = conversations
        self._tasks = tasks
        self._shown = shown
        self._parameters = parameters
        self._publisher = publisher
        self._dialog: ToolsDialog | None = None
        self._run: RunServers | None = None
        self._servers = ServerDesk(
            tools.servers, self._start, self.say, window.notices.undoable.emit
        )
        self._imports = ToolImports(tools, self._start, self._servers.keep)
        publisher.subscribe(self._on_change, ToolsChanged, ToolLogChanged, ConversationChanged)
        window.action("tools").triggered.connect(lambda _: self.open())

    def start_servers(self) -> None:
        """Start the servers that the person wants with the app."""
        self._start(self._tools.servers.start_those_that_should())
        self._start(self._tools.servers.forget_deleted())

    def know_for_run(self, servers: Sequence[ToolServer]) -> None:
        """Offer the servers that the command line named; none is started unless it was approved
        as it is."""
        from chatapp.ui.controllers.run_servers import RunServers

        self._run = RunServers(
            self._window, self._tools, self._conversations, self._publisher, self._start,
            self._look_at,
        )  # fmt: skip
        self.show(self._shown())
        self._start(self._run.know(servers))

    def show(self, conversation_id: ConversationId | None) -> None:
        """Follow the window to another conversation."""
        if self._run is not None and conversation_id is not None:
            self._run.show(conversation_id)

    def _look_at(self, server: str) -> None:
        """Show a server, or what is offered if there is none."""
        self.open(SERVERS_PAGE if server else 0)
        if server and self._dialog is not None:
            self._dialog.servers.choose(server)

    def start_server(self, name: str) -> None:
        """Start one server, asking first if it is not exactly what was approved."""
        self._start(self._servers.start(name, self._window))

    def open(self, page: int = 0) -> None:
        """Show the dialog; what it is made of is imported at the first time."""
        from chatapp.ui.tools.dialog import ToolsDialog

        if self._dialog is None:
            self._dialog = ToolsDialog(self._window)
            self._connect(self._dialog)
            self._dialog.finished.connect(self._on_finished)
            self._window.notices.joined.emit(self._dialog.notices)
            undo = QShortcut(QKeySequence.StandardKey.Undo, self._dialog)
            undo.activated.connect(self._window.action("undoDelete").trigger)
            self._refresh()
            self._dialog.open()
        self._dialog.tabs.setCurrentIndex(page)

    def _connect(self, dialog: "ToolsDialog") -> None:
        offers, functions, servers = dialog.offers, dialog.functions, dialog.servers
        offers.offered.connect(self._offer)
        offers.choice_changed.connect(partial(self._set, "tool_choice"))
        offers.parallel_changed.connect(partial(self._set, "parallel_tool_calls"))
        offers.review_requested.connect(lambda name: self._start(self._review(name)))
        offers.withdraw_requested.connect(self._withdraw)
        functions.saved.connect(
            lambda tool, before: self._tools.put_function(tool, instead_of=before)
        )
        functions.left.connect(
            lambda tool, before: self._offer_saving(
                tool.name, lambda: self._tools.put_function(tool, instead_of=before)
            )
        )
        servers.left.connect(
            lambda server, before: self._offer_saving(
                server.name, lambda: self._start(self._servers.keep(server, before))
            )
        )
        functions.deleted.connect(self._delete_function)
        functions.check_requested.connect(lambda words: self._start(self._check(words)))
        servers.log_requested.connect(
            lambda name, at: servers.log.add(*self._tools.servers.log_since(name, at))
        )
        servers.log_cleared.connect(self._tools.servers.clear_log)
        self._servers.connect(dialog)
        self._imports.connect(dialog)

    def _offer_saving(self, name: str, save: Callable[[], None]) -> None:
        """Say that something was left unsaved, where the person is now."""
        is_here = self._dialog is not None and self._dialog.isVisible()
        bar = self._dialog.notices if self._dialog and is_here else self._window.notices
        words = _say("Your changes to “{name}” were not saved.").format(name=visible_text(name))
        button = _say("Save them")
        bar.show_notice("unsaved tool", words, role="plain", button=button, on_button=save)

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.functions.leave()
            self._dialog.servers.leave()
            self._dialog.deleteLater()
            self._dialog = None

    def _start(self, work: Coroutine[Any, Any, object]) -> None:
        self._tasks.start(self._said(work), name="tools")

    async def _said(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except ChatAppError as error:
            self.say(failure_words(error))

    def say(self, words: str) -> None:
        """Say what went wrong, in the dialog or above the messages; no words take back what was
        said."""
        if self._dialog is not None:
            self._dialog.say(words.strip())
        elif not words.strip():
            self._window.notices.remove("tools")
        else:
            self._window.notices.show_notice("tools", words.strip(), role="problem")

    # Showing

    def _on_change(self, change: Change) -> None:
        match change:
            case ToolsChanged(server):
                self._refresh()
                self._ask_for_sign_in(server)
            case ToolLogChanged(server) if self._dialog is not None:
                self._dialog.servers.log_grew(server)
            case ConversationChanged(conversation_id) if conversation_id == self._shown():
                self._refresh_offers()

    def _ask_for_sign_in(self, name: str) -> None:
        """Say above the messages that a server wants a sign-in, while its page is not open."""
        state = self._tools.servers.state(name)
        if state.phase is not ServerPhase.NEEDS_SIGN_IN or self._dialog is not None:
            self._window.notices.remove(f"sign in {name}")
            return
        self._window.notices.show_notice(
            f"sign in {name}",
            " ".join(translated(said) for said in (state.problem, state.hint) if said),
            button=_say("Sign in…"),
            on_button=lambda: self._start(self._servers.sign_in(name, self._window)),
        )

    def _refresh(self) -> None:
        if self._dialog is None:
            return
        self._dialog.functions.show_functions(self._tools.functions())
        servers = self._tools.servers
        from chatapp.ui.tools.server_page import ServerRow

        rows = [ServerRow(s, servers.state(s.name)) for s in servers.all()]
        self._dialog.servers.show_servers(rows)
        self._refresh_offers()

    def _refresh_offers(self) -> None:
        shown = self._shown()
        if self._dialog is None or shown is None:
            return
        offered = self._tools.offered(shown)
        known = self._tools.known()
        from chatapp.ui.tools.offer_tree import Offer

        self._dialog.offers.show_offers(
            [
                Offer(
                    k.tool,
                    k.tool.wire_name in offered,
                    bool(k.changes),
                    self._tools.allowance(k.tool, shown),
                )
                for k in known
            ]
        )
        fields = self._parameters(shown).fields
        self._dialog.offers.show_choice(_sent(fields["tool_choice"]), sorted(offered))
        self._dialog.offers.show_parallel(_sent(fields["parallel_tool_calls"]))

    # Offering

    def _known(self, wire_name: str) -> KnownTool | None:
        return next((k for k in self._tools.known() if k.tool.wire_name == wire_name), None)

    def _offer(self, wire_names: list[str], offered: bool) -> None:
        shown = self._shown()
        named = set(wire_names)
        tools = [k.tool for k in self._tools.known() if k.tool.wire_name in named]
        if shown is not None and tools:
            self._tools.offer(shown, *tools, offered=offered)

    def _set(self, name: str, value: JsonValue) -> None:
        """Set a field of the shown conversation, the same that the side panel sets; ``None``
        has it not sent, whatever the endpoint's settings say."""
        shown = self._shown()
        if shown is None:
            return
        setting = None if value is None else Setting(value)
        if value is None:
            below = self._parameters(shown).fields[name].below(Layer.CONVERSATION)
            if below is not None and below[1].send:
                setting = Setting(below[1].value, send=False)
        self._conversations.set_parameter(shown, name, setting)

    def _withdraw(self, wire_name: str) -> None:
        if known := self._known(wire_name):
            self._tools.withdraw(known.tool)

    async def _review(self, wire_name: str) -> None:
        """Show what a server changed about a tool, and take it as it is if the person agrees."""
        from chatapp.ui.tools.approval_dialog import ApprovalDialog

        known, shown = self._known(wire_name), self._shown()
        if known is None:
            return
        dialog = ApprovalDialog(
            _say("A changed tool"),
            _say("“{tool}” of the server “{server}”").format(
                tool=known.tool.name, server=known.tool.server
            ),
            "", known.changes, _say("Take it as it is now"), self._dialog or self._window,
        )  # fmt: skip
        if await ask(dialog) == QDialog.DialogCode.Accepted:
            self._tools.accept_changes(known.tool)
            if shown is not None and wire_name in self._tools.offered(shown):
                self._tools.offer(shown, known.tool, offered=True)

    # Functions

    def _delete_function(self, name: str) -> None:
        bring_back = self._tools.delete_function(name)
        if bring_back is None:
            return

        def undo() -> None:
            bring_back()
            if self._dialog is not None:
                self._dialog.functions.choose(name)

        words = _say("The function “{name}” was deleted.").format(name=visible_text(name))
        self._window.notices.undoable.emit(words, undo)

    async def _check(self, words: str) -> None:
        def verdict() -> Any:
            is_json = check_text(words, {"type": ["object", "boolean"]})
            return check_schema(read_json(words)) if is_json.fits else is_json

        found = await asyncio.to_thread(verdict)
        if self._dialog is not None:
            self._dialog.functions.show_verdict(words, found)


def _sent(field: Effective) -> JsonValue:
    """Return what is sent of a field; ``None`` if nothing is."""
    return field.setting.value if field.setting.send else None
