"""What is kept of signing in: in the keyring and nowhere else, and gone when it should be."""

from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.errors import KeyringError
from chatapp.domain.redaction import redacted
from chatapp.domain.tool_calls import RunIt
from chatapp.domain.tool_servers import ServerPhase, ToolServer
from chatapp.domain.tool_sign_ins import PageWords
from chatapp.store.sign_in_secrets import SignInSecrets
from tests.support.oauth_servers import Guarded, browse, guarded_server
from tests.support.open_chat import OpenChat, open_chat
from tests.support.private_keyring import private_keyring
from tests.support.raw_server import raw_server
from tests.support.tool_chat import offer, path, pending, results, run, tool
from tests.support.tool_replies import asks_for, says
from tests.support.waiting import until

# SecretStorage keeps its D-Bus socket open until it is collected; ours to give it, not to close.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
NOWHERE = "http://127.0.0.1:9/v1"
NAME = "guarded"
WORDS = PageWords("in", "out", "strange")


async def start(chat: OpenChat, phase: ServerPhase, page: PageWords | None = None) -> None:
    servers = chat.services.tools.servers
    server, _ = await servers.as_approved(NAME)
    await servers.start(NAME, approved_as=server.fingerprint, sign_in=page)
    await until(lambda: servers.state(NAME).phase is phase, within_s=60)


async def sign_in(chat: OpenChat, guarded: Guarded) -> None:
    servers = chat.services.tools.servers
    await servers.put(ToolServer(NAME, url=guarded.url))
    await start(chat, ServerPhase.SIGNING_IN, WORDS)
    await browse(servers.state(NAME).sign_in_page)
    await until(lambda: servers.is_ready(NAME), within_s=60)


def of(chat: OpenChat) -> ToolServer:
    server = chat.services.tools.servers.get(NAME)
    assert server is not None
    return server


def signed_in(chat: OpenChat) -> bool:
    return of(chat).signed_in


def assert_nowhere(folder: Path, guarded: Guarded) -> None:
    """Neither the disk nor a text that is shown has anything that opens something."""
    files = [p for p in folder.rglob("*") if p.is_file()]
    assert files
    for secret in guarded.issuer.secrets:
        assert not [p for p in files if secret.encode() in p.read_bytes()]
        assert secret not in redacted(secret)


@pytest.mark.leaves_sockets("the keyring's bus")
def test_a_sign_in_outlives_the_app_in_the_keyring_until_it_is_signed_out(tmp_path: Path) -> None:
    profile = tmp_path / "profile"

    async def work(guarded: Guarded) -> None:
        async with open_chat(profile, NOWHERE) as chat:
            await sign_in(chat, guarded)
            assert await chat.services.tools.servers.sign_ins.is_kept(of(chat))
            assert signed_in(chat)
        async with open_chat(profile, NOWHERE) as chat:
            await start(chat, ServerPhase.READY)
            guarded.issuer.access.clear()
            result = await chat.services.tools.run(tool(chat, "add"), {"a": 1, "b": 1}, no_progress)
            assert result.text == "2"
            assert guarded.issuer.renewals == 1
        async with open_chat(profile, NOWHERE) as chat:
            await start(chat, ServerPhase.READY)  # with what the renewal brought
            await chat.services.tools.servers.sign_out(NAME)
            assert not signed_in(chat)
        async with open_chat(profile, NOWHERE) as chat:
            await start(chat, ServerPhase.NEEDS_SIGN_IN)

    with private_keyring(tmp_path / "home"), guarded_server() as guarded:
        run(work(guarded))
        assert_nowhere(profile, guarded)


def no_progress(*_: object) -> None:
    """Tell nobody."""


@pytest.mark.leaves_sockets("the keyring's bus")
def test_a_server_at_another_address_has_no_sign_in(tmp_path: Path) -> None:
    async def work(guarded: Guarded) -> None:
        async with open_chat(tmp_path / "profile", NOWHERE) as chat:
            servers = chat.services.tools.servers
            await sign_in(chat, guarded)
            assert await servers.sign_ins.is_kept(of(chat))
            await servers.put(replace(of(chat), url="http://127.0.0.1:9/mcp"))
            assert not signed_in(chat)
            await servers.sign_ins.settle()
            assert await SignInSecrets().find(of(chat).salt) == ""

    with private_keyring(tmp_path / "home"), guarded_server() as guarded:
        run(work(guarded))


@pytest.mark.leaves_sockets("the keyring's bus")
def test_a_sign_in_follows_another_name_comes_back_with_its_server_and_goes_with_it(
    tmp_path: Path,
) -> None:
    profile = tmp_path / "profile"

    async def work(guarded: Guarded) -> None:
        async with open_chat(profile, NOWHERE) as chat:
            servers = chat.services.tools.servers
            await sign_in(chat, guarded)
            await servers.put(replace(of(chat), name="other"), instead_of=NAME)
            await servers.put(replace(servers.all()[0], name=NAME), instead_of="other")
            await start(chat, ServerPhase.READY)
            bring_back = await servers.delete(NAME)
            assert bring_back is not None
            await bring_back()
            await until(lambda: servers.is_ready(NAME), within_s=60)
            salt = of(chat).salt
            assert await SignInSecrets().find(salt)
            await servers.delete(NAME)
        assert await SignInSecrets().find(salt) == ""

    with private_keyring(tmp_path / "home"), guarded_server() as guarded:
        run(work(guarded))


def test_without_a_keyring_a_sign_in_holds_until_the_app_ends(tmp_path: Path) -> None:
    async def work(guarded: Guarded) -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            servers = chat.services.tools.servers
            await sign_in(chat, guarded)
            assert not await servers.sign_ins.is_kept(of(chat))
            await start(chat, ServerPhase.READY)
        async with open_chat(tmp_path, NOWHERE) as chat:
            await start(chat, ServerPhase.NEEDS_SIGN_IN)

    with guarded_server() as guarded:
        run(work(guarded))
        assert_nowhere(tmp_path, guarded)


@pytest.mark.leaves_sockets("the keyring's bus")
def test_a_locked_keyring_is_told_of_and_hinders_no_new_sign_in(tmp_path: Path) -> None:
    async def work(guarded: Guarded) -> None:
        async with open_chat(tmp_path / "profile", NOWHERE) as chat:
            servers = chat.services.tools.servers
            await servers.put(ToolServer(NAME, url=guarded.url, signed_in=True))
            with pytest.raises(KeyringError):
                await start(chat, ServerPhase.READY)
            await start(chat, ServerPhase.SIGNING_IN, WORDS)
            await browse(servers.state(NAME).sign_in_page)
            await until(lambda: servers.is_ready(NAME), within_s=60)

    with private_keyring(tmp_path / "home", unlocked=False), guarded_server() as guarded:
        run(work(guarded))


def test_a_key_written_by_hand_is_used_and_no_sign_in_is_asked_for(tmp_path: Path) -> None:
    async def work(guarded: Guarded) -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            servers = chat.services.tools.servers
            await sign_in(chat, guarded)
            by_hand = next(iter(guarded.issuer.access))
            guarded.issuer.refresh.clear()
            own = ToolServer(NAME, url=guarded.url, headers={"authorization": f"Bearer {by_hand}"})
            await servers.put(own)
            await start(chat, ServerPhase.READY)
            wrong = ToolServer(NAME, url=guarded.url, headers={"Authorization": "Bearer no-key-1"})
            await servers.put(wrong)
            await start(chat, ServerPhase.FAILED)
            assert "asks for a key" in str(servers.state(NAME).problem)

    with guarded_server() as guarded:
        run(work(guarded))


def test_a_call_of_an_answer_ends_in_words_when_the_sign_in_has_ended(tmp_path: Path) -> None:
    async def work(guarded: Guarded, url: str) -> None:
        async with open_chat(tmp_path, url) as chat:
            await sign_in(chat, guarded)
            offer(chat, "add")
            guarded.issuer.access.clear()
            guarded.issuer.renews = False
            await chat.services.generation.send(chat.id, "1 + 1?")
            (call,) = await pending(chat)
            chat.services.desk.decide(call.message_id, RunIt(call.call.arguments))
            await chat.services.generation.wait(chat.id)
            (result,) = results(chat)
            assert "did not renew it. Sign in again" in result.content
            assert path(chat)[-1].text == "I see."
            servers = chat.services.tools.servers
            await until(lambda: servers.state(NAME).phase is ServerPhase.NEEDS_SIGN_IN)
            assert not signed_in(chat)

    asks = asks_for(("c", "guarded__add", {"a": 1, "b": 1}))
    with guarded_server() as guarded, raw_server([asks], [says("I see.")]) as server:
        run(work(guarded, server.url))
        assert_nowhere(tmp_path, guarded)
