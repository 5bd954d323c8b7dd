"""Playing one sound through the system. The only importer of QtMultimedia, an optional part."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer


class SoundOutput(QObject):
    """Plays files. Times in milliseconds; ``failed`` carries the system's words.

    Not from memory: a buffer of Python's is read on the decoder's thread, which then waits for
    the interpreter while the interpreter waits for it to stop.
    """

    playing_changed = Signal(bool)
    length_changed = Signal(int)
    place_changed = Signal(int)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._player = QMediaPlayer(self)
        self._player.playbackStateChanged.connect(self._on_state)
        self._player.durationChanged.connect(lambda length: self.length_changed.emit(int(length)))
        self._player.positionChanged.connect(lambda place: self.place_changed.emit(int(place)))
        self._player.errorOccurred.connect(lambda _, words: self.failed.emit(words))

    @staticmethod
    def has_device() -> bool:
        """Whether the system has anything to play through."""
        return not QMediaDevices.defaultAudioOutput().isNull()

    def play(self, path: Path) -> None:
        """Play another sound from its beginning; without a device it is only opened.

        An output without a device would complain on a thread of its own, for which a message
        handler in Python waits while the interpreter waits for that thread to stop.
        """
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        if self.has_device():
            if self._player.audioOutput() is None:
                self._player.setAudioOutput(QAudioOutput(self))
            self._player.play()

    def toggle(self) -> None:
        """Pause, or go on."""
        if self.is_playing:
            self._player.pause()
        elif self.has_device():
            self._player.play()

    @property
    def is_playing(self) -> bool:
        """Whether the sound runs."""
        return self._player.playbackState() is QMediaPlayer.PlaybackState.PlayingState

    def seek(self, milliseconds: int) -> None:
        """Go to another place."""
        self._player.setPosition(milliseconds)

    def stop(self) -> None:
        """Stop and let the file go."""
        self._player.stop()
        self._player.setSource(QUrl())

    def _on_state(self, state: QMediaPlayer.PlaybackState) -> None:
        self.playing_changed.emit(state is QMediaPlayer.PlaybackState.PlayingState)
