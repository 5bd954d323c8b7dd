"""The lens on a long answer: frames while a slider is dragged, and what tinting costs to paint.

``python -m tests.benchmarks.lens [TOKENS]`` (8,000 unless told) opens the real app offscreen on an
answer of so many tokens with 20 candidates each and prints one JSON line each:

- ``drag``: milliseconds from a move of the temperature slider to the painted window, with the
  request fields, the preview and everything else that follows the slider included;
- ``heat``: painting the visible part of the answer, tinted and plain, and their ratio.
"""

import asyncio
import json
import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QSlider
from qasync import QEventLoop

from chatapp.app import App
from chatapp.domain.identifiers import new_message_id
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import ConversationId, Message, MessageStatus, Role
from chatapp.domain.replies import Choice, Reply
from chatapp.ui.conversation.painting import paint_screen
from tests.support.open_app import open_app
from tests.support.waiting import until

TOKENS = 8_000
CANDIDATES = 20
MOVES = 400
PAINTS = 60
_WORDS = (
    "The",
    " cat",
    " **sat**",
    " on",
    " `the`",
    " mat",
    ",",
    " and",
    " so",
    " on",
    ".",
    "\n\n",
)


def entry(number: int) -> JsonValue:
    """Return a place with 20 candidates whose probabilities fall off, the first that came."""
    flat = 1.2 + (number * 7 % 10) / 4
    weights = [1 / (rank + 1) ** flat for rank in range(CANDIDATES)]
    total = sum(weights) * 1.03
    words = _WORDS[number % len(_WORDS)]
    listed: list[JsonValue] = [
        {
            "token": words if rank == number % 3 else f" other{rank}",
            "bytes": list((words if rank == number % 3 else f" other{rank}").encode()),
            "logprob": math.log(weight / total),
        }
        for rank, weight in enumerate(weights)
    ]
    came = listed[number % 3]
    assert isinstance(came, dict)
    return {**came, "top_logprobs": listed}


def conversation(shown: ConversationId, tokens: int) -> tuple[Message, Message]:
    """Return a question and its long answer."""
    asked = Message(new_message_id(), shown, None, Role.USER, content="Go on.")
    content: JsonValue = [entry(number) for number in range(tokens)]
    text = "".join(_WORDS[number % len(_WORDS)] for number in range(tokens))
    reply = Reply(choices=(Choice(content=text, logprobs={"content": content}),))
    answer = Message(
        new_message_id(), shown, asked.id, Role.ASSISTANT, reply=reply,
        status=MessageStatus.COMPLETE,
    )  # fmt: skip
    return asked, answer


Frames = list[tuple[float, float]]
"""Milliseconds of each: by the clock, and of this thread's processor time."""


def dragged(app: App) -> Frames:
    """Move the slider; return how long each frame took."""
    page = app.window.lens.page
    assert page is not None
    slider = page.sliders._editors["temperature"].findChild(QSlider)
    assert slider is not None
    times = []
    for move in range(MOVES):
        began = time.perf_counter(), time.thread_time()
        slider.setValue(30 + move % 170)
        QApplication.processEvents()
        times.append(
            ((time.perf_counter() - began[0]) * 1000, (time.thread_time() - began[1]) * 1000)
        )
    return times


async def outside(work: Callable[[], Frames]) -> Frames:
    """Do work that turns the loop itself, outside of any task."""
    done: asyncio.Future[Frames] = asyncio.get_running_loop().create_future()
    QTimer.singleShot(0, lambda: done.set_result(work()))
    return await done


def painted(app: App) -> float:
    """Return the milliseconds it takes to paint what is visible of the messages."""
    view = app.window.messages
    size = view.viewport().size()
    picture = QImage(size, QImage.Format.Format_RGB32)
    times = []
    for _ in range(PAINTS):
        painter = QPainter(picture)
        began = time.perf_counter()
        paint_screen(painter, view.viewport().rect(), view.stage)
        times.append((time.perf_counter() - began) * 1000)
        painter.end()
    return statistics.median(times)


async def measured(tokens: int) -> None:
    """Open the app, show the answer, and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_app(Path(folder), base_url="http://127.0.0.1:9/v1", model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            app.window.resize(1180, 900)
            await app.services.conversations.add(conversation(shown, tokens))
            app.window.action("toggleLens").trigger()
            page = app.window.lens.page
            assert page is not None
            answer = app.window.lens.look_at.answer
            await until(
                lambda: len(answer.ranks) == tokens and page.account.is_complete, within_s=60
            )
            app.window.lens.setProperty("token", tokens // 2)
            app.window.messages.stage.go_to_start()
            await asyncio.sleep(0.3)
            frames = await outside(lambda: dragged(app))
            wall, cpu = (sorted(times) for times in zip(*frames, strict=True))
            print(json.dumps({
                "what": "drag", "tokens": tokens, "candidates": CANDIDATES,
                "p50_ms": round(statistics.median(wall), 2),
                "p99_ms": round(wall[int(MOVES * 0.99)], 2),
                "cpu_p99_ms": round(cpu[int(MOVES * 0.99)], 2),
                "cpu_max_ms": round(cpu[-1], 2),
            }))  # fmt: skip
            plain = painted(app)
            page.tint.setCurrentIndex(page.tint.findData("probability"))
            began = time.perf_counter()
            app.window.messages.viewport().repaint()
            first = (time.perf_counter() - began) * 1000
            tinted = painted(app)
            print(json.dumps({
                "what": "heat", "tokens": tokens, "plain_ms": round(plain, 3),
                "tinted_ms": round(tinted, 3), "ratio": round(tinted / plain, 2),
                "first_ms": round(first, 2),
            }))  # fmt: skip


def main() -> None:
    """Measure once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:  # closing it ends its threads, without which Qt aborts the process
        loop.run_until_complete(measured(int(sys.argv[1]) if len(sys.argv) > 1 else TOKENS))


if __name__ == "__main__":
    main()
