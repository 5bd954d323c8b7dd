"""A language of nobody: every translatable string in brackets, accented, and 40 % longer.

What a window shows without brackets nobody can translate; what does not fit into it would be
cut in German.
"""

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from textwrap import wrap
from types import ModuleType
from xml.sax.saxutils import escape

_TOOL = Path(__file__).resolve().parent.parent.parent / "packaging" / "translations.py"
PSEUDO = "eo"
"""A language of Qt that the app does not speak, written from left to right."""
MIRRORED = "he"
OPEN, CLOSE = "⟦", "⟧"
_LONGEST_WORD = 12
_ACCENTED = str.maketrans("aceghinorsuyACEIOSU", "áćéĝĥíñöŕšûýÁĆÉÍÖŠÛ")
_KEPT = re.compile(r"\{\w*\}|%n|&\w")
_QT_WORDS = {
    "QPlatformTheme": (
        "OK", "Save", "Save All", "Open", "&Yes", "Yes to &All", "&No", "N&o to All", "Abort",
        "Retry", "Ignore", "Close", "Cancel", "Discard", "Help", "Apply", "Reset",
        "Restore Defaults",
    ),
    "QDialogButtonBox": ("OK",),
    "QTabBar": ("Scroll Left", "Scroll Right"),
}  # fmt: skip
"""What Qt itself says in our dialogs."""


def translations_tool() -> ModuleType:
    """Return ``packaging/translations.py`` as a module."""
    spec = importlib.util.spec_from_file_location("translations", _TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pseudo(words: str) -> str:
    """Return words in the language of nobody; places and accelerators stay."""
    parts, at = [], 0
    for kept in _KEPT.finditer(words):
        parts += [words[at : kept.start()].translate(_ACCENTED), kept.group()]
        at = kept.end()
    parts.append(words[at:].translate(_ACCENTED))
    padding = " ".join(wrap("ẋ" * max(1, round(len(words) * 0.4) - 3), _LONGEST_WORD))
    return f"{OPEN}{''.join(parts)} {padding}{CLOSE}"


def unbracketed(words: str) -> str:
    """Return what stands outside the brackets."""
    depth, outside = 0, []
    for sign in words:
        depth += (sign == OPEN) - (sign == CLOSE)
        if depth == 0 and sign != CLOSE:
            outside.append(sign)
    return "".join(outside).strip()


def _context(name: str, entries: Iterable[tuple[str, bool]]) -> str:
    messages = []
    for source, counts in entries:
        words = escape(pseudo(source))
        form = f"<numerusform>{words}</numerusform>" * 2 if counts else words
        numerus = ' numerus="yes"' if counts else ""
        messages.append(
            f"<message{numerus}><source>{escape(source)}</source>"
            f"<translation>{form}</translation></message>"
        )
    return f"<context><name>{name}</name>{''.join(messages)}</context>"


def compile_pseudo(folder: Path, *languages: str) -> Path:
    """Make the .qm files of the language of nobody in a folder; return the folder."""
    contexts: dict[str, list[tuple[str, bool]]] = {
        name: [(words, False) for words in known] for name, known in _QT_WORDS.items()
    }
    for name, source, counts in translations_tool().all_words():
        contexts.setdefault(name, []).append((source, counts))
    inner = "".join(_context(name, entries) for name, entries in contexts.items())
    for language in languages or (PSEUDO,):
        path = folder / f"chatapp_{language}.ts"
        path.write_text(
            f'<!DOCTYPE TS><TS version="2.1" language="{language}">{inner}</TS>', "utf-8"
        )
        _release(path, path.with_suffix(".qm"))
    return folder


def compile_language(language: str, folder: Path) -> None:
    """Make the .qm file of a language that the app comes with in a folder."""
    name = f"chatapp_{language}"
    _release(translations_tool().FOLDER / f"{name}.ts", folder / f"{name}.qm")


def _release(source: Path, target: Path) -> None:
    lrelease = str(Path(sys.executable).parent / "pyside6-lrelease")
    subprocess.run([lrelease, "-silent", str(source), "-qm", str(target)], check=True)
