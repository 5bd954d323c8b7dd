"""``--import`` and ``--export`` of the real program, with a real profile."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from chatapp.single_instance import profile_lock
from chatapp.store.paths import profile_paths
from tests.end2end.test_program import rows, run
from tests.transfer import exports

COUNTS = "SELECT (SELECT count(*) FROM conversations), (SELECT count(*) FROM messages)"


def bring(profile: Path, *files: Path) -> tuple[int, dict[str, Any]]:
    result = run("--profile", str(profile), "--import", *map(str, files))
    (line,) = result.stdout.splitlines()
    assert result.stderr == ""
    return result.returncode, json.loads(line)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = []
    for name, data in exports.all_exports().items():
        made.append(tmp_path / f"{name}.json")
        made[-1].write_text(json.dumps(data))
    return made


def test_a_profile_goes_out_and_comes_back_equal(tmp_path: Path, files: list[Path]) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    code, said = bring(first, *files)
    assert (code, said["ok"], said["conversations"], said["messages"]) == (0, True, 5, 23)
    assert {s["file"] for s in said["skipped"]} == {
        "chatgpt.json", "claude.json", "cherry_studio.json",
    }  # fmt: skip
    out, again = tmp_path / "out.json", tmp_path / "again.json"
    result = run("--profile", str(first), "--export", str(out))
    assert (result.returncode, json.loads(result.stdout)["conversations"]) == (0, 5)
    assert bring(second, out) == (
        0, {"ok": True, "conversations": 5, "messages": 23, "skipped": []},
    )  # fmt: skip
    assert rows(second, COUNTS) == [(5, 23)]
    assert run("--export", str(again), CHATAPP_PROFILE=str(second)).returncode == 0
    assert (
        json.loads(again.read_text())["conversations"]
        == (json.loads(out.read_text())["conversations"])
    )


def test_the_same_file_twice_adds_nothing_and_says_so(tmp_path: Path, files: list[Path]) -> None:
    bring(tmp_path / "p", files[0])
    code, said = bring(tmp_path / "p", files[0])
    assert (code, said["ok"], said["conversations"], said["messages"]) == (0, True, 0, 0)
    assert [s["reason"] for s in said["skipped"]] == ["It is here already."]
    assert rows(tmp_path / "p", COUNTS) == [(1, 8 - 1)]


@pytest.mark.parametrize("content", [b"", b"garbage", b"{}", b'[{"mapping": ', b"\x00" * 100])
def test_a_bad_file_is_said_in_one_line_and_exits_with_1(tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(content)
    code, said = bring(tmp_path / "p", bad)
    assert (code, said["ok"]) == (1, False)
    assert said["error"].startswith("bad.json: ")


def test_a_missing_file_is_said_and_the_others_are_taken(tmp_path: Path, files: list[Path]) -> None:
    code, said = bring(tmp_path / "p", tmp_path / "none.json", files[1])
    assert (code, said["ok"], said["conversations"]) == (1, False, 1)
    assert said["error"] == "none.json: There is no such file."


@pytest.mark.parametrize("suffix", ["md", "html", "json"])
def test_every_kind_of_file_is_written(tmp_path: Path, files: list[Path], suffix: str) -> None:
    bring(tmp_path / "p", *files)
    out = tmp_path / f"out.{suffix}"
    assert run("--profile", str(tmp_path / "p"), "--export", str(out)).returncode == 0
    text = out.read_text(encoding="utf-8")
    assert all(title in text for title in ("Sorting", "Weather", "Greeting", "Numbers", "Tea"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--export", "out.pdf"],
        ["--export", "out"],
        ["--import"],
        ["--import", "a.json", "--export", "b.json"],
        ["--import", "a.json", "--smoke-test"],
    ],
)
def test_bad_options_are_said_in_one_line(tmp_path: Path, arguments: list[str]) -> None:
    result = run("--profile", str(tmp_path / "p"), *arguments)
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stdout == ""


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    target = tmp_path / "none" / "out.json"
    result = run("--profile", str(tmp_path / "p"), "--export", str(target))
    assert result.returncode == 1
    assert "out.json cannot be written" in json.loads(result.stdout)["error"]


def test_a_profile_in_use_is_left_alone(tmp_path: Path, files: list[Path]) -> None:
    paths = profile_paths(tmp_path / "p")
    paths.create()
    lock = profile_lock(paths)
    assert lock.tryLock(0)
    try:
        code, said = bring(tmp_path / "p", files[0])
        assert (code, said["ok"]) == (1, False)
        assert "another instance uses this profile" in said["error"]
        out = run("--profile", str(tmp_path / "p"), "--export", str(tmp_path / "o.md"))
        assert (out.returncode, json.loads(out.stdout)["ok"]) == (1, False)
        assert not paths.database.exists()
    finally:
        lock.unlock()


def test_a_damaged_profile_is_said(tmp_path: Path, files: list[Path]) -> None:
    paths = profile_paths(tmp_path / "p")
    paths.create()
    paths.database.write_bytes(b"no database at all" * 1000)
    code, said = bring(tmp_path / "p", files[0])
    assert (code, said["ok"]) == (1, False)
    assert said["error"]


def test_no_qt_application_is_needed(tmp_path: Path, files: list[Path]) -> None:
    """Neither widgets nor a platform plugin: it works over SSH and in a cron job."""
    script = (
        "import sys; from chatapp.cli import main; status = main(sys.argv[1:]);"
        "assert 'PySide6.QtWidgets' not in sys.modules; sys.exit(status)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, "--profile", str(tmp_path / "p"), "--import", *files],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr


def test_the_profile_is_sound_after_an_import(tmp_path: Path, files: list[Path]) -> None:
    bring(tmp_path / "p", *files)
    db = sqlite3.connect(tmp_path / "p" / "chatapp.sqlite3")
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
