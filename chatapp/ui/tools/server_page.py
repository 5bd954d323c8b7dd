"""Tool servers: the list with their states, the form, start and stop, and the log."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_servers import ServerPhase, ServerState, ToolServer
from chatapp.domain.visible_text import visible_text
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon
from chatapp.ui.tools.log_view import LogView
from chatapp.ui.tools.server_form import ServerForm
from chatapp.ui.translation import translated
from chatapp.ui.widgets.hinted_list import HintedList
from chatapp.ui.widgets.stacking_row import WrappedLabel

_SERVER = Qt.ItemDataRole.UserRole
_ROLES = {ServerPhase.FAILED: "problem", ServerPhase.NEEDS_SIGN_IN: "note"}


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolServers", words)


def state_words(state: ServerState) -> str:
    """Return how a server is, in words."""
    if state.phase is ServerPhase.READY:
        words = _say("runs, {count} tools").format(count=len(state.tools))
        if state.left_out:
            words = _say("{state}; others were left out, see its log").format(state=words)
        return f"{words} · {state.about}" if state.about else words
    return {
        ServerPhase.STOPPED: _say("not started"),
        ServerPhase.STARTING: _say("starting…"),
        ServerPhase.NEEDS_SIGN_IN: _failure_words(state) or _sign_in_words(state),
        ServerPhase.SIGNING_IN: _say(
            "Waiting for your browser: sign in there at {host}, and come back."
        ).format(host=state.sign_in_at),
        ServerPhase.FAILED: _failure_words(state) or _say("failed"),
    }[state.phase]


def _sign_in_words(state: ServerState) -> str:
    return _say("It asks you to sign in at {host}.").format(host=state.sign_in_at)


def _failure_words(state: ServerState) -> str:
    said = [translated(words) for words in (state.problem, state.hint) if words]
    return " ".join(said)


@dataclass(frozen=True, slots=True)
class ServerRow:
    """A server, how it is, and what it wrote."""

    server: ToolServer
    state: ServerState


class ServerPage(QWidget):
    """Edits leave by ``saved``; nothing starts unless *Start* is pressed."""

    saved = Signal(object, str)
    left = Signal(object, str)
    """The same, when the person turns to something else and has not saved it."""
    deleted = Signal(str)
    start_requested = Signal(str)
    stop_requested = Signal(str)
    restart_requested = Signal(str)
    sign_in_requested = Signal(str)
    sign_in_given_up = Signal(str)
    sign_out_requested = Signal(str)
    address_copied = Signal(str)
    """The address of the page where one signs in, for a browser that does not open."""
    import_requested = Signal()
    log_requested = Signal(str, int)
    """Of which server, and from which position on."""
    log_cleared = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[str, ServerRow] = {}
        self._editing = ""
        hint = _say("No servers yet. Describe one here, or import another program's file.")
        self.list = HintedList(_say("Servers"), hint, self)
        self.list.setFixedWidth(scaled(190))
        self.list.currentItemChanged.connect(self._on_current)
        self.form = ServerForm(self)
        self.form.edited.connect(self._show_buttons)
        self.log = LogView(self)
        self.log.more_requested.connect(lambda at: self.log_requested.emit(self._editing, at))
        self.log.cleared.connect(lambda: self.log_cleared.emit(self._editing))
        self._state = QLabel(self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self.start = self._button(_say("Start…"), self.start_requested.emit)
        self.start.setObjectName("startServer")
        self.stop = self._button(_say("Stop"), self.stop_requested.emit)
        self.restart = self._button(_say("Restart"), self.restart_requested.emit)
        self.sign_in = self._button(_say("Sign in…"), self.sign_in_requested.emit)
        self.sign_in.setObjectName("signIn")
        self.sign_in.setProperty("variant", "primary")
        self.copy = self._button(_say("Copy address"), self._on_copy)
        self.give_up = self._button(_say("Cancel"), self.sign_in_given_up.emit)
        self.give_up.setObjectName("giveUpSignIn")
        self.sign_out = self._button(_say("Sign out"), self.sign_out_requested.emit)
        self.sign_out.setObjectName("signOut")
        self._problem = WrappedLabel("", self)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._problem.setProperty("role", "problem")
        self._delete = self._button(_say("Delete"), self.deleted.emit)
        self.save = self._button(_say("Save"), lambda _: self._save())
        self.save.setProperty("variant", "primary")
        self._lay_out()
        self._new()

    def _button(self, words: str, on_click: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: on_click(self._editing))  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._button(_say("New"), lambda _: self._on_new()))
        buttons.addWidget(self._button(_say("Import…"), lambda _: self.import_requested.emit()))
        left.addLayout(buttons)
        tabs = self._tabs = QTabWidget(self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        tabs.addTab(scroll, _say("Settings"))
        tabs.addTab(self.log, _say("Log"))
        states = QHBoxLayout()
        states.addWidget(self._state, 1)
        for button in (
            self.sign_in, self.start, self.copy, self.give_up, self.stop, self.restart,
        ):  # fmt: skip
            states.addWidget(button)
        ends = QHBoxLayout()
        ends.addWidget(self._delete)
        ends.addWidget(self.sign_out)
        ends.addWidget(self._problem, 1)
        ends.addWidget(self.save)
        right = QVBoxLayout()
        right.addLayout(states)
        right.addWidget(tabs, 1)
        right.addLayout(ends)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(left)
        layout.addLayout(right, 1)

    # What is shown

    def show_servers(self, rows: Sequence[ServerRow]) -> None:
        """List the servers; what is being typed stays."""
        self._rows = {row.server.name: row for row in rows}
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(visible_text(row.server.name), self.list)
            item.setIcon(_icon(row.state.phase))
            item.setData(_SERVER, row.server.name)
            item.setToolTip("")
            if row.server.name == self._editing:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if shown := self._rows.get(self._editing):
            self.form.know(shown.server)
        elif self._editing:
            self._new()
        self._show_buttons()

    def choose(self, name: str) -> None:
        """Show one of the servers."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_SERVER) == name:
                self.list.setCurrentRow(row)

    def log_grew(self, name: str) -> None:
        """Show what a server has written, if it is the chosen one."""
        if name == self._editing:
            self.log.grew()

    def _on_current(self, item: QListWidgetItem | None) -> None:
        row = self._rows.get(str(item.data(_SERVER))) if item is not None else None
        if row is not None:
            self.leave()
            self._editing = row.server.name
            self.form.show_server(row.server)
            self.log.begin()
            self._show_buttons()

    def leave(self) -> None:
        """Tell what could have been saved and was not."""
        if self.save.isEnabled():
            self.left.emit(self.form.server(), self._editing)

    def _on_new(self) -> None:
        self.leave()
        self._new()

    def _new(self) -> None:
        self.list.setCurrentRow(-1)
        self._editing = ""
        self.form.show_server(ToolServer(""))
        self.log.begin()
        self._show_buttons()

    def _show_buttons(self) -> None:
        row = self._rows.get(self._editing)
        phase = row.state.phase if row is not None else ServerPhase.STOPPED
        runs = phase in {ServerPhase.READY, ServerPhase.STARTING}
        signing_in = phase is ServerPhase.SIGNING_IN
        made = self.form.server()
        changed = made is not None and (row is None or made != row.server)
        taken = made is not None and made.name != self._editing and made.name in self._rows
        problem = _say("Another server has this name.") if taken else self.form.problem()
        self._problem.setText(problem)
        self.save.setEnabled(changed and not problem)
        self._delete.setVisible(row is not None)
        wants = phase is ServerPhase.NEEDS_SIGN_IN
        signs_in = row is not None and wants and not row.server.has_own_key
        self.sign_in.setVisible(signs_in)
        # What asks for more than it was allowed can go on without.
        only = signs_in and row is not None and not row.server.signed_in
        self.start.setVisible(row is not None and not phase.is_on and not only)
        self.start.setEnabled(not changed)
        self.sign_in.setEnabled(not changed)
        self.copy.setVisible(signing_in)
        self.give_up.setVisible(signing_in)
        self.sign_out.setVisible(row is not None and row.server.signed_in and not signing_in)
        self.stop.setVisible(runs)
        self.restart.setVisible(runs)
        words = state_words(row.state) if row is not None else _say("A new server")
        role = _ROLES.get(phase, "muted")
        self._state.setText(words)
        if self._state.property("role") != role:
            self._state.setProperty("role", role)
            self._state.style().polish(self._state)

    def _on_copy(self, name: str) -> None:
        if row := self._rows.get(name):
            self.address_copied.emit(row.state.sign_in_page)

    def _save(self) -> None:
        made = self.form.server()
        if made is not None:
            replaced, self._editing = self._editing, made.name
            self.saved.emit(made, replaced)


def _icon(phase: ServerPhase) -> QIcon:
    names = {
        ServerPhase.READY: ("check", "accent"),
        ServerPhase.STARTING: ("refresh", "note"),
        ServerPhase.NEEDS_SIGN_IN: ("key", "note"),
        ServerPhase.SIGNING_IN: ("globe", "note"),
        ServerPhase.FAILED: ("warning", "problem"),
        ServerPhase.STOPPED: ("stop", "muted"),
    }
    return icon(*names[phase])
