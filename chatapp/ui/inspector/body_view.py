"""A body three ways: as a tree, as readable text, as it came; with a search line and *Copy*."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import pretty
from chatapp.qtmodels.quantities import size
from chatapp.ui.fonts import scaled
from chatapp.ui.inspector.code_view import CodeView
from chatapp.ui.inspector.json_tree import JsonTreeView
from chatapp.ui.inspector.page_parts import Segments, copy_text, label, search_line, tool_button

_MOST_PARSED = 4_000_000
_LEAST_HEIGHT = 40
_GAP = 8
_LEAST_SEARCH = 70
"""A search line of fewer pixels is left out."""


def readable_bytes(raw: bytes) -> str:
    """Return bytes as text; those that are no UTF-8 are shown as ``\\xff``."""
    return raw.decode("utf-8", "backslashreplace")


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
        self._find.setMinimumWidth(scaled(_LEAST_SEARCH))
        self._find.setMaximumWidth(scaled(180))
        # It takes what is left; the names of the views stay on one line.
        self._find.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._find.returnPressed.connect(self._on_find)
        self._copy = tool_button(self, "copy", say("Inspector", "Copy"), self._on_copy)
        self._tree = JsonTreeView(self, name)
        self._text = CodeView(self, name)
        self._stack = QStackedWidget(self)
        # The row above keeps its height: it is the body that gives way in a low window.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack.setMinimumHeight(scaled(_LEAST_HEIGHT))
        self._nothing = label(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        for view in (self._tree, self._text, self._nothing):
            self._stack.addWidget(view)
        self._others: dict[str, tuple[QWidget, Callable[[], str]]] = {}
        self._withheld: set[str] = set()
        top = QHBoxLayout()
        top.setSpacing(_GAP)
        top.addWidget(self._segments)
        top.addWidget(self._size)
        top.addStretch(1)
        top.addWidget(self._find, 4)
        top.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._body = self._sought = ""
        self._raw: str | None = None
        self._ended = True
        self._pretty: str | None = None
        self._wish = "tree"
        self._is_json = self._is_searchable = False
        self._segments.offer_all_but(("tree", "pretty"), "raw")
        self._show()

    def add_view(self, name: str, words: str, view: QWidget, copied: Callable[[], str]) -> None:
        """Offer one more view, of something beside the body; *Copy* takes what ``copied``
        returns."""
        self._others[name] = (view, copied)
        self._stack.addWidget(view)
        self._segments.add(name, words)

    def offer(self, name: str, *, offered: bool) -> None:
        """Offer an added view, or leave it out for now."""
        if offered == (name in self._withheld):
            (self._withheld.discard if offered else self._withheld.add)(name)
            self._offer()
            self._show()

    def choose(self, name: str) -> None:
        """Look at a view, as if the person had chosen it."""
        self._segments.choose(name)

    def _offer(self) -> None:
        """Offer the views that there are; what was wished for and is not there gives way."""
        left_out = {*self._withheld, *(() if self._is_json else ("tree", "pretty"))}
        plain = "tree" if self._is_json else "raw"
        self._segments.offer_all_but(left_out, plain if self._wish in left_out else self._wish)

    def set_empty_words(self, words: str) -> None:
        """Say why there is nothing to look at, whenever that is so."""
        self._nothing.setText(words)

    def show_body(
        self, body: bytes | str, *, ended: bool = True, is_json: bool | None = None
    ) -> None:
        """Show a body, or more of one that grows. Whether it is JSON is told by how it begins
        unless the caller knows."""
        words = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
        if words == self._body:
            return
        self._body, self._pretty, self._raw = words, None, None
        if "\ufffd" in words and isinstance(body, bytes):
            self._raw = readable_bytes(body)
        self._is_json = words.lstrip()[:1] in ("{", "[") if is_json is None else is_json
        self._size.setText(size(len(words.encode("utf-8", "surrogatepass"))))
        self._offer()
        self._ended = ended
        self._show()

    def set_raw(self, raw: bytes) -> None:
        """Let *Raw* show other bytes than those that were parsed: what they were found in."""
        self._raw = readable_bytes(raw)
        self._show()

    def look_for(self, words: str) -> None:
        """Go to the first place of ``words`` whenever another text is shown; "" ends that."""
        if words != self._sought:
            self._sought = words
            self._find.setText(words)
            self._seek()

    def _seek(self) -> None:
        if self._sought and self._is_searchable:
            self._text.find_next(self._sought)

    def _on_chosen(self, name: str) -> None:
        self._wish = name
        self._show()

    def _chosen_view(self) -> str:
        """Return what is looked at; what the body cannot be seen as gives way to *Raw*."""
        chosen = self._segments.chosen()
        if chosen in self._others:
            return chosen
        if not self._body:
            return "nothing"
        return chosen if self._is_json else "raw"

    def _show(self) -> None:
        chosen = self._chosen_view()
        self._is_searchable = chosen in ("pretty", "raw")
        self._fit_row()
        if chosen in self._others:
            self._stack.setCurrentWidget(self._others[chosen][0])
        elif chosen == "nothing":
            self._stack.setCurrentWidget(self._nothing)
        elif chosen == "tree":
            self._stack.setCurrentWidget(self._tree)
            self._tree.follow(self._body, ended=self._ended)
        else:
            self._stack.setCurrentWidget(self._text)
            pretty_body = chosen == "pretty"
            words = self._pretty_body() if pretty_body else self._raw_body()
            is_other = self._text.show_text(words, "json" if pretty_body else "")
            if is_other:
                self._seek()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_row()

    def _fit_row(self) -> None:
        """Leave out the size, then the search, where the names of the views need the row."""
        taken = self._segments.sizeHint().width() + self._copy.sizeHint().width()
        room = self.width() - taken - 4 * _GAP
        search = scaled(_LEAST_SEARCH) if self._is_searchable else 0
        self._find.setVisible(self._is_searchable and room >= search)
        fits = room >= search + self._size.sizeHint().width()
        self._size.setVisible(fits and bool(self._body))

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
        chosen = self._chosen_view()
        if chosen in self._others:
            copy_text(self._others[chosen][1]())
        else:
            copy_text(self._raw_body() if chosen == "raw" else self._pretty_body())
