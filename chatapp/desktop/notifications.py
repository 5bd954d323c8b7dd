"""Notifications over D-Bus: no tray icon is needed, and what was clicked comes back.

The protocol is the Desktop Notifications Specification 1.2 (``org.freedesktop.Notifications``);
jeepney, which the keyring needs on Linux anyway, speaks the bus. Its router is not used: it
breaks when a call is cancelled.
"""

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from html import escape

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.asyncio import DBusConnection

from chatapp.desktop.session_bus import opened
from chatapp.domain.quick_dataclass import dataclass

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
_ADDRESS = DBusAddress(PATH, bus_name=NAME, interface=NAME)
_MOST_REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class Notification:
    """Something to tell; ``key`` comes back when it is chosen. The texts are plain."""

    key: str
    title: str
    words: str


class Notifications:
    """Tells of things in turn. ``run`` is the work of one task; it ends when it is cancelled, or
    when there is no bus to speak on."""

    def __init__(self, on_chosen: Callable[[str], None]) -> None:
        self._on_chosen = on_chosen
        self._waiting: asyncio.Queue[Notification] = asyncio.Queue()
        self._sent: dict[int, str] = {}
        self._shown: dict[int, str] = {}

    def tell(self, notification: Notification) -> None:
        """Tell soon; nothing is waited for."""
        self._waiting.put_nowait(notification)

    async def run(self) -> None:
        """Speak with the bus until cancelled."""
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return
        # A bus that is not there, or goes away, silences notifications and nothing else.
        with suppress(OSError, EOFError):
            connection = await opened()
            try:
                await self._serve(connection)
            except* (OSError, EOFError):
                pass
            finally:
                await connection.close()

    async def _serve(self, connection: DBusConnection) -> None:
        rule = MatchRule(type="signal", interface=NAME, member="ActionInvoked", path=PATH)
        await connection.send(message_bus.AddMatch(rule))
        async with asyncio.TaskGroup() as group:
            group.create_task(self._hear(connection))
            group.create_task(self._speak(connection))

    async def _hear(self, connection: DBusConnection) -> None:
        while True:
            message = await connection.receive()
            fields = message.header.fields
            if message.header.message_type is MessageType.signal:
                if fields.get(HeaderFields.member) == "ActionInvoked":
                    self._take_choice(message)
            elif key := self._sent.pop(fields.get(HeaderFields.reply_serial, 0), ""):
                self._take_reply(message, key)

    def _take_choice(self, signal: Message) -> None:
        number, _action = signal.body
        if key := self._shown.pop(number, ""):
            self._on_chosen(key)

    def _take_reply(self, reply: Message, key: str) -> None:
        """Remember under which number it is shown; an error means that nobody shows it."""
        if reply.header.message_type is MessageType.method_return:
            self._shown[reply.body[0]] = key
            while len(self._shown) > _MOST_REMEMBERED:
                del self._shown[next(iter(self._shown))]

    async def _speak(self, connection: DBusConnection) -> None:
        while True:
            notification = await self._waiting.get()
            serial = next(connection.outgoing_serial)
            self._sent[serial] = notification.key
            await connection.send(_call(notification), serial=serial)


def _call(notification: Notification) -> Message:
    words = escape(notification.words, quote=False)  # servers may read it as markup
    arguments: tuple[object, ...] = (
        "chatapp",
        0,
        "",
        notification.title,
        words,
        ["default", ""],
        {},
        -1,
    )
    return new_method_call(_ADDRESS, "Notify", "susssasa{sv}i", arguments)
