"""A notification server on a private D-Bus session: real bytes on a real bus."""

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_return,
    new_signal,
)
from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy, open_dbus_connection

from chatapp.desktop.notifications import NAME, PATH


@contextmanager
def private_bus() -> Iterator[None]:
    """Point this process at a session bus of its own."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE
    )
    assert bus.stdout is not None
    before = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
    try:
        yield
    finally:
        if before is None:
            del os.environ["DBUS_SESSION_BUS_ADDRESS"]
        else:
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = before
        bus.kill()
        bus.wait()
        bus.stdout.close()


@dataclass(slots=True)
class NotificationServer:
    """``shown`` holds the arguments of every ``Notify``."""

    connection: DBusConnection
    shown: list[tuple[Any, ...]] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        """Answer every call with the number of the notification."""
        while True:
            call = await self.connection.receive()
            if call.header.message_type is not MessageType.method_call:
                continue
            self.shown.append(call.body)
            await self.connection.send(new_method_return(call, "u", (len(self.shown),)))
            self.arrived.set()

    async def wait_for(self, count: int) -> None:
        """Return when that many have been shown."""
        async with asyncio.timeout(20):
            while len(self.shown) < count:
                self.arrived.clear()
                await self.arrived.wait()

    async def choose(self, number: int) -> None:
        """Say that the person clicked on a notification."""
        address = DBusAddress(PATH, interface=NAME)
        signal = new_signal(address, "ActionInvoked", "us", (number, "default"))
        assert HeaderFields.interface in signal.header.fields
        await self.connection.send(signal)


@asynccontextmanager
async def notification_server() -> AsyncIterator[NotificationServer]:
    """Own the notification name on the session bus."""
    connection = await open_dbus_connection("SESSION")
    async with DBusRouter(connection) as router:
        await Proxy(message_bus, router).RequestName(NAME)
    server = NotificationServer(connection)
    async with asyncio.TaskGroup() as group:
        serving = group.create_task(server.serve())
        try:
            yield server
        finally:
            serving.cancel()
    await connection.close()
