"""Headers change hands between settings, keyring, memory and environment; files stay clean."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.endpoint_headers import HeaderEdit
from chatapp.domain.endpoints import Endpoint, SecretHeader
from chatapp.domain.errors import InvalidRequest, KeyringError
from chatapp.domain.failure_records import message_of
from chatapp.domain.messages import EndpointId
from chatapp.services.endpoint_headers import EndpointHeaders
from chatapp.services.endpoints import EndpointService
from chatapp.store.keyring_backend import SystemKeyring
from chatapp.store.paths import profile_paths
from chatapp.store.records import dumps
from tests.support.open_chat import OpenChat, open_chat
from tests.support.private_keyring import private_keyring
from tests.support.raw_server import raw_server, reply

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
E = EndpointId("e")
SECRET = "canary-secret-3d4e5f"
STORED = SecretHeader(is_stored=True)
Work = Callable[[OpenChat, EndpointHeaders], Awaitable[None]]


def run(folder: Path, work: Work, **fields: Any) -> None:
    """Run ``work`` on an open profile; whatever it did, no file of it holds the secret."""

    async def whole() -> None:
        async with open_chat(folder, "http://127.0.0.1:1/v1", **fields) as chat:
            await work(chat, EndpointHeaders(chat.services.endpoints, profile_paths(folder)))

    asyncio.run(whole())
    assert files_with(folder, b"canary") == []


def files_with(folder: Path, secret: bytes) -> list[Path]:
    return [f for f in folder.rglob("*") if f.is_file() and secret in f.read_bytes()]


def of(chat: OpenChat) -> Endpoint:
    endpoint = chat.services.endpoints.get(E)
    assert endpoint is not None
    return endpoint


async def sent(endpoints: EndpointService) -> dict[str, str]:
    """Return the headers that the next request would have beside the plain ones."""
    endpoint = endpoints.get(E)
    assert endpoint is not None
    return dict((await endpoints.connection(endpoint)).filled_headers)


@pytest.fixture
def keyring(tmp_path: Path) -> Iterator[None]:
    """A real keyring beside the profile, which is in ``tmp_path / "p"``."""
    with private_keyring(tmp_path / "k"):
        yield


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
def test_two_secret_headers_live_in_the_keyring_and_go_with_the_request(tmp_path: Path) -> None:
    async def first(chat: OpenChat, headers: EndpointHeaders) -> None:
        await headers.change(E, HeaderEdit("", "CF-Access-Client-Id", "canary-id", secret=True))
        await headers.change(E, HeaderEdit("", "CF-Access-Client-Secret", SECRET, secret=False))
        assert of(chat).extra_headers == {}, (
            "one that looks secret is kept as one, whatever is said"
        )
        assert of(chat).secret_headers == {
            "CF-Access-Client-Id": STORED,
            "CF-Access-Client-Secret": STORED,
        }

    async def second(chat: OpenChat, headers: EndpointHeaders) -> None:
        del headers
        assert await sent(chat.services.endpoints) == {
            "CF-Access-Client-Id": "canary-id",
            "CF-Access-Client-Secret": SECRET,
        }

    run(tmp_path / "p", first)
    fields = {
        "secret_headers": dict.fromkeys(["CF-Access-Client-Id", "CF-Access-Client-Secret"], STORED)
    }
    run(tmp_path / "p", second, **fields)


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
def test_a_value_moves_between_keyring_settings_and_memory_and_leaves_nothing_behind(
    tmp_path: Path,
) -> None:
    async def entry(name: str) -> str | None:
        return await SystemKeyring().get(f"endpoint/e/{name}")

    async def work(chat: OpenChat, headers: EndpointHeaders) -> None:
        await headers.change(E, HeaderEdit("", "X-Team", "blue-team", secret=True))
        assert await entry("x-team") == "blue-team"
        await headers.change(E, HeaderEdit("X-Team", "X-Group", None, secret=True))
        assert (await entry("x-team"), await entry("x-group")) == (None, "blue-team")
        await headers.change(E, HeaderEdit("X-Group", "X-Group", None, secret=False))
        assert await entry("x-group") is None
        assert of(chat).extra_headers == {"X-Group": "blue-team"}
        assert of(chat).secret_headers == {}
        await headers.change(E, HeaderEdit("X-Group", "x-group", SECRET, secret=True))
        assert await entry("x-group") == SECRET
        await headers.change(E, HeaderEdit("x-group", "x-group", None, secret=True, for_run=True))
        assert await entry("x-group") is None
        assert await sent(chat.services.endpoints) == {"x-group": SECRET}
        await headers.change(E, HeaderEdit("x-group", "X-Later", None, secret=True))
        assert await entry("x-later") is None, "what is for this run stays so under another name"
        assert await sent(chat.services.endpoints) == {"X-Later": SECRET}
        await headers.remove(E, "X-Later")
        assert of(chat).secret_headers == {}

    run(tmp_path / "p", work)


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
def test_a_copy_has_the_values_of_its_own(tmp_path: Path) -> None:
    async def work(chat: OpenChat, headers: EndpointHeaders) -> None:
        await headers.change(E, HeaderEdit("", "Helicone-Auth", SECRET, secret=True))
        await headers.change(E, HeaderEdit("", "X-Run", "for-this-run", secret=True, for_run=True))
        copy = Endpoint(EndpointId("copy"), "copy", "http://h/v1")
        chat.services.endpoints.put(copy)
        await headers.copy(of(chat), copy.id)
        await headers.remove(E, "Helicone-Auth")
        made = chat.services.endpoints.get(copy.id)
        assert made is not None
        assert made.secret_headers == {"Helicone-Auth": STORED, "X-Run": SecretHeader()}
        filled = (await chat.services.endpoints.connection(made)).filled_headers
        assert filled == {"Helicone-Auth": SECRET, "X-Run": "for-this-run"}

    run(tmp_path / "p", work)


OLD = {"X-Title": "Chat", "Helicone-Auth": f"Bearer {SECRET}", "X-Api-Key": "canary-old-api-key"}


def with_backup(folder: Path, headers: Mapping[str, str] = OLD) -> Path:
    """Have a profile with a copy of the database as an earlier version made it."""
    paths = profile_paths(folder)
    paths.create()
    path = paths.backups / "chatapp-20260101-000000-000.sqlite3"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE endpoints (id TEXT PRIMARY KEY, position INTEGER, data TEXT)")
        old = Endpoint(E, "e", "http://h", extra_headers=headers)
        db.execute("INSERT INTO endpoints VALUES ('e', 0, ?)", (dumps(old),))
        db.commit()
    return path


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
def test_secrets_of_an_earlier_version_are_moved_out_of_the_settings_and_the_backups(
    tmp_path: Path,
) -> None:
    backup = with_backup(tmp_path / "p")

    async def work(chat: OpenChat, headers: EndpointHeaders) -> None:
        await chat.services.saver.flush()
        assert files_with(tmp_path / "p", b"canary") != []
        assert await headers.protect() == []
        assert of(chat).extra_headers == {"X-Title": "Chat"}
        assert of(chat).secret_headers == {"Helicone-Auth": STORED, "X-Api-Key": STORED}
        assert await sent(chat.services.endpoints) == {n: OLD[n] for n in OLD if n != "X-Title"}
        assert await headers.protect() == []

    run(tmp_path / "p", work, extra_headers=OLD)
    assert backup.exists()


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
def test_what_the_person_calls_a_secret_later_leaves_the_backups_as_well(tmp_path: Path) -> None:
    plain = {"X-Team": "canary-plain-0001"}
    with_backup(tmp_path / "p", plain)

    async def work(chat: OpenChat, headers: EndpointHeaders) -> None:
        assert await headers.protect() == []
        assert of(chat).extra_headers == plain, "nothing says that it is one"
        await headers.change(E, HeaderEdit("X-Team", "X-Team", None, secret=True))
        assert of(chat).secret_headers == {"X-Team": STORED}

    run(tmp_path / "p", work, extra_headers=plain)


@pytest.mark.parametrize("removed", [True, False], ids=["removed", "for this run"])
def test_an_old_secret_leaves_the_backups_whatever_becomes_of_it(
    tmp_path: Path, *, removed: bool
) -> None:
    with_backup(tmp_path / "p")

    async def work(chat: OpenChat, headers: EndpointHeaders) -> None:
        del chat
        for name in ("Helicone-Auth", "X-Api-Key"):
            if removed:
                await headers.remove(E, name)
            else:
                edit = HeaderEdit(name, name, "another", secret=True, for_run=True)
                await headers.change(E, edit)

    run(tmp_path / "p", work, extra_headers=OLD)


def test_without_a_keyring_old_secrets_stay_in_use_until_the_person_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")

    async def work(chat: OpenChat, headers: EndpointHeaders) -> None:
        left = await headers.protect()
        assert [e.id for e in left] == [E]
        assert of(chat).extra_headers == OLD
        for name in ("Helicone-Auth", "X-Api-Key"):
            await headers.change(E, HeaderEdit(name, name, None, secret=True, for_run=True))
        assert of(chat).extra_headers == {"X-Title": "Chat"}
        assert await sent(chat.services.endpoints) == {n: OLD[n] for n in OLD if n != "X-Title"}
        assert await headers.protect() == []

    run(tmp_path / "p", work, extra_headers=OLD)


def test_what_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")

    async def work(chat: OpenChat, headers: EndpointHeaders) -> None:
        await headers.change(E, HeaderEdit("", "X-Title", "Chat", secret=False))
        before = of(chat)
        with pytest.raises(KeyringError):
            await headers.change(E, HeaderEdit("", "X-Team", SECRET, secret=True))
        with pytest.raises(InvalidRequest):
            await headers.change(E, HeaderEdit("", "x-title", "twice", secret=False))
        with pytest.raises(InvalidRequest):
            await headers.change(E, HeaderEdit("X-Title", "no name", None, secret=False))
        assert of(chat) == before
        await headers.change(EndpointId("gone"), HeaderEdit("", "X", "y", secret=False))
        await headers.remove(EndpointId("gone"), "X")
        await headers.settled()

    run(tmp_path / "p", work)


@pytest.mark.keyring
@pytest.mark.usefixtures("keyring")
@pytest.mark.parametrize("name", ["X-Group", "x-team"], ids=["renamed", "in place"])
def test_a_new_value_counts_as_kept_when_the_old_one_cannot_be_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    async def work(chat: OpenChat, headers: EndpointHeaders) -> None:
        await headers.change(E, HeaderEdit("", "X-Team", SECRET, secret=True))
        with monkeypatch.context() as patched:
            patched.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            chat.services.endpoints.secrets.keyring._backend = None
            edit = HeaderEdit("X-Team", name, "another", secret=True, for_run=True)
            assert isinstance(await headers.change(E, edit), KeyringError)
            assert of(chat).secret_headers == {name: SecretHeader()}
            assert await sent(chat.services.endpoints) == {name: "another"}
            again = HeaderEdit(name, name, "a third", secret=True, for_run=True)
            assert await headers.change(E, again) is None
            assert await sent(chat.services.endpoints) == {name: "a third"}
        assert await SystemKeyring().get("endpoint/e/x-team") == SECRET

    run(tmp_path / "p", work)


def test_a_variable_needs_no_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setenv("OWN_GATEWAY", SECRET)

    async def work(chat: OpenChat, headers: EndpointHeaders) -> None:
        edit = HeaderEdit("", "cf-aig-authorization", "Bearer ${OWN_GATEWAY}", secret=True)
        await headers.change(E, edit)
        assert of(chat).secret_headers == {edit.name: SecretHeader("Bearer ${OWN_GATEWAY}")}
        assert await sent(chat.services.endpoints) == {edit.name: f"Bearer {SECRET}"}

    run(tmp_path / "p", work)


def test_a_header_without_a_value_stops_the_request_and_says_which(tmp_path: Path) -> None:
    async def whole() -> None:
        without = {"X-Gateway": SecretHeader()}
        async with open_chat(tmp_path, server.url, secret_headers=without) as chat:
            failed = await chat.ask("Hi")
            assert failed.failure is not None
            assert "X-Gateway" in str(message_of(failed.failure))
            assert server.requests == []

    with raw_server([reply(b"{}")]) as server:
        asyncio.run(whole())
