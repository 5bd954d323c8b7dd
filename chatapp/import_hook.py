"""Loads PySide, but not yet what no running program needs of it, and without its ``import``;
from then on the app's own modules come from what an earlier start has kept.

PySide compiles the source of its signature support at every start: what makes ``.pyi`` files,
what ``inspect.signature`` and the words of a ``TypeError`` are made from. That takes as long as
showing a window. Here most of those modules are there from the beginning and filled when somebody
asks one of them for something; the others are compiled once and kept, as Python keeps modules.
"""

import builtins
import linecache
import sys
from importlib.util import source_hash
from types import CodeType
from typing import Any

from chatapp.kept_code import KEPT
from chatapp.quick_enums import use_quick_enums

_SUPPORT = "shibokensupport/signature/"
_LATE = frozenset(
    f"{_SUPPORT}{name}.py"
    for name in ("layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
"""The modules that come late, as PySide names their files. The others are called from C++."""
_OF_PYSIDE = ("shibokensupport/", "signature_bootstrap.py")
"""How the names of what PySide compiles begin; what has a path is a module that Python compiles."""
_STUB = """
def __getattr__(name):
    from chatapp.import_hook import late_attribute
    return late_attribute(globals(), name)
"""
_compile = builtins.compile
_sources: dict[str, Any] = {}


def _compiled(source: Any, filename: Any, *rest: Any, **named: Any) -> CodeType:
    """Return the code of a module, as an earlier start has made it of the same source (told by
    its hash, PEP 552), and that of a stand-in where the module may come late."""
    if not isinstance(filename, str) or not filename.startswith(_OF_PYSIDE):
        made: CodeType = _compile(source, filename, *rest, **named)
        return made
    if filename in _LATE:
        _sources[filename] = source
        source = _STUB
    stamp = (source_hash(source.encode() if isinstance(source, str) else source),)
    code = KEPT.get(filename, stamp)
    if code is None:
        code = _compile(source, filename, *rest, **named)
        KEPT.add(filename, stamp, code)
    return code


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
        sys.meta_path.insert(0, KEPT)
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
