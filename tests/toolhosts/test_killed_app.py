"""However the app goes, its tool servers and all they started go with it."""

import signal
import subprocess
import sys
import time

import psutil
import pytest

GONE_WITHIN_S = 5.0


def started() -> "tuple[subprocess.Popen[str], list[psutil.Process]]":
    """Return an app, and the launcher, the server and its two grandchildren that it started."""
    app = subprocess.Popen(
        [sys.executable, "-m", "tests.toolhosts.dying_app"], stdout=subprocess.PIPE, text=True
    )
    assert app.stdout is not None
    processes = [psutil.Process(int(word)) for word in app.stdout.readline().split()]
    return app, processes


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_app_leaves_no_server_and_no_grandchild(how: signal.Signals) -> None:
    app, processes = started()
    assert len(processes) == 4
    began = time.monotonic()
    app.send_signal(how)
    gone, alive = psutil.wait_procs(processes, timeout=GONE_WITHIN_S)
    took = time.monotonic() - began
    app.communicate()
    assert (len(gone), alive) == (4, [])
    assert took <= GONE_WITHIN_S


def test_a_killed_launcher_takes_the_server_with_it() -> None:
    app, processes = started()
    launcher, server = processes[0], processes[1]
    launcher.kill()
    assert psutil.wait_procs([server], timeout=GONE_WITHIN_S)[1] == []
    for process in processes:
        if process.is_running():
            process.kill()
    app.kill()
    app.communicate()
