"""What may be attached: real files of real kinds, whatever they are called."""

import os
from pathlib import Path

import pytest

from chatapp.domain.errors import ChatAppError
from chatapp.services.attachment_files import MOST_BYTES, Content, opened, read_file
from tests.support.sample_files import pdf, png, wav


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (png(2, 2), Content.PICTURE),
        (b"\xff\xd8\xff\xe0rest", Content.PICTURE),
        (b"GIF89arest", Content.PICTURE),
        (b"RIFF\0\0\0\0WEBPrest", Content.PICTURE),
        (wav(), Content.WAV),
        (b"ID3\x04rest", Content.MP3),
        (b"\xff\xfb\x90\0rest", Content.MP3),
        (pdf("x"), Content.PDF),
        (b"[Desktop Entry]\nExec=rm", Content.WORDS),
    ],
)
def test_the_bytes_decide_what_a_file_is(data: bytes, content: Content) -> None:
    assert opened("anything.exe", data).content is content


def test_an_older_text_is_read_and_its_encoding_named() -> None:
    file = opened("a.txt", "Grüße".encode("latin-1"))
    assert (file.words, file.encoding) == ("Grüße", "Windows-1252")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_every_form_of_unicode(encoding: str) -> None:
    assert opened("a.txt", "Grüße\r\n日本".encode(encoding)).words == "Grüße\n日本"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"MZ\0\0", "is no picture"),
        (b"L\0\0\0\x01\x14\x02", "is no picture"),
        (b"caf\xe9\x01", "is no picture"),
        (b"x" * (2 * 1024 * 1024 + 1), "at most 2 MB"),
        (png(1, 1) + b"\0" * (20 * 1024 * 1024), "at most 20 MB"),
    ],
)
def test_what_cannot_be_sent_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(ChatAppError, match=words):
        opened("x", data)


def test_a_pipe_is_refused_and_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ChatAppError, match="is not a file"):
        read_file(tmp_path / "pipe")


@pytest.mark.parametrize("path", ["/dev/zero", "/proc/self/mem", "/", "/no/such/file"])
def test_devices_folders_and_memory_are_refused(path: str) -> None:
    with pytest.raises(ChatAppError, match=r"is not a file|cannot be read"):
        read_file(Path(path))


def test_a_file_of_five_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(5 * 1024**3)
    with pytest.raises(ChatAppError, match=f"at most {MOST_BYTES // 1024**2} MB"):
        read_file(path)
