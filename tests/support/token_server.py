"""An endpoint in a process of its own that streams so many tokens at so many a second.

``python -m tests.support.token_server TOKENS PER_SECOND`` prints its port and serves.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

PIECES = (
    "The ", "quick ", "**brown** ", "fox ", "jumps ", "over ", "`the_lazy` ", "dog", ".", "\n\n",
    "- one", " thing\n", "- another", " thing\n", "\n",
    "```python\n", "def ", "add", "(a, b):\n", "    return ", "a + b\n", "```\n\n",
    "| a | b |\n", "|---|---|\n", "| 1 | 2 |\n\n", "日本語", "の文章", "です。", "\n\n",
    "Then ", "we ", "look ", "at ", "how ", "it ", "goes ", "on, ", "with ", "more ", "words. ",
    "\n\n",
)  # fmt: skip
"""A mixed answer: prose, emphasis, lists, code, a table and Japanese, over and over."""


def event(text: str) -> bytes:
    """Return one server-sent event as an HTTP chunk."""
    body = json.dumps({"id": "x", "choices": [{"index": 0, "delta": {"content": text}}]})
    data = f"data: {body}\n\n".encode()
    return b"%x\r\n%s\r\n" % (len(data), data)


async def _serve(tokens: int, per_second: float) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.split(b"content-length:")[1].split(b"\r\n")[0]) if b"post " in head else 0
        await reader.readexactly(length)
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        loop = asyncio.get_running_loop()
        began = loop.time()
        for number in range(tokens):
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
def token_server(tokens: int, per_second: float) -> Iterator[int]:
    """Run the server in a process of its own; give its port."""
    command = [sys.executable, "-m", "tests.support.token_server", str(tokens), str(per_second)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        with process.stdout as output:
            yield int(output.readline())
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), float(sys.argv[2])))
