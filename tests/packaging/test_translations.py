"""The words in the source, found for the translators."""

import importlib.util
from types import ModuleType

import pytest

from tests.packaging.conftest import PACKAGING


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", PACKAGING / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
