"""A form from a schema gives back exactly what it was shown, and what is written in it."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.json_schema import check
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.ui.widgets.schema_form import MOST_ROWS, MOST_ROWS_IN_ALL, BadRow, SchemaForm
from chatapp.ui.widgets.schema_rows import SchemaRow

SCHEMA: JsonObject = {
    "type": "object",
    "$defs": {"place": {"type": "object", "properties": {"lat": {"type": "number"}}}},
    "properties": {
        "city": {"type": "string", "description": "Name of the city"},
        "days": {"type": "integer"},
        "exact": {"type": "boolean", "default": False},
        "unit": {"enum": ["C", "F", 1, None]},
        "tags": {"type": "array", "items": {"type": "string"}},
        "edits": {"type": "array", "items": {"type": "object"}},
        "since": {"type": "string", "format": "date"},
        "note": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": None},
        "place": {"$ref": "#/$defs/place"},
    },
    "required": ["city", "tags"],
}
BIG = 2**63 + 1


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[SchemaForm]:
    holder = QWidget()
    qtbot.addWidget(holder)
    form = SchemaForm(holder)
    form.show_schema(SCHEMA)
    yield form
    holder.close()


def editor_of(form: SchemaForm, name: str) -> QWidget:
    """Return what the keyboard reaches in a row."""
    row: QWidget = form._rows[name]
    while (inner := row.focusProxy()) is not None:
        row = inner
    return row


def write(form: SchemaForm, name: str, words: str) -> None:
    """Write into a row as a person does, in place of what is there."""
    editor = editor_of(form, name)
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    for line, part in enumerate(words.split("\n")):
        if line:
            QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.keyClicks(editor, part)


def choose(form: SchemaForm, name: str, words: str) -> None:
    box = editor_of(form, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"city": "Oslo"},
        {"city": ""},
        {"city": "Oslo", "days": BIG, "exact": False, "unit": None, "edits": [1, {"a": 2}]},
        {"city": "two\nlines"},
        {"city": "two\r\nlines\u2029and\u00a0more"},
        {"city": 7, "days": "x", "exact": "yes", "unit": "K", "tags": "a", "place": 1},
        {"city": "Oslo", "unknown": {"kept": True}},
        {"city": "a\u202eb", "tags": []},
        {"tags": ["a", "b"], "city": "the other way round"},
        {"tags": ["a\nb", ""], "note": None, "place": {"lat": 1.5, "height": 3}},
    ],
)
def test_what_is_shown_comes_back(form: SchemaForm, value: dict[str, JsonValue]) -> None:
    form.show_value(value)
    assert form.value() == value
    assert list(form.value()) == list(value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"), max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
NAMES = ["city", "days", "exact", "unit", "tags", "edits", "since", "note", "place", "x"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=st.dictionaries(st.sampled_from(NAMES), JSON))
def test_no_value_is_changed_by_being_shown(form: SchemaForm, value: dict[str, JsonValue]) -> None:
    form.show_value(value)
    assert form.value() == value


def test_what_is_written_is_the_value(form: SchemaForm) -> None:
    form.show_value({})
    write(form, "city", "Oslo\nand Bergen")
    write(form, "days", "3")
    write(form, "tags", "a\nb c\n")
    write(form, "edits", '[{"old": "x"}]')
    write(form, "since", "2026-01-02")
    choose(form, "exact", "true")
    choose(form, "unit", "1")
    inner = form._rows["place"].findChild(SchemaForm)
    assert isinstance(inner, SchemaForm)
    write(inner, "lat", "59.9")
    value = form.value()
    assert value == {
        "city": "Oslo\nand Bergen",
        "days": 3,
        "exact": True,
        "unit": 1,
        "tags": ["a", "b c"],
        "edits": [{"old": "x"}],
        "since": "2026-01-02",
        "place": {"lat": 59.9},
    }
    assert check(value, SCHEMA).fits


def test_what_is_emptied_is_absent_unless_it_must_be_there(form: SchemaForm) -> None:
    form.show_value({"city": "x", "tags": ["a"], "days": 1, "note": "n", "exact": True})
    for name in ("city", "tags", "days", "note"):
        write(form, name, "")
    choose(form, "exact", "— (false)")
    assert form.value() == {"city": "", "tags": []}


def test_a_row_that_is_no_value_is_named_and_marked(form: SchemaForm) -> None:
    form.show_value({"city": "Oslo"})
    for name, words in (("days", "three"), ("edits", "[")):
        write(form, name, words)
        with pytest.raises(BadRow) as caught:
            form.value()
        assert caught.value.name == name
        assert editor_of(form, name).property("invalid") is True
        write(form, name, "")
        assert form.value() == {"city": "Oslo"}
        assert editor_of(form, name).property("invalid") is False


def test_a_row_in_a_group_is_named_with_its_group(form: SchemaForm) -> None:
    form.show_value({})
    inner = form._rows["place"].findChild(SchemaForm)
    assert isinstance(inner, SchemaForm)
    write(inner, "lat", "north")
    with pytest.raises(BadRow) as caught:
        form.value()
    assert caught.value.name == "place.lat"


def test_a_truth_is_no_number(form: SchemaForm) -> None:
    form.show_value({})
    write(form, "days", "true")
    with pytest.raises(BadRow):
        form.value()


def test_a_text_grows_with_its_lines_and_no_further(form: SchemaForm, qtbot: QtBot) -> None:
    form.show_value({"city": "one"})
    with qtbot.waitExposed(form.window()):
        form.window().resize(500, 700)
        form.window().show()
    editor = editor_of(form, "city")
    low = editor.height()
    form.show_value({"city": "a\nb\nc"})
    three = editor.height()
    form.show_value({"city": "x\n" * 100})
    assert low < three < editor.height() < 10 * low


def test_names_and_words_of_strangers_are_cut_and_made_visible(form: SchemaForm) -> None:
    hostile = {"a\u202eb" + "x" * 2000: {"type": "string", "description": "d\u200b" * 999}}
    form.show_schema({"properties": hostile})
    labels = [label.text() for label in form.findChildren(QLabel)]
    assert any("\\u202e" in words for words in labels)
    assert all(len(words) <= 300 for words in labels)
    assert not any("\u202e" in words or "\u200b" in words for words in labels)


def test_groups_of_groups_have_no_more_rows_than_can_be_made_at_once(form: SchemaForm) -> None:
    def group(of: str) -> JsonObject:
        return {"type": "object", "properties": {f"p{n}": {"$ref": of} for n in range(40)}}

    defs: JsonObject = {"a": group("#/$defs/b"), "b": group("#/$defs/c"), "c": {"type": "string"}}
    form.show_schema({**group("#/$defs/a"), "$defs": defs})
    assert len(form.findChildren(SchemaRow)) < MOST_ROWS_IN_ALL + 3 * MOST_ROWS
    value: dict[str, JsonValue] = {"p0": {"p0": {"p0": "x"}}, "p39": {"p39": {"p39": "y"}}}
    form.show_value(value)
    assert form.value() == value


def test_a_schema_without_properties_says_so(form: SchemaForm) -> None:
    form.show_schema({"type": "object"})
    QApplication.processEvents()
    assert any("no arguments" in label.text() for label in form.findChildren(QLabel))
