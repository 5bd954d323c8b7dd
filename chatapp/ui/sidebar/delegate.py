"""How a conversation looks in the list: title, a mark, and the words a search found."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from chatapp.qtmodels.conversation_list import ConversationListModel, ConversationRole

AnyIndex = QModelIndex | QPersistentModelIndex
MARGIN = 10
MARK = 7


class ConversationDelegate(QStyledItemDelegate):
    """Paints a row; the mark is a dot that is filled while an answer arrives, and a bold
    title where an answer was not yet looked at, so colour is never the only sign."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        lines = 2 if index.data(ConversationRole.SNIPPET) else 1
        return QSize(120, option.fontMetrics.height() * lines + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter, option)
        area = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if index.data(ConversationRole.ANSWERING) or index.data(ConversationRole.UNREAD):
            area = self._paint_mark(painter, option, index, area)
        self._paint_words(painter, option, index, area)
        painter.restore()

    def _paint_background(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        colour = QColor(option.palette.color(QPalette.ColorRole.Text))
        colour.setAlpha(30 if selected else 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(option.rect.adjusted(1, 2, -1, -2), 6, 6)

    def _paint_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, area: QRect
    ) -> QRect:
        painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
        filled = index.data(ConversationRole.ANSWERING)
        painter.setBrush(
            option.palette.color(QPalette.ColorRole.Highlight) if filled else Qt.BrushStyle.NoBrush
        )
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = area.left() if mirrored else area.right() - MARK
        painter.drawEllipse(left, area.center().y() - MARK // 2, MARK, MARK)
        room = MARK + 6
        return area.adjusted(room, 0, 0, 0) if mirrored else area.adjusted(0, 0, -room, 0)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, area: QRect
    ) -> None:
        font = QFont(option.font)
        font.setBold(bool(index.data(ConversationRole.UNREAD)))
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        height = option.fontMetrics.height()
        snippet = index.data(ConversationRole.SNIPPET)
        title = QRect(area)
        if snippet:
            title.setTop(area.top() + 8)
            title.setHeight(height)
        self._draw(painter, title, index.data(Qt.ItemDataRole.DisplayRole))
        if snippet:
            painter.setFont(option.font)
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            self._draw(painter, title.translated(0, height), snippet)

    @staticmethod
    def _draw(painter: QPainter, area: QRect, words: str) -> None:
        elided = painter.fontMetrics().elidedText(
            " ".join(words.split()), Qt.TextElideMode.ElideRight, area.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(flags | Qt.TextFlag.TextSingleLine), elided)

    def setModelData(self, editor: QWidget, model: object, index: AnyIndex) -> None:
        """Hand a new title to the sidebar, which asks the service to rename."""
        if isinstance(editor, QLineEdit) and isinstance(model, ConversationListModel):
            title = editor.text().strip()
            if title and title != index.data(Qt.ItemDataRole.EditRole):
                model.title_edited.emit(index.data(ConversationRole.ID), title)
