"""Whether animations are wanted, as a desktop's portal tells it over a real session bus."""

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest
from jeepney import DBusAddress, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy, open_dbus_connection

from chatapp.desktop.motion import follow_motion, wants_motion
from chatapp.desktop.settings_portal import INTERFACE, NAME, PATH
from tests.support.notification_server import private_bus

GNOME = "org.gnome.desktop.interface"


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ({}, True),
        ({("org.freedesktop.appearance", "reduced-motion"): 1}, False),
        ({("org.freedesktop.appearance", "reduced-motion"): 0}, True),
        ({(GNOME, "enable-animations"): False}, False),
        ({(GNOME, "enable-animations"): True}, True),
        ({("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): "0"}, False),
        ({("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): "0.5"}, True),
        ({("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): "quick"}, True),
    ],
)
def test_one_key_is_enough_to_end_animations(
    settings: Mapping[tuple[str, str], Any], wanted: bool
) -> None:
    assert wants_motion(settings) is wanted


@asynccontextmanager
async def portal(values: Mapping[str, Any]) -> AsyncIterator[DBusConnection]:
    """Answer the first call with settings of GNOME's namespace."""

    async def answer(connection: DBusConnection) -> None:
        while True:
            call = await connection.receive()
            if call.header.message_type is MessageType.method_call:
                await connection.send(new_method_return(call, "a{sa{sv}}", ({GNOME: values},)))

    connection = await open_dbus_connection("SESSION")
    async with DBusRouter(connection) as router:
        await Proxy(message_bus, router).RequestName(NAME)
    async with asyncio.TaskGroup() as group:
        answering = group.create_task(answer(connection))
        yield connection
        answering.cancel()
    await connection.close()


def changed(connection: DBusConnection, namespace: str, value: object) -> Coroutine[Any, Any, None]:
    address = DBusAddress(PATH, bus_name=NAME, interface=INTERFACE)
    body = (namespace, "enable-animations", ("b", value))
    sent: Coroutine[Any, Any, None] = connection.send(
        new_signal(address, "SettingChanged", "ssv", body)
    )
    return sent


def test_the_portal_is_asked_once_and_heard_at_every_change() -> None:
    async def work() -> None:
        told: asyncio.Queue[bool] = asyncio.Queue()
        async with portal({"enable-animations": ("b", False)}) as desktop:
            following = asyncio.create_task(follow_motion(told.put_nowait))
            assert await told.get() is False
            await changed(desktop, "org.example.other", False)
            await changed(desktop, GNOME, True)
            assert await told.get() is True
            following.cancel()
            with pytest.raises(asyncio.CancelledError):
                await following

    with private_bus():
        run(work())


def test_where_there_is_no_bus_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    run(follow_motion(told.append))
    monkeypatch.setitem(os.environ, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    run(follow_motion(told.append))
    assert told == []
