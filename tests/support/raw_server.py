"""A loopback server that answers each request with bytes of a script, whole or cut."""

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

HOLD_S = 20.0
RESET = b"<reset>"
HOLD = b"<hold>"

Step: TypeAlias = "bytes | threading.Event | Callable[[], object]"
Script: TypeAlias = Sequence[Step]
"""Bytes are sent; ``RESET`` makes the end a reset; ``HOLD`` waits for the client to go; an
event is waited for; a function is called."""


@dataclass(slots=True)
class RawServer:
    """``requests`` holds what clients sent and ``times`` when (``time.monotonic``); ``closed``
    is set when a client has closed first; ``uninvited`` counts connections beyond the scripts.
    """

    url: str
    requests: list[bytes] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    closed: threading.Event = field(default_factory=threading.Event)
    uninvited: int = 0

    def body(self, number: int) -> Any:
        """Return the JSON body of a request."""
        return json.loads(self.requests[number].partition(b"\r\n\r\n")[2])


def reply(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """Return a whole HTTP reply whose body ends with the connection."""
    lines = [f"HTTP/1.1 {status}", "Connection: close", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def _read_request(client: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        data += client.recv(65536) or b"\r\n\r\n"
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [x.split(b":")[1] for x in head.lower().split(b"\r\n") if x.startswith(b"content-l")]
    while len(body) < int(lengths[0] if lengths else 0):
        body += client.recv(65536)
    return head + b"\r\n\r\n" + body


def _play(client: socket.socket, script: Script, server: RawServer) -> None:
    server.requests.append(_read_request(client))
    server.times.append(time.monotonic())
    for step in script:
        if isinstance(step, threading.Event):
            step.wait(HOLD_S)
        elif not isinstance(step, bytes):
            step()
        elif step == RESET:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif step == HOLD:
            client.settimeout(HOLD_S)
            if client.recv(1) == b"":
                server.closed.set()
        else:
            client.sendall(step)


def _serve_one(client: socket.socket, script: Script, server: RawServer) -> None:
    with client:
        try:
            _play(client, script, server)
        except OSError:
            server.closed.set()


@contextmanager
def raw_server(*scripts: Script) -> Iterator[RawServer]:
    """Serve one connection for each script, in the order they come, and count what comes after.

    Connections are served side by side.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    server = RawServer(f"http://127.0.0.1:{listener.getsockname()[1]}/v1")
    players: list[threading.Thread] = []

    def serve() -> None:
        waiting = list(scripts)
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            if not waiting:
                server.uninvited += 1
                client.close()
                continue
            player = threading.Thread(target=_serve_one, args=(client, waiting.pop(0), server))
            players.append(player)
            player.start()

    thread = threading.Thread(target=serve, name="raw server")
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()
        for player in players:
            player.join()
