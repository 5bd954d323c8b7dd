"""Keys and passwords in addresses: used at once, kept in the keyring, never in a file."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.endpoints import Endpoint, SecretHeader
from chatapp.domain.errors import InvalidRequest, KeyringError
from chatapp.domain.messages import EndpointId
from chatapp.domain.secret_addresses import MARK
from chatapp.services.endpoint_addresses import EndpointAddresses
from chatapp.services.endpoint_headers import EndpointHeaders
from chatapp.store.header_secrets import HeaderSecrets
from chatapp.store.keyring_backend import SystemKeyring
from chatapp.store.paths import profile_paths
from chatapp.store.records import dumps
from tests.support.open_chat import OpenChat, open_chat
from tests.support.private_keyring import private_keyring

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
E = EndpointId("e")
STORED = SecretHeader(is_stored=True)
URL = "http://127.0.0.1:1/v1?api_key=canary-query-1122&v=1"
PROXY = "http://me:canary-pass-3344@proxy:3128"
CLEAN = {
    "base_url": f"http://127.0.0.1:1/v1?api_key={MARK}&v=1",
    "proxy": f"http://me:{MARK}@proxy:3128",
}
Work = Callable[[OpenChat, EndpointAddresses], Awaitable[None]]


def run(folder: Path, work: Work, **fields: Any) -> None:
    """Run ``work`` on an open profile; whatever it did, no file of it holds the secrets."""

    async def whole() -> None:
        async with open_chat(folder, "http://127.0.0.1:1/v1", **fields) as chat:
            await work(chat, EndpointAddresses(chat.services.endpoints, profile_paths(folder)))

    asyncio.run(whole())
    held = [f for f in folder.rglob("*") if f.is_file() and b"canary" in f.read_bytes()]
    assert held == []


def of(chat: OpenChat) -> Endpoint:
    endpoint = chat.services.endpoints.get(E)
    assert endpoint is not None
    return endpoint


async def reached(chat: OpenChat) -> tuple[str, str]:
    """Return the addresses that the next request goes to."""
    connection = await chat.services.endpoints.connection(of(chat))
    assert not connection.filled_headers
    return connection.base_url, connection.endpoint.proxy


@pytest.fixture
def keyring(tmp_path: Path) -> Iterator[None]:
    with private_keyring(tmp_path / "k"):
        yield


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
def test_secrets_in_addresses_are_used_at_once_and_live_in_the_keyring(tmp_path: Path) -> None:
    async def work(chat: OpenChat, addresses: EndpointAddresses) -> None:
        moved = addresses.put(replace(of(chat), base_url=URL, proxy=PROXY))
        assert {"base_url": of(chat).base_url, "proxy": of(chat).proxy} == CLEAN
        assert await reached(chat) == (URL, PROXY), "they are known before the keyring has answered"
        assert moved is not None
        await addresses.keep(E, moved)
        assert of(chat).secret_headers == {":field.api_key": STORED, ":proxy": STORED}
        later = HeaderSecrets(SystemKeyring())
        assert (await later.find(of(chat), ":proxy")).key == "canary-pass-3344"
        moved = addresses.put(replace(of(chat), proxy=""))
        assert moved is not None
        await addresses.keep(E, moved)
        assert of(chat).secret_headers == {":field.api_key": STORED}
        assert await SystemKeyring().get("endpoint/e/:proxy") is None
        assert await reached(chat) == (URL, "")
        assert addresses.put(replace(of(chat), name="other")) is None, "nothing is to be moved"

    run(tmp_path / "p", work)


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
def test_a_copy_and_a_removal_take_them_along(tmp_path: Path) -> None:
    async def work(chat: OpenChat, addresses: EndpointAddresses) -> None:
        moved = addresses.put(replace(of(chat), base_url=URL))
        assert moved is not None
        await addresses.keep(E, moved)
        headers = EndpointHeaders(chat.services.endpoints, profile_paths(tmp_path / "p"))
        unknown = {":field.api_key": SecretHeader()}
        copy = replace(of(chat), id=EndpointId("copy"), secret_headers=unknown)
        chat.services.endpoints.put(copy)
        await headers.copy(of(chat), copy.id)
        chat.services.endpoints.remove(E)
        await chat.services.endpoints.deleted.close()
        assert await SystemKeyring().get("endpoint/e/:field.api_key") is None
        made = chat.services.endpoints.get(copy.id)
        assert made is not None
        assert (await chat.services.endpoints.connection(made)).base_url == URL

    run(tmp_path / "p", work)


def with_backup(folder: Path) -> None:
    paths = profile_paths(folder)
    paths.create()
    with closing(sqlite3.connect(paths.backups / "chatapp-20260101-000000-000.sqlite3")) as db:
        db.execute("CREATE TABLE endpoints (id TEXT PRIMARY KEY, position INTEGER, data TEXT)")
        old = Endpoint(E, "e", URL, proxy=PROXY)
        db.execute("INSERT INTO endpoints VALUES ('e', 0, ?)", (dumps(old),))
        db.commit()


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
def test_those_of_an_earlier_version_are_moved_out_of_settings_and_backups(tmp_path: Path) -> None:
    with_backup(tmp_path / "p")

    async def work(chat: OpenChat, addresses: EndpointAddresses) -> None:
        assert await addresses.protect() == []
        assert {"base_url": of(chat).base_url, "proxy": of(chat).proxy} == CLEAN
        assert of(chat).secret_headers == {":field.api_key": STORED, ":proxy": STORED}
        assert await reached(chat) == (URL, PROXY)

    run(tmp_path / "p", work, base_url=URL, proxy=PROXY)


def test_without_a_keyring_they_are_kept_for_this_run_and_old_ones_until_they_are_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with_backup(tmp_path / "p")

    async def work(chat: OpenChat, addresses: EndpointAddresses) -> None:
        assert [e.id for e in await addresses.protect()] == [E]
        assert addresses.put(replace(of(chat), name="renamed")) is None
        assert of(chat).base_url == URL, "it is not lost by another change"
        moved = addresses.put(replace(of(chat), base_url=f"{URL}&w=2"))
        assert moved is not None
        with pytest.raises(KeyringError):
            await addresses.keep(E, moved)
        assert of(chat).secret_headers == {
            ":field.api_key": SecretHeader(),
            ":proxy": SecretHeader(),
        }
        assert await reached(chat) == (f"{URL}&w=2", PROXY)

    run(tmp_path / "p", work, base_url=URL, proxy=PROXY)


def test_what_is_missing_is_said_before_anything_is_sent(tmp_path: Path) -> None:
    async def work(chat: OpenChat, addresses: EndpointAddresses) -> None:
        addresses.put(replace(of(chat), base_url=CLEAN["base_url"]))
        with pytest.raises(InvalidRequest, match=r"api_key.*has no value"):
            await reached(chat)
        addresses.put(replace(of(chat), base_url="http://h/v1?key=${NOT_THERE}", proxy=""))
        with pytest.raises(InvalidRequest, match=r"variable NOT_THERE for .key"):
            await reached(chat)

    run(tmp_path / "p", work)


def test_a_variable_is_filled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWN_KEY", "canary/own")

    async def work(chat: OpenChat, addresses: EndpointAddresses) -> None:
        addresses.put(replace(of(chat), base_url="http://h/v1?key=${OWN_KEY}"))
        assert of(chat).secret_headers == {}
        assert await reached(chat) == ("http://h/v1?key=canary%2Fown", "")

    run(tmp_path / "p", work)
