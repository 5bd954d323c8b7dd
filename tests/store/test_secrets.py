"""Keys: a real gnome-keyring, none at all, and what is refused."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import KeyRejected, KeyringError, KeyringUnavailable
from chatapp.domain.messages import EndpointId
from chatapp.store.secrets import FoundKey, KeySource, Secrets
from tests.support.private_keyring import private_keyring

# SecretStorage keeps its D-Bus socket open until it is collected; ours to give it, not to close.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
ENDPOINT = Endpoint(EndpointId("e"), "e", "http://h/v1", has_stored_key=True)
KEY = "sk-canary-0123456789"


@pytest.mark.keyring
def test_a_real_keyring_keeps_a_key_and_forgets_it(tmp_path: Path) -> None:
    async def work() -> None:
        await Secrets().remember(ENDPOINT.id, f" 'Bearer {KEY}'\n")
        later = Secrets()
        assert await later.find(ENDPOINT) == FoundKey(KeySource.KEYRING, KEY)
        await later.forget(ENDPOINT)
        assert await Secrets().key(ENDPOINT) is None

    with private_keyring(tmp_path):
        asyncio.run(work())
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or KEY.encode() not in file.read_bytes()


@pytest.mark.keyring
def test_a_locked_keyring_is_said_and_is_not_taken_for_no_key(tmp_path: Path) -> None:
    with private_keyring(tmp_path, unlocked=False), pytest.raises(KeyringError) as caught:
        asyncio.run(Secrets().remember(ENDPOINT.id, KEY))
    assert KEY not in str(caught.value) + caught.value.detail


def test_without_a_keyring_a_key_can_be_used_for_this_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    secrets = Secrets()
    with pytest.raises(KeyringUnavailable) as caught:
        asyncio.run(secrets.remember(ENDPOINT.id, KEY))
    assert caught.value.hint is not None
    secrets.use_for_session(ENDPOINT.id, KEY)
    assert asyncio.run(secrets.find(ENDPOINT)) == FoundKey(KeySource.SESSION, KEY)


def test_the_environment_comes_before_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", KEY)
    endpoint = replace(ENDPOINT, key_environment="MY_KEY")
    assert asyncio.run(Secrets().find(endpoint)) == FoundKey(KeySource.ENVIRONMENT, KEY)


def test_a_key_is_never_shown() -> None:
    assert KEY not in repr(FoundKey(KeySource.SESSION, KEY))
    for typed in ("", "sk canary", "x" * 1300):
        with pytest.raises(KeyRejected) as caught:
            Secrets().use_for_session(ENDPOINT.id, typed)
        assert not typed or typed not in str(caught.value)
