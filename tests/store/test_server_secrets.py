"""Values of tool servers in a real keyring: a damaged entry is told of and can be entered anew."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.errors import KeyringError
from chatapp.domain.tool_servers import ToolServer
from chatapp.store.keyring_backend import SystemKeyring
from chatapp.store.server_secrets import ServerSecrets
from tests.support.private_keyring import private_keyring

# SecretStorage keeps its D-Bus socket open until it is collected; ours to give it, not to close.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
ENTRY = "tool-server/salt/env/TOKEN"
SERVER = ToolServer("honest", "python", salt="salt", environment={"TOKEN": "tok-canary-12345"})
EMPTY = replace(SERVER, environment={"TOKEN": ""})


@pytest.mark.keyring
def test_a_damaged_entry_is_said_in_words_without_it_until_it_is_entered_again(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        assert await ServerSecrets().keep(SERVER)
        assert await ServerSecrets().fill(EMPTY) == SERVER
        for damaged in ('{"value": "tok-canary-12', "tok-canary-12345", "[" * 5000):
            await SystemKeyring().set(ENTRY, damaged)
            secrets = ServerSecrets()
            with pytest.raises(KeyringError) as caught:
                await secrets.fill(EMPTY)
            error = caught.value
            assert str(error.message) == "What the system keyring has for TOKEN cannot be read."
            assert str(error.hint) == "Type it into the server's settings again."
            assert "canary" not in f"{error}{error.detail}"
            assert await secrets.keep(SERVER)
            assert await secrets.fill(EMPTY) == await ServerSecrets().fill(EMPTY) == SERVER

    with private_keyring(tmp_path):
        asyncio.run(work())


@pytest.mark.keyring
def test_an_entry_of_another_form_is_no_value(tmp_path: Path) -> None:
    async def work() -> None:
        for other in ('["tok"]', '{"value": 5}', "{}"):
            await SystemKeyring().set(ENTRY, other)
            assert await ServerSecrets().fill(EMPTY) == EMPTY

    with private_keyring(tmp_path):
        asyncio.run(work())
