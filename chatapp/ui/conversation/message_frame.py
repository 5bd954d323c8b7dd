"""The parts around a message's text: head, tool calls, notes, and the row of actions."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from chatapp.domain.errors import WayOut
from chatapp.domain.messages import Message, MessageStatus, Role
from chatapp.domain.replies import FinishReason, ToolCall, finish_reason
from chatapp.ui.conversation import wording
from chatapp.ui.conversation.attached_parts import spoken_parts
from chatapp.ui.conversation.message_memory import MessageMemory
from chatapp.ui.conversation.parts.bar_part import BarPart, Button, Words
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.note_part import NotePart, Tone
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.parts.plain_text import plain_parts
from chatapp.ui.conversation.reply_details import reply_details
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.conversation.wishes import Wish, WishKind

MESSAGE_GAP = 3
FIRST_GAP = 6
"""The first message of a conversation keeps away from the bar above it."""
DETAILS = "details"
LONG_ARGUMENTS = 8_000
SHOWN_ARGUMENTS = 1_500
"""Characters of a tool call: longer ones are shown in part."""


def head_parts(message: Message) -> list[Part]:
    """Return the line with who speaks, and when."""
    words = [Words(wording.author(message), strong=True)]
    if line := wording.byline(message):
        words.append(Words(line))
    return [BarPart(words, gap=MESSAGE_GAP if message.parent_id else FIRST_GAP)]


def tail_parts(
    shown: ShownMessage, memory: MessageMemory, *, grows_above: bool = False
) -> list[Part]:
    """Return what follows a message's text; with ``grows_above`` that says itself that more will
    come."""
    message = shown.message
    parts: list[Part] = []
    parts.extend(spoken_parts(message))
    for number, call in enumerate(message.choice.tool_calls):
        parts.extend(_call_parts(call, f"call/{number}", running=message.status.is_running))
    if message.tool is None:
        parts.extend(_notes(shown))
    if message.status.is_running:
        # A call of a tool says itself how it stands.
        parts.extend([] if message.tool is not None else [_waiting(shown, grows_above)])
    else:
        parts.append(BarPart(list(_action_items(shown, memory)), gap=1))
        if message.reply and memory.is_open(message.id, DETAILS):
            parts.extend(
                plain_parts(reply_details(message, memory.cost_of(message)), quiet=True, gap=1)
            )
    return parts


def _call_parts(call: ToolCall, name: str, *, running: bool) -> Iterator[Part]:
    tr = QCoreApplication.translate
    title = tr("Message", "Asks for the tool")
    yield BarPart([Words(title), Words(call.name or "?", strong=True)], gap=2)
    if len(call.arguments) > LONG_ARGUMENTS:
        # Laid out anew with each piece that comes, they would hold up the window.
        yield CodePart(name, "", call.arguments[:SHOWN_ARGUMENTS], closed=True, gap=1)
        more = QLocale().toString(len(call.arguments) - SHOWN_ARGUMENTS)
        words = tr("Message", "{count} more characters in the inspector").format(count=more)
        yield BarPart([Button(words, Wish(WishKind.INSPECT))], gap=1)
        return
    arguments, is_valid = wording.pretty_arguments(call)
    yield CodePart(name, "json" if is_valid else "", arguments, closed=True, gap=1)
    if not is_valid and not running:
        yield NotePart(Tone.WARNING, tr("Message", "These arguments are not valid JSON."))


def _notes(shown: ShownMessage) -> Iterator[Part]:
    message, tr = shown.message, QCoreApplication.translate
    if message.choice.refusal and message.choice.content:
        yield NotePart(Tone.WARNING, message.choice.refusal)
    elif message.choice.refusal and not message.status.is_running:
        yield NotePart(Tone.QUIET, tr("Message", "The model refused to answer."))
    reason = "" if message.status.is_running else wording.finish_words(message.choice.finish_reason)
    if reason:
        cut = finish_reason(message.choice.finish_reason or "") is FinishReason.LENGTH
        yield NotePart(Tone.QUIET, reason, "", _continue_button(shown) if cut else ())
    if doubt := wording.call_words(message):
        yield NotePart(Tone.WARNING, doubt)
    if message.failure is not None:
        title, hint = wording.failure_words(message.failure)
        yield NotePart(Tone.DANGER, title, hint, [*_continue_button(shown), *_ways_out(message)])
    elif message.status is MessageStatus.STOPPED:
        yield NotePart(Tone.QUIET, tr("Message", "Stopped."), "", _resume_buttons(shown))
    elif message.status is MessageStatus.INTERRUPTED:
        title = tr("Message", "The answer was interrupted. What had arrived is kept.")
        yield NotePart(Tone.WARNING, title, "", _resume_buttons(shown))


def _ways_out(message: Message) -> list[Button]:
    failure, tr = message.failure, QCoreApplication.translate
    if failure is None:
        return []
    names = [name for name in failure.ways_out if name != WayOut.RETRY.name]
    buttons = [
        Button(wording.way_out_label(name, failure), Wish(WishKind.WAY_OUT, name), framed=True)
        for name in names
    ]
    if failure.retryable or WayOut.RETRY.name in failure.ways_out:
        label = wording.way_out_label(WayOut.RETRY.name, failure)
        retry = Button(label, Wish(WishKind.RETRY), framed=True)
        buttons.insert(1 if WayOut.SEND_WITHOUT.name in names else 0, retry)
    buttons.append(Button(tr("Message", "Inspect"), Wish(WishKind.INSPECT), framed=True))
    if failure.detail:
        label = tr("Message", "Copy details")
        buttons.append(Button(label, Wish(WishKind.COPY_DETAILS), framed=True))
    return buttons


def _resume_buttons(shown: ShownMessage) -> list[Button]:
    tr = QCoreApplication.translate
    retry = Button(tr("Message", "Retry"), Wish(WishKind.RETRY), framed=True)
    return [*_continue_button(shown), retry]


def _continue_button(shown: ShownMessage) -> list[Button]:
    """Return the way to go on from the words that are there; none where nothing would."""
    choice = shown.message.choice
    if not shown.is_last or not choice.content.strip() or choice.tool_calls:
        return []
    words = QCoreApplication.translate("Message", "Continue")
    return [Button(words, Wish(WishKind.CONTINUE), framed=True)]


def _waiting(shown: ShownMessage, grows_above: bool) -> Part:
    tr = QCoreApplication.translate
    if shown.retry_text:
        return BarPart([Words(shown.retry_text)], gap=1)
    if grows_above:
        return BarPart([], gap=1)  # the room that the actions will take
    waits = shown.message.status is MessageStatus.WAITING
    return BarPart([Words(tr("Message", "Waiting for the answer…") if waits else "●")], gap=1)


def _action_items(shown: ShownMessage, memory: MessageMemory) -> Iterator[Words | Button]:
    message, tr = shown.message, QCoreApplication.translate
    yield from _version_items(shown)
    cost = memory.cost_of(message)
    if message.reply and (summary := wording.usage_summary(message.reply, cost)):
        wish = Wish(WishKind.FOLD, DETAILS)
        yield Button(summary, wish, quiet=not shown.is_last, leads=True)
    yield Button(tr("Message", "Copy"), Wish(WishKind.COPY_MESSAGE), quiet=True)
    yield Button(tr("Message", "Quote"), Wish(WishKind.COPY_QUOTE), quiet=True)
    if message.role is Role.ASSISTANT:
        yield Button(tr("Message", "Regenerate"), Wish(WishKind.REGENERATE), quiet=True)
    yield Button(tr("Message", "Edit"), Wish(WishKind.EDIT), quiet=True)
    raw = memory.is_raw(message.id)
    label = tr("Message", "Rendered") if raw else tr("Message", "Source")
    yield Button(label, Wish(WishKind.RAW), quiet=True)
    yield Button(tr("Message", "Delete"), Wish(WishKind.DELETE), quiet=True)
    if message.choice.logprobs.get("content"):
        yield Button(tr("Message", "Tokens"), Wish(WishKind.TOKENS), quiet=True)
    if message.sent_body:
        yield Button(tr("Message", "Settings"), Wish(WishKind.SETTINGS), quiet=True)
        yield Button(tr("Message", "Inspect"), Wish(WishKind.INSPECT), quiet=True)


def _version_items(shown: ShownMessage) -> Iterator[Words | Button]:
    if shown.version_count < 2:
        return
    yield Button("‹", Wish(WishKind.SIBLING, number=-1))
    yield Words(f"{shown.version + 1}/{shown.version_count}")
    yield Button("›", Wish(WishKind.SIBLING, number=1))
