"""PySide's hook is off: no module's source is read, and imports work as ever."""

import subprocess
import sys

PROGRAM = """
import linecache
from chatapp.import_hook import use_plain_imports
use_plain_imports()
use_plain_imports()
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


def test_the_apps_modules_are_imported_without_reading_their_source() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "['hello'] []"
