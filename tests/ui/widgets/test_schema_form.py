"""A form from a schema gives back exactly what it was shown."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.ui.widgets.schema_form import SchemaForm

SCHEMA: JsonObject = {
    "type": "object",
    "properties": {
        "city": {"type": "string", "description": "Name of the city"},
        "days": {"type": "integer"},
        "exact": {"type": "boolean"},
        "unit": {"enum": ["C", "F", 1, None]},
        "tags": {"type": "array"},
    },
    "required": ["city"],
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


@pytest.mark.parametrize(
    "value",
    [
        {"city": "Oslo"},
        {"city": ""},
        {"city": "Oslo", "days": BIG, "exact": False, "unit": None, "tags": [1, {"a": 2}]},
        {"city": "two\nlines"},
        {"city": 7, "days": "x", "exact": "yes", "unit": "K"},
        {"city": "Oslo", "unknown": {"kept": True}},
        {"city": "a\u202eb", "tags": []},
    ],
)
def test_what_is_shown_comes_back(form: SchemaForm, value: dict[str, JsonValue]) -> None:
    form.show_value(value)
    assert form.value() == value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"), max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=st.dictionaries(st.sampled_from(["city", "days", "exact", "unit", "tags", "x"]), JSON))
def test_no_value_is_changed_by_being_shown(form: SchemaForm, value: dict[str, JsonValue]) -> None:
    # A line edit has no line breaks of its own; such text is shown as JSON.
    form.show_schema(SCHEMA)
    form.show_value({"city": "", **value})
    assert form.value() == {"city": "", **value}


def test_a_row_that_is_no_value_is_said(form: SchemaForm) -> None:
    form.show_value({"city": "Oslo"})
    form._rows["days"].editor.setText("three")  # type: ignore[union-attr]
    with pytest.raises(ValueError, match="Expecting value"):
        form.value()


def test_absent_is_not_sent(form: SchemaForm) -> None:
    form.show_value({"city": "Oslo", "exact": True})
    box = form._rows["exact"].editor
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(0)
    assert form.value() == {"city": "Oslo"}


def test_a_schema_without_properties_says_so(form: SchemaForm) -> None:
    form.show_schema({"type": "object"})
    QApplication.processEvents()
    assert any("no arguments" in label.text() for label in form.findChildren(QLabel))
