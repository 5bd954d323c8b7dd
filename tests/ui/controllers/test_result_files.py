"""Files that tools brought, in the whole window: played in the player, saved, never decoded
twice where they cannot be."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from chatapp.app import App
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.tool_calls import CallRecord, ToolCallState
from chatapp.ui.attachments.player_bar import PlayerBar
from chatapp.ui.conversation.wishes import Wish, WishKind
from tests.conftest import RunInQt
from tests.support.media_server import PDF, WAV, b64
from tests.support.open_app import open_app
from tests.support.waiting import until

NOWHERE = "http://127.0.0.1:9"
EVIL = "file:///..%2F..%2Fetc%2F%E2%80%AEfdp.exe"
BLOCKS: tuple[JsonObject, ...] = (
    {"type": "audio", "mimeType": "audio/wav", "data": b64(WAV)},
    {"type": "resource",
     "resource": {"uri": EVIL, "mimeType": "application/pdf", "blob": b64(PDF)}},
    {"type": "audio", "mimeType": "audio/wav", "data": b64(WAV)[:-4] + "*AAA"},
    {"type": "resource_link", "uri": "demo://log", "name": "The log"},
)  # fmt: skip


async def with_result(app: App) -> Message:
    """Add a result with files to the shown conversation."""
    shown = app.conversation.shown
    assert shown is not None
    run = CallRecord("c1", "f", state=ToolCallState.DONE)
    message = Message(
        MessageId("r1"), ConversationId(shown), None, Role.TOOL, "words", BLOCKS, tool=run
    )
    await app.services.conversations.add([message])
    await until(lambda: app.window.messages.property("messageCount") == 1)
    return message


def wish(app: App, message: Message, kind: WishKind, name: str) -> None:
    """Let a person click on something in a message."""
    view = app.window.messages
    assert view.stage.transcript.rows[0].message.id == message.id
    view.stage.wished.emit(0, Wish(kind, name))


@pytest.mark.multimedia
def test_a_sound_of_a_tool_is_played_in_the_player(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            message = await with_result(app)
            wish(app, message, WishKind.PLAY_SOUND, "result:0")
            await until(lambda: app.window.findChild(PlayerBar) is not None)
            bar = app.window.findChild(PlayerBar)
            assert bar is not None
            await until(lambda: bar.slider.maximum() == 2_000, within_s=20)
            bar.save_requested.emit()
            chooser = app.window.findChild(QFileDialog)
            assert chooser is not None
            assert [Path(name).name for name in chooser.selectedFiles()] == ["sound.wav"]
            chooser.reject()
            app.parts.writing.sound.close_bar()

    run_in_qt(work())


def test_a_file_is_saved_under_a_safe_name_and_not_opened(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path / "profile", base_url=NOWHERE, model="m") as app:
            message = await with_result(app)
            wish(app, message, WishKind.SAVE_FILE, "result:1")
            chooser = app.window.findChild(QFileDialog)
            assert chooser is not None
            assert [Path(name).name for name in chooser.selectedFiles()] == ["etc fdp.exe.pdf"]
            path = tmp_path / "saved.pdf"
            chooser.fileSelected.emit(str(path))
            await until(path.exists)
            chooser.reject()
            assert path.read_bytes() == PDF
            assert not path.stat().st_mode & 0o111

    run_in_qt(work())


def test_what_cannot_be_decoded_is_said_and_what_is_not_there_does_nothing(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            message = await with_result(app)
            wish(app, message, WishKind.PLAY_SOUND, "result:2")
            await until(lambda: "sound.wav cannot be decoded" in app.window.status_line.words)
            files = app.parts.writing.files
            assert files.find("gone", "result:0") is None
            assert files.find(message.id, "result:9") is None
            for name in ("result:1", "result:9"):
                wish(app, message, WishKind.PLAY_SOUND, name)
            files.save(message.id, "result:3")
            assert app.window.findChild(PlayerBar) is None
            assert app.window.findChild(QFileDialog) is None

    run_in_qt(work())


def test_the_address_of_a_link_is_copied_as_it_is(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            message = await with_result(app)
            wish(app, message, WishKind.COPY_ADDRESS, "demo://log")
            assert QGuiApplication.clipboard().text() == "demo://log"

    run_in_qt(work())
