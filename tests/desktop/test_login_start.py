"""Opening at login: a file that desktops accept, and that goes again."""

import configparser
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from chatapp import APP_ID
from chatapp.desktop.login_start import set_login_start, start_command
from chatapp.domain.errors import ChatAppError


@pytest.fixture
def autostart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "autostart" / f"{APP_ID}.desktop"


def command_in(path: Path) -> list[str]:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(path, encoding="utf-8")
    return shlex.split(parser["Desktop Entry"]["Exec"])


def test_the_file_is_valid_and_starts_this_app(autostart: Path) -> None:
    set_login_start(APP_ID, on=True)
    done = subprocess.run(
        ["desktop-file-validate", str(autostart)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert command_in(autostart) == start_command()
    said = subprocess.run(
        [*start_command(), "--version"], capture_output=True, text=True, check=False
    )
    assert said.stdout.startswith("chatapp ")


def test_off_takes_the_file_away_and_off_again_is_no_error(autostart: Path) -> None:
    set_login_start(APP_ID, on=True)
    set_login_start(APP_ID, on=False)
    set_login_start(APP_ID, on=False)
    assert not autostart.exists()


def test_a_folder_that_cannot_be_written_is_said_in_words(autostart: Path) -> None:
    autostart.parent.write_text("a file where the folder should be")
    with pytest.raises(ChatAppError, match="Opening at login"):
        set_login_start(APP_ID, on=True)


def test_a_path_with_odd_signs_reaches_the_program_whole(
    autostart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", '/opt/my "apps"/50% $HOME/python')
    set_login_start(APP_ID, on=True)
    line = next(x for x in autostart.read_text().splitlines() if x.startswith("Exec="))
    # The levels of the specification: the string's own escapes, the quoting, the field codes.
    unescaped = line.removeprefix("Exec=").replace("\\\\", "\\")
    quoted = re.match(r'"((?:\\.|[^"\\])*)"', unescaped)
    assert quoted
    assert re.sub(r"\\(.)", r"\1", quoted[1]).replace("%%", "%") == sys.executable
