"""The extra headers of an endpoint as a table; each is kept when its row is left."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from chatapp.domain.endpoint_headers import HeaderEdit, header_problem
from chatapp.domain.text import Text
from chatapp.ui.endpoints.fields import plain_label, say_in
from chatapp.ui.endpoints.header_row import (
    NAME_SHARE,
    REMOVE_WIDTH,
    SECRET_WIDTH,
    VALUE_SHARE,
    HeaderRow,
    ShownHeader,
)
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon
from chatapp.ui.translation import translated


def _say(words: str) -> str:
    return QCoreApplication.translate("EndpointHeaders", words)


class HeaderTable(QWidget):
    """A row is kept when Enter is pressed in it or the focus leaves it, never while it is typed.

    ``hint`` and ``problem`` are words that the form lays out itself: a label finds its height
    only right below the column that scrolls.
    """

    changed = Signal(int, object)
    """The number of a row, and the ``HeaderEdit`` that was made in it."""
    removed = Signal(str)
    """The name of a header that was kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("extraHeaders")
        self.rows: list[HeaderRow] = []
        self._refused: HeaderRow | None = None
        self._heads = self._headings()
        self._column = QVBoxLayout()
        self._column.setSpacing(scaled(6))
        self.problem = plain_label(self, "problem")
        self.hint = plain_label(self)
        say_in(
            self.hint,
            _say(
                "Secret values are kept in the system keyring and not shown again. A value can"
                " come from an environment variable: ${NAME}."
            ),
        )
        self.once = self._button(_say("This run only"), self._use_once)
        self.add = self._button(_say("Add a header"), self._add)
        self.add.setIcon(icon("add"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.once)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(6))
        layout.addWidget(self._heads)
        layout.addLayout(self._column)
        layout.addLayout(buttons)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self.show_headers(())

    def _headings(self) -> QWidget:
        heads = QWidget(self)
        row = QHBoxLayout(heads)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        for words, share in ((_say("Name"), NAME_SHARE), (_say("Value"), VALUE_SHARE)):
            row.addWidget(self._heading(words), share)
        secret = self._heading(_say("Secret"))
        secret.setFixedWidth(scaled(SECRET_WIDTH))
        row.addWidget(secret)
        row.addSpacing(scaled(REMOVE_WIDTH) + scaled(8))
        return heads

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        return label

    def _button(self, words: str, on_click: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(on_click)
        return button

    def show_headers(self, headers: Sequence[ShownHeader]) -> None:
        """Show the headers of another endpoint."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for header in headers:
            self._new_row().show_header(header)
        self.say("")
        self._heads.setVisible(bool(self.rows))

    def _new_row(self) -> HeaderRow:
        row = HeaderRow(self)
        row.entered.connect(lambda: self._commit(row))
        row.secrecy_changed.connect(lambda: self._on_secrecy(row))
        row.remove_requested.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()  # at once, so that it can have the focus
        self._order(row)
        self._heads.setVisible(True)
        return row

    def _order(self, row: HeaderRow) -> None:
        """Have Tab come to a new row where it is seen: before the button that adds one."""
        before = self.add.previousInFocusChain()
        while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        parts = (before or self.add, row.name, row.value, row.secret, row.remove, self.add)
        for one, following in pairwise(parts):
            QWidget.setTabOrder(one, following)

    def _add(self) -> None:
        empty = (row for row in self.rows if row.kept is None and not row.name.text())
        row = next(empty, None) or self._new_row()
        row.name.setFocus()

    def _remove(self, row: HeaderRow) -> None:
        self.rows.remove(row)
        if row is self._refused or not self.rows:
            self.say("")
        (self.rows[-1].name if self.rows else self.add).setFocus()
        self._heads.setVisible(bool(self.rows))
        row.hide()
        row.deleteLater()
        kept = row.kept.name if row.kept is not None else ""
        coming = row.pending.name if row.pending is not None else ""
        for name in filter(None, dict.fromkeys((kept, coming))):
            self.removed.emit(name)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Keep the row that the focus has left; a window that goes to the back leaves nothing,
        nor does going on to what is offered for the row."""
        if old is None or now is None or now is self.once:
            return
        for row in self.rows:
            if row.isAncestorOf(old) and not row.isAncestorOf(now):
                self._commit(row)
                return

    def _on_secrecy(self, row: HeaderRow) -> None:
        """Move a kept value at once; one that is being typed is kept when the row is left."""
        if row.kept is not None and not row.value.text():
            self._commit(row)

    def commit(self) -> None:
        """Keep what was typed: the table is about to go."""
        for row in list(self.rows):
            self._commit(row)

    def _commit(self, row: HeaderRow) -> None:
        edit = row.edit()
        if edit is None or row.pending is not None or row not in self.rows:
            return
        if problem := self._problem_of(row, edit):
            self.refuse(row.number, translated(problem))
        elif edit.value == "":
            words = _say("“{name}” has no value yet.").format(name=edit.name)
            self.refuse(row.number, words, role="note")
        else:
            self._send(row, edit)

    def _send(self, row: HeaderRow, edit: HeaderEdit) -> None:
        self.say("")
        row.pending = edit
        self.changed.emit(row.number, edit)

    def settle(self, number: int, header: ShownHeader) -> None:
        """Show a row as it is kept now; what was typed meanwhile is kept next."""
        row = self.row(number)
        if row is None or row.pending is None:
            return
        edit, row.pending = row.pending, None
        typed = edit.value if edit.value is not None else row.value.text().strip()
        row.show_header(header, but_not=typed)
        now = QApplication.focusWidget()
        if now is None or not row.isAncestorOf(now):
            self._commit(row)

    def _problem_of(self, row: HeaderRow, edit: HeaderEdit) -> Text | None:
        others = [other.name.text().strip() for other in self.rows if other is not row]
        return header_problem(edit.name, edit.value or "", others)

    def _use_once(self) -> None:
        row = self._refused
        edit = row.edit(for_run=True) if row is not None else None
        if row is not None and edit is not None:
            self._send(row, edit)

    def row(self, number: int) -> HeaderRow | None:
        """Return a row that is still shown."""
        return next((row for row in self.rows if row.number == number), None)

    def refuse(
        self, number: int, words: str, *, role: str = "problem", may_use_once: bool = False
    ) -> None:
        """Say why a row was not kept; what was typed stays in it."""
        self.say(words, role=role)
        self._refused = self.row(number)
        if self._refused is not None:
            self._refused.pending = None
        self.once.setVisible(may_use_once and self._refused is not None)

    def say(self, words: str, *, role: str = "muted") -> None:
        """Say something of the headers, or nothing."""
        self._refused = None
        self.once.setVisible(False)
        say_in(self.problem, words, role)
