"""Pictures in messages: decoded on a thread, within bounds, and kept for this run only."""

import base64
import binascii
import re
from collections import OrderedDict
from contextlib import suppress
from enum import Enum, auto
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QObject,
    QRunnable,
    QThreadPool,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QImage, QImageReader

from chatapp.domain.attachments import ADDRESS_SCHEME
from chatapp.domain.late_pattern import late_pattern

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 40_000_000
LARGEST_SIDE = 2_400
"""Pixels that are kept; a screen shows no more of a picture in a column of text."""
ALLOCATION_MB = 256
"""Qt's bound for one decoded picture; ``MAX_PIXELS`` of four bytes stay within it."""
KEPT = 64
PICTURE_FORMATS = {b"png", b"jpeg", b"gif", b"webp"}
"""No SVG: Qt's renderer opens files that one names (``reliability.md`` section 7)."""
_DATA = late_pattern(r"data:image/(?:png|jpe?g|gif|webp)((?:;[^,;]+)*?)(;base64)?,", re.IGNORECASE)


class PictureState(Enum):
    """Where a picture is."""

    ABSENT = auto()
    LOADING = auto()
    READY = auto()
    BROKEN = auto()


def is_data(address: str) -> bool:
    """Whether an address carries the picture itself."""
    return _DATA.match(address) is not None


def decoded(data: bytes) -> QImage | None:
    """Return a picture, scaled down if it is very large; ``None`` if it is none we show."""
    if len(data) > MAX_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).lower() not in PICTURE_FORMATS:
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return None
    image = reader.read()
    if image.isNull():
        return None
    side = max(image.width(), image.height())
    if side > LARGEST_SIDE:
        image = image.scaledToWidth(max(1, image.width() * LARGEST_SIDE // side))
    return image


def data_of(address: str) -> bytes | None:
    """Return the bytes that a ``data:`` address carries."""
    head = _DATA.match(address)
    if head is None or len(address) > MAX_BYTES * 2:
        return None
    raw = unquote_to_bytes(address[head.end() :])
    if not head[2]:
        return raw
    try:
        return base64.b64decode(b"".join(raw.split()), validate=True)
    except binascii.Error:
        return None


class Pictures(QObject):
    """The pictures of the app by address. ``changed`` says that one is there, or cannot be."""

    changed = Signal()
    wanted = Signal(str)
    """A picture is to be shown whose bytes the app keeps: ``give`` them, or an empty one."""
    done = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: OrderedDict[str, QImage | None] = OrderedDict()
        self._loading: set[str] = set()
        self._asked: dict[str, None] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        QImageReader.setAllocationLimit(ALLOCATION_MB)
        self.done.connect(self._take)

    def state(self, address: str) -> PictureState:
        """Return where a picture is; one that its address carries begins to be decoded."""
        if address in self._known:
            found = self._known[address] is not None
            return PictureState.READY if found else PictureState.BROKEN
        if address not in self._loading and is_data(address):
            self._decode(address, None)
        elif address not in self._loading and address.startswith(ADDRESS_SCHEME):
            self._loading.add(address)
            self._asked[address] = None
            self.wanted.emit(address)
        return PictureState.LOADING if address in self._loading else PictureState.ABSENT

    def image(self, address: str) -> QImage | None:
        """Return a picture that is ready."""
        if address in self._known:
            self._known.move_to_end(address)
        return self._known.get(address)

    def expect(self, address: str) -> None:
        """Show that a picture is being fetched."""
        self._known.pop(address, None)
        self._loading.add(address)
        self.changed.emit()

    def asked(self) -> list[str]:
        """Return what is wanted and was not given yet, for who comes later than the wish."""
        return list(self._asked)

    def give(self, address: str, data: bytes) -> None:
        """Take the bytes of a picture that was fetched; empty if it could not be."""
        self._asked.pop(address, None)
        self._decode(address, data)

    def _decode(self, address: str, data: bytes | None) -> None:
        self._loading.add(address)
        self._pool.start(_Decoding(address, data, self.done))

    def _take(self, address: str, image: QImage | None) -> None:
        self._loading.discard(address)
        self._known[address] = image
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self.changed.emit()


class _Decoding(QRunnable):
    """One picture's turn on the thread."""

    def __init__(self, address: str, data: bytes | None, done: SignalInstance) -> None:
        super().__init__()
        self._address = address
        self._data = data
        self._done = done

    def run(self) -> None:
        data = data_of(self._address) if self._data is None else self._data
        with suppress(RuntimeError):  # the app has ended meanwhile
            self._done.emit(self._address, decoded(data) if data else None)


_shared: list[Pictures] = []


def pictures() -> Pictures:
    """Return the pictures of this app; they live as long as it does."""
    if not _shared:
        _shared.append(Pictures(QCoreApplication.instance()))
    return _shared[0]
