"""PySide is loaded without what a program does not need; what comes late comes when asked for."""

import os
import subprocess
import sys
from pathlib import Path

from chatapp.kept_code import KeptCode

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


COMPILED = """
import builtins
compiled = []
own = builtins.compile
def compile(source, filename, *rest, **named):
    compiled.append(filename)
    return own(source, filename, *rest, **named)
builtins.compile = compile
from chatapp.import_hook import use_plain_imports
use_plain_imports()
print(sum("shibokensupport" in name for name in compiled))
"""
KEEP = """
from chatapp.kept_code import KEPT, loaded_modules
KEPT.write(loaded_modules())
"""


def printed(program: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120,
        env=os.environ | environment,
    )  # fmt: skip
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


def test_a_second_start_compiles_nothing_of_pyside_s(tmp_path: Path) -> None:
    bytecode = {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    assert int(printed(COMPILED, **bytecode)) > 0
    assert int(printed(COMPILED + KEEP, **bytecode)) > 0
    assert printed(COMPILED, **bytecode) == "0"
    assert printed(HOOK + SIGNATURE, **bytecode) == printed(SIGNATURE)
    assert printed(HOOK + MODULES, **bytecode) == printed("import PySide6.QtCore\n" + MODULES)
    (file,) = tmp_path.rglob("start.*")
    assert not [name for name in KeptCode(file)._kept if Path(name).is_absolute()]


def test_another_source_than_the_kept_one_is_compiled(tmp_path: Path) -> None:
    bytecode = {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    printed(COMPILED + KEEP, **bytecode)
    (file,) = tmp_path.rglob("start.*")
    kept = KeptCode(file)
    mapping = "shibokensupport/signature/mapping.py"
    kept._used = kept._kept | {mapping: ((b"otherwise",), kept._kept[mapping][1])}
    file.write_bytes(kept._file())
    assert printed(COMPILED, **bytecode) == "1"
