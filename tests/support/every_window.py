"""Every window that the app can open, one after the other, to look at each."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtWidgets import QApplication, QFileDialog, QTabBar, QWidget

from chatapp.app import App
from chatapp.domain.messages import ConversationId
from chatapp.ui.actions import COMMANDS
from chatapp.ui.widgets.section import Section
from tests.support.raw_server import reply
from tests.support.spoken_words import cut_words
from tests.support.waiting import until

MODEL = "m-1"
ANSWER = reply(
    b'data: {"choices":[{"index":0,"delta":{"content":"42"}}]}\n\n'
    b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],'
    b'"usage":{"prompt_tokens":3,"completion_tokens":1,"total_tokens":4}}\n\n'
    b"data: [DONE]\n\n"
)
PASSED_OVER = {"quitAction", "send", "stop", "importAction", "exportHar", "attachFiles"}
"""Commands that end the app, or open nothing but the toolkit's own dialog for files."""


def cut(top: QWidget) -> set[str]:
    """Return the words of a window that are cut."""
    return {f"{who}: {words}" for who, words in cut_words(top)}


async def drawn() -> None:
    """Let what is built in slices be built."""
    for _ in range(60):
        await asyncio.sleep(0)


def shown(app: App) -> ConversationId:
    conversation_id = app.conversation.shown
    assert conversation_id is not None
    return conversation_id


async def ask(app: App) -> None:
    """Have a conversation of one question and one answer."""
    await app.services.generation.send(shown(app), "?!")
    await app.services.generation.wait(shown(app))
    await drawn()


def opened(before: set[QWidget]) -> list[QWidget]:
    """Return the windows that were not there before, but for the toolkit's own."""
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    return [top for top in tops if top not in before and not isinstance(top, QFileDialog)]


async def remaining(top: QWidget, look: Callable[[QWidget], set[str]]) -> set[str]:
    """Return what is still wrong with a window once it has come to rest."""
    with suppress(TimeoutError, AssertionError):
        await until(lambda: not look(top), within_s=3)
    return look(top)


async def on_all_pages(top: QWidget, look: Callable[[QWidget], set[str]]) -> set[str]:
    """Look at a window with each of its tabs to the front."""
    found = await remaining(top, look)
    for tabs in top.findChildren(QTabBar):
        for page in filter(tabs.isTabVisible, range(tabs.count())):
            tabs.setCurrentIndex(page)
            await drawn()
            found |= await remaining(top, look)
    return found


async def look_at_all(app: App, look: Callable[[QWidget], set[str]]) -> dict[str, set[str]]:
    """Run every command and look at what it opens, or at the window if it opens nothing."""
    found: dict[str, set[str]] = {}
    for name in [name for name in COMMANDS if name not in PASSED_OVER]:
        before: set[QWidget] = set(QApplication.topLevelWidgets())
        app.window.action(name).trigger()
        await drawn()
        for top in opened(before):
            if words := await on_all_pages(top, look):
                found[name] = words
        if not opened(before) and (words := await remaining(app.window, look)):
            found[name] = words
        for top in set(QApplication.topLevelWidgets()) - before:
            top.close()
        await drawn()
    return found


async def look_at_inspector_pages(app: App, look: Callable[[QWidget], set[str]]) -> None:
    """Open the inspector beside the lens and look at the window with each of its pages."""
    window = app.window
    window.action("toggleInspector").setChecked(True)
    window.action("toggleLens").setChecked(True)
    model = window.inspector.model
    await until(lambda: model.rowCount() > 0)
    window.inspector.tree.choose(model.index(0, 0, model.index(0, 0)))
    pages = window.inspector.findChild(QTabBar, "inspectorPages")
    assert isinstance(pages, QTabBar)
    for page in filter(pages.isTabVisible, range(pages.count())):
        pages.setCurrentIndex(page)
        await drawn()
        assert await remaining(window, look) == set(), pages.tabText(page)


async def look_at_settings(app: App, look: Callable[[QWidget], set[str]]) -> None:
    """Look at both pages of the settings with everything unfolded."""
    for general in (True, False):
        before: set[QWidget] = set(QApplication.topLevelWidgets())
        app.settings.open(general=general)
        (dialog,) = opened(before)
        for section in dialog.findChildren(Section):
            section.set_folded(False)
        await drawn()
        found = await remaining(dialog, look)
        assert found == set(), found
        dialog.close()
        await drawn()
