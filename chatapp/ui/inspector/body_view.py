"""A body three ways: as a tree, as readable text, as it came; with a search line and *Copy*."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import pretty
from chatapp.qtmodels.quantities import size
from chatapp.ui.inspector.code_view import CodeView
from chatapp.ui.inspector.json_tree import JsonTreeView
from chatapp.ui.inspector.page_parts import Segments, copy_text, label, search_line, tool_button

_MOST_PARSED = 4_000_000


class BodyView(QWidget):
    """Parses only what is looked at; a body that is no JSON is shown as text."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self._segments = Segments(
            self,
            (
                ("tree", say("Inspector", "Tree")),
                ("pretty", say("Inspector", "Pretty")),
                ("raw", say("Inspector", "Raw")),
            ),
            self._on_chosen,
        )
        self._size = label(self)
        self._find = search_line(self, say("Inspector", "Find"))
        self._find.setMaximumWidth(180)
        self._find.returnPressed.connect(self._on_find)
        self._copy = tool_button(self, "copy", say("Inspector", "Copy"), self._on_copy)
        self._tree = JsonTreeView(self, name)
        self._text = CodeView(self, name)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._tree)
        self._stack.addWidget(self._text)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._segments)
        top.addWidget(self._size)
        top.addStretch(1)
        top.addWidget(self._find)
        top.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._body = ""
        self._raw: str | None = None
        self._ended = True
        self._pretty: str | None = None
        self._is_json = False

    def show_body(self, body: bytes | str, *, ended: bool = True) -> None:
        """Show a body, or more of one that grows."""
        words = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
        if words == self._body:
            return
        self._body, self._pretty, self._raw = words, None, None
        self._is_json = words.lstrip()[:1] in ("{", "[")
        self._size.setText(size(len(words.encode("utf-8", "surrogatepass"))))
        for name in ("tree", "pretty"):
            self._segments.set_offered(name, offered=self._is_json)
        self._ended = ended
        self._show()

    def set_raw(self, raw: str) -> None:
        """Let *Raw* show other text than what was parsed: the bytes it was found in."""
        self._raw = raw
        self._show()

    def _on_chosen(self, name: str) -> None:
        del name
        self._show()

    def _show(self) -> None:
        chosen = self._segments.chosen() if self._is_json else "raw"
        self._stack.setCurrentWidget(self._tree if chosen == "tree" else self._text)
        self._find.setVisible(chosen != "tree")
        if chosen == "tree":
            self._tree.follow(self._body, ended=self._ended)
        elif chosen == "pretty":
            self._text.show_text(self._pretty_body(), "json")
        else:
            self._text.show_text(self._raw_body())

    def _raw_body(self) -> str:
        return self._body if self._raw is None else self._raw

    def _pretty_body(self) -> str:
        if self._pretty is None:
            self._pretty = self._body
            if len(self._body) <= _MOST_PARSED:
                try:
                    self._pretty = pretty(read_json(self._body))
                except ValueError:
                    self._pretty = self._body
        return self._pretty

    def _on_find(self) -> None:
        self._text.find_next(self._find.text())

    def _on_copy(self) -> None:
        raw = self._segments.chosen() == "raw" or not self._is_json
        copy_text(self._raw_body() if raw else self._pretty_body())
