"""Addresses of links: how they are written out, and which may become links."""

from __future__ import annotations

import re
from html.entities import html5
from urllib.parse import quote

_SAFE = "-_.+!*'(),%#@?=;:/&$~"
_PLAIN = re.compile(r"[A-Za-z0-9_.+!*'(),%#@?=;:/&$~-]*+")
_ALLOWED = re.compile(r"https?://[^/?#\s]|mailto:[^\s]", re.IGNORECASE)
_RELATIVE = re.compile(r"(?![/\\]{2})[^:/?#]*+(?:[/?#].*)?", re.DOTALL)
_ESCAPE_OR_ENTITY = re.compile(
    r"\\([!-/:-@\[-`{-~])|&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);"
)
ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")


def written_out(address: str) -> str:
    """Return *address* with all that may not stand in one percent-encoded."""
    if _PLAIN.fullmatch(address):
        return address
    return quote(address, safe=_SAFE, errors="replace")


def is_allowed(address: str) -> bool:
    """Tell whether *address* may be opened: http, https or mailto, with something behind it."""
    return _ALLOWED.match(address) is not None


def is_shown(address: str) -> bool:
    """Tell whether *address* may be a link: one that may be opened, or one that names no scheme
    and no host (``docs/a.md``, ``#part``), which says where it leads but leads nowhere."""
    return is_allowed(address) or _RELATIVE.fullmatch(address) is not None


def without_escapes(text: str) -> str:
    """Return *text* with backslash escapes and character references resolved."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPE_OR_ENTITY.sub(
        lambda found: found.group(1) or character_of(found.group(2)) or found.group(), text
    )


def character_of(name: str) -> str:
    """Return what a character reference (``amp``, ``#35``, ``#x22``) stands for, or nothing."""
    if not name.startswith("#"):
        return html5.get(name + ";", "")
    code = int(name[1:]) if name[1].isdigit() else int(f"0{name[1:]}", 0)
    is_character = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if is_character else "\ufffd"
