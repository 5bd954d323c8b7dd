"""Takes the README's pictures of the real window: ``PYTHONPATH=. python packaging/pictures.py``.

Run it from the project's folder with the test dependencies, on an X server
(``xvfb-run -s "-screen 0 1600x1100x24"``). What is answered is played by the tests' own server;
everything that is seen is the window's.
"""

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QTabBar  # noqa: TID251 - it drives the window
from qasync import QEventLoop

from chatapp.app import App
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.sampling.heat import Measure
from chatapp.domain.tool_calls import AnswerIt, text_result
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.fonts import prepare_fonts
from chatapp.ui.inspector.events_page import EventsPage
from chatapp.ui.theme import ThemeKeeper
from tests.support.every_window import drawn
from tests.support.open_app import open_app
from tests.support.raw_server import Step, raw_server, reply
from tests.support.waiting import until
from tests.ui.lens.lens_data import entry

FOLDER = Path(__file__).resolve().parent / "screenshots"
MODEL = "qwen3-30b"
ROOTS = r"""The roots of $ax^2 + bx + c = 0$ are

$$x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}$$

so they are **real** exactly when the discriminant $\Delta = b^2 - 4ac$ is not negative:

| $\Delta$ | real roots |
|---|---|
| $> 0$ | two |
| $= 0$ | one, counted twice |
| $< 0$ | none |

```python
def real_roots(a: float, b: float, c: float) -> list[float]:
    d = b * b - 4 * a * c
    if d < 0:
        return []
    return [(-b - d**0.5) / (2 * a), (-b + d**0.5) / (2 * a)]
```
"""
TREES = (
    ("Trees", 0.72), (" lose", 0.81), (" their", 0.97), (" leaves", 0.93), (" because", 0.34),
    (" cold", 0.12), (" air", 0.55), (" holds", 0.41), (" little", 0.66), (" water", 0.78),
    (",", 0.62), (" and", 0.83), (" a", 0.29), (" **leaf**", 0.47), (" costs", 0.22),
    (" more", 0.88), (" than", 0.98), (" it", 0.77), (" earns", 0.31), (".", 0.94),
)  # fmt: skip
"""Tokens, each with the chance that it had."""
OTHERS = {" winter": 0.46, " light": 0.24, " days": 0.13, " sap": 0.07, " frost": 0.04, " 木": 0.02}
"""What else could have come, as shares of what is left."""


ARGUMENTS = json.dumps(
    {
        "city": "Paris",
        "units": "metric",
        "days": 2,
        "detail": {"wind": True, "places": ["Belleville"]},
    }
)
FORECAST = json.dumps(
    {
        "days": [
            {"day": "Sat", "high": 18, "rain": "light"},
            {"day": "Sun", "high": 21, "rain": "none"},
        ]
    }
)
FINE = "Light rain on Saturday, dry on Sunday: take the umbrella for the first day."
WEATHER = ToolDefinition(
    "get_weather",
    "Tell the weather of the next days",
    {
        "type": "object",
        "properties": {"city": {"type": "string"}, "units": {"enum": ["si", "imperial"]}},
        "required": ["city", "country"],
    },
)


def _stream(pieces: list[dict[str, object]]) -> bytes:
    events = [{"choices": [{"index": 0, **piece}]} for piece in pieces]
    usage = {"prompt_tokens": 34, "completion_tokens": len(pieces)}
    end = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}], "usage": usage}
    lines = [f"data: {json.dumps(event)}\n\n" for event in [*events, end]]
    return reply("".join([*lines, "data: [DONE]\n\n"]).encode())


def _plain(words: str) -> bytes:
    return _stream([{"delta": {"content": f"{part} "}} for part in words.split(" ")])


def _with_odds() -> bytes:
    pieces: list[dict[str, object]] = []
    for words, chance in TREES:
        place = entry(words, chance, {o: (1 - chance) * s for o, s in OTHERS.items()})
        pieces.append({"delta": {"content": words}, "logprobs": {"content": [place]}})
    return _stream(pieces)


async def _ask(app: App, words: str) -> None:
    shown = app.conversation.shown
    assert shown is not None
    await app.services.generation.send(shown, words)
    await app.services.generation.wait(shown)
    await _rest()


async def _rest() -> None:
    """Let everything come to rest that is built or painted in turns."""
    for _ in range(20):
        await drawn()
        await asyncio.sleep(0.02)


async def _chat(app: App) -> None:
    for words in ("Packing list for Kyoto", "日本語の自己紹介"):
        await _ask(app, words)
        app.conversation.new()
        await app.conversation.wait_until_loaded()
    await _ask(app, "When does a quadratic equation have real roots? Show a function.")


async def _lens(app: App, measure: Measure) -> None:
    app.window.action("toggleLens").setChecked(True)
    page = app.window.lens.page
    assert page is not None
    page.switch.click()
    await _ask(app, "Why do trees lose their leaves?")
    app.window.lens.setProperty("token", 5)
    page.tint.setCurrentIndex(page.tint.findData(measure.value))
    page.sliders.setting_changed.emit("temperature", Setting(0.8))
    page.sliders.setting_changed.emit("top_p", Setting(0.9))
    await _rest()


async def _inspector(app: App) -> None:
    await _ask(app, "When does a quadratic equation have real roots? Show a function.")
    window = app.window
    window.action("toggleInspector").setChecked(True)
    window.action("toggleParameters").setChecked(False)
    model = window.inspector.model
    await until(lambda: model.rowCount() > 0)
    window.restore_inspector([400, 480])
    window.inspector.tree.choose(model.index(0, 0, model.index(0, 0)))
    pages = window.findChild(QTabBar, "inspectorPages")
    assert isinstance(pages, QTabBar)
    pages.setCurrentIndex(3)
    await _rest()
    (page,) = window.inspector.findChildren(EventsPage)
    page.table.selectRow(4)
    await _rest()


def _paced(pieces: list[dict[str, object]], finish: str) -> list[Step]:
    """Return a stream that arrives as from a model, piece by piece."""
    steps: list[Step] = [reply(b"")]
    for piece in [*pieces, {}]:
        choice = {"index": 0, "delta": piece, "finish_reason": None if piece else finish}
        steps += [
            partial(time.sleep, 0.03),
            f"data: {json.dumps({'choices': [choice]})}\n\n".encode(),
        ]
    return [*steps, b"data: [DONE]\n\n"]


def _asks_for_the_weather() -> list[Step]:
    pieces: list[dict[str, object]] = [
        {"reasoning_content": f"{word} "}
        for word in ["They", "want", "this", "weekend", "in", "Paris", "."]
    ]
    pieces += [
        {"content": f"{word} "} for word in ["I", "will", "look", "that", "up", "for", "you."]
    ]
    call = {"index": 0, "id": "call_1", "function": {"name": "get_weather", "arguments": ""}}
    pieces.append({"tool_calls": [call]})
    for at in range(0, len(ARGUMENTS), 8):
        part = {"index": 0, "function": {"arguments": ARGUMENTS[at : at + 8]}}
        pieces.append({"tool_calls": [part]})
    return _paced(pieces, "tool_calls")


async def _call(app: App) -> None:
    shown, window = app.conversation.shown, app.window
    assert shown is not None
    app.services.tools.put_function(WEATHER)
    app.services.tools.offer(shown, WEATHER, offered=True)
    await app.services.generation.send(shown, "What is the weather in Paris this weekend?")
    await until(lambda: bool(app.services.desk.pending(shown)))
    (waiting,) = app.services.desk.pending(shown)
    await asyncio.sleep(0.9)  # as a person reads it
    app.services.desk.decide(waiting.message_id, AnswerIt(text_result(FORECAST)))
    await app.services.generation.wait(shown)
    window.action("toggleInspector").setChecked(True)
    window.action("toggleParameters").setChecked(False)
    window.restore_inspector([400, 480])
    model = window.inspector.model
    await until(lambda: model.rowCount() > 0)
    await _rest()
    window.inspector.tree.choose(model.index(0, 0, model.index(0, 0)))
    pages = window.findChild(QTabBar, "inspectorPages")
    assert isinstance(pages, QTabBar)
    pages.setCurrentIndex(0)
    await _rest()


PICTURES: dict[
    str, tuple[str, tuple[int, int], Callable[[App], Coroutine[Any, Any, None]], list[list[Step]]]
] = {
    "light": (
        "light",
        (1280, 820),
        _chat,
        [[_plain("Of course.")], [_plain("はい。")], [_plain(ROOTS)]],
    ),
    "dark": (
        "dark",
        (1280, 820),
        _chat,
        [[_plain("Of course.")], [_plain("はい。")], [_plain(ROOTS)]],
    ),
    "lens": ("light", (1280, 860), lambda a: _lens(a, Measure.PROBABILITY), [[_with_odds()]]),
    "lens-dark": ("dark", (1280, 860), lambda a: _lens(a, Measure.ENTROPY), [[_with_odds()]]),
    "inspector-events-dark": ("dark", (1280, 940), _inspector, [[_plain(ROOTS)]]),
    "inspector-call": (
        "light",
        (1280, 940),
        _call,
        [_asks_for_the_weather(), _paced([{"content": f"{w} "} for w in FINE.split()], "stop")],
    ),
}


async def _take(name: str, keeper: ThemeKeeper) -> None:
    theme, size, prepare, answers = PICTURES[name]
    with raw_server(*answers) as server:
        folder = Path(tempfile.mkdtemp())
        async with open_app(folder, base_url=server.url, model=MODEL) as app:
            keeper.set_wish(theme)
            app.profile.preferences.set("guide_hidden", True)
            app.window.resize(*size)
            await prepare(app)
            app.window.grab().save(str(FOLDER / f"{name}.png"))


def main() -> None:
    """Take the pictures that are named, or all."""
    QApplication.setStyle("Fusion")
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    prepare_fonts(app)
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    keeper = ThemeKeeper()
    for name in sys.argv[1:] or PICTURES:
        loop.run_until_complete(_take(name, keeper))


if __name__ == "__main__":
    main()
    os._exit(0)
