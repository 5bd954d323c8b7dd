"""A real gnome-keyring in a D-Bus session of its own, for one test."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def private_keyring(home: Path, *, unlocked: bool = True) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the daemon and point this process at it; gives the daemon."""
    for folder in ("run", "share/keyrings"):
        (home / folder).mkdir(parents=True, mode=0o700, exist_ok=True)
    changed = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_DATA_HOME": str(home / "share"),
    }
    environment = {**os.environ, **changed}
    environment.pop("DISPLAY", None)
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        env=environment,
    )
    assert bus.stdout is not None
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        + (["--unlock"] if unlocked else []),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    assert daemon.stdin is not None
    assert daemon.stdout is not None
    daemon.stdin.write(b"password")
    daemon.stdin.close()
    if unlocked:
        daemon.stdout.readline()
    before = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = environment["DBUS_SESSION_BUS_ADDRESS"]
    try:
        yield daemon
    finally:
        if before is None:
            del os.environ["DBUS_SESSION_BUS_ADDRESS"]
        else:
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = before
        for process in (daemon, bus):
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()
