"""Keys pressed on a real X server, as a person presses them."""

import os
import subprocess


def xdotool(screen: str, *arguments: str) -> str:
    """Run xdotool on a display; return what it prints."""
    result = subprocess.run(
        ["xdotool", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "DISPLAY": screen},
        timeout=60,
        check=False,
    )
    return result.stdout


def write(screen: str, words: str) -> None:
    """Type into the window, as a person does, and send."""
    found = xdotool(screen, "search", "--sync", "--onlyvisible", "--name", "^Chat$").split()
    xdotool(screen, "windowfocus", "--sync", found[0])
    xdotool(screen, "type", "--delay", "15", words)
    xdotool(screen, "key", "Return")
