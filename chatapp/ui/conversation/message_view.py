"""The message view: shows one path of a conversation, as fast at the ten-thousandth message.

Only what is visible is parsed and laid out. See ``scroller`` for how the place is kept,
``message_layout`` for how a message becomes parts, ``stage`` for what the helpers share.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.ui.conversation.accessibility import make_accessible
from chatapp.ui.conversation.empty_page import EmptyPage, EmptyState
from chatapp.ui.conversation.finder import Finder
from chatapp.ui.conversation.frame_pacer import FramePacer
from chatapp.ui.conversation.jump_button import JumpButton
from chatapp.ui.conversation.reading_aloud import ReadingAloud
from chatapp.ui.conversation.scroller import Anchor
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.conversation.transcript_area import TranscriptArea
from chatapp.ui.conversation.wish_desk import WishDesk
from chatapp.ui.conversation.wishes import Wish, WishKind
from chatapp.ui.widgets.announcing import announce

if TYPE_CHECKING:
    from chatapp.ui.conversation.find_bar import FindBar
    from chatapp.ui.conversation.parts.strip_part import AnswerStrip
    from chatapp.ui.conversation.tint import AnswerTint

THINKING_TICK_MS = 100


class MessageView(TranscriptArea):
    """Shows messages and states wishes about them; signals name a message by its id.

    :meth:`update_message` may be called for every token: the view gathers what arrives.
    """

    regenerate_requested = Signal(str)
    continue_requested = Signal(str)
    retry_requested = Signal(str)
    edit_requested = Signal(str)
    delete_requested = Signal(str)
    settings_requested = Signal(str)
    """What an answer was made with is to be shown."""
    inspect_requested = Signal(str)
    tokens_requested = Signal(str, int)
    """A token of an answer is to be looked at; -1 for none in particular."""
    message_chosen = Signal(str)
    """The person went to a message, by click or by key."""
    sibling_requested = Signal(str, int)
    choice_requested = Signal(str, int)
    cancel_call_requested = Signal(str)
    way_out_requested = Signal(str, str)
    link_requested = Signal(str, str)
    save_code_requested = Signal(str, str)
    """The code and its language."""
    picture_requested = Signal(str)
    """The address of a picture that the person wants to see once."""
    sound_requested = Signal(str, str)
    """The message and a sound to play, by its digest or its address in the message; without
    either, its spoken answer."""
    save_sound_requested = Signal(str)
    save_file_requested = Signal(str, str)
    """The message and the address of a file in it that a tool brought."""
    empty_action_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageView")
        self.setAccessibleName(QCoreApplication.translate("MessageView", "Messages"))
        self._desk = WishDesk(self.stage, self)
        self._pacer = FramePacer(self._flush, self)
        self._pending: dict[MessageId, ShownMessage] = {}
        self._places: dict[ConversationId, Anchor | None] = {}
        self._unseen = 0
        self._jump = JumpButton(self)
        self._empty = EmptyPage(self)
        self._finder = Finder(self.stage, self)
        self._aloud = ReadingAloud(self.stage, lambda words: announce(self, words))
        self._find_bar: FindBar | None = None
        self._marked_in: ConversationId | None = None
        self._thinking = QTimer(self, singleShot=True, interval=THINKING_TICK_MS)
        self._connect()
        self._empty.show_state(EmptyState())
        make_accessible(self, self.viewport(), self.stage)

    def show_path(self, messages: Sequence[ShownMessage]) -> None:
        """Show the messages from the root to the leaf; what stays the same keeps its place."""
        if not messages:
            self.clear(EmptyState())
            return
        self._empty.hide()
        self._pending.clear()
        if self._show_above(messages):
            return
        self._keep_place()
        known = len(self.stage.transcript)
        same = self.stage.transcript.set_path(messages)
        self.stage.selection.drop_from(same)
        if same == 0:
            self._arrive(messages[0].message.conversation_id)
        elif len(messages) > known == same:
            self._take_new(messages[same:])
        self.refresh()
        self._finder.repeat()

    def update_message(self, shown: ShownMessage) -> None:
        """Show another state of a message on the path; others are ignored.

        Gathered to one change a frame, except that the end of an answer is shown at once.
        """
        row = self.stage.transcript.row_of(shown.message.id)
        if row is None:
            return
        self._pending[shown.message.id] = shown
        before = self.stage.transcript.rows[row].message.status
        if shown.message.status is not before:
            self._flush()
            self._announce_end(shown, before)
        elif self.isVisible():
            self._pacer.request()

    def show_end(self, messages: Sequence[ShownMessage]) -> None:
        """Show the end of a long path until all of it is known, unless it was left elsewhere."""
        if self._places.get(messages[0].message.conversation_id) is None:
            self.show_path(messages)

    def _show_above(self, messages: Sequence[ShownMessage]) -> bool:
        """Show what was read later above what is there; return False if it is another path."""
        added = self.stage.transcript.extend_above(messages)
        if not added:
            return False
        self.stage.move_rows(added)
        self.refresh()
        self._finder.repeat()
        return True

    def clear(self, state: EmptyState) -> None:
        """Show no messages, but the words of ``state``."""
        self._leave_found()
        self._keep_place()
        self._pending.clear()
        self.stage.transcript.set_path(())
        self.stage.selection.clear()
        self.stage.scroller.anchor = Anchor()
        self._empty.show_state(state)
        self.refresh()

    def show_tint(self, message_id: MessageId, tint: "AnswerTint | None") -> None:
        """Show the tokens of an answer tinted, or no longer."""
        self.stage.transcript.memory.set_tint(message_id, tint)
        row = self.stage.transcript.row_of(message_id)
        layout = None if row is None else self.stage.transcript.known_layout(row)
        if layout is not None:
            layout.retint()
            self.viewport().update()

    def set_costs(self, cost_of: Callable[[Message], float | None]) -> None:
        """Say what answers cost from now on; those that are shown say it at once."""
        self.stage.transcript.set_costs(cost_of)
        self.refresh()

    def show_strip(self, message_id: MessageId, strip: "AnswerStrip | None") -> None:
        """Show under an answer how surprising its tokens were, or no longer; under one that
        arrives, with its next frame."""
        transcript = self.stage.transcript
        transcript.memory.set_strip(message_id, strip)
        row = transcript.row_of(message_id)
        layout = None if row is None else transcript.known_layout(row)
        if row is None or layout is None or layout.shown.message.status.is_running:
            return
        if layout.show_strip():
            if layout.shown.message.choice.tool_calls:
                self.stage.selection.drop_from(row)
            transcript.refresh(row)
        self.refresh()

    def set_guide(self, guide: QWidget | None) -> None:
        """Show a guide where there are no messages, or none any more."""
        self._empty.set_guide(guide)

    def jump_to_latest(self) -> None:
        """Show the end and follow it."""
        self.stage.go_to_end()

    def show_message(self, message_id: MessageId) -> bool:
        """Bring a message to the upper edge; return False if it is not on the path."""
        row = self.stage.transcript.row_of(message_id)
        if row is None:
            return False
        self.stage.scroller.following = False
        self.stage.scroller.jump_to_row(row)
        self.stage.attend(focus_row=row, focused=None)
        self.refresh()
        return True

    def show_partner(self, message_id: MessageId) -> None:
        """Mark a message and bring it into sight, if it is on the path."""
        row = self.stage.transcript.row_of(message_id)
        if row is not None:
            self.stage.attend(focus_row=row, focused=None)
            self.stage.show_row(row)

    def focused_message(self) -> MessageId | None:
        """Return the message that the keyboard is at, if it is at one."""
        row, rows = self.stage.attention.focus_row, self.stage.transcript.rows
        return MessageId(rows[row].message.id) if 0 <= row < len(rows) else None

    def open_find(self) -> None:
        """Open the bar for finding words in this conversation."""
        bar = self._bar_for_finding()
        bar.open()
        bar.place_in(self.viewport())

    def mark_words(self, words: str) -> None:
        """Mark words, from what is on the screen on, without taking the keyboard."""
        rows = self.stage.transcript.rows
        self._marked_in = rows[0].message.conversation_id if rows else None
        bar = self._bar_for_finding()
        bar.show_words(words)
        bar.place_in(self.viewport())

    def _bar_for_finding(self) -> "FindBar":
        """Return the bar, which is made when words are first looked for."""
        if self._find_bar is None:
            from chatapp.ui.conversation.find_bar import FindBar

            self._find_bar = FindBar(self._finder, self)
            self._find_bar.closed.connect(self.setFocus)
        return self._find_bar

    def _leave_found(self) -> None:
        if self._find_bar is not None:
            self._find_bar.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the find bar on its key; the rest is the area's."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.open_find()
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self._finder.step(1)
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self._finder.step(-1)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what arrived while hidden."""
        super().showEvent(event)
        self._flush()

    def _message_count(self) -> int:
        return len(self.stage.transcript)

    def _is_streaming(self) -> bool:
        return any(shown.message.status.is_running for shown in self.stage.transcript.rows[-2:])

    messageCount = Property(int, _message_count)
    streaming = Property(bool, _is_streaming)

    def _connect(self) -> None:
        self.changed.connect(self._place_overlays)
        self.stage.link_clicked.connect(self.link_requested)
        self.stage.token_clicked.connect(self._on_token)
        self.stage.row_chosen.connect(
            lambda row: self.message_chosen.emit(self.stage.transcript.rows[row].message.id)
        )
        self._desk.passed_on.connect(self._pass_on)
        self._desk.save_requested.connect(self.save_code_requested)
        self._desk.copied.connect(
            lambda: announce(self, QCoreApplication.translate("MessageView", "Copied"))
        )
        self._jump.clicked.connect(self.jump_to_latest)
        self._empty.action_requested.connect(self.empty_action_requested)
        self._thinking.timeout.connect(self._on_thinking_tick)

    def _keep_place(self) -> None:
        rows = self.stage.transcript.rows
        if rows:
            anchor = None if self.stage.scroller.following else self.stage.scroller.anchor
            self._places[rows[0].message.conversation_id] = anchor

    def _arrive(self, conversation_id: ConversationId) -> None:
        anchor = self._places.get(conversation_id)
        self.stage.scroller.anchor = anchor or Anchor()
        self.stage.scroller.following = anchor is None
        self.stage.attend(focus_row=-1, focused=None, hover_row=-1, hot=None)
        self._unseen = 0
        if conversation_id != self._marked_in:
            self._leave_found()

    def _take_new(self, added: Sequence[ShownMessage]) -> None:
        if any(shown.message.role is Role.USER for shown in added):
            self.stage.scroller.following = True
        elif not self.stage.scroller.following:
            self._unseen += len(added)

    def _flush(self) -> None:
        pending, self._pending = self._pending, {}
        for message_id, shown in pending.items():
            row = self.stage.transcript.row_of(message_id)
            if row is not None:
                self.stage.transcript.replace(row, shown)
                self._aloud.follow(row)
        if pending:
            self.refresh()
            if any(_is_thinking(shown) for shown in pending.values()):
                self._thinking.start()

    def _on_thinking_tick(self) -> None:
        """Let the seconds of a thinking model run on when nothing arrives."""
        for shown in self.stage.transcript.rows[-1:]:
            if _is_thinking(shown):
                self._pending.setdefault(shown.message.id, shown)
        self._flush()

    def _announce_end(self, shown: ShownMessage, before: MessageStatus) -> None:
        status = shown.message.status
        if status.is_running or not before.is_running:
            return
        tr = QCoreApplication.translate
        words = {
            MessageStatus.STOPPED: tr("MessageView", "Answer stopped"),
            MessageStatus.INTERRUPTED: tr("MessageView", "Answer interrupted"),
            MessageStatus.FAILED: tr("MessageView", "No complete answer: an error occurred"),
        }
        announce(self, words.get(status, tr("MessageView", "Answer finished")))

    def _place_overlays(self) -> None:
        self._empty.setGeometry(self.viewport().geometry())
        if self._find_bar is not None and self._find_bar.isVisible():
            self._find_bar.place_in(self.viewport())
        if self.stage.scroller.following or self.stage.is_at_end():
            self._unseen = 0
            self._jump.hide()
        else:
            self._jump.show_for(self._unseen)
            self._jump.place_in(self.viewport())

    def _on_token(self, row: int, token: int) -> None:
        self.tokens_requested.emit(self.stage.transcript.rows[row].message.id, token)

    def _pass_on(self, message_id: str, wish: Wish) -> None:
        plain = {
            WishKind.REGENERATE: self.regenerate_requested,
            WishKind.CONTINUE: self.continue_requested,
            WishKind.RETRY: self.retry_requested,
            WishKind.EDIT: self.edit_requested,
            WishKind.DELETE: self.delete_requested,
            WishKind.SETTINGS: self.settings_requested,
            WishKind.SAVE_SOUND: self.save_sound_requested,
            WishKind.INSPECT: self.inspect_requested,
            WishKind.CANCEL_CALL: self.cancel_call_requested,
        }
        numbered = {
            WishKind.SIBLING: self.sibling_requested,
            WishKind.CHOICE: self.choice_requested,
        }
        if wish.kind is WishKind.TOKENS:
            self.tokens_requested.emit(message_id, -1)
        elif wish.kind in plain:
            plain[wish.kind].emit(message_id)
        elif wish.kind is WishKind.LOAD_PICTURE:
            self.picture_requested.emit(wish.name)
        elif wish.kind is WishKind.PLAY_SOUND:
            self.sound_requested.emit(message_id, wish.name)
        elif wish.kind is WishKind.SAVE_FILE:
            self.save_file_requested.emit(message_id, wish.name)
        elif wish.kind in numbered:
            numbered[wish.kind].emit(message_id, wish.number)
        else:
            self.way_out_requested.emit(message_id, wish.name)


def _is_thinking(shown: ShownMessage) -> bool:
    message = shown.message
    streams = message.status is MessageStatus.STREAMING
    return streams and bool(message.choice.reasoning) and not message.choice.content
