"""The map of branches: made when it is first wanted, kept up to date while it is open."""

from collections.abc import Callable, Coroutine

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from chatapp.domain.branch_map import Stretch, branch_map
from chatapp.domain.changes import Change, PathChanged
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.qtmodels.branch_list import BranchListModel
from chatapp.services.conversations import ConversationService
from chatapp.services.publishing import Publisher
from chatapp.ui.branches.dialog import BranchDialog
from chatapp.ui.controllers.said_work import SaidWork
from chatapp.ui.dialogs import confirm


class BranchController(QObject):
    """``jump`` shows a message on whatever branch it is."""

    def __init__(
        self,
        window: QWidget,
        conversations: ConversationService,
        publisher: Publisher,
        current: Callable[[], ConversationId | None],
        jump: Callable[[ConversationId, MessageId], None],
        said: SaidWork,
    ) -> None:
        super().__init__(window)
        self._conversations = conversations
        self._current = current
        self._jump = jump
        self._said = said
        self._model = BranchListModel(self)
        self._dialog = BranchDialog(self._model, window)
        self._dialog.map.chosen.connect(self._on_chosen)
        deleted = self._dialog.deleted
        deleted.restore_requested.connect(lambda i: self._do(self._restore, i))
        deleted.erase_requested.connect(lambda i: self._do(self._erase, i))
        publisher.subscribe(self._on_change, PathChanged)

    def open(self) -> None:
        """Show the map of the conversation that is shown."""
        self.refresh()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.map.setFocus()

    def refresh(self) -> None:
        """Draw the map anew, if anybody looks at it or is about to."""
        current = self._current()
        if current is None or current not in self._conversations:
            self._model.show(())
            self._dialog.deleted.show_branches(())
            return
        if not self._conversations.is_loaded(current):
            return  # its path is announced when it is
        self._said.start(self._list_deleted(current), "deleted messages")
        tree = self._conversations.tree(current)
        self._model.show(branch_map(tree, self._conversations.get(current).leaf_id))
        row = self._model.shown_row()
        if row >= 0:
            self._dialog.map.setCurrentIndex(self._model.index(row))

    async def _list_deleted(self, conversation_id: ConversationId) -> None:
        found = await self._conversations.deleted.of(conversation_id)
        if self._current() == conversation_id:
            self._dialog.deleted.show_branches(found)

    def _do(
        self,
        work: "Callable[[ConversationId, MessageId], Coroutine[object, object, None]]",
        first: str,
    ) -> None:
        if (current := self._current()) is not None:
            self._said.start(work(current, MessageId(first)), "deleted messages")

    async def _restore(self, conversation_id: ConversationId, first: MessageId) -> None:
        await self._conversations.deleted.restore(conversation_id, first)
        self._jump(conversation_id, first)

    async def _erase(self, conversation_id: ConversationId, first: MessageId) -> None:
        tr = QCoreApplication.translate
        if await confirm(
            self._dialog,
            tr("Branches", "Delete these messages for good?"),
            tr("Branches", "This cannot be undone. Backups made earlier still hold them."),
            tr("Branches", "Delete for good"),
        ):
            await self._conversations.deleted.erase(conversation_id, first)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, PathChanged) and self._dialog.isVisible():
            self.refresh()

    def on_shown(self) -> None:
        """Another conversation is shown, with all its messages."""
        if self._dialog.isVisible():
            self.refresh()

    def _on_chosen(self, stretch: Stretch) -> None:
        if current := self._current():
            self._jump(current, stretch.first)
