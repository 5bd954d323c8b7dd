"""JSON as a tree that may still be growing; large parts are shown as they are scrolled to."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from chatapp.domain.json_value import without_surrogates
from chatapp.domain.partial_json import JsonNode, NodeKind, PartialJson

PAGE = 200
"""Children of one value that are shown before somebody scrolls on."""

KIND_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class JsonTreeModel(QAbstractItemModel):
    """Follows a ``PartialJson``: call :meth:`announce` after feeding it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tree = PartialJson()
        self._root_shown = False
        self._nodes: dict[int, JsonNode] = {}

    @property
    def tree(self) -> PartialJson:
        """What is shown."""
        return self._tree

    def show(self, tree: PartialJson) -> None:
        """Show another tree."""
        self.beginResetModel()
        self._tree, self._root_shown, self._nodes = tree, False, {}
        self.endResetModel()
        self.announce()

    def announce(self) -> None:
        """Tell views what has been added and what has grown."""
        changed, self._tree.changed = self._tree.changed, []
        told: set[int] = set()
        for node in changed:
            if id(node) not in told:
                told.add(id(node))
                self._announce(node)

    def _announce(self, node: JsonNode) -> None:
        parent = node.parent
        if parent is None and not self._root_shown:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._root_shown = True
            self.endInsertRows()
        elif parent is not None and node.row >= parent.announced:
            if node.row < PAGE and self._is_told(parent):
                self._grow(parent, min(len(parent.children), PAGE))
            return
        if self._is_told(node):
            self.dataChanged.emit(self._index(node, 0), self._index(node, 1))

    def _is_told(self, node: JsonNode) -> bool:
        """Whether views know of a node, and so of all above it."""
        current: JsonNode = node
        while current.parent is not None:
            if current.row >= current.parent.announced:
                return False
            current = current.parent
        return self._root_shown

    def _grow(self, parent: JsonNode, upto: int) -> None:
        if upto > parent.announced:
            self.beginInsertRows(self._index(parent, 0), parent.announced, upto - 1)
            parent.announced = upto
            self.endInsertRows()

    # What Qt asks

    def _node(self, index: Index) -> JsonNode | None:
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def _index(self, node: JsonNode, column: int) -> QModelIndex:
        self._nodes[id(node)] = node
        return self.createIndex(node.row, column, id(node))

    def node_at(self, index: Index) -> JsonNode | None:
        """Return the value behind a place."""
        return self._node(index)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """Return the place of a child."""
        if row < 0 or not 0 <= column < 2 or parent.column() > 0 or row >= self.rowCount(parent):
            return QModelIndex()
        above = self._node(parent)
        node = self._tree.root if above is None else above.children[row]
        return self._index(node, column) if node is not None else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        """Return the value around."""
        node = self._node(index)
        if node is None or node.parent is None:
            return QModelIndex()
        return self._index(node.parent, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many children views know of."""
        if parent.column() > 0:
            return 0
        if not parent.isValid():
            return int(self._root_shown)
        node = self._node(parent)
        return node.announced if node is not None else 0

    def has_more(self, parent: Index) -> bool:
        """Return whether there are children that views do not know of.

        Qt's own ``canFetchMore`` would not do: a tree view fetches with each layout, until a
        list of a hundred thousand is there whole.
        """
        node = self._node(parent)
        return node is not None and self._is_told(node) and node.announced < len(node.children)

    def show_more(self, parent: Index) -> None:
        """Tell views of the next page of children."""
        node = self._node(parent)
        if node is not None and self.has_more(parent):
            self._grow(node, min(len(node.children), node.announced + PAGE))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002
        """Return how many columns there are: name and value."""
        return 2

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        name = QCoreApplication.translate("JsonTree", "Name")
        return name if section == 0 else QCoreApplication.translate("JsonTree", "Value")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name or the value of a node."""
        node = self._node(index)
        if node is None:
            return None
        if role == KIND_ROLE:
            return node.kind
        if role == Qt.ItemDataRole.ToolTipRole:
            return node.path()
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return without_surrogates(str(node.key)) if node.parent is not None else "$"
        return _value_words(node)


def _value_words(node: JsonNode) -> str:
    if node.is_container:
        say = QCoreApplication.translate
        left, right = ("{", "}") if node.kind is NodeKind.OBJECT else ("[", "]")
        count = len(node.children)
        inside = f" {count} " if count else ""
        words = f"{left}{inside}{right}" if node.is_complete else f"{left}{inside}…"
        if 0 < node.announced < count:
            words += " " + say("JsonTree", "first {count}").format(count=node.announced)
        return words
    shown = without_surrogates(node.shown)
    if node.kind is NodeKind.STRING:
        cut = "…" if node.size > len(node.shown) else ""
        return f"“{shown}{cut}" + ("”" if node.is_complete else "▌")
    return shown
