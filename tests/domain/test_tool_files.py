"""Files in results are what their bytes say; what cannot be decoded is never sent on."""

import base64

import pytest

from chatapp.domain.json_value import JsonObject
from chatapp.domain.tool_files import (
    LONGEST_READ,
    FileProblem,
    ToolFile,
    bytes_of,
    examined,
    file_at,
    file_of,
    kind_of,
    plain_base64,
    sendable,
    text_in,
    tool_files,
)
from tests.support.sample_files import png, wav

PNG, WAV = png(8, 8), wav(0.1)
MP3 = b"\xff\xfb\x90\x00" + bytes(400)


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def image(data: str, media_type: object = "image/png") -> JsonObject:
    return {"type": "image", "mimeType": media_type, "data": data}  # type: ignore[dict-item]


def blob(data: str, media_type: str, uri: str = "demo://files/a") -> JsonObject:
    return {"type": "resource", "resource": {"uri": uri, "mimeType": media_type, "blob": data}}


def found(block: JsonObject) -> ToolFile:
    file = file_of(block)
    assert file is not None
    return file


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (WAV, "audio/wav"),
        (b"RIFF\0\0\0\0AVI ", ""),
        (b"ID3\4", "audio/mpeg"),
        (MP3, "audio/mpeg"),
        (b"\xff\xf1\x50\x80", "audio/aac"),
        (b"\xff\xfe<\0h\0", ""),
        (b"OggS", "audio/ogg"),
        (b"fLaC", "audio/flac"),
        (b"\0\0\0\x20ftypM4A ", "audio/mp4"),
        (b"\x1aE\xdf\xa3", "audio/webm"),
        (b"#EXTM3U", ""),
        (b"", ""),
    ],
)
def test_the_first_bytes_tell_what_a_file_is(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind


def test_pictures_and_sounds_are_found_in_every_kind_of_block() -> None:
    blocks: tuple[JsonObject, ...] = (
        {"type": "text", "text": "x"},
        image(b64(PNG)),
        {"type": "audio", "mimeType": "audio/x-wav", "data": b64(WAV)},
        blob(b64(PNG), "image/png", "demo://files/chart.png"),
        {"type": "resource", "resource": {"uri": "a:b", "text": "words"}},
        {"type": "resource_link", "uri": "a:b", "name": "n"},
        blob(b64(b"PK\3\4"), "application/zip", "demo://files/a"),
    )
    files = tool_files(blocks)
    assert [(f.address, f.name, f.media_type) for f in files] == [
        ("result:1", "picture.png", "image/png"),
        ("result:2", "sound.wav", "audio/wav"),
        ("result:3", "chart.png", "image/png"),
        ("result:6", "a.zip", "application/zip"),
    ]
    assert [f.is_picture for f in files] == [True, False, True, False]
    assert [f.is_sound for f in files] == [False, True, False, False]
    assert [f.size for f in files] == [len(PNG), len(WAV), len(PNG), 4]
    assert file_at(blocks, "result:3") == files[2]
    assert file_at(blocks, "result:0") is None


def test_bytes_decide_between_pictures_and_where_nothing_is_said() -> None:
    assert found(image(b64(PNG), "image/jpg")).media_type == "image/png"
    assert found(image(b64(PNG), None)).media_type == "image/png"
    assert found(blob(b64(WAV), "")).media_type == "audio/wav"
    assert found(blob(b64(b"abc"), "")).media_type == "application/octet-stream"
    # What a server calls a file of its own kind is not made a picture.
    assert found(blob(b64(PNG), "application/x-secret")).media_type == "application/x-secret"


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        (image(""), FileProblem.EMPTY),
        (image(" \n"), FileProblem.EMPTY),
        ({"type": "audio"}, FileProblem.EMPTY),
        ({"type": "image", "data": 7, "mimeType": []}, FileProblem.EMPTY),
        (image("!!!! no base64 !!!!"), FileProblem.NOT_BASE64),
        (image(b64(WAV)), FileProblem.OTHER_KIND),
        (image(b64(b"<html>not a picture</html>")), FileProblem.OTHER_KIND),
        ({"type": "audio", "mimeType": "audio/mpeg", "data": b64(PNG)}, FileProblem.OTHER_KIND),
    ],
)
def test_what_is_wrong_is_known_without_decoding_it_all(
    block: JsonObject, problem: FileProblem
) -> None:
    file = found(block)
    assert file.problem is problem
    assert (file.is_picture, file.is_sound, file.is_sent) == (False, False, False)
    assert sendable(file) == ""


def test_data_that_ends_in_nonsense_is_marked_when_it_is_examined_and_never_sent() -> None:
    broken = image(b64(PNG * 20)[:-5] + "*****")
    assert found(broken).problem is None
    assert sendable(found(broken)) == ""
    marked = examined(broken)
    assert found(marked).problem is FileProblem.NOT_BASE64
    assert marked["data"] == broken["data"]


@pytest.mark.parametrize(
    "odd",
    [
        "\r\n".join(b64(PNG)[i : i + 20] for i in range(0, len(b64(PNG)), 20)),
        f"data:image/png;base64,{b64(PNG)}",
        base64.urlsafe_b64encode(PNG).decode().rstrip("="),
        b64(PNG),
    ],
)
def test_base64_of_every_usual_form_is_understood(odd: str) -> None:
    file = found(image(odd))
    assert file.is_picture
    assert sendable(file) == b64(PNG)
    assert examined(image(odd))["data"] == b64(PNG)
    assert examined(blob(odd, "image/png"))["resource"] == blob(b64(PNG), "image/png")["resource"]


def test_kinds_that_endpoints_do_not_take_are_kept_and_not_sent() -> None:
    speech = found({"type": "audio", "mimeType": "audio/ogg; codecs=opus", "data": b64(b"OggS")})
    assert (speech.media_type, speech.is_sound, speech.is_sent) == ("audio/ogg", True, False)
    mistaken = found({"type": "audio", "mimeType": "audio/wav", "data": b64(b"fLaC")})
    assert (mistaken.media_type, mistaken.is_sound, mistaken.is_sent) == ("audio/flac", True, False)
    drawing = found(image(b64(b"<svg/>"), "image/svg+xml"))
    assert (drawing.is_picture, drawing.is_sent, drawing.name) == (False, False, "picture.svg")


def test_a_list_of_addresses_is_no_sound_that_a_player_would_fetch() -> None:
    addresses = b64(b"#EXTM3U\nhttp://127.0.0.1/secret\n")
    for told in ("audio/mpegurl", "audio/x-mpegurl", "audio/ogg", "audio/mpeg"):
        assert not found({"type": "audio", "mimeType": told, "data": addresses}).is_sound


@pytest.mark.parametrize(
    ("data", "media_type", "words"),
    [
        ("naïve\n".encode(), "text/plain", "naïve\n"),
        (b"\xef\xbb\xbf{}", "application/json", "{}"),
        (b"\xff\xfe", "text/plain", ""),
        (b"a\0b", "text/plain", ""),
        (b"words", "application/octet-stream", ""),
        (b"x" * LONGEST_READ, "text/csv", ""),
    ],
)
def test_a_short_text_in_base64_is_read(data: bytes, media_type: str, words: str) -> None:
    assert text_in(found(blob(b64(data), media_type))) == words


def test_blocks_without_files_are_left_as_they_are() -> None:
    words: JsonObject = {"type": "text", "text": "x"}
    assert examined(words) is words
    assert file_of(words) is None
    assert bytes_of(plain_base64("QUJD")) == b"ABC"
    assert bytes_of("QUJ") is None
