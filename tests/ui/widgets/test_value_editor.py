"""Editors of single values: the property that programs set, and what a person's hands do."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.widgets.value_editor import (
    ChoiceEditor,
    FlagEditor,
    LineEditor,
    NumberEditor,
    SeveralEditor,
    ValueEditor,
    VoiceEditor,
)


def part(editor: ValueEditor, kind: type[Any]) -> Any:
    found = editor.findChildren(kind)
    assert found
    return found[0]


def shown(qtbot: QtBot, editor: ValueEditor) -> ValueEditor:
    qtbot.addWidget(editor)
    editor.show()
    return editor


def number(qtbot: QtBot, *, integer: bool = False) -> NumberEditor:
    editor = NumberEditor(integer=integer, step=0.05, slider_range=(0.0, 2.0))
    shown(qtbot, editor)
    return editor


EDITORS: dict[str, Callable[[], ValueEditor]] = {
    "number": lambda: NumberEditor(integer=False, step=0.1),
    "slider": lambda: NumberEditor(integer=False, step=0.1, slider_range=(0, 2)),
    "flag": FlagEditor,
    "choice": lambda: ChoiceEditor(["auto", "none"], editable=False),
    "free choice": lambda: ChoiceEditor(["auto", "none"], editable=True),
    "several": lambda: SeveralEditor(["text", "audio"]),
    "line": LineEditor,
    "voice": lambda: VoiceEditor(["alloy"], ["wav", "mp3"]),
}
VALUES: dict[str, list[Any]] = {
    "number": [0, 0.7, -3, 2**53, "abc", None],
    "slider": [0, 0.0, 1.35, 2, 900, -900, "abc", None],
    "flag": [True, False, None, "yes"],
    "choice": ["auto", "none", "unknown", None],
    "free choice": ["auto", "mine", {"type": "function", "function": {"name": "f"}}, None],
    "several": [["text"], [], ["audio", "text"], "text", None],
    "line": ["", "a", None],
    "voice": [{"voice": "alloy", "format": "mp3"}, {"voice": "own"}, {}, None, 7],
}


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in VALUES.items() for value in values]
)
def test_the_user_property_holds_what_was_put_there(qtbot: QtBot, kind: str, value: Any) -> None:
    editor = shown(qtbot, EDITORS[kind]())
    meta = editor.metaObject().userProperty()
    assert str(meta.name()) == "value"
    with qtbot.waitSignal(editor.edited):
        editor.setProperty("value", value)
    assert editor.property("value") == value
    assert editor.current == value


@pytest.mark.parametrize("kind", EDITORS)
def test_a_value_that_is_only_shown_is_nobodys_edit(qtbot: QtBot, kind: str) -> None:
    editor = shown(qtbot, EDITORS[kind]())
    with qtbot.assertNotEmitted(editor.edited):
        for value in VALUES[kind]:
            editor.show_value(value)


@pytest.mark.parametrize("kind", ["number", "slider", "flag", "choice", "free choice", "line"])
def test_its_name_is_told_by_the_part_that_has_the_keyboard(qtbot: QtBot, kind: str) -> None:
    editor = shown(qtbot, EDITORS[kind]())
    editor.setAccessibleName("Temperature")
    holder = editor.focusProxy()
    assert isinstance(holder, QWidget)
    assert holder.accessibleName() == "Temperature"


def test_the_slider_and_the_number_move_together(qtbot: QtBot) -> None:
    editor = number(qtbot)
    slider, line = part(editor, QSlider), part(editor, QLineEdit)
    slider.setValue(27)
    assert (line.text(), editor.current) == ("1.35", 1.35)
    line.clear()
    qtbot.keyClicks(line, "0.7")
    assert (slider.value(), editor.current) == (14, 0.7)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert editor.current == 0.75


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0", 0),
        ("0.0", 0.0),
        ("1,5", 1.5),
        (" 2 ", 2),
        ("-1", -1),
        ("１２", 12),
        ("9223372036854775808", 2**63),
        ("1_000", "1_000"),
        ("nan", "nan"),
        ("inf", "inf"),
        ("1e999", "1e999"),
        ("abc", "abc"),
        ("", ""),
    ],
)
def test_what_is_typed_is_a_number_or_stays_what_no_check_accepts(
    qtbot: QtBot, typed: str, value: object
) -> None:
    editor = number(qtbot)
    line = part(editor, QLineEdit)
    line.clear()
    line.textEdited.emit(typed)
    assert editor.current == value
    assert type(editor.current) is type(value)


def test_a_whole_number_is_one_however_it_is_typed(qtbot: QtBot) -> None:
    editor = number(qtbot, integer=True)
    line = part(editor, QLineEdit)
    line.textEdited.emit("3.0")
    assert editor.current == 3
    assert isinstance(editor.current, int)
    line.textEdited.emit("3.5")
    assert editor.current == 3.5


@pytest.mark.parametrize("kind", ["slider", "choice"])
def test_the_wheel_is_the_panels(qtbot: QtBot, kind: str) -> None:
    editor = shown(qtbot, EDITORS[kind]())
    inner = part(editor, QSlider if kind == "slider" else QComboBox)
    editor.show_value(1 if kind == "slider" else "auto")
    place = QPointF(inner.rect().center())
    wheel = QWheelEvent(
        place,
        inner.mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.assertNotEmitted(editor.edited):
        QApplication.sendEvent(inner, wheel)
    assert editor.current == (1 if kind == "slider" else "auto")


def test_the_keyboard_sets_a_flag(qtbot: QtBot) -> None:
    editor = shown(qtbot, FlagEditor())
    box = part(editor, QCheckBox)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert editor.current is True
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert editor.current is False


def test_a_free_choice_takes_words_and_objects(qtbot: QtBot) -> None:
    editor = shown(qtbot, EDITORS["free choice"]())
    line = part(editor, QLineEdit)
    for typed, value in (
        ("required", "required"),
        ('{"type": "function"}', {"type": "function"}),
        ('{"type": ', '{"type": '),
        ('{"type": NaN}', '{"type": NaN}'),
    ):
        line.textEdited.emit(typed)
        assert editor.current == value


def test_boxes_give_their_words_in_the_order_of_the_list(qtbot: QtBot) -> None:
    editor = shown(qtbot, SeveralEditor(["text", "audio"]))
    text, audio = editor.findChildren(QCheckBox)
    for box, expected in ((audio, ["audio"]), (text, ["text", "audio"]), (audio, ["text"])):
        box.click()
        assert editor.current == expected


def test_a_voice_and_a_format_make_one_value(qtbot: QtBot) -> None:
    editor = shown(qtbot, VoiceEditor(["alloy", "verse"], ["wav", "mp3"]))
    editor.show_value({"voice": "alloy", "format": "mp3"})
    voice = editor.findChildren(QComboBox)[0]
    line = voice.lineEdit()
    assert line is not None
    line.textEdited.emit("own voice")
    assert editor.current == {"voice": "own voice", "format": "mp3"}


def test_what_is_sent_and_what_is_wrong_can_be_seen(qtbot: QtBot) -> None:
    editor = number(qtbot)
    editor.show_sent(sent=True)
    editor.show_valid(valid=False)
    assert part(editor, QSlider).property("sent") is True
    assert part(editor, QLineEdit).property("invalid") is True
    editor.show_valid(valid=True)
    assert part(editor, QLineEdit).property("invalid") is False
