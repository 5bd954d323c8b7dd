"""Code goes to the file that a person names, whole; pictures only where they may come from."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from chatapp.ui.controllers.content import file_name_for
from chatapp.ui.conversation.pictures import PictureState, pictures
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until


@pytest.mark.parametrize(
    ("language", "name"),
    [("python", "code.py"), ("TypeScript", "code.ts"), ("", "code.txt"), ("../../x", "code.txt")],
)
def test_the_file_name_comes_from_a_list_not_from_the_model(language: str, name: str) -> None:
    assert file_name_for(language) == name


def test_code_is_saved_where_the_person_says(run_in_qt: RunInQt, tmp_path: Path) -> None:
    target = tmp_path / "kept.py"

    async def work() -> None:
        async with open_app(tmp_path / "profile") as app:
            app.window.messages.save_code_requested.emit("print('日本')\n", "python")
            (chooser,) = app.window.findChildren(QFileDialog)
            chooser.fileSelected.emit(str(target))
            chooser.done(0)
            await until(target.exists)
            app.window.messages.save_code_requested.emit("x", "")
            other = next(c for c in app.window.findChildren(QFileDialog) if c is not chooser)
            other.fileSelected.emit(str(tmp_path / "no folder" / "x.txt"))
            other.done(0)
            await until(lambda: "cannot be written" in app.window.status_line.words)

    run_in_qt(work())
    assert target.read_text(encoding="utf-8") == "print('日本')\n"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["kept.py"]


def test_a_picture_on_this_machine_is_not_fetched(run_in_qt: RunInQt, tmp_path: Path) -> None:
    address = "http://127.0.0.1:9/x.png"

    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.window.messages.picture_requested.emit(address)
            await until(lambda: "not loaded from there" in app.window.status_line.words)
            await until(lambda: pictures().state(address) is PictureState.BROKEN)

    run_in_qt(work())
