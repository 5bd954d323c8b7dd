"""The table of headers under real keys and clicks: what leaves it, and when."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from chatapp.domain.endpoint_headers import HeaderEdit
from chatapp.ui.endpoints.header_row import HeaderRow, ShownHeader
from chatapp.ui.endpoints.header_table import HeaderTable

KEY = "sk-canary0123456789"


class Table:
    """A shown table, a line beside it to go to, and what has left the table."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.table = HeaderTable(window)
        self.elsewhere = QLineEdit(window)
        column = QVBoxLayout(window)
        column.addWidget(self.table)
        column.addWidget(self.table.problem)
        column.addWidget(self.elsewhere)
        self.left: list[HeaderEdit] = []
        self.removed: list[str] = []
        self.table.changed.connect(lambda _, edit: self.left.append(edit))
        self.table.removed.connect(self.removed.append)

    def new_row(self, name: str = "", value: str = "") -> HeaderRow:
        """Add a row as a person does, and type in it."""
        QTest.mouseClick(self.table.add, Qt.MouseButton.LeftButton)
        row = self.table.rows[-1]
        QTest.keyClicks(row.name, name)
        QTest.keyClicks(row.value, value)
        return row

    def said(self) -> str:
        problem = self.table.problem
        return problem.text() if problem.isVisible() else ""


@pytest.fixture
def shown(qtbot: object) -> Iterator[Table]:
    del qtbot
    window = QWidget()
    table = Table(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    yield table
    window.close()
    window.deleteLater()


def test_nothing_leaves_a_row_while_it_is_typed_and_all_of_it_when_it_is_left(
    shown: Table,
) -> None:
    row = shown.new_row("X-Team", "blue")
    row.value.setFocus()
    row.secret.setFocus()
    row.name.setFocus()
    assert shown.left == []
    shown.elsewhere.setFocus()
    assert shown.left == [HeaderEdit("", "X-Team", "blue", secret=True)]


def test_enter_keeps_a_row(shown: Table) -> None:
    row = shown.new_row("X-Title", "Chat")
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    assert shown.left == [HeaderEdit("", "X-Title", "Chat", secret=False)]


@pytest.mark.parametrize(
    ("name", "value", "secret", "may_change"),
    [
        ("X-Team", "blue", True, True),
        ("X-Title", "Chat", False, True),
        ("X-Title", KEY, True, False),
        ("Helicone-Auth", "Bearer x", True, False),
    ],
)
def test_the_switch_follows_the_rule_and_the_value_is_hidden_with_it(
    shown: Table, name: str, value: str, *, secret: bool, may_change: bool
) -> None:
    row = shown.new_row(name, value)
    assert row.secret.isChecked() is secret
    assert row.secret.isEnabled() is may_change
    hidden = row.value.echoMode() == QLineEdit.EchoMode.Password
    assert hidden is secret


def test_what_the_person_says_of_a_header_stays_while_it_is_typed(shown: Table) -> None:
    row = shown.new_row("X-Team")
    QTest.keyClick(row.secret, Qt.Key.Key_Space)
    QTest.keyClicks(row.value, "blue")
    assert row.value.echoMode() == QLineEdit.EchoMode.Normal
    shown.elsewhere.setFocus()
    assert shown.left == [HeaderEdit("", "X-Team", "blue", secret=False)]


def test_a_variable_may_be_read_as_it_is_no_secret_itself(shown: Table) -> None:
    row = shown.new_row("Helicone-Auth", "Bearer ${HELICONE}")
    assert row.value.echoMode() == QLineEdit.EchoMode.Normal
    assert row.secret.isChecked()


def test_a_pasted_line_is_a_name_and_a_value(shown: Table) -> None:
    row = shown.new_row()
    row.name.insert(f"api-key: {KEY}")
    row.name.textEdited.emit(row.name.text())
    assert (row.name.text(), row.value.text()) == ("api-key", KEY)
    assert row.value.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("Bad Name", "x", "no header name"),
        ("content-length", "5", "app itself"),
        ("X-Title", "again", "already"),
        ("X-New", "", "no value yet"),
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_typed(
    shown: Table, name: str, value: str, said: str
) -> None:
    shown.table.show_headers([ShownHeader("x-title", "Chat")])
    row = shown.new_row(name, value)
    shown.elsewhere.setFocus()
    assert shown.left == []
    assert said in shown.said()
    assert (row.name.text(), row.value.text()) == (name, value)
    assert not shown.table.once.isVisible()


def test_a_kept_secret_is_told_of_and_replaced_by_typing(shown: Table) -> None:
    shown.table.show_headers([ShownHeader("api-key", secret=True, state="in the keyring")])
    (row,) = shown.table.rows
    assert row.value.text() == ""
    assert row.value.placeholderText() == "in the keyring"
    row.name.setFocus()
    shown.elsewhere.setFocus()
    assert shown.left == [], "nothing was changed"
    QTest.keyClicks(row.value, "another")
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    assert shown.left == [HeaderEdit("api-key", "api-key", "another", secret=True)]


def test_a_kept_value_moves_when_the_switch_is_clicked(shown: Table) -> None:
    shown.table.show_headers([ShownHeader("X-Team", secret=True, state="in the keyring")])
    QTest.mouseClick(shown.table.rows[0].secret, Qt.MouseButton.LeftButton)
    assert shown.left == [HeaderEdit("X-Team", "X-Team", None, secret=False)]


def test_a_refused_row_can_be_kept_for_this_run(shown: Table) -> None:
    row = shown.new_row("X-Team", "blue")
    shown.table.refuse(row.number, "No keyring.", may_use_once=True)
    assert shown.said() == "No keyring."
    QTest.mouseClick(shown.table.once, Qt.MouseButton.LeftButton)
    assert shown.left[-1] == HeaderEdit("", "X-Team", "blue", secret=True, for_run=True)
    assert not shown.table.once.isVisible()


def test_a_kept_row_forgets_what_was_typed_but_not_what_is_typed_since(shown: Table) -> None:
    row = shown.new_row("X-Team", "blue")
    row.show_header(ShownHeader("X-Team", secret=True, state="kept"), but_not="blue")
    assert row.value.text() == ""
    QTest.keyClicks(row.value, "green")
    row.show_header(ShownHeader("X-Team", secret=True, state="kept"), but_not="blue")
    assert row.value.text() == "green"


def test_what_is_being_kept_is_not_sent_twice_and_what_is_typed_meanwhile_follows(
    shown: Table,
) -> None:
    row = shown.new_row("X-Team", "blue")
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    QTest.keyClicks(row.value, "-team")
    shown.elsewhere.setFocus()
    assert shown.left == [HeaderEdit("", "X-Team", "blue", secret=True)]
    shown.table.settle(row.number, ShownHeader("X-Team", secret=True, state="kept"))
    assert shown.left[1:] == [HeaderEdit("X-Team", "X-Team", "blue-team", secret=True)]
    shown.table.settle(row.number, ShownHeader("X-Team", secret=True, state="kept"))
    assert row.value.text() == ""
    assert len(shown.left) == 2


def test_a_row_that_goes_while_it_is_being_kept_takes_its_header_along(shown: Table) -> None:
    row = shown.new_row("X-Team", "blue")
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert shown.removed == ["X-Team"]
    shown.table.settle(row.number, ShownHeader("X-Team", secret=True, state="kept"))
    assert shown.table.rows == []


def test_rows_are_removed_and_the_focus_goes_on(shown: Table) -> None:
    shown.table.show_headers([ShownHeader("X-A", "1"), ShownHeader("X-B", "2")])
    QTest.mouseClick(shown.table.rows[1].remove, Qt.MouseButton.LeftButton)
    assert shown.removed == ["X-B"]
    assert shown.table.rows[0].name.hasFocus()
    shown.table.rows[0].remove.setFocus()
    QTest.keyClick(shown.table.rows[0].remove, Qt.Key.Key_Space)
    assert shown.removed == ["X-B", "X-A"]
    assert shown.table.add.hasFocus()
    assert shown.left == []
    shown.new_row("X-C")
    QTest.mouseClick(shown.table.rows[0].remove, Qt.MouseButton.LeftButton)
    assert shown.removed == ["X-B", "X-A"], "it was never kept"


def test_tab_goes_through_the_rows_as_they_are_seen(shown: Table) -> None:
    before = QLineEdit(shown.window)
    QWidget.setTabOrder(before, shown.table.add)
    QWidget.setTabOrder(shown.table.add, shown.elsewhere)
    before.show()
    shown.table.show_headers([ShownHeader("X-A", "1"), ShownHeader("X-B", "2")])
    shown.new_row("X-C")
    parts = [p for r in shown.table.rows for p in (r.name, r.value, r.secret, r.remove)]
    before.setFocus()
    for part in (*parts, shown.table.add, shown.elsewhere):
        QTest.keyClick(shown.window.focusWidget(), Qt.Key.Key_Tab)
        assert part.hasFocus(), part.accessibleName()


def test_what_is_typed_is_kept_when_the_table_goes(shown: Table) -> None:
    shown.new_row("X-Team", "blue")
    shown.table.commit()
    assert shown.left == [HeaderEdit("", "X-Team", "blue", secret=True)]


def test_one_empty_row_is_enough_and_all_parts_have_names(shown: Table) -> None:
    row = shown.new_row()
    assert row.name.hasFocus()
    QTest.mouseClick(shown.table.add, Qt.MouseButton.LeftButton)
    assert shown.table.rows == [row]
    QTest.keyClicks(row.name, "X-Team")
    for part in (row.name, row.value, row.secret, row.remove):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert row.value.accessibleName() == "Value of X-Team"
    assert [b.text() for b in shown.table.findChildren(QPushButton) if b.isVisible()] == [
        "Add a header"
    ]
