"""What results have besides words follows them in a form that endpoints take."""

from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.wire.tool_results import LEAD, with_attachments


def result(*parts: JsonObject) -> Message:
    return Message(MessageId("m"), ConversationId("c"), None, Role.TOOL, "words", parts)


def test_words_alone_have_no_attachments() -> None:
    assert with_attachments([result(), result({"type": "text", "text": "x"})]) == []


def test_pictures_and_sounds_of_all_results_come_in_one_message() -> None:
    (message,) = with_attachments(
        [
            result({"type": "image", "mimeType": "image/PNG", "data": "AA=="}),
            result({"type": "audio", "mimeType": "audio/mpeg", "data": "BB=="}),
        ]
    )
    assert (message.role, message.content) == (Role.USER, "")
    assert message.parts == (
        {"type": "text", "text": LEAD},
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}},
        {"type": "input_audio", "input_audio": {"data": "BB==", "format": "mp3"}},
    )


def test_what_no_endpoint_takes_is_left_to_its_words() -> None:
    strange: list[JsonObject] = [
        {"type": "image", "mimeType": "image/svg+xml", "data": "AA=="},
        {"type": "image", "mimeType": "image/png", "data": ""},
        {"type": "audio", "mimeType": "audio/ogg", "data": "AA=="},
        {"type": "resource", "resource": {"uri": "a:b", "blob": "AA=="}},
        {"type": 3},
    ]
    assert with_attachments([result(*strange)]) == []
