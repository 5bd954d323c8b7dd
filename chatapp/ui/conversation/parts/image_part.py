"""A picture in a message: shown when it is there, else a card that says where it would be from."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.controls import (
    control_height,
    control_width,
    paint_control,
    paint_words,
)
from chatapp.ui.conversation.parts.mirroring import is_mirrored, mirrored
from chatapp.ui.conversation.parts.part import Area, PaintState, Part
from chatapp.ui.conversation.pictures import PictureState, pictures
from chatapp.ui.conversation.wishes import Wish, WishKind

TALLEST_UNITS = 110


def _say(words: str) -> str:
    return QCoreApplication.translate("Picture", words)


class ImagePart(Part):
    """A picture by its address; nothing is fetched before somebody asks for it."""

    def __init__(
        self,
        alt: str,
        address: str,
        gap: int = 0,
        indent: int = 0,
        tallest: int = TALLEST_UNITS,
    ) -> None:
        super().__init__(gap, indent)
        self._tallest = tallest
        self._alt = alt
        self.address = address
        self._box = QRect()
        self._area: Area | None = None
        self._pixmap: QPixmap | None = None
        self._shown_state = PictureState.ABSENT

    @property
    def is_stale(self) -> bool:
        """Whether the picture has come or gone since it was laid out."""
        return pictures().state(self.address) is not self._shown_state

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Return the card's height, or the picture's."""
        return self.lay_out(look, width)

    def lay_out(self, look: Appearance, width: int) -> int:
        """Make room for the picture, no wider than the column, or for the card."""
        self._shown_state = pictures().state(self.address)
        image = pictures().image(self.address)
        self._area = None
        if image is not None:
            size = QSize(image.width(), image.height())
            most = QSize(width, look.unit * self._tallest)
            if size.width() > most.width() or size.height() > most.height():
                size.scale(most, Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(0, 0, max(1, size.width()), max(1, size.height()))
            self._box = mirrored(box, width) if is_mirrored() else box
            return self._box.height()
        height = control_height(look) + look.unit * 2
        self._box = QRect(0, 0, width, height)
        may_come = self._shown_state in {PictureState.ABSENT, PictureState.BROKEN}
        if may_come and urlsplit(self.address).scheme in ("http", "https"):
            words = _say("Load once")
            wide = control_width(look, words)
            area = QRect(width - wide - look.unit, look.unit, wide, control_height(look))
            self._area = Area(area, Wish(WishKind.LOAD_PICTURE, self.address), words)
        return height

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw the picture or the card."""
        image = pictures().image(self.address)
        if image is not None:
            if self._pixmap is None:
                self._pixmap = QPixmap.fromImage(image)
            painter.setRenderHints(
                QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
            )
            corners = QPainterPath()
            corners.addRoundedRect(QRectF(self._box), look.unit * 1.5, look.unit * 1.5)
            painter.setClipPath(corners, Qt.ClipOperation.IntersectClip)
            painter.drawPixmap(self._box, self._pixmap)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.line)
        painter.setBrush(look.surface)
        radius = look.unit * 1.5
        painter.drawRoundedRect(QRectF(self._box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        room = self._box.adjusted(look.unit * 2, 0, -look.unit * 2, 0)
        if self._area is not None:
            room.setRight(self._area.rect.left() - look.unit)
            paint_control(painter, look, self._area, state, framed=True)
        paint_words(painter, look.small, look.muted, room, self._words())

    def _words(self) -> str:
        what = self._alt or _say("Picture")
        place = urlsplit(self.address).hostname or ""
        match self._shown_state:
            case PictureState.LOADING:
                return _say("Loading: {what}").format(what=what)
            case PictureState.BROKEN:
                return _say("No picture could be shown: {what}  {place}").format(
                    what=what, place=place
                )
            case _:
                return f"{what}  —  {self.address}" if place else what

    def release(self) -> None:
        """Give the screen's copy back."""
        super().release()
        self._pixmap = None

    def areas(self) -> Sequence[Area]:
        """Return *Load once*."""
        return (self._area,) if self._area is not None else ()

    def text(self) -> str:
        """Return what the picture shows, in words."""
        return self._alt

    def source(self) -> str:
        """Return the Markdown of the picture."""
        return f"![{self._alt}]({self.address})"
