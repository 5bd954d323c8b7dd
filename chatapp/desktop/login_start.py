"""Opening the app when the person logs in: off unless they ask for it, and theirs to undo.

Linux: a file in ``autostart`` (Desktop Application Autostart Specification). Windows: the
``Run`` key of the current user. macOS: a launch agent. All blocking: call from a thread.
"""

import os
import plistlib
import sys
from contextlib import suppress
from pathlib import Path

from chatapp.domain.errors import ChatAppError
from chatapp.domain.text import QT_TRANSLATE_NOOP, text

_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_NAME = "chatapp"


def start_command() -> list[str]:
    """Return how this installation of the app is started."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "chatapp"]


def set_login_start(app_id: str, *, on: bool) -> None:
    """Have the app opened at login, or no longer. Raises ``ChatAppError`` if it cannot be."""
    try:
        if sys.platform == "win32":
            _set_on_windows(on=on)
        elif sys.platform == "darwin":
            _set_file(
                Path.home() / "Library/LaunchAgents" / f"{app_id}.plist", _agent(app_id), on=on
            )
        else:
            config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
            _set_file(config / "autostart" / f"{app_id}.desktop", _entry(), on=on)
    except OSError as error:
        raise ChatAppError(
            text("Desktop", QT_TRANSLATE_NOOP("Desktop", "Opening at login could not be changed.")),
            detail=str(error),
        ) from error


def _set_file(path: Path, content: bytes, *, on: bool) -> None:
    if on:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    else:
        path.unlink(missing_ok=True)


def _entry() -> bytes:
    command = " ".join(_quoted(part) for part in start_command())
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Chat",
        f"Exec={command}",
        "Terminal=false",
    )
    return ("\n".join(lines) + "\n").encode()


def _quoted(argument: str) -> str:
    """Quote an argument by the rules of the Exec key: ``%`` doubled, four signs escaped."""
    escaped = argument.replace("%", "%%")
    for sign in ("\\", '"', "`", "$"):
        escaped = escaped.replace(sign, "\\" + sign)
    return f'"{escaped}"'.replace("\\", "\\\\") if escaped != argument else f'"{argument}"'


def _agent(app_id: str) -> bytes:
    agent = {"Label": app_id, "ProgramArguments": start_command(), "RunAtLoad": True}
    return plistlib.dumps(agent)


def _set_on_windows(*, on: bool) -> None:
    import subprocess
    import winreg

    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:  # type: ignore[attr-defined,unused-ignore]
        if on:
            command = subprocess.list2cmdline(start_command())
            winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, command)  # type: ignore[attr-defined,unused-ignore]
        else:
            with suppress(FileNotFoundError):
                winreg.DeleteValue(key, _NAME)  # type: ignore[attr-defined,unused-ignore]
