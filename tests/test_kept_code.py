"""What an earlier start has kept is imported while its source is the same; else all is as ever."""

import marshal
import os
import shutil
import subprocess
import sys
import time
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

from chatapp.kept_code import KeptCode

TREE = Path(__file__).parents[1]
LOOK = """
import sys
from chatapp.import_hook import use_plain_imports
from chatapp.kept_code import KEPT, loaded_modules
use_plain_imports()
import chatapp.domain.folding as folding, chatapp.domain.sampling, chatapp.domain.sampling.tokens
names = ["chatapp.domain.folding", "chatapp.domain.sampling", "chatapp.domain.sampling.tokens"]
for name in names:
    print(type(sys.modules[name].__spec__.loader).__name__)
"""
KEEP = LOOK + "KEPT.write([*loaded_modules(), 'no.such', 'json'])\n"
KEPT, PLAIN = ["_KeptLoader"] * 3, ["SourceFileLoader"] * 3


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """A copy of the program with bytecode of its own, as the environment of its starts."""
    ignore = shutil.ignore_patterns(
        "__pycache__", "ui", "markdown", "wire", "toolhosts", "transfer"
    )
    shutil.copytree(TREE / "chatapp", tmp_path / "tree" / "chatapp", ignore=ignore)
    return {
        "PYTHONPATH": str(tmp_path / "tree"),
        "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"),
        "PYTHONDONTWRITEBYTECODE": "",
    }


def started(program: str, own: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120,
        env=os.environ | own, cwd=own["PYTHONPATH"],
    )  # fmt: skip
    return done.stdout.split()


def kept_file(own: dict[str, str]) -> Path:
    (file,) = Path(own["PYTHONPYCACHEPREFIX"]).rglob("start.*")
    return file


def source(own: dict[str, str], name: str) -> Path:
    return Path(own["PYTHONPATH"], *name.split("."))


def test_the_second_start_imports_what_the_first_has_kept(own: dict[str, str]) -> None:
    assert started(KEEP, own) == PLAIN
    assert started(LOOK, own) == KEPT


def test_a_start_that_imports_the_same_writes_nothing_and_one_with_more_adds_it(
    own: dict[str, str],
) -> None:
    started(KEEP, own)
    before = kept_file(own).stat()
    assert started(KEEP, own) == KEPT
    assert kept_file(own).stat().st_mtime_ns == before.st_mtime_ns
    started(KEEP.replace("import sys\n", "import sys, chatapp.domain.language_models\n"), own)
    started("import chatapp.domain.presets\n" + KEEP, own)
    code = KeptCode(kept_file(own))._kept
    assert "chatapp.domain.presets" in code
    assert "json" not in code
    assert started(LOOK, own) == KEPT


def test_modules_and_packages_are_as_if_imported_from_their_source(own: dict[str, str]) -> None:
    asked = LOOK + (
        "import inspect, importlib.resources, chatapp.domain\n"
        "for module in (folding, chatapp.domain.sampling, chatapp.domain.sampling.tokens):\n"
        "    spec = module.__spec__\n"
        "    print(spec.name, spec.parent, spec.origin, spec.has_location, spec.cached,\n"
        "          module.__file__, module.__cached__, getattr(module, '__path__', None),\n"
        "          len(inspect.getsource(module)), module.__package__)\n"
        "print(importlib.resources.files(chatapp.domain.sampling))\n"
        "try:\n    folding.spellings(5)\nexcept AttributeError as error:\n"
        "    print(error.__traceback__.tb_next.tb_frame.f_code.co_filename,\n"
        "          error.__traceback__.tb_next.tb_lineno)\n"
    )
    first = started(asked, own)
    started(KEEP, own)
    assert started(asked, own)[3:] == first[3:]
    assert started(asked, own)[:3] == KEPT


@pytest.mark.parametrize("newer", [True, False], ids=["another time", "another size"])
def test_a_changed_source_is_used(own: dict[str, str], newer: bool) -> None:
    file = source(own, "chatapp.domain.folding").with_suffix(".py")
    program = LOOK + "print(folding.__doc__.split()[0])\n"
    started(KEEP, own)
    status = file.stat()
    if newer:
        file.write_text(file.read_text().replace('"""', '"""X', 1)[:-1])
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 10**9))
        assert file.stat().st_size == status.st_size
    else:
        file.write_text(file.read_text().replace('"""', '"""X', 1))
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    *loaders, first_word = started(program, own)
    assert (loaders, first_word[0]) == (["SourceFileLoader", *KEPT[1:]], "X")
    started(KEEP, own)
    assert started(program, own) == [*KEPT, first_word]


def test_a_moved_program_does_not_take_the_code_of_the_other_place(
    own: dict[str, str], tmp_path: Path
) -> None:
    started(KEEP, own)
    file = kept_file(own)
    shutil.copytree(own["PYTHONPATH"], tmp_path / "moved")
    moved = own | {"PYTHONPATH": str(tmp_path / "moved")}
    there = Path(moved["PYTHONPYCACHEPREFIX"], *(tmp_path / "moved" / "chatapp").parts[1:])
    there.mkdir(parents=True)
    shutil.copy(file, there)
    assert started(LOOK, moved) == PLAIN


def framed(head: bytes) -> bytes:
    return MAGIC_NUMBER + len(head).to_bytes(8, "little") + head


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"not bytecode",
        MAGIC_NUMBER,
        MAGIC_NUMBER + b"\xff" * 8 + b"short",
        framed(b""),
        framed(marshal.dumps(["no table"])),
        framed(marshal.dumps((0, ["no table"]))),
        framed(marshal.dumps((0, {"chatapp.domain.folding": "nothing"}))),
        framed(marshal.dumps((9, {"chatapp.domain.folding": ((1,), 0, 9)}))),
        b"\0\0\r\n" + framed(marshal.dumps((0, {})))[4:],
    ],
)
def test_what_cannot_be_read_is_made_anew(own: dict[str, str], damaged: bytes) -> None:
    started(KEEP, own)
    kept_file(own).write_bytes(damaged)
    assert started(KEEP, own) == PLAIN
    assert started(LOOK, own) == KEPT


@pytest.mark.parametrize("end", [1, 1000])
def test_a_file_that_was_cut_off_is_made_anew(own: dict[str, str], end: int) -> None:
    started(KEEP, own)
    whole = kept_file(own).read_bytes()
    for part in (whole[:-end], whole[:end], whole + b"more"):
        kept_file(own).write_bytes(part)
        assert started(LOOK, own) == PLAIN


def test_code_that_is_damaged_within_is_made_anew(own: dict[str, str]) -> None:
    started(KEEP, own)
    _, code = KeptCode(kept_file(own))._kept["chatapp.domain.folding"]
    whole = kept_file(own).read_bytes()
    kept_file(own).write_bytes(whole.replace(code, bytes(len(code))))
    assert started(KEEP, own) == ["SourceFileLoader", *KEPT[1:]]
    assert started(LOOK, own) == KEPT


def test_memory_is_given_back_and_later_imports_are_as_ever(own: dict[str, str]) -> None:
    started(KEEP.replace("import sys\n", "import sys, chatapp.domain.presets\n"), own)
    later = (
        "print(len(KEPT._kept), len(KEPT._used))\n"
        "import chatapp.domain.presets as later\n"
        "print(type(later.__spec__.loader).__name__)\n"
    )
    assert started(KEEP + later, own) == [*KEPT, "0", "0", "SourceFileLoader"]


def test_where_python_may_not_write_bytecode_nothing_is_kept(own: dict[str, str]) -> None:
    refused = own | {"PYTHONDONTWRITEBYTECODE": "1"}
    assert started(KEEP, refused) == started(KEEP, refused) == PLAIN
    assert not list(Path(own["PYTHONPYCACHEPREFIX"]).rglob("start.*"))
    nowhere = own | {"PYTHONPYCACHEPREFIX": "/dev/null/nowhere"}
    assert started(KEEP, nowhere) == started(KEEP, nowhere) == PLAIN


def test_a_window_keeps_what_it_imported_until_a_conversation_was_shown(tmp_path: Path) -> None:
    own = {
        "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"),
        "PYTHONDONTWRITEBYTECODE": "",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(TREE),
    }
    command = [sys.executable, "-m", "chatapp", "--profile", str(tmp_path / "profile")]
    with subprocess.Popen(command, env=os.environ | own, stderr=subprocess.DEVNULL) as window:
        try:
            end = time.monotonic() + 60
            while not (found := list((tmp_path / "bytecode").rglob("start.*.code"))):
                assert time.monotonic() < end
                assert window.poll() is None
                os.sched_yield()
        finally:
            window.terminate()
            window.wait(60)
    code = KeptCode(found[0])._kept
    assert {"chatapp.ui.main_window", "chatapp.ui.conversation.message_view"} <= code.keys()
    assert "shibokensupport/signature/mapping.py" in code
    assert "chatapp.ui.inspector" not in code
    assert len(code) > 150
