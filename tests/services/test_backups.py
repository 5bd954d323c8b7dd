"""Backups by themselves: when one is due, and the long check after a crash."""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from chatapp.domain.changes import DamageFound
from chatapp.domain.library import ListQuery, Place
from chatapp.services.backups import BackupService
from chatapp.store import backup
from chatapp.store.paths import profile_paths
from tests.support.open_chat import OpenChat, open_chat

NOWHERE = "http://127.0.0.1:9/v1"


@asynccontextmanager
async def opened(tmp_path: Path) -> AsyncIterator[tuple[OpenChat, BackupService]]:
    async with open_chat(tmp_path, NOWHERE) as chat:
        s = chat.services
        paths = profile_paths(tmp_path)
        yield chat, BackupService(s.database, paths, s.library, s.saver, s.publisher, s.tasks)


def test_a_small_profile_is_copied_whenever_it_changed(tmp_path: Path) -> None:
    async def work() -> None:
        async with opened(tmp_path) as (chat, backups):
            chat.services.conversations.set_draft(chat.id, "a")
            await chat.services.saver.flush()
            await backups.tidy()
            await backups.tidy()
            assert len(await backups.list()) == 1
            chat.services.conversations.set_draft(chat.id, "b")
            await chat.services.saver.flush()
            await backups.on_quit()
            assert len(await backups.list()) == 2
            assert await backups.make()
            assert len(await backups.list()) == 3

    asyncio.run(work())


def test_a_large_one_is_copied_once_a_day_and_never_on_quitting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "LARGE", 1)

    async def change(chat: OpenChat, words: str) -> None:
        chat.services.conversations.set_draft(chat.id, words)
        await chat.services.saver.flush()

    async def work() -> None:
        async with opened(tmp_path) as (chat, backups):
            for number in range(3):
                await change(chat, f"{number}")
                await backups.tidy()
                await backups.on_quit()
            (only,) = await backups.list()
            os.utime(only.path, (0, time.time() - 2 * 86_400))
            await backups.tidy()
            assert len(await backups.list()) == 2

    asyncio.run(work())


def test_the_check_that_the_start_left_out_is_made_up_for(tmp_path: Path) -> None:
    async def work() -> None:
        async with opened(tmp_path) as (chat, backups):
            paths = profile_paths(tmp_path)
            await chat.services.saver.flush()
            paths.unchecked.touch()
            await backups.tidy()
            assert not paths.unchecked.exists()
            assert not paths.suspect.exists()
            assert DamageFound() not in chat.changes

    asyncio.run(work())


def test_housekeeping_empties_the_bin_of_what_is_old(tmp_path: Path) -> None:
    async def work() -> None:
        async with opened(tmp_path) as (chat, backups):
            chat.services.conversations.set_draft(chat.id, "x")
            await chat.services.library.bin([chat.id])
            await chat.services.database.write(
                lambda db: db.execute("UPDATE conversations SET deleted_at = 1")
            )
            await backups.tidy()
            order = await chat.services.library.order(ListQuery(Place.BIN))
            assert list(order.ids) == []

    asyncio.run(work())
