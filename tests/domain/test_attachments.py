"""Attachments: kept as descriptions, sent as the endpoint's content parts."""

import base64

from chatapp.domain.attachments import (
    Attachment,
    AttachmentKind,
    attachment_of,
    attachments_in,
    media_kinds,
    shortened,
    wire_part,
    with_bytes,
)
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import ConversationId, Message, MessageId, Role

PICTURE = Attachment(AttachmentKind.IMAGE, "d1", "a.png", "image/png", 3, 85, 10, 20)
SOUND = Attachment(AttachmentKind.AUDIO, "d2", "a.mp3", "audio/mpeg", 3)
WORDS = Attachment(AttachmentKind.TEXT, "d3", 'a"<b>.py', "text/plain", 5, pages=2)


def test_a_description_is_read_back_as_it_was() -> None:
    for attachment in (PICTURE, SOUND, WORDS):
        assert attachment_of(attachment.to_part()) == attachment


def test_parts_of_other_kinds_and_broken_ones_are_no_attachments() -> None:
    parts: list[JsonObject] = [
        {"type": "text", "text": "x"},
        {"type": "attachment", "kind": "film", "digest": "d"},
        {"type": "attachment", "kind": "image"},
        {"type": "attachment", "kind": "image", "digest": "d", "size": "large"},
    ]
    assert [a.size for a in attachments_in(parts)] == [0]


def test_pictures_are_data_urls_and_sounds_bare_base64() -> None:
    url = "data:image/png;base64," + base64.b64encode(b"abc").decode()
    assert wire_part(PICTURE, b"abc") == {"type": "image_url", "image_url": {"url": url}}
    audio = {"data": base64.b64encode(b"abc").decode(), "format": "mp3"}
    assert wire_part(SOUND, b"abc") == {"type": "input_audio", "input_audio": audio}


def test_a_file_is_text_between_marks_that_its_name_cannot_break() -> None:
    assert wire_part(WORDS, b"hello") == {
        "type": "text",
        "text": '<file name="a b .py">\nhello\n</file>',
    }


def test_without_bytes_a_part_says_what_is_left_out() -> None:
    for attachment in (PICTURE, SOUND, WORDS):
        assert f"{attachment.size} bytes are left out" in str(wire_part(attachment, None))


def test_long_base64_is_cut_for_reading_and_says_so() -> None:
    url = "data:image/png;base64," + "A" * 100_000
    part: JsonObject = {"content": [{"type": "image_url", "image_url": {"url": url}}]}
    shown = str(shortened(part))
    assert len(shown) < 400
    assert "99,958 characters are left out" in shown
    short: JsonObject = {"content": [{"image_url": {"url": "data:,x"}}], "text": "A" * 100_000}
    assert shortened(short) == short


def test_the_media_of_a_body_are_found() -> None:
    body: JsonObject = {
        "messages": [
            {"role": "user", "content": "words"},
            {"role": "user", "content": [{"type": "text", "text": "x"}, wire_part(SOUND, b"")]},
        ]
    }
    assert media_kinds(body) == {AttachmentKind.AUDIO}
    assert media_kinds({"messages": "none"}) == frozenset()


def test_a_message_for_a_file_carries_everything_in_itself() -> None:
    message = Message(
        MessageId("m"), ConversationId("c"), None, Role.USER, content="What is it?",
        parts=(PICTURE.to_part(), WORDS.to_part(), SOUND.to_part()),
    )  # fmt: skip
    whole = with_bytes(message, {"d1": b"abc", "d3": b"hello"})
    assert [part["type"] for part in whole.parts] == ["text", "text", "image_url", "attachment"]
    assert whole.parts[1] == {"type": "text", "text": "What is it?"}
    assert with_bytes(whole, {}).parts == whole.parts
