"""A server's output in lines: the same however it is cut, and never more than the limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.toolhosts.lines import LineCutter, TooLong

OUTPUT = b'{"id":1}\n\n{"id":2,"text":"d\xc3\xada"}\r\nlast\nopen'


def cut(output: bytes, size: int, longest: int = 1000) -> list[bytes | TooLong]:
    cutter = LineCutter(longest)
    pieces = [output[i : i + size] for i in range(0, len(output), size)]
    return [line for piece in pieces for line in cutter.feed(piece)]


@pytest.mark.parametrize("size", range(1, 30))
def test_lines_do_not_depend_on_where_pieces_break(size: int) -> None:
    assert cut(OUTPUT, size) == [b'{"id":1}', '{"id":2,"text":"día"}'.encode(), b"last"]


@given(st.binary(max_size=3000), st.integers(1, 700))
def test_nothing_but_long_lines_is_lost(output: bytes, size: int) -> None:
    whole = [line.rstrip(b"\r") for line in (output + b"\n").split(b"\n")[:-1]]
    assert cut(output + b"\n", size, 5000) == [line for line in whole if line]


@pytest.mark.parametrize("size", [1, 7, 1000, 100_000])
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_line_that_is_too_long_is_thrown_away_with_its_id_kept(size: int, place: str) -> None:
    text = b'"text":"' + b"x" * 5000 + b'"'
    line = b'{"id":42,' + text + b"}" if place == "first" else b"{" + text + b',"id":42}'
    long, after = cut(line + b'\n{"id":43}\n', size, 2000)
    assert isinstance(long, TooLong)
    assert (long.size, long.id) == (len(line), b"42")
    assert after == b'{"id":43}'


def test_a_flood_without_a_line_end_takes_no_memory() -> None:
    cutter = LineCutter(10_000)
    for _ in range(1000):
        assert list(cutter.feed(b"x" * 10_000)) == []
        assert len(cutter._line) <= 10_000
    (line,) = cutter.feed(b"\n")
    assert line == TooLong(10_000_000)
