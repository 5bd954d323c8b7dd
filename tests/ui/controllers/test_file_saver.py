"""Files are saved where the person says, whole, and what cannot be is said."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from chatapp.domain.errors import ChatAppError
from chatapp.domain.text import Text
from chatapp.ui.controllers.file_saver import FileSaver
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until

NOWHERE = "http://127.0.0.1:9"


def broken() -> bytes:
    raise ChatAppError(Text("Test", "It is broken."))


def test_a_file_is_saved_under_the_name_that_the_person_chose(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path / "profile", base_url=NOWHERE, model="m") as app:
            saver = FileSaver(app.window, app.profile.tasks)
            saver.ask("Save", "suggested.bin", lambda: b"content")
            chooser = app.window.findChild(QFileDialog)
            assert chooser is not None
            assert not chooser.testOption(QFileDialog.Option.DontConfirmOverwrite)
            assert [Path(name).name for name in chooser.selectedFiles()] == ["suggested.bin"]
            path = tmp_path / "chosen.bin"
            chooser.fileSelected.emit(str(path))
            await until(path.exists)
            chooser.reject()
            assert path.read_bytes() == b"content"

    run_in_qt(work())


def test_what_cannot_be_made_or_written_is_said(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path / "profile", base_url=NOWHERE, model="m") as app:
            saver = FileSaver(app.window, app.profile.tasks)
            await saver.save(tmp_path / "no" / "folder.wav", lambda: b"x")
            assert "cannot be written" in app.window.status_line.words
            await saver.save(tmp_path / "x.wav", broken)
            assert app.window.status_line.words == "It is broken."
            assert not (tmp_path / "x.wav").exists()
            await saver.save(tmp_path / ("long" * 99), lambda: b"x")
            assert "longlong cannot be written" in app.window.status_line.words

    run_in_qt(work())
