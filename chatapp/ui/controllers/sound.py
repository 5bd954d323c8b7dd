"""Sounds in messages: played in a bar above the writing area, and saved as files."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.domain.sounds import playable
from chatapp.domain.tool_files import ADDRESS_SCHEME
from chatapp.services.attachments import AttachmentService
from chatapp.services.conversations import ConversationService
from chatapp.services.files import write_file
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.file_saver import FileSaver
from chatapp.ui.controllers.result_files import ResultFiles, content_of
from chatapp.ui.conversation.attached_parts import sound_format
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated

if TYPE_CHECKING:
    from chatapp.ui.attachments.player_bar import PlayerBar
    from chatapp.ui.attachments.sound_output import SoundOutput


class SoundController(QObject):
    """One sound at a time; what plays goes on while other conversations are shown."""

    def __init__(
        self,
        window: MainWindow,
        attachments: AttachmentService,
        conversations: ConversationService,
        files: ResultFiles,
        tasks: TaskScope,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._attachments = attachments
        self._conversations = conversations
        self._files = files
        self._tasks = tasks
        self._shown = shown
        self._bar: PlayerBar | None = None
        self._output: SoundOutput | None = None
        self._saver = FileSaver(window, tasks)
        self._sound = b""
        self._name = ""
        self._folder: Path | None = None
        self._writing = asyncio.Lock()
        window.messages.sound_requested.connect(
            lambda message, digest: tasks.start(self._play(message, digest), name="sound")
        )
        window.messages.save_sound_requested.connect(
            lambda message: self._save(*self._spoken(message))
        )

    # Playing

    async def _play(self, message_id: str, which: str) -> None:
        try:
            sound, name = await self._sound_of(message_id, which)
        except ChatAppError as error:
            self._window.status_line.show_words(translated(error.message), role="problem")
            return
        if not sound:
            return
        self._sound, self._name = sound, name
        say = QCoreApplication.translate
        bar = self._shown_bar()
        bar.show_words("")
        bar.show_length(0)
        try:
            output = self._output_for(bar)
        except ImportError:
            words = say("Sound", "Playing needs the optional part “audio”; saving works.")
            bar.show_words(words, role="note")
            return
        if not output.has_device():
            words = say("Sound", "No sound device")
            bar.show_words(words, role="note")
        await self._play_file(sound, name, output, bar)

    async def _play_file(
        self, sound: bytes, name: str, output: "SoundOutput", bar: "PlayerBar"
    ) -> None:
        """Play a sound from a file, for which the one before it makes room; not if the bar was
        closed or another sound was asked for meanwhile."""
        async with self._writing:
            output.stop()
            path = await self._written(sound, name.rpartition(".")[2])
        if self._sound is not sound:
            return
        if path is not None:
            output.play(path)
        else:
            words = QCoreApplication.translate("File", "{name} cannot be written.")
            bar.show_words(words.format(name=name), role="problem")

    async def _sound_of(self, message_id: str, which: str) -> tuple[bytes, str]:
        """Return a sound and a name for its file: of a tool's result, of what the person sent,
        or else a spoken answer; empty if there is none."""
        if which.startswith(ADDRESS_SCHEME):
            file = self._files.find(message_id, which)
            if file is None or not file.is_sound:
                return b"", ""
            return await asyncio.to_thread(content_of, file), file.name
        if which:
            return _named(*playable(await self._attachments.data(which), "wav"))
        return self._spoken(message_id)

    async def _written(self, sound: bytes, suffix: str) -> Path | None:
        """Return the only file in our folder, with the sound in it; ``None`` if the disk
        refuses."""
        try:
            path = await asyncio.to_thread(self._free_place, suffix)
            await write_file(path, sound)
        except (OSError, ChatAppError):
            return None
        return path

    def _free_place(self, suffix: str) -> Path:
        """Return where a sound can be written, with nothing else in our folder (blocking).
        Raises ``OSError``."""
        if self._folder is None or not self._folder.is_dir():
            self._folder = Path(mkdtemp(prefix="chatapp-"))
            finalize(self, rmtree, self._folder, ignore_errors=True)
        for old in self._folder.iterdir():
            old.unlink()
        return self._folder / f"sound.{suffix}"

    def _spoken(self, message_id: str) -> tuple[bytes, str]:
        """Return a spoken answer as a file, and its name; empty if there is none."""
        shown = self._shown()
        if shown is None:
            return b"", ""
        message = self._conversations.tree(shown).get(MessageId(message_id))
        audio = message.choice.audio
        if audio is None or not audio.data:
            return b"", ""
        return _named(*playable(audio.data, sound_format(message.sent_body)))

    def _shown_bar(self) -> "PlayerBar":
        from chatapp.ui.attachments.player_bar import PlayerBar

        if self._bar is None:
            bar = self._bar = PlayerBar(self._window)
            bar.toggle_requested.connect(self._toggle)
            bar.seek_requested.connect(self._seek)
            bar.save_requested.connect(lambda: self._save(self._sound, self._name))
            bar.closed.connect(self.close_bar)
            self._window.show_above_writing(bar)
        self._bar.show()
        return self._bar

    def _output_for(self, bar: "PlayerBar") -> "SoundOutput":
        """Return what plays. Raises ``ImportError`` where QtMultimedia is not installed."""
        if self._output is None:
            from chatapp.ui.attachments.sound_output import SoundOutput

            output = self._output = SoundOutput(self)
            output.playing_changed.connect(lambda playing: bar.show_playing(playing=playing))
            output.length_changed.connect(bar.show_length)
            output.place_changed.connect(bar.show_place)
            output.failed.connect(lambda words: bar.show_words(words, role="problem"))
        return self._output

    def _toggle(self) -> None:
        if self._output is not None:
            self._output.toggle()

    def _seek(self, milliseconds: int) -> None:
        if self._output is not None:
            self._output.seek(milliseconds)

    def close_bar(self) -> None:
        """Stop, and take the bar away."""
        if self._output is not None:
            self._output.stop()
        if self._bar is not None:
            self._bar.hide()
        self._sound = b""

    # Saving

    def _save(self, sound: bytes, name: str) -> None:
        if sound:
            title = QCoreApplication.translate("Sound", "Save the sound")
            self._saver.ask(title, name, lambda: sound)


def _named(sound: bytes, suffix: str) -> tuple[bytes, str]:
    return sound, f"answer.{suffix}"
