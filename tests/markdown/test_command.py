"""``python -m chatapp.markdown``: Markdown in, the HTML of the finished message out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from chatapp.markdown import StreamRenderer
from tests.support.gfm_oracle import CORPUS


def run(*arguments: str, source: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "chatapp.markdown", *arguments]
    return subprocess.run(command, input=source, capture_output=True, check=False)


def test_it_reads_standard_input() -> None:
    result = run(source="# Grüße *an alle*\n\nx <b onclick=x>".encode())
    expected = "<h1>Grüße <em>an alle</em></h1>\n<p>x &lt;b onclick=x&gt;</p>\n"
    assert result.stdout.decode() == expected
    assert (result.returncode, result.stderr) == (0, b"")


def test_it_prints_what_the_view_is_built_from() -> None:
    path = next(CORPUS.glob("*nested-everything.md"))
    renderer = StreamRenderer()
    renderer.append(path.read_text(encoding="utf-8"))
    renderer.finish()
    renderer.update()
    assert run(str(path)).stdout.decode() == renderer.html() + "\n"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.md"))
    assert result.returncode == 1
    assert b"No such file" in result.stderr


def test_it_tells_how_it_is_used() -> None:
    assert run("--help").returncode == 0
    assert run("a", "b").returncode == 2
    assert b"usage:" in run("a", "b").stderr


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    assert run(source=b"a\xffb").stdout.decode() == "<p>a\ufffdb</p>\n"
