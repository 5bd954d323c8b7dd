"""An endpoint that streams words at a steady pace until its client goes, over a real socket."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAUSE_S = 0.02


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def do_GET(self) -> None:
        body = json.dumps({"data": [{"id": "endless"}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        stopped: threading.Event = self.server.stopped  # type: ignore[attr-defined]
        number = 0
        try:
            while not stopped.wait(PAUSE_S):
                chunk = {"choices": [{"index": 0, "delta": {"content": f"w{number} "}}]}
                self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
                number += 1
        except OSError:
            return  # the client has gone


@contextmanager
def endless_server() -> Iterator[str]:
    """Run the server; give its base URL."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.stopped = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, name="endless server")
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.stopped.set()  # type: ignore[attr-defined]
        server.shutdown()
        server.server_close()
        thread.join()
