"""Files in the whole window: dropped, pasted, sent, shown, edited, and what the model takes."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from chatapp.app import App
from chatapp.domain.attachments import AttachmentKind, attachments_in
from chatapp.domain.language_models import LanguageModel
from chatapp.domain.messages import Message
from chatapp.ui.conversation.pictures import PictureState, pictures
from tests.conftest import RunInQt
from tests.support.dropping import drop
from tests.support.open_app import open_app
from tests.support.raw_server import RawServer, Script, raw_server, reply
from tests.support.sample_files import png, write_all
from tests.support.waiting import until

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
REFUSED = reply(b'{"error":{"message":"no image input here"}}', "400 Bad Request")


def in_app(
    run_in_qt: RunInQt,
    folder: Path,
    work: Callable[[App, RawServer], Awaitable[None]],
    *scripts: Script,
) -> None:
    async def run() -> None:
        with raw_server(*scripts) as server:
            async with open_app(folder / "profile", base_url=server.url, model="m") as app:
                await work(app, server)

    run_in_qt(run())


def path(app: App) -> list[Message]:
    assert app.conversation.shown is not None
    return app.services.conversations.path(app.conversation.shown)


def is_answered(app: App) -> bool:
    return bool(path(app)) and not path(app)[-1].status.is_running


async def attach(app: App, *paths: Path) -> None:
    app.parts.writing.attachments.take_files([str(p) for p in paths])
    await until(lambda: not app.window.writing.is_reading())


def test_files_dropped_on_the_window_are_sent_with_the_words(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(app: App, server: RawServer) -> None:
        paths = write_all(tmp_path)
        assert not drop(app.window, QUrl("https://example.org/a.png"))
        assert drop(app.window, QUrl.fromLocalFile(str(paths["png"])))
        await until(lambda: len(app.window.writing.attachments()) == 1)
        app.window.composer.setPlainText("What is it?")
        app.window.action("send").trigger()
        await until(lambda: is_answered(app))
        content = server.body(0)["messages"][0]["content"]
        assert [part["type"] for part in content] == ["text", "image_url"]
        await until(lambda: app.window.writing.attachments() == ())
        assert app.window.composer.toPlainText() == ""
        (sent,) = attachments_in(path(app)[0].parts)
        await until(lambda: pictures().state(sent.address) is PictureState.READY)

    in_app(run_in_qt, tmp_path, work, [HELLO])


def test_a_pasted_picture_is_sent_without_words(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App, server: RawServer) -> None:
        image = QImage(30, 20, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        data = QMimeData()
        data.setImageData(image)
        app.window.composer.insertFromMimeData(data)
        await until(lambda: len(app.window.writing.attachments()) == 1)
        app.window.composer.request_send()
        await until(lambda: is_answered(app))
        (part,) = server.body(0)["messages"][0]["content"]
        assert part["image_url"]["url"].startswith("data:image/png;base64,")

    in_app(run_in_qt, tmp_path, work, [HELLO])


def test_a_draft_with_files_waits_in_its_conversation(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App, server: RawServer) -> None:
        first = app.conversation.shown
        assert first is not None
        await attach(app, write_all(tmp_path)["py"])
        app.window.action("newConversation").trigger()
        await app.conversation.wait_until_loaded()
        assert app.window.writing.attachments() == ()
        app.conversation.show(first)
        await app.conversation.wait_until_loaded()
        assert [a.name for a in app.window.writing.attachments()] == ["sample.py"]

    in_app(run_in_qt, tmp_path, work)


def test_editing_a_message_takes_its_files_along(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App, server: RawServer) -> None:
        await attach(app, write_all(tmp_path)["py"])
        app.window.composer.setPlainText("Explain")
        app.window.action("send").trigger()
        await until(lambda: is_answered(app))
        app.window.messages.edit_requested.emit(path(app)[0].id)
        await until(lambda: app.window.composer.toPlainText() == "Explain")
        assert [a.name for a in app.window.writing.attachments()] == ["sample.py"]

    in_app(run_in_qt, tmp_path, work, [HELLO])


def test_what_the_endpoint_says_of_its_model_is_said_before_sending(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(app: App, server: RawServer) -> None:
        endpoint = app.services.endpoints.all()[0]
        model = LanguageModel("m", extra={"architecture": {"input_modalities": ["text"]}})
        app.services.endpoints._models[endpoint.id] = (model,)
        await attach(app, write_all(tmp_path)["py"])
        assert app.window.writing.tray._note.isHidden()
        await attach(app, write_all(tmp_path)["png"])
        assert "does not take pictures" in app.window.writing.tray._note.text()

    in_app(run_in_qt, tmp_path, work)


def test_after_a_refusal_one_goes_on_without_pictures_or_tries_again(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(app: App, server: RawServer) -> None:
        await attach(app, write_all(tmp_path)["png"])
        app.window.composer.request_send()
        await until(lambda: is_answered(app))
        failed = path(app)[-1]
        app.window.messages.way_out_requested.emit(failed.id, "LEAVE_OUT_MEDIA")
        await until(lambda: path(app)[-1].id != failed.id and is_answered(app))
        assert path(app)[-1].text == "Hello"
        assert server.body(1)["messages"][0]["content"] == "(a picture, left out: sample.png)"
        await attach(app, write_all(tmp_path)["png"])
        tray = app.window.writing.tray
        assert "refused pictures" in tray._note.text()
        tray._button.click()
        assert tray._note.isHidden()

    in_app(run_in_qt, tmp_path, work, [REFUSED], [HELLO])


def test_too_many_files_are_told_about(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App, server: RawServer) -> None:
        paths = [tmp_path / f"{n}.txt" for n in range(22)]
        for number, one in enumerate(paths):
            one.write_text(f"file {number}")
        await attach(app, *paths)
        assert len(app.window.writing.attachments()) == 20
        assert "20 attachments at most" in app.window.status_line.words

    in_app(run_in_qt, tmp_path, work)


def test_nothing_is_sent_while_a_file_is_still_read(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App, server: RawServer) -> None:
        app.window.writing.tray.add("slow.png")
        app.window.composer.setPlainText("Hi")
        app.window.action("send").trigger()
        assert "still being read" in app.window.status_line.words
        assert server.requests == []

    in_app(run_in_qt, tmp_path, work)


def test_a_file_that_cannot_be_sent_says_so_in_the_tray(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App, server: RawServer) -> None:
        broken = tmp_path / "broken.png"
        broken.write_bytes(png(4, 4)[:30])
        await attach(app, broken, tmp_path / "missing.png")
        descriptions = [c.accessibleDescription() for c in app.window.writing.tray._chips]
        assert "damaged" in descriptions[0]
        assert "cannot be read" in descriptions[1]
        assert not app.window.composer.has_attachments
        assert AttachmentKind.IMAGE not in {a.kind for a in app.window.writing.attachments()}

    in_app(run_in_qt, tmp_path, work)
