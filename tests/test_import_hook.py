"""PySide is loaded without what a program does not need; what comes late comes when asked for."""

import subprocess
import sys

HOOK = """
import linecache
from chatapp.import_hook import _sources, use_plain_imports
use_plain_imports()
use_plain_imports()
"""
SIGNAL = """
from chatapp.launch import launch
from PySide6.QtCore import QObject, Signal
class Told(QObject):
    told = Signal(str)
words = []
told = Told()
told.told.connect(words.append)
told.told.emit("hello")
print(words, sorted(linecache.cache))
"""
WRONG_CALL = """
from PySide6.QtCore import QObject, QSize, Qt
for call in (lambda: QSize("a", 7), lambda: QSize(1, 2).scale(3), lambda: QObject(5, x=3)):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
"""
SIGNATURE = """
from PySide6.QtCore import QSize
from shibokensupport.signature import get_signature
print(QSize.scaled.__doc__, get_signature(QSize.isEmpty), get_signature(QSize.scaled))
"""
MODULES = """
import PySide6.support.signature.parser as parser
from shibokensupport.signature.lib import enum_sig, pyi_generator
from shibokensupport.signature import layout
print(parser.pyside_type_init.__name__, pyi_generator.generate_pyi.__name__)
print(hasattr(layout, "create_signature"), hasattr(layout, "nothing"), hasattr(enum_sig, "Enum"))
"""


def printed(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout.strip()


def test_the_apps_modules_are_imported_without_reading_their_source() -> None:
    assert printed(HOOK + SIGNAL) == "['hello'] []"


def test_what_makes_signatures_stays_away_while_nobody_asks() -> None:
    """PySide keeps its support modules as source in its library; another build may not."""
    late = printed(HOOK + SIGNAL + "print(len(_sources))").splitlines()[-1]
    assert late == printed(HOOK + "print(len(_sources))")
    assert int(late) > 0


def test_wrong_calls_are_explained_as_by_pyside_alone() -> None:
    assert printed(HOOK + WRONG_CALL) == printed(WRONG_CALL)
    assert "TypeError" in printed(HOOK + WRONG_CALL)


def test_signatures_are_those_of_pyside_alone() -> None:
    assert printed(HOOK + SIGNATURE) == printed(SIGNATURE)
    assert "QSize" in printed(HOOK + SIGNATURE)


def test_modules_that_come_late_have_what_they_had() -> None:
    qt = "import PySide6.QtCore\n"
    assert printed(HOOK + MODULES) == printed(qt + MODULES)
    assert printed(HOOK + MODULES).endswith("True False True")


def test_compile_is_pythons_own_again() -> None:
    program = "import builtins\nown = compile\n" + HOOK + "print(builtins.compile is own)"
    assert printed(program) == "True"
