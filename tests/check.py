"""The one command for format, lint, types, floors, security lint and tests.

``--fast`` leaves out what needs the real model, a keyring or a screen; other arguments go to
pytest. Tests run side by side, one file in one process, on up to four cores; ``-n 0`` undoes it.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS = (
    ("format", [BIN / "ruff", "format", "--check", "chatapp", "tests", "packaging"]),
    ("lint", [BIN / "ruff", "check", "chatapp", "tests", "packaging"]),
    ("types", [BIN / "mypy"]),
    ("floors", [BIN / "lint-imports", "--no-cache"]),
    ("security", [BIN / "bandit", "-q", "-r", "chatapp", "-ll", "-s", "B608"]),
)
"""B608 (SQL by formatting) is ruff's S608 as well, which is excused line by line."""

SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder")
"""In the order of the files: the long ones (the real model, the bundle) are not left to the end."""

FAST = ["-m", "not model and not keyring and not screen"]


def run(name: str, command: list[object]) -> bool:
    """Run one check; say how it went."""
    began = time.monotonic()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    code = subprocess.call([str(part) for part in command], cwd=ROOT, env=environment)
    print(
        f"-- {name}: {'ok' if code == 0 else 'FAILED'} ({time.monotonic() - began:.1f} s)",
        flush=True,
    )
    return code == 0


def main(arguments: list[str]) -> int:
    """Run everything; the exit status is 1 if anything failed."""
    fast = "--fast" in arguments
    rest = [a for a in arguments if a != "--fast"]
    good = [run(name, list(command)) for name, command in CHECKS]
    pytest = [sys.executable, "-m", "pytest", *SIDE_BY_SIDE, *(FAST if fast else []), *rest]
    good.append(run("tests", list(pytest)))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
