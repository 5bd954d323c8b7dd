"""A whole chat by ear: what a screen reader finds and hears, over real accessibility buses."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.keyboard import write, xdotool
from tests.support.raw_server import RawServer, raw_server, reply
from tests.support.screen_reader import Heard, ScreenReader, accessibility_bus

EVENT = b'data: {"choices":[{"index":0,"delta":{"content":"%s"}}]}\n\n'
END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
ANSWER = reply(EVENT % b"Mount Fuji is **3776 m** high." + END)

pytestmark = pytest.mark.screen
SPOKEN = ("push button", "check box", "slider", "toggle button")


@pytest.fixture
def server() -> Iterator[RawServer]:
    with raw_server([ANSWER]) as running:
        yield running


@pytest.fixture
def reader(screen: str, tmp_path: Path, server: RawServer) -> Iterator[ScreenReader]:
    with accessibility_bus(screen, tmp_path / "home") as (heard, environment):
        environment.pop("QT_QPA_PLATFORM", None)
        command = [sys.executable, "-m", "chatapp", "--profile", str(tmp_path / "profile")]
        program = subprocess.Popen(
            [*command, "--base-url", server.url, "--model", "m"],
            env={**environment, "PYTHONPATH": str(Path.cwd())},
        )
        try:
            yield heard
        finally:
            program.terminate()
            assert program.wait(timeout=30) == 0


def messages(reader: ScreenReader, count: int) -> list[Heard]:
    end = time.monotonic() + 30
    while True:
        items = reader.children(reader.find("list", "Messages"))
        if len(items) == count and items[-1].name:
            return items
        assert time.monotonic() < end, items


def test_a_person_asks_and_hears_the_answer_with_who_said_what(
    reader: ScreenReader, screen: str, server: RawServer
) -> None:
    composer = reader.find("text", "Message")
    assert composer.is_showing
    reader.find("push button", "Send")
    write(screen, "How high is Fuji?")
    asked, answered = messages(reader, 2)
    assert (asked.role, asked.name) == ("list item", "How high is Fuji?")
    assert asked.description.startswith("You")
    assert answered.name == "Mount Fuji is 3776 m high."
    assert answered.description.startswith("Assistant")
    assert reader.find("list item", "How high is Fuji?").is_showing  # the conversation's title
    assert b"How high is Fuji?" in server.requests[0]


def test_what_is_typed_is_heard_and_every_control_says_what_it_is(
    reader: ScreenReader, screen: str
) -> None:
    composer = reader.find("text", "Message")
    xdotool(screen, "search", "--sync", "--onlyvisible", "--name", "^Chat$")
    reader.focus(composer)
    xdotool(screen, "type", "--delay", "15", "half a thought")
    end = time.monotonic() + 30
    while reader.text_of(composer) != "half a thought":
        assert time.monotonic() < end, reader.text_of(composer)
    (program,) = reader.programs()
    everything = list(reader.all_in(program))
    silent = [
        heard
        for heard in everything
        if heard.is_showing
        and heard.role in ("push button", "check box", "slider", "toggle button")
        if not heard.name
    ]
    assert silent == []
    assert len(everything) > 50
