"""What is kept of a sign-in, in a real keyring: whole or not at all, however large."""

import asyncio
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.endpoints import fits_keyring
from chatapp.store.keyring_backend import SystemKeyring
from chatapp.store.sign_in_secrets import MOST_PIECES, PIECE, SignInSecrets
from tests.support.private_keyring import private_keyring

# SecretStorage keeps its D-Bus socket open until it is collected; ours to give it, not to close.
pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.leaves_sockets("the keyring's bus"),
]
NAME = "server"


@pytest.fixture(autouse=True)
def keyring(tmp_path: Path) -> Iterator[None]:
    with private_keyring(tmp_path):
        yield


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 120))


async def entries() -> list[str]:
    """Return every entry there is of the server, as it is kept."""
    kept = [
        await SystemKeyring().get(f"tool-server/{NAME}/sign-in/{number}")
        for number in range(MOST_PIECES + 2)
    ]
    return [words for words in kept if words]


@pytest.mark.parametrize("size", [1, PIECE, PIECE + 1, PIECE * MOST_PIECES])
def test_a_text_of_any_size_comes_back_whole_in_entries_every_system_takes(size: int) -> None:
    async def work() -> None:
        words = ('{"access_token":"' + "x1" * size)[:size]
        assert await SignInSecrets().keep(NAME, words)
        assert await SignInSecrets().find(NAME) == words
        assert await SignInSecrets().find("another") == ""
        assert all(map(fits_keyring, await entries()))

    run(work())


def test_a_shorter_text_leaves_nothing_of_a_longer_one_and_forgetting_leaves_nothing() -> None:
    async def work() -> None:
        secrets = SignInSecrets()
        assert await secrets.keep(NAME, "a" * PIECE * 4)
        assert await secrets.keep(NAME, "b" * PIECE * 2)
        assert "a" * 9 not in "".join(await entries())
        assert await secrets.find(NAME) == "b" * PIECE * 2
        await secrets.forget(NAME)
        assert await entries() == []
        await secrets.forget(NAME)

    run(work())


def test_a_text_that_was_written_in_part_is_not_read_and_is_forgotten_whole() -> None:
    async def work() -> None:
        secrets, keyring = SignInSecrets(), SystemKeyring()
        assert await secrets.keep(NAME, "a" * PIECE * 3)
        old = await keyring.get(f"tool-server/{NAME}/sign-in/1")
        assert old is not None
        assert await secrets.keep(NAME, "b" * PIECE * 3)
        await keyring.set(f"tool-server/{NAME}/sign-in/1", old)
        assert await secrets.find(NAME) == ""
        await keyring.set(f"tool-server/{NAME}/sign-in/0", "no json")
        assert await secrets.find(NAME) == ""
        await keyring.delete(f"tool-server/{NAME}/sign-in/0")
        assert await secrets.find(NAME) == ""
        await secrets.forget(NAME)
        assert await entries() == []

    run(work())


def test_what_is_too_large_is_not_kept() -> None:
    async def work() -> None:
        assert not await SignInSecrets().keep(NAME, "x" * (PIECE * MOST_PIECES + 1))
        assert await entries() == []

    run(work())
