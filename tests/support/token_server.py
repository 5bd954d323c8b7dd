"""An endpoint in a process of its own that streams so many tokens at so many a second.

``python -m tests.support.token_server TOKENS PER_SECOND WARM_UP`` prints its port and serves. The
first answer has only ``WARM_UP`` tokens, unless that is 0; whatever is no POST is not found.
"""

import asyncio
import itertools
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ANSWER = (Path(__file__).parent.parent / "data" / "mixed-answer.md").read_text(encoding="utf-8")
"""A mixed answer as models write them."""
PIECES = tuple(re.findall(r"\s?\S{1,4}|\s+", ANSWER))
"""Its tokens: four characters or so, over and over."""


def event(text: str) -> bytes:
    """Return one server-sent event as an HTTP chunk."""
    body = json.dumps({"id": "x", "choices": [{"index": 0, "delta": {"content": text}}]})
    data = f"data: {body}\n\n".encode()
    return b"%x\r\n%s\r\n" % (len(data), data)


async def _serve(tokens: int, per_second: float, warm_up: int) -> None:
    lengths = itertools.chain([warm_up] if warm_up else [], itertools.repeat(tokens))

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        if not head.startswith(b"post "):
            writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            writer.close()
            return
        await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        loop = asyncio.get_running_loop()
        began = loop.time()
        for number in range(next(lengths)):
            wait = began + number / per_second - loop.time()
            if wait > 0:
                await asyncio.sleep(wait)
            writer.write(event(PIECES[number % len(PIECES)]))
            await writer.drain()
        end = {"id": "x", "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
        tail = f"data: {json.dumps(end)}\n\ndata: [DONE]\n\n".encode()
        writer.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(tail), tail))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def token_server(tokens: int, per_second: float, *, warm_up: int = 0) -> Iterator[int]:
    """Run the server in a process of its own; give its port."""
    numbers = map(str, (tokens, per_second, warm_up))
    command = [sys.executable, "-m", "tests.support.token_server", *numbers]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        with process.stdout as output:
            yield int(output.readline())
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])))
