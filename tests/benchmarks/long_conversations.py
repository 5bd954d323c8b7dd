"""Opening, scrolling and leaving conversations in the whole application.

``python -m tests.benchmarks.long_conversations [RUNS]`` (5 unless told) prints one JSON line each,
medians of runs in processes of their own: opening 10,000 messages of 1,500 characters against 10,
a frame's cost while these are scrolled through from top to bottom, the memory they take, and the
memory after 1,000 conversations were opened and left.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import psutil
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from chatapp.app import App
from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.replies import Choice, Reply
from chatapp.garbage import GarbageCollector
from tests.support.open_app import open_app

MANY, FEW = 10_000, 10
CHARACTERS = 1_500
WORDS = (
    "Some words that fill a line or two, with **bold** ones and `code`. " * 6
    + "\n\n- one item\n- another item with more words\n\n```python\nprint('hello')\n```\n\n"
    + "More words in another paragraph, and so on until it ends. " * 40
)


def conversation_of(name: str, count: int) -> tuple[Conversation, list[Message]]:
    """Return a conversation of questions and answers."""
    conversation_id, messages = ConversationId(name), list[Message]()
    parent: MessageId | None = None
    for number in range(count):
        message_id = MessageId(f"{name}-{number}")
        text = f"{number} {WORDS}"[:CHARACTERS]
        asks = number % 2 == 0
        reply = None if asks else Reply(model="m", choices=(Choice(content=text),))
        role, content = (Role.USER, text) if asks else (Role.ASSISTANT, "")
        messages.append(
            Message(message_id, conversation_id, parent, role, content, reply=reply, created_at=1.0)
        )
        parent = message_id
    return Conversation(conversation_id, name, leaf_id=parent, updated_at=1.0), messages


class FirstPaint(QObject):
    """Notes when the view first paints another conversation."""

    def __init__(self, app: App) -> None:
        super().__init__()
        self.view = app.window.messages
        self.wanted = ""
        self.painted_at = 0.0
        self.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at each paint event."""
        del watched
        if event.type() is QEvent.Type.Paint and self.wanted:
            rows = self.view.stage.transcript.rows
            if rows and rows[-1].message.conversation_id == self.wanted:
                self.painted_at, self.wanted = time.perf_counter(), ""
        return False

    async def open(self, app: App, name: str) -> float:
        """Open a conversation that is only on the disk; return milliseconds to its first paint."""
        conversation_id = ConversationId(name)
        app.services.conversations._trees.clear()
        self.wanted, began = name, time.perf_counter()
        app.conversation.show(conversation_id)
        await app.conversation.wait_until_loaded()
        await settle()
        return (self.painted_at - began) * 1000


async def settle() -> None:
    """Let everything that waits happen."""
    for _ in range(5):
        await asyncio.sleep(0.02)


def resident() -> float:
    """Return the memory of this process in megabytes."""
    return float(psutil.Process().memory_info().rss) / 1e6


async def opening(app: App) -> dict[str, float]:
    """Open the long and the short one in turn."""
    paint = FirstPaint(app)
    await paint.open(app, "few")
    await paint.open(app, "other")
    empty = resident()
    many = await paint.open(app, "many")
    memory = resident() - empty
    few = await paint.open(app, "few")
    return {"many_ms": many, "few_ms": few, "memory_mb": memory}


async def scrolling(app: App) -> dict[str, float]:
    """Wheel through all of the long one; return the frames' costs."""
    paint = FirstPaint(app)
    await paint.open(app, "many")
    view, frames = app.window.messages, list[float]()
    view.stage.go_to_start()
    await settle()
    at = QPointF(view.viewport().rect().center())
    step = QPoint(0, -view.viewport().height() * 3 // 4)
    while not view.stage.is_at_end():
        began = time.perf_counter()
        event = QWheelEvent(
            at, view.viewport().mapToGlobal(at), step, step, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        view.viewport().repaint()
        frames.append((time.perf_counter() - began) * 1000)
        if len(frames) % 50 == 0:
            await asyncio.sleep(0)
    frames.sort()
    return {
        "frames": len(frames),
        "p50_ms": frames[len(frames) // 2],
        "p99_ms": frames[len(frames) * 99 // 100],
        "worst_ms": frames[-1],
    }


async def leaving(app: App) -> dict[str, float]:
    """Open and leave conversations; return the memory after 100 and after 1,000."""
    paint, found = FirstPaint(app), dict[str, float]()
    for number in range(1, 1_001):
        conversation, messages = conversation_of(f"c{number % 20}", FEW)
        if number <= 20:
            await app.services.conversations.whole.take(conversation, messages)
        app.services.conversations._trees.clear()
        app.conversation.show(conversation.id)
        await app.conversation.wait_until_loaded()
        await asyncio.sleep(0)
        if number in (100, 1_000):
            await settle()
            found[f"mb_{number}"] = resident()
    del paint
    return found


WORK: dict[str, Callable[[App], Awaitable[dict[str, float]]]] = {
    "opening": opening,
    "scrolling": scrolling,
    "leaving": leaving,
}


async def measure(what: str) -> dict[str, float]:
    """Open the app on a fresh profile with the conversations that are needed."""
    async with open_app(Path(tempfile.mkdtemp())) as app:
        app.window.resize(1200, 800)
        counts = {"few": FEW, "other": FEW, "many": MANY if what != "leaving" else FEW}
        for name, count in counts.items():
            await app.services.conversations.whole.take(*conversation_of(name, count))
        app.services.conversations.whole.announce()
        await settle()
        GarbageCollector(app.window)
        return await WORK[what](app)


def child(what: str) -> None:
    """Measure in this process and print it."""
    from qasync import QEventLoop

    from chatapp.ui.fonts import prepare_fonts

    application = QApplication([])
    application.setStyle("Fusion")
    prepare_fonts(application)
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        print(json.dumps(loop.run_until_complete(measure(what))), flush=True)


def runs_of(what: str, runs: int) -> dict[str, float]:
    """Measure in processes of their own; return the medians."""
    command = [sys.executable, "-m", "tests.benchmarks.long_conversations", "--child", what]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    results: list[dict[str, float]] = []
    for _ in range(runs):
        done = subprocess.run(
            command, env=environment, capture_output=True, check=True, timeout=300
        )
        results.append(json.loads(done.stdout.splitlines()[-1]))
    return {
        key: round(statistics.median(result[key] for result in results), 1) for key in results[0]
    }


def say(what: str, figures: dict[str, float]) -> None:
    """Print one line."""
    print(json.dumps({"what": what, **figures}), flush=True)


def main(runs: int) -> None:
    """Measure and print."""
    found = runs_of("opening", runs)
    text_mb = MANY * CHARACTERS / 1e6
    ratio = round(found["many_ms"] / found["few_ms"], 2)
    times = {"many_ms": found["many_ms"], "few_ms": found["few_ms"], "ratio": ratio}
    say("opening 10,000 messages to first paint, against 10", times)
    bar = {"mb": found["memory_mb"], "text_mb": text_mb, "bar_mb": 2 * text_mb + 40}
    say("memory of 10,000 messages open", bar)
    say("scrolling from top to bottom, a frame", runs_of("scrolling", 1))
    left = runs_of("leaving", 1)
    growth = {"growth": round(left["mb_1000"] / left["mb_100"] - 1, 4)}
    say("memory after 1,000 conversations, against 100", {**left, **growth})


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2])
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 5)
