"""What results have besides words follows them in a form that endpoints take."""

import base64

from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.wire.tool_results import LEAD, with_attachments
from tests.support.sample_files import png, wav

PNG, WAV = (base64.b64encode(data).decode() for data in (png(4, 4), wav(0.1)))
MP3 = base64.b64encode(b"ID3\4" + bytes(60)).decode()


def result(*parts: JsonObject) -> Message:
    return Message(MessageId("m"), ConversationId("c"), None, Role.TOOL, "words", parts)


def blob(data: str, media_type: str) -> JsonObject:
    return {"type": "resource", "resource": {"uri": "a:b", "mimeType": media_type, "blob": data}}


def test_words_alone_have_no_attachments() -> None:
    assert with_attachments([result(), result({"type": "text", "text": "x"})]) == []


def test_pictures_and_sounds_of_all_results_come_in_one_message() -> None:
    (message,) = with_attachments(
        [
            result({"type": "image", "mimeType": "image/PNG", "data": PNG}),
            result({"type": "audio", "mimeType": "audio/mp3", "data": MP3}),
            result(blob(PNG, "image/jpeg"), blob(f"{WAV[:40]}\n{WAV[40:]}", "audio/x-wav")),
        ]
    )
    picture = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PNG}"}}
    assert (message.role, message.content) == (Role.USER, "")
    assert message.parts == (
        {"type": "text", "text": LEAD},
        picture,
        {"type": "input_audio", "input_audio": {"data": MP3, "format": "mp3"}},
        picture,
        {"type": "input_audio", "input_audio": {"data": WAV, "format": "wav"}},
    )


def test_what_no_endpoint_takes_is_left_to_its_words() -> None:
    strange: list[JsonObject] = [
        {"type": "image", "mimeType": "image/svg+xml", "data": "AA=="},
        {"type": "image", "mimeType": "image/png", "data": ""},
        {"type": "audio", "mimeType": "audio/ogg", "data": "AA=="},
        blob(PNG, "application/octet-stream"),
        {"type": 3},
    ]
    assert with_attachments([result(*strange)]) == []


def test_data_that_cannot_be_decoded_poisons_no_request() -> None:
    broken: list[JsonObject] = [
        {"type": "image", "mimeType": "image/png", "data": f"{PNG[:-3]}***"},
        {"type": "image", "mimeType": "image/png", "data": f"{PNG}="},
        {"type": "audio", "mimeType": "audio/wav", "data": f"{WAV[:-8]}=AAA"},
        {"type": "image", "mimeType": "image/png", "data": WAV},
    ]
    assert with_attachments([result(*broken)]) == []
