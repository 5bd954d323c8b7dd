"""The ``n`` answers to one message as tabs above the one that is shown."""

from PySide6.QtCore import QCoreApplication

from chatapp.domain.messages import Message
from chatapp.ui.conversation.parts.bar_part import BarPart, Button, Words
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.wishes import Wish, WishKind


def choice_parts(message: Message) -> list[Part]:
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
    return [BarPart(items, gap=1)]
