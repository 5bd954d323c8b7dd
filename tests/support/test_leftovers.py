"""The watch over leftovers sees them."""

import asyncio
import logging
import socket
from pathlib import Path

import pytest

from tests.support.leftovers import app_warnings, open_descriptors, unfinished_tasks


def test_an_open_file_and_an_open_socket_are_seen(tmp_path: Path) -> None:
    before = open_descriptors()
    with (tmp_path / "file").open("w"), socket.socket():
        added = set(open_descriptors().items()) - set(before.items())
        assert sorted(target.partition(":")[0] for _, target in added) == [
            str(tmp_path / "file"),
            "socket",
        ]
    assert open_descriptors() == before


def test_a_task_that_asyncio_would_cancel_in_silence_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def work() -> None:
        asyncio.get_running_loop().create_task(asyncio.Event().wait(), name="forgotten")

    monkeypatch.undo()  # or this test itself would be said to leave a task
    with unfinished_tasks(monkeypatch) as names:
        asyncio.run(work())
    assert names == ["forgotten"]


@pytest.mark.logs_warnings("to see that it is seen")
def test_a_warning_of_the_app_is_seen_and_news_is_not() -> None:
    with app_warnings() as lines:
        log = logging.getLogger("chatapp.somewhere")
        log.setLevel(logging.INFO)
        log.info("news")
        log.warning("%s is wrong", "it")
        logging.getLogger("elsewhere").warning("not ours")
        log.setLevel(logging.NOTSET)
    assert lines == ["WARNING chatapp.somewhere: it is wrong"]
