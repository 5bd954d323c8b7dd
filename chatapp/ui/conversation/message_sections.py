"""Which parts a message has, and which of them are not as they were before."""

import time
from typing import TYPE_CHECKING

from chatapp.domain.messages import Message, MessageStatus, Role
from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.conversation import wording
from chatapp.ui.conversation.attached_parts import attached_parts
from chatapp.ui.conversation.choice_parts import AGREEMENT, choice_parts
from chatapp.ui.conversation.message_frame import head_parts, tail_parts
from chatapp.ui.conversation.message_memory import MessageMemory
from chatapp.ui.conversation.parts.fold_part import FoldPart
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.parts.plain_text import plain_parts
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.conversation.tool_parts import tool_result_parts

if TYPE_CHECKING:
    from chatapp.ui.conversation.parts.strip_part import StripPart
    from chatapp.ui.conversation.tint import AnswerTint

REASONING = "reasoning"


@dataclass(slots=True)
class Section:
    """A stretch of parts; those from ``first_changed`` on must be measured again."""

    parts: list[Part]
    first_changed: int = 0


class MessageSections:
    """Head, reasoning, text, strip and tail of one message, made from its states in turn."""

    def __init__(self, memory: MessageMemory) -> None:
        # What reads Markdown is imported at the first message, not when the window opens.
        from chatapp.ui.conversation.body import MarkdownBody

        self._memory = memory
        self._head = Section([])
        self._head_key: tuple[object, ...] = ()
        self._agreement: tuple[int, AnswerTint] | None = None
        self._choices: list[Part] = []
        self._choices_key: tuple[object, ...] = (0, 0, False, False)
        self._fold: FoldPart | None = None
        self._reasoning = MarkdownBody(REASONING, quiet=True, indent=4)
        self._thinking_since: float | None = None
        self._answer = MarkdownBody("answer")
        self._tail: list[Part] = []
        self._tail_key: tuple[object, ...] = ()
        self._says_it_grows = False
        self._is_tinted = False
        self._strip: StripPart | None = None
        self._plain = Section([])
        self._plain_key: tuple[object, ...] = ()

    def update(self, shown: ShownMessage) -> list[Section]:
        """Return the sections of the message in this state."""
        return [
            self._update_head(shown),
            self._update_choices(shown),
            self._update_reasoning(shown),
            self._update_text(shown),
            self._update_strip(shown.message),
            self._update_tail(shown),
        ]

    @staticmethod
    def reasoning_default(shown: ShownMessage) -> bool:
        """Return whether reasoning is unfolded by itself: while the model thinks."""
        message = shown.message
        return message.status is MessageStatus.STREAMING and not message.choice.content

    def _update_head(self, shown: ShownMessage) -> Section:
        message = shown.message
        key = (message.role, message.name, wording.model_of(message), message.created_at)
        if key == self._head_key:
            return Section(self._head.parts, len(self._head.parts))
        self._head_key = key
        self._head = Section(head_parts(message))
        return self._head

    def _update_choices(self, shown: ShownMessage) -> Section:
        """Return the tabs of several answers, which stay as they are while one grows."""
        message = shown.message
        count = len(message.reply.choices) if message.reply else 0
        is_open = self._memory.is_open(message.id, AGREEMENT)
        key = (count, message.chosen, message.status.is_running, is_open)
        if key == self._choices_key:
            return Section(self._choices, len(self._choices))
        self._choices_key, self._choices = key, choice_parts(message, self._memory)
        return Section(self._choices)

    def _update_reasoning(self, shown: ShownMessage) -> Section:
        message = shown.message
        if not message.choice.reasoning:
            self._fold = None
            return Section([])
        running = self.reasoning_default(shown)
        is_open = self._memory.is_open(message.id, REASONING, default=running)
        title = wording.reasoning_title(self._thinking_ms(shown, running=running), running=running)
        same_fold = self._fold is not None and self._fold.is_open == is_open
        if self._fold is None or not same_fold:
            self._fold = FoldPart(REASONING, title, is_open=is_open, gap=1)
        self._fold.retitle(title)
        if not is_open:
            return Section([self._fold], 1 if same_fold else 0)
        first = self._reasoning.update(message.choice.reasoning, closed=not running)
        return Section([self._fold, *self._reasoning.parts], first + 1 if same_fold else 0)

    def _update_tail(self, shown: ShownMessage) -> Section:
        """Return what follows the text; while an answer arrives, it is mostly as it was."""
        message = shown.message
        choice = message.choice
        says = self._says_it_grows
        key = (message.status, choice.tool_calls, choice.refusal, shown.retry_text, says)
        if message.status.is_running and key == self._tail_key:
            return Section(self._tail, len(self._tail))
        self._tail_key, self._tail = key, tail_parts(shown, self._memory, grows_above=says)
        return Section(self._tail)

    def _thinking_ms(self, shown: ShownMessage, *, running: bool) -> float | None:
        if not running:
            return shown.message.choice.reasoning_ms
        if self._thinking_since is None:
            self._thinking_since = time.monotonic()
        return (time.monotonic() - self._thinking_since) * 1000

    def _update_text(self, shown: ShownMessage) -> Section:
        message = shown.message
        if message.role is not Role.ASSISTANT or self._memory.is_raw(message.id):
            return self._update_plain(shown)
        self._plain_key = ()
        first = self._answer.update(message.text, closed=not message.status.is_running)
        grows = message.status is MessageStatus.STREAMING and not message.choice.tool_calls
        self._says_it_grows = self._answer.show_growing(grows)
        self.tint(shown)
        if message.choice.images:
            return Section([*self._answer.parts, *attached_parts(message)], first)
        return Section(self._answer.parts, first)

    def tint(self, shown: ShownMessage) -> None:
        """Tint the words of an answer that is complete as the view remembers it."""
        message = shown.message
        tint = None if message.status.is_running else self._wanted_tint(message)
        if tint is not None or self._is_tinted:
            self._answer.tint(tint)
        self._is_tinted = tint is not None

    def _wanted_tint(self, message: Message) -> "AnswerTint | None":
        """Return the agreement of several answers where it is asked for, else what the view
        remembers."""
        several = message.reply is not None and len(message.reply.choices) > 1
        if not (several and self._memory.is_open(message.id, AGREEMENT)):
            self._agreement = None
            return self._memory.tint_of(message.id)
        if self._agreement is None or self._agreement[0] != message.chosen:
            from chatapp.ui.conversation.agreement_tint import agreement_tint

            self._agreement = (message.chosen, agreement_tint(message))
        return self._agreement[1]

    def _update_strip(self, message: Message) -> Section:
        """Return the strip under the text, where the view remembers one."""
        strip = self._memory.strip_of(message.id)
        if strip is None:
            self._strip = None
            return Section([])
        if self._strip is None:
            from chatapp.ui.conversation.parts.strip_part import StripPart

            self._strip = StripPart(strip)
            return Section([self._strip])
        changed = self._strip.show(strip)
        return Section([self._strip], 0 if changed else 1)

    def follow_strip(self, message: Message) -> bool:
        """Let the strip that is there show what is remembered now; return False if it is to come
        or to go, which takes an update."""
        strip = self._memory.strip_of(message.id)
        if strip is not None and self._strip is not None:
            self._strip.show(strip)
        return (strip is None) == (self._strip is None)

    def _update_plain(self, shown: ShownMessage) -> Section:
        message = shown.message
        self._says_it_grows = False
        key = ("plain", message.text, message.parts, message.tool, message.status)
        if key == self._plain_key:
            return Section(self._plain.parts, len(self._plain.parts))
        self._plain_key = key
        if message.tool is not None:
            self._plain = Section(tool_result_parts(message, message.tool))
            return self._plain
        attached = [*attached_parts(message)]
        quiet = message.role not in {Role.USER, Role.ASSISTANT}
        has_words = message.text or not attached
        words = (
            plain_parts(message.text, quiet=quiet, gap=2 if attached else 1) if has_words else []
        )
        self._plain = Section([*attached, *words])
        return self._plain
