"""Bodies in the inspector: tree, readable text, and the bytes as they came."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.inspector.body_view import BodyView, readable_bytes
from chatapp.ui.inspector.code_view import LONGEST_LINE, CodeView
from chatapp.ui.inspector.json_tree import JsonTreeView
from chatapp.ui.inspector.page_parts import ElidedLabel, Segments


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(700, 500)
    made.show()
    yield made
    made.close()


def fill(parent: QWidget, page: QWidget) -> None:
    page.resize(parent.size())
    page.show()


def text_of(widget: QWidget) -> str:
    found = widget.findChild(CodeView)
    assert isinstance(found, CodeView)
    return found.words()


def read_to_the_end(qtbot: QtBot, tree: JsonTreeView) -> None:
    qtbot.waitUntil(lambda: not tree.is_behind, timeout=10_000)


def test_a_body_is_a_tree_readable_text_and_the_bytes_as_they_came(
    parent: QWidget, qtbot: QtBot
) -> None:
    body = BodyView(parent, "Body")
    fill(parent, body)
    raw = b'{"b":1,  "a":[true]}'
    body.show_body(raw)
    tree = body.findChild(JsonTreeView)
    assert isinstance(tree, JsonTreeView)
    read_to_the_end(qtbot, tree)
    assert tree.tree.is_complete
    body._segments.choose("pretty")
    assert text_of(body) == '{\n  "b": 1,\n  "a": [\n    true\n  ]\n}'
    body._copy.click()
    assert QGuiApplication.clipboard().text() == text_of(body)
    body._segments.choose("raw")
    assert text_of(body) == raw.decode()
    body._copy.click()
    assert QGuiApplication.clipboard().text() == raw.decode()


def test_what_is_no_json_is_shown_as_text(parent: QWidget) -> None:
    body = BodyView(parent, "Body")
    fill(parent, body)
    body.show_body(b"<html>busy</html>")
    assert text_of(body) == "<html>busy</html>"
    body.show_body(b'{"now": 1}')
    body._segments.choose("pretty")
    body.show_body(b"{broken")
    assert text_of(body) == "{broken"


def test_raw_may_be_the_bytes_around_what_was_parsed(parent: QWidget) -> None:
    body = BodyView(parent, "Event")
    fill(parent, body)
    body.show_body('{"a":1}')
    body.set_raw(b'data: {"a":1}')
    body._segments.choose("raw")
    assert text_of(body) == 'data: {"a":1}'
    body._find.setText("data")
    body._find.returnPressed.emit()
    found = body.findChild(CodeView)
    assert isinstance(found, CodeView)
    assert found.textCursor().selectedText() == "data"


def test_words_are_found_one_after_another_and_again_from_the_top(parent: QWidget) -> None:
    view = CodeView(parent, "Body")
    view.show_text("one two one")
    places = []
    for _ in range(3):
        assert view.find_next("one")
        places.append(view.textCursor().position())
    assert places == [3, 11, 3]
    assert not view.find_next("absent")
    assert not view.find_next("")


def test_what_is_sought_is_found_in_each_text_that_is_shown(parent: QWidget) -> None:
    body = BodyView(parent, "Body")
    fill(parent, body)
    cursor = body._text.textCursor
    body.look_for("cuda")
    body.show_body(b"no room: CUDA is full, cuda!")
    assert (cursor().selectedText(), cursor().selectionStart()) == ("CUDA", 9)
    body._find.returnPressed.emit()
    assert cursor().selectionStart() == 23
    body.show_body(b"no room: CUDA is full, cuda! And more")
    assert cursor().selectionStart() == 23, "who has gone on is not taken back"
    body.show_body(b"cuda again")
    assert cursor().selectedText() == "cuda"
    body.look_for("")
    body.show_body(b"another cuda")
    assert not cursor().hasSelection()


def test_text_that_grows_is_written_on(parent: QWidget) -> None:
    view = CodeView(parent, "Body")
    view.show_text("Hel")
    view.show_text("Hello")
    assert view.toPlainText() == "Hello"
    view.show_text("other")
    assert view.toPlainText() == "other"


def test_long_lines_are_broken_for_showing_only(parent: QWidget) -> None:
    view = CodeView(parent, "Body")
    long = "x" * (LONGEST_LINE * 2 + 10)
    view.show_text(long)
    assert view.document().blockCount() == 3
    assert view.words() == long


def test_what_no_text_can_hold_is_replaced(parent: QWidget) -> None:
    view = CodeView(parent, "Body")
    view.show_text("a\ud800b")
    assert view.toPlainText() == "a\ufffdb"


@pytest.mark.parametrize(
    ("words", "kind", "coloured"),
    [
        ('{"a": "b", "c": 1.5, "d": null}', "json", True),
        ("+ new\n- old", "difference", True),
        ("@@ -1 +1 @@", "difference", True),
        ('{"a": 1}', "", False),
        ("x" * 300_001, "json", False),
    ],
)
def test_json_and_differences_are_coloured_if_they_are_not_too_long(
    parent: QWidget, words: str, kind: str, coloured: bool
) -> None:
    view = CodeView(parent, "Body")
    view.show_text(words, kind)
    assert bool(view.document().firstBlock().layout().formats()) is coloured


def test_a_tree_follows_text_and_begins_anew_with_another(parent: QWidget, qtbot: QtBot) -> None:
    tree = JsonTreeView(parent, "Arguments")
    fill(parent, tree)
    tree.follow('{"city": "Pa', ended=False)
    read_to_the_end(qtbot, tree)
    assert tree.tree.root is not None
    assert tree.tree.root.children[0].shown == "Pa"
    tree.follow('{"city": "Paris"}', ended=True)
    read_to_the_end(qtbot, tree)
    qtbot.waitUntil(lambda: tree.tree.is_complete)
    tree.show_text("[1]")
    read_to_the_end(qtbot, tree)
    qtbot.waitUntil(lambda: tree.model().index(0, 1).data() == "[ 1 ]")


def test_a_value_is_copied_from_the_tree(parent: QWidget, qtbot: QtBot) -> None:
    tree = JsonTreeView(parent, "Arguments")
    fill(parent, tree)
    tree.show_text('{"city": "Paris"}')
    qtbot.waitUntil(lambda: tree.tree.is_complete)
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "“Paris”"
    QTest.keyClick(tree, Qt.Key.Key_Up)
    assert tree.currentIndex().data() == "$"


def test_a_long_list_goes_on_when_it_is_scrolled_to_its_end(parent: QWidget, qtbot: QtBot) -> None:
    tree = JsonTreeView(parent, "Arguments")
    fill(parent, tree)
    tree.show_text(json.dumps(list(range(450))))
    qtbot.waitUntil(lambda: tree.tree.is_complete)
    root = tree.model().index(0, 0)
    tree.expand(root)
    assert tree.model().rowCount(root) == 200
    bar = tree.verticalScrollBar()
    for rows in (400, 450):
        qtbot.waitUntil(lambda: bar.maximum() > 0)
        bar.setValue(0)
        bar.setValue(bar.maximum())
        assert tree.model().rowCount(root) == rows
        QApplication.processEvents()


def test_a_long_text_is_read_in_slices_between_frames(parent: QWidget, qtbot: QtBot) -> None:
    tree = JsonTreeView(parent, "Arguments")
    fill(parent, tree)
    text = json.dumps([{"n": n, "name": f"place {n}"} for n in range(8_000)])
    tree.show_text(text)
    assert tree.is_behind
    read_to_the_end(qtbot, tree)
    assert tree.tree.root is not None
    assert len(tree.tree.root.children) == 8_000


def test_a_segment_that_is_not_offered_gives_way(parent: QWidget) -> None:
    chosen: list[str] = []
    segments = Segments(parent, (("a", "A"), ("b", "B")), chosen.append)
    segments.show()
    segments.choose("b")
    segments.set_offered("b", offered=False)
    assert (segments.chosen(), chosen) == ("a", ["b", "a"])


def test_what_was_chosen_stays_chosen_past_a_body_that_cannot_be_seen_so(parent: QWidget) -> None:
    body = BodyView(parent, "Event")
    fill(parent, body)
    body.show_body(b'{"a":1}')
    body._segments.choose("pretty")
    body.show_body(b"[DONE]" * 2)
    body.show_body(b"done")
    assert body._segments.chosen() == "raw"
    assert text_of(body) == "done"
    body.show_body(b'{"b":2}')
    assert body._segments.chosen() == "pretty"
    assert text_of(body) == '{\n  "b": 2\n}'


def test_bytes_that_are_no_text_are_seen_in_the_raw_body(parent: QWidget) -> None:
    body = BodyView(parent, "Body")
    fill(parent, body)
    body.show_body(b'{"a":"\xff\xfe"}')
    body._segments.choose("raw")
    assert text_of(body) == '{"a":"\\xff\\xfe"}'
    assert readable_bytes("é".encode()) == "é"


def test_an_empty_body_says_why_and_the_headers_have_the_whole_room(parent: QWidget) -> None:
    body = BodyView(parent, "Body")
    fill(parent, body)
    other = QLabel("A: 1", body)
    body.add_view("headers", "Headers", other, lambda: "copied headers")
    body.set_empty_words("The server sent nothing.")
    assert body._nothing.isVisible()
    assert not body._find.isVisible()
    body._segments.choose("headers")
    assert other.isVisible()
    body._copy.click()
    assert QGuiApplication.clipboard().text() == "copied headers"
    body.show_body(b"words")
    assert other.isVisible(), "a new body does not take the headers away"
    body._segments.choose("raw")
    assert text_of(body) == "words"


def test_the_names_of_the_views_stay_on_one_line_in_a_narrow_page(
    parent: QWidget, qtbot: QtBot
) -> None:
    body = BodyView(parent, "Body")
    body.add_view("headers", "Headers", QLabel("A: 1", body), str)
    body.show_body(b"words that are no JSON")
    body.show()
    for width in (520, 340, 300):
        body.resize(width, 300)
        qtbot.waitUntil(
            lambda: body._segments.width() >= body._segments.sizeHint().width(), timeout=5000
        )
        tops = {b.y() for b in body._segments._buttons.values() if not b.isHidden()}
        assert len(tops) == 1, width


@pytest.mark.parametrize("text", ["plain", "a😀b\nc", "x" * (LONGEST_LINE * 2 + 5), "é" * 9])
def test_a_marked_character_is_found_again_however_the_text_is_shown(
    parent: QWidget, text: str
) -> None:
    view = CodeView(parent, "Code")
    view.show_text(text)
    for at in {0, 1, 2, len(text) // 2, len(text) - 1}:
        view.mark(at, at + 1)
        assert view.textCursor().selectedText().replace("\u2029", "") in (text[at], "")
        assert view.place() == at


def test_a_line_that_is_cut_is_whole_in_its_tooltip(parent: QWidget, qtbot: QtBot) -> None:
    line = ElidedLabel(parent)
    line.setText("Arguments of get_weather, characters 9–23")
    line.hint = "An estimate."
    line.resize(60, 20)
    line.show()
    qtbot.waitUntil(lambda: "characters 9–23" in line.toolTip())
    line.resize(600, 20)
    qtbot.waitUntil(lambda: line.toolTip() == "An estimate.")


def test_choices_may_be_added_and_left_out_without_telling(parent: QWidget) -> None:
    told: list[str] = []
    segments = Segments(parent, (("a", "A"), ("b", "B")), told.append)
    segments.add("c", "C")
    segments.offer_all_but(("a", "b"), "c")
    assert (segments.chosen(), told) == ("c", [])
    segments.choose("c")
    assert told == ["c"]
