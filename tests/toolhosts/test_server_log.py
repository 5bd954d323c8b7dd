"""A server's log is bounded, readable, and tells no keys."""

from chatapp.domain.redaction import remember_secret
from chatapp.toolhosts.server_log import LONGEST_LINE, MOST_LINES, ServerLog


def test_pieces_become_lines() -> None:
    log = ServerLog()
    for piece in (b"star", b"ting\nre", b"ady"):
        log.feed(piece)
    assert log.text() == "starting\nready"


def test_only_the_last_lines_are_kept_and_none_is_endless() -> None:
    log = ServerLog()
    log.feed(b"".join(b"line %d\n" % n for n in range(MOST_LINES + 50)) + b"x" * 100_000)
    lines = log.text().split("\n")
    assert len(lines) == MOST_LINES + 1
    assert lines[0] == "line 50"
    assert len(lines[-1]) <= LONGEST_LINE


def test_keys_and_control_characters_do_not_get_through() -> None:
    remember_secret("tok-very-secret-1")
    log = ServerLog()
    log.feed(b"token tok-very-secret-1 \x1b[31mred\xff\n")
    log.say("Authorization: Bearer abcdefgh")
    assert "tok-very-secret-1" not in log.text()
    assert "abcdefgh" not in log.text()
    assert "\x1b" not in log.text()
