"""The question whether the tool servers that the command line named may start.

Made as the card of a call is, against being tricked: all that would be run is shown whole and as
plain text, *Not now* is the safe choice, and agreeing takes a moment.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_servers import ToolServer
from chatapp.domain.tools import FieldChange
from chatapp.domain.visible_text import visible_text
from chatapp.ui.tools.approval_dialog import changes_text, server_text
from chatapp.ui.tools.plain_view import PlainView
from chatapp.ui.widgets.armed_button import ArmedButton
from chatapp.ui.widgets.stacking_row import StackingRow, WrappedLabel


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolServers", words)


@dataclass(frozen=True, slots=True)
class AskedServer:
    """A server to be started: ``program`` is the one that would run, or why there is none;
    ``changes`` is how it differs from what was approved in an earlier run."""

    server: ToolServer
    program: str
    changes: tuple[FieldChange, ...] = ()


class RunServersCard(QFrame):
    """``decided`` says whether they may start."""

    decided = Signal(bool)

    def __init__(self, asked: Sequence[AskedServer], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("runServersCard")
        self._view = PlainView(self, most_lines=10, least_lines=2)
        self._view.setAccessibleName(_say("What would be run"))
        self._asked = asked
        names = ", ".join(f"“{visible_text(one.server.name)}”" for one in asked)
        title = WrappedLabel(_say("Start for this run: {names}?").format(names=names), self)
        title.setProperty("role", "heading")
        self.setAccessibleName(title.text())
        note = WrappedLabel(
            _say(
                "The command line named them. They run as you; their tools are offered in the"
                " conversations of this run, and each call still waits for your decision."
            ),
            self,
        )
        note.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(7)
        for widget in (title, note, self._view, self._buttons()):
            layout.addWidget(widget)

    def _buttons(self) -> QWidget:
        later = QPushButton(_say("Not now"), self)
        later.setObjectName("denyServers")
        later.setAutoDefault(False)
        later.clicked.connect(lambda _: self.decided.emit(False))
        start = ArmedButton(_say("Start"), self)
        start.setObjectName("approveServers")
        start.setProperty("variant", "primary")
        start.clicked.connect(lambda _: self.decided.emit(True))
        row = StackingRow(self)
        row.add_stretch()
        row.add(later, start)
        return row

    def show_servers(self) -> None:
        """Fill in what would be run; the card must have its width by then."""
        self._view.show_text("\n\n".join(map(_described, self._asked)))


def _described(one: AskedServer) -> str:
    lines = [one.server.name, server_text(one.server, one.program)]
    if one.changes:
        lines += [_say("changed since you agreed to it:"), changes_text(one.changes)]
    return "\n".join(lines)
