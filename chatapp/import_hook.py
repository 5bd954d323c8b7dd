"""Loads PySide, but not yet what no running program needs of it, and without its ``import``.

PySide compiles the source of its signature support at every start: what makes ``.pyi`` files,
what ``inspect.signature`` and the words of a ``TypeError`` are made from. That takes as long as
showing a window. Here those modules are there from the beginning and filled when somebody asks
one of them for something.
"""

import builtins
import linecache
import sys
from types import CodeType
from typing import Any

from chatapp.quick_enums import use_quick_enums

_SUPPORT = "shibokensupport/signature/"
_LATE = frozenset(
    f"{_SUPPORT}{name}.py"
    for name in ("layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
"""The modules that come late, as PySide names their files. The others are called from C++."""
_STUB = """
def __getattr__(name):
    from chatapp.import_hook import late_attribute
    return late_attribute(globals(), name)
"""
_compile = builtins.compile
_sources: dict[str, Any] = {}


def _compiled(source: Any, filename: Any, *rest: Any, **named: Any) -> CodeType:
    """Compile, as ``compile`` does, but put a stand-in where a module may come late."""
    if filename in _LATE:
        _sources[filename] = source
        return _compile(_STUB, filename, "exec")
    made: CodeType = _compile(source, filename, *rest, **named)
    return made


def late_attribute(module: dict[str, Any], name: str) -> Any:
    """Fill a module that came late, and return what was asked of it.

    Raises ``AttributeError`` as the module would.
    """
    source = _sources.pop(module["__file__"], None)
    if source is not None:
        del module["__getattr__"]
        exec(_compile(source, module["__file__"], "exec"), module)  # noqa: S102  # nosec B102
    if name not in module:
        raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
    return module[name]


def use_plain_imports() -> None:
    """Load PySide, undo its ``__import__``, and forget the source text that it has read.

    It looks for ``from __feature__ import …``, which nothing here does, and to tell who could,
    it reads the source of every module that is imported afterwards and keeps it: a tenth of the
    time to start, and some megabytes. Call it before the app's own modules are imported.
    """
    if "PySide6.QtCore" not in sys.modules:
        use_quick_enums()
        builtins.compile = _compiled  # type: ignore[assignment]
        try:
            import PySide6.QtCore  # noqa: F401 - this is what replaces ``__import__``
        finally:
            builtins.compile = _compile
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
