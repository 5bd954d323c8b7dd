"""Another program drives the real one, knowing no more than ``automation.md`` tells."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

from tests.support.raw_server import Script, raw_server, reply
from tests.support.tool_replies import asks_for, says

KEY = "sk-canary-0123456789abcdef"


def _event(delta: str, token: str) -> bytes:
    piece = json.dumps(token)
    return (
        f'data: {{"choices":[{{"index":0,"delta":{{"content":{json.dumps(delta)}}},"logprobs":'
        f'{{"content":[{{"token":{piece},"logprob":-0.5,"bytes":null,"top_logprobs":['
        f'{{"token":{piece},"logprob":-0.5,"bytes":null}},'
        f'{{"token":"x","logprob":-2.0,"bytes":null}}]}}]}}}}]}}\n\n'
    ).encode()


END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
BEGINNING = reply(_event("Hello", "Hello"), "200 OK", "Content-Type: text/event-stream")
REST = _event(" **bold**", " **bold**") + END
REFUSED = reply(f'{{"error":{{"message":"Bad key {KEY}"}}}}'.encode(), "401 Unauthorized")


def outsider(kind: str, *scripts: Script, profiles: int, folder: Path) -> tuple[list[bytes], str]:
    """Let the outsider drive; return the requests on the wire and what it printed."""
    names = [str(folder / str(number)) for number in range(profiles)]
    with raw_server(*scripts) as server:
        run = subprocess.run(
            [sys.executable, "-m", "tests.end2end.outsider", server.url, kind, *names],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "OUTSIDER_KEY": KEY},
            capture_output=True,
            text=True,
            timeout=150,
            check=False,
        )
    assert run.returncode == 0, run.stderr
    return server.requests, run.stdout


def test_the_window_is_driven_by_names_alone(tmp_path: Path) -> None:
    go_on = threading.Event()
    scripts: list[Script] = [[BEGINNING, go_on, REST], [go_on.set, reply(b"")], [REFUSED]]
    requests, announced = outsider("contract", *scripts, profiles=1, folder=tmp_path)
    head, _, body = requests[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /v1/chat/completions ")
    assert f"Authorization: Bearer {KEY}".encode() in head
    compact = json.dumps(json.loads(announced), ensure_ascii=False, separators=(",", ":"))
    assert body == compact.encode()  # to the byte, but for the white space
    assert json.loads(requests[2].partition(b"\r\n\r\n")[2])["model"] == "other"
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or KEY.encode() not in file.read_bytes(), file


def test_the_program_runs_again_inside_somebody_elses_application(tmp_path: Path) -> None:
    requests, _ = outsider(
        "again", [BEGINNING + REST], [BEGINNING + REST], profiles=2, folder=tmp_path
    )
    assert len(requests) == 2


def test_a_tool_of_a_server_that_the_command_line_names_is_called(tmp_path: Path) -> None:
    entry = {
        "command": sys.executable,
        "args": ["-m", "tests.support.mcp_server", "honest"],
        "env": {"PYTHONPATH": str(Path(__file__).parents[2])},
    }
    (tmp_path / "0.json").write_text(json.dumps({"mcpServers": {"honest": entry}}))
    call = asks_for(("c", "honest__add", {"a": 2, "b": 3}))
    requests, told = outsider("tools", [call], [says("It is 5.")], profiles=1, folder=tmp_path)
    first, second = (json.loads(request.partition(b"\r\n\r\n")[2]) for request in requests)
    assert "honest__add" in {tool["function"]["name"] for tool in first["tools"]}
    assert second["messages"][-1]["content"] == "5"
    assert json.loads(told)[-1] == "It is 5."
