"""A result in the inspector: each way there is to look at it, and none that there is not."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.json_value import JsonObject
from chatapp.domain.tool_files import ToolFile, tool_files
from chatapp.ui.inspector.call_page import CallItem, CallPage
from chatapp.ui.inspector.result_view import ResultView, counted_words, tokens_of
from tests.support.media_server import PNG, ROWS, WAV, b64

BLOCKS: tuple[JsonObject, ...] = (
    {"type": "image", "mimeType": "image/png", "data": b64(PNG)},
    {"type": "audio", "mimeType": "audio/wav", "data": b64(WAV)},
    {"type": "image", "mimeType": "image/png", "data": ""},
)
FILES: tuple[ToolFile, ...] = tool_files(BLOCKS)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def offered(view: ResultView) -> list[str]:
    buttons = view.body._segments._buttons
    return [name for name, button in buttons.items() if not button.isHidden()]


def copied(view: ResultView) -> str:
    view.body._on_copy()
    return QGuiApplication.clipboard().text()


def test_only_what_there_is_is_offered(parent: QWidget) -> None:
    view = ResultView(parent)
    assert offered(view) == ["raw"]
    view.show_result("words")
    assert offered(view) == ["raw"]
    view.show_result('{"a": 1}', {"a": 1})
    assert offered(view) == ["tree", "pretty", "raw", "structured"]
    view.show_result("words", {"rows": ROWS}, FILES)
    assert offered(view) == ["raw", "structured", "table", "files"]
    view.show_result("words")
    assert offered(view) == ["raw"]


def test_words_that_begin_like_json_are_words(parent: QWidget) -> None:
    view = ResultView(parent)
    view.show_result("[image: image/png, 608 bytes]", None, FILES)
    assert offered(view) == ["raw", "files"]


def test_all_ways_are_within_reach_in_a_narrow_place(parent: QWidget) -> None:
    view = ResultView(parent)
    parent.resize(240, 300)
    view.resize(240, 300)
    view.show_result('{"a": 1}', {"rows": ROWS}, FILES)
    parent.show()
    segments = view.body._segments
    shown = [button for button in segments._buttons.values() if not button.isHidden()]
    assert len(shown) == 6
    for button in shown:
        assert segments.rect().contains(button.geometry()), button.text()
        assert not button.visibleRegion().isEmpty(), button.text()


def test_what_was_looked_at_gives_way_where_it_is_missing_and_comes_back(parent: QWidget) -> None:
    view = ResultView(parent)
    view.show_result("words", {"rows": ROWS}, FILES)
    view.body.choose("files")
    view.show_result("other words")
    assert view.body._segments.chosen() == "raw"
    view.show_result("words", {"rows": ROWS}, FILES)
    assert view.body._segments.chosen() == "files"


def test_structured_content_is_a_tree_and_its_rows_a_table(parent: QWidget) -> None:
    view = ResultView(parent)
    view.show_result("words", {"rows": ROWS})
    view.body.choose("structured")
    assert view._tree.tree.is_complete
    assert copied(view).startswith('{\n  "rows": [')
    view.body.choose("table")
    assert copied(view) == "city\tdegrees\nOslo\t3\nRome\t17"
    view.body.choose("raw")
    assert copied(view) == "words"


def test_the_title_says_how_the_tool_ended_and_about_how_many_tokens(parent: QWidget) -> None:
    view = ResultView(parent)
    view.show_result("some words")
    view.show_outcome("failed", failed=True)
    assert "failed" in view._title.text()
    assert tokens_of("some words") in view._title.text()
    assert view._title.property("role") == "problem"
    assert tokens_of("x" * 1_000_001) == ""
    assert "estimate" in counted_words(None)
    assert "7 tokens" in counted_words(7)


def test_the_page_says_which_file_of_which_message_is_wanted(parent: QWidget) -> None:
    page = CallPage(parent)
    item = CallItem("0/0", "f", "{}", ended=True, result="words", files=FILES, message_id="m1")
    page.show_items([item])
    wanted: list[tuple[str, str, str]] = []
    page.play_wanted.connect(lambda message, file: wanted.append(("play", message, file)))
    page.save_wanted.connect(lambda message, file: wanted.append(("save", message, file)))
    for button in page._result._files.findChildren(QToolButton):
        button.click()
    assert wanted == [
        ("save", "m1", "result:0"),
        ("play", "m1", "result:1"),
        ("save", "m1", "result:1"),
    ]
    names = [label.text() for label in page._result._files.findChildren(QLabel)]
    assert "No data; not sent · image/png" in names
