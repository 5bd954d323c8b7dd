"""Start and memory, as ratios to bare PySide6 windows started in turn with ours.

``python -m tests.benchmarks.start`` prints one JSON line each, the median of several starts.
Two baselines: ``bare`` is a PySide6 window of the same size that imports the same Qt modules;
``bare_with_loop`` also imports and runs what the product's shape prescribes (asyncio, qasync and
sqlite3).
All run compiled, as installed programs do: a first start of each, not counted, compiles.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

RUNS = 7
BARE = """
import sys
from PySide6 import QtCore, QtGui, QtWidgets, QtSvg, QtNetwork
app = QtWidgets.QApplication(sys.argv)
window = QtWidgets.QMainWindow()
window.setCentralWidget(QtWidgets.QPlainTextEdit())
window.resize(1180, 760)
window.show()
def said():
    print("painted", flush=True)
    print("usable", flush=True)
    QtCore.QTimer.singleShot(500, lambda: print("settled", flush=True))
QtCore.QTimer.singleShot(0, said)
"""
BARE_ALONE = BARE + "app.exec()\n"
BARE_WITH_LOOP = (
    "import asyncio, sqlite3, qasync\n"
    + BARE
    + """
loop = qasync.QEventLoop(app)
with loop:
    loop.run_forever()
"""
)
OURS = """
import sys
from chatapp.import_hook import use_plain_imports
use_plain_imports()  # as cli.main does, before what is imported here only to be watched
from chatapp import launch, opening
first_frame = opening.show_first_frame
async def shown(window):
    await first_frame(window)
    print("painted", flush=True)
    from PySide6.QtCore import QTimer
    from chatapp.ui.controllers.conversation import ConversationController
    load = ConversationController._load
    async def loaded(self, conversation_id):
        await load(self, conversation_id)
        print("usable", flush=True)
        QTimer.singleShot(500, lambda: print("settled", flush=True))
    ConversationController._load = loaded
opening.show_first_frame = shown
from chatapp.cli import main
main(["--profile", sys.argv[1]])
"""


COMPILED = tempfile.TemporaryDirectory()
"""Where the starts of a measurement keep their compiled modules."""


def one_start(code: str, profile: Path | None = None) -> dict[str, float]:
    """Start a program; return seconds to its first frame and until it can be used, and its
    memory (PSS, megabytes) half a second later. Without ``profile`` it has an empty one."""
    environment = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": COMPILED.name}
    with tempfile.TemporaryDirectory() as empty:
        began = time.perf_counter()
        program = subprocess.Popen(
            [sys.executable, "-c", code, profile or empty],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        assert program.stdout is not None
        found: dict[str, float] = {}
        with program.stdout as output:
            for what in ("painted", "usable"):
                assert output.readline().strip() == what.encode()
                found[what] = time.perf_counter() - began
            assert output.readline().strip() == b"settled"
        found["memory"] = psutil.Process(program.pid).memory_full_info().pss / 1e6
        program.kill()
        program.wait()
    return found


def main() -> None:
    """Measure the programs in turn, so that noise meets all alike."""
    programs = (BARE_ALONE, BARE_WITH_LOOP, OURS)
    for code in programs:
        one_start(code)
    runs = [[one_start(code) for code in programs] for _ in range(RUNS)]
    for what, words in (
        ("painted", "start to first paint, s"),
        ("usable", "start to a usable window, s"),
        ("memory", "memory after start, MB"),
    ):
        bare, loop, ours = (statistics.median(run[at][what] for run in runs) for at in range(3))
        print(
            json.dumps(
                {
                    "what": words,
                    "bare": round(bare, 3),
                    "bare_with_loop": round(loop, 3),
                    "ours": round(ours, 3),
                    "ratio": round(ours / bare, 2),
                    "ratio_with_loop": round(ours / loop, 2),
                }
            )
        )


if __name__ == "__main__":
    main()
