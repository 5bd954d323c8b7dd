"""The library: what is edited is told at once, and what is shown again keeps the place."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.parameter_layers import Setting
from chatapp.domain.presets import Preset
from chatapp.domain.prompts import Persona, Prompt
from chatapp.ui.prompts.library_dialog import LibraryDialog

PROMPTS = [Prompt("1", "fix", "Fix it"), Prompt("2", "translate", "Translate it")]
PERSONA = Persona(
    "p", "Kind one", "Be kind.", model="m", settings={"temperature": Setting(0.3)},
    preset=Preset("Balanced", {"top_p": Setting(0.9)}),
)  # fmt: skip


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[LibraryDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = LibraryDialog(window)
    made.show_prompts(PROMPTS)
    made.show_personas([PERSONA])
    yield made
    made.close()


def test_the_chosen_prompt_is_edited_and_told(dialog: LibraryDialog, qtbot: QtBot) -> None:
    dialog.prompts.list.setCurrentRow(1)
    assert dialog.prompts.text.toPlainText() == "Translate it"
    with qtbot.waitSignal(dialog.prompt_edited) as edited:
        dialog.prompts.text.setPlainText("Better")
    assert edited.args == [Prompt("2", "translate", "Better")]
    dialog.prompts.name.setText("tr")
    with qtbot.waitSignal(dialog.prompt_edited) as renamed:
        dialog.prompts.name.editingFinished.emit()
    assert renamed.args == [Prompt("2", "tr", "Better")]


def test_what_is_typed_stays_when_the_list_is_shown_again(dialog: LibraryDialog) -> None:
    page = dialog.prompts
    page.list.setCurrentRow(1)
    page.text.setPlainText("Being written")
    cursor = page.text.textCursor()
    cursor.setPosition(5)
    page.text.setTextCursor(cursor)
    dialog.show_prompts([PROMPTS[0], Prompt("2", "translate", "Being written")])
    assert page.current_id() == "2"
    assert page.text.textCursor().position() == 5


def test_an_empty_library_has_nothing_to_edit(dialog: LibraryDialog) -> None:
    dialog.show_prompts([])
    assert dialog.prompts.current_id() == ""
    assert not dialog.prompts.text.isEnabled()
    assert dialog.prompts.text.toPlainText() == ""


def test_a_persona_says_what_it_sets(dialog: LibraryDialog, qtbot: QtBot) -> None:
    words = dialog.personas.note.text()
    assert words == "Model: m. Parameters: temperature, Balanced (top_p)."
    with qtbot.waitSignal(dialog.persona_edited) as edited:
        dialog.personas.text.setPlainText("Be kinder.")
    assert edited.args is not None
    assert edited.args[0].system_text == "Be kinder."
    assert edited.args[0].settings == PERSONA.settings
    dialog.show_personas([])
    assert "keeps the system message" in dialog.personas.note.text()


def test_entries_are_removed_by_their_id(dialog: LibraryDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.prompts.remove_requested) as removed:
        dialog.prompts._remove.click()
    assert removed.args == ["1"]
