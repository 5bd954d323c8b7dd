"""How a conversation looks in the list: title, marks, tags, and the words a search found."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from chatapp.qtmodels.conversation_list import ConversationListModel, ConversationRole
from chatapp.qtmodels.directions import in_own_direction
from chatapp.store.search import beginnings
from chatapp.ui.theme import current_theme

AnyIndex = QModelIndex | QPersistentModelIndex
MARGIN = 10
MARK = 7
PADDING = 8
SNIPPET_LINES = 2
MOST_TAGS_SHOWN = 2


class ConversationDelegate(QStyledItemDelegate):
    """Paints a row; the mark is a dot that is filled while an answer arrives, and a bold
    title where an answer was not yet looked at, so colour is never the only sign."""

    def __init__(self, model: ConversationListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.words: tuple[str, ...] = ()
        """What was looked for; marked in the words that were found."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """Return the line in which a title is changed."""
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(QCoreApplication.translate("Sidebar", "Title"))
        return editor

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """All rows of one list are equally high."""
        lines = 1 + SNIPPET_LINES if self._model.is_search else 1
        return QSize(120, option.fontMetrics.height() * lines + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter, option)
        area = option.rect.adjusted(MARGIN, PADDING, -MARGIN, -PADDING)
        title = QRect(area.topLeft(), QSize(area.width(), option.fontMetrics.height()))
        if not index.data(ConversationRole.IS_LOADED):
            self._paint_missing(painter, title)
        else:
            self._paint_title(painter, option, index, title)
            if index.data(ConversationRole.SNIPPET):
                self._paint_snippet(painter, option, index, area.adjusted(0, title.height(), 0, 0))
        painter.restore()

    def _paint_background(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        box = option.rect.adjusted(0, 1, 0, -1)
        if selected or hovered:
            colour = QColor(option.palette.color(QPalette.ColorRole.Text))
            colour.setAlpha(30 if selected else 14)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(box, 6, 6)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    @staticmethod
    def _paint_missing(painter: QPainter, area: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour("border"))
        bar = QRectF(area.left(), area.center().y() - 4, area.width() * 0.6, 8)
        painter.drawRoundedRect(bar, 4, 4)

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, area: QRect
    ) -> None:
        if index.data(ConversationRole.ANSWERING) or index.data(ConversationRole.UNREAD):
            area = self._paint_mark(painter, option, index, area)
        count = index.data(ConversationRole.HIT_COUNT)
        if count and count > 1:
            area = self._paint_pill(painter, option, str(count), area)
        for tag in (index.data(ConversationRole.TAGS) or ())[:MOST_TAGS_SHOWN]:
            if area.width() > option.fontMetrics.averageCharWidth() * 18:
                area = self._paint_pill(painter, option, tag, area)
        font = QFont(option.font)
        font.setBold(bool(index.data(ConversationRole.UNREAD)))
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        words = " ".join(str(index.data()).split())
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(area, int(flags | Qt.TextFlag.TextSingleLine), in_own_direction(elided))

    def _paint_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, area: QRect
    ) -> QRect:
        accent = option.palette.color(QPalette.ColorRole.Highlight)
        painter.setPen(accent)
        filled = index.data(ConversationRole.ANSWERING)
        painter.setBrush(accent if filled else Qt.BrushStyle.NoBrush)
        box, rest = _end_of(area, MARK, option)
        painter.drawEllipse(QRect(box.left(), area.center().y() - MARK // 2, MARK, MARK))
        return rest

    @staticmethod
    def _paint_pill(
        painter: QPainter, option: QStyleOptionViewItem, words: str, area: QRect
    ) -> QRect:
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.82)
        metrics = QFontMetrics(font)
        most = area.width() // 3
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, most)
        box, rest = _end_of(area, metrics.horizontalAdvance(elided) + 12, option)
        height = metrics.height() + 2
        pill = QRect(box.left(), area.center().y() - height // 2 + 1, box.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour("border"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(current_theme().colour("text"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), elided)
        return rest

    def _paint_snippet(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, area: QRect
    ) -> None:
        words = str(index.data(ConversationRole.SNIPPET))
        layout = QTextLayout(words, option.font)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        wrap.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(wrap)
        layout.setFormats(self._marks(words))
        layout.beginLayout()
        height = 0.0
        for _ in range(SNIPPET_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter.setPen(current_theme().colour("muted"))
        painter.setClipRect(area)
        layout.draw(painter, QPointF(area.topLeft()))

    def _marks(self, words: str) -> list[QTextLayout.FormatRange]:
        """Return what is drawn stronger: the words that were looked for."""
        marks = []
        if self.words:
            shape = QTextCharFormat()
            shape.setFontWeight(QFont.Weight.Bold)
            shape.setForeground(current_theme().colour("text"))
            for place in beginnings(self.words).finditer(words):
                mark = QTextLayout.FormatRange()
                mark.start = _utf16(words[: place.start()])
                mark.length = _utf16(place[0])
                mark.format = shape
                marks.append(mark)
        return marks

    def setModelData(self, editor: QWidget, model: object, index: AnyIndex) -> None:
        """Hand a new title to the sidebar, which asks the service to rename."""
        if isinstance(editor, QLineEdit) and isinstance(model, ConversationListModel):
            title = editor.text().strip()
            if title and title != index.data(Qt.ItemDataRole.EditRole):
                model.title_edited.emit(index.data(ConversationRole.ID), title)


def _end_of(area: QRect, width: int, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
    """Split off the end of a line: its right in most scripts, its left in mirrored ones."""
    room = width + 6
    if option.direction == Qt.LayoutDirection.RightToLeft:
        return QRect(area.left(), area.top(), width, area.height()), area.adjusted(room, 0, 0, 0)
    left = area.right() - width + 1
    return QRect(left, area.top(), width, area.height()), area.adjusted(0, 0, -room, 0)


def _utf16(words: str) -> int:
    return len(words) if words.isascii() else len(words.encode("utf-16-le", "surrogatepass")) // 2
