"""Loads PySide, but not yet what no running program needs of it, and without its ``import``.

PySide compiles the source of its signature support at every start: what makes ``.pyi`` files,
what ``inspect.signature`` and the words of a ``TypeError`` are made from. That takes as long as
showing a window. Here most of those modules are there from the beginning and filled when somebody
asks one of them for something; the others are compiled once and kept, as Python keeps modules.
"""

import builtins
import linecache
import marshal
import os
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
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


class _Compiled:
    """Compiles as ``compile`` does, or takes what an earlier start has made of the same source.

    That is beside this module's own bytecode, in one file, each code with the hash of its source
    (PEP 552); without such a place, or where Python may not write there, nothing is kept.
    """

    def __init__(self, bytecode: str | None) -> None:
        own = Path(bytecode) if bytecode else None
        self._path = own and own.with_name(f"pyside_support{''.join(own.suffixes[:-1])}.code")
        self._kept = self._read()
        self._used: dict[str, tuple[bytes, CodeType]] = {}
        self._is_new = False

    def __call__(self, source: Any, filename: Any, *rest: Any, **named: Any) -> CodeType:
        """Return the code of a module, or of a stand-in where it may come late."""
        if filename in _LATE:
            _sources[filename] = source
            source = _STUB
        its_hash = source_hash(source.encode() if isinstance(source, str) else source)
        known, code = self._kept.get(filename, (b"", None))
        if code is None or known != its_hash:
            self._is_new = True
            code = _compile(source, filename, *rest, **named)
        self._used[filename] = its_hash, code
        return code

    def _read(self) -> dict[str, tuple[bytes, CodeType]]:
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = self._path.read_bytes() if self._path else b""
            if data.startswith(MAGIC_NUMBER):
                kept = marshal.loads(data[len(MAGIC_NUMBER) :])  # noqa: S302  # nosec
                return kept if isinstance(kept, dict) else {}
        return {}

    def keep(self) -> None:
        """Write down what was compiled, if that was not kept before."""
        if self._path and self._is_new and not sys.dont_write_bytecode:
            fresh = self._path.with_suffix(f".{os.getpid()}")
            with suppress(OSError):
                fresh.write_bytes(MAGIC_NUMBER + marshal.dumps(self._used))
                fresh.replace(self._path)


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
        compiled = _Compiled(globals().get("__cached__"))
        builtins.compile = compiled  # type: ignore[assignment]
        try:
            import PySide6.QtCore  # noqa: F401 - this is what replaces ``__import__``
        finally:
            builtins.compile = _compile
        compiled.keep()
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
