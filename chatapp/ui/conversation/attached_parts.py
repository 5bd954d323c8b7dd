"""The parts that show what goes with a message, or came with an answer."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from chatapp.domain.attachments import Attachment, AttachmentKind, attachment_of
from chatapp.domain.json_value import JsonObject, as_object, as_text
from chatapp.domain.messages import Message
from chatapp.domain.sounds import duration_s
from chatapp.ui.attachments.wording import ICONS, detail_words
from chatapp.ui.conversation.parts.bar_part import BarPart, Button, Words
from chatapp.ui.conversation.parts.file_part import FilePart
from chatapp.ui.conversation.parts.image_part import ImagePart
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.wishes import Wish, WishKind

TALLEST_UNITS = 52
"""Pictures that a person sent need not be as large as those of an answer."""


def attached_parts(message: Message) -> Iterator[Part]:
    """Yield the pictures, sounds and files of a message."""
    for part in (*message.parts, *message.choice.images):
        attachment = attachment_of(part)
        if attachment is None:
            if url := _picture_url(part):
                yield ImagePart("", url, gap=2, tallest=TALLEST_UNITS)
        elif attachment.kind is AttachmentKind.IMAGE:
            yield ImagePart(attachment.name, attachment.address, gap=2, tallest=TALLEST_UNITS)
        else:
            yield _card(attachment)


def _card(attachment: Attachment) -> FilePart:
    """Return the card of what is no picture; a sound can be played."""
    buttons = []
    if attachment.kind is AttachmentKind.AUDIO:
        wish = Wish(WishKind.PLAY_SOUND, attachment.digest)
        buttons.append(Button(QCoreApplication.translate("Message", "Play"), wish))
    drawing, details = ICONS[attachment.kind], detail_words(attachment)
    return FilePart(drawing, attachment.name, details, buttons, gap=2)


def _picture_url(part: Mapping[str, object]) -> str:
    return as_text(as_object(part.get("image_url")).get("url"))


def spoken_parts(message: Message) -> Iterator[Part]:
    """Yield what plays a spoken answer that is complete."""
    audio = message.choice.audio
    if audio is None or not audio.data or message.status.is_running:
        return
    tr = QCoreApplication.translate
    items: list[Words | Button] = [
        Button(tr("Message", "Play"), Wish(WishKind.PLAY_SOUND), framed=True),
        Button(tr("Message", "Save the sound…"), Wish(WishKind.SAVE_SOUND), framed=True),
    ]
    seconds = duration_s(audio.data, sound_format(message.sent_body))
    if seconds is not None:
        minutes, rest = divmod(round(seconds), 60)
        items.append(Words(f"{minutes}:{rest:02}"))
    yield BarPart(items, gap=2)


def sound_format(sent_body: JsonObject) -> str:
    """Return the format that a spoken answer was asked for in."""
    return as_text(as_object(sent_body.get("audio")).get("format"))
