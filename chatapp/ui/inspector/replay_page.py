"""A recorded stream played again: at any speed, paused, stepped, scrubbed."""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QSlider,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.exchanges import Bodies, Exchange
from chatapp.qtmodels.quantities import duration
from chatapp.qtmodels.timeline_rows import TimelineRow, turn_row
from chatapp.services.replay import SLICE, Replay
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon
from chatapp.ui.inspector.code_view import CodeView
from chatapp.ui.inspector.json_tree import JsonTreeView
from chatapp.ui.inspector.page_parts import label, tool_button
from chatapp.ui.inspector.waterfall import tone_colour
from chatapp.ui.inspector.wording import no_events_words
from chatapp.ui.theme import current_theme
from chatapp.ui.translation import translated

SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 20.0)
_FRAME_MS = 16
_NARROW = 380
_SEEK_SLICE = 2 * SLICE
"""Events that are played without letting the window draw: about 4 ms of work."""


class _Strip(QWidget):
    """The stretches of the exchange, and how far it has been played."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(scaled(14))
        self._row: TimelineRow | None = None
        self._at_ms = 0.0

    def show_exchange(self, exchange: Exchange) -> None:
        turn = turn_row("", "", [exchange], ())
        self._row = turn.children[0]
        self.update()

    def show_time(self, at_ms: float, began_s: float) -> None:
        if self._row is not None:
            self._at_ms = at_ms + (began_s - self._row.start_s) * 1000
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        row, theme = self._row, current_theme()
        if row is None or not row.duration_ms:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        scale = self.width() / row.duration_ms
        for part in row.children:
            left = (part.start_s - row.start_s) * 1000 * scale
            width = max((part.duration_ms or 0.0) * scale, 1.0)
            colour = tone_colour(part.tone, theme)
            played = left <= self._at_ms * scale
            painter.setOpacity(1.0 if played else 0.35)
            painter.setBrush(colour)
            painter.drawRect(QRectF(left, 4, width, 6))
        painter.setOpacity(1.0)
        painter.setBrush(theme.colour("text"))
        painter.drawRect(QRectF(min(self._at_ms * scale, self.width() - 2.0), 0, 2, 14))
        painter.end()


class ReplayPage(QWidget):
    """Plays by itself; nothing of it leaves the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self._replay = Replay(Bodies())
        self._exchange_id = ""
        self._began_s = 0.0
        self._played_ms = 0.0
        self._tick = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timer)
        self._target = 0
        self._is_narrow = self._has_ended = False
        self._seeking = QTimer(self, singleShot=True)
        self._seeking.timeout.connect(self._seek)
        self._play = tool_button(self, "play", say("Inspector", "Play"), self._on_play)
        self._back = tool_button(
            self, "chevron_left", say("Inspector", "Step back"), lambda: self.step(-1)
        )
        self._forward = tool_button(
            self, "chevron_right", say("Inspector", "Step forward"), lambda: self.step(1)
        )
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setAccessibleName(say("Inspector", "Position"))
        self._slider.valueChanged.connect(self._on_slider)
        self._speed = QComboBox(self)
        self._speed.setAccessibleName(say("Inspector", "Speed"))
        self._speed.setProperty("variant", "small")
        for speed in SPEEDS:
            self._speed.addItem(f"{speed:g}×", speed)
        self._speed.setCurrentIndex(SPEEDS.index(1.0))
        self._place = label(self)
        self._strip = _Strip(self)
        self._message = CodeView(self, say("Inspector", "Message"))
        self._arguments = JsonTreeView(self, say("Inspector", "Arguments"))
        self._event = CodeView(self, say("Inspector", "Event"))
        self._lay_out()

    def _lay_out(self) -> None:
        bar = self._bar = QGridLayout()
        bar.setSpacing(4)
        bar.setColumnStretch(3, 1)
        for number, widget in enumerate((self._back, self._play, self._forward, self._slider)):
            bar.addWidget(widget, 0, number)
        bar.addWidget(self._place, 0, 4)
        bar.addWidget(self._speed, 0, 5)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setHandleWidth(1)
        split.addWidget(self._message)
        split.addWidget(self._arguments)
        split.addWidget(self._event)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setStretchFactor(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self._strip)
        column.addWidget(split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the slider a line of its own where it would be too short to aim with."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(_NARROW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._bar.removeWidget(self._slider)
            self._bar.addWidget(self._slider, *((1, 0, 1, -1) if narrow else (0, 3)))

    @property
    def replay(self) -> Replay:
        """What is being played."""
        return self._replay

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def show_exchange(self, exchange: Exchange, bodies: Bodies) -> None:
        """Take another recording, or more of the shown one, which stays where it is unless it
        was at its end."""
        ended, known = not exchange.is_running, len(self._replay)
        at_end = self._target >= known
        if exchange.id == self._exchange_id and self._has_ended and known:
            return
        self._has_ended = ended
        if exchange.id != self._exchange_id:
            self.pause()
            self._exchange_id, self._began_s = exchange.id, exchange.started_at
            self._replay, at_end = Replay(bodies, ended=ended), True
        else:
            self._replay.grow(bodies, ended=ended)
        self._strip.show_exchange(exchange)
        self._slider.setRange(0, len(self._replay))
        for widget in (self._play, self._back, self._forward, self._slider):
            widget.setEnabled(len(self._replay) > 0)
        if at_end and not self.is_playing:
            self._go_to(len(self._replay))
        elif known != len(self._replay):
            self._show_place()
        if not len(self._replay):
            self._message.show_text(no_events_words(exchange, bodies.response))

    def play(self) -> None:
        """Go on from here, from the beginning if this is the end."""
        if self._replay.position >= len(self._replay):
            self._go_to(0)
        self._played_ms = self._replay.at_ms(self._replay.position)
        if self._replay.position == 0 and len(self._replay):
            self._played_ms = self._replay.at_ms(1)
        self._tick = time.monotonic()
        self._timer.start(0)
        self._show_button()

    def pause(self) -> None:
        """Stay here."""
        self._timer.stop()
        self._show_button()

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast as it was."""
        self._speed.setCurrentIndex(SPEEDS.index(speed))

    def go_to(self, position: int) -> None:
        """Show the reply as it was after so many events."""
        self.pause()
        self._go_to(position)

    def step(self, by: int) -> None:
        """Go forward or back by so many events."""
        self.pause()
        self._go_to(self._target + by)

    def _on_play(self) -> None:
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def _on_timer(self) -> None:
        """Play what is due; wait until the next event is."""
        now = time.monotonic()
        speed = float(self._speed.currentData())
        self._played_ms += (now - self._tick) * 1000 * speed
        self._tick = now
        self._go_to(max(self._replay.position_at(self._played_ms), self._replay.position))
        if self._replay.position >= len(self._replay):
            self.pause()
            return
        wait_ms = (self._replay.at_ms(self._replay.position + 1) - self._played_ms) / speed
        self._timer.start(max(round(wait_ms), _FRAME_MS))

    def _on_slider(self, position: int) -> None:
        if position != self._target:
            self.pause()
            self._go_to(position)

    def _go_to(self, position: int) -> None:
        """Begin to play up to a position: what is far away is reached in several steps, so that
        the window goes on meanwhile."""
        self._target = min(max(position, 0), len(self._replay))
        self._slider.blockSignals(True)
        self._slider.setValue(self._target)
        self._slider.blockSignals(False)
        self._show_place()
        self._seek()

    def _show_place(self) -> None:
        replay = self._replay
        at_ms, count = replay.at_ms(self._target), len(replay)
        words = f"{self._target}/{count} · {duration(at_ms)}"
        self._place.setText(words if count else "")
        longest = f"{count}/{count} · {duration(replay.at_ms(count))}"
        room = self._place.fontMetrics().horizontalAdvance(f"{longest} ")
        self._place.setMinimumWidth(room)  # or the slider would move under the pointer
        self._strip.show_time(at_ms, self._began_s)

    def _seek(self) -> None:
        if self._replay.seek(self._target, most=_SEEK_SLICE):
            self._seeking.stop()
            self._show_reply()
        else:
            self._seeking.start(0)

    def _show_reply(self) -> None:
        replay = self._replay
        choices = replay.reply().choices
        parts: list[str] = []
        for choice in choices:
            if choice.reasoning:
                title = QCoreApplication.translate("Inspector", "Reasoning")
                parts.append(f"— {title} —\n{choice.reasoning}\n")
            parts.append(choice.content or choice.refusal)
        if replay.error:
            parts.append(f"✗ {translated(replay.error)}")
        self._message.show_text("\n".join(part for part in parts if part))
        last = next((c.tool_calls[-1] for c in reversed(choices) if c.tool_calls), None)
        self._arguments.setVisible(last is not None)
        if last is not None:
            done = replay.position == len(replay)
            self._arguments.follow(last.arguments, ended=done)
        raw = replay.event(replay.position - 1).raw if replay.position else b""
        self._event.show_text(raw.decode("utf-8", "replace"))

    def _show_button(self) -> None:
        say = QCoreApplication.translate
        words = say("Inspector", "Pause") if self.is_playing else say("Inspector", "Play")
        self._play.setIcon(icon("pause" if self.is_playing else "play", "muted"))
        self._play.setToolTip(words)
        self._play.setAccessibleName(words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody watches: stay here."""
        super().hideEvent(event)
        self.pause()
