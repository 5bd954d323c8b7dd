"""The real program records what it sends, and the key is in nothing that it leaves behind."""

import json
import os
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path

from tests.support.raw_server import raw_server, reply

CANARY = "sk-canary-e2e-51c7"
ANSWER = reply(
    b'data: {"choices":[{"index":0,"delta":{"content":"Hello"}}]}\n\n'
    b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
    "200 OK",
    f"X-Echo: Bearer {CANARY}",
)
ECHO = reply(
    f'{{"error":{{"message":"Incorrect API key provided: {CANARY}"}}}}'.encode(),
    "401 Unauthorized",
)


def smoke(profile: Path, url: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [
            sys.executable, "-m", "chatapp", "--profile", str(profile), "--base-url", url,
            "--model", "m", "--api-key-env", "CANARY", "--smoke-test",
        ],
        capture_output=True, text=True, timeout=150, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "CANARY": CANARY},
    )  # fmt: skip


def recorded(profile: Path) -> list[tuple[dict[str, object], bytes, bytes]]:
    with closing(sqlite3.connect(profile / "chatapp.sqlite3")) as db:
        rows = db.execute(
            """SELECT data, request, response FROM exchanges
            JOIN exchange_bodies USING (id) ORDER BY exchanges.id"""
        ).fetchall()
    return [(json.loads(d), zlib.decompress(q), zlib.decompress(r)) for d, q, r in rows]


def test_what_was_sent_is_recorded_and_the_key_is_nowhere(tmp_path: Path) -> None:
    with raw_server([ANSWER]) as server:
        result = smoke(tmp_path, server.url)
        assert json.loads(result.stdout)["ok"] is True
        sent = server.requests[0].partition(b"\r\n\r\n")[2]
        assert f"Bearer {CANARY}".encode() in server.requests[0]
    ((exchange, request, response),) = recorded(tmp_path)
    assert request == sent
    assert response.endswith(b"data: [DONE]\n\n")
    assert exchange["status"] == 200
    assert CANARY not in json.dumps(exchange)
    assert CANARY not in result.stdout + result.stderr
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or CANARY.encode() not in file.read_bytes(), file


def test_a_server_that_repeats_the_key_has_it_masked(tmp_path: Path) -> None:
    with raw_server([ECHO]) as server:
        result = smoke(tmp_path, server.url)
    assert json.loads(result.stdout)["ok"] is False
    ((exchange, _, response),) = recorded(tmp_path)
    assert exchange["status"] == 401
    assert b"Incorrect API key provided: ***" in response
    assert CANARY.encode() not in response
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or CANARY.encode() not in file.read_bytes(), file
