"""The frozen build: made anew, and answering with its own model."""

import subprocess
import sys

import pytest

from tests.packaging.conftest import PACKAGING


@pytest.mark.model
def test_the_bundle_is_built_and_chats_offline() -> None:
    done = subprocess.run(
        ["sh", str(PACKAGING / "bundle.sh"), sys.executable],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"ok":true' in done.stdout
    licences = (PACKAGING.parent / "build" / "THIRD-PARTY.txt").read_text("utf-8")
    for name in ("PySide6_Essentials", "xllamacpp", "httpx", "Markdown"):
        assert name in licences
