"""The player: a real sound through the real decoder, and the bar that steers it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.attachments.player_bar import PlayerBar, clock_words
from tests.support.sample_files import wav


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[PlayerBar]:
    window = QWidget()
    qtbot.addWidget(window)
    widget = PlayerBar(window)
    widget.resize(400, 40)
    window.show()
    yield widget
    window.close()


def button(bar: PlayerBar, name: str) -> QToolButton:
    return next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == name)


def shown(bar: PlayerBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisibleTo(bar)]


def test_it_shows_where_the_sound_is(bar: PlayerBar) -> None:
    bar.show_length(65_400)
    bar.show_place(3_100)
    assert shown(bar) == ["0:03 / 1:05"]
    assert bar.slider.value() == 3_100
    assert clock_words(-5) == "0:00"


def test_a_click_goes_to_that_place(bar: PlayerBar, qtbot: QtBot) -> None:
    bar.show_length(10_000)
    with qtbot.waitSignal(bar.seek_requested) as sought:
        qtbot.mousePress(bar.slider, Qt.MouseButton.LeftButton, pos=bar.slider.rect().center())
    assert sought.args is not None
    assert 4_000 < sought.args[0] < 6_000
    bar.show_place(0)
    assert bar.slider.value() > 4_000, "the handle is held while it is dragged"
    qtbot.mouseRelease(bar.slider, Qt.MouseButton.LeftButton)


def test_the_keyboard_seeks_plays_and_closes(bar: PlayerBar, qtbot: QtBot) -> None:
    bar.show_length(60_000)
    with qtbot.waitSignal(bar.seek_requested) as sought:
        qtbot.keyClick(bar.slider, Qt.Key.Key_Right)
    assert sought.args == [5_000]
    with qtbot.waitSignal(bar.toggle_requested):
        qtbot.keyClick(bar, Qt.Key.Key_Space)
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)


def test_the_button_says_what_it_will_do(bar: PlayerBar) -> None:
    assert button(bar, "Play")
    bar.show_playing(playing=True)
    assert button(bar, "Pause").toolTip() == "Pause"


def test_why_nothing_plays_is_said_in_words(bar: PlayerBar) -> None:
    bar.show_words("No device", role="note")
    assert "No device" in shown(bar)
    bar.show_words("")
    assert len(shown(bar)) == 1


def test_words_are_shown_whole_in_a_narrow_window(bar: PlayerBar) -> None:
    bar.show_words("No sound device was found on this computer. Save the sound instead.")
    for width in (220, 400):
        bar.resize(width, bar.heightForWidth(width))
        label = next(x for x in bar.findChildren(QLabel) if x.text().startswith("No sound"))
        assert label.width() > width * 0.8
        assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.multimedia
def test_a_real_sound_is_decoded_and_can_be_sought(qtbot: QtBot, tmp_path: Path) -> None:
    from chatapp.ui.attachments.sound_output import SoundOutput

    parent = QWidget()
    qtbot.addWidget(parent)
    output = SoundOutput(parent)
    places: list[int] = []
    output.place_changed.connect(places.append)
    path = tmp_path / "sound.wav"
    path.write_bytes(wav(3.0))
    with qtbot.waitSignal(output.length_changed, timeout=20_000) as length:
        output.play(path)
    assert length.args == [3_000]
    output.seek(2_000)
    qtbot.waitUntil(lambda: places[-1:] >= [2_000], timeout=20_000)
    if not output.has_device():
        output.toggle()
        assert output.is_playing is False
    output.stop()


@pytest.mark.multimedia
@pytest.mark.qt_log_ignore("QBuffer::seek: Invalid pos", "Could not open media")
def test_a_sound_that_is_none_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    from chatapp.ui.attachments.sound_output import SoundOutput

    parent = QWidget()
    qtbot.addWidget(parent)
    output = SoundOutput(parent)
    path = tmp_path / "sound.mp3"
    path.write_bytes(b"ID3 no sound at all")
    with qtbot.waitSignal(output.failed, timeout=20_000) as failed:
        output.play(path)
    assert failed.args
    output.stop()
