"""The card of a call that waits: who wants to run what, with which arguments, and the choice.

It is made against being tricked (``reliability.md`` T9): everything is shown whole and as
plain text, *Deny* is the safe default, and *Allow* works only after a moment and only while
the window is the active one, so that no click or key meant for something else can allow.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.tool_calls import Fault, Scope
from chatapp.domain.visible_text import visible_text
from chatapp.services.pending_calls import PendingCall
from chatapp.ui.tools.plain_view import PlainView, readable_json
from chatapp.ui.tools.verdict import VerdictLabel
from chatapp.ui.widgets.armed_button import ArmedButton
from chatapp.ui.widgets.stacking_row import StackingRow, WrappedLabel


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolCall", words)


class CallCard(QFrame):
    """One pending call; ``deleteLater`` it when the call no longer waits."""

    allowed = Signal(object)
    """The chosen ``Scope``."""
    result_given = Signal(str)
    denied = Signal(str)
    edit_requested = Signal()
    typing_requested = Signal()
    recorded_chosen = Signal(int)
    fault_chosen = Signal(object)
    server_wanted = Signal(str)
    """The tool's server does not run, and should."""

    def __init__(self, call: PendingCall, recorded: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("approvalCard")
        self.call = call
        self._waiting = self._label("", "muted")
        self._waiting.setWordWrap(False)
        self._result = QPlainTextEdit(self)
        self.arguments = PlainView(self, most_lines=9, least_lines=2)
        self._verdict = VerdictLabel(self)
        self._scope = self._scopes()
        self._reason = QLineEdit(self)
        self._deny = QPushButton(_say("Deny"), self)
        self._allow = ArmedButton(self._allow_words(), self)
        self._allow.set_allowed(self.may_run)
        self._build(recorded)

    def _build(self, recorded: Sequence[str]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(7)
        layout.addWidget(self._heading())
        if self.call.tool.description:
            layout.addWidget(self._description())
        if self.call.changes:
            layout.addWidget(self._changes())
        self.arguments.setAccessibleName(_say("Arguments"))
        layout.addWidget(self.arguments)
        layout.addWidget(self._verdict)
        if self.call.can_run:
            self._result.hide()
        else:
            layout.addWidget(self._result_editor())
        layout.addWidget(self._choices(recorded))
        layout.addWidget(self._decision())
        self.setTabOrder(self._reason, self._deny)
        self.setTabOrder(self._deny, self._allow)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)

    def show_arguments(self) -> None:
        """Fill in the arguments; the card must have its width by then."""
        self.arguments.show_text(readable_json(self.call.call.arguments))
        self._verdict.show_verdict(self.call.verdict, _say("The arguments fit the tool's schema."))
        if self.call.was_cut:
            cut = _say("The answer was cut off at the token limit, perhaps within this call.")
            self._verdict.show_words(f"{cut}\n{self._verdict.text()}".strip(), "problem")

    def show_waiting(self, others: int) -> None:
        """Say how many calls wait behind this one."""
        words = _say("{count} more waiting").format(count=others) if others else ""
        self._waiting.setText(words)

    def take_focus(self) -> None:
        """Let Enter deny: called only when the person is not typing elsewhere."""
        self._deny.setFocus(Qt.FocusReason.OtherFocusReason)

    # Parts

    def _label(self, words: str, role: str = "") -> QLabel:
        label = WrappedLabel(words, self)
        if role:
            label.setProperty("role", role)
        return label

    def _heading(self) -> QWidget:
        tool = self.call.tool
        name = visible_text(tool.name)
        if tool.server and not self.call.can_run:
            words = _say("The model calls “{tool}” of “{server}”, which does not run.").format(
                tool=name, server=visible_text(tool.server)
            )
        elif tool.server:
            words = _say("Run “{tool}” of the server “{server}”?").format(
                tool=name, server=visible_text(tool.server)
            )
        else:
            words = _say("The model calls “{tool}”. What does it answer?").format(tool=name)
        heading = QWidget(self)
        row = QHBoxLayout(heading)
        row.setContentsMargins(0, 0, 0, 0)
        title = self._label(words, "heading")
        self.setAccessibleName(words)
        row.addWidget(title, 1)
        row.addWidget(self._waiting, 0, Qt.AlignmentFlag.AlignTop)
        return heading

    def _description(self) -> QWidget:
        words = self.call.tool.description
        if len(words) <= 160 and "\n" not in words:
            return self._label(visible_text(words), "muted")
        view = PlainView(self, most_lines=4, is_prose=True)
        view.setAccessibleName(_say("Description"))
        view.show_text(words)
        return view

    def _changes(self) -> QWidget:
        box = QFrame(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = _say("The server has changed this tool since you last agreed to it:")
        column.addWidget(self._label(words, "problem"))
        view = PlainView(box, most_lines=6)
        view.setAccessibleName(_say("What was changed"))
        view.show_text("\n".join(f"{c.field}:\n" + "\n".join(c.lines) for c in self.call.changes))
        column.addWidget(view)
        return box

    def _result_editor(self) -> QWidget:
        self._result.setAccessibleName(_say("Result for the model"))
        self._result.setPlaceholderText(_say("Type or paste the result for the model"))
        self._result.setTabChangesFocus(True)
        self._result.setFixedHeight(self._result.fontMetrics().lineSpacing() * 3 + 18)
        return self._result

    def _scopes(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(_say("For how long"))
        box.addItem(_say("Just this once"), Scope.ONCE)
        box.addItem(_say("In this conversation"), Scope.CONVERSATION)
        if self.call.may_be_always:
            box.addItem(_say("Always for this tool"), Scope.ALWAYS)
        box.setVisible(self.call.can_run)
        return box

    def _choices(self, recorded: Sequence[str]) -> QWidget:
        row = StackingRow(self, spacing=6)
        edit = self._quiet(_say("Edit arguments…"), self.edit_requested.emit)
        edit.setVisible(self.call.can_run)
        row.add(edit)
        server = self.call.tool.server
        start = self._quiet(_say("Start the server…"), lambda: self.server_wanted.emit(server))
        start.setObjectName("startServerOfCall")
        start.setVisible(bool(server) and not self.call.can_run)
        row.add(start, self._by_hand(recorded))
        row.add_stretch()
        row.add(self._scope)
        return row

    def _quiet(self, words: str, on_click: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("variant", "quiet")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: on_click())
        return button

    def _by_hand(self, recorded: Sequence[str]) -> QPushButton:
        button = QPushButton(_say("By hand"), self)
        button.setProperty("variant", "quiet")
        button.setAutoDefault(False)
        menu = QMenu(button)
        if self.call.can_run:
            menu.addAction(_say("Type the result…"), self.typing_requested.emit)
        replay = menu.addMenu(_say("Replay a recorded result"))
        replay.setEnabled(bool(recorded))
        for position, words in enumerate(recorded):
            shown = visible_text(words).replace("&", "&&")
            replay.addAction(shown, partial(self.recorded_chosen.emit, position))
        faults = menu.addMenu(_say("Inject a fault"))
        for fault, words in (
            (Fault.ERROR, _say("An error")),
            (Fault.TIMEOUT, _say("A timeout")),
            (Fault.EMPTY, _say("An empty result")),
            (Fault.MALFORMED, _say("A malformed result")),
        ):
            faults.addAction(words, partial(self.fault_chosen.emit, fault))
        button.setMenu(menu)
        return button

    def _decision(self) -> QWidget:
        row, buttons = StackingRow(self), StackingRow(self)
        self._reason.setAccessibleName(_say("Reason, if you deny it"))
        self._reason.setPlaceholderText(_say("Reason to tell the model, if you deny it"))
        self._reason.setMaxLength(2000)
        self._reason.returnPressed.connect(self._on_deny)
        self._deny.setObjectName("denyTool")
        self._deny.setAutoDefault(False)
        self._deny.clicked.connect(self._on_deny)
        self._allow.setObjectName("approveTool")
        self._allow.setProperty("variant", "primary")
        self._allow.clicked.connect(self._on_allow)
        buttons.add(self._deny, self._allow)
        row.add(self._reason, stretch=1)
        row.add(buttons)
        return row

    def _allow_words(self) -> str:
        if self.call.can_run:
            return _say("Allow")
        return _say("Send result")

    # Deciding

    def _on_deny(self) -> None:
        self.denied.emit(self._reason.text())

    def _on_allow(self) -> None:
        if self.call.can_run:
            self.allowed.emit(Scope(self._scope.currentData()))
        else:
            self.result_given.emit(self._result.toPlainText())

    @property
    def may_run(self) -> bool:
        """Whether the arguments are something that can be run at all."""
        broken = any(
            v.path == "$" and v.keyword in {"json", "type"} for v in self.call.verdict.violations
        )
        return not (self.call.can_run and broken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc within the card denies (elsewhere it stops the whole answer), and so does Enter
        on *Deny*, as on the default button of a dialog."""
        if isinstance(event, QKeyEvent) and self._denies(watched, event):
            if event.type() == QEvent.Type.KeyPress:
                self._on_deny()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _denies(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            return False
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        return event.key() == Qt.Key.Key_Escape or (enter and watched is self._deny)
