"""What a screen reader hears: a program's accessible objects over AT-SPI, on real buses.

Speaks the protocol of at-spi2-core itself (D-Bus, through jeepney), so that it needs no desktop.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
ACCESSIBLE = "org.a11y.atspi.Accessible"
CALL_S = 10
_MOST_OBJECTS = 3000
FOCUSABLE, SHOWING = 11, 25


@dataclass(frozen=True, slots=True)
class Heard:
    """An accessible object: where it is on the bus, its role and its words.

    ``states`` are the bits of AT-SPI's ``StateType``.
    """

    bus_name: str
    path: str
    role: str
    name: str
    description: str
    states: int = 0

    @property
    def is_showing(self) -> bool:
        """Whether a person could see it now."""
        return bool(self.states >> SHOWING & 1)

    @property
    def is_focusable(self) -> bool:
        """Whether the keyboard can be on it."""
        return bool(self.states >> FOCUSABLE & 1)


class ScreenReader:
    """Reads what programs on this accessibility bus show."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def _call(self, bus_name: str, path: str, interface: str, method: str, *body: Any) -> Any:
        address = DBusAddress(path, bus_name=bus_name, interface=interface)
        signature = "".join("i" if isinstance(argument, int) else "s" for argument in body)
        message = new_method_call(address, method, signature, body)
        reply = self._connection.send_and_get_reply(message, timeout=CALL_S)
        if reply.header.message_type is not MessageType.method_return:
            raise LookupError(reply.body)
        return reply.body[0] if reply.body else None

    def _property(self, bus_name: str, path: str, name: str) -> Any:
        address = DBusAddress(path, bus_name=bus_name, interface=ACCESSIBLE)
        reply = self._connection.send_and_get_reply(Properties(address).get(name), timeout=CALL_S)
        return reply.body[0][1] if reply.header.message_type is MessageType.method_return else ""

    def _heard(self, bus_name: str, path: str) -> Heard:
        role = self._call(bus_name, path, ACCESSIBLE, "GetRoleName")
        words = [self._property(bus_name, path, name) for name in ("Name", "Description")]
        low, high = self._call(bus_name, path, ACCESSIBLE, "GetState")
        return Heard(bus_name, path, role, words[0], words[1], low | high << 32)

    def children(self, of: Heard) -> list[Heard]:
        """Return what is directly inside an object, in reading order."""
        found = self._call(of.bus_name, of.path, ACCESSIBLE, "GetChildren")
        return [self._heard(name, path) for name, path in found if not path.endswith("/null")]

    def programs(self) -> list[Heard]:
        """Return the programs that speak to screen readers."""
        found = self._call(REGISTRY, ROOT, ACCESSIBLE, "GetChildren")
        return [self._heard(name, path) for name, path in found]

    def all_in(self, of: Heard) -> Iterator[Heard]:
        """Yield an object and everything inside it, outer ones first."""
        waiting, seen = [of], 0
        while waiting:
            current = waiting.pop(0)
            seen += 1
            assert seen < _MOST_OBJECTS
            yield current
            try:
                waiting[:0] = self.children(current)
            except LookupError:
                continue  # it went away meanwhile

    def find(self, role: str, name: str, *, within_s: float = 30) -> Heard:
        """Return the object of a role with a name, once a program shows it."""
        end = time.monotonic() + within_s
        while True:
            everything = [heard for program in self.programs() for heard in self.all_in(program)]
            for heard in everything:
                if (heard.role, heard.name) == (role, name):
                    return heard
            told = sorted({(heard.role, heard.name) for heard in everything})
            assert time.monotonic() < end, f"no {role} “{name}” among {told}"

    def text_of(self, heard: Heard) -> str:
        """Return the text that a person would hear read out of an object."""
        return str(self._call(heard.bus_name, heard.path, "org.a11y.atspi.Text", "GetText", 0, -1))

    def focus(self, heard: Heard) -> None:
        """Move the keyboard to an object, as screen readers do."""
        self._call(heard.bus_name, heard.path, "org.a11y.atspi.Component", "GrabFocus")

    def press(self, heard: Heard) -> None:
        """Do the first action of an object."""
        self._call(heard.bus_name, heard.path, "org.a11y.atspi.Action", "DoAction", 0)


@contextmanager
def accessibility_bus(display: str, home: Path) -> Iterator[tuple[ScreenReader, dict[str, str]]]:
    """Run a session of its own with an accessibility bus; gives a reader on it, and the
    environment for programs that it is to hear."""
    (home / "run").mkdir(parents=True, mode=0o700)
    environment = {
        **os.environ,
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(home / "run"),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    assert bus.stdout is not None
    session = environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
    launcher_path = next(path for path in LAUNCHERS if Path(path).exists())
    launcher = subprocess.Popen(
        [launcher_path, "--launch-immediately"], stderr=subprocess.DEVNULL, env=environment
    )
    try:
        with open_dbus_connection(session) as connection:
            address = _accessibility_address(connection)
        with open_dbus_connection(address) as connection:
            yield ScreenReader(connection), environment
    finally:
        for process in (launcher, bus):
            process.terminate()
            process.wait()
        bus.stdout.close()


def _accessibility_address(session: DBusConnection) -> str:
    asked = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
    end = time.monotonic() + CALL_S
    while True:
        reply = session.send_and_get_reply(new_method_call(asked, "GetAddress"), timeout=CALL_S)
        if reply.header.message_type is MessageType.method_return:
            return str(reply.body[0])
        assert time.monotonic() < end, reply.body  # the launcher takes its name soon
