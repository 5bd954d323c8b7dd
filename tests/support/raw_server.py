"""A loopback server that answers each request with bytes of a script, whole or cut."""

import socket
import struct
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class RawServer:
    """``requests`` holds what clients sent; ``closed`` is set when one has closed first."""

    url: str
    requests: list[bytes] = field(default_factory=list)
    closed: threading.Event = field(default_factory=threading.Event)


RESET = b"<reset>"
HOLD = b"<hold>"


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


def _play(client: socket.socket, script: Sequence[bytes], server: RawServer) -> None:
    server.requests.append(_read_request(client))
    for step in script:
        if step == RESET:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif step == HOLD:
            client.settimeout(20)
            if client.recv(1) == b"":
                server.closed.set()
        else:
            client.sendall(step)


@contextmanager
def raw_server(*scripts: Sequence[bytes]) -> Iterator[RawServer]:
    """Serve one connection for each script, in order, then refuse."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = RawServer(f"http://127.0.0.1:{listener.getsockname()[1]}/v1")

    def serve() -> None:
        for script in scripts:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            with client:
                try:
                    _play(client, script, server)
                except OSError:
                    server.closed.set()

    thread = threading.Thread(target=serve, name="raw server")
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()
