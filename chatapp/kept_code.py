"""What a start imports, in one file: its code is read at once instead of looked for by name.

Python keeps the code of each module in a file of its own and asks the file system six times
before it reads it. Those of the two hundred that are imported until a conversation can be seen
are kept together here, beside this module's own bytecode and by the same rule: code is used while
its source has the place, time and size that it was made of. Where Python may not write bytecode
nothing is kept, and all is imported as ever.
"""

import marshal
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any

Stamp = tuple[str | int | bytes, ...]
"""What tells whether code was made of the source that is there now."""
_HEAD = len(MAGIC_NUMBER) + 8
_PACKAGE = f"{__name__.partition('.')[0]}."


class KeptCode:
    """Code by name, each with the stamp of its source. Serves as a finder of modules."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._kept: dict[str, tuple[Stamp, memoryview | bytes]] = {}
        self._used: dict[str, tuple[Stamp, memoryview | bytes]] = {}
        self._is_new = False
        with suppress(OSError, ValueError, EOFError, TypeError, AttributeError):
            self._read(path.read_bytes() if path else b"")

    def _read(self, data: bytes) -> None:
        """Find the codes in a file. They stand side by side after a table of stamps and places:
        what was read is one block of memory, which can be given back."""
        view = memoryview(data)
        start = _HEAD + int.from_bytes(view[_HEAD - 8 : _HEAD], "little")
        if data.startswith(MAGIC_NUMBER) and len(data) >= start:
            length, table = marshal.loads(view[_HEAD:start])  # noqa: S302  # nosec
            if len(data) == start + length:
                codes = view[start:]
                self._kept = {name: (stamp, codes[a:b]) for name, (stamp, a, b) in table.items()}

    def _file(self) -> bytes:
        """Return what ``_read`` reads."""
        table, codes = {}, bytearray()
        # Another thread may be importing.
        for name, (stamp, code) in list(self._used.items()):
            table[name] = stamp, len(codes), len(codes) + len(code)
            codes += code
        head = marshal.dumps((len(codes), table))
        return MAGIC_NUMBER + len(head).to_bytes(8, "little") + head + codes

    def get(self, name: str, stamp: Stamp) -> CodeType | None:
        """Return the code under a name if it was made of the same source."""
        data = self._same(name, stamp)
        if data is None:
            return None
        try:
            code: CodeType = marshal.loads(data)  # noqa: S302  # nosec
        except (ValueError, EOFError, TypeError):
            del self._kept[name], self._used[name]  # the disk has damaged it
            return None
        return code

    def _same(self, name: str, stamp: Stamp) -> memoryview | bytes | None:
        """Return the code under a name, marshalled, if it was made of the same source; it stays
        for the next start then."""
        kept = self._kept.get(name)
        if kept is None or kept[0] != stamp:
            return None
        self._used[name] = kept
        return kept[1]

    def add(self, name: str, stamp: Stamp, code: CodeType) -> None:
        """Keep code for the next start."""
        self._used[name] = stamp, marshal.dumps(code)
        self._is_new = True

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        """Return where a module of ours comes from, if its code is kept (``sys.meta_path``)."""
        del target
        if name not in self._kept or not path:
            return None
        leaf = name.rpartition(".")[2]
        for origin, folder in ((f"{leaf}.py", None), (f"{leaf}{os.sep}__init__.py", leaf)):
            source = f"{path[0]}{os.sep}{origin}"
            stamp = _stamp(source)
            code = self.get(name, stamp) if stamp else None
            if code is not None:
                inside = [f"{path[0]}{os.sep}{folder}"] if folder else None
                loader = _KeptLoader(name, source, code)
                return spec_from_file_location(
                    name, source, loader=loader, submodule_search_locations=inside
                )
        return None

    def write(self, modules: Iterable[str]) -> None:
        """Write the code of modules, and what was added, for the next start, unless all of it was
        kept before (blocking); then give back the memory. What is imported later comes from where
        it always does."""
        loaded = {name: spec for name in modules if (spec := _spec_of(name))}
        if self._path is not None and not sys.dont_write_bytecode:
            self._write(self._path, loaded)
        self._kept, self._used = {}, {}

    def _write(self, path: Path, loaded: Mapping[str, ModuleSpec]) -> None:
        for name, spec in loaded.items():
            stamp = _stamp(str(spec.origin))
            if stamp and self._same(name, stamp) is None:
                code = spec.loader.get_code(name)  # type: ignore[union-attr]
                if code is not None:
                    self.add(name, stamp, code)
        if self._is_new:
            self._is_new = False
            fresh = path.with_suffix(f".{os.getpid()}")
            with suppress(OSError):
                fresh.write_bytes(self._file())
                fresh.replace(path)


class _KeptLoader(SourceFileLoader):
    """Loads a module of code that is there already; all else of it is where its source is."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code: CodeType | None = code

    def get_code(self, fullname: str) -> Any:
        """Return the kept code to the import; whoever asks later gets what is there then."""
        code, self._code = self._code, None
        return code or super().get_code(fullname)


def _stamp(source: str) -> Stamp | None:
    try:
        status = os.stat(source)  # noqa: PTH116 - two hundred times before the first frame
    except OSError:
        return None
    return source, status.st_mtime_ns, status.st_size


def _spec_of(name: str) -> ModuleSpec | None:
    """Return the spec of a loaded module if it is one of ours with a source."""
    spec: ModuleSpec | None = getattr(sys.modules.get(name), "__spec__", None)
    if spec is None or not name.startswith(_PACKAGE):
        return None
    return spec if isinstance(spec.loader, SourceFileLoader) else None


def loaded_modules() -> list[str]:
    """Return the names of our modules that were imported until now."""
    return [name for name in list(sys.modules) if name.startswith(_PACKAGE)]


def _beside_bytecode() -> Path | None:
    """Return the file for kept code; none where this module has no bytecode of its own."""
    bytecode = globals().get("__cached__")
    own = Path(bytecode) if bytecode else None
    return own.with_name(f"start{''.join(own.suffixes[:-1])}.code") if own else None


KEPT = KeptCode(_beside_bytecode())
"""The code of this program's starts."""
