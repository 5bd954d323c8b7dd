"""A list of objects as a table: what many tools answer with."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, compact

MOST_ROWS = 500
MOST_COLUMNS = 30
_LONGEST_CELL = 300


def rows_of(value: JsonValue) -> list[JsonObject]:
    """Return the rows of a value that is a table: a list of objects, or an object with one
    such list in it."""
    rows = as_list(value)
    if not rows:
        lists = [v for v in as_object(value).values() if isinstance(v, list)]
        rows = lists[0] if len(lists) == 1 else []
    objects: list[JsonObject] = [row for row in rows if isinstance(row, dict)]
    is_table = len(objects) == len(rows) and len(objects) > 1
    return objects[:MOST_ROWS] if is_table else []


class ResultTable(QTableWidget):
    """Rows and columns as they are named in the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Inspector", "Result"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)

    def words(self) -> str:
        """Return the table with tabs between its columns, as spreadsheets take it."""
        columns = range(self.columnCount())
        heads = [self.horizontalHeaderItem(column) for column in columns]
        rows = [[self.item(row, c) for c in columns] for row in range(self.rowCount())]
        lines = [[" ".join(i.text().split()) if i else "" for i in line] for line in (heads, *rows)]
        return "\n".join("\t".join(line) for line in lines)

    def show_rows(self, rows: list[JsonObject]) -> None:
        """Show a table."""
        names = list(dict.fromkeys(name for row in rows for name in row))[:MOST_COLUMNS]
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(len(names))
        self.setHorizontalHeaderLabels(names)
        for number, row in enumerate(rows):
            for column, name in enumerate(names):
                self.setItem(number, column, QTableWidgetItem(_cell(row.get(name))))
        self.resizeColumnsToContents()


def _cell(value: JsonValue) -> str:
    if value is None:
        return ""
    return (value if isinstance(value, str) else compact(value))[:_LONGEST_CELL]
