"""Secrets of deleted things: erased at the end, never of what came back, tried again later."""

import asyncio

import pytest

from chatapp.domain.errors import KeyringLocked
from chatapp.domain.text import text
from chatapp.services import deferred_erasure
from chatapp.services.deferred_erasure import DeferredErasure


class Vault:
    """What has secrets: it may be locked for some things, or be slow."""

    def __init__(self) -> None:
        self.locked: set[str] = set()
        self.begun = asyncio.Event()
        self.opened = asyncio.Event()
        self.opened.set()
        self.without: list[str] = []
        self.told: list[str] = []
        self.erasure: DeferredErasure[int, str] = DeferredErasure(self.erase, self.told.append)

    async def erase(self, thing: str) -> None:
        self.begun.set()
        await self.opened.wait()
        if thing in self.locked:
            raise KeyringLocked(text("Keyring", "The system keyring is locked."))
        self.without.append(thing)


def test_what_was_not_taken_back_is_erased_at_the_end_and_told_of_once() -> None:
    async def work() -> None:
        vault = Vault()
        for key, thing in enumerate(("one", "two", "three")):
            vault.erasure.put_away(key, thing)
        assert vault.erasure.take_back(1) == "two"
        assert vault.erasure.take_back(1) is None
        await vault.erasure.close()
        await vault.erasure.close()
        assert vault.without == vault.told == ["one", "three"]
        assert vault.erasure.take_back(0) is None, "it is gone for good"

    asyncio.run(work())


def test_what_an_earlier_run_has_left_goes_while_what_can_come_back_stays() -> None:
    async def work() -> None:
        vault = Vault()
        vault.erasure.know(0, "left")
        vault.erasure.know(1, "added again")
        vault.erasure.put_away(2, "deleted now")
        assert vault.erasure.take_back(1) is None, "it was not put away in this run"
        await vault.erasure.erase_left()
        assert vault.without == vault.told == ["left"]
        assert vault.erasure.take_back(2) == "deleted now"

    asyncio.run(work())


def test_what_the_keyring_refuses_is_tried_again_and_holds_up_nothing_else() -> None:
    async def work() -> None:
        vault = Vault()
        vault.locked = {"one"}
        vault.erasure.know(0, "one")
        vault.erasure.know(1, "two")
        await vault.erasure.erase_left()
        assert vault.told == ["two"]
        vault.locked = set()
        await vault.erasure.close()
        assert vault.told == ["two", "one"]

    asyncio.run(work())


def test_what_comes_back_while_it_is_erased_is_not_told_of_as_gone() -> None:
    async def work() -> None:
        vault = Vault()
        vault.opened.clear()
        vault.erasure.put_away(0, "one")
        closing = asyncio.ensure_future(vault.erasure.close())
        await vault.begun.wait()
        assert vault.erasure.take_back(0) == "one"
        vault.opened.set()
        await closing
        assert vault.told == []

    asyncio.run(work())


def test_quitting_does_not_wait_for_a_keyring_that_does_not_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(deferred_erasure, "LEAVE_S", 0.01)

    async def work() -> None:
        vault = Vault()
        vault.opened.clear()
        vault.erasure.put_away(0, "one")
        async with asyncio.timeout(30):
            await vault.erasure.close()
        assert vault.told == []

    asyncio.run(work())
