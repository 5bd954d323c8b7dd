"""Signing in to a tool server with the browser: the terms under which it is started.

What is kept of a sign-in is one text that only ``toolhosts`` reads: tokens, the app's
registration, and where both belong. It goes into the keyring and nowhere else.
"""

from collections.abc import Callable
from dataclasses import field

from chatapp.domain.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the browser shows when it comes back, in the person's language."""

    done: str
    refused: str
    strange: str
    """The answer belongs to no sign-in that is waited for."""


@dataclass(frozen=True, slots=True)
class SignInTerms:
    """``record`` is what was kept; ``keep`` takes what is to be kept from now on, an empty text
    when nothing is. With ``page`` the person has asked to sign in now: the place where one signs
    in may be talked to. Without, nothing but the server itself is."""

    record: str = field(repr=False)
    keep: Callable[[str], None]
    page: PageWords | None = None


RETURN_PATH = "/callback"


def return_address(port: int = 0) -> str:
    """Return where the browser comes back to on this computer; without a port, on any."""
    return f"http://127.0.0.1{f':{port}' if port else ''}{RETURN_PATH}"
