"""Start and memory, as ratios to bare PySide6 windows started in turn with ours.

``python -m tests.benchmarks.start`` prints one JSON line each, the median of several starts.
Three baselines, each a window of the same size with a text field in it:

- ``bare`` imports PySide6 and nothing else: the strictest reading of "a bare window";
- ``bare_with_modules`` also imports and runs the modules, not ours, that the shown widgets live
  in: the other Qt modules, asyncio, qasync and sqlite3;
- ``bare_with_classes`` also names the classes of PySide6 that ours has named when it can be used:
  PySide makes a class, with all its enumerations, when it is first named.

``processor`` is what a start costs until then however busy the machine is. All run compiled, as
installed programs do: first starts of each, not counted, compile, and ours keeps its code.
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
import sys, time
from PySide6 import QtCore, QtGui, QtWidgets
{imports}
app = QtWidgets.QApplication(sys.argv)
window = QtWidgets.QMainWindow()
window.setCentralWidget(QtWidgets.QPlainTextEdit())
window.resize(1180, 760)
window.show()
def said():
    print("painted", flush=True)
    print("usable", time.process_time(), flush=True)
    QtCore.QTimer.singleShot(500, lambda: print("settled", flush=True))
QtCore.QTimer.singleShot(0, said)
{run}
"""
MODULES = "from PySide6 import QtNetwork, QtSvg\nimport asyncio, sqlite3, qasync"
LOOP = """
loop = qasync.QEventLoop(app)
with loop:
    loop.run_forever()
"""
OURS = """
import os, sys, time
import gc
os.environ["CHATAPP_PROFILE"] = sys.argv[1]
gc.disable()  # both as cli.main does, before what is imported here only to be watched
from chatapp.import_hook import use_plain_imports
use_plain_imports()
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
        print("usable", time.process_time(), flush=True)
        if len(sys.argv) > 2:
            say_classes()
        QTimer.singleShot(500, lambda: print("settled", flush=True))
    ConversationController._load = loaded
opening.show_first_frame = shown
def say_classes():
    import json
    ours = [vars(module) for name, module in sys.modules.items() if name.startswith("chatapp")]
    named = {thing for names in ours for thing in names.values() if isinstance(thing, type)}
    print(json.dumps(sorted(f"{c.__module__} {c.__name__}" for c in named
                            if c.__module__.startswith("PySide6.") and
                            vars(sys.modules[c.__module__]).get(c.__name__) is c)), flush=True)
from chatapp.cli import main
main([])
"""


COMPILED = tempfile.TemporaryDirectory()
"""Where the starts of a measurement keep their compiled modules."""


def _started(code: str, *arguments: str) -> "subprocess.Popen[bytes]":
    environment = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": COMPILED.name}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )


def one_start(code: str, profile: Path | None = None) -> dict[str, float]:
    """Start a program; return seconds to its first frame and until it can be used, the seconds
    of processor that took, and its memory (megabytes) half a second later: ``memory`` with what
    it shares with other programs counted in part (PSS), ``resident`` with all of that. Without
    ``profile`` it has an empty one."""
    with tempfile.TemporaryDirectory() as empty:
        began = time.perf_counter()
        program = _started(code, str(profile or empty))
        assert program.stdout is not None
        found: dict[str, float] = {}
        with program.stdout as output:
            for what in ("painted", "usable"):
                said, *spent = output.readline().decode().split()
                assert said == what
                found[what] = time.perf_counter() - began
            found["processor"] = float(spent[0])
            assert output.readline().strip() == b"settled"
        memory = psutil.Process(program.pid).memory_full_info()
        found |= {"memory": memory.pss / 1e6, "resident": memory.rss / 1e6}
        program.kill()
        program.wait()
    return found


def named_classes() -> str:
    """Return the imports of the PySide6 classes that ours has named when it can be used."""
    with tempfile.TemporaryDirectory() as empty:
        program = _started(OURS, empty, "classes")
        assert program.stdout is not None
        with program.stdout as output:
            lines = [output.readline() for _ in range(3)]
        program.kill()
        program.wait()
    pairs = [pair.split() for pair in json.loads(lines[-1])]
    return "\n".join(f"from {module} import {name}" for module, name in pairs)


def main() -> None:
    """Measure the programs in turn, so that noise meets all alike."""
    with_classes = f"{MODULES}\n{named_classes()}"
    programs = {
        "bare": BARE.format(imports="", run="app.exec()"),
        "bare_with_modules": BARE.format(imports=MODULES, run=LOOP),
        "bare_with_classes": BARE.format(imports=with_classes, run=LOOP),
        "ours": OURS,
    }
    for code in programs.values():
        one_start(code)
    while not list(Path(COMPILED.name).rglob("start.*.code")):
        one_start(OURS)
    runs = [{name: one_start(code) for name, code in programs.items()} for _ in range(RUNS)]
    for what, words in (
        ("painted", "start to first paint, s"),
        ("usable", "start to a usable window, s"),
        ("processor", "processor until usable, s"),
        ("memory", "memory after start (PSS), MB"),
        ("resident", "memory after start (resident), MB"),
    ):
        middle = {n: statistics.median(run[n][what] for run in runs) for n in programs}
        ratios = {f"to_{n}": round(middle["ours"] / middle[n], 2) for n in programs if n != "ours"}
        figures = {n: round(value, 3) for n, value in middle.items()}
        print(json.dumps({"what": words, **figures, "ratio": ratios["to_bare"], **ratios}))


if __name__ == "__main__":
    main()
