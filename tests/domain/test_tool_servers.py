"""The ``mcpServers`` form: what other clients write is read, the rest is refused in words."""

import pytest

from chatapp.domain.json_value import JsonValue
from chatapp.domain.tool_servers import BadServerConfig, ToolServer, tool_servers


def test_commands_and_addresses_are_read() -> None:
    config: JsonValue = {
        "mcpServers": {
            "files": {
                "command": "npx",
                "args": ["-y", "server", "notes"],
                "env": {"TOKEN": "s3cret"},
                "cwd": "/srv",
                "disabled": False,
            },
            "remote": {"type": "http", "url": "https://tools.example/mcp"},
        }
    }
    files, remote = tool_servers(config)
    assert files == ToolServer(
        "files", "npx", ("-y", "server", "notes"), {"TOKEN": "s3cret"}, "/srv"
    )
    assert remote.url == "https://tools.example/mcp"
    assert "s3cret" not in repr(files)


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ([], "no “mcpServers”"),
        ({"server": {}}, "no “mcpServers”"),
        ({"mcpServers": {"a": {}}}, "“a” needs"),
        ({"mcpServers": {"a": {"command": "x", "url": "https://y"}}}, "“a” needs"),
        ({"mcpServers": {"a": {"command": "x", "args": [1]}}}, "must be text"),
        ({"mcpServers": {"a": {"command": "x", "env": {"N": 1}}}}, "must be text"),
        ({"mcpServers": {"a": 5}}, "“a” needs"),
    ],
)
def test_anything_else_is_refused_with_the_place(config: JsonValue, words: str) -> None:
    with pytest.raises(BadServerConfig, match=words):
        tool_servers(config)


def test_no_servers_are_fine() -> None:
    assert tool_servers({"mcpServers": {}}) == ()
