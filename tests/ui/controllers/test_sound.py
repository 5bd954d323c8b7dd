"""Spoken answers in the whole window: shown as words, played, and saved."""

import base64
import json
import tempfile
import wave
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from chatapp.app import App
from chatapp.domain.messages import ConversationId
from chatapp.domain.parameter_layers import Setting
from chatapp.ui.attachments.player_bar import PlayerBar
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.sample_files import write_all
from tests.support.waiting import until

SAMPLES = bytes(24_000 * 2)
SPOKEN = reply(
    json.dumps(
        {
            "choices": [
                {
                    "message": {
                        "content": None,
                        "audio": {
                            "id": "a1",
                            "data": base64.b64encode(SAMPLES).decode(),
                            "transcript": "Good morning",
                        },
                    },
                    "finish_reason": "stop",
                }
            ]
        }
    ).encode()
)


async def ask(app: App) -> ConversationId:
    shown = app.conversation.shown
    assert shown is not None
    app.services.conversations.set_parameter(
        shown, "audio", Setting({"voice": "alloy", "format": "pcm16"})
    )
    app.window.composer.setPlainText("Speak")
    app.window.composer.request_send()
    path = app.services.conversations.path
    await until(lambda: bool(path(shown)) and not path(shown)[-1].status.is_running)
    return shown


@pytest.mark.multimedia
def test_a_spoken_answer_is_read_played_and_closed(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = await ask(app)
            answer = app.services.conversations.path(shown)[-1]
            assert answer.text == "Good morning"
            app.window.messages.sound_requested.emit(answer.id, "")
            await until(lambda: app.window.findChild(PlayerBar) is not None)
            bar = app.window.findChild(PlayerBar)
            assert bar is not None
            await until(lambda: bar.slider.maximum() == 1_000, within_s=20)
            app.parts.writing.sound.close_bar()
            assert bar.isHidden()

    with raw_server([SPOKEN]) as server:
        run_in_qt(work())


@pytest.mark.multimedia
def test_a_sound_that_was_sent_can_be_heard_again(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path / "profile", base_url="http://127.0.0.1:9", model="m") as app:
            app.parts.writing.attachments.take_files([str(write_all(tmp_path)["wav"])])
            await until(lambda: len(app.window.writing.attachments()) == 1)
            (sound,) = app.window.writing.attachments()
            app.window.messages.sound_requested.emit("", sound.digest)
            await until(lambda: app.window.findChild(PlayerBar) is not None)
            bar = app.window.findChild(PlayerBar)
            assert bar is not None
            await until(lambda: bar.slider.maximum() == 1_000, within_s=20)
            app.parts.writing.sound.close_bar()

    run_in_qt(work())


@pytest.mark.multimedia
def test_of_quick_clicks_on_play_the_last_is_heard_from_the_only_file(
    run_in_qt: RunInQt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))

    async def work() -> None:
        async with open_app(tmp_path / "profile", base_url=server.url, model="m") as app:
            shown = await ask(app)
            answer = app.services.conversations.path(shown)[-1]
            for _ in range(20):
                app.window.messages.sound_requested.emit(answer.id, "")
            await until(lambda: app.window.findChild(PlayerBar) is not None)
            bar = app.window.findChild(PlayerBar)
            assert bar is not None
            await until(lambda: bar.slider.maximum() == 1_000, within_s=20)
            (file,) = place.glob("chatapp-*/*")
            with wave.open(str(file)) as sound:
                assert sound.getnframes() == 24_000
            app.parts.writing.sound.close_bar()

    with raw_server([SPOKEN]) as server:
        run_in_qt(work())


@pytest.mark.multimedia
def test_a_disk_that_refuses_the_sound_is_told_in_the_player(
    run_in_qt: RunInQt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        async with open_app(tmp_path / "profile", base_url=server.url, model="m") as app:
            shown = await ask(app)
            answer = app.services.conversations.path(shown)[-1]
            monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
            app.window.messages.sound_requested.emit(answer.id, "")
            await until(lambda: app.window.findChild(PlayerBar) is not None)
            bar = app.window.findChild(PlayerBar)
            assert bar is not None
            await until(lambda: "answer.wav cannot be written." in words_of(bar))
            monkeypatch.undo()
            app.window.messages.sound_requested.emit(answer.id, "")
            await until(lambda: bar.slider.maximum() == 1_000, within_s=20)
            assert "answer.wav cannot be written." not in words_of(bar)
            app.parts.writing.sound.close_bar()

    with raw_server([SPOKEN]) as server:
        run_in_qt(work())


def words_of(bar: PlayerBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel)]


def test_a_spoken_answer_is_saved_as_a_file_that_players_take(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path / "profile", base_url=server.url, model="m") as app:
            shown = await ask(app)
            answer = app.services.conversations.path(shown)[-1]
            app.window.messages.save_sound_requested.emit(answer.id)
            chooser = app.window.findChild(QFileDialog)
            assert chooser is not None
            path = tmp_path / "answer.wav"
            chooser.fileSelected.emit(str(path))
            await until(path.exists)
            chooser.reject()
            with wave.open(str(path)) as sound:
                assert sound.getnframes() == 24_000
            app.window.messages.save_sound_requested.emit(
                app.services.conversations.path(shown)[0].id
            )

    with raw_server([SPOKEN]) as server:
        run_in_qt(work())
