"""The desktop's settings over D-Bus: read once, then heard of at every change.

The protocol is the portal ``org.freedesktop.portal.Settings``, which the backends of all desktops
speak, to programs in a sandbox too.
"""

import os
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from typing import Any, TypeAlias

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.asyncio import DBusConnection

from chatapp.desktop.session_bus import opened

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
_ADDRESS = DBusAddress(PATH, bus_name=NAME, interface=INTERFACE)

Settings: TypeAlias = dict[tuple[str, str], Any]
"""Values by namespace and key."""


async def told_settings(namespaces: Sequence[str]) -> AsyncGenerator[Settings, None]:
    """Yield the settings of some namespaces, at first and after every change.

    Ends when there is no bus to hear; one that has no such portal says nothing.
    """
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return
    with suppress(OSError, EOFError):
        connection = await opened()
        try:
            async for settings in _heard(connection, namespaces):
                yield settings
        finally:
            await connection.close()


async def _heard(
    connection: DBusConnection, namespaces: Sequence[str]
) -> AsyncGenerator[Settings, None]:
    settings: Settings = {}
    rule = MatchRule(type="signal", interface=INTERFACE, member="SettingChanged", path=PATH)
    await connection.send(message_bus.AddMatch(rule))
    asked = next(connection.outgoing_serial)
    call = new_method_call(_ADDRESS, "ReadAll", "as", (list(namespaces),))
    await connection.send(call, serial=asked)
    while True:
        message = await connection.receive()
        kind, fields = message.header.message_type, message.header.fields
        if kind is MessageType.method_return and fields.get(HeaderFields.reply_serial) == asked:
            for namespace, values in message.body[0].items():
                settings |= {(namespace, key): value for key, (_, value) in values.items()}
            yield settings
        elif kind is MessageType.signal and fields.get(HeaderFields.member) == "SettingChanged":
            namespace, key, (_, value) = message.body
            if namespace in namespaces:
                settings[namespace, key] = value
                yield settings
