"""Files of a result in the inspector: pictures are looked at, the rest is named in words."""

import pytest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.tool_files import ToolFile
from chatapp.ui.conversation.pictures import PictureState
from chatapp.ui.inspector.files_view import MOST_FILES, FilesView, PictureView
from tests.support.media_server import b64
from tests.support.sample_files import png


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def view(parent: QWidget) -> FilesView:
    view = FilesView(parent)
    view.resize(300, 300)
    parent.show()
    return view


def picture(data: bytes, at: int = 0) -> ToolFile:
    return ToolFile(f"result:{at}", f"p{at}.png", "image/png", b64(data))


def test_a_picture_is_shown_as_large_as_there_is_room(view: FilesView, qtbot: QtBot) -> None:
    view.show_files([picture(png(600, 300))])
    (shown,) = view.findChildren(PictureView)
    qtbot.waitUntil(lambda: shown.state is PictureState.READY)
    assert shown.heightForWidth(200) == 100
    assert shown.heightForWidth(5_000) <= 300
    assert shown.sizeHint().height() == shown.heightForWidth(shown.width())
    colour = shown.grab().toImage().pixelColor(5, 5)
    assert (colour.red(), colour.green(), colour.blue()) == (0x30, 0x60, 0x90)


def test_a_picture_that_is_none_says_so(view: FilesView, qtbot: QtBot) -> None:
    view.show_files([picture(b"\x89PNG\r\n\x1a\n and no more")])
    (shown,) = view.findChildren(PictureView)
    qtbot.waitUntil(lambda: shown.state is PictureState.BROKEN)
    blank = shown.grab().toImage()
    blank.fill(blank.pixelColor(0, 0))
    assert shown.grab().toImage() != blank


def test_names_are_plain_words_and_buttons_say_what_they_do(view: FilesView) -> None:
    view.show_files([ToolFile("result:0", "<b>x</b>.wav", "audio/wav", b64(b"RIFF"))])
    assert "<b>x</b>.wav" in [label.text() for label in view.findChildren(QLabel)]
    buttons = view.findChildren(QToolButton)
    assert [button.accessibleName() for button in buttons] == ["Play", "Save as…"]
    assert view.words() == "<b>x</b>.wav · audio/wav · 4 bytes"


def test_the_same_files_stay_and_very_many_are_cut(view: FilesView) -> None:
    files = [picture(png(2, 2), at) for at in range(MOST_FILES + 5)]
    view.show_files(files)
    before = view.widget()
    view.show_files(files)
    assert view.widget() is before
    assert len(view.findChildren(PictureView)) == MOST_FILES
    view.show_files([])
    assert view.words() == ""
