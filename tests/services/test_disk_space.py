"""A warning before the disk is full, and its end."""

import asyncio
from pathlib import Path

import pytest

from chatapp.domain.changes import Change, DiskSpaceChanged
from chatapp.services import disk_space
from chatapp.services.disk_space import DiskSpaceWatch
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.store.paths import profile_paths
from tests.support.small_disk import fill, small_disk
from tests.support.waiting import until


def test_a_disk_that_fills_is_told_once_and_so_is_its_relief(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(disk_space, "LOOK_EVERY_S", 0.01)
    monkeypatch.setattr(disk_space, "LOW_BYTES", 500 * 1024)

    async def work(disk: Path) -> None:
        heard: list[Change] = []
        bugs: list[BaseException] = []
        publisher = Publisher()
        publisher.subscribe(heard.append)
        tasks = TaskScope("test", bugs.append)
        DiskSpaceWatch(profile_paths(disk), publisher, tasks).start()
        filler = fill(disk)
        await until(lambda: heard)
        filler.unlink()
        await until(lambda: len(heard) == 2)
        await tasks.close()
        assert [c.is_low for c in heard if isinstance(c, DiskSpaceChanged)] == [True, False]
        assert bugs == []

    with small_disk(1500) as disk:
        asyncio.run(work(disk))
