"""Tool servers that the command line named: asked about once, started, their tools offered.

One that was approved in an earlier run, and is letter by letter what it was, starts unasked.
"""

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.changes import Change, ToolsChanged
from chatapp.domain.errors import ToolFailed
from chatapp.domain.messages import ConversationId
from chatapp.domain.tool_servers import ServerPhase, ServerState, ToolServer
from chatapp.services.conversations import ConversationService
from chatapp.services.publishing import Publisher
from chatapp.services.tools import ToolService
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated

if TYPE_CHECKING:
    from chatapp.ui.tools.run_servers_card import AskedServer, RunServersCard


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolServers", words)


class RunServers(QObject):
    """``look_at`` shows a server in the tools dialog, or what is offered if the name is empty."""

    def __init__(
        self,
        window: MainWindow,
        tools: ToolService,
        conversations: ConversationService,
        publisher: Publisher,
        start: Callable[[Coroutine[Any, Any, None]], None],
        look_at: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tools = tools
        self._conversations = conversations
        self._start = start
        self._look_at = look_at
        self._names: list[str] = []
        self._failed: set[str] = set()
        self._begun: set[ConversationId] = set()
        self._offered: set[tuple[ConversationId, str]] = set()
        self._shown: ConversationId | None = None
        self._card: RunServersCard | None = None
        publisher.subscribe(self._on_change, ToolsChanged)

    # Starting

    async def know(self, servers: Sequence[ToolServer]) -> None:
        """Start those that were approved as they are, and ask about the others."""
        self._names = await self._tools.servers.know_for_run(servers)
        asked: list[AskedServer] = []
        for name in self._names:
            server, changes = await self._tools.servers.as_approved(name)
            if not server.is_approved:
                asked.append(await self._asked(server, changes if server.approved else ()))
            elif self._tools.servers.state(name).phase is ServerPhase.STOPPED:
                await self._tools.servers.start_unasked(name)
        self._offer()
        if asked:
            self._show_card(asked)

    async def _asked(self, server: ToolServer, changes: Any) -> "AskedServer":
        from chatapp.ui.tools.run_servers_card import AskedServer

        try:
            program = await self._tools.servers.program(server)
        except ToolFailed as error:
            program = f"{server.command} ({translated(error.message)})"
        return AskedServer(server, program, changes)

    def _show_card(self, asked: "Sequence[AskedServer]") -> None:
        from chatapp.ui.tools.run_servers_card import RunServersCard

        card = self._card = RunServersCard(asked, self._window)
        card.decided.connect(lambda yes: self._decided(asked, yes))
        self._window.add_strip(card)
        card.show_servers()

    def _decided(self, asked: "Sequence[AskedServer]", yes: bool) -> None:
        if self._card is not None:
            self._window.remove_strip(self._card)
            self._card = None
        for one in asked if yes else ():
            approved_as = one.server.fingerprint
            self._start(self._tools.servers.start(one.server.name, approved_as=approved_as))

    # Offering

    def show(self, conversation_id: ConversationId) -> None:
        """Follow the window: what is begun in this run is offered the tools."""
        self._shown = conversation_id
        self._offer()

    def _on_change(self, change: Change) -> None:
        if isinstance(change, ToolsChanged) and change.server in self._names:
            state = self._tools.servers.state(change.server)
            if state.problem is not None:
                self._say_problem(change.server, state)
            elif state.phase.is_on:
                self._withdraw_problem(change.server)
                self._offer()

    def _offer(self) -> None:
        """Offer what has become ready in the shown conversation, if it was begun in this run;
        what the person takes out of it stays out."""
        shown = self._shown
        if shown is None or shown not in self._conversations:
            return
        if self._conversations.get(shown).leaf_id is None:
            self._begun.add(shown)
        servers = self._tools.servers
        fresh = [n for n in self._names if servers.is_ready(n) and (shown, n) not in self._offered]
        if shown not in self._begun or not fresh:
            return
        self._offered |= {(shown, name) for name in fresh}
        tools = [tool for name in fresh for tool in servers.state(name).tools]
        self._tools.offer(shown, *tools, offered=True)
        words = _say("Tools offered in this conversation: {count}")
        self._tell(words.format(count=len(self._tools.offered(shown))), _say("Choose tools…"), "")

    def _tell(self, words: str, button: str, name: str, role: str = "plain") -> None:
        self._window.notices.show_notice(
            _notice_key(name),
            words,
            role=role,
            button=button,
            on_button=lambda: self._look_at(name),
            passing=role == "plain",
        )

    def _say_problem(self, name: str, state: ServerState) -> None:
        if name not in self._failed:
            self._failed.add(name)
            words = " ".join(translated(said) for said in (state.problem, state.hint) if said)
            self._tell(words, _say("Look at it"), name, role="problem")

    def _withdraw_problem(self, name: str) -> None:
        if name in self._failed:
            self._failed.discard(name)
            self._window.notices.remove(_notice_key(name))


def _notice_key(name: str) -> str:
    return f"tool servers {name}".strip()
