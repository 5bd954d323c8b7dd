"""Pictures as they are sent: no larger than providers look at, upright, and only their pixels.

Everything else a file may hold (EXIF with a place, a camera's number, comments, a colour
profile) stays behind, because the pixels are painted into a new picture. Runs on any thread.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from chatapp.services.attachments import PreparedPicture
from chatapp.ui.conversation.pictures import MAX_PIXELS, PICTURE_FORMATS

LONGEST_SIDE = 2_048
"""Pixels; the large providers scale anything above this down before they look at it."""
MOST_BYTES = 3_500_000
"""Below every provider's bound for one picture, also after base64 has added a third."""
_QUALITIES = (90, 80, 65)


def prepared_picture(data: bytes) -> PreparedPicture | None:
    """Return a picture ready to be sent; ``None`` if it cannot be read within bounds."""
    image, photographic = _decoded(data)
    if image is None:
        return None
    bare = _bare(_fitted(image))
    if not photographic or bare.hasAlphaChannel():
        encoded = _encoded(bare, "PNG", -1)
        if 0 < len(encoded) <= MOST_BYTES:
            return PreparedPicture(encoded, "image/png", bare.width(), bare.height())
        bare = _on_white(bare)
    for quality in _QUALITIES:
        encoded = _encoded(bare, "JPEG", quality)
        if len(encoded) <= MOST_BYTES:
            break
    return PreparedPicture(encoded, "image/jpeg", bare.width(), bare.height()) if encoded else None


def _decoded(data: bytes) -> tuple[QImage | None, bool]:
    """Return the picture, turned as it was held, and whether it is likely a photograph."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).lower()
    size = reader.size()
    if kind not in PICTURE_FORMATS or not size.isValid():
        return None, False
    if size.width() * size.height() > MAX_PIXELS:
        return None, False
    image = reader.read()
    return (None if image.isNull() else image), kind in (b"jpeg", b"webp")


def _fitted(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= LONGEST_SIDE:
        return image
    return image.scaled(
        QSize(LONGEST_SIDE, LONGEST_SIDE),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _bare(image: QImage) -> QImage:
    """Return the pixels alone, in the colours that everybody takes them for."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    alpha = image.hasAlphaChannel()
    bare = QImage(
        image.size(), QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
    )
    bare.fill(Qt.GlobalColor.transparent if alpha else Qt.GlobalColor.white)
    _paint(bare, image)
    return bare


def _on_white(image: QImage) -> QImage:
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    _paint(flat, image)
    return flat


def _paint(onto: QImage, image: QImage) -> None:
    painter = QPainter(onto)
    painter.drawImage(0, 0, image)
    painter.end()


def _encoded(image: QImage, kind: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, kind, quality):  # type: ignore[call-overload]
        return b""
    return bytes(buffer.data().data())
