"""Rows of the timeline and messages of the conversation: choosing one marks the other."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QModelIndex

from chatapp.domain.conversation import MessageTree
from chatapp.domain.exchanges import Exchange, ExchangeId
from chatapp.domain.messages import MessageId
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow
from chatapp.ui.inspector.panel import Inspector
from chatapp.ui.main_window import MainWindow


class InspectorPartners:
    """Knows which row belongs to a message, and which message to a row."""

    def __init__(self, window: MainWindow, view: Inspector) -> None:
        self._window = window
        self._view = view
        self.wanted: MessageId | None = None
        """The message whose request is to be chosen as soon as there is one."""
        self.follows_message = False
        """Whether a row is being chosen because its message was."""

    def _row_of(self, message_id: MessageId) -> QModelIndex:
        """Return the run of the tool whose result a message is, or the request for an answer."""
        result = self._view.model.index_of_result(message_id)
        return result if result.isValid() else self._view.model.index_of_message(message_id)

    def choose_wanted(self, tree: MessageTree, *, may_come: bool) -> None:
        """Choose the row of the message that is to be inspected; for a question, the request of
        its first answer. It is waited for if it ``may_come``."""
        wanted = self.wanted
        if wanted is None or wanted not in tree:
            self.wanted = None
            return
        rows = [self._row_of(one) for one in (wanted, *tree.children(wanted))]
        row = next((row for row in rows if row.isValid()), None)
        if row is not None:
            self.wanted = None
            self._view.tree.choose(row)
        elif not may_come:
            self.wanted = None
            words = QCoreApplication.translate("Inspector", "Nothing was recorded of this message.")
            self._window.notices.show_notice("inspector", words, passing=True)

    @contextmanager
    def following(self) -> Iterator[None]:
        """Choose the request of the turn that is the newest after this, if the newest was looked
        at before: who looks at an earlier one is left alone."""
        before, chosen = self._newest(), self._view.tree.current_turn()
        yield
        after = self._newest()
        is_followed = before is None or (chosen is not None and chosen.key == before.key)
        if after is None or not is_followed or self._view.isHidden() or self.wanted is not None:
            return
        if (before is None or after.key != before.key) and after.children:
            answer = after.children[-1].message_id
            if answer is not None:
                self.choose_row_of(answer, unfold=False)

    def _newest(self) -> TimelineRow | None:
        turns = self._view.model.turns()
        return next((turn for turn in reversed(turns) if not turn.is_aside), None)

    def show_message_of(self, row: TimelineRow, tree: MessageTree | None) -> None:
        """Mark the message that a row is about: of a tool's run, its result if it has one."""
        result = MessageId(row.key)
        is_result = row.kind is RowKind.STEP and tree is not None and result in tree
        partner = result if is_result else row.message_id
        if partner is not None and not self.follows_message:
            self._window.messages.show_partner(partner)

    def choose_row_of(self, message_id: MessageId, *, unfold: bool = True) -> None:
        """Choose the row of a message that was gone to."""
        row = self._view.tree.current_row()
        if row is None or message_id not in (row.message_id, row.key):
            self.follows_message = True
            self._view.tree.choose(self._row_of(message_id), unfold=unfold)
            self.follows_message = False

    def mark(self, exchange: Exchange, at_ms: float, place: str) -> None:
        """Mark the row of a place in an exchange: a stretch, a call, or a time."""
        model, wanted = self._view.model, ExchangeId(exchange.id)
        choice, slash, call = place.partition("/")
        if slash and choice.isdecimal() and call.isdecimal():
            self._view.tree.mark(model.index_of_call(wanted, int(choice), int(call)))
        elif place:
            self._view.tree.mark(model.index_of(f"{exchange.id}/{place}"))
        elif at_ms >= 0:
            self._view.tree.mark(model.index_at(wanted, exchange.started_at + at_ms / 1000))
