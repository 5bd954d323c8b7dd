"""In a language of nobody every word is in brackets, and nothing is cut."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.endpoints import PRESETS
from chatapp.domain.library import ListQuery, ListRow, Place
from chatapp.domain.messages import ConversationId, Role
from chatapp.domain.parameters import PARAMETERS
from chatapp.domain.text import text
from chatapp.domain.tool_calls import denied_words
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.language import LanguageKeeper
from chatapp.ui.sidebar.menus import conversation_menu, folder_menu, list_menu
from chatapp.ui.theme import ThemeKeeper
from chatapp.ui.translation import translated
from tests.conftest import RunInQt
from tests.support.every_window import (
    ANSWER,
    MODEL,
    ask,
    cut,
    drawn,
    look_at_all,
    look_at_inspector_pages,
    look_at_settings,
    remaining,
    shown,
)
from tests.support.open_app import open_app
from tests.support.pseudo_language import OPEN, PSEUDO, compile_pseudo, unbracketed
from tests.support.raw_server import RawServer, raw_server, reply
from tests.support.spoken_words import words_of
from tests.support.tool_replies import asks_for
from tests.support.waiting import until


def wire_words() -> set[str]:
    """Return what the wire calls by its own name, and what parameters show as an example."""
    found = {role.value for role in Role} | {"developer"}
    for parameter in PARAMETERS.values():
        found.add(parameter.name)
        for name in ("choices", "voices", "formats"):
            found.update(getattr(parameter.kind, name, ()))
        found.add(getattr(parameter.kind, "example", ""))
    return found


MEANT = wire_words() | {preset.name for preset in PRESETS} - {"Custom"} | {
    MODEL,
    denied_words(""),  # what a model is told
    "chatapp",  # the name of the app
    "English", "日本語", "简体中文",  # languages call themselves
    "OPENAI_API_KEY", "Authorization: Bearer", "X-Header: value", "get_weather",  # examples
    "JSON", "POST", "GET", "OK",  # of HTTP
}  # fmt: skip
"""What stands outside of the brackets on purpose."""
ADDRESS = re.compile(r"https?://\S+|127\.0\.0\.1(:\d+)?|HTTP/1\.1 200 OK|\S*/chat/completions")
BODIES = ("JsonTreeView# row", "QTableView# row")
"""Views of what went over the wire."""
MARKUP = re.compile(r"</?(p|code|b)>")
FIGURE = re.compile(r"[-−]?[\d.,:×]+\s?(ms|s|min|B|kB|MB|MiB|%)?")
"""Units are the same in all languages."""
KEYS = re.compile(r"\((?P<keys>[^()]+)\)$")


@pytest.fixture(scope="session")
def pseudo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_pseudo(tmp_path_factory.mktemp("translations"))


@pytest.fixture(autouse=True)
def nobody(qapp: QApplication, pseudo_folder: Path) -> Iterator[None]:
    before, sheet, palette = QLocale(), qapp.styleSheet(), qapp.palette()
    theme, keeper = ThemeKeeper(), LanguageKeeper(pseudo_folder)
    theme.set_wish("light")
    keeper.set_wish(PSEUDO)
    yield
    keeper.set_wish("en")
    QLocale.setDefault(before)
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.deleteLater()
    qapp.setProperty("theme", None)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def is_meant(words: str) -> bool:
    """Whether words are no language's: a name of the wire, an address, keys, figures."""
    if words in MEANT:
        return True
    rest = MARKUP.sub(" ", ADDRESS.sub(" ", words)).strip()
    if (keys := KEYS.search(rest)) and _are_keys(keys["keys"]):
        rest = rest[: keys.start()]
    parts = (part.strip() for part in re.split(r"\s{2,}|\s·\s|, |\n", rest))
    return all(_is_meant_part(part) for part in parts)


def _is_meant_part(part: str) -> bool:
    known = part in MEANT or _are_keys(part) or FIGURE.fullmatch(part) is not None
    return known or not re.search(r"[^\W\d_]{2}", part)


def _are_keys(words: str) -> bool:
    return bool(words) and QKeySequence(words).toString() == words


def untranslated(top: QWidget) -> set[str]:
    """Return what a window says outside of the brackets and is not meant to."""
    said = {(who, words, unbracketed(words)) for who, words in words_of(top)}
    return {
        f"{who}: {words}"
        for who, words, rest in said
        if not who.startswith(BODIES) and not is_meant(rest)
    }


def wrong(top: QWidget) -> set[str]:
    """Return the words of a window that nobody can translate, or not read in full."""
    return untranslated(top) | cut(top)


@pytest.mark.parametrize("look", [untranslated, cut])
def test_whatever_a_command_opens_is_translated_and_fits(
    run_in_qt: RunInQt, tmp_path: Path, look: Callable[[QWidget], set[str]]
) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model=MODEL) as app:
            await ask(app)
            assert await look_at_all(app, look) == {}

    with raw_server([ANSWER], [ANSWER]) as server:
        run_in_qt(work(server))


def test_the_window_with_all_its_fields_and_panels(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model=MODEL) as app:
            window = app.window
            assert await remaining(window, wrong) == set()
            window.panel.fields.build_all()
            await ask(app)
            await drawn()
            assert await remaining(window, wrong) == set()
            await look_at_inspector_pages(app, wrong)
            assert window.width() == 1180

    with raw_server([ANSWER]) as server:
        run_in_qt(work(server))


def test_both_pages_of_the_settings_with_an_endpoint_of_each_kind(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.services.endpoints.add_offline()
            app.settings._add(len(PRESETS) - 1)
            await look_at_settings(app, wrong)
            assert await remaining(app.window, wrong) == set()

    run_in_qt(work())


def test_a_call_that_waits_and_one_that_failed(run_in_qt: RunInQt, tmp_path: Path) -> None:
    tool = ToolDefinition("t-1", "", {"type": "object", "properties": {"a": {"type": "string"}}})

    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model=MODEL) as app:
            app.services.tools.put_function(tool)
            app.services.tools.offer(shown(app), tool, offered=True)
            app.window.composer.setPlainText("?!")
            app.window.action("send").trigger()
            await until(lambda: app.window.findChild(QPushButton, "denyTool"))
            await drawn()
            assert await remaining(app.window, wrong) == set()
            deny = app.window.findChild(QPushButton, "denyTool")
            assert isinstance(deny, QPushButton)
            deny.click()
            await app.services.generation.wait(shown(app))
            await drawn()
            assert await remaining(app.window, wrong) == set()

    broken = reply(b'{"error":{"message":"7"}}', "500 7")
    with raw_server([asks_for(("c", "t-1", {"b": 1}))], [broken], [broken], [broken]) as server:
        run_in_qt(work(server))


def test_the_menus_of_the_list(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    row = ListRow(ConversationId("c"), "?!", 0.0, 0.0)
    binned = replace(row, deleted_at=0.0)

    def wish(_: Any) -> None: ...

    def act() -> None: ...

    menus = [
        conversation_menu(parent, [row], [], wish, act),
        conversation_menu(parent, [row, row], [], wish, act),
        conversation_menu(parent, [binned], [], wish, act),
        list_menu(parent, ListQuery(Place.BIN), wish, act, act),
        folder_menu(parent, act, act),
    ]
    assert [words for menu in menus for words in untranslated(menu)] == []


def test_a_sentence_within_a_sentence_is_translated_too() -> None:
    inner = text("Failure", "No model is chosen.")
    outer = text("Failure", "“{field}” cannot be sent: {problem}", field="n", problem=inner)
    assert str(outer) == "“n” cannot be sent: No model is chosen."
    assert translated(outer).count(OPEN) == 2
    assert unbracketed(translated(outer)) == ""
