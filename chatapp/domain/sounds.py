"""Spoken answers as files: raw samples get the header that players want."""

import struct

PCM_RATE_HZ = 24_000
PCM_BYTES_PER_SECOND = PCM_RATE_HZ * 2
"""``pcm16`` is mono, signed, 16 bits, little end first (``endpoint.md`` B1)."""
_RAW_FORMATS = ("pcm16", "pcm")
_HEADER = "<4sI4s4sIHHIIHH4sI"
_HEADER_SIZE = 44
_HEADS = {b"RIFF": "wav", b"ID3": "mp3", b"OggS": "opus", b"fLaC": "flac"}


def playable(data: bytes, asked_format: str) -> tuple[bytes, str]:
    """Return a sound that players take, and its file suffix without a dot.

    What the bytes are counts for more than what was asked for; samples without a header are
    what ``pcm16`` means, and what a server sends that does not say.
    """
    for head, suffix in _HEADS.items():
        if data.startswith(head):
            return data, suffix
    if data[:1] == b"\xff" and asked_format not in _RAW_FORMATS:
        return data, "aac" if asked_format == "aac" else "mp3"
    return wav_of(data), "wav"


def wav_of(samples: bytes) -> bytes:
    """Put the header of a WAV file before raw samples."""
    size = len(samples)
    header = struct.pack(
        _HEADER, b"RIFF", size + _HEADER_SIZE - 8, b"WAVE", b"fmt ", 16, 1, 1,
        PCM_RATE_HZ, PCM_BYTES_PER_SECOND, 2, 16, b"data", size,
    )  # fmt: skip
    return header + samples


def duration_s(data: bytes, asked_format: str) -> float | None:
    """Return how long a sound is in seconds, where its bytes tell without decoding."""
    if data.startswith(b"RIFF"):
        return _wav_duration_s(data)
    _, suffix = playable(data[:4], asked_format)
    return len(data) / PCM_BYTES_PER_SECOND if suffix == "wav" else None


def _wav_duration_s(data: bytes) -> float | None:
    if len(data) < _HEADER_SIZE:
        return None
    (per_second,) = struct.unpack_from("<I", data, 28)
    return (len(data) - _HEADER_SIZE) / per_second if per_second else None
