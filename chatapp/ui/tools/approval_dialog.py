"""Letting a server start: the whole command line and the names of its variables, in plain text.

Also for changes: of a server since it was approved, and of a tool since it was agreed to.
"""

import json
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from chatapp.domain.tool_servers import ToolServer
from chatapp.domain.tools import FieldChange
from chatapp.ui.fonts import open_at
from chatapp.ui.tools.plain_view import PlainView
from chatapp.ui.widgets.armed_button import ArmedButton


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolApproval", words)


def server_text(server: ToolServer, program: str) -> str:
    """Return all that would be run, one argument a line, each in quotes."""
    if server.url:
        lines = [server.url, *(f"{name}: …" for name in server.headers)]
        if server.client_id:
            lines.append(f"client_id={server.client_id}")
    else:
        lines = [json.dumps(a, ensure_ascii=False) for a in (program, *server.arguments)]
        lines += [f"{name}=…" for name in server.environment]
    if server.folder:
        lines.append(_say("in the folder {folder}").format(folder=server.folder))
    if server.borrowed:
        words = _say("with values of your own variables: {names}")
        lines.append(words.format(names=", ".join(server.borrowed)))
    return "\n".join(lines)


def changes_text(changes: Sequence[FieldChange]) -> str:
    """Return what changed, field by field."""
    return "\n".join(f"{c.field}:\n" + "\n".join(c.lines) for c in changes)


class ApprovalDialog(QDialog):
    """Shows a text in full; *Cancel* is the default, and agreeing takes a moment."""

    def __init__(
        self, title: str, words: str, shown: str, changes: Sequence[FieldChange],
        button: str, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("approvalDialog")
        self.setWindowTitle(title)
        open_at(self, 600, 380)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self._label(words))
        if shown:
            layout.addWidget(self._view(shown))
        if changes:
            layout.addWidget(self._label(_say("This is not as it was when you agreed to it:")))
            layout.addWidget(self._view(changes_text(changes)))
        layout.addStretch(1)
        buttons = QDialogButtonBox(self)
        yes = ArmedButton(button, self)
        yes.setObjectName("approveServer")
        buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        no = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        no.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        no.setFocus()

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _view(self, words: str) -> PlainView:
        view = PlainView(self, most_lines=10)
        view.show_text(words)
        return view
