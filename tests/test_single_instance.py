"""One writer for a profile, however many starts race for it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from chatapp.single_instance import QUICK_QUESTION, SHOW, SingleInstance
from chatapp.store.paths import ProfilePaths, profile_paths
from tests.support.small_disk import as_nobody, fill, open_folder, small_disk

STARTS_AT_ONCE = 8
ROUNDS = 7
Child = subprocess.Popen[str]


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    made = profile_paths(tmp_path)
    made.create()
    return made


@contextmanager
def children(paths: ProfilePaths, count: int) -> Iterator[list[Child]]:
    script = Path(__file__).with_name("claiming_child.py")
    started = [
        subprocess.Popen(
            [sys.executable, script, paths.data],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(count)
    ]
    try:
        for child in started:
            assert heard(child) == "ready"
        yield started
    finally:
        for child in started:
            child.kill()
            child.communicate()


def heard(child: Child) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def tell(child: Child) -> None:
    assert child.stdin is not None
    child.stdin.write("\n")
    child.stdin.flush()


def test_of_starts_that_race_exactly_one_has_the_profile(paths: ProfilePaths) -> None:
    with children(paths, STARTS_AT_ONCE) as racing:
        for _ in range(ROUNDS):
            for child in racing:
                tell(child)
            said = sorted(heard(child) for child in racing)
            assert said == ["lost"] * (STARTS_AT_ONCE - 1) + ["won"]
            for child in racing:
                tell(child)
            assert {heard(child) for child in racing} == {"released"}


def test_a_killed_instance_leaves_the_profile_to_the_next(
    paths: ProfilePaths, qapp: QApplication
) -> None:
    with children(paths, 1) as (child,):
        tell(child)
        assert heard(child) == "won"
        assert not SingleInstance(paths).claim()
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        after = SingleInstance(paths)
        assert after.claim()
        after.release()


def test_a_second_start_raises_the_first_window(paths: ProfilePaths, qapp: QApplication) -> None:
    raised: list[str] = []
    first = SingleInstance(paths)
    assert first.claim()
    first.listen(raised.append)
    assert not SingleInstance(paths).claim()
    while not raised:
        QCoreApplication.processEvents()
    first.release()
    assert raised == [SHOW]


def test_another_start_may_want_the_small_window(paths: ProfilePaths, qapp: QApplication) -> None:
    calls: list[str] = []
    first = SingleInstance(paths)
    assert first.claim()
    first.listen(calls.append)
    assert not SingleInstance(paths).claim(QUICK_QUESTION)
    while not calls:
        QCoreApplication.processEvents()
    first.release()
    assert calls == [QUICK_QUESTION]


def test_words_that_no_start_of_ours_says_only_raise_the_window(
    paths: ProfilePaths, qapp: QApplication
) -> None:
    calls: list[str] = []
    first = SingleInstance(paths)
    assert first.claim()
    first.listen(calls.append)
    assert not SingleInstance(paths).claim("rm -rf " + "x" * 10_000)
    while not calls:
        QCoreApplication.processEvents()
    first.release()
    assert calls == [SHOW]


def test_where_no_lock_can_be_written_the_database_may_say_why(qapp: QApplication) -> None:
    with open_folder() as folder:
        closed = profile_paths(folder / "profile")
        closed.create()
        closed.runtime.chmod(0o555)
        assert as_nobody(lambda: SingleInstance(closed).claim()) == "True"
    with small_disk(400) as disk:
        full = profile_paths(disk / "profile")
        full.create()
        fill(disk)
        instance = SingleInstance(full)
        assert instance.claim()
        instance.release()
