"""What a tool brought, in the inspector: its words, and as a tree, a table, pictures and files."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonValue, compact, pretty
from chatapp.domain.token_estimate import text_tokens
from chatapp.domain.tool_files import ToolFile
from chatapp.ui.attachments.wording import token_words
from chatapp.ui.inspector.body_view import BodyView
from chatapp.ui.inspector.files_view import FilesView
from chatapp.ui.inspector.json_tree import JsonTreeView
from chatapp.ui.inspector.page_parts import ElidedLabel, set_role
from chatapp.ui.inspector.result_table import ResultTable, rows_of

MOST_PARSED = 1_000_000
_STRUCTURED, _TABLE, _FILES = "structured", "table", "files"


class ResultView(QWidget):
    """Offers what there is of a result; *Copy* takes what is looked at."""

    play_wanted = Signal(str)
    save_wanted = Signal(str)
    """The address of a file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self._result = ""
        self._structured: JsonValue = None
        self._title = ElidedLabel(self)
        self._title.setProperty("role", "heading")
        self._title.hint = counted_words(None)
        self.body = BodyView(self, say("Inspector", "Result"))
        self._tree = JsonTreeView(self, say("Inspector", "Structured"))
        self._table = ResultTable(self)
        self._files = FilesView(self)
        self._files.play_wanted.connect(self.play_wanted)
        self._files.save_wanted.connect(self.save_wanted)
        add = self.body.add_view
        add(_STRUCTURED, say("Inspector", "Structured"), self._tree, self._structured_words)
        add(_TABLE, say("Inspector", "Table"), self._table, self._table.words)
        add(_FILES, say("Inspector", "Files"), self._files, self._files.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self.body, 1)
        self.show_result("")

    def show_result(
        self, result: str, structured: JsonValue = None, files: Sequence[ToolFile] = ()
    ) -> None:
        """Show a result: its words as the model is told them, and what came with them."""
        if (result, structured) != (self._result, self._structured) or not self._result:
            self._result, self._structured = result, structured
            value = _parsed(result)
            rows = rows_of(structured) or rows_of(value)
            self._table.show_rows(rows)
            if structured is not None:
                self._tree.follow(compact(structured), ended=True)
            self.body.offer(_STRUCTURED, offered=structured is not None)
            self.body.offer(_TABLE, offered=bool(rows))
            is_long = len(result) > MOST_PARSED
            self.body.show_body(
                result, is_json=None if is_long else isinstance(value, (dict, list))
            )
        self._files.show_files(files)
        self.body.offer(_FILES, offered=bool(files))

    def show_outcome(self, outcome: str, *, failed: bool) -> None:
        """Say in words how the tool ended."""
        words = QCoreApplication.translate("Inspector", "Result")
        self._title.setText(" · ".join(filter(None, (words, outcome, tokens_of(self._result)))))
        set_role(self._title, "problem" if failed else "heading")

    def _structured_words(self) -> str:
        return pretty(self._structured)


def _parsed(text: str) -> JsonValue:
    if len(text) > MOST_PARSED:
        return None
    try:
        value: JsonValue = read_json(text)
    except ValueError:
        return None
    return value


def tokens_of(words: str) -> str:
    """Return about how many tokens a text is; of one that is very long, nothing."""
    return token_words(text_tokens(words)) if len(words) <= MOST_PARSED else ""


def counted_words(reply_tokens: int | None) -> str:
    """Return how far a count of tokens can be trusted."""
    say = QCoreApplication.translate
    estimate = say("Inspector", "Tokens are an estimate: servers count only whole replies.")
    if reply_tokens is None:
        return estimate
    counted = say("Inspector", "The server counted {count} tokens for this reply.")
    return f"{estimate} {counted.format(count=reply_tokens)}"
