"""Keeps ``resources/translations/*.ts`` up to date with the words in the source.

    python packaging/translations.py            bring the files up to date
    python packaging/translations.py --compile  make the .qm files that the app reads

Qt's own ``lupdate`` reads only a fixed set of calls in Python; ours are found in the syntax
tree first: ``QCoreApplication.translate`` under any name, ``QT_TRANSLATE_NOOP``, and one-line
wrappers with a fixed context. They are written down in the plainest form for lupdate.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("ja", "zh_CN")
_TWO_WORDS = {"translate", "QT_TRANSLATE_NOOP"}


def _called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _aliases(tree: ast.Module) -> set[str]:
    """Names that stand for ``translate`` somewhere in a module."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign):
            continue
        values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        for target in node.targets:
            targets = target.elts if isinstance(target, ast.Tuple) else [target]
            for name, value in zip(targets, values, strict=False):
                is_translate = isinstance(value, ast.Attribute) and value.attr == "translate"
                if isinstance(name, ast.Name) and is_translate:
                    found.add(name.id)
    return found


def _wrappers(tree: ast.Module) -> dict[str, str]:
    """Functions that translate their first argument in a fixed context, by name."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef) or not node.args.args:
            continue
        names = {argument.arg for argument in node.args.args}
        for call in ast.walk(node):
            if isinstance(call, ast.Call) and _called(call) == "translate" and len(call.args) >= 2:
                context, words = _text(call.args[0]), call.args[1]
                if context and isinstance(words, ast.Name) and words.id in names:
                    found[node.name] = context
    return found


def words_in(source: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the context and words of every translatable string of a module, and whether its
    form depends on a number."""
    tree = ast.parse(source)
    two = _TWO_WORDS | _aliases(tree)
    wrappers = _wrappers(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name, texts = _called(node), [_text(argument) for argument in node.args]
        if name in two and len(texts) >= 2 and texts[0] and texts[1]:
            yield texts[0], texts[1], len(texts) >= 4
        elif name in wrappers and texts and texts[0]:
            yield wrappers[name], texts[0], False


def all_words() -> list[tuple[str, str, bool]]:
    """Return every translatable string of the app, sorted, once."""
    found = {
        entry
        for path in sorted((ROOT / "chatapp").rglob("*.py"))
        for entry in words_in(path.read_text(encoding="utf-8"))
    }
    return sorted(found)


def _plain(words: list[tuple[str, str, bool]]) -> str:
    lines = ["from PySide6.QtCore import QCoreApplication"]
    for context, source, counts in words:
        number = ', "", 1' if counts else ""
        lines.append(f"QCoreApplication.translate({_quoted(context)}, {_quoted(source)}{number})")
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _tool(name: str) -> list[str]:
    """Return how a tool of PySide is called; in a build of its own pip puts its script nowhere
    near Python, but the package can be imported."""
    return [sys.executable, "-c", f"from PySide6.scripts import pyside_tool as t; t.{name}()"]


def update() -> None:
    """Bring the .ts files up to date; translations that are there stay."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "words.py"
        plain.write_text(_plain(all_words()), encoding="utf-8")
        files = [str(FOLDER / f"chatapp_{language}.ts") for language in LANGUAGES]
        for language, file in zip(LANGUAGES, files, strict=True):
            options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
            command = [*_tool("lupdate"), str(plain), *options]
            subprocess.run([*command, "-target-language", language, "-ts", file], check=True)


def compile_all() -> None:
    """Make a .qm file of every .ts file."""
    for path in sorted(FOLDER.glob("*.ts")):
        target = path.with_suffix(".qm")
        subprocess.run([*_tool("lrelease"), "-silent", str(path), "-qm", str(target)], check=True)


if __name__ == "__main__":
    compile_all() if "--compile" in sys.argv else update()
