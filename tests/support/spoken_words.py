"""Every word that a window says, whoever says it, and whether it has the room it needs."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QWidget,
)

_MOST_ROWS = 200


def words_of(top: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what every shown widget of a window says, with who says it and how."""
    for widget in [top, *top.findChildren(QWidget)]:
        if widget is not top and not widget.isVisibleTo(top):
            continue
        if widget.objectName().startswith("qt_"):
            continue
        who = f"{type(widget).__name__}#{widget.objectName()}"
        for how, words in [*_of_widget(widget), *_of_kind(widget)]:
            if words.strip():
                yield f"{who} {how}", words


def _of_widget(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tool tip", widget.toolTip()
    yield "status tip", widget.statusTip()
    yield "what is this", widget.whatsThis()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    for action in widget.actions():
        yield from _of_action(action)


def _of_action(action: QAction) -> Iterator[tuple[str, str]]:
    name = f"action {action.objectName()}"
    yield name, action.text()
    yield f"{name} tool tip", action.toolTip()
    menu = action.menu()
    if isinstance(menu, QMenu):
        for inner in menu.actions():
            yield from _of_action(inner)


def _of_kind(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QTextBrowser():
            for line in widget.toPlainText().splitlines():
                yield "line", line
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield "placeholder", widget.placeholderText()
        case QGroupBox():
            yield "title", widget.title()
        case QTabBar() | QComboBox():
            yield from _of_choices(widget)
        case QSpinBox() | QDoubleSpinBox():
            yield "prefix", widget.prefix()
            yield "suffix", widget.suffix()
            yield "special", widget.specialValueText()
        case _:
            yield from _of_view(widget)


def _of_choices(widget: QTabBar | QComboBox) -> Iterator[tuple[str, str]]:
    for at in range(widget.count()):
        if isinstance(widget, QTabBar):
            yield "tab", widget.tabText(at)
            yield "tab tip", widget.tabToolTip(at)
        else:
            yield "choice", widget.itemText(at)


def _of_view(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _of_model(widget.model())
    elif widget.objectName() == "messageView":
        yield from _of_interface(QAccessible.queryAccessibleInterface(widget))


def _of_model(model: QAbstractItemModel | None) -> Iterator[tuple[str, str]]:
    if model is None:
        return
    for column in range(_columns(model, QModelIndex())):
        title = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(title, str) and not title.isdigit():
            yield "column", title
    yield from _of_rows(model, QModelIndex())


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    """A list has one column and keeps that to itself."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def _of_rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[tuple[str, str]]:
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
    for row in range(min(model.rowCount(parent), _MOST_ROWS)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in roles:
                words = index.data(role)
                if isinstance(words, str):
                    yield f"row {role.name}", words
        yield from _of_rows(model, model.index(row, 0, parent))


def _of_interface(interface: QAccessibleInterface | None) -> Iterator[tuple[str, str]]:
    """Yield what a view that paints itself says to a screen reader."""
    if interface is None:
        return
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None:
            yield "item", child.text(QAccessible.Text.Name)
            yield from _of_interface(child)


def cut_words(top: QWidget) -> Iterator[tuple[str, str]]:
    """Yield the words of a window that have less room than they need, with who says them."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisibleTo(top):
            continue
        who = f"{type(widget).__name__}#{widget.objectName()}"
        if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum():
            yield who, f"is wider than its place: {_widest(widget)}"
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QToolButton) and _shows_icon_only(widget):
            continue
        parent = widget.parentWidget()
        out = parent is not None and widget.geometry().right() > parent.rect().right() + 1
        if out or _needs_more(widget):
            yield who, widget.text()


def _widest(scroll: QScrollArea) -> str:
    """Return which widgets a scroll area has no room for, from the outer to the inner."""
    room = scroll.viewport().width()
    wide = (w for w in scroll.viewport().findChildren(QWidget) if w.isVisibleTo(scroll))
    return ", ".join(
        f"{type(w).__name__}#{w.objectName()}" for w in wide if w.minimumSizeHint().width() > room
    )


def _shows_icon_only(button: QToolButton) -> bool:
    style = button.toolButtonStyle()
    return style is Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()


def _needs_more(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    return widget.sizeHint().width() > widget.width() + 1
