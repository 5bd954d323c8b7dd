"""The writing area's controller: waiting messages, earlier ones, quotes, and the token meter."""

import asyncio
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer

from chatapp.domain.attachments import attachments_in
from chatapp.domain.changes import (
    Change,
    ConversationChanged,
    EndpointsChanged,
    GenerationChanged,
    PathChanged,
    UsageChanged,
)
from chatapp.domain.context_estimate import history_tokens
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId, MessageId, Role
from chatapp.domain.token_estimate import text_tokens
from chatapp.domain.usage import UsageRow
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.message_queue import MessageQueue
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.services.usage import UsageService
from chatapp.ui.conversation.queue_list import QueuedRow, QueueList
from chatapp.ui.conversation.recall import Recall
from chatapp.ui.main_window import MainWindow
from chatapp.ui.spending_words import conversation_cost, conversation_words
from chatapp.ui.translation import translated

METER_PAUSE_MS = 250
FEWEST_TOKENS = 20
"""Fewer are nothing to think about."""


class WritingController(QObject):
    """``shown`` tells which conversation one writes in."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        queue: MessageQueue,
        usage: UsageService,
        publisher: Publisher,
        tasks: TaskScope,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._endpoints = endpoints
        self._queue = queue
        self._usage = usage
        self._tasks = tasks
        self._shown = shown
        self._list: QueueList | None = None
        self._history_key: tuple[ConversationId, MessageId | None, str] | None = None
        self._history = 0
        self._pause = QTimer(self, singleShot=True, interval=METER_PAUSE_MS)
        self._pause.timeout.connect(lambda: tasks.wish(self._measure, name="meter"))
        window.composer.recall = Recall(self._sent)
        window.composer.draft_changed.connect(lambda _: self._pause.start())
        window.action("quoteSelection").triggered.connect(self._quote)
        publisher.subscribe(
            self._on_change, EndpointsChanged, ConversationChanged, PathChanged, GenerationChanged,
            UsageChanged,
        )  # fmt: skip

    def show(self) -> None:
        """Show what waits in the conversation that is shown now."""
        self._show_queue()
        self._pause.start()

    def _on_change(self, change: Change) -> None:
        match change:
            case EndpointsChanged() | UsageChanged():
                self._pause.start()
            case ConversationChanged(changed) | PathChanged(changed) | GenerationChanged(changed):
                if changed == self._shown():
                    self.show()

    # Waiting messages

    def enqueue(self, conversation_id: ConversationId, words: str) -> None:
        """Let what was written wait for the end of the answer."""
        attachments = self._window.writing.attachments()
        self._queue.add(conversation_id, words, attachments)
        self._window.composer.take()
        self._window.writing.show_attachments(())
        self._conversations.set_draft(conversation_id, "")

    def _show_queue(self) -> None:
        shown = self._shown()
        known = shown is not None and shown in self._conversations
        waiting = self._queue.waiting(shown) if shown is not None and known else ()
        if self._list is None and not waiting:
            return
        rows = [QueuedRow(m.words, len(m.parts)) for m in waiting]
        running = shown is not None and self._generation.is_running(shown)
        self._queue_list().show_rows(rows, waits=running)

    def _queue_list(self) -> QueueList:
        if self._list is None:
            self._list = QueueList(self._window)
            self._window.show_above_writing(self._list)
            self._list.remove_requested.connect(self._remove)
            self._list.edit_requested.connect(self._edit)
            self._list.send_requested.connect(self._send_now)
        return self._list

    def _remove(self, position: int) -> None:
        if (shown := self._shown()) is not None:
            self._queue.take(shown, position)

    def _edit(self, position: int) -> None:
        """Put a waiting message back into the composer, below what is written there."""
        shown = self._shown()
        taken = self._queue.take(shown, position) if shown is not None else None
        if taken is None:
            return
        writing = self._window.writing
        kept = writing.composer.toPlainText()
        writing.composer.replace_all(f"{kept}\n{taken.words}" if kept.strip() else taken.words)
        writing.show_attachments((*writing.attachments(), *attachments_in(taken.parts)))
        writing.composer.setFocus()

    def _send_now(self) -> None:
        if (shown := self._shown()) is not None:
            self._tasks.start(self._send(shown), name="queue")

    async def _send(self, conversation_id: ConversationId) -> None:
        try:
            await self._queue.send_next(conversation_id)
        except ChatAppError as error:
            self._window.status_line.show_words(translated(error.message), role="problem")

    # Earlier messages and quotes

    def _sent(self) -> Sequence[str]:
        shown = self._shown()
        path = self._conversations.path(shown) if shown is not None else []
        return [message.content for message in path if message.role is Role.USER]

    def _quote(self) -> None:
        words = self._window.messages.selected_text()
        if words.strip():
            self._window.composer.quote(words)
        else:
            hint = QCoreApplication.translate("Writing", "Select some words of a message first.")
            self._window.status_line.show_words(hint, role="note")

    # Tokens

    async def _measure(self) -> None:
        """Show about how many tokens the next request will have; what was counted once is kept."""
        shown = self._shown()
        if shown is None or shown not in self._conversations:
            return
        conversation = self._conversations.get(shown)
        key = (shown, conversation.leaf_id, conversation.system_text)
        running = self._generation.is_running(shown)
        if key != self._history_key or running:
            path = self._conversations.path(shown)
            words = conversation.system_text
            self._history = await asyncio.to_thread(history_tokens, path, words)
            self._history_key = None if running else key
        writing = self._window.writing
        files = sum(attachment.tokens for attachment in writing.attachments())
        tokens = self._history + files + text_tokens(writing.composer.toPlainText())
        used = await self._usage.of_conversation(shown)
        self._show_tokens(tokens, self._context_length(shown), used)

    def _context_length(self, shown: ConversationId) -> int | None:
        conversation = self._conversations.get(shown)
        endpoint = self._endpoints.of(conversation)
        if endpoint is None:
            return None
        wanted = self._endpoints.model_of(conversation)
        models = self._endpoints.models(endpoint.id)
        return next((m.context_length for m in models if m.id == wanted), None)

    def _show_tokens(self, tokens: int, most: int | None, used: Sequence[UsageRow]) -> None:
        tr, number = QCoreApplication.translate, QLocale().toString
        cost, so_far = conversation_cost(used), conversation_words(used)
        if tokens < FEWEST_TOKENS:
            self._window.writing.show_meter("", more=cost, hint=so_far)
        elif most is None:
            words = tr("Writing", "≈ {count} tokens").format(count=number(tokens))
            hint = tr("Writing", "The next request, estimated")
            self._window.writing.show_meter(words, more=cost, hint=_lines(hint, so_far))
        else:
            words = f"≈ {number(tokens)} / {number(most)}"
            over = tokens > most
            hint = tr(
                "Writing", "Tokens of the next request, estimated, and how many the model can read"
            )
            long = tr("Writing", "This is more than the model can read.")
            hint = _lines(long if over else hint, so_far)
            self._window.writing.show_meter(words, more=cost, is_over=over, hint=hint)


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
