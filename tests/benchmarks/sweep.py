"""The longest stall of the window while a sweep of 5 × 5 × 3 runs against a scripted server.

``python -m tests.benchmarks.sweep [RUNS]`` (3 unless told) opens the whole application with the
window of sweeps (offscreen), asks 75 times, four at once, and prints one JSON line: how late a
5 ms beat of the GUI thread was at worst and at the 99th percentile, beside the same beat of an
idle window in the same run, and how long the GUI thread itself computed at most between two
beats (its own processor time: what other programs take away is not in it).
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.support.token_server import token_server

TOKENS = 150
PER_SECOND = 1000.0
IDLE_S = 2.0


class Beat:
    """A timer of the GUI thread that notes how late it is."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.late: list[float] = []
        self.busy: list[float] = []
        self._last, self._used = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        self._last, self._used = time.perf_counter(), time.thread_time()
        self.busy = []
        self._timer.start()

    def stop(self) -> list[float]:
        self._timer.stop()
        late, self.late = sorted(self.late), []
        return late

    def _on_beat(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.late.append(now - self._last - 0.005)
        self.busy.append(used - self._used)
        self._last, self._used = now, used


async def swept(port: int) -> None:
    """Run the sweep in the window; print what the beats say."""
    from chatapp.domain.changes import Change, SweepChanged
    from chatapp.domain.sweeps import Axis, SweepPlan, SweepState
    from tests.support.open_app import open_app

    url = f"http://127.0.0.1:{port}/v1"
    async with open_app(Path(tempfile.mkdtemp()), base_url=url, model="m") as app:
        await asyncio.sleep(1)
        beat = Beat()
        beat.start()
        await asyncio.sleep(IDLE_S)
        idle = beat.stop()
        shown = app.conversation.shown
        assert shown is not None
        app.window.composer.setPlainText("Why?")
        app.parts.tuning.sweeps.open()
        await asyncio.sleep(0.5)
        ended = asyncio.Event()

        def listen(change: Change) -> None:
            if isinstance(change, SweepChanged):
                (sweep,) = app.services.sweeps.of(shown)
                if sweep.state is SweepState.DONE:
                    ended.set()

        app.profile.publisher.subscribe(listen)
        plan = SweepPlan(
            (Axis("temperature", (0, 0.5, 1, 1.5, 2)), Axis("top_p", (0.2, 0.4, 0.6, 0.8, 1))), 3
        )
        beat.start()
        began = time.perf_counter()
        sweep = await app.services.sweeps.begin(shown, plan, "Why?", 4)
        app.parts.tuning.sweeps.choose(sweep.id)
        await ended.wait()
        took = time.perf_counter() - began
        await asyncio.sleep(0.5)
        late = beat.stop()
    found = {"late": late, "idle": idle, "busy": max(beat.busy), "seconds": took}
    print(json.dumps(found), flush=True)


def child(port: int) -> None:
    """Run the application in this process."""
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop

    from chatapp.ui.fonts import prepare_fonts

    app = QApplication([])
    app.setStyle("Fusion")
    prepare_fonts(app)
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(swept(port))


def main() -> None:
    """Run it so often and print the worst run."""
    if sys.argv[1:2] == ["--child"]:
        child(int(sys.argv[2]))
        return
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(runs):
        with token_server(TOKENS, PER_SECOND) as port:
            command = [sys.executable, "-m", "tests.benchmarks.sweep", "--child", str(port)]
            run = subprocess.run(command, env=environment, capture_output=True, check=True)
        found = json.loads(run.stdout.splitlines()[-1])
        late = found["late"]
        line = {
            "benchmark": "sweep 5 x 5 x 3",
            "seconds": round(found["seconds"], 2),
            "longest_stall_ms": round(late[-1] * 1000, 1),
            "longest_busy_ms": round(found["busy"] * 1000, 1),
            "stall_p99_ms": round(late[int(len(late) * 0.99)] * 1000, 1),
            "idle_longest_ms": round(found["idle"][-1] * 1000, 1),
        }
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
