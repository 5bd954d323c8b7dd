"""A process that claims a profile whenever it is told to, and releases it when told again."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from chatapp.single_instance import SingleInstance
from chatapp.store.paths import profile_paths

app = QCoreApplication([])
paths = profile_paths(Path(sys.argv[1]))
print("ready", flush=True)
for _ in sys.stdin:
    instance = SingleInstance(paths)
    claimed = instance.claim()
    print("won" if claimed else "lost", flush=True)
    sys.stdin.readline()
    if claimed:
        instance.release()
    print("released", flush=True)
