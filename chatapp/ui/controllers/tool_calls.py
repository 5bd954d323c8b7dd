"""The card above the composer: the oldest call of the shown conversation that waits, or what
else has to be decided before the model can go on."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLineEdit, QPlainTextEdit

from chatapp.domain.changes import Change, GenerationChanged, PathChanged, ToolCallChanged
from chatapp.domain.json_schema import check_text
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.tool_calls import (
    AnswerIt,
    Decision,
    DenyIt,
    Fault,
    ResultSource,
    RunIt,
    Scope,
    ToolCallState,
    ToolResult,
    injected,
    text_result,
)
from chatapp.services.conversations import ConversationService
from chatapp.services.generation import GenerationService
from chatapp.services.pending_calls import PendingCall
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.services.tool_desk import ToolDesk
from chatapp.ui.controllers.said_work import SaidWork
from chatapp.ui.dialogs import ask
from chatapp.ui.main_window import MainWindow

MOST_RECORDED = 12
LONGEST_LABEL = 60


class ToolCallsController(QObject):
    """Shows one card at a time, and carries decisions to the desk."""

    def __init__(
        self,
        window: MainWindow,
        desk: ToolDesk,
        conversations: ConversationService,
        generation: GenerationService,
        publisher: Publisher,
        tasks: TaskScope,
        start_server: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._conversations = conversations
        self._generation = generation
        self._tasks = tasks
        self._start_server = start_server
        self._said = SaidWork(tasks, window.status_line)
        self._shown: ConversationId | None = None
        self._card: QFrame | None = None
        self._key: object = None
        window.messages.cancel_call_requested.connect(lambda i: desk.cancel(MessageId(i)))
        publisher.subscribe(self._on_change, ToolCallChanged, GenerationChanged, PathChanged)

    def show(self, conversation_id: ConversationId) -> None:
        """Follow another conversation."""
        self._shown = conversation_id
        self.refresh()

    def _on_change(self, change: Change) -> None:
        match change:
            case (
                ToolCallChanged(conversation_id)
                | GenerationChanged(conversation_id)
                | PathChanged(conversation_id)
            ):
                if conversation_id == self._shown:
                    self.refresh()

    def refresh(self) -> None:
        """Show the card that the conversation needs now."""
        if self._shown is None:
            return
        waiting = self._desk.pending(self._shown)
        rounds = self._desk.rounds_done(self._shown)
        left = 0 if waiting or rounds else self._generation.unanswered_calls(self._shown)
        key: object = waiting[0] if waiting else (self._shown, rounds, left)
        if key != self._key:
            self._key = key
            self._replace_card(waiting, rounds, left)
        if waiting:
            self._show_waiting(len(waiting) - 1)

    def _show_waiting(self, others: int) -> None:
        from chatapp.ui.tools.call_card import CallCard

        if isinstance(self._card, CallCard):
            self._card.show_waiting(others)

    def _replace_card(self, waiting: list[PendingCall], rounds: int, left: int) -> None:
        had_focus = False
        if self._card is not None:
            had_focus = self._card.isAncestorOf(QApplication.focusWidget() or self._window)
            self._window.remove_strip(self._card)
            self._card = None
        if waiting:
            self._card = self._call_card(waiting[0])
        elif rounds:
            self._card = self._round_card(rounds)
        elif left:
            self._card = self._open_calls_card(left)
        if had_focus and not waiting:
            self._window.composer.setFocus()  # not whatever happens to be next

    def _open_calls_card(self, count: int) -> QFrame:
        from chatapp.ui.tools.open_calls_card import OpenCallsCard

        card = OpenCallsCard(count, self._window)
        card.ask_again.connect(lambda: self._take_up(self._generation.answer_calls))
        card.go_on.connect(lambda: self._take_up(self._generation.answer_results))
        self._window.add_strip(card)
        return card

    def _take_up(self, how: Callable[[ConversationId], Awaitable[object]]) -> None:
        if self._shown is not None:
            self._said.start(how(self._shown), "tool calls")

    def _round_card(self, rounds: int) -> QFrame:
        from chatapp.ui.tools.round_card import RoundCard

        card = RoundCard(rounds, self._window)
        card.decided.connect(partial(self._go_on, self._shown))
        self._window.add_strip(card)
        return card

    def _go_on(self, conversation_id: ConversationId | None, yes: bool) -> None:
        if conversation_id is not None:
            self._desk.go_on(conversation_id, yes=yes)

    def _call_card(self, call: PendingCall) -> QFrame:
        from chatapp.ui.tools.call_card import CallCard

        results = self._recorded(call)
        card = CallCard(call, [_label_of(m) for m in results], self._window)
        self._window.add_strip(card)
        card.show_arguments()
        decide = partial(self._decide, call)
        card.allowed.connect(lambda scope: decide(RunIt(call.call.arguments, Scope(scope))))
        card.denied.connect(lambda reason: decide(DenyIt(reason)))
        card.result_given.connect(lambda words: decide(AnswerIt(text_result(words))))
        card.fault_chosen.connect(
            lambda fault: decide(AnswerIt(injected(Fault(fault)), ResultSource.INJECTED))
        )
        card.recorded_chosen.connect(
            lambda at: decide(AnswerIt(_result_of(results[at]), ResultSource.RECORDED))
        )
        card.edit_requested.connect(lambda: self._start(self._edit(call)))
        card.typing_requested.connect(lambda: self._start(self._type(call)))
        card.server_wanted.connect(self._start_server)
        if not self._is_typing():
            card.take_focus()
        return card

    def _decide(self, call: PendingCall, decision: Decision) -> None:
        self._desk.decide(call.message_id, decision, shown=call)

    def _is_typing(self) -> bool:
        """Whether the person has begun to write something, which a card must not interrupt."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QPlainTextEdit) and not focus.isReadOnly():
            return bool(focus.toPlainText())
        return isinstance(focus, QLineEdit)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.start(work, name="tool call")

    def _recorded(self, call: PendingCall) -> list[Message]:
        """Return earlier results of the same tool in this conversation, newest first."""
        tree = self._conversations.tree(call.conversation_id)
        found = [
            m
            for m in tree.all()
            if m.role is Role.TOOL
            and m.tool is not None
            and m.tool.tool == call.call.name
            and m.tool.state in {ToolCallState.DONE, ToolCallState.FAILED}
        ]
        return found[::-1][:MOST_RECORDED]

    async def _edit(self, call: PendingCall) -> None:
        from chatapp.ui.tools.arguments_dialog import ArgumentsDialog

        dialog = ArgumentsDialog(call.tool, call.call.arguments, self._window)

        async def check(words: str) -> None:
            schema = call.tool.parameters or {"type": "object"}
            verdict = await asyncio.to_thread(check_text, words, schema)
            if dialog.isVisible():
                dialog.show_verdict(words, verdict)

        dialog.check_requested.connect(lambda words: self._start(check(words)))
        if await ask(dialog) == QDialog.DialogCode.Accepted:
            self._decide(call, RunIt(dialog.text()))

    async def _type(self, call: PendingCall) -> None:
        from chatapp.ui.tools.result_dialog import ResultDialog

        dialog = ResultDialog(self._window)
        if await ask(dialog) == QDialog.DialogCode.Accepted:
            result = text_result(dialog.words, is_error=dialog.is_error)
            self._decide(call, AnswerIt(result))


def _label_of(message: Message) -> str:
    """Return a recorded result in one short line."""
    words = " ".join(message.content[:200].split())
    if not words:
        return QCoreApplication.translate("ToolCall", "(no output)")
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1] + "…"


def _result_of(message: Message) -> ToolResult:
    """Return a recorded result as it came."""
    record = message.tool
    failed = record is not None and record.state is ToolCallState.FAILED
    structured = record.structured if record is not None else None
    if message.parts:
        return ToolResult(message.parts, structured, is_error=failed)
    return ToolResult(text_result(message.content).content, structured, is_error=failed)
