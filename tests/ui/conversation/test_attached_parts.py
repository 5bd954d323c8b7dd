"""What goes with a message, in the message view: pictures, files, sounds, and how they act."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from chatapp.domain.attachments import Attachment, AttachmentKind
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.domain.replies import AudioReply, Choice, Reply
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.attached_parts import attached_parts, spoken_parts
from chatapp.ui.conversation.message_memory import MessageMemory
from chatapp.ui.conversation.message_sections import MessageSections
from chatapp.ui.conversation.parts.file_part import FilePart
from chatapp.ui.conversation.parts.image_part import ImagePart
from chatapp.ui.conversation.parts.part import PaintState, Part
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.conversation.wishes import Wish, WishKind

PICTURE = Attachment(AttachmentKind.IMAGE, "d1", "cat.png", "image/png", 3, 85, 10, 20)
SOUND = Attachment(AttachmentKind.AUDIO, "d2", "note.mp3", "audio/mpeg", 3)
WORDS = Attachment(AttachmentKind.TEXT, "d3", "a.pdf", "application/pdf", 5, pages=2)
MESSAGE = Message(
    MessageId("m"), ConversationId("c"), None, Role.USER,
    parts=tuple(a.to_part() for a in (PICTURE, SOUND, WORDS)),
)  # fmt: skip


@pytest.fixture
def look(qapp: QApplication) -> Appearance:
    return Appearance.of(qapp.palette(), qapp.font(), 1.0)


def spoken(data: bytes, status: MessageStatus = MessageStatus.COMPLETE) -> Message:
    audio = AudioReply("a", data, "Hello")
    reply = Reply(choices=(Choice(audio=audio),))
    asked = {"audio": {"format": "pcm16"}}
    return replace(MESSAGE, role=Role.ASSISTANT, parts=(), reply=reply, status=status,
                   sent_body=asked)  # fmt: skip


def painted(part: Part, look: Appearance) -> QImage:
    height = part.lay_out(look, 400)
    image = QImage(400, height, QImage.Format.Format_RGB32)
    image.fill(look.surface)
    painter = QPainter(image)
    part.paint(painter, look, PaintState(QRect(0, 0, 400, height)))
    painter.end()
    return image


def test_each_attachment_has_a_part_that_says_what_it_is(look: Appearance) -> None:
    parts = list(attached_parts(MESSAGE))
    assert [type(part) for part in parts] == [ImagePart, FilePart, FilePart]
    assert [part.text() for part in parts] == ["cat.png", "note.mp3", "a.pdf"]
    for part in parts:
        blank = QImage(400, part.lay_out(look, 400), QImage.Format.Format_RGB32)
        blank.fill(look.surface)
        assert painted(part, look) != blank


def test_only_a_sound_can_be_played(look: Appearance) -> None:
    _, sound, words = attached_parts(MESSAGE)
    for part in (sound, words):
        part.lay_out(look, 400)
    assert [area.wish for area in sound.areas()] == [Wish(WishKind.PLAY_SOUND, "d2")]
    assert words.areas() == ()


def test_pictures_that_an_answer_brought_are_shown() -> None:
    image: JsonObject = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}
    answer = replace(spoken(b""), reply=Reply(choices=(Choice(images=(image, {})),)))
    (part,) = attached_parts(answer)
    assert isinstance(part, ImagePart)
    assert part.address == "data:image/png;base64,AAAA"


def test_a_spoken_answer_can_be_played_and_saved_when_it_is_whole(look: Appearance) -> None:
    assert list(spoken_parts(spoken(b""))) == []
    assert list(spoken_parts(spoken(b"x", MessageStatus.STREAMING))) == []
    (bar,) = spoken_parts(spoken(bytes(48_000 * 65)))
    bar.lay_out(look, 400)
    assert [area.wish.kind for area in bar.areas()] == [WishKind.PLAY_SOUND, WishKind.SAVE_SOUND]
    assert bar.text() == "1:05"


def test_files_stand_before_the_words_and_words_are_not_needed(look: Appearance) -> None:
    sections = MessageSections(MessageMemory())
    text = sections.update(ShownMessage(MESSAGE))[3]
    assert len(text.parts) == 3
    text = sections.update(ShownMessage(replace(MESSAGE, content="Look")))[3]
    for part in text.parts:
        part.lay_out(look, 400)
    assert [part.text() for part in text.parts] == ["cat.png", "note.mp3", "a.pdf", "Look"]
