"""The words in the source, found for the translators."""

import re
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from tests.packaging.conftest import PACKAGING
from tests.support.pseudo_language import translations_tool


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return translations_tool()


SOURCE = """
say = QCoreApplication.translate
def _say(words):
    return QCoreApplication.translate("Fixed", words)
QCoreApplication.translate("A", "plain")
say("B", "under another " "name")
_say("through a wrapper")
QT_TRANSLATE_NOOP("C", "marked")
QCoreApplication.translate("D", "%n thing(s)", "", count)
QCoreApplication.translate(context, words)
print("E", "not for people")
"""


def test_words_are_found_in_every_form_that_the_code_uses(tool: ModuleType) -> None:
    assert sorted(tool.words_in(SOURCE)) == [
        ("A", "plain", False),
        ("B", "under another name", False),
        ("C", "marked", False),
        ("D", "%n thing(s)", True),
        ("Fixed", "through a wrapper", False),
    ]


def test_words_with_quotes_and_breaks_survive_the_way_to_lupdate(tool: ModuleType) -> None:
    plain = tool._plain([("A", 'say "hi"\\\n now', False)])
    assert list(tool.words_in(plain)) == [("A", 'say "hi"\\\n now', False)]


def test_the_whole_app_is_read(tool: ModuleType) -> None:
    words = tool.all_words()
    assert ("Command", "New conversation", False) in words
    assert ("Preference", "Theme", False) in words
    assert len(words) > 400


class Entry(NamedTuple):
    """One string of a .ts file: its context and source, and what it became."""

    context: str
    source: str
    translations: tuple[str, ...]
    """One for each form of the number, or just the one."""
    is_finished: bool


def entries(path: Path) -> list[Entry]:
    """Return every string of a .ts file."""
    found = []
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found.append(
                Entry(
                    name,
                    message.findtext("source", ""),
                    tuple(forms or [translation.text or ""]),
                    translation.get("type") is None,
                )
            )
    return found


FILES = sorted((PACKAGING.parent / "resources" / "translations").glob("*.ts"))
PLACE = re.compile(r"\{\w*\}|%n|%\d")
ACCELERATOR = re.compile(r"&(\w)")
LAST_SIGN = {"…": "…", ":": ":：", "?": "?？", ".": ".。…", ",": ",、，"}
"""How a sentence that ends so may end in the other language."""


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def translated(request: pytest.FixtureRequest) -> list[Entry]:
    return entries(request.param)


def test_both_languages_are_there() -> None:
    assert [path.stem for path in FILES] == ["chatapp_ja", "chatapp_zh_CN"]


def test_every_place_of_a_source_stands_in_its_translation(translated: list[Entry]) -> None:
    wrong = [
        (entry.source, words)
        for entry in translated
        for words in entry.translations
        if words and Counter(PLACE.findall(words)) != Counter(PLACE.findall(entry.source))
    ]
    assert wrong == []


def test_accelerators_stand_where_the_source_has_one_and_are_unique_in_a_menu(
    translated: list[Entry],
) -> None:
    keys: dict[str, list[str]] = {}
    for entry in translated:
        wanted = ACCELERATOR.findall(entry.source)
        for words in filter(None, entry.translations):
            found = ACCELERATOR.findall(words)
            assert len(found) == len(wanted), (entry.source, words)
            keys.setdefault(entry.context, []).extend(letter.upper() for letter in found)
    assert keys["Menu"]
    doubles = {context: keys for context, keys in keys.items() if len(set(keys)) < len(keys)}
    assert doubles == {}


def test_a_translation_ends_as_its_source_does(translated: list[Entry]) -> None:
    wrong = [
        (entry.source, words)
        for entry in translated
        for words in filter(None, entry.translations)
        if words[-1] not in LAST_SIGN.get(entry.source[-1], words)
        or entry.source[0].isspace() != words[0].isspace()
    ]
    assert wrong == []


def test_lines_and_quotes_are_kept(translated: list[Entry]) -> None:
    wrong = [
        (entry.source, words)
        for entry in translated
        for words in filter(None, entry.translations)
        if words.count("\n") != entry.source.count("\n")
        or words.count("“") != words.count("”")
        or words.count("「") != words.count("」")
        or words.count("（") != words.count("）")
    ]
    assert wrong == []


def test_one_word_of_the_app_is_one_word_in_the_other_language(translated: list[Entry]) -> None:
    """The same source means the same in most places; where it does not, it is listed here."""
    told_apart = {"Remove", "Source", "Text", "Time", "Write a message", "not sent"}
    meanings: dict[str, set[tuple[str, ...]]] = {}
    for entry in translated:
        meanings.setdefault(entry.source, set()).add(entry.translations)
    several = {s: t for s, t in meanings.items() if len(t) > 1 and s not in told_apart}
    assert several == {}


def test_nothing_is_left_to_translate(translated: list[Entry]) -> None:
    left = [
        (entry.context, entry.source)
        for entry in translated
        if not entry.is_finished or not all(entry.translations)
    ]
    assert left == []


def test_no_string_of_the_app_is_missing(tool: ModuleType, translated: list[Entry]) -> None:
    known = {(entry.context, entry.source) for entry in translated}
    in_code = {(context, source) for context, source, _ in tool.all_words()}
    assert in_code - known == set(), "run packaging/translations.py and translate what is new"
    assert known - in_code == set(), "run packaging/translations.py"
