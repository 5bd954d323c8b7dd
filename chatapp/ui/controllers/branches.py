"""The map of branches: made when it is first wanted, kept up to date while it is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from chatapp.domain.branch_map import Stretch, branch_map
from chatapp.domain.changes import Change, PathChanged
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.qtmodels.branch_list import BranchListModel
from chatapp.services.conversations import ConversationService
from chatapp.services.publishing import Publisher
from chatapp.ui.branches.dialog import BranchDialog


class BranchController(QObject):
    """``jump`` shows a message on whatever branch it is."""

    def __init__(
        self,
        window: QWidget,
        conversations: ConversationService,
        publisher: Publisher,
        current: Callable[[], ConversationId | None],
        jump: Callable[[ConversationId, MessageId], None],
    ) -> None:
        super().__init__(window)
        self._conversations = conversations
        self._current = current
        self._jump = jump
        self._model = BranchListModel(self)
        self._dialog = BranchDialog(self._model, window)
        self._dialog.map.chosen.connect(self._on_chosen)
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
            return
        if not self._conversations.is_loaded(current):
            return  # its path is announced when it is
        tree = self._conversations.tree(current)
        self._model.show(branch_map(tree, self._conversations.get(current).leaf_id))
        row = self._model.shown_row()
        if row >= 0:
            self._dialog.map.setCurrentIndex(self._model.index(row))

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
