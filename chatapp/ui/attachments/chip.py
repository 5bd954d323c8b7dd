"""One attachment before it is sent: what it is, how large, and a way to take it away again."""

from html import escape

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.attachments import Attachment, AttachmentKind
from chatapp.ui.attachments.wording import ICONS, detail_words, short_words
from chatapp.ui.conversation.pictures import pictures
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon, paint_icon
from chatapp.ui.theme import current_theme

THUMBNAIL = 38
WORDS_WIDTH = 150
LEAST_WORDS_WIDTH = 60
_ICON = 20


class Thumbnail(QWidget):
    """The picture itself, cut to a square, or the drawing of its kind."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._attachment: Attachment | None = None
        self._small: QPixmap | None = None
        self.setFixedSize(THUMBNAIL, THUMBNAIL)
        pictures().changed.connect(self.update)

    def show_attachment(self, attachment: Attachment) -> None:
        """Show another attachment."""
        self._attachment, self._small = attachment, None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the square."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.fillPath(path, current_theme().colour("sunken"))
        if not self._paint_picture(painter, path):
            kind = self._attachment.kind if self._attachment else AttachmentKind.TEXT
            edge = (THUMBNAIL - _ICON) / 2
            area = QRectF(edge, edge, _ICON, _ICON)
            paint_icon(painter, ICONS[kind], area, current_theme().colour("muted"))
        painter.end()

    def _paint_picture(self, painter: QPainter, path: QPainterPath) -> bool:
        attachment = self._attachment
        if attachment is None or attachment.kind is not AttachmentKind.IMAGE:
            return False
        if self._small is None:
            pictures().state(attachment.address)
            image = pictures().image(attachment.address)
            if image is None:
                return False
            self._small = _square_of(image, round(THUMBNAIL * self.devicePixelRatioF()))
        painter.setClipPath(path)
        painter.drawPixmap(self.rect(), self._small)
        return True


def _square_of(image: QImage, side: int) -> QPixmap:
    """Return the middle of a picture, scaled once: painting must not do it again each time."""
    least = min(image.width(), image.height())
    cut = image.copy((image.width() - least) // 2, (image.height() - least) // 2, least, least)
    mode = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(cut.scaledToWidth(side, mode))


def _as_plain_tool_tip(words: str) -> str:
    """Keep Qt from taking a file's name for HTML."""
    return f"<p style='white-space:pre'>{escape(words)}</p>"


class AttachmentChip(QFrame):
    """A small card: being read, ready, or with the reason why it cannot be sent."""

    remove_requested = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attachmentChip")
        self.setProperty("card", "chip")
        self.attachment: Attachment | None = None
        self.is_reading = True
        self._thumbnail = Thumbnail(self)
        self._name = QLabel(self)
        self._detail = QLabel(QCoreApplication.translate("Attachment", "Reading…"), self)
        for label in (self._name, self._detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFixedWidth(scaled(WORDS_WIDTH))
        self._detail.setProperty("role", "muted")
        small = self._detail.font()
        small.setPointSizeF(small.pointSizeF() * 0.9)
        self._detail.setFont(small)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._lay_out(name)
        self._show_name(name)

    def _lay_out(self, name: str) -> None:
        remove = QToolButton(self)
        remove.setIcon(QIcon(icon("close", "muted")))
        remove.setIconSize(QSize(scaled(14), scaled(14)))
        remove.setProperty("variant", "icon")
        tr = QCoreApplication.translate
        remove.setAccessibleName(tr("Attachment", "Remove {name}").format(name=name))
        remove.setToolTip(tr("Attachment", "Remove"))
        remove.clicked.connect(self.remove_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 4, 6)
        row.setSpacing(8)
        row.addWidget(self._thumbnail)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        words.addStretch(1)
        row.addLayout(words)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def _show_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self._elide()

    def _elide(self) -> None:
        metrics, room = QFontMetrics(self._name.font()), self._name.width()
        words = metrics.elidedText(self.accessibleName(), Qt.TextElideMode.ElideMiddle, room)
        self._name.setText(words)

    def fit(self, room: int) -> None:
        """Take no more than ``room`` pixels, as far as a picture and a few letters allow."""
        around = self.sizeHint().width() - self._name.width()
        width = min(max(room - around, LEAST_WORDS_WIDTH), WORDS_WIDTH)
        if width != self._name.width():
            for label in (self._name, self._detail):
                label.setFixedWidth(width)
            self._elide()
            self.adjustSize()

    def show_ready(self, attachment: Attachment) -> None:
        """Show what will be sent."""
        self.attachment, self.is_reading = attachment, False
        self._thumbnail.show_attachment(attachment)
        self._show_name(attachment.name)
        self._detail.setText(short_words(attachment))
        self.setToolTip(_as_plain_tool_tip(f"{attachment.name}\n{detail_words(attachment)}"))
        self.setAccessibleDescription(detail_words(attachment))
        self.adjustSize()

    def show_problem(self, words: str) -> None:
        """Say why it cannot be sent."""
        self.is_reading = False
        self._detail.setProperty("role", "problem")
        self._detail.style().polish(self._detail)
        self._detail.setWordWrap(True)
        self._detail.setText(words)
        self.setAccessibleDescription(words)
        self.adjustSize()
