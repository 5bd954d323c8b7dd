"""Pictures as they are sent: small enough, upright, and telling nothing but what they show."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from chatapp.ui.attachments.pictures import LONGEST_SIDE, MOST_BYTES, prepared_picture
from tests.support.sample_files import png, with_exif

SECRET = b"Camera of A. Nonymous, 35.68 N 139.69 E"


def jpeg(width: int, height: int) -> bytes:
    """Return a photograph: red at the left, blue at the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for x in range(width // 2, width):
        for y in range(height):
            image.setPixelColor(x, y, QColor("blue"))
    return encoded(image, "JPEG")


def encoded(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def test_what_a_camera_writes_beside_the_pixels_stays_behind() -> None:
    data = with_exif(jpeg(40, 20), 1, SECRET)
    made = prepared_picture(data)
    assert SECRET in data
    assert made is not None
    assert SECRET not in made.data
    assert b"Exif" not in made.data
    assert (made.media_type, made.width, made.height) == ("image/jpeg", 40, 20)


def test_a_picture_held_sideways_is_turned_upright() -> None:
    made = prepared_picture(with_exif(jpeg(40, 20), 6, SECRET))
    assert made is not None
    assert (made.width, made.height) == (20, 40)
    image = QImage.fromData(made.data)
    assert image.pixelColor(10, 5).red() > 200
    assert image.pixelColor(10, 35).blue() > 200


def test_words_in_a_png_stay_behind_and_it_stays_a_png() -> None:
    made = prepared_picture(png(30, 20, text=SECRET))
    assert made is not None
    assert made.media_type == "image/png"
    assert SECRET not in made.data
    assert QImage.fromData(made.data).pixelColor(3, 3) == QColor(0x30, 0x60, 0x90)


def test_a_large_picture_is_scaled_down_in_its_proportions() -> None:
    made = prepared_picture(png(3000, 1500))
    assert made is not None
    assert (made.width, made.height) == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_a_screenshot_too_heavy_as_png_becomes_a_jpeg_on_white() -> None:
    image = QImage(1400, 1000, QImage.Format.Format_ARGB32)
    image.fill(0)
    noise = 12345
    for y in range(image.height()):
        for x in range(image.width()):
            noise = (noise * 1103515245 + 12345) & 0x7FFFFFFF
            if y > 10:
                image.setPixel(x, y, 0xFF000000 | noise & 0xFFFFFF)
    made = prepared_picture(encoded(image, "PNG"))
    assert made is not None
    assert made.media_type == "image/jpeg"
    assert len(made.data) <= MOST_BYTES
    assert QImage.fromData(made.data).pixelColor(3, 3).lightness() > 200


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        png(2, 2)[:40],
        png(1, 1).replace(b"\0\0\0\x01\0\0\0\x01\x08", b"\0\0\x27\x10\0\0\x27\x10\x08"),
    ],
    ids=["nothing", "a drawing with scripts", "cut off", "a bomb of 100 megapixels"],
)
def test_what_is_no_picture_within_bounds_is_refused(data: bytes) -> None:
    assert prepared_picture(data) is None
