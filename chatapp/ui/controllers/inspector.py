"""The inspector's controller: the timeline of the shown conversation, opened when wanted."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QMenu

from chatapp.domain.changes import Change, ExchangesChanged, PathChanged
from chatapp.domain.conversation import MessageTree
from chatapp.domain.exchanges import Exchange, ExchangeId, Step
from chatapp.domain.json_value import as_list
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.qtmodels.timeline_rows import TimelineRow
from chatapp.services.conversations import ConversationService
from chatapp.services.exchange_turns import ExchangeTurn, in_call_order, new_turn, turns_of
from chatapp.services.exchanges import ExchangeService
from chatapp.services.generation import GenerationService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.inspector_partners import InspectorPartners
from chatapp.ui.controllers.inspector_rows import (
    about,
    as_json,
    chats,
    exchanges_of,
    fetch_places,
    found_row,
    ids_of,
    row_of,
    step_ids_of,
)
from chatapp.ui.conversation.frame_pacer import FramePacer
from chatapp.ui.inspector.panel import HERE, Inspector
from chatapp.ui.main_window import MainWindow

if TYPE_CHECKING:
    from chatapp.ui.controllers.inspector_commands import InspectorCommands
    from chatapp.ui.controllers.inspector_pages import InspectorPages


class InspectorController(QObject):
    """Follows the shown conversation; does next to nothing until the inspector is opened."""

    def __init__(
        self,
        window: MainWindow,
        exchanges: ExchangeService,
        conversations: ConversationService,
        generation: GenerationService,
        preferences: PreferenceService,
        heard: Publisher,
        tasks: TaskScope,
        on_opened: Callable[[], None],
        until_loaded: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._exchanges = exchanges
        self._conversations = conversations
        self._generation = generation
        self._preferences = preferences
        self._heard = heard
        self._tasks = tasks
        self._on_opened = on_opened
        self._until_loaded = until_loaded
        self._shown: ConversationId | None = None
        self._pages: InspectorPages | None = None
        self._commands: InspectorCommands | None = None
        self._is_loaded = False
        self._stale = True
        self._dirty: set[ExchangeId] = set()
        self._found: list[Exchange] | None = None
        self._known_turns: dict[str, ExchangeTurn] = {}
        self._searching: asyncio.Task[None] | None = None
        self.view = Inspector(window)
        self._partners = InspectorPartners(window, self.view)
        self.view.exchanges_source = self._as_json
        self.view.tree.before_reading = self._catch_up
        self.view.appeared.connect(lambda: window.action("toggleInspector").setChecked(True))
        self._pacer = FramePacer(self._flush, self)
        window.add_inspector(self.view)
        window.action("toggleInspector").toggled.connect(self._on_toggled)
        for name in ("copyCurl", "exportHar"):
            window.action(name).triggered.connect(lambda _=False, n=name: self._command(n))
        window.messages.inspect_requested.connect(self._on_inspect)
        window.messages.message_chosen.connect(self._on_message_chosen)
        heard.subscribe(self._on_change, ExchangesChanged, PathChanged)

    def begin(self) -> None:
        """Open the inspector if it was open when the app was last used."""
        if self._preferences.get("inspector_open") is True:
            self._window.action("toggleInspector").setChecked(True)

    def show(self, conversation_id: ConversationId) -> None:
        """Follow another conversation."""
        self._shown = conversation_id
        self._stale = True
        self._is_loaded = False
        if self._found is None:
            self._show_nothing()
        self._tasks.start(self._load(conversation_id), name="exchanges")

    def _show_nothing(self) -> None:
        """Show nothing of the conversation before while that after it is read."""
        self._known_turns.clear()
        self._partners.wanted = None
        self.view.tree.set_empty_words("")
        self.view.model.clear()
        if self._pages is not None:
            self._pages.show_nothing()

    async def _load(self, conversation_id: ConversationId) -> None:
        # Read with the others' reading, not before it: the end of a long one is painted first.
        await self._until_loaded()
        if conversation_id != self._shown:
            return
        await self._exchanges.load(conversation_id)
        if conversation_id == self._shown:
            self._is_loaded = True
            if self._found is not None:
                self._search()
            else:
                self._say_why_empty()
            self._request_refresh()

    @property
    def is_open(self) -> bool:
        """Whether the inspector can be seen."""
        return not self.view.isHidden()

    def _on_toggled(self, on: bool) -> None:
        if on:
            self._furnish()
        self.view.setVisible(on)
        self._preferences.set("inspector_open", on)
        self._on_opened()
        if on:
            self._stale = True
            self._say_why_empty()
            if self.view.tree.current_row() is None:
                self._partners.wanted = (
                    self._window.messages.focused_message() or self._last_answer()
                )
            self._flush()

    def _say_why_empty(self) -> None:
        say = QCoreApplication.translate
        words = say("Inspector", "Each request appears here as soon as it is sent.")
        if not self._exchanges.wants():
            words = say("Inspector", "Recording is off. It can be turned on in the settings.")
        self.view.tree.set_empty_words(words)

    def _last_answer(self) -> MessageId | None:
        known = chats(self._exchanges.of(self._shown))
        return known[-1].link.message_id if known else None

    def _furnish(self) -> None:
        """Make what was not needed before."""
        if self._pages is not None:
            return
        from chatapp.ui.controllers.inspector_commands import InspectorCommands
        from chatapp.ui.controllers.inspector_pages import InspectorPages
        from chatapp.ui.controllers.inspector_results import InspectorResults

        results = InspectorResults(self._window, self._conversations, lambda: self._shown)
        self._pages = InspectorPages(self.view, self._exchanges, results, self._tasks)
        self._pages.links.partner_chosen.connect(self._on_partner)
        commands = self._made_commands(InspectorCommands)
        self.view.furnish(
            self._window.actions_by_name, commands.menu(self.view), commands.copy_menu(self.view)
        )
        self.view.tree.row_chosen.connect(self._on_row)
        self.view.tree.menu_requested.connect(self._on_menu)
        self.view.tree.delete_requested.connect(lambda: commands.run("delete"))
        self.view.search_changed.connect(lambda _: self._search())
        self.view.scope_changed.connect(lambda _: self._search())
        self.view.height_requested.connect(self._window.enlarge_inspector)
        self.view.close_requested.connect(
            lambda: self._window.action("toggleInspector").setChecked(False)
        )
        self._window.restore_inspector(as_list(self._preferences.get("inspector_split")))
        self._window.inspector_resized.connect(
            lambda sizes: self._preferences.set("inspector_split", sizes)
        )

    def _made_commands(self, kind: "type[InspectorCommands]") -> "InspectorCommands":
        if self._commands is None:
            self._commands = kind(
                self._window,
                self._exchanges,
                self._generation,
                self._tasks,
                self.chosen,
                self._listed,
                self.to_delete,
            )
            self._commands.compare_requested.connect(self._on_compare)
        return self._commands

    def _command(self, name: str) -> None:
        from chatapp.ui.controllers.inspector_commands import InspectorCommands

        self._made_commands(InspectorCommands).run(name)

    # What happened

    def _on_change(self, change: Change) -> None:
        match change:
            case ExchangesChanged(conversation_id, exchange_id):
                if conversation_id == self._shown:
                    if exchange_id is None:
                        self._stale = True
                    else:
                        self._dirty.add(exchange_id)
                    self._request_refresh()
            case PathChanged(conversation_id) if conversation_id == self._shown:
                self._stale = True
                self._request_refresh()

    def _request_refresh(self) -> None:
        if self.is_open:
            self._pacer.request()

    def _catch_up(self) -> None:
        if not self.is_open and self._found is None:
            self._flush()

    def _flush(self) -> None:
        """Show what has changed since the last frame."""
        dirty, self._dirty = self._dirty, set()
        if self._shown is None or not self._is_loaded or self._shown not in self._conversations:
            return
        if self._found is None:
            with self._partners.following():
                self._show_turns(dirty)
            running = self._generation.is_running(self._shown)
            self._partners.choose_wanted(self._tree(), may_come=running)
        elif self._stale:
            self._stale = False
            self._search()
        if self._pages is not None and self._pages.shows_one_of(dirty):
            self._pages.refresh(self._exchanges.of(self._shown))

    def _show_turns(self, dirty: set[ExchangeId]) -> None:
        if not self._stale:
            self._show_changed(dirty)
            return
        self._stale = False
        self._known_turns = {turn.key: turn for turn in self._turns()}
        self.view.model.show_turns([row_of(t) for t in self._known_turns.values()])
        if self._pages is not None:
            self._pages.catch_up(self._steps())

    def _tree(self) -> MessageTree:
        assert self._shown is not None  # noqa: S101 - callers have asked
        return self._conversations.tree(self._shown)

    def _steps(self) -> list[Step]:
        if self._shown is None or not self._conversations.is_loaded(self._shown):
            return []
        return in_call_order(self._tree(), self._exchanges.steps(self._shown))

    def _turns(self) -> list[ExchangeTurn]:
        if self._shown is None:
            return []
        exchanges = self._exchanges.of(self._shown)
        return turns_of(self._tree(), exchanges, self._exchanges.steps(self._shown))

    def _show_changed(self, dirty: set[ExchangeId]) -> None:
        """Bring the turns of some exchanges up to date; the others are not looked at."""
        changed: dict[str, ExchangeTurn] = {}
        for exchange_id in dirty:
            exchange = self._exchanges.find(self._shown, exchange_id)
            if exchange is not None:
                fresh = new_turn(self._tree(), exchange)
                turn = self._known_turns.setdefault(fresh.key, fresh)
                turn.put(exchange)
                changed[turn.key] = turn
        for turn in changed.values():
            self.view.model.show_turn(row_of(turn))

    # Choosing

    def chosen(self) -> list[Exchange]:
        """Return the chosen exchanges; the last of the conversation if none is."""
        known = self._listed()
        chosen = exchanges_of(self.view.tree.chosen_rows(), known)
        usual = known if self._found is not None else chats(known)
        return chosen or usual[-1:]

    def to_delete(self) -> tuple[list[Exchange], list[Step]]:
        """Return what the chosen rows stand for: exchanges, and steps between them."""
        rows = self.view.tree.chosen_rows()
        ids = {i for row in rows for i in ids_of(row)}
        step_ids = {i for row in rows for i in step_ids_of(row)}
        steps = [s for s in self._steps() if s.id in step_ids]
        return [e for e in self._listed() if e.id in ids], steps

    def _on_row(self, row: TimelineRow) -> None:
        if self._pages is None:
            return
        ids = ids_of(row)
        known = self._listed()
        of_message = [e for e in known if e.link.message_id == row.message_id]
        chosen = [e for e in known if e.id in ids] or (of_message if row.message_id else [])
        self._pages.choose(row, chosen[-1] if chosen else None, known, self._steps())
        if self._found is None:
            tree = self._tree() if self._shown is not None else None
            self._partners.show_message_of(row, tree)

    def _on_inspect(self, message_id: str) -> None:
        """Show the request behind a message, at the latest when there is one."""
        self._window.action("toggleInspector").setChecked(True)
        self._partners.wanted = MessageId(message_id)
        self.view.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._found is not None:
            self.view.end_search()
        self._flush()

    def _on_message_chosen(self, message_id: str) -> None:
        """Mark the request behind a message that was gone to, and show it."""
        if self.is_open and self._found is None and self._is_loaded:
            self._partners.choose_row_of(MessageId(message_id))

    def _on_partner(self, exchange_id: str, at_ms: float, place: str) -> None:
        """Mark the step and the message that an event or a call belongs to."""
        exchange = next((e for e in self._listed() if e.id == exchange_id), None)
        if exchange is None:
            return
        self._partners.mark(exchange, at_ms, place)
        if exchange.link.message_id is not None and self._found is None:
            self._window.messages.show_partner(exchange.link.message_id)

    def _listed(self) -> list[Exchange]:
        return self._found if self._found is not None else self._exchanges.of(self._shown)

    def _on_menu(self) -> None:
        assert self._commands is not None  # noqa: S101 - made with the pages
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands.fill(menu)
        menu.popup(self.view.cursor().pos())

    def _on_compare(self, before: str, after: str) -> None:
        self._flush()
        index = self.view.model.index_of_exchange(ExchangeId(after))
        if index.isValid() and self._pages is not None:
            self.view.tree.choose(index)
            self._pages.compare(before, after)

    # Finding

    def _search(self) -> None:
        if self._searching is not None:
            self._searching.cancel()
        words = self.view.search.text()
        everywhere = self.view.scope.currentData() != HERE
        if not words.strip() and not everywhere:
            self._found = None
            self._seek("")
            self._stale = True
            self.view.state.setText("")
            self._say_why_empty()
            self._flush()
            return
        say = QCoreApplication.translate
        self.view.tree.set_empty_words(say("Inspector", "Nothing was found."))
        self._searching = self._tasks.start(
            self._find(words, everywhere=everywhere), name="find exchanges"
        )

    async def _find(self, words: str, *, everywhere: bool) -> None:
        from chatapp.domain.exchange_query import parse_query

        query = parse_query(words)
        self._seek(next(iter(query.words), ""))
        found = await self._exchanges.search(query, None if everywhere else self._shown)
        await fetch_places(found, self._conversations)
        self._found = sorted(found, key=lambda e: e.started_at)
        self.view.state.setText(str(len(found)))
        rows = [found_row(e, about(e, self._conversations)) for e in self._found]
        self.view.model.show_turns(rows)
        first = self.view.model.index(0, 0, QModelIndex())
        if first.isValid() and self.view.tree.current_row() is None:
            self.view.tree.choose(self.view.model.index(0, 0, first), unfold=False)
        elif not first.isValid() and self._pages is not None:
            self._pages.show_nothing()

    def _seek(self, words: str) -> None:
        if self._pages is not None:
            self._pages.sought = words

    # For programs

    def _as_json(self) -> str:
        known = self._exchanges.of(self._shown) if self._shown is not None else []
        return as_json(known, self._exchanges.request)
