"""The child process: a llama.cpp server on a free loopback port, and nothing else of ours.

It is started as a plain script, knows no other module of the app, and loads xllamacpp only
here, so that a crash or the model's memory never touch the window.

It reads one JSON line from standard input (``api_key``, ``model``, ``name``,
``chat_template``): no secret stands in a command line, where every user of the machine could
read it. It prints one line per state to standard output, ``reports.py`` reads them; llama.cpp
logs to standard error. When standard input ends the app is gone, and so is this process.
"""

import ctypes
import json
import os
import signal
import sys
from typing import Any, NoReturn

#: All slots share this many tokens (``kv_unified``): one conversation alone may use the
#: model's whole window, and an idle engine does not hold memory for four of them. Measured
#: with the bundled model: 16,384 takes 360 MiB less, and starts 1.1 s earlier, than four
#: separate windows of 8,192.
_SHARED_CONTEXT = 16_384

#: ``n`` choices of one request each take a slot; so does every conversation that streams.
_SLOTS = 4

#: Prompts of idle slots kept for their next turn, in MiB; llama.cpp's own default is 8 GiB.
_PROMPT_CACHE_MIB = 256

#: ``prctl`` option, Linux ``include/uapi/linux/prctl.h``.
_PR_SET_PDEATHSIG = 1


def main() -> NoReturn:
    """Serve until standard input ends."""
    _live_and_die_with_the_app()
    settings = json.loads(sys.stdin.readline())
    # Once it listens, llama.cpp points standard output at its log; this copy stays ours.
    reports = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    server = _serve(settings)
    reports.write(json.dumps({"state": "ready", "address": server.listening_address}) + "\n")
    reports.flush()
    while sys.stdin.readline():
        continue
    # Nothing here needs saving, and an answer being computed must not delay the end.
    os._exit(0)


def _live_and_die_with_the_app() -> None:
    """Leave Ctrl+C to the app, and end with it.

    The process keeps its priority: llama.cpp's threads wait for each other, and at nice 5 on
    two busy cores a start took 5 to 20 s instead of 0.8 s.

    Loading holds the interpreter's lock, so the end of standard input is only noticed when
    it is done; on Linux the kernel ends us without delay.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _serve(settings: dict[str, str]) -> Any:
    """Load the model and listen; the returned server stops when it is dropped."""
    # Makes llama.cpp print its load progress, as for the router of its own server.
    os.environ["LLAMA_SERVER_ROUTER_PORT"] = "0"
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = settings["model"]
    params.model_alias = {settings["name"]}
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [settings["api_key"]]
    params.ui = False
    params.endpoint_slots = False
    params.n_parallel = _SLOTS
    params.n_ctx = _SHARED_CONTEXT
    params.kv_unified = True
    params.cache_ram_mib = _PROMPT_CACHE_MIB
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = _threads()
    if settings["chat_template"]:
        params.chat_template = settings["chat_template"]
    return xllamacpp.Server(params)


def _threads() -> int:
    """Return on how many cores to compute: one is left to the window.

    llama.cpp's threads wait for each other by looking again and again. Where they are as many as
    the cores, whatever else runs stops all of them.
    """
    return max((os.cpu_count() or 1) - 1, 1)


if __name__ == "__main__":
    main()
