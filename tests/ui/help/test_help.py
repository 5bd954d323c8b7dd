"""Help: every field, command and setting is on the page, and it is at hand where it is needed."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from chatapp.app import App
from chatapp.domain.parameters import PARAMETERS
from chatapp.domain.preferences import PREFERENCES
from chatapp.ui.actions import COMMANDS, label_of
from chatapp.ui.help.dialog import HelpDialog
from chatapp.ui.help.guide import Guide
from chatapp.ui.help.page import anchor_of, help_html
from chatapp.ui.help.reader import HelpReader
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until


def reader_of(app: App) -> HelpReader:
    (dialog,) = app.window.findChildren(HelpDialog)
    (reader,) = dialog.findChildren(HelpReader)
    return reader


def test_the_page_has_every_field_command_and_setting(qapp: object) -> None:
    page = help_html({name: command.shortcut for name, command in COMMANDS.items()})
    for parameter in PARAMETERS.values():
        assert f'name="{anchor_of(parameter.name)}"' in page
        assert f"<code>{parameter.name}</code>" in page
    for command in COMMANDS.values():
        assert label_of(command) in page
    for row in PREFERENCES.values():
        assert row.hidden or row.label in page
    assert "A number from 0 to 2." in page
    assert "Only sent together with logprobs." in page


def test_f1_explains_the_field_that_has_the_keyboard(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.window.panel.fields.build_all()
            editor = app.window.findChild(object, "parameter.top_p")  # type: ignore[type-var]
            app.help.open_at("top_p")
            reader = reader_of(app)
            await until(lambda: reader.verticalScrollBar().value() > 0)
            far = reader.verticalScrollBar().value()
            editor.setFocus()  # type: ignore[attr-defined]
            app.window.action("help").trigger()
            await until(lambda: reader.verticalScrollBar().value() == far)
            app.window.composer.setFocus()
            app.window.action("help").trigger()
            assert reader.verticalScrollBar().value() < far

    run_in_qt(work())


def test_words_are_found_on_the_page_and_what_is_not_there_is_marked(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.help.open()
            (dialog,) = app.window.findChildren(HelpDialog)
            line = dialog.findChild(QLineEdit)
            assert line is not None
            QTest.keyClicks(line, "temperature")
            assert reader_of(app).textCursor().selectedText().lower() == "temperature"
            first = reader_of(app).textCursor().position()
            QTest.keyClick(line, Qt.Key.Key_Return)
            assert reader_of(app).textCursor().position() > first
            QTest.keyClicks(line, "xyzzy")
            assert line.property("invalid") is True

    run_in_qt(work())


def test_the_guide_leads_to_what_it_speaks_of_until_it_is_hidden(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def first() -> None:
        async with open_app(tmp_path) as app:
            (guide,) = app.window.findChildren(Guide)
            *steps, hide = guide.findChildren(QPushButton)
            assert len(steps) + 1 == 4
            guide.opened.emit("toggleInspector")
            assert app.window.action("toggleInspector").isChecked()
            next(b for b in [*steps, hide] if b.text() == "Hide the guide").click()
            await until(lambda: not app.window.findChildren(Guide))

    async def second() -> None:
        async with open_app(tmp_path) as app:
            assert app.window.findChildren(Guide) == []

    run_in_qt(first())
    run_in_qt(second())
