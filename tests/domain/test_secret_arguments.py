"""Tests for ``chatapp.domain.secret_arguments``."""

import pytest

from chatapp.domain.secret_arguments import (
    has_secret_address,
    looks_secret,
    secret_arguments,
    with_secrets_moved,
)
from chatapp.domain.tool_servers import ToolServer, filled_arguments, without_values


def server(*arguments: str, **environment: str) -> ToolServer:
    return ToolServer("s", "npx", arguments, environment)


@pytest.mark.parametrize(
    ("arguments", "moved", "variables"),
    [
        (("--api-key", "abc123456"), ("--api-key", "${API_KEY}"), {"API_KEY": "abc123456"}),
        (("--token=tok-1234",), ("--token=${TOKEN}",), {"TOKEN": "tok-1234"}),
        (
            ("--header", "Authorization: Bearer abc.def"),
            ("--header", "Authorization: Bearer ${AUTHORIZATION}"),
            {"AUTHORIZATION": "abc.def"},
        ),
        (("https://x.y/?key=abcdef1",), ("https://x.y/?key=${KEY}",), {"KEY": "abcdef1"}),
        (("sk-proj-abcdefghijklmno",), ("${SECRET}",), {"SECRET": "sk-proj-abcdefghijklmno"}),
        (("-e", "MY_TOKEN=zzzzzz"), ("-e", "MY_TOKEN=${MY_TOKEN}"), {"MY_TOKEN": "zzzzzz"}),
        (("db://u:hunter22@h/d",), ("db://u:${PASSWORD}@h/d",), {"PASSWORD": "hunter22"}),
        (
            ("--key", "k-12345", "--key", "k-99999"),
            ("--key", "${KEY}", "--key", "${KEY_2}"),
            {"KEY": "k-12345", "KEY_2": "k-99999"},
        ),
    ],
)  # fmt: skip
def test_a_key_moves_into_a_variable_and_the_server_gets_the_same(
    arguments: tuple[str, ...], moved: tuple[str, ...], variables: dict[str, str]
) -> None:
    before = server(*arguments)
    after = with_secrets_moved(before)
    assert after.arguments == moved
    assert after.environment == variables
    assert filled_arguments(after) == arguments
    assert secret_arguments(after) == []
    assert not any(value in repr(without_values(after)) for value in variables.values())


@pytest.mark.parametrize(
    "arguments",
    [
        ("-y", "@modelcontextprotocol/server-filesystem", "/home/me/notes"),
        ("--keymap", "vim-mode"),
        ("--key-file", "/home/me/key.pem"),
        ("--tokenizer", "whatever"),
        ("mcp-server-sqlite-v2-extended",),
        ("--token", "${TOKEN}"),
        ("--header", "Authorization: Bearer ${TOKEN}"),
        ("--token", "--verbose"),
        ("monkey=banana1",),
        ("https://tools.example:8443/mcp",),
    ],
)
def test_what_is_no_key_stays(arguments: tuple[str, ...]) -> None:
    plain = server(*arguments)
    assert secret_arguments(plain) == []
    assert with_secrets_moved(plain) == plain


def test_a_variable_that_is_there_already_is_not_overwritten() -> None:
    after = with_secrets_moved(server("--token", "tok-1234", TOKEN="another"))
    assert after.environment == {"TOKEN": "another", "TOKEN_2": "tok-1234"}


def test_only_the_servers_own_variables_are_filled_in() -> None:
    made = server("${TOKEN}-${HOME}", "$TOKEN", "${TOKEN", TOKEN="${HOME}")
    assert filled_arguments(made) == ("${HOME}-${HOME}", "$TOKEN", "${TOKEN")


def test_another_value_of_a_moved_key_is_another_server() -> None:
    moved = with_secrets_moved(server("--token", "tok-1234"))
    other = with_secrets_moved(server("--token", "tok-9999"))
    assert moved.arguments == other.arguments
    assert moved.fingerprint != other.fingerprint
    assert "tok-" not in str(moved.form)


@pytest.mark.parametrize(
    ("url", "is_secret"),
    [
        ("https://tools.example/mcp?api_key=abc", True),
        ("https://tools.example/sk-abcdefghijklmnop/mcp", True),
        ("https://tools.example/mcp?region=eu", False),
    ],
)
def test_a_key_in_an_address_is_found(url: str, is_secret: bool) -> None:
    assert has_secret_address(ToolServer("s", url=url)) is is_secret


@pytest.mark.parametrize(
    ("name", "value", "is_secret"),
    [
        ("GITHUB_TOKEN", "x", True),
        ("Authorization", "Bearer x", True),
        ("THING", "ghp_abcdefghijklmnop1234", True),
        ("THING", "a1b2c3d4e5f6a7b8c9d0e1f2", True),
        ("NODE_ENV", "production", False),
        ("ROOT", "/home/me/notes", False),
    ],
)
def test_a_secret_is_known_by_its_name_or_its_letters(
    name: str, value: str, is_secret: bool
) -> None:
    assert looks_secret(name, value) is is_secret
