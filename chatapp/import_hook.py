"""Gives Python its own ``import`` back, which PySide replaces when it is loaded."""

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 - this is what replaces it


def use_plain_imports() -> None:
    """Undo PySide's ``__import__``, and forget the source text that it has read.

    It looks for ``from __feature__ import …``, which nothing here does, and to tell who could,
    it reads the source of every module that is imported afterwards and keeps it: a tenth of the
    time to start, and some megabytes. Call it before the app's own modules are imported.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
