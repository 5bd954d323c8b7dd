"""A server's log: bounded, without keys, and read as it grows."""

import threading

import pytest

from chatapp.domain.redaction import remember_secret
from chatapp.toolhosts.server_log import LONGEST_LINE, MOST_AT_ONCE, MOST_LINES, STARTED, ServerLog


def words(log: ServerLog) -> str:
    """Return all that is kept, as a view reads it."""
    found: list[str] = []
    position = 0
    while True:
        lines, position = log.since(position)
        if not lines:
            return "\n".join(found)
        found += lines


def test_lines_are_put_together_however_they_come() -> None:
    log = ServerLog()
    for piece in (b"one\ntw", b"o\n", b"\xe6\x9d", b"\xb1\n", b"open"):
        log.feed(piece)
    assert words(log) == "one\ntwo\n東"
    log.end_line()
    log.end_line()
    assert words(log) == "one\ntwo\n東\nopen"


def test_keys_are_cut_and_hidden_letters_written_out() -> None:
    remember_secret("tok-log-canary-1")
    log = ServerLog()
    log.feed(b"token=tok-log-canary-1 Bearer abcdefgh\n\xe2\x80\xaeevil\x1b[2J\n")
    assert "canary" not in words(log)
    assert "abcdefgh" not in words(log)
    assert "\\u202eevil" in words(log)
    assert "\x1b" not in words(log)


def test_only_the_last_lines_are_kept_and_long_ones_are_cut() -> None:
    log = ServerLog()
    for number in range(MOST_LINES + 50):
        log.say(f"line {number}")
    log.feed(b"x" * (LONGEST_LINE * 3))
    log.feed(b"\n")
    lines = words(log).split("\n")
    assert len(lines) == MOST_LINES
    assert lines[0] == "line 51"
    assert len(lines[-1]) <= LONGEST_LINE


def test_reading_goes_on_where_it_ended_and_skips_what_is_gone() -> None:
    log = ServerLog()
    for number in range(MOST_AT_ONCE + 5):
        log.say(str(number))
    first, position = log.since(0)
    assert (len(first), position) == (MOST_AT_ONCE, MOST_AT_ONCE)
    rest, position = log.since(position)
    assert rest[-1] == str(MOST_AT_ONCE + 4)
    assert log.since(position) == ([], position)
    for number in range(MOST_LINES * 2):
        log.say(f"later {number}")
    later, _ = log.since(position)
    assert later[0] == f"later {MOST_LINES}"


def test_clearing_forgets_the_lines_and_not_the_place() -> None:
    log = ServerLog()
    log.say("one")
    _, position = log.since(0)
    log.clear()
    assert log.since(0) == ([], position)
    log.say("two")
    assert log.since(position) == (["two"], position + 1)


def test_growth_is_told_once_until_it_is_read() -> None:
    told: list[int] = []
    log = ServerLog(lambda: told.append(1))
    for _ in range(100):
        log.say("x")
    assert len(told) == 1
    log.since(0)
    log.say("y")
    assert len(told) == 2


def test_a_reader_never_misses_growth_while_another_thread_writes() -> None:
    grown = threading.Event()
    log = ServerLog(grown.set)
    count = 3000

    def write() -> None:
        for number in range(count):
            log.say(str(number))

    writer = threading.Thread(target=write)
    writer.start()
    position, last = 0, ""
    while last != str(count - 1):
        assert grown.wait(30)
        grown.clear()
        lines, position = log.since(position)
        while lines:
            last = lines[-1]
            lines, position = log.since(position)
    writer.join()
    assert position == count


PYTHON = """Traceback (most recent call last):
  File "/srv/server.py", line 3, in <module>
    raise KeyError("TOKEN")
    ~~~~~~^^^^^^^^^
KeyError: 'TOKEN'"""
NODE = """node:internal/modules/cjs/loader:1143
  throw err;
  ^

Error: Cannot find module '/srv/index.js'
Require stack:
- /srv/start.js
    at Module._resolveFilename (node:internal/modules/cjs/loader:1140:15)
    at Function.executeUserEntryPoint [as runMain] (node:internal/modules/run_main:81:12) {
  code: 'MODULE_NOT_FOUND',
  requireStack: []
}

Node.js v20.11.1"""
NPM = """npm error code E404
npm error 404 Not Found - GET /no-such-server
npm error A complete log of this run can be found in: /home/me/.npm/_logs/x.log"""


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (PYTHON, "KeyError: 'TOKEN'"),
        (NODE, "Error: Cannot find module '/srv/index.js'"),
        ("listening\nwith two rooms\n", "with two rooms"),
        (NPM, "npm error 404 Not Found - GET /no-such-server"),
        ("usage: server FOLDER\n", "usage: server FOLDER"),
        ("", ""),
    ],
)
def test_the_last_words_are_those_that_tell_why(written: str, told: str) -> None:
    log = ServerLog()
    log.say("an earlier start")
    log.say(f"{STARTED} as process 1]")
    log.feed(written.encode())
    log.end_line()
    log.say("[ended with status 1]")
    words = log.last_words()
    assert told in words
    assert "earlier" not in words
    assert "stack" not in words
    assert len(words.splitlines()) <= 3


def test_last_words_are_short_and_without_keys() -> None:
    log = ServerLog()
    log.feed(b"token sk-canary0123456789abcdef is wrong " + b"x" * 5000 + b"\n")
    assert len(log.last_words()) <= 200
    assert "canary" not in log.last_words()
