"""The window's language: chosen, changed while answers go on, mirrored where people read so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTabWidget

from chatapp.domain.text import text
from chatapp.ui.attachments.wording import size_words
from chatapp.ui.conversation.wording import seconds
from chatapp.ui.language import LanguageKeeper
from chatapp.ui.translation import translated
from chatapp.ui.widgets.shares import number
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.pseudo_language import compile_language


@pytest.fixture
def language(qapp: QApplication) -> Iterator[LanguageKeeper]:
    before = QLocale()
    keeper = LanguageKeeper()
    yield keeper
    keeper.set_wish("en")
    QLocale.setDefault(before)
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_qt_speaks_the_chosen_language_and_dates_follow(language: LanguageKeeper) -> None:
    language.set_wish("ja")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"
    assert QLocale().language() is QLocale.Language.Japanese
    language.set_wish("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_window_in_arabic_or_hebrew_is_mirrored(language: LanguageKeeper) -> None:
    language.set_wish("he")
    assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_another_language_asks_for_a_new_window_and_nothing_is_lost(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.window.composer.setPlainText("half a thought")
            app.profile.preferences.set("language", "ja")
            app._apply_preference("language")
            assert await app.run() is False
            shown = app.conversation.shown
            assert shown is not None
            assert app.services.conversations.get(shown).draft == "half a thought"

    run_in_qt(work())


@dataclass(frozen=True)
class Spoken:
    """Some of what a window says in a language."""

    menus: tuple[str, ...]
    command: str
    composer: str
    settings: str
    refusal: str


WINDOWS = {
    "ja": Spoken(
        ("ファイル(&F)", "編集(&E)", "会話(&C)", "表示(&V)", "ヘルプ(&H)"),
        "新しい会話",
        "メッセージを入力",
        "エンドポイント",
        "「n」を送信できません：モデルが選ばれていません。",
    ),
    "zh_CN": Spoken(
        ("文件(&F)", "编辑(&E)", "对话(&C)", "视图(&V)", "帮助(&H)"),
        "新建对话",
        "输入消息",
        "端点",
        "“n”无法发送：未选择模型。",
    ),
}


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled")
    for name in WINDOWS:
        compile_language(name, folder)
    return folder


@pytest.fixture
def shipped(language: LanguageKeeper, compiled: Path) -> LanguageKeeper:
    """The languages that the app comes with."""
    return LanguageKeeper(compiled)


@pytest.mark.parametrize("name", WINDOWS)
def test_the_window_speaks_the_language(
    run_in_qt: RunInQt, tmp_path: Path, shipped: LanguageKeeper, name: str
) -> None:
    wanted = WINDOWS[name]

    async def work() -> None:
        shipped.set_wish(name)
        async with open_app(tmp_path) as app:
            menus = tuple(action.text() for action in app.window.menuBar().actions())
            assert menus == wanted.menus
            assert app.window.action("newConversation").text() == wanted.command
            assert app.window.composer.placeholderText() == wanted.composer
            app.settings.open()
            tabs = app.window.findChild(QTabWidget, "settingsPages")
            assert isinstance(tabs, QTabWidget)
            assert tabs.tabText(0) == wanted.settings
            inner = text("Failure", "No model is chosen.")
            outer = text("Failure", "“{field}” cannot be sent: {problem}", field="n", problem=inner)
            assert translated(outer) == wanted.refusal
        shipped.set_wish("en")

    run_in_qt(work())


def test_dates_and_numbers_are_written_as_the_language_does(shipped: LanguageKeeper) -> None:
    moment = datetime(2026, 3, 4, 15, 6, tzinfo=UTC)
    written = {}
    for name in ("ja", "zh_CN", "de", "en"):
        shipped.set_wish(name)
        day = QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
        written[name] = (day, number(1234.5, 1), seconds(61_000), size_words(1_500_000))
    shipped.set_wish("en")
    assert written == {
        "ja": ("2026/03/04", "1,234.5", "1分1秒", "1.5 MB"),
        "zh_CN": ("2026/3/4", "1,234.5", "1 分 1 秒", "1.5 MB"),
        "de": ("04.03.26", "1.234,5", "1 min 1 s", "1,5 MB"),
        "en": ("3/4/26", "1,234.5", "1 min 1 s", "1.5 MB"),
    }


def test_a_number_takes_the_form_of_the_language(shipped: LanguageKeeper) -> None:
    for name, words in (("ja", "3件に回答中"), ("zh_CN", "正在回答 3 个")):
        shipped.set_wish(name)
        assert QCoreApplication.translate("Tray", "%n answering", "", 3) == words
    shipped.set_wish("en")


def test_who_prefers_english_gets_english_and_simplified_chinese_is_one(
    shipped: LanguageKeeper,
) -> None:
    said = {}
    for name in ("zh_SG", "zh_TW", "en_GB", "ja_JP"):
        shipped.set_wish(name)
        said[name] = QCoreApplication.translate("Command", "Settings…")
    shipped.set_wish("en")
    english = "Settings…"
    assert said == {"zh_SG": "设置…", "zh_TW": english, "en_GB": english, "ja_JP": "設定…"}
