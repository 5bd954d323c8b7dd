"""A file in a message: its drawing, name and size; a sound can be played and saved."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPainter

from chatapp.domain.attachments import Attachment, AttachmentKind
from chatapp.ui.attachments.wording import ICONS, detail_words
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.controls import (
    control_height,
    control_width,
    paint_control,
    paint_words,
)
from chatapp.ui.conversation.parts.part import Area, PaintState, Part
from chatapp.ui.conversation.wishes import Wish, WishKind
from chatapp.ui.icons import paint_icon

WIDEST_UNITS = 96


class FilePart(Part):
    """A card for an attachment that is no picture."""

    def __init__(self, attachment: Attachment, gap: int = 0) -> None:
        super().__init__(gap)
        self._attachment = attachment
        self._box = QRect()
        self._area: Area | None = None

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Return the card's height."""
        return self.lay_out(look, width)

    def lay_out(self, look: Appearance, width: int) -> int:
        """Make the card as wide as its words, within the column."""
        lines = QFontMetrics(look.body).height() + QFontMetrics(look.small).height()
        height = lines + look.unit * 3
        wide = min(width, look.unit * WIDEST_UNITS)
        self._box = QRect(0, 0, wide, height)
        self._area = None
        if self._attachment.kind is AttachmentKind.AUDIO:
            words = QCoreApplication.translate("Message", "Play")
            room = control_width(look, words)
            top = (height - control_height(look)) // 2
            area = QRect(wide - room - look.unit * 2, top, room, control_height(look))
            wish = Wish(WishKind.PLAY_SOUND, self._attachment.digest)
            self._area = Area(area, wish, words)
        return height

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw the card."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.line)
        painter.setBrush(look.background)
        radius = look.unit * 1.5
        painter.drawRoundedRect(QRectF(self._box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = look.unit * 5
        icon_area = QRectF(look.unit * 2.5, (self._box.height() - side) / 2, side, side)
        paint_icon(painter, ICONS[self._attachment.kind], icon_area, look.muted)
        left = look.unit * 10
        right = self._area.rect.left() if self._area else self._box.right()
        room = self._box.adjusted(0, look.unit, 0, -look.unit)
        room.setLeft(left)
        room.setRight(right - look.unit * 2)
        name_height = QFontMetrics(look.body).height()
        upper = QRect(room.left(), room.top(), room.width(), name_height)
        lower = QRect(room.left(), upper.bottom(), room.width(), room.bottom() - upper.bottom())
        paint_words(painter, look.body, look.text, upper, self._attachment.name)
        paint_words(painter, look.small, look.muted, lower, detail_words(self._attachment))
        if self._area is not None:
            paint_control(painter, look, self._area, state, framed=True)

    def areas(self) -> Sequence[Area]:
        """Return *Play*."""
        return (self._area,) if self._area is not None else ()

    def text(self) -> str:
        """Return the file's name."""
        return self._attachment.name
