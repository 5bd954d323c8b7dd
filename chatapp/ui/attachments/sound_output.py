"""Playing one sound through the system. The only importer of QtMultimedia, an optional part."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl, Signal
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer


class SoundOutput(QObject):
    """Plays bytes from memory. Times in milliseconds; ``failed`` carries the system's words."""

    playing_changed = Signal(bool)
    length_changed = Signal(int)
    place_changed = Signal(int)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._buffer = QBuffer(self)
        self._player.playbackStateChanged.connect(self._on_state)
        self._player.durationChanged.connect(lambda length: self.length_changed.emit(int(length)))
        self._player.positionChanged.connect(lambda place: self.place_changed.emit(int(place)))
        self._player.errorOccurred.connect(lambda _, words: self.failed.emit(words))

    @staticmethod
    def has_device() -> bool:
        """Whether the system has anything to play through."""
        return not QMediaDevices.defaultAudioOutput().isNull()

    def play(self, data: bytes, suffix: str) -> None:
        """Play another sound from its beginning."""
        self.stop()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player.setSourceDevice(self._buffer, QUrl(f"sound.{suffix}"))
        self._player.play()

    def toggle(self) -> None:
        """Pause, or go on."""
        if self._player.playbackState() is QMediaPlayer.PlaybackState.PlayingState:
            self._player.pause()
        else:
            self._player.play()

    def seek(self, milliseconds: int) -> None:
        """Go to another place."""
        self._player.setPosition(milliseconds)

    def stop(self) -> None:
        """Stop and let the bytes go."""
        self._player.stop()
        self._player.setSource(QUrl())
        self._buffer.close()

    def _on_state(self, state: QMediaPlayer.PlaybackState) -> None:
        self.playing_changed.emit(state is QMediaPlayer.PlaybackState.PlayingState)
