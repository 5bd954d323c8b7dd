"""Whether the system's settings ask for fewer animations.

Linux: the Settings portal, which tells the standard key and those of GNOME and KDE. Windows:
``SPI_GETCLIENTAREAANIMATION``. macOS: *Reduce motion* of the accessibility settings. Where nothing
is known, animations are wanted.
"""

import asyncio
import plistlib
import sys
from collections.abc import Callable, Mapping
from contextlib import aclosing, suppress
from pathlib import Path
from typing import Any

_STANDARD = ("org.freedesktop.appearance", "reduced-motion")
_GNOME = ("org.gnome.desktop.interface", "enable-animations")
_KDE = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")
_SPI_GETCLIENTAREAANIMATION = 0x1042


def wants_motion(settings: Mapping[tuple[str, str], Any]) -> bool:
    """Return whether what the portal says leaves animations on; any one key can end them."""
    with suppress(ValueError, TypeError):
        if float(settings.get(_KDE, 1)) == 0:
            return False
    return settings.get(_STANDARD, 0) != 1 and settings.get(_GNOME, True) is not False


async def follow_motion(tell: Callable[[bool], None]) -> None:
    """Tell whether animations are wanted: now, and where the system says so, at every change.

    It is the work of one task, which ends by being cancelled or when there is no more to hear.
    """
    asked = {"win32": _asked_on_windows, "darwin": _read_on_mac}.get(sys.platform)
    if asked is not None:
        tell(await asyncio.to_thread(asked))
        return
    from chatapp.desktop.settings_portal import told_settings

    namespaces = [namespace for namespace, _ in (_STANDARD, _GNOME, _KDE)]
    async with aclosing(told_settings(namespaces)) as told:
        async for settings in told:
            tell(wants_motion(settings))


def _asked_on_windows() -> bool:
    import ctypes

    wanted = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(  # type: ignore[attr-defined,unused-ignore]
        _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(wanted), 0
    )
    return bool(wanted.value)


def _read_on_mac() -> bool:
    path = Path.home() / "Library/Preferences/com.apple.universalaccess.plist"
    with suppress(OSError, plistlib.InvalidFileException):
        settings = plistlib.loads(path.read_bytes())
        return not (isinstance(settings, dict) and settings.get("reduceMotion"))
    return True
