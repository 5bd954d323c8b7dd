"""Start to first paint and memory after it, as ratios to a bare PySide6 window in this run.

``python -m tests.benchmarks.start`` prints one JSON line each: the median of several starts.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import psutil

RUNS = 7
BARE = """
import sys
from PySide6 import QtCore, QtGui, QtWidgets, QtSvg, QtNetwork
app = QtWidgets.QApplication(sys.argv)
window = QtWidgets.QMainWindow()
window.setCentralWidget(QtWidgets.QPlainTextEdit())
window.show()
QtCore.QTimer.singleShot(0, lambda: print("painted", flush=True))
app.exec()
"""
OURS = """
import sys
from PySide6 import QtCore
from chatapp.ui import main_window
shown = main_window.MainWindow.showEvent
def on_shown(self, event):
    shown(self, event)
    QtCore.QTimer.singleShot(0, lambda: print("painted", flush=True))
main_window.MainWindow.showEvent = on_shown
from chatapp.cli import main
main(["--profile", sys.argv[1]])
"""


def one_start(code: str) -> tuple[float, float]:
    """Start a program; return seconds to its first paint and its memory (PSS) in megabytes."""
    with tempfile.TemporaryDirectory() as profile:
        began = time.perf_counter()
        program = subprocess.Popen(
            [sys.executable, "-c", code, profile],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        assert program.stdout is not None
        with program.stdout as output:
            output.readline()
            seconds = time.perf_counter() - began
            memory = psutil.Process(program.pid).memory_full_info().pss / 1e6
        program.kill()
        program.wait()
    return seconds, memory


def main() -> None:
    """Measure both programs in turn, so that noise meets both alike."""
    pairs = [(one_start(BARE), one_start(OURS)) for _ in range(RUNS)]
    for at, name in ((0, "start to first paint, s"), (1, "memory after start, MB")):
        bare = statistics.median(b[at] for b, _ in pairs)
        ours = statistics.median(o[at] for _, o in pairs)
        print(
            json.dumps(
                {
                    "what": name,
                    "bare": round(bare, 3),
                    "ours": round(ours, 3),
                    "ratio": round(ours / bare, 2),
                }
            )
        )


if __name__ == "__main__":
    main()
