"""The tests' own rules: they mirror the code and wait for events, never for time."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import chatapp

TESTS = Path(__file__).parent.parent
PACKAGE = Path(chatapp.__file__).parent
MODULES = sorted(
    p.relative_to(PACKAGE).as_posix()
    for p in PACKAGE.rglob("*.py")
    if p.name not in ("__init__.py", "__main__.py")
)
FILES = sorted(p for p in TESTS.rglob("*.py") if p.parent.name != "benchmarks")

TESTED_TOGETHER = {
    "tests/end2end/test_program.py": (
        "the whole program, started as people start it",
        ("*.py", "ui/*", "qtmodels/*", "services/offline.py", "services/preferences.py"),
    ),
    "tests/domain/test_parameters.py": (
        "the table and what is made of it",
        ("domain/parameter_*.py", "domain/json_value.py", "domain/preferences.py"),
    ),
    "tests/wire/test_accumulate.py": (
        "what puts a reply together, in one piece or many",
        ("wire/choice_state.py", "wire/growing_text.py", "wire/sse.py", "wire/tool_call_slots.py"),
    ),
    "tests/wire/test_client.py": (
        "every fault, spoken over a socket",
        ("wire/connection.py", "wire/failures.py", "wire/http_clients.py", "wire/reply_body.py"),
    ),
    "tests/services/test_generation.py": (
        "an answer from the question to the disk",
        (
            "services/*.py", "wire/lazy_client.py", "wire/pacing.py",
            "domain/changes.py", "domain/generation.py", "domain/messages.py",
            "domain/replies.py", "domain/identifiers.py",
        ),
    ),
    "tests/desktop/test_motion.py": (
        "the settings of a desktop, told over a real bus",
        ("desktop/session_bus.py", "desktop/settings_portal.py"),
    ),
    "tests/services/test_faults.py": (
        "failures in words, kept with their message",
        ("domain/errors.py", "domain/failure_records.py", "domain/text.py"),
    ),
    "tests/store/test_store.py": (
        "everything that is kept, in a real database",
        ("store/*.py", "domain/endpoints.py", "domain/language_models.py"),
    ),
    "tests/engine/test_offline.py": (
        "the real llama.cpp in its child process",
        ("engine/child.py", "engine/server.py", "domain/engine_state.py"),
    ),
    "tests/toolhosts/test_sign_in.py": (
        "signing in to a tool server, over real sockets",
        ("toolhosts/sign_in_*.py", "domain/tool_sign_ins.py"),
    ),
    "tests/toolhosts/test_hosts.py": (
        "real servers in real processes, the good and the bad",
        ("toolhosts/*.py",),
    ),
    "tests/transfer/test_formats.py": (
        "every format on files of its own",
        ("transfer/*.py",),
    ),
    "tests/ui/conversation/test_message_view.py": (
        "a real window shows real Markdown",
        ("markdown/*.py",),
    ),
}  # fmt: skip
"""Which test file covers modules that have none of their own name, and why together."""

SLEEPERS = {
    "support/waiting.py": "the one place that looks again after a pause, bounded",
    "support/token_server.py": "sends at the pace of a model",
    "store/streaming_child.py": "writes by the clock until it is killed",
    "end2end/test_program.py": "looks at another program's file, bounded",
    "support/outside_driver.py": "looks again at a window it knows by names only, bounded",
}
_SLEEPS = ("sleep", "qWait", "qSleep")


@pytest.mark.parametrize("module", MODULES)
def test_every_module_is_tested_under_its_name_or_said_to_be_elsewhere(module: str) -> None:
    path = Path(module)
    own = TESTS / path.parent / f"test_{path.name}"
    named = [g for _, globs in TESTED_TOGETHER.values() for g in globs]
    assert own.exists() or any(_matches(module, g) for g in named)


def _matches(module: str, glob: str) -> bool:
    """A star does not reach into folders, except at the end of a folder's name."""
    return fnmatch(module, glob) and ("/" in glob or "/" not in module)


@pytest.mark.parametrize("file", TESTED_TOGETHER)
def test_what_is_named_as_a_test_is_one(file: str) -> None:
    assert (TESTS.parent / file).read_text(encoding="utf-8").count("\ndef test_") > 0


def _sleeps(path: Path) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            turn_only = (
                node.args and isinstance(node.args[0], ast.Constant) and not node.args[0].value
            )
            if (name in _SLEEPS and not turn_only) or _waits_on_qtbot(node):
                yield node.lineno


def _waits_on_qtbot(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "wait"
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "qtbot"
    )


def test_no_test_sleeps_until_it_is_stable() -> None:
    sleepers = {p.relative_to(TESTS).as_posix(): list(_sleeps(p)) for p in FILES}
    found = {name: lines for name, lines in sleepers.items() if lines}
    assert {n: lines for n, lines in found.items() if n not in SLEEPERS} == {}
    there = {name for name in SLEEPERS if (TESTS / name).exists()}
    assert there <= set(found), "a name too many in the list"


_ASSERTS = ("assert", "raises", "wait", "run(", "with_")


def test_every_test_asserts_something() -> None:
    silent = []
    for path in FILES:
        functions = [
            node
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef)
        ]
        checkers = {f"{f.name}(" for f in functions if "assert " in ast.unparse(f)}
        for function in functions:
            source = ast.unparse(function)
            if function.name.startswith("test_") and not any(
                word in source.split(":", 1)[1] for word in (*_ASSERTS, *checkers)
            ):
                silent.append(f"{path.name}:{function.name}")
    assert silent == []


def test_no_test_is_skipped_by_name() -> None:
    marks = ("mark.skip", "mark.xfail", "unittest.mock", "MagicMock")
    here = Path(__file__).name
    users = {p.name for p in FILES if p.name != here and _mentions(p, marks)}
    assert users == set()


def _mentions(path: Path, words: tuple[str, ...]) -> bool:
    source = path.read_text(encoding="utf-8")
    return any(word in source for word in words)
