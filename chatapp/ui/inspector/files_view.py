"""The pictures, sounds and files of a tool's result: looked at, played and saved from here."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from chatapp.domain.tool_files import ToolFile
from chatapp.ui.conversation.pictures import PictureState, pictures
from chatapp.ui.conversation.result_parts import drawing_of, file_words
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon
from chatapp.ui.inspector.page_parts import ElidedLabel, label, tool_button

MOST_FILES = 60
_TALLEST = 260
_SMALLEST = 24
"""Pixels of a picture's height."""


class PictureView(QWidget):
    """A picture as wide as there is room, never larger than it is; decoded on a thread."""

    def __init__(self, parent: QWidget, file: ToolFile) -> None:
        super().__init__(parent)
        self._address = f"data:{file.media_type};base64,{file.encoded}"
        self.setAccessibleName(file.name)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.state = pictures().state(self._address)
        pictures().changed.connect(self._follow)

    def _follow(self) -> None:
        state = pictures().state(self._address)
        if state is not self.state:
            self.state = state
            self.updateGeometry()
            self.update()

    def _fitted(self, width: int) -> QSize:
        image = pictures().image(self._address)
        if image is None:
            return QSize(0, scaled(_SMALLEST))
        size, most = image.size(), QSize(max(width, 1), scaled(_TALLEST))
        if size.width() > most.width() or size.height() > most.height():
            size.scale(most, Qt.AspectRatioMode.KeepAspectRatio)
        return size.expandedTo(QSize(1, 1))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._fitted(width).height()

    def sizeHint(self) -> QSize:
        """Return the size in a place as wide as it is now."""
        return self._fitted(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the picture, or say that there is none that can be shown."""
        image = pictures().image(self._address)
        painter = QPainter(self)
        if image is not None:
            size = self._fitted(self.width())
            left = self.width() - size.width() if self.isRightToLeft() else 0
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(left, 0, size.width(), size.height()), image)
        elif self.state is PictureState.BROKEN:
            words = QCoreApplication.translate("Inspector", "This picture cannot be shown.")
            painter.setPen(self.palette().placeholderText().color())
            side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect(), side, words)
        painter.end()


class FilesView(QScrollArea):
    """A card for each file. Nothing is played, saved or opened before somebody asks for it."""

    play_wanted = Signal(str)
    save_wanted = Signal(str)
    """The address of a file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Inspector", "Files"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._files: tuple[ToolFile, ...] = ()
        self._fill()

    def show_files(self, files: Sequence[ToolFile]) -> None:
        """Show these files; the same ones stay as they are."""
        if tuple(files[:MOST_FILES]) != self._files:
            self._files = tuple(files[:MOST_FILES])
            self._fill()

    def words(self) -> str:
        """Return the files' names and what is known of them, a line each."""
        return "\n".join(f"{file.name} · {file_words(file)}" for file in self._files)

    def _fill(self) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        for file in self._files:
            column.addWidget(self._card(page, file))
        column.addStretch(1)
        self.setWidget(page)

    def _card(self, parent: QWidget, file: ToolFile) -> QFrame:
        card = QFrame(parent)
        card.setProperty("card", "chip")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 6, 6, 6)
        column.setSpacing(6)
        column.addLayout(self._head(card, file))
        if file.is_picture:
            column.addWidget(PictureView(card, file))
        return card

    def _head(self, card: QWidget, file: ToolFile) -> QHBoxLayout:
        say = QCoreApplication.translate
        drawing, name, known = label(card), ElidedLabel(card), ElidedLabel(card)
        drawing.setPixmap(icon(drawing_of(file), "muted").pixmap(scaled(16), scaled(16)))
        name.setText(file.name)
        name.setProperty("role", "value")
        known.setText(file_words(file))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        words.addWidget(known)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(drawing)
        row.addLayout(words, 1)
        address = file.address
        if file.is_sound:
            play = lambda: self.play_wanted.emit(address)  # noqa: E731
            row.addWidget(tool_button(card, "play", say("Inspector", "Play"), play))
        if file.can_be_saved:
            save = lambda: self.save_wanted.emit(address)  # noqa: E731
            row.addWidget(tool_button(card, "download", say("Inspector", "Save as…"), save))
        return row
