"""Side by side: the next messages go to every column; one answer is kept, or all as branches."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.attachments import Attachment
from chatapp.domain.changes import (
    Change,
    ConversationChanged,
    EndpointsChanged,
    GenerationChanged,
    MessageChanged,
    PathChanged,
)
from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, Message, MessageId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.services.requests import Answerer, conversation_parameters
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.said_work import SaidWork
from chatapp.ui.conversation import wording
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.endpoints.naming import endpoint_name
from chatapp.ui.main_window import MainWindow
from chatapp.ui.model_picker import ModelGroup

if TYPE_CHECKING:
    from chatapp.ui.comparison.column import ComparisonColumn
    from chatapp.ui.comparison.view import ComparisonView

PASSED_ON = (
    "regenerate_requested", "continue_requested", "retry_requested", "edit_requested",
    "delete_requested", "settings_requested", "sibling_requested", "choice_requested",
    "way_out_requested", "link_requested", "save_code_requested", "picture_requested",
)  # fmt: skip
"""What is wished in a column is carried out as it is in the conversation."""


class ComparisonController(QObject):
    """Compares in one conversation at a time; looking at another ends it, the answers go on."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        publisher: Publisher,
        tasks: TaskScope,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._endpoints = endpoints
        self._said = SaidWork(tasks, window.status_line)
        self._shown = shown
        self._view: ComparisonView | None = None
        self._of: ConversationId | None = None
        self._answers: list[MessageId] = []
        self._sending = False
        window.action("compare").triggered.connect(self.toggle)
        publisher.subscribe(
            self._on_change,
            MessageChanged,
            GenerationChanged,
            PathChanged,
            ConversationChanged,
            EndpointsChanged,
        )

    # Opening and closing

    def is_open_in(self, conversation_id: ConversationId) -> bool:
        """Whether the next message of a conversation goes to several columns."""
        return self._view is not None and self._of == conversation_id

    def toggle(self) -> None:
        """Show the columns in the place of the conversation, or the conversation again."""
        if self._view is not None:
            self.close()
        elif (shown := self._shown()) is not None:
            self._open(self._conversations.get(shown))

    def _open(self, conversation: Conversation) -> None:
        from chatapp.ui.comparison.view import ComparisonView

        view = self._view = ComparisonView(self._window)
        self._of = conversation.id
        view.columns_changed.connect(self._show_columns)
        view.stop_requested.connect(self._stop)
        view.keep_requested.connect(self._keep)
        view.keep_all_requested.connect(self.close)
        for answerer in self._first_answerers(conversation):
            self._connect(view.add(answerer))
        self._window.show_instead(view)
        self._window.action("compare").setChecked(True)

    def _connect(self, column: "ComparisonColumn") -> None:
        column.setProperty("connected", True)
        for name in PASSED_ON:
            getattr(column.view, name).connect(getattr(self._window.messages, name))

    def _first_answerers(self, conversation: Conversation) -> list[Answerer]:
        """Begin with the conversation's model, and another one of its endpoint if one is known."""
        endpoint = self._endpoints.of(conversation)
        model = self._endpoints.model_of(conversation)
        known = [m.id for m in self._endpoints.models(endpoint.id)] if endpoint else []
        other = next((name for name in known if name != model), model)
        own = endpoint.id if endpoint else None
        return [Answerer(own, model), Answerer(own, other)]

    def close(self) -> None:
        """Show the conversation again; every answer stays as a branch."""
        view, self._view = self._view, None
        self._of, self._answers = None, []
        self._window.action("compare").setChecked(False)
        if view is not None:
            self._window.show_instead(None)
            view.deleteLater()

    # What goes on

    def _on_change(self, change: Change) -> None:
        if self._view is None or self._of is None:
            return
        match change:
            case MessageChanged(conversation_id, message_id, _):
                if conversation_id == self._of and message_id in self._answers:
                    self._update(self._answers.index(message_id))
            case GenerationChanged(conversation_id) if conversation_id == self._of:
                for at in range(len(self._answers)):
                    self._update(at)
            case PathChanged(conversation_id) if conversation_id == self._of:
                self._follow_path(conversation_id)
            case ConversationChanged() | EndpointsChanged():
                self._show_columns()

    def on_shown(self) -> None:
        """End comparing when the person looks at another conversation."""
        if self._of is not None and self._of != self._shown():
            self.close()

    def _follow_path(self, conversation_id: ConversationId) -> None:
        """Whoever goes on with one answer, or elsewhere, has stopped comparing."""
        leaf = self._conversations.get(conversation_id).leaf_id
        if self._answers and not self._sending and leaf not in self._answers:
            self.close()

    def _show_columns(self) -> None:
        """Show each column's models and what it would send."""
        if self._view is None or self._of is None or self._of not in self._conversations:
            return
        conversation = self._conversations.get(self._of)
        groups = [
            ModelGroup(e.id, endpoint_name(e), [m.id for m in self._endpoints.models(e.id)])
            for e in self._endpoints.all()
        ]
        for column in self._view.columns:
            if not column.property("connected"):
                self._connect(column)
            answerer = column.answerer
            column.show_models(groups)
            endpoint = (
                self._endpoints.get(answerer.endpoint_id) if answerer.endpoint_id else None
            ) or self._endpoints.placeholder()
            learned = self._endpoints.learned(endpoint.id, answerer.model)
            column.show_parameters(
                conversation_parameters(conversation, endpoint, answerer.settings, learned)
            )

    def _message(self, at: int) -> Message | None:
        if self._of is None or at >= len(self._answers):
            return None
        tree = self._conversations.tree(self._of)
        return tree.get(self._answers[at]) if self._answers[at] in tree else None

    def _update(self, at: int) -> None:
        message = self._message(at)
        if self._view is not None and message is not None and at < len(self._view.columns):
            self._view.columns[at].update_answer(
                ShownMessage(message, is_last=True),
                running=message.status.is_running,
                figures=wording.usage_summary(message.reply) if message.reply else "",
            )

    # Wishes

    async def send(
        self,
        conversation_id: ConversationId,
        words: str,
        attachments: tuple[Attachment, ...],
    ) -> None:
        """Have a message answered by every column. Raises as ``GenerationService.send`` does."""
        view = self._view
        if view is None:
            return
        self._sending = True
        try:
            answers = await self._generation.compare(
                conversation_id, words, view.answerers(), attachments=attachments
            )
        finally:
            self._sending = False
        if view is not self._view:
            return  # closed meanwhile: the answers are branches of the conversation
        self._answers = answers
        tree = self._conversations.tree(conversation_id)
        for column, answer_id in zip(view.columns, answers, strict=False):
            answer = tree.get(answer_id)
            path = [ShownMessage(answer, is_last=True)]
            if answer.parent_id is not None:
                path.insert(0, ShownMessage(tree.get(answer.parent_id)))
            column.show_answer(path, running=True)

    def _stop(self, at: int) -> None:
        if self._of is not None and at < len(self._answers):
            self._generation.stop_answer(self._of, self._answers[at])

    def _keep(self, at: int) -> None:
        if self._of is not None and at < len(self._answers):
            self._said.start(
                self._keep_one(self._of, self._answers[at], list(self._answers)), "comparison"
            )

    async def _keep_one(
        self, conversation_id: ConversationId, kept: MessageId, answers: list[MessageId]
    ) -> None:
        """Show one answer in the conversation and delete the others; that can be undone."""
        self.close()
        self._conversations.show_leaf(conversation_id, kept)
        tree = self._conversations.tree(conversation_id)
        restore = [
            await self._conversations.delete_message(conversation_id, answer)
            for answer in answers
            if answer != kept and answer in tree
        ]

        def undo() -> None:
            for one in restore:
                one()
            self._conversations.show_leaf(conversation_id, kept)

        if restore:
            self._window.notices.show_notice(
                "deleted",
                QCoreApplication.translate("Comparison", "The other answers were deleted."),
                role="plain",
                button=QCoreApplication.translate("Comparison", "Undo"),
                on_button=undo,
                passing=True,
            )
