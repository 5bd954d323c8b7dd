"""Spoken answers as files that players take."""

import io
import wave

import pytest

from chatapp.domain.sounds import duration_s, playable
from tests.support.sample_files import wav


def test_raw_samples_get_the_header_of_a_wav_file() -> None:
    data, suffix = playable(bytes(48_000), "pcm16")
    assert suffix == "wav"
    with wave.open(io.BytesIO(data)) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (24_000, 1, 2)
        assert sound.getnframes() == 24_000


@pytest.mark.parametrize(
    ("head", "asked", "suffix"),
    [
        (b"ID3\x04", "mp3", "mp3"),
        (b"\xff\xfb\x90", "mp3", "mp3"),
        (b"\xff\xf1\x50", "aac", "aac"),
        (b"OggS", "opus", "opus"),
        (b"fLaC", "flac", "flac"),
        (b"RIFF", "pcm16", "wav"),
    ],
)
def test_the_bytes_say_what_a_sound_is(head: bytes, asked: str, suffix: str) -> None:
    assert playable(head + b"rest", asked) == (head + b"rest", suffix)


def test_the_length_of_a_sound_is_told_where_its_bytes_tell() -> None:
    assert duration_s(wav(2.5), "wav") == 2.5
    assert duration_s(bytes(96_000), "pcm16") == 2.0
    assert duration_s(b"ID3" + bytes(100), "mp3") is None
    assert duration_s(b"RIFF", "wav") is None
