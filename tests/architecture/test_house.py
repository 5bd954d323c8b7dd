"""The house rules that a machine can hold."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import chatapp

PACKAGE = Path(chatapp.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
HTML_DOORS = {
    "formula_images.py",
    "copying.py",
    "text_part.py",
    "note_part.py",
    "table_part.py",
    "pdf_file.py",
    "reader.py",  # the help page: our own words, escaped
}
"""They show and copy what ``chatapp.markdown`` made, which escapes everything."""

BANNED_NAMES = {"utils", "helpers", "common", "misc", "core", "manager", "base", "models"}


def test_the_picture_of_the_floors_names_every_folder() -> None:
    folders = {p.name for p in PACKAGE.iterdir() if (p / "__init__.py").exists()}
    assert chatapp.__doc__ is not None
    assert {f for f in folders if f"``{f}``" not in chatapp.__doc__} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_file_says_what_it_is_for_and_stays_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))
    assert len(source.splitlines()) <= 400
    assert path.stem not in BANNED_NAMES


def test_one_module_hands_addresses_to_the_system() -> None:
    openers = ("QDesktopServices", "webbrowser", "startfile", "xdg-open")
    users = {
        p.name for p in FILES if any(word in p.read_text(encoding="utf-8") for word in openers)
    }
    assert users == {"links.py"}


def test_no_dialog_stops_the_loop() -> None:
    calls = [
        (path.name, node.lineno)
        for path in (PACKAGE / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("exec", "exec_", "question", "getOpenFileName", "getText")
    ]
    assert calls == []


LOOP = """
import asyncio
from PySide6.QtCore import QCoreApplication
from qasync import QEventLoop
app = QCoreApplication([])
loop = QEventLoop(app)
async def turns():
    for _ in range(50_000):
        await asyncio.sleep(0)
with loop:
    loop.run_until_complete(turns())
print("done")
"""


def test_the_loop_survives_fifty_thousand_turns() -> None:
    """PySide6 6.12 on CPython 3.11 dies after about 8,000 (see pyproject.toml)."""
    result = subprocess.run(
        [sys.executable, "-c", LOOP], capture_output=True, text=True, timeout=120, check=False
    )
    assert result.stdout.strip() == "done", result.stderr


def _functions_with(tree: ast.AST, word: str) -> list[ast.FunctionDef]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and word in ast.unparse(node)
    ]


def test_every_label_takes_its_words_as_plain_text() -> None:
    """A label guesses otherwise, and would draw a local image out of a model's title."""
    careless = [
        (path.name, function.name)
        for path in (PACKAGE / "ui").rglob("*.py")
        for function in _functions_with(ast.parse(path.read_text(encoding="utf-8")), "QLabel(")
        if "PlainText)" not in ast.unparse(function)
    ]
    assert careless == []


def test_nothing_hands_text_to_a_widget_as_html() -> None:
    words = ("setHtml(", "RichText", "setMarkdown(", "AutoText", "insertHtml(")
    users = {
        path.name
        for path in (PACKAGE / "ui").rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in words)
    }
    assert users <= HTML_DOORS
