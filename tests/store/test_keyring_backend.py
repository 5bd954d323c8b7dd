"""The states of a system keyring (``reliability.md`` section 2): it may hang, we may not."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import (
    KeyRejected,
    KeyringError,
    KeyringLocked,
    KeyringNotAnswering,
    KeyringUnavailable,
)
from chatapp.domain.messages import EndpointId
from chatapp.store.keyring_backend import READ_TIMEOUT_S, SystemKeyring
from chatapp.store.secrets import FoundKey, KeySource, Secrets
from tests.support.private_keyring import private_keyring

# SecretStorage keeps its D-Bus socket open until it is collected; ours to give it, not to close.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
ENDPOINT = Endpoint(EndpointId("e"), "e", "http://h/v1", has_stored_key=True)
KEY = "sk-canary-0123456789"
MOST_STALL_S = 0.1
MOST_EXIT_S = 2.0


@contextmanager
def stopped(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


async def longest_stall(work: asyncio.Task[object]) -> float:
    """Return the longest time for which the loop did not turn while ``work`` ran."""
    longest, before = 0.0, time.monotonic()
    while not work.done():
        await asyncio.wait([work], timeout=0.01)
        now = time.monotonic()
        longest, before = max(longest, now - before), now
    return longest


def assert_words_without_the_key(error: KeyringError) -> None:
    assert str(error).strip()
    assert error.hint is not None
    assert KEY not in f"{error} {error.hint} {error.detail} {error!r}"


@pytest.mark.keyring
def test_a_daemon_that_hangs_is_said_in_time_and_used_again_later(tmp_path: Path) -> None:
    async def work(daemon: "subprocess.Popen[bytes]") -> None:
        secrets = Secrets()
        await secrets.remember(ENDPOINT.id, KEY)
        later = Secrets()
        with stopped(daemon):
            began = time.monotonic()
            asking = asyncio.get_running_loop().create_task(later.find(ENDPOINT))
            stall = await longest_stall(asking)
            with pytest.raises(KeyringNotAnswering) as caught:
                await asking
            assert time.monotonic() - began < READ_TIMEOUT_S + 1
            assert stall < MOST_STALL_S
            assert_words_without_the_key(caught.value)
            assert caught.value.retryable
            assert await secrets.find(ENDPOINT) == FoundKey(KeySource.KEYRING, KEY)
            later.use_for_session(ENDPOINT.id, "other")
            assert await later.find(ENDPOINT) == FoundKey(KeySource.SESSION, "other")
        assert await Secrets(later.keyring).find(ENDPOINT) == FoundKey(KeySource.KEYRING, KEY)

    with private_keyring(tmp_path) as daemon:
        asyncio.run(work(daemon))


@pytest.mark.keyring
def test_the_app_ends_at_once_beside_a_daemon_that_hangs(tmp_path: Path) -> None:
    child = Path(__file__).with_name("keyring_child.py")
    with private_keyring(tmp_path) as daemon, stopped(daemon):
        process = subprocess.Popen([sys.executable, child], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        with process.stdout:
            assert process.stdout.readline().strip() == "KeyringNotAnswering"
            said_at = time.monotonic()
            assert process.wait(20) == 0
    assert time.monotonic() - said_at < MOST_EXIT_S


def test_a_bus_that_never_answers_is_said_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = tmp_path / "bus"
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(address))
        silent.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={address}")
        began = time.monotonic()
        with pytest.raises(KeyringError) as caught:
            asyncio.run(Secrets().find(ENDPOINT))
        assert time.monotonic() - began < READ_TIMEOUT_S + 1
        assert_words_without_the_key(caught.value)
        silent.shutdown(socket.SHUT_RDWR)


@pytest.mark.keyring
def test_a_locked_keyring_is_an_error_and_not_an_absent_key(tmp_path: Path) -> None:
    with private_keyring(tmp_path):
        asyncio.run(Secrets().remember(ENDPOINT.id, KEY))
    with private_keyring(tmp_path, unlocked=False), pytest.raises(KeyringLocked) as caught:
        asyncio.run(Secrets().find(ENDPOINT))
    assert_words_without_the_key(caught.value)


@pytest.mark.keyring
def test_a_daemon_that_dies_is_said(tmp_path: Path) -> None:
    async def work(daemon: "subprocess.Popen[bytes]") -> None:
        keyring = SystemKeyring()
        await keyring.set("e", KEY)
        daemon.kill()
        daemon.wait()
        with pytest.raises(KeyringError) as caught:
            await keyring.get("e")
        assert_words_without_the_key(caught.value)

    with private_keyring(tmp_path) as daemon:
        asyncio.run(work(daemon))


@pytest.mark.parametrize("how", ["variable", "configuration"])
def test_a_plain_file_is_never_used_even_if_it_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    plain = "keyrings.alt.file.PlaintextKeyring"
    monkeypatch.setenv("HOME", str(tmp_path))
    for name, folder in (("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config")):
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    if how == "variable":
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", plain)
    else:
        settings = tmp_path / "config" / "python_keyring" / "keyringrc.cfg"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[backend]\ndefault-keyring={plain}\n")
    choice = [sys.executable, "-c", "import keyring; print(type(keyring.get_keyring()).__name__)"]
    chosen = subprocess.run(choice, capture_output=True, text=True, env=os.environ, check=True)
    assert chosen.stdout.strip() == "PlaintextKeyring"
    with pytest.raises(KeyringUnavailable) as caught:
        asyncio.run(Secrets().remember(ENDPOINT.id, KEY))
    assert_words_without_the_key(caught.value)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [f for f in files if b"canary" in f.read_bytes() or f.name.endswith("pass.cfg")] == []


@pytest.mark.keyring
def test_deleting_twice_is_no_error(tmp_path: Path) -> None:
    async def work() -> None:
        keyring = SystemKeyring()
        await keyring.set("e", KEY)
        await keyring.delete("e")
        await keyring.delete("e")
        assert await keyring.get("e") is None

    with private_keyring(tmp_path):
        asyncio.run(work())


class Forgetful:
    """A backend that takes everything and keeps nothing; no real one can be made to."""

    def set_password(self, *_: str) -> None:
        """Take it."""

    def get_password(self, *_: str) -> None:
        """Know nothing."""


def test_what_cannot_be_read_back_was_not_stored() -> None:
    keyring = SystemKeyring()
    keyring._backend = Forgetful()
    with pytest.raises(KeyringUnavailable) as caught:
        asyncio.run(Secrets(keyring).remember(ENDPOINT.id, KEY))
    assert_words_without_the_key(caught.value)


def test_a_key_too_long_for_windows_is_refused_everywhere() -> None:
    with pytest.raises(KeyRejected):
        asyncio.run(Secrets().remember(ENDPOINT.id, "x" * 1201))
