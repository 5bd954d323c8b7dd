"""Writing functions: what can be saved, what cannot and why, and the form that results."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_schema import check_schema, check_text
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.tools.function_page import EXAMPLE, FunctionPage

WEATHER = ToolDefinition("get_weather", "Tell the weather", EXAMPLE)
DICE = ToolDefinition("roll_dice", "", {"type": "object", "properties": {}})


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[FunctionPage]:
    holder = QWidget()
    qtbot.addWidget(holder)
    page = FunctionPage(holder)
    page.show_functions([WEATHER, DICE])
    yield page
    holder.close()


def judged(page: FunctionPage) -> None:
    """Answer the page's question for a verdict on what is written now."""
    words = page.schema.toPlainText()
    is_json = check_text(words, {"type": ["object", "boolean"]})
    page.show_verdict(words, check_schema(read_json(words)) if is_json.fits else is_json)


def saved(page: FunctionPage) -> list[tuple[ToolDefinition, str]]:
    found: list[tuple[ToolDefinition, str]] = []
    page.saved.connect(lambda tool, before: found.append((tool, before)))
    return found


def test_a_chosen_function_is_shown_whole_and_is_not_changed_by_that(page: FunctionPage) -> None:
    page.choose("get_weather")
    judged(page)
    assert page.name.text() == "get_weather"
    assert page.description.toPlainText() == "Tell the weather"
    assert json.loads(page.schema.toPlainText()) == EXAMPLE
    assert list(page._preview._rows) == ["city"]
    assert not page.save.isEnabled()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", ""),
        ("roll dice", "Letters, digits"),
        ("x" * 65, "Letters, digits"),
        ("get_weather", "Another function"),
        ("roll_die", ""),
    ],
)
def test_why_a_name_cannot_be_had_is_said(page: FunctionPage, name: str, told: str) -> None:
    page._new()
    judged(page)
    page.name.setText(name)
    assert told in page._problem.text()
    assert bool(page._problem.text()) is bool(told)
    assert page.save.isEnabled() is (name == "roll_die")


def test_saving_tells_whose_place_it_takes(page: FunctionPage) -> None:
    found = saved(page)
    page.choose("roll_dice")
    judged(page)
    page.name.setText("roll_die")
    page.save.click()
    ((tool, before),) = found
    assert (tool.name, before) == ("roll_die", "roll_dice")


@pytest.mark.parametrize("schema", ['{"type": ', "[]", '{"type": "objekt"}'])
def test_a_schema_that_is_none_cannot_be_saved_and_leaves_the_form_as_it_was(
    page: FunctionPage, schema: str
) -> None:
    page.choose("get_weather")
    judged(page)
    page.schema.setPlainText(schema)
    assert not page.save.isEnabled()
    judged(page)
    assert not page.save.isEnabled()
    assert page._verdict.text()
    assert list(page._preview._rows) == ["city"]


def test_a_verdict_on_older_words_is_not_taken(page: FunctionPage) -> None:
    page.choose("get_weather")
    older = page.schema.toPlainText()
    page.schema.setPlainText('{"type": "objekt"}')
    page.show_verdict(older, check_schema(EXAMPLE))
    assert not page.save.isEnabled()


def test_a_function_that_is_gone_leaves_an_empty_page(page: FunctionPage) -> None:
    page.choose("roll_dice")
    page.show_functions([WEATHER])
    assert page.name.text() == ""
    assert page._delete.isHidden()


def test_the_one_that_is_being_edited_stays_when_others_change(page: FunctionPage) -> None:
    page.choose("get_weather")
    page.description.setPlainText("Half a sen")
    page.show_functions([WEATHER])
    assert page.description.toPlainText() == "Half a sen"
