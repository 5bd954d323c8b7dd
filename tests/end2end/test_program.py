"""The real program, started as people and other programs start it."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from chatapp import __version__
from tests.support.endless_server import endless_server
from tests.support.keyboard import write, xdotool

PROGRAM = [sys.executable, "-m", "chatapp"]


def run(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **variables}
    return subprocess.run(
        [*PROGRAM, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        timeout=150,
        check=False,
    )


def test_version_and_help_exit_with_0() -> None:
    assert run("--version").stdout.strip() == f"chatapp {__version__}"
    assert "--profile" in run("--help").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["--mcp-config", "/nonexistent/file.json"],
        ["--mcp-config", __file__],
        ["--mcp-config", str(Path(__file__).parents[1] / "data" / "mcp-unknown-variable.json")],
        ["--base-url", "ftp://x"],
        ["--base-url", ""],
        ["--model", ""],
        ["--api-key-env", ""],
        ["--api-key-env", "CHATAPP_NO_SUCH_VARIABLE"],
        ["--base-url", "http://127.0.0.1:1", "--offline-model"],
    ],
)
def test_bad_options_are_said_in_one_line(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.model
def test_the_smoke_test_chats_with_the_offline_model(tmp_path: Path) -> None:
    result = run("--profile", str(tmp_path), "--offline-model", "--smoke-test")
    said = json.loads(result.stdout)
    assert result.returncode == 0, said
    assert said["ok"] is True
    assert said["answer_chars"] > 0
    assert 0 < said["first_token_ms"] <= said["total_ms"]
    db = sqlite3.connect(tmp_path / "chatapp.sqlite3")
    assert db.execute("SELECT role, status FROM messages ORDER BY number").fetchall() == [
        ("user", "complete"),
        ("assistant", "complete"),
    ]
    db.close()


def test_a_server_that_is_not_there_is_named_even_if_no_model_is(tmp_path: Path) -> None:
    result = run("--profile", str(tmp_path), "--base-url", "http://127.0.0.1:9", "--smoke-test")
    assert result.returncode == 1
    assert "Cannot connect to 127.0.0.1:9" in json.loads(result.stdout)["error"]


def test_a_failed_smoke_test_says_why_and_writes_no_key(tmp_path: Path) -> None:
    key = "sk-canary-0123456789"
    result = run(
        "--profile", str(tmp_path), "--base-url", "http://127.0.0.1:9", "--model", "m",
        "--api-key-env", "CANARY", "--smoke-test", CANARY=key,
    )  # fmt: skip
    said = json.loads(result.stdout)
    assert result.returncode == 1
    assert said["ok"] is False
    assert "127.0.0.1:9" in said["error"]
    assert result.stdout.startswith('{"ok":false,"error":"'), "as the contract writes it"
    assert key not in result.stdout + result.stderr
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or key.encode() not in file.read_bytes(), file


@contextmanager
def window(profile: Path, screen: str, *options: str) -> "Iterator[subprocess.Popen[bytes]]":
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": screen}
    program = subprocess.Popen([*PROGRAM, "--profile", str(profile), *options], env=environment)
    try:
        yield program
    finally:
        program.kill()
        program.wait()


def rows(profile: Path, query: str) -> list[tuple[object, ...]]:
    try:
        db = sqlite3.connect(f"file:{profile / 'chatapp.sqlite3'}?mode=ro", uri=True)
        try:
            return db.execute(query).fetchall()
        finally:
            db.close()
    except sqlite3.OperationalError:
        return []


def until(profile: Path, query: str, wanted: object, seconds: float = 60) -> None:
    """Wait, within bounds, until a query of the profile gives what is wanted."""
    end = time.monotonic() + seconds
    while rows(profile, query) != wanted:
        assert time.monotonic() < end, rows(profile, query)
        time.sleep(0.1)  # between looks at another program's file


SCREENSHOTS = Path(__file__).parents[1] / "screenshots"
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


def take_screenshot(screen: str, name: str) -> None:
    """Keep what the screen shows in a folder that git ignores, for people to look at."""
    SCREENSHOTS.mkdir(exist_ok=True)
    target = SCREENSHOTS / f"{name}.png"
    target.unlink(missing_ok=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": screen}
    subprocess.run([sys.executable, "-c", GRAB, target], env=environment, timeout=60, check=True)
    assert target.stat().st_size > 10_000  # a window, not an empty screen


STATUS = "SELECT status FROM messages WHERE role = 'assistant' ORDER BY number"


BEGUN = "SELECT 1 FROM messages WHERE role = 'assistant' AND status IN ('streaming', 'complete')"


@pytest.mark.screen
@pytest.mark.model
def test_a_person_chats_with_the_offline_model_in_a_real_window(
    tmp_path: Path, screen: str
) -> None:
    with window(tmp_path, screen, "--offline-model") as program:
        write(screen, "Say hi")
        # The small model may ramble: a few words of it are enough, then stop it.
        until(tmp_path, BEGUN, [(1,)])
        take_screenshot(screen, "chat")
        xdotool(screen, "key", "Escape")
        program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=20) == 0
    (kept,) = rows(tmp_path, "SELECT data FROM messages WHERE role = 'assistant'")
    assert json.loads(str(kept[0]))["reply"]["choices"][0]["content"]
    assert rows(tmp_path, "SELECT content FROM messages WHERE role = 'user'") == [("Say hi",)]


@pytest.mark.screen
def test_an_answer_survives_a_kill_and_a_second_start_raises_the_first_window(
    tmp_path: Path, screen: str
) -> None:
    with endless_server() as url, window(tmp_path, screen, "--base-url", url) as program:
        write(screen, "Go on")
        until(tmp_path, STATUS, [("streaming",)])
        second = run("--profile", str(tmp_path))
        assert second.returncode == 0
        until(tmp_path, "SELECT count(*) > 5 FROM chunks", [(1,)])
        program.kill()
        program.wait()
    assert rows(tmp_path, "PRAGMA integrity_check") == [("ok",)]
    with window(tmp_path, screen) as program:
        until(tmp_path, STATUS, [("interrupted",)])
        program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=20) == 0
    (kept,) = rows(tmp_path, "SELECT data FROM messages WHERE role = 'assistant'")
    assert "w0 w1 w2 w3" in str(kept)
    assert len(rows(tmp_path, "SELECT 1 FROM messages")) == 2


@pytest.mark.screen
def test_stop_keeps_the_text_so_far(tmp_path: Path, screen: str) -> None:
    with endless_server() as url, window(tmp_path, screen, "--base-url", url) as program:
        write(screen, "Go on")
        until(tmp_path, "SELECT count(*) > 2 FROM chunks", [(1,)])
        xdotool(screen, "key", "Escape")
        until(tmp_path, STATUS, [("stopped",)])
        program.send_signal(signal.SIGINT)
        assert program.wait(timeout=20) == 0
    (kept,) = rows(tmp_path, "SELECT data FROM messages WHERE role = 'assistant'")
    assert "w0 w1 w2 w3" in str(kept)
