"""The connection to the session's D-Bus, for those who speak on it."""

import asyncio
from contextlib import suppress

from jeepney.io.asyncio import DBusConnection, open_dbus_connection


async def opened() -> DBusConnection:
    """Return a connection; cancelled meanwhile, it is closed, which jeepney leaves undone.

    Raises ``OSError`` and ``EOFError`` where there is no bus.
    """
    opening = asyncio.get_running_loop().create_task(open_dbus_connection("SESSION"))
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        with suppress(OSError, EOFError):
            await (await opening).close()
        raise
