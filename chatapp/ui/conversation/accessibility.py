"""What a screen reader sees: the view is a list, each visible message an item with its words.

Qt asks a factory for the interface of an object. PySide does not keep what the factory
returns, so every interface is referenced here for as long as its view lives. What Qt has seen of
them it deletes itself: a view's when the view goes, an item's when it is told to; an interface
that Python deleted first would crash the next question.
"""

import weakref
from dataclasses import field
from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from chatapp.domain.messages import MessageId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.conversation import wording
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.stage import Stage

MOST_ITEMS = 256


class MessageInterface(QAccessibleInterface):
    """One message on the screen."""

    def __init__(self, view: "ViewInterface", message_id: MessageId) -> None:
        super().__init__()
        self._view = view
        self._message_id = message_id

    @property
    def row(self) -> int:
        """The message's row; -1 once it is no longer on the path."""
        row = self._view.stage.transcript.row_of(self._message_id)
        return -1 if row is None else row

    def isValid(self) -> bool:
        """Return whether the message is still there."""
        return self._view.isValid() and self.row >= 0

    def object(self) -> QObject | None:
        """Return None: a message is no QObject."""
        return None

    def window(self) -> QWindow | None:
        """Return the view's window."""
        return self._view.window()

    def role(self) -> QAccessible.Role:
        """Return that it is an item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether the keyboard is on it."""
        state = QAccessible.State()
        state.focusable = True
        state.readOnly = True
        state.focused = self._view.stage.attention.focus_row == self.row
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Return the words as they are read; the description says who wrote them."""
        if self.row < 0:
            return ""
        message = self._view.stage.transcript.rows[self.row].message
        if kind == QAccessible.Text.Description:
            parts = (wording.author(message), wording.byline(message))
            return ", ".join(part for part in parts if part)
        if kind in {QAccessible.Text.Name, QAccessible.Text.Value}:
            return plain_text_of(self._view.stage, self.row)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: messages are read only."""

    def rect(self) -> QRect:
        """Return where the message is on the screen, in global coordinates."""
        return self._view.global_rect(self._view.stage.screen.row_rect(self.row))

    def parent(self) -> QAccessibleInterface:
        """Return the list."""
        return self._view

    def child(self, index: int) -> QAccessibleInterface | None:
        """Return None: a message is read as a whole."""
        del index
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """Return None: a message is read as a whole."""
        del x, y
        return None

    def childCount(self) -> int:
        """Return 0: a message is read as a whole."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return -1: there are no children."""
        del child
        return -1

    def foregroundColor(self) -> QColor:
        """Return the colour of text."""
        return self._view.stage.transcript.look.text

    def backgroundColor(self) -> QColor:
        """Return the colour behind it."""
        return self._view.stage.transcript.look.background


class ViewInterface(QAccessibleWidget):
    """The message view as a list of the messages on the screen."""

    def __init__(self, widget: QWidget, viewport: QWidget, stage: Stage) -> None:
        super().__init__(widget, QAccessible.Role.List, widget.accessibleName())
        self.stage = stage
        self._viewport = viewport
        self._items: dict[MessageId, MessageInterface] = {}

    def childCount(self) -> int:
        """Return how many messages are on the screen."""
        return len(self.stage.screen.rows())

    def child(self, index: int) -> QAccessibleInterface | None:
        """Return a visible message, counted from the top."""
        rows = self.stage.screen.rows()
        if not 0 <= index < len(rows):
            return None
        return self._item(rows[index])

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """Return the message at a global position."""
        hit = self.stage.screen.hit(self._viewport.mapFromGlobal(QPoint(x, y)))
        return self._item(hit.row) if hit else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which visible message ``child`` is, or -1."""
        rows = self.stage.screen.rows()
        row = child.row if isinstance(child, MessageInterface) else -1
        return rows.index(row) if row in rows else -1

    def focusChild(self) -> QAccessibleInterface | None:
        """Return the message with the keyboard."""
        row = self.stage.attention.focus_row
        return self._item(row) if row in self.stage.screen.rows() else None

    def global_rect(self, box: QRect) -> QRect:
        """Return a rectangle of the viewport in global coordinates."""
        return QRect(self._viewport.mapToGlobal(box.topLeft()), box.size())

    def _item(self, row: int) -> MessageInterface:
        message_id = self.stage.transcript.rows[row].message.id
        if message_id not in self._items:
            if len(self._items) >= MOST_ITEMS:
                self._forget_unseen()
            self._items[message_id] = MessageInterface(self, message_id)
        return self._items[message_id]

    def _forget_unseen(self) -> None:
        seen = set(self.stage.screen.rows())
        for message_id, item in list(self._items.items()):
            if item.row not in seen:
                _delete(self._items.pop(message_id))

    def forget_items(self) -> None:
        """Give the items back before the view goes."""
        while self._items:
            _delete(self._items.popitem()[1])


def _delete(item: MessageInterface) -> None:
    """Have Qt delete an interface and forget its number."""
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))


@dataclass(slots=True)
class _Known:
    """A view that is shown to screen readers, and the interfaces made for it."""

    viewport: QWidget
    stage: Stage
    interfaces: list[ViewInterface] = field(default_factory=list)


_views: dict[int, _Known] = {}


@cache
def _install_factory() -> None:
    QAccessible.installFactory(_factory)


def make_accessible(widget: QWidget, viewport: QWidget, stage: Stage) -> None:
    """Let screen readers see the messages of ``widget``; forgotten when it is gone."""
    _install_factory()
    key = id(widget)
    _views[key] = _Known(viewport, stage)
    # PySide does not call what is connected to an object's own ``destroyed``.
    weakref.finalize(widget, _forget, key)


def _forget(key: int) -> None:
    for interface in _views.pop(key).interfaces:
        interface.forget_items()


def plain_text_of(stage: Stage, row: int) -> str:
    """Return a message's words as the person reads them, without its controls."""
    words = []
    for part in stage.transcript.layout(row).parts:
        if isinstance(part, DocumentPart):
            part.dress(stage.transcript.look)
            words.append(part.spoken())
    return "\n".join(words)


def _factory(name: str, target: QObject) -> QAccessibleInterface | None:
    """Return an interface of its own for each call: Qt may ask again for the same object, since
    PySide changes its meta-object, and deletes what it was given once for each time."""
    del name
    known = _views.get(id(target))
    if known is None or not isinstance(target, QWidget):
        return None
    interface = ViewInterface(target, known.viewport, known.stage)
    known.interfaces.append(interface)
    return interface
