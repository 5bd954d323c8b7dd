"""Copied requests run as they are, and send the same bytes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from chatapp.domain.copy_as import MASK, curl, python_httpx, python_openai, raw_http
from chatapp.domain.exchanges import Exchange, ExchangeId
from tests.support.raw_server import RawServer, raw_server, reply

KEY = "sk-real-key-9"
ANSWER = reply(
    b'{"id":"x","object":"chat.completion","created":1,"model":"m","choices":'
    b'[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}]}',
    "200 OK",
    "Content-Type: application/json",
)
HARD = 'it\'s "quoted", $HOME `id` \\n 日本 \U0001f600 %s \n tab\t end'
BODY = json.dumps(
    {
        "model": "m", "messages": [{"role": "user", "content": HARD}], "temperature": 0.7,
        "stop": None, "stream": False, "my_own": {"x": [1.5, True]},
    },
    ensure_ascii=False,
    separators=(",", ":"),
).encode()  # fmt: skip


def exchange(url: str) -> Exchange:
    return Exchange(
        ExchangeId("a"), method="POST", url=f"{url}/chat/completions",
        request_headers=(
            ("Host", "127.0.0.1"), ("Accept", "text/event-stream, application/json"),
            ("Content-Type", "application/json"), ("X-Note", 'a "b" $c'),
            ("Authorization", f"Bearer {MASK}"), ("Content-Length", "9"),
        ),
    )  # fmt: skip


def run(program: str, source: str, folder: Path) -> str:
    """Run what was copied as if it were pasted: it may be longer than an argument."""
    result = subprocess.run(
        [program], input=source, capture_output=True, text=True, timeout=60, check=False,
        cwd=folder,
        env={**os.environ, "API_KEY": KEY, "NO_PROXY": "127.0.0.1"},
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return result.stdout


def sent(server: RawServer) -> tuple[bytes, bytes]:
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    return head, body


@pytest.mark.parametrize("body", [BODY, BODY.replace(b"end", b"long " * 40_000)])
def test_the_copied_curl_command_sends_identical_bytes(tmp_path: Path, body: bytes) -> None:
    with raw_server([ANSWER]) as server:
        command = curl(exchange(server.url), body)
        assert KEY not in command
        assert "Hello" in run("sh", command, tmp_path)
        head, got = sent(server)
    assert got == body
    assert f"Authorization: Bearer {KEY}".encode() in head
    assert b'X-Note: a "b" $c' in head


@pytest.mark.parametrize("body", [BODY, b'{"model": "m",  "n":1e2}', b'{"broken'])
def test_the_copied_httpx_program_sends_identical_bytes(tmp_path: Path, body: bytes) -> None:
    with raw_server([ANSWER]) as server:
        program = python_httpx(exchange(server.url), body)
        output = run(sys.executable, program, tmp_path)
        head, got = sent(server)
    assert output.startswith("200")
    assert got == body
    assert f"Authorization: Bearer {KEY}".lower().encode() in head.lower()


def test_the_copied_sdk_program_asks_the_same(tmp_path: Path) -> None:
    with raw_server([ANSWER]) as server:
        program = python_openai(exchange(server.url), BODY)
        assert "Hello" in run(sys.executable, program, tmp_path)
        _, got = sent(server)
    assert json.loads(got) == json.loads(BODY)


def through_a_gateway(url: str) -> Exchange:
    """Return a request with two secret headers and a key in its address, as it is recorded."""
    return Exchange(
        ExchangeId("g"), method="POST",
        url=f"{url}/chat/completions?api-version=1&sub_key={quote(MASK)}",
        request_headers=(
            ("Accept", "text/event-stream, application/json"),
            ("Content-Type", "application/json"), ("X-Team", "blue"),
            ("cf-aig-authorization", f"Bearer {MASK}"), ("Authorization", f"Bearer {MASK}"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize("copied", [curl, python_httpx, python_openai])
def test_what_goes_through_a_gateway_can_be_sent_again_with_its_secrets_in_variables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copied: Callable[[Exchange, bytes], str]
) -> None:
    monkeypatch.setenv("CF_AIG_AUTHORIZATION", "gate-secret")
    monkeypatch.setenv("SUB_KEY", "query-secret")
    with raw_server([ANSWER]) as server:
        words = copied(through_a_gateway(server.url), BODY)
        assert MASK not in words
        assert quote(MASK) not in words
        assert "Hello" in run("sh" if copied is curl else sys.executable, words, tmp_path)
        head, got = sent(server)
    assert json.loads(got) == json.loads(BODY)
    target, *headers = head.decode().lower().split("\r\n")
    assert target.split()[1] == "/v1/chat/completions?api-version=1&sub_key=query-secret"
    for header in (
        "cf-aig-authorization: bearer gate-secret", f"authorization: bearer {KEY}", "x-team: blue",
    ):  # fmt: skip
        assert header in headers


def test_the_copied_sdk_program_reads_a_stream(tmp_path: Path) -> None:
    chunk = json.dumps(
        {
            "id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m",
            "choices": [{"index": 0, "delta": {"content": "Hello"}, "finish_reason": None}],
        }
    )  # fmt: skip
    stream = reply(
        f"data: {chunk}\n\ndata: [DONE]\n\n".encode(), "200 OK", "Content-Type: text/event-stream"
    )
    body = BODY.replace(b'"stream":false', b'"stream":true')
    with raw_server([stream]) as server:
        program = python_openai(exchange(server.url), body)
        assert '"content":"Hello"' in run(sys.executable, program, tmp_path)
        _, got = sent(server)
    assert json.loads(got) == json.loads(body)


def test_programs_for_streams_and_for_models_are_programs() -> None:
    streamed = exchange("http://h/v1")
    models = Exchange(ExchangeId("b"), method="GET", url="http://h/v1/models")
    for program in (
        python_openai(streamed, b'{"model":"m","messages":[],"stream":true}'),
        python_openai(models, b""),
        python_httpx(models, b""),
    ):
        compile(program, "copied", "exec")
    assert "--data" not in curl(models, b"")


def test_raw_http_is_the_request_as_it_goes_over_the_wire() -> None:
    lines = raw_http(exchange("http://h/v1"), b"{}").split("\r\n")
    assert lines[0] == "POST /v1/chat/completions HTTP/1.1"
    assert lines[-2:] == ["", "{}"]
    assert f"Authorization: Bearer {MASK}" in lines
