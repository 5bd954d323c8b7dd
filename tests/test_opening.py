"""Before the first frame and just after it: nothing that a person does then is lost."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from chatapp import opening
from chatapp.app import App
from chatapp.domain.messages import MessageId
from chatapp.profile_services import open_services
from chatapp.services.endpoints import RunOptions
from chatapp.store import backup
from chatapp.store.paths import ProfilePaths
from chatapp.ui.conversation import pictures as pictures_module
from chatapp.ui.conversation.pictures import PictureState, pictures
from chatapp.ui.theme import ThemeKeeper
from tests.conftest import RunInQt
from tests.support.dropping import drop
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.sample_files import write_all
from tests.support.waiting import until

ANSWER = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')


def test_what_is_typed_and_sent_before_the_app_is_complete_is_sent(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        unseen: list[BaseException] = []
        paths = ProfilePaths(tmp_path, tmp_path / "logs")
        paths.create()
        profile = await opening.open_profile(paths, unseen.append)
        window = opening.new_window(profile.preferences)
        await opening.show_first_frame(window)
        QTest.keyClicks(window.composer, "early ")
        run = RunOptions(base_url=server.url, model="m")
        services = await open_services(profile, run, unseen.append)
        quitting = asyncio.Event()
        app = App(window, services, ThemeKeeper(), quitting)
        app.begin()
        QTest.keyClicks(window.composer, "bird")
        QTest.keyClick(window.composer, Qt.Key.Key_Return)
        await app.complete()
        await until(lambda: server.requests)
        assert b"early bird" in server.requests[0]
        await until(lambda: window.composer.toPlainText() == "")
        quitting.set()
        assert await app.run()
        await app.close()
        await services.close()
        assert unseen == []

    with raw_server([ANSWER]) as server:
        run_in_qt(work())


def test_commands_given_before_the_app_is_complete_are_carried_out(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        early = ("toggleInspector", "toggleLens")
        async with open_app(tmp_path, early=early) as app:
            assert app.window.inspector.isVisible()
            assert app.window.action("toggleInspector").isChecked()
            assert app.window.lens.isVisible()
            assert not app.window.panel.isVisible()

    run_in_qt(work())


def test_files_that_are_dropped_and_pictures_that_are_pasted_early_are_taken(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    files = write_all(tmp_path)

    def give(app: App) -> None:
        assert drop(app.window, QUrl.fromLocalFile(str(files["py"])))
        pasted = QMimeData()
        pasted.setImageData(QImage(30, 20, QImage.Format.Format_RGB32))
        app.window.composer.insertFromMimeData(pasted)
        QTest.keyClicks(app.window.composer, "What are they?")

    async def work() -> None:
        async with open_app(tmp_path / "profile", meanwhile=give) as app:
            await until(lambda: len(app.window.writing.attachments()) == 2)
            assert app.window.composer.toPlainText() == "What are they?"

    run_in_qt(work())


def test_what_is_wished_of_a_message_early_is_done(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def ask() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.window.composer.setPlainText("Hi")
            app.window.composer.request_send()
            await until(lambda: len(server.requests) == 1)
            await until(lambda: app.window.messages.property("messageCount") == 2)
            await until(lambda: not app.services.generation.running)

    async def look() -> None:
        def wish(app: App) -> None:
            app.window.messages.inspect_requested.emit(answers[0])

        async with open_app(tmp_path, meanwhile=wish) as app:
            await until(app.window.inspector.isVisible)

    async def answer() -> None:
        async with open_app(tmp_path) as app:
            assert app.conversation.shown is not None
            answers.append(app.services.conversations.path(app.conversation.shown)[-1].id)

    answers: list[MessageId] = []
    with raw_server([ANSWER]) as server:
        run_in_qt(ask())
    run_in_qt(answer())
    run_in_qt(look())


def test_an_attached_picture_is_shown_again_after_a_restart(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    """The view asks for its bytes with the first conversation, before anybody keeps them."""
    picture = write_all(tmp_path)["png"]
    addresses: list[str] = []

    async def send() -> None:
        async with open_app(tmp_path / "profile", base_url=server.url, model="m") as app:
            app.window.composer.files_given.emit([str(picture)])
            await until(lambda: len(app.window.writing.attachments()) == 1)
            app.window.composer.request_send()
            await until(lambda: len(server.requests) == 1)
            await until(lambda: app.window.messages.property("messageCount") == 2)
            await until(lambda: not app.services.generation.running)

    async def look() -> None:
        pictures().wanted.connect(addresses.append)
        async with open_app(tmp_path / "profile"):
            await until(lambda: addresses)
            await until(lambda: pictures().state(addresses[0]) is PictureState.READY)

    with raw_server([ANSWER]) as server:
        run_in_qt(send())
    pictures_module._shared.clear()  # as in another process
    run_in_qt(look())


LATE_UI = (
    "lens", "inspector", "parameters", "sweeps", "comparison", "dialogs", "sidebar.menus",
    "sidebar.dialogs", "conversation.find_bar", "conversation.spelling", "attachments.tray",
    "controllers.tuning", "controllers.writing_desk",
)  # fmt: skip
LATE_SERVICES = (
    "answer_runner", "attachments", "backups", "prompts", "spelling", "sweeps", "tool", "turn",
    "usage", "writing",
)  # fmt: skip
LATE_LIBRARIES = ("hashlib", "secrets", "difflib", "httpx", "keyring", "markdown.core")


def test_what_is_needed_first_does_not_import_the_rest() -> None:
    program = "import sys, chatapp.launch, chatapp.app; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    late = (
        *(f"chatapp.ui.{name}" for name in LATE_UI),
        *(f"chatapp.services.{name}" for name in LATE_SERVICES),
        *LATE_LIBRARIES,
    )
    assert [name for name in done.stdout.split() if name.startswith(late)] == []


def test_the_window_comes_back_as_it_was_left(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def first() -> None:
        async with open_app(tmp_path) as app:
            app.window.resize(790, 640)
            app.window.action("toggleParameters").trigger()
            app.window.panel.fields.set_folded(["SAMPLING"])
            app.window.panel.fields.folding_changed.emit()
            app.window.action("zoomIn").trigger()
            app.window.composer.setPlainText("not sent yet")

    async def second() -> None:
        async with open_app(tmp_path) as app:
            assert (app.window.width(), app.window.height()) == (790, 640)
            assert not app.window.panel.isVisible()
            assert not app.window.action("toggleParameters").isChecked()
            app.window.action("toggleParameters").trigger()
            assert app.window.panel.width() >= 236
            assert app.window.panel.fields.folded() == ["SAMPLING"]
            assert app.window.composer.toPlainText() == "not sent yet"
            assert app.profile.preferences.get("zoom") == 1.1

    run_in_qt(first())
    run_in_qt(second())


def press(words: str) -> None:
    """Press a button of the box that is open."""
    (box,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    next(b for b in box.buttons() if b.text() == words).click()


def boxes() -> list[str]:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    return [box.text() for box in found if box.isVisible()]


def hints() -> list[str]:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    return [box.informativeText() for box in found if box.isVisible()]


def damage(database: Path) -> None:
    """Spoil the schema's page, as a broken disk would; the rows behind it stay."""
    with database.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3900)


@pytest.mark.parametrize("with_backup", [True, False])
def test_a_damaged_database_is_set_aside_and_the_person_asked(
    run_in_qt: RunInQt, tmp_path: Path, with_backup: bool
) -> None:
    paths = ProfilePaths(tmp_path, tmp_path / "logs")

    async def write() -> None:
        async with open_app(tmp_path) as app:
            app.window.composer.setPlainText("a draft that matters")
            app.conversation.keep_draft()

    async def rescue() -> None:
        task = asyncio.ensure_future(opening.rescued(paths))
        await until(boxes)
        assert "set aside" in boxes()[0]
        assert ("The latest backup is of" in hints()[0]) == with_backup
        assert str(paths.quarantine) in hints()[0]
        press("Restore the latest backup" if with_backup else "Start empty")
        await task

    run_in_qt(write())
    if not with_backup:
        for old in backup.backups(paths):
            old.unlink()
    for suffix in ("-wal", "-shm"):
        Path(f"{paths.database}{suffix}").unlink(missing_ok=True)
    damage(paths.database)
    paths.clean_exit.unlink(missing_ok=True)
    run_in_qt(rescue())
    assert len(list(paths.quarantine.rglob("chatapp.sqlite3"))) == 1

    async def look() -> str:
        async with open_app(tmp_path) as app:
            return app.window.composer.toPlainText()

    assert run_in_qt(look()) == ("a draft that matters" if with_backup else "")
