"""The log file of a profile: one for each run, and no keys in it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatapp.logs import log_to


@pytest.fixture
def root() -> Iterator[logging.Logger]:
    """The root logger, left as it was found."""
    found = logging.getLogger()
    handlers, level = found.handlers[:], found.level
    yield found
    for handler in found.handlers[:]:
        if handler not in handlers:
            found.removeHandler(handler)
            handler.close()
    found.setLevel(level)


@pytest.mark.logs_warnings
def test_a_second_run_in_the_process_writes_to_its_own_log(
    root: logging.Logger, tmp_path: Path
) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        log_to(tmp_path / name)
        root.warning("the %s run", name)
    words = [(tmp_path / name / "chatapp.log").read_text() for name in ("first", "second")]
    assert ["first run" in words[0], "second run" in words[0]] == [True, False]
    assert ["first run" in words[1], "second run" in words[1]] == [False, True]


@pytest.mark.logs_warnings
def test_keys_stay_out_of_the_log_and_nothing_is_opened_before_there_is_a_line(
    root: logging.Logger, tmp_path: Path
) -> None:
    log_to(tmp_path)
    assert list(tmp_path.iterdir()) == []
    root.warning("Authorization: Bearer sk-abcdefghijklmnopqrstuvwxyz")
    assert "sk-abcdef" not in (tmp_path / "chatapp.log").read_text()
