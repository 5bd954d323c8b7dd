"""Spelling off the GUI thread: what one has added stays."""

import asyncio
from pathlib import Path

import pytest

from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.spelling import SpellingService
from chatapp.services.tasks import TaskScope
from chatapp.store.database import Database
from chatapp.store.preferences import PreferenceStore


@pytest.mark.enchant
def test_a_word_that_was_added_is_right_in_the_next_run_too(tmp_path: Path) -> None:
    async def in_run(add: str) -> list[tuple[int, int]]:
        database = await Database.open(tmp_path / "db")
        tasks = TaskScope("test", lambda error: None)
        saver = Saver(Publisher(), tasks)
        preferences = PreferenceService(PreferenceStore(database), saver)
        await preferences.open()
        spelling = SpellingService(preferences, ["en-US"])
        if add:
            await spelling.learn(add)
        mistakes = await spelling.mistakes("hello chatappish")
        assert "hello" in await spelling.suggestions("helo")
        spelling.close()
        await saver.flush()
        await tasks.close()
        await database.close()
        return mistakes

    assert asyncio.run(in_run("")) == [(6, 10)]
    assert asyncio.run(in_run("chatappish")) == []
    assert asyncio.run(in_run("")) == []
