"""References in files of tool servers: filled where they are known, never into what is written."""

import pytest

from chatapp.domain.config_variables import ConfigVariables
from chatapp.domain.json_value import JsonValue
from chatapp.domain.server_config import BadServerConfig, json_of, tool_servers
from chatapp.domain.tool_servers import filled_arguments

VSCODE = """{
  "inputs": [{"type": "promptString", "id": "gh-token", "password": true}],
  "servers": {
    "github": {
      "type": "stdio", "command": "docker",
      "args": ["run", "-e", "GITHUB_TOKEN", "--key=${input:gh-token}", "${userHome}/x"],
      "env": {"GITHUB_TOKEN": "${input:gh-token}", "LEVEL": "${env:LEVEL}", "B": "${B:-two}"},
    },
    "remote": {"type": "http", "url": "https://y/mcp",
               "headers": {"Authorization": "Bearer ${env:TOKEN}", "X": "${input:gh-token}"}},
  },
}"""


def test_references_to_variables_and_inputs_are_filled_as_far_as_they_are_known() -> None:
    ours = {"LEVEL": "debug", "TOKEN": "s3cret", "HOME": "/home/me", "gh-token": "not an input"}
    github, remote = tool_servers(json_of(VSCODE), ours)
    # What an input stands for is typed later; until then its value is not known.
    assert github.environment == {"GITHUB_TOKEN": "", "LEVEL": "debug", "B": "two", "gh_token": ""}
    assert github.arguments[-2:] == ("--key=${gh_token}", "/home/me/x")
    assert github.borrowed == ("LEVEL",)
    assert remote.headers == {"Authorization": "Bearer s3cret", "X": ""}
    assert remote.borrowed == ("TOKEN",)


def test_a_value_of_ours_never_stands_among_the_arguments() -> None:
    entry: JsonValue = {"command": "x", "args": ["--token", "${TOKEN}"]}
    (server,) = tool_servers({"mcpServers": {"a": entry}}, {"TOKEN": "s3cret"})
    assert server.arguments == ("--token", "${TOKEN}")
    assert filled_arguments(server) == ("--token", "s3cret")
    assert server.borrowed == ("TOKEN",)


def test_a_servers_own_variable_comes_before_one_of_ours() -> None:
    entry: JsonValue = {"command": "x", "args": ["${TOKEN}"], "env": {"TOKEN": "own"}}
    (server,) = tool_servers({"mcpServers": {"a": entry}}, {"TOKEN": "ours"})
    assert filled_arguments(server) == ("own",)
    assert server.borrowed == ()


@pytest.mark.parametrize("place", ["env", "args"])
def test_where_all_must_be_known_the_missing_variable_is_named(place: str) -> None:
    value: JsonValue = {"A": "${GONE}"} if place == "env" else ["${GONE}"]
    config: JsonValue = {"mcpServers": {"a": {"command": "x", place: value}}}
    with pytest.raises(BadServerConfig, match="“a” needs the variable “GONE”"):
        tool_servers(config, {}, all_known=True)
    (server,) = tool_servers(config, {"GONE": "here"}, all_known=True)
    assert server.borrowed == ("GONE",)


@pytest.mark.parametrize("words", ["$TOKEN", "${}", "${1}", "$ {TOKEN}", "{TOKEN}"])
def test_what_is_no_reference_stays_as_it_is(words: str) -> None:
    entry: JsonValue = {"command": "x", "args": [words], "env": {"A": words}}
    (server,) = tool_servers({"mcpServers": {"a": entry}}, {"TOKEN": "s3cret"}, all_known=True)
    assert (server.arguments, server.environment) == ((words,), {"A": words})
    assert server.borrowed == ()


def test_an_address_is_never_filled_in_for_it_is_written_down() -> None:
    config: JsonValue = {"mcpServers": {"a": {"url": "https://y/${TOKEN}"}}}
    assert tool_servers(config, {"TOKEN": "s3cret"})[0].url == "https://y/${TOKEN}"


def test_a_large_value_of_references_without_an_end_is_no_reference() -> None:
    words = "${A:-" * 200_000
    variables = ConfigVariables({"A": "x"})
    assert variables.value(words) == words
    assert variables.borrowed == {}
