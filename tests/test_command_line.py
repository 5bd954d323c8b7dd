"""The command line as typed options, and a start without any, which does not read one."""

import subprocess
import sys
from pathlib import Path

import pytest

from chatapp.command_line import parsed
from chatapp.options import Options


def test_nothing_given_is_what_a_start_without_arguments_does() -> None:
    assert parsed([]) == Options()


def test_every_option_arrives_in_its_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_KEY", "k")
    given = parsed(
        ["--profile", "p", "--base-url", "http://h/v1", "--api-key-env", "A_KEY", "--model", "m",
         "--smoke-test", "--quick-question"]
    )  # fmt: skip
    assert given == Options(
        profile=Path("p"), base_url="http://h/v1", api_key_env="A_KEY", model="m",
        smoke_test=True, quick_question=True,
    )  # fmt: skip
    assert parsed(["--offline-model"]).offline_model
    assert parsed(["--import", "a.json", "b.json"]).import_files == (Path("a.json"), Path("b.json"))
    assert parsed(["--export", "all.md"]).export_file == Path("all.md")


def test_the_servers_of_a_file_are_read(tmp_path: Path) -> None:
    config = tmp_path / "mcp.json"
    config.write_text('{"mcpServers": {"files": {"command": "serve", "args": ["."]}}}')
    (server,) = parsed(["--mcp-config", str(config)]).tool_servers
    assert (server.name, server.command) == ("files", "serve")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--model", " "], "--model"),
        (["--base-url", "ftp://h"], "--base-url"),
        (["--api-key-env", "NO_SUCH_VARIABLE"], "--api-key-env"),
        (["--base-url", "http://h", "--offline-model"], "exclude each other"),
        (["--smoke-test", "--export", "a.md"], "exclude each other"),
        (["--export", "a.docx"], "--export"),
        (["--mcp-config", "no such file"], "--mcp-config"),
        (["--no-such-option"], "--no-such-option"),
    ],
)
def test_a_wrong_one_is_said_in_one_line(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(arguments)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_a_start_without_arguments_does_not_import_the_parser(tmp_path: Path) -> None:
    program = (
        "import os, sys, types\n"
        f"os.environ['CHATAPP_PROFILE'] = {str(tmp_path)!r}\n"
        "def launch(options, paths):\n"
        "    import asyncio, qasync, PySide6.QtWidgets\n"
        "    print(options.profile, paths.data)\n"
        "    return 0\n"
        "sys.modules['chatapp.launch'] = types.SimpleNamespace(launch=launch)\n"
        "from chatapp import cli\n"
        "cli.main([])\n"
        "print('argparse' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["None", str(tmp_path), "False"]
