"""The child process: a real llama.cpp server on loopback, ended with its parent.

It reads one JSON line of options from standard input — the key among them, so that it stands
in no argument list — and writes one JSON line a state to standard output. When standard input
ends, the parent is gone and so is this process.
"""

import json
import os
import signal
import sys
import threading
from typing import Any

PR_SET_PDEATHSIG = 1
CONTEXT_PER_SLOT = 4096
SLOTS = 4
"""How many answers at once, and the most that ``n`` may be."""


def _die_with_parent() -> None:
    """Have the kernel end this process when its parent dies, where it can (Linux)."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def _say(**state: object) -> None:
    sys.stdout.write(json.dumps(state) + "\n")
    sys.stdout.flush()


def _parameters(options: dict[str, Any]) -> Any:
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = options["model"]
    params.model_alias = {options["alias"]}
    params.n_parallel = SLOTS
    params.n_ctx = CONTEXT_PER_SLOT * SLOTS
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [options["key"]]
    params.endpoint_slots = False
    params.warmup = False
    if template := options.get("chat_template"):
        params.chat_template = template
        params.use_jinja = True
    return params


def main() -> int:
    """Load the model, serve until the parent has gone."""
    _die_with_parent()
    options = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_input, name="parent watch", daemon=True).start()
    _say(state="loading")
    import xllamacpp

    server = xllamacpp.Server(_parameters(options))
    _say(state="ready", base_url=server.listening_address)
    threading.Event().wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
