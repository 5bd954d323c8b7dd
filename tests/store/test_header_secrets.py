"""Secret headers: a real gnome-keyring, none at all, the environment, what is missing."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.endpoints import Endpoint, SecretHeader
from chatapp.domain.errors import InvalidRequest, KeyRejected, KeyringError, KeyringUnavailable
from chatapp.domain.messages import EndpointId
from chatapp.domain.redaction import redacted
from chatapp.store.header_secrets import HeaderSecrets
from chatapp.store.keyring_backend import SystemKeyring
from chatapp.store.secrets import FoundKey, KeySource
from tests.support.private_keyring import private_keyring

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
STORED = SecretHeader(is_stored=True)
ENDPOINT = Endpoint(
    EndpointId("e"), "e", "http://h/v1", secret_headers={"Helicone-Auth": STORED, "X-Id": STORED}
)
VALUE = "Bearer canary-helicone-77ab"


def secrets() -> HeaderSecrets:
    """Return what a new run knows."""
    return HeaderSecrets(SystemKeyring())


@pytest.mark.keyring
def test_a_real_keyring_keeps_each_value_under_its_endpoint_and_name(tmp_path: Path) -> None:
    async def work() -> None:
        first = secrets()
        await first.remember(ENDPOINT.id, "Helicone-Auth", VALUE)
        await first.remember(ENDPOINT.id, "X-Id", "canary-id-0001")
        later = secrets()
        assert await later.fill(ENDPOINT) == {"Helicone-Auth": VALUE, "X-Id": "canary-id-0001"}
        assert await SystemKeyring().get("endpoint/e/helicone-auth") == VALUE
        await later.forget(ENDPOINT.id, "Helicone-Auth", STORED)
        gone = await secrets().find(ENDPOINT, "Helicone-Auth")
        assert gone == FoundKey(KeySource.NONE)
        assert (await secrets().find(ENDPOINT, "X-Id")).source is KeySource.KEYRING

    with private_keyring(tmp_path):
        asyncio.run(work())
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"canary-" not in file.read_bytes()


@pytest.mark.keyring
def test_a_locked_keyring_is_said_and_is_not_taken_for_no_value(tmp_path: Path) -> None:
    with private_keyring(tmp_path, unlocked=False), pytest.raises(KeyringError) as caught:
        asyncio.run(secrets().remember(ENDPOINT.id, "X-Id", VALUE))
    assert "canary" not in str(caught.value) + caught.value.detail


def test_without_a_keyring_a_value_can_be_used_for_this_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    own = secrets()
    with pytest.raises(KeyringUnavailable):
        asyncio.run(own.remember(ENDPOINT.id, "X-Id", VALUE))
    own.use_for_session(ENDPOINT.id, "X-Id", VALUE)
    assert own.is_for_session(ENDPOINT.id, "x-id")
    assert asyncio.run(own.find(ENDPOINT, "X-Id")) == FoundKey(KeySource.SESSION, VALUE)


def test_values_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEWAY", "canary-gateway-0007")
    monkeypatch.setenv("TEAM", "blue")
    endpoint = replace(
        ENDPOINT,
        extra_headers={"X-Team": "${TEAM}", "X-Title": "Chat"},
        secret_headers={"cf-aig-authorization": SecretHeader("Bearer ${GATEWAY}")},
    )
    assert asyncio.run(secrets().fill(endpoint)) == {
        "X-Team": "blue",
        "cf-aig-authorization": "Bearer canary-gateway-0007",
    }
    assert redacted("it was canary-gateway-0007, blue") == "it was \u2026, blue"


@pytest.mark.parametrize(
    ("header", "said"),
    [(SecretHeader(), "has no value"), (SecretHeader("${NOT_THERE}"), "variable NOT_THERE")],
)
def test_a_header_without_a_value_is_said_before_anything_is_sent(
    header: SecretHeader, said: str
) -> None:
    endpoint = replace(ENDPOINT, secret_headers={"X-Id": header})
    with pytest.raises(InvalidRequest) as caught:
        asyncio.run(secrets().fill(endpoint))
    assert said in str(caught.value)
    assert "X-Id" in str(caught.value)
    assert caught.value.ways_out


def test_what_no_keyring_takes_is_refused_without_quoting_it() -> None:
    value = "canary" * 250
    with pytest.raises(KeyRejected) as caught:
        asyncio.run(secrets().remember(ENDPOINT.id, "X-Id", value))
    assert "canary" not in str(caught.value)
    assert caught.value.hint is not None
    assert "${NAME}" in str(caught.value.hint)


def test_a_value_is_masked_with_and_without_its_scheme() -> None:
    secrets().use_for_session(ENDPOINT.id, "X-Id", "Custom canary-masked-4411")
    assert "canary" not in redacted("<canary-masked-4411> <Custom canary-masked-4411>")
