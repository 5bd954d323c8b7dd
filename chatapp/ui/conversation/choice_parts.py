"""The ``n`` answers to one message as tabs above the one that is shown."""

from PySide6.QtCore import QCoreApplication

from chatapp.domain.messages import Message
from chatapp.ui.conversation.message_memory import MessageMemory
from chatapp.ui.conversation.parts.bar_part import BarPart, Button, Words
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.wishes import Wish, WishKind

AGREEMENT = "agreement"
"""The fold that tints what the answers agree on, and what only this one says."""


def choice_parts(message: Message, memory: MessageMemory) -> list[Part]:
    """Return the row of tabs; nothing for a single answer."""
    count = len(message.reply.choices) if message.reply else 0
    if count < 2:
        return []
    tr = QCoreApplication.translate
    at = min(message.chosen, count - 1)
    title = tr("Message", "Answer {number} of {count}").format(number=at + 1, count=count)
    items: list[Words | Button] = [Words(title)]
    items.extend(
        Button(str(n + 1), Wish(WishKind.CHOICE, number=n), framed=n == at) for n in range(count)
    )
    if not message.status.is_running:
        is_open = memory.is_open(message.id, AGREEMENT)
        label = tr("Message", "Hide agreement") if is_open else tr("Message", "Show agreement")
        items.append(Button(label, Wish(WishKind.FOLD, AGREEMENT)))
        if is_open:
            items.append(Words(tr("Message", "green: most say it · warm: few others do")))
    return [BarPart(items, gap=1)]
