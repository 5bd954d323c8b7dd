"""Many HTTP chunks become one, wherever the reads cut them; broken framing goes on as it came."""

import random

import h11
import pytest

from chatapp.wire.chunk_merging import ChunkMerger

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
PIECES = [b"data: one\n\n", b"data: two\n\n", b"data: \r\nthree\n\n"]


def chunked(pieces: list[bytes]) -> bytes:
    return b"".join(b"%x;note=1\r\n%b\r\n" % (len(p), p) for p in pieces) + b"0\r\n\r\n"


def body_of(reads: list[bytes]) -> tuple[bytes, int]:
    """What h11 makes of what the merger hands on, and in how many pieces."""
    connection = h11.Connection(h11.CLIENT)
    connection.send(h11.Request(method="GET", target="/", headers=[("Host", "x")]))
    connection.send(h11.EndOfMessage())
    body, count = b"", 0
    for read in reads:
        if read:
            connection.receive_data(read)
        while (event := connection.next_event()) is not h11.NEED_DATA:
            if isinstance(event, h11.Data):
                body, count = body + bytes(event.data), count + 1
            if isinstance(event, h11.EndOfMessage):
                return body, count
    raise AssertionError("the body did not end")


def test_the_chunks_of_one_read_become_one() -> None:
    merger = ChunkMerger()
    body, count = body_of([merger.take(HEAD + chunked(PIECES))])
    assert body == b"".join(PIECES)
    assert count == 1


@pytest.mark.parametrize("seed", range(20))
def test_reads_may_cut_the_framing_anywhere(seed: int) -> None:
    dice, wire = random.Random(seed), HEAD + chunked(PIECES * 5)
    cuts = sorted(dice.sample(range(1, len(wire)), 25))
    reads = [wire[a:b] for a, b in zip([0, *cuts], [*cuts, len(wire)], strict=True)]
    merger = ChunkMerger()
    body, _ = body_of([merger.take(read) for read in reads])
    assert body == b"".join(PIECES * 5)


def test_every_byte_alone_gives_the_same() -> None:
    merger = ChunkMerger()
    body, _ = body_of([merger.take(bytes([byte])) for byte in HEAD + chunked(PIECES)])
    assert body == b"".join(PIECES)


def test_a_chunk_that_comes_slowly_is_handed_on_as_it_comes() -> None:
    merger = ChunkMerger()
    merger.take(HEAD)
    assert merger.take(b"ff\r\nfirst") == b"5\r\nfirst\r\n"
    assert merger.take(b" more") == b"5\r\n more\r\n"


def test_an_interim_response_comes_first() -> None:
    merger = ChunkMerger()
    early = b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
    assert merger.take(early + HEAD[:20]) == early + HEAD[:20]
    assert merger.take(HEAD[20:] + b"1\r\na\r\n1\r\nb\r\n") == HEAD[20:] + b"2\r\nab\r\n"


@pytest.mark.parametrize("head", [b"Content-Length: 9", b"Transfer-Encoding: gzip"])
def test_a_body_without_chunks_is_untouched(head: bytes) -> None:
    merger = ChunkMerger()
    reply = b"HTTP/1.1 200 OK\r\n%b\r\n\r\n1\r\na\r\n1\r\n" % head
    assert merger.take(reply) == reply
    assert merger.take(b"b\r\n") == b"b\r\n"


@pytest.mark.parametrize(
    "broken", [b"xyz\r\nabc\r\n", b"3\r\nabcde\r\n", b"-1\r\n", b"0x3\r\nabc\r\n", b"3" * 5000]
)
def test_broken_framing_is_left_to_h11(broken: bytes) -> None:
    merger = ChunkMerger()
    merger.take(HEAD)
    sent = merger.take(broken)
    with pytest.raises(h11.RemoteProtocolError):
        body_of([HEAD, sent, merger.take(b"\r\n" * 3), merger.close()])


def test_what_was_held_back_is_handed_on_when_the_connection_ends() -> None:
    merger = ChunkMerger()
    merger.take(HEAD)
    assert merger.take(b"5\r\nabcde\r\n1f") == b"5\r\nabcde\r\n"
    assert merger.close() == b"1f"
