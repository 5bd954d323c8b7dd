"""What the inspector costs: recording, opening a long turn, and arguments that grow.

``python -m tests.benchmarks.inspector [TOKENS] [RUNS]`` (10,000 and 5 unless told) prints one
JSON line each:

- *recording*: CPU of our client for a stream, recorded, as a ratio to the same not recorded
  (medians of alternating runs, each in this process; every event decoded and put together);
- *opening*: milliseconds until the inspector shows a turn of 100,000 chunks (timeline, request
  and table of events), and the longest and the median frame of scrolling through its events;
- *links*: milliseconds until it is known which of the 100,000 events brought what, and how long
  the window stalls meanwhile; then from choosing an event to its words, and from choosing a step
  to its event;
- *replay*: milliseconds until the replay of that turn is at its end, and the stalls meanwhile;
- *arguments*: how long the whole window stalls while a server in another process streams 1 MB of
  arguments into the open page of calls, as the 99th percentile and the longest delay of a beat of
  2 ms in the window's thread.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tests.support.token_server import token_server

if TYPE_CHECKING:
    from chatapp.app import App
    from chatapp.ui.inspector.detail import Detail
    from chatapp.ui.inspector.events_page import EventsPage

CHUNKS = 100_000
ARGUMENTS = 1_000_000
BEAT_MS = 2


class _Sink:
    """Takes recordings and drops them, as the service does once they are on disk."""

    def wants(self) -> bool:
        return True

    def began(self, recording: object) -> None:
        del recording

    progressed = began
    ended = began


async def _stream(port: int, *, recorded: bool) -> float:
    """Return the CPU seconds of one stream."""
    from chatapp.domain.endpoints import Endpoint
    from chatapp.domain.exchanges import ExchangeLink
    from chatapp.domain.messages import EndpointId
    from chatapp.wire.accumulate import ReplyAccumulator
    from chatapp.wire.client import ChatClient
    from chatapp.wire.connection import Connection

    client = ChatClient(_Sink() if recorded else None)
    base = f"http://127.0.0.1:{port}/v1"
    into = ReplyAccumulator()
    connection = Connection(Endpoint(EndpointId("e"), "e", base), base, None)
    used = time.process_time()
    await client.complete(
        connection, {"stream": True}, into=into, notify=lambda: None, link=ExchangeLink()
    )
    used = time.process_time() - used
    await client.close()
    return used


def recording(tokens: int, runs: int) -> None:
    """Measure recorded and unrecorded streams in turn, so that noise meets both alike."""
    cpu: dict[bool, list[float]] = {True: [], False: []}
    with token_server(tokens, 2_000.0) as port:
        asyncio.run(_stream(port, recorded=True))  # imports
        for _ in range(runs):
            for recorded, found in cpu.items():
                found.append(asyncio.run(_stream(port, recorded=recorded)))
    with_it, without = statistics.median(cpu[True]), statistics.median(cpu[False])
    _print(
        what="recording", tokens=tokens, runs=runs, ratio=round(with_it / without, 3),
        microseconds_per_token=round(with_it / tokens * 1e6, 1),
    )  # fmt: skip


def _long_stream() -> tuple[bytes, "object"]:
    from chatapp.domain.exchanges import Arrivals

    event = b'data: {"id":"x","choices":[{"index":0,"delta":{"content":"token "}}]}\n\n'
    arrivals = Arrivals()
    for number in range(CHUNKS):
        arrivals.add(number * len(event), 50.0 + number, 0.0)
    return event * CHUNKS, arrivals


async def _opening() -> None:
    from PySide6.QtCore import QCoreApplication

    from chatapp.domain.exchanges import (
        Bodies,
        Exchange,
        ExchangeId,
        ExchangeLink,
        Moments,
        Stretch,
        StretchKind,
    )
    from chatapp.ui.inspector import detail as pages
    from chatapp.ui.inspector.events_page import EventsPage
    from tests.support.open_app import open_app
    from tests.support.waiting import until

    stream, arrivals = _long_stream()
    async with open_app(Path(tempfile.mkdtemp())) as app:
        shown = app.conversation.shown
        assert shown is not None
        await app.profile.saver.flush()
        exchange = Exchange(
            ExchangeId("e"), ExchangeLink(shown), started_at=1.0, model="m", status=200,
            method="POST", url="http://h/v1/chat/completions", events=CHUNKS,
            moments=Moments(1, None, 2, 40, 50, 50.0 + CHUNKS),
            stretches=(Stretch(StretchKind.TEXT, 50.0, 50.0 + CHUNKS),),
            response_size=len(stream),
        )  # fmt: skip
        store = app.services.exchanges._store
        await store.put(exchange, Bodies(b"{}", stream, arrivals), 0)  # type: ignore[arg-type]
        app.services.exchanges._memory._recent.clear()
        await app.services.exchanges.load(shown)
        app.window.action("toggleInspector").setChecked(True)
        await until(lambda: app.window.inspector.model.rowCount() == 1)
        app.window.action("toggleInspector").setChecked(False)
        view = app.window.inspector
        found = view.findChild(pages.Detail)
        assert isinstance(found, pages.Detail)
        began = time.perf_counter()
        app.window.action("toggleInspector").setChecked(True)
        view.tree.choose(view.model.index(0, 0, view.model.index(0, 0)))
        found.open(pages.EVENTS)
        await until(
            lambda: (
                isinstance(page := found.made(pages.EVENTS), EventsPage)
                and page.model.rowCount() == CHUNKS
            )
        )
        page = found.made(pages.EVENTS)
        assert isinstance(page, EventsPage)
        page.table.repaint()
        opened_ms = (time.perf_counter() - began) * 1000
        bar = page.table.verticalScrollBar()
        await _links(app, found, page)
        await _replayed(found)
        found.open(pages.EVENTS)
        await until(page.table.isVisible)
        frames: list[float] = []
        for number in range(200):
            began = time.perf_counter()
            bar.setValue(bar.maximum() * number // 200)
            page.table.viewport().repaint()
            QCoreApplication.sendPostedEvents()
            frames.append((time.perf_counter() - began) * 1000)
        _print(
            what="opening", chunks=CHUNKS, opened_ms=round(opened_ms, 1),
            frame_ms_median=round(statistics.median(frames), 2),
            frame_ms_longest=round(max(frames), 2),
        )  # fmt: skip


async def _links(app: "App", found: "Detail", page: "EventsPage") -> None:
    """Measure what leads from an event to its partners and back; its reading has just begun."""
    from chatapp.ui.inspector import detail as pages
    from tests.support.waiting import until

    shown = app.parts.inspector._pages
    assert shown is not None
    links = shown.links
    began = time.perf_counter()
    with _Beat() as beat:
        await until(lambda: links._known is not None, within_s=60)
    read_ms = (time.perf_counter() - began) * 1000
    began = time.perf_counter()
    page.table.selectRow(CHUNKS // 2)
    await until(page._brought.text)
    event_ms = (time.perf_counter() - began) * 1000
    tree, model = app.window.inspector.tree, app.window.inspector.model
    found.open(pages.REQUEST)
    began = time.perf_counter()
    tree.choose(model.index_of("e/stretch 0"))
    await until(lambda: page.table.currentIndex().row() == 0)
    _print(
        what="links", chunks=CHUNKS, read_ms=round(read_ms, 1), event_ms=round(event_ms, 1),
        step_ms=round((time.perf_counter() - began) * 1000, 1), **beat.stalls(),
    )  # fmt: skip


async def _replayed(found: "Detail") -> None:
    from chatapp.ui.inspector import detail as pages
    from chatapp.ui.inspector.replay_page import ReplayPage
    from tests.support.waiting import until

    began = time.perf_counter()
    with _Beat() as beat:
        found.open(pages.REPLAY)
        await until(lambda: found.made(pages.REPLAY) is not None)
        page = found.made(pages.REPLAY)
        assert isinstance(page, ReplayPage)
        await until(lambda: len(page.replay) == CHUNKS)
        page.go_to(CHUNKS)
        await until(lambda: page.replay.position == CHUNKS, within_s=60)
    _print(
        what="replay", chunks=CHUNKS, ended_ms=round((time.perf_counter() - began) * 1000, 1),
        **beat.stalls(),
    )  # fmt: skip


class _Beat:
    """Beats every 2 ms in the window's thread and notes how late each beat comes."""

    def __enter__(self) -> Self:
        from PySide6.QtCore import Qt, QTimer

        self._late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        return self

    def _beat(self) -> None:
        now = time.perf_counter()
        self._late.append((now - self._last) * 1000 - BEAT_MS)
        self._last = now

    def __exit__(self, *error: object) -> None:
        self._beat()
        self._timer.stop()

    def stalls(self) -> dict[str, float]:
        """Return the 99th percentile and the longest of the delays, in milliseconds."""
        late = sorted(self._late)
        return {
            "stall_ms_p99": round(late[int(len(late) * 0.99)], 2),
            "stall_ms_longest": round(late[-1], 2),
        }


def _argument_event(arguments: str, name: str = "") -> bytes:
    function = {"arguments": arguments} | ({"name": name} if name else {})
    call = {"index": 0, "id": "c", "function": function}
    body = json.dumps({"choices": [{"index": 0, "delta": {"tool_calls": [call]}}]})
    data = f"data: {body}\n\n".encode()
    return b"%x\r\n%s\r\n" % (len(data), data)


async def serve() -> None:
    """Stream 1 MB of arguments in pieces of 1,000 characters, 125 a second."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n" + _argument_event("", "look")
        )
        rows = [
            {"id": n, "name": f"place {n}", "tags": ["a", "b"], "at": [1.5, n]}
            for n in range(20_000)
        ]
        text = json.dumps({"rows": rows})[:ARGUMENTS]
        with suppress(ConnectionResetError):
            for at in range(0, len(text), 1_000):
                writer.write(_argument_event(text[at : at + 1_000]))
                await writer.drain()
                await asyncio.sleep(0.008)
            await asyncio.sleep(60)

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def _arguments(port: int) -> None:
    """Measure the whole window while arguments grow in the open page of calls."""

    from chatapp.ui.inspector import detail as pages
    from tests.support.open_app import open_app
    from tests.support.waiting import until

    url = f"http://127.0.0.1:{port}/v1"
    async with open_app(Path(tempfile.mkdtemp()), base_url=url, model="m") as app:
        shown, inspector = app.conversation.shown, app.window.inspector
        assert shown is not None
        app.window.resize(1200, 900)
        app.window.action("toggleInspector").setChecked(True)
        await app.services.generation.send(shown, "go")
        await until(lambda: inspector.model.rowCount() == 1)
        inspector.tree.choose(inspector.model.index(0, 0, inspector.model.index(0, 0)))
        found = inspector.findChild(pages.Detail)
        assert isinstance(found, pages.Detail)
        await until(lambda: any(e.tools for e in app.services.exchanges.of(shown)))
        await asyncio.sleep(0.5)
        found.open(pages.CALL)
        with _Beat() as beat:
            await until(
                lambda: app.services.exchanges.of(shown)[0].response_size >= ARGUMENTS, within_s=60
            )
        app.services.generation.stop(shown)
        await app.services.generation.wait(shown)
    _print(what="arguments", characters=ARGUMENTS, **beat.stalls())


def _print(**line: object) -> None:
    print(json.dumps(line), flush=True)


def main(tokens: int, runs: int) -> None:
    """Measure everything, one after another."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    recording(tokens, runs)
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop

    from chatapp.ui.fonts import prepare_fonts
    from chatapp.ui.theme import ThemeKeeper

    app = QApplication([])
    app.setStyle("Fusion")
    prepare_fonts(app)
    keeper = ThemeKeeper()
    keeper.set_wish("light")
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(_opening())
        command = [sys.executable, "-m", "tests.benchmarks.inspector", "--serve"]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
            assert server.stdout is not None
            loop.run_until_complete(_arguments(int(server.stdout.readline())))
            server.kill()


if __name__ == "__main__" and sys.argv[1:] == ["--serve"]:
    asyncio.run(serve())
elif __name__ == "__main__":
    main(*(int(n) for n in (sys.argv[1:] + ["10000", "5"][len(sys.argv) - 1 :])))
