"""The bar that plays a sound: play, pause, seek, save, close. It does not play by itself."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon

STEP_MS = 5_000
WIDE_ENOUGH = 280
"""Pixels, below which the slider alone says where the sound is."""


class SeekSlider(QSlider):
    """A slider that goes where it is clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSingleStep(STEP_MS)
        self.setPageStep(STEP_MS * 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the handle below the pointer, then let it be dragged."""
        x = event.position().toPoint().x()
        mirrored = self.isRightToLeft()
        value = QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), x, self.width(), mirrored
        )
        self.setValue(value)
        self.sliderMoved.emit(value)
        super().mousePressEvent(event)


def clock_words(milliseconds: int) -> str:
    """Return a place in a sound as minutes and seconds."""
    minutes, seconds = divmod(max(milliseconds, 0) // 1000, 60)
    return f"{minutes}:{seconds:02}"


class PlayerBar(QFrame):
    """States wishes; is told where the sound is. Times in milliseconds."""

    toggle_requested = Signal()
    seek_requested = Signal(int)
    save_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("playerBar")
        self.setProperty("card", "chip")
        tr = QCoreApplication.translate
        self.setAccessibleName(tr("Sound", "Sound"))
        self._toggle = self._button("play", tr("Sound", "Play"))
        self._toggle.clicked.connect(self.toggle_requested)
        self.slider = SeekSlider(self)
        self.slider.setAccessibleName(tr("Sound", "Place in the sound"))
        self.slider.sliderMoved.connect(self.seek_requested)
        self.slider.actionTriggered.connect(self._on_action)
        self._time = QLabel(self)
        self._words = QLabel(self)
        for label in (self._time, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "muted")
        self.slider.setMinimumWidth(scaled(48))
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setWordWrap(True)
        save = self._button("download", tr("Sound", "Save the sound…"))
        save.clicked.connect(self.save_requested)
        close = self._button("close", tr("Sound", "Close the player"))
        close.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 3, 6, 3)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._words)
        row.addWidget(self._toggle)
        row.addWidget(self.slider, 1)
        row.addWidget(self._time)
        row.addWidget(save)
        row.addWidget(close)
        self.show_length(0)
        self.show_words("")

    def _button(self, drawing: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(drawing))
        button.setIconSize(QSize(scaled(18), scaled(18)))
        button.setProperty("variant", "icon")
        button.setAccessibleName(words)
        button.setToolTip(words)
        return button

    def show_playing(self, *, playing: bool) -> None:
        """Offer to pause, or to play."""
        tr = QCoreApplication.translate
        words = tr("Sound", "Pause") if playing else tr("Sound", "Play")
        self._toggle.setIcon(icon("pause" if playing else "play"))
        self._toggle.setAccessibleName(words)
        self._toggle.setToolTip(words)

    def show_length(self, milliseconds: int) -> None:
        """Show how long the sound is."""
        self.slider.setRange(0, max(milliseconds, 0))
        self.show_place(0)

    def show_place(self, milliseconds: int) -> None:
        """Show where the sound is; not while the person drags the handle."""
        if not self.slider.isSliderDown():
            self.slider.setValue(milliseconds)
        self._time.setText(f"{clock_words(milliseconds)} / {clock_words(self.slider.maximum())}")

    def show_words(self, words: str, *, role: str = "muted") -> None:
        """Say something below the slider: why nothing plays."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._words.setProperty("role", role)
        self._words.style().polish(self._words)
        self._words.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._time.setVisible(self.width() >= WIDE_ENOUGH)

    def _on_action(self, action: int) -> None:
        if action != QSlider.SliderAction.SliderMove.value:
            self.seek_requested.emit(self.slider.sliderPosition())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays and pauses wherever the focus is in the bar; Escape closes it."""
        if event.key() == Qt.Key.Key_Space:
            self.toggle_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
