"""A tree of JSON that may still be growing; it follows without ever holding up the window."""

import time

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from chatapp.domain.partial_json import NodeKind, PartialJson
from chatapp.qtmodels.json_tree import KIND_ROLE, JsonTreeModel
from chatapp.ui.conversation.frame_pacer import FramePacer
from chatapp.ui.fonts import monospace_font
from chatapp.ui.theme import current_theme

SLICE = 1_024
FRAME_S = 0.004
PAUSE_MS = 8
"""Between two looks at a text that is longer than one frame can read."""
_UNFOLDED_ROWS = 300
_COLOURS = {NodeKind.STRING: "string", NodeKind.SCALAR: "number"}


class _ColouredText(QStyledItemDelegate):
    """Gives names and values the colours that code has."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        kind = index.data(KIND_ROLE)
        token = "attribute" if index.column() == 0 else _COLOURS.get(kind, "muted")
        palette = option.palette
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            palette.setColor(role, current_theme().colour(token))
        option.palette = palette


class JsonTreeView(QTreeView):
    """Shows text as it grows (:meth:`follow`) or a whole value (:meth:`show_text`)."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = JsonTreeModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_ColouredText(self))
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setFont(monospace_font(0.95))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setStretchLastSection(True)
        self._model.rowsInserted.connect(self._unfold)
        self.doubleClicked.connect(self._model.show_more)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._unfolded = 0
        self._pacer = FramePacer(self._go_on, self)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._rest.timeout.connect(self._go_on)
        self._text = ""
        self._fed = 0
        self._ended = False

    @property
    def tree(self) -> PartialJson:
        """What is shown so far."""
        return self._model.tree

    @property
    def is_behind(self) -> bool:
        """Whether some of the text is still to be read."""
        return self._fed < len(self._text)

    def follow(self, text: str, *, ended: bool) -> None:
        """Show ``text``, of which the beginning may be shown already; read on from there."""
        if not text.startswith(self._text[: self._fed]) or (self._ended and text != self._text):
            self._begin()
        self._text = text
        self._ended = self._ended or ended
        if not self._rest.isActive():
            self._pacer.request()

    def show_text(self, text: str) -> None:
        """Show a whole text."""
        self.follow(text, ended=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names a fair part of the room."""
        super().resizeEvent(event)
        self.header().resizeSection(0, min(self.viewport().width() // 2, 200))

    def _begin(self) -> None:
        self._text, self._fed, self._ended, self._unfolded = "", 0, False, 0
        self._model.show(PartialJson())

    def _go_on(self) -> None:
        """Read as much as a frame has time for."""
        until = time.perf_counter() + FRAME_S
        tree = self._model.tree
        while self._fed < len(self._text) and time.perf_counter() < until:
            piece = self._text[self._fed : self._fed + SLICE]
            tree.feed(piece)
            self._fed += len(piece)
        if self._ended and not self.is_behind:
            tree.close()
        self._model.announce()
        if self.is_behind:
            self._rest.start()

    def _unfold(self, parent: QModelIndex, first: int, last: int) -> None:
        self._unfolded += last - first + 1
        if self._unfolded <= _UNFOLDED_ROWS and not self.isExpanded(parent):
            self.expand(parent)

    def _on_scrolled(self, value: int) -> None:
        """At the end of a long list, show its next page."""
        if value < self.verticalScrollBar().maximum() or not value:
            return
        above = self.indexAt(self.viewport().rect().bottomLeft()).parent()
        while above.isValid():
            if self._model.has_more(above):
                self._model.show_more(above)
                return
            above = above.parent()

    def copy_current(self) -> None:
        """Put the chosen value on the clipboard, as it is shown."""
        index = self.currentIndex()
        if index.isValid():
            value = index.siblingAtColumn(1).data()
            QApplication.clipboard().setText(str(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on its key; the rest is the tree's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_current()
            return
        super().keyPressEvent(event)
