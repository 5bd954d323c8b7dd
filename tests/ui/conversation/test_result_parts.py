"""What tools bring, in the transcript: pictures as pictures, all else as cards, words in order."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.tool_calls import ToolResult
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.bar_part import BarPart
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.file_part import FilePart
from chatapp.ui.conversation.parts.image_part import ImagePart
from chatapp.ui.conversation.parts.note_part import NotePart
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.parts.text_part import TextPart
from chatapp.ui.conversation.result_parts import LONGEST_SHOWN, MOST_BLOCKS, result_parts
from chatapp.ui.conversation.wishes import Wish, WishKind
from tests.support.media_server import PDF, PNG, WAV, b64

MESSAGE = Message(MessageId("m"), ConversationId("c"), None, Role.TOOL)
IMAGE: JsonObject = {"type": "image", "mimeType": "image/png", "data": b64(PNG)}
RTL = "\u202e"


@pytest.fixture
def look(qapp: QApplication) -> Appearance:
    return Appearance.of(qapp.palette(), qapp.font(), 1.0)


def words(text: str) -> JsonObject:
    return {"type": "text", "text": text}


def audio(data: bytes, media_type: str = "audio/wav") -> JsonObject:
    return {"type": "audio", "mimeType": media_type, "data": b64(data)}


def resource(**held: str) -> JsonObject:
    return {"type": "resource", "resource": dict(held)}


def parts(*blocks: JsonObject, structured: JsonValue = None) -> list[Part]:
    result = ToolResult(blocks, structured)
    return list(result_parts(replace(MESSAGE, content=result.text, parts=blocks), structured))


def wishes(part: Part, look: Appearance, width: int = 600) -> list[Wish]:
    part.prepare(look, width)
    return [area.wish for area in part.areas()]


def note_words(note: NotePart, look: Appearance) -> str:
    note.prepare(look, 600)
    return note.text()


def test_blocks_are_shown_in_their_order() -> None:
    shown = parts(words("Before"), IMAGE, words("After"))
    assert [type(p) for p in shown] == [TextPart, ImagePart, BarPart, TextPart]
    assert [p.source() for p in shown if isinstance(p, TextPart)] == ["Before", "After"]
    assert (shown[0].gap, shown[-1].gap) == (1, 2)


def test_a_picture_in_a_resource_is_shown_and_can_be_saved(look: Appearance) -> None:
    blob = resource(uri="demo://a/chart.png", mimeType="image/jpg", blob=b64(PNG))
    picture, bar = parts(blob)
    assert isinstance(picture, ImagePart)
    assert (picture.text(), picture.address) == ("chart.png", f"data:image/png;base64,{b64(PNG)}")
    assert bar.text().startswith("chart.png · ")
    assert wishes(bar, look) == [Wish(WishKind.SAVE_FILE, "result:0")]


def test_a_sound_can_be_played_and_saved(look: Appearance) -> None:
    (card,) = parts(audio(WAV))
    assert isinstance(card, FilePart)
    assert card.spoken() == "sound.wav (audio/wav · 96 kB)"
    assert wishes(card, look) == [
        Wish(WishKind.PLAY_SOUND, "result:0"),
        Wish(WishKind.SAVE_FILE, "result:0"),
    ]


def test_a_file_has_a_row_with_its_kind_and_size_and_can_only_be_saved(look: Appearance) -> None:
    _, card = parts(
        words("x"), resource(uri="a://x/b.pdf", mimeType="application/pdf", blob=b64(PDF))
    )
    assert card.spoken() == "b.pdf (application/pdf · 586 bytes · not sent)"
    assert wishes(card, look) == [Wish(WishKind.SAVE_FILE, "result:1")]


def test_a_text_file_that_the_model_is_told_is_not_called_unsent() -> None:
    (card,) = parts(resource(uri="a://x/n.txt", mimeType="text/plain", blob=b64(b"milk")))
    assert card.spoken() == "n.txt (text/plain · 4 bytes)"


@pytest.mark.parametrize(
    ("block", "said", "saved"),
    [
        ({**IMAGE, "data": ""}, "No data", False),
        ({**IMAGE, "data": "***"}, "Cannot be decoded", False),
        ({**IMAGE, "data": b64(WAV)}, "Data of another kind", True),
    ],
)
def test_what_is_wrong_is_said_where_the_picture_would_be(
    block: JsonObject, said: str, saved: bool, look: Appearance
) -> None:
    (card,) = parts(block)
    assert isinstance(card, FilePart)
    assert said in card.spoken()
    assert [wish.kind for wish in wishes(card, look)] == [WishKind.SAVE_FILE] * saved


def test_a_link_is_plain_words_and_can_be_copied(look: Appearance) -> None:
    uri = f"javascript:alert(1)//{RTL}"
    card, *_ = parts({"type": "resource_link", "uri": uri, "name": f"log{RTL}gnp.exe"})
    assert card.spoken() == "log\\u202egnp.exe (javascript:alert(1)//\\u202e)"
    assert wishes(card, look) == [Wish(WishKind.COPY_ADDRESS, uri)]
    (nameless,) = parts({"type": "resource_link", "uri": "demo://x"})
    assert nameless.spoken() == "demo://x"


def test_words_in_a_resource_stand_below_its_address() -> None:
    address, text = parts(resource(uri="demo://notes", text="milk"))[:2]
    assert (address.text(), text.source()) == ("demo://notes", "milk")


def test_structured_content_that_no_words_tell_is_shown_as_json() -> None:
    shown = parts(words("Rows"), IMAGE, structured={"rows": [1]})
    code = shown[-1]
    assert isinstance(code, CodePart)
    assert code.code == '{\n  "rows": [\n    1\n  ]\n}'
    told = parts(words('{"rows":[1]}'), IMAGE, structured={"rows": [1]})
    assert [type(p) for p in told] == [CodePart, ImagePart, BarPart]


def test_words_that_were_edited_are_shown_with_the_files() -> None:
    edited = replace(MESSAGE, content="my own words", parts=(words("theirs"), IMAGE))
    picture, _, text = result_parts(edited)
    assert isinstance(picture, ImagePart)
    assert text.source() == "my own words"


def test_a_long_result_is_cut_in_the_view_and_says_so(look: Appearance) -> None:
    plain = replace(MESSAGE, content="x" * (LONGEST_SHOWN + 5))
    assert isinstance(list(result_parts(plain))[-1], NotePart)
    shown = parts(*[words("x" * 9_000)] * 4, IMAGE)
    assert sum(len(p.source()) for p in shown if isinstance(p, TextPart)) == LONGEST_SHOWN
    (note,) = [p for p in shown if isinstance(p, NotePart)]
    assert "16000" in note_words(note, look)


def test_a_result_of_very_many_parts_is_cut_too(look: Appearance) -> None:
    shown = parts(*[IMAGE] * (MOST_BLOCKS + 7))
    assert sum(isinstance(p, ImagePart) for p in shown) == MOST_BLOCKS
    assert isinstance(shown[-1], NotePart)
    assert "7 more parts" in note_words(shown[-1], look)
