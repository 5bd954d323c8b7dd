"""CPU while an answer streams, as ratios to a bare asyncio read of the same stream.

``python -m tests.benchmarks.streaming [TOKENS] [RUNS]`` (10,000 and 5 unless told) streams at
500 tokens a second from another process and prints one JSON line each:

- the network part: our client on qasync, every event decoded and put together;
- the whole application: the same into the shown window (offscreen), saved to disk as it comes,
  with the longest stalls of the GUI thread.

The baseline is an asyncio socket read that discards the stream; each ratio is to the one that ran
just before. An answer with everything in it comes first, so that what is imported at the first
of its kind is not measured.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.support.token_server import PIECES, token_server

PER_SECOND = 500.0
WARM_UP = len(PIECES)


async def bare(port: int) -> None:
    """Read the stream and throw it away."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}")
    while await reader.read(65536):
        pass
    writer.close()


async def network(port: int) -> None:
    """Read it with our client, below the window's pace."""
    from chatapp.domain.endpoints import Endpoint
    from chatapp.domain.messages import EndpointId
    from chatapp.wire.accumulate import ReplyAccumulator
    from chatapp.wire.client import ChatClient
    from chatapp.wire.connection import Connection

    client = ChatClient()
    base = f"http://127.0.0.1:{port}/v1"
    into = ReplyAccumulator()
    connection = Connection(Endpoint(EndpointId("e"), "e", base), base, None)
    await client.complete(connection, {"stream": True}, into=into, notify=lambda: None)
    assert into.reply().choices[0].content
    await client.close()


async def whole(port: int) -> list[float]:
    """Stream into the shown window; return how late a 5 ms beat of the GUI thread was."""
    from PySide6.QtCore import Qt, QTimer

    from chatapp import opening
    from chatapp.app import App
    from chatapp.garbage import GarbageCollector
    from chatapp.profile_services import open_services
    from chatapp.services.endpoints import RunOptions
    from chatapp.store.paths import profile_paths
    from chatapp.ui.theme import ThemeKeeper

    def fail(error: BaseException) -> None:
        raise error

    paths = profile_paths(Path(tempfile.mkdtemp()))
    paths.create()
    profile = await opening.open_profile(paths, fail)
    run = RunOptions(base_url=f"http://127.0.0.1:{port}", model="m")
    services = await open_services(profile, run, fail)
    theme = ThemeKeeper()
    theme.set_wish("light")
    window = opening.new_window(profile.preferences)
    app = App(window, services, theme, asyncio.Event())
    window.show()
    app.begin()
    await app.complete()
    GarbageCollector(app.window)
    await app.conversation.wait_until_loaded()
    shown = app.conversation.shown
    assert shown is not None
    await asyncio.sleep(1)
    late: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(now - last - 0.005)
        last = now

    timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    if os.environ.get("BENCH_STALLS"):
        timer.start()
    await services.generation.send(shown, "warm up")
    await services.generation.wait(shown)
    late.clear()
    used = time.process_time()
    await services.generation.send(shown, "go")
    await services.generation.wait(shown)
    used = time.process_time() - used
    timer.stop()
    print(json.dumps({"cpu": used, "late": sorted(late)}), flush=True)
    window.hide()
    await services.close()
    return late


def child(what: str, port: int) -> None:
    """Run one of them in this process and print the CPU seconds it used."""
    if what == "bare":
        used = time.process_time()
        asyncio.run(bare(port))
        print(json.dumps({"cpu": time.process_time() - used}), flush=True)
        return
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop

    from chatapp.ui.fonts import prepare_fonts

    app = QApplication([])
    app.setStyle("Fusion")
    prepare_fonts(app)
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        if what == "whole":
            loop.run_until_complete(whole(port))
            return
        import chatapp.wire.client  # noqa: F401 - not part of what is measured

        used = time.process_time()
        loop.run_until_complete(network(port))
        print(json.dumps({"cpu": time.process_time() - used}), flush=True)


def measured(what: str, tokens: int, *, stalls: bool = False) -> dict[str, object]:
    """Run one of them in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if stalls:
        environment["BENCH_STALLS"] = "1"
    warm_up = WARM_UP if what == "whole" else 0
    with token_server(tokens, PER_SECOND, warm_up=warm_up) as port:
        command = [sys.executable, "-m", "tests.benchmarks.streaming", "--child", what, str(port)]
        output = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    result: dict[str, object] = json.loads(output.splitlines()[-1])
    return result


def main(tokens: int, runs: int) -> None:
    """Measure them in turn, so that noise meets all alike."""
    cpu: dict[str, list[float]] = {"bare": [], "network": [], "whole": []}
    for _ in range(runs):
        for what, found in cpu.items():
            found.append(float(str(measured(what, tokens)["cpu"])))
    for what in ("network", "whole"):
        seconds = statistics.median(cpu[what])
        ratios = [ours / base for ours, base in zip(cpu[what], cpu["bare"], strict=True)]
        print(
            json.dumps(
                {
                    "what": f"CPU of {tokens} tokens at 500/s, {what}, s",
                    "bare": round(statistics.median(cpu["bare"]), 3),
                    "ours": round(seconds, 3),
                    "ratio": round(statistics.median(ratios), 2),
                    "us_per_token": round(seconds / tokens * 1e6, 1),
                }
            ),
            flush=True,
        )
    late = measured("whole", tokens, stalls=True)["late"]
    assert isinstance(late, list)
    p99 = late[int(len(late) * 0.99)] * 1000
    print(
        json.dumps(
            {
                "what": "GUI thread stalls while streaming, ms",
                "p99": round(p99, 1),
                "worst": round(late[-1] * 1000, 1),
            }
        )
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], int(sys.argv[3]))
    else:
        numbers = [int(n) for n in sys.argv[1:]]
        main(*(numbers + [10_000, 5][len(numbers) :]))
