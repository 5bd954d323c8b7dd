"""The ``mcpServers`` form: what other clients write is read, the rest is refused in words."""

import pytest

from chatapp.domain.json_value import JsonValue
from chatapp.domain.server_config import BadServerConfig, json_of, tool_servers, url_problem
from chatapp.domain.tool_servers import ToolServer


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
        ({"mcpServers": {"a": {"command": "x", "args": [["y"]]}}}, "must be text"),
        ({"mcpServers": {"a": {"command": "x", "env": {"N": None}}}}, "must be text"),
        ({"mcpServers": {"a": {"url": "https://y", "headers": {"N": {}}}}}, "must be text"),
        ({"mcpServers": {"a": {"url": "file:///etc/passwd"}}}, "begins with http"),
        ({"mcpServers": {"a": {"url": "https://me:pass@host/mcp"}}}, "use a header"),
        ({"mcpServers": {"a": 5}}, "“a” needs"),
    ],
)
def test_anything_else_is_refused_with_the_place(config: JsonValue, words: str) -> None:
    with pytest.raises(BadServerConfig, match=words):
        tool_servers(config)


def test_no_servers_are_fine() -> None:
    assert tool_servers({"mcpServers": {}}) == ()


@pytest.mark.parametrize("place", ["mcpServers", "servers", "context_servers"])
def test_other_programs_names_for_the_same_are_known(place: str) -> None:
    (server,) = tool_servers({place: {"a": {"command": "x", "alwaysAllow": ["y"]}}})
    assert server == ToolServer("a", "x")


@pytest.mark.parametrize("name", ["url", "serverUrl", "httpUrl"])
def test_an_address_is_read_under_any_of_its_names(name: str) -> None:
    config: JsonValue = {"mcp": {"servers": {"a": {name: "https://y/mcp"}}}}
    assert tool_servers(config)[0].url == "https://y/mcp"


@pytest.mark.parametrize(
    ("entry", "client_id", "secret", "port"),
    [
        ({"oauth": {"clientId": "app-1", "callbackPort": 3118}}, "app-1", {}, 3118),
        (
            {"auth": {"CLIENT_ID": "app-1", "CLIENT_SECRET": "s3cret", "scopes": ["a"]}},
            "app-1", {"secret": "s3cret"}, 0,
        ),
        ({"oauth": {"client_id": "a", "client_secret": "s3cret"}}, "a", {"secret": "s3cret"}, 0),
        ({"oauth": {"clientSecret": "s3cret", "callbackPort": 70_000}}, "", {}, 0),
        ({"oauth": True, "auth": {"CLIENT_ID": 5, "callbackPort": True}}, "", {}, 0),
        ({}, "", {}, 0),
    ],
)  # fmt: skip
def test_a_registered_app_is_read_as_other_programs_write_it(
    entry: dict[str, JsonValue], client_id: str, secret: dict[str, str], port: int
) -> None:
    (server,) = tool_servers({"mcpServers": {"a": {"url": "https://y/mcp", **entry}}})
    assert (server.client_id, server.client, server.redirect_port) == (client_id, secret, port)
    assert "s3cret" not in repr(server)
    (program,) = tool_servers({"mcpServers": {"a": {"command": "x", **entry}}})
    assert program == ToolServer("a", "x")


def test_numbers_and_switches_are_written_as_the_file_has_them() -> None:
    entry: JsonValue = {"command": "x", "args": ["--port", 8080, True], "env": {"LEVEL": 1.5}}
    (server,) = tool_servers({"mcpServers": {"a": entry}})
    assert server.arguments == ("--port", "8080", "true")
    assert server.environment == {"LEVEL": "1.5"}


def test_comments_and_last_commas_are_forgiven_and_texts_stay_as_they_are() -> None:
    words = """{
      // what I use
      "mcpServers": {
        /* the one
           with "files" */
        "files": {"command": "npx", "args": ["http://x//y", "a,]", "/* no */"],}, // last
      },
    }"""
    (server,) = tool_servers(json_of(words))
    assert server.arguments == ("http://x//y", "a,]", "/* no */")


@pytest.mark.parametrize("endless", ['"\\', '"', "/* ", "/*/", ", "])
def test_a_large_text_of_strings_or_comments_without_an_end_is_refused_too(endless: str) -> None:
    with pytest.raises(BadServerConfig):
        json_of(endless * 300_000)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "line 1, sign 1"),
        ('{"a": 1,\n "b" 2}', "line 2, sign 6"),
        ('{\n/* one\ntwo */ "a": ?}', "line 3, sign 13"),
        ("[" * 100_000, "line 1, sign 1"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(words: str, told: str) -> None:
    with pytest.raises(BadServerConfig, match=told):
        json_of(words)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "http://", "http://[", "http://x:99999", "--flag", "//x/y"]
)
def test_what_is_no_address_of_a_server_is_refused(url: str) -> None:
    assert url_problem(url) is not None


FILES: dict[str, JsonValue] = {"command": "npx", "args": ["-y", "files"], "env": {"A": "b"}}
SAME = ToolServer("files", "npx", ("-y", "files"), {"A": "b"})


@pytest.mark.parametrize(
    "config",
    [
        {"mcpServers": {"files": FILES}},
        {"mcpServers": [{"name": "files", **FILES}]},
        {"mcp": {"servers": {"files": FILES}, "inputs": []}},
        {"context_servers": {"files": {"source": "custom", "enabled": True, **FILES}}},
        {
            "context_servers": {
                "files": {"command": {"path": "npx", "args": ["-y", "files"], "env": {"A": "b"}}}
            }
        },
        {
            "experimental": {
                "modelContextProtocolServers": [
                    {"name": "files", "transport": {"type": "stdio", **FILES}}
                ]
            }
        },
        {
            "$schema": "https://opencode.ai/config.json",
            "mcp": {
                "files": {
                    "type": "local",
                    "command": ["npx", "-y", "files"],
                    "environment": {"A": "b"},
                    "enabled": True,
                }
            },
        },
        {"files": FILES},
        {"name": "files", **FILES},
    ],
)
def test_every_programs_way_of_writing_it_is_the_same_server(config: JsonValue) -> None:
    assert tool_servers(config) == (SAME,)


def test_a_list_without_names_is_numbered() -> None:
    first, second = tool_servers({"mcpServers": [FILES, {"url": "https://y/mcp"}]})
    assert (first.name, second.name) == ("server-1", "server-2")
