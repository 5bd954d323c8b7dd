"""Pictures in messages: data of our own is drawn, the web is asked only on request."""

import base64

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from chatapp.domain.attachments import ADDRESS_SCHEME
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.parts.image_part import ImagePart
from chatapp.ui.conversation.pictures import Pictures, PictureState, data_of, decoded, pictures
from chatapp.ui.conversation.wishes import WishKind
from tests.ui.conversation.conversation_data import answer, shown, user


def png(width: int = 40, height: int = 30, kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(data.data())


def data_url(data: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    widget = MessageView()
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def image_parts(view: MessageView) -> list[ImagePart]:
    parts = view.stage.transcript.layout(1).parts
    return [part for part in parts if isinstance(part, ImagePart)]


def show(view: MessageView, text: str) -> None:
    view.show_path(shown([user("u", "?"), answer("a", text)]))


def test_a_picture_in_its_address_is_drawn(qtbot: QtBot, view: MessageView) -> None:
    address = data_url(png())
    show(view, f"Look:\n\n![red]({address})")
    qtbot.waitUntil(lambda: pictures().state(address) is PictureState.READY)
    (part,) = image_parts(view)
    assert part.text() == "red"
    picture = view.grab().toImage()
    reds = sum(
        picture.pixelColor(x, y) == QColor("#ff0000")
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    )
    assert reds > 50


def test_a_remote_picture_is_a_card_until_somebody_asks(qtbot: QtBot, view: MessageView) -> None:
    address = "https://example.com/cat.png"
    show(view, f"![a cat]({address})")
    (part,) = image_parts(view)
    assert pictures().state(address) is PictureState.ABSENT
    asked: list[str] = []
    view.picture_requested.connect(asked.append)
    rect = next(
        rect
        for _, area, rect in view.stage.screen.areas(1)
        if area.wish.kind is WishKind.LOAD_PICTURE
    )
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert asked == [address]
    before = view.stage.screen.row_rect(1).height()
    pictures().expect(address)
    assert pictures().state(address) is PictureState.LOADING
    pictures().give(address, png(300, 200))
    qtbot.waitUntil(lambda: pictures().state(address) is PictureState.READY)
    assert not part.is_stale
    assert view.stage.screen.row_rect(1).height() > before


def test_a_broken_picture_says_so_and_can_be_asked_for_again(
    qtbot: QtBot, view: MessageView
) -> None:
    address = "https://example.com/broken.png"
    show(view, f"![x]({address})")
    pictures().expect(address)
    pictures().give(address, b"")
    qtbot.waitUntil(lambda: pictures().state(address) is PictureState.BROKEN)
    assert [a.wish.kind for a in image_parts(view)[0].areas()] == [WishKind.LOAD_PICTURE]


@pytest.mark.parametrize("kind", ["PNG", "JPG", "WEBP"])
def test_the_usual_formats_are_decoded_by_their_content(kind: str) -> None:
    image = decoded(png(10, 8, kind))
    assert image is not None
    assert (image.width(), image.height()) == (10, 8)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>",
        png()[:60],
        b"BM" + b"\0" * 100,
    ],
)
def test_anything_else_is_no_picture(data: bytes) -> None:
    assert decoded(data) is None


def test_a_small_file_of_a_huge_picture_is_refused() -> None:
    """8,000 × 8,000 pixels of one colour are a few kilobytes."""
    image = QImage(8000, 8000, QImage.Format.Format_Mono)
    image.fill(0)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    assert data.size() < 100_000
    assert decoded(bytes(data.data())) is None


@pytest.mark.parametrize(
    "address",
    [
        "data:image/svg+xml;base64,AAAA",
        "data:text/html,<b>",
        "data:image/png;base64,***",
        "https://example.com/a.png",
        "file:///etc/passwd",
    ],
)
def test_only_data_of_pictures_is_read_from_an_address(address: str) -> None:
    assert data_of(address) is None


def test_what_is_kept_is_bounded(qtbot: QtBot) -> None:
    own = Pictures()
    for number in range(80):
        own.give(f"https://example.com/{number}", png(2, 2))
    qtbot.waitUntil(lambda: own.state("https://example.com/79") is PictureState.READY)
    assert own.state("https://example.com/0") is PictureState.ABSENT


def test_who_comes_after_a_wish_is_told_of_it(qtbot: QtBot) -> None:
    """Messages are shown before what keeps their pictures is there."""
    own = Pictures()
    address = f"{ADDRESS_SCHEME}abc"
    assert own.state(address) is PictureState.LOADING
    assert own.state(address) is PictureState.LOADING
    assert own.asked() == [address]
    with qtbot.waitSignal(own.changed):
        own.give(address, png())
    assert own.asked() == []
    assert own.state(address) is PictureState.READY
