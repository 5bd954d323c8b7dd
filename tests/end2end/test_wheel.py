"""The wheel, built and installed as others install it: it finds what it brings along."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

import pytest

from chatapp import __version__
from tests.support.raw_server import raw_server, reply

ROOT = Path(__file__).parents[2]
HELLO = reply(
    b'data: {"choices":[{"index":0,"delta":{"content":"Hello"},"finish_reason":"stop"}]}\n\n'
    b"data: [DONE]\n\n",
    "200 OK",
    "Content-Type: text/event-stream",
)


def run(*command: object, cwd: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run a program that may not see this checkout."""
    kept: Mapping[str, str] = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**kept, "QT_QPA_PLATFORM": "offscreen", **variables},
        timeout=150,
        check=False,
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of a fresh environment with the wheel in it.

    What the app depends on is borrowed from this environment; nothing is downloaded.
    """
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    built = run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stderr
    venv.create(folder / "venv", with_pip=False)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = folder.glob("chatapp-*.whl")
    put = run(
        *pip, "--python", programs / "python", "install", "--no-deps", "--no-index", wheel,
        cwd=folder,
    )  # fmt: skip
    assert put.returncode == 0, put.stderr
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(run(programs / "python", "-c", asked, cwd=folder).stdout.strip())
    (own / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


def test_the_installed_program_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "chatapp", "--version", cwd=tmp_path).stdout == (
        f"chatapp {__version__}\n"
    )


def test_resources_are_inside_the_wheel_and_found(installed: Path, tmp_path: Path) -> None:
    asked = "from chatapp.resources import resources_folder as f; print(f())"
    folder = Path(run(installed / "python", "-c", asked, cwd=tmp_path).stdout.strip())
    assert folder.is_relative_to(installed.parent)
    for name in ("theme/tokens.json", "icons/send.svg", "translations/chatapp_ja.qm"):
        assert (folder / name).is_file(), name


def test_the_installed_program_chats(installed: Path, tmp_path: Path) -> None:
    with raw_server([HELLO]) as server:
        result = run(
            installed / "chatapp", "--profile", tmp_path / "profile", "--base-url", server.url,
            "--model", "m", "--smoke-test", cwd=tmp_path,
        )  # fmt: skip
    said = json.loads(result.stdout)
    assert result.returncode == 0, said
    assert said["ok"] is True
    assert said["answer_chars"] == len("Hello")
