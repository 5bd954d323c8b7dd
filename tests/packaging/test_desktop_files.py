"""What desktops read about the app: valid by their own tools, and asking for nothing more."""

import configparser
import re
import subprocess
from pathlib import Path

from chatapp import APP_ID, __version__
from chatapp.command_line import parser
from tests.packaging.conftest import PACKAGING

DESKTOP = PACKAGING / "linux" / f"{APP_ID}.desktop"
METAINFO = PACKAGING / "linux" / f"{APP_ID}.metainfo.xml"


def entries() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DESKTOP, encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_desktop_file_is_valid_and_in_the_apps_three_languages() -> None:
    done = subprocess.run(
        ["desktop-file-validate", DESKTOP], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
    for key in ("Name", "Comment"):
        assert {key, f"{key}[ja]", f"{key}[zh_CN]"} <= set(entries())


def test_the_metainfo_is_valid_and_of_this_version() -> None:
    command = ["appstreamcli", "validate", "--no-net", str(METAINFO)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    words = METAINFO.read_text("utf-8")
    assert re.findall(r'<release version="([^"]+)"', words)[0] == __version__
    assert f"<id>{APP_ID}</id>" in words


def test_no_package_claims_an_address_scheme_or_a_file_type() -> None:
    """A link in a browser must never start a tool server (``reliability.md`` T5)."""
    assert "MimeType" not in entries()
    files: list[Path] = [p for p in PACKAGING.rglob("*") if p.suffix in (".yaml", ".iss", ".spec")]
    assert files
    for path in files:
        assert not re.search(r"x-scheme-handler|URLTypes|URL Protocol", path.read_text("utf-8"))


def test_every_option_is_in_the_manual_page() -> None:
    manual = (PACKAGING / "linux" / "chatapp.1").read_text("utf-8").replace("\\-", "-")
    options = set(re.findall(r"(--[a-z-]+)", parser().format_help()))
    assert len(options) > 8
    assert {o for o in options if o not in manual} == set()
