"""Removed endpoints: back as they were with an undo, gone with their secrets after it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.endpoint_headers import HeaderEdit
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.messages import EndpointId
from chatapp.services.endpoint_headers import EndpointHeaders
from chatapp.services.endpoints import OFFLINE_ID
from chatapp.store.endpoints import EndpointStore
from chatapp.store.keyring_backend import SystemKeyring
from chatapp.store.paths import profile_paths
from tests.support.open_chat import OpenChat, open_chat
from tests.support.private_keyring import private_keyring

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
E = EndpointId("e")
KEY, SECRET = "canary-key-0001", "canary-secret-3d4e5f"
Work = Callable[[OpenChat], Awaitable[None]]


def run(folder: Path, work: Work) -> None:
    async def whole() -> None:
        async with open_chat(folder, "http://127.0.0.1:1/v1") as chat:
            await work(chat)

    asyncio.run(whole())
    assert not [f for f in folder.rglob("*") if f.is_file() and b"canary" in f.read_bytes()]


async def with_secrets(chat: OpenChat) -> Endpoint:
    """Have an endpoint of its own with a key and a secret header, both in the keyring."""
    endpoints = chat.services.endpoints
    mine = EndpointId("mine")
    endpoints.put(Endpoint(mine, "mine", "http://127.0.0.1:1/v1"))
    await endpoints.secrets.remember(mine, KEY)
    headers = EndpointHeaders(endpoints, profile_paths(None))
    await headers.change(mine, HeaderEdit("", "Helicone-Auth", SECRET, secret=True))
    kept = endpoints.get(mine)
    assert kept is not None
    endpoints.put(replace(kept, has_stored_key=True))
    return replace(kept, has_stored_key=True)


def in_keyring() -> list[str | None]:
    async def asked() -> list[str | None]:
        keyring = SystemKeyring()
        return [await keyring.get(entry) for entry in ("mine", "endpoint/mine/helicone-auth")]

    return asyncio.run(asked())


@pytest.fixture
def keyring(tmp_path: Path) -> Iterator[Any]:
    with private_keyring(tmp_path / "k") as daemon:
        yield daemon


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
def test_what_is_brought_back_has_its_secrets_and_what_is_not_loses_them_at_the_end(
    tmp_path: Path,
) -> None:
    async def undone(chat: OpenChat) -> None:
        endpoint, endpoints = await with_secrets(chat), chat.services.endpoints
        restore = endpoints.remove(endpoint.id)
        assert endpoints.get(endpoint.id) is None
        restore()
        restore()
        assert endpoints.get(endpoint.id) == endpoint
        connection = await endpoints.connection(endpoint)
        assert (connection.key, connection.filled_headers) == (KEY, {"Helicone-Auth": SECRET})

    async def removed(chat: OpenChat) -> None:
        chat.services.endpoints.remove(EndpointId("mine"))
        await chat.services.saver.flush()
        assert [e.deleted for e in await stored(chat)] == [False, True]

    async def after(chat: OpenChat) -> None:
        assert not chat.services.endpoints.has_deleted
        assert [e.id for e in await stored(chat)] == [E]

    run(tmp_path / "p", undone)
    assert in_keyring() == [KEY, SECRET]
    run(tmp_path / "p", removed)
    assert in_keyring() == [None, None]
    run(tmp_path / "p", after)


async def stored(chat: OpenChat) -> list[Endpoint]:
    return await EndpointStore(chat.services.database).all()


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
def test_what_a_run_could_not_forget_is_forgotten_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def without_keyring(chat: OpenChat) -> None:
        endpoint = await with_secrets(chat)
        chat.services.endpoints.remove(endpoint.id)
        with monkeypatch.context() as patched:
            patched.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            chat.services.endpoints.secrets.keyring._backend = None
            await chat.services.endpoints.close()

    async def next_run(chat: OpenChat) -> None:
        assert chat.services.endpoints.has_deleted
        assert chat.services.endpoints.get(EndpointId("mine")) is None
        await chat.services.endpoints.deleted.forget_left()
        await chat.services.saver.flush()
        assert [e.id for e in await stored(chat)] == [E]

    async def first(chat: OpenChat) -> None:
        await without_keyring(chat)
        # What quitting tries once more must not succeed here: the app was killed, so to say.
        chat.services.endpoints.__dict__.pop("deleted")

    run(tmp_path / "p", first)
    assert in_keyring() == [KEY, SECRET]
    run(tmp_path / "p", next_run)
    assert in_keyring() == [None, None]


def test_the_built_in_model_that_is_added_again_stays(tmp_path: Path) -> None:
    async def first(chat: OpenChat) -> None:
        endpoints = chat.services.endpoints
        endpoints.add_offline()
        restore = endpoints.remove(OFFLINE_ID)
        endpoints.add_offline()
        restore()

    async def second(chat: OpenChat) -> None:
        assert chat.services.endpoints.get(OFFLINE_ID) is not None

    run(tmp_path, first)
    run(tmp_path, second)
