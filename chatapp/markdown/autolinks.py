"""Addresses that become links without brackets (CommonMark "Autolinks", GFM "Autolinks")."""

from __future__ import annotations

import re
from typing import NamedTuple

from chatapp.markdown.characters import is_cjk_punctuation

_POINTY_URL = re.compile(r"<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>\x00-\x1f]*+)>")
_POINTY_MAIL = re.compile(
    r"<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]++@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>"
)
BARE_START = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w.-]+")
_BARE_END = re.compile(r"[\s<]")
_MAIL = re.compile(
    r"(?<![A-Za-z0-9.+_-])(?:mailto:)?[A-Za-z0-9.+_-]++@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+"
)
_REFERENCE_END = re.compile(r"&[A-Za-z0-9]+;$")
_TRAILING = "?!.,:*_~'\""


class Autolink(NamedTuple):
    """Where a link leads, what it says, and where it ends in the text."""

    address: str
    words: str
    end: int


def pointy(text: str, at: int) -> Autolink | None:
    """Return the link in angle brackets at *at*."""
    url = _POINTY_URL.match(text, at)
    if url:
        return Autolink(url.group(1), url.group(1), url.end())
    mail = _POINTY_MAIL.match(text, at)
    return Autolink("mailto:" + mail.group(1), mail.group(1), mail.end()) if mail else None


def bare(text: str, at: int, *, cjk: bool, in_brackets: bool) -> Autolink | None:
    """Return the bare address at *at*, where :data:`BARE_START` has matched.

    With *cjk* it ends at full-width punctuation; *in_brackets* it also ends at a bracket that it
    does not open.
    """
    before = text[at - 1 : at]
    is_web = text[at] in "wW"
    if not _may_follow(before, is_web=is_web, cjk=cjk):
        return None
    domain_start = at if is_web else text.index("://", at) + 3
    if not _is_domain(text, domain_start, needs_dot=is_web):
        return None
    stop = _BARE_END.search(text, domain_start)
    end = _trimmed(text, at, stop.start() if stop else len(text), cjk=cjk, in_brackets=in_brackets)
    words = text[at:end]
    if end <= domain_start or (is_web and "." not in words):
        return None
    return Autolink(f"http://{words}" if is_web else words, words, end)


def mails(text: str) -> list[Autolink]:
    """Return the bare mail addresses in *text*; ``end`` less the words' length is their start."""
    found = []
    for match in _MAIL.finditer(text):
        words = match.group().rstrip(".")
        if words[-1] not in "-_" and "." in words.rpartition("@")[2]:
            address = words if words.startswith("mailto:") else f"mailto:{words}"
            found.append(Autolink(address, words, match.start() + len(words)))
    return found


def _may_follow(before: str, *, is_web: bool, cjk: bool) -> bool:
    if cjk:
        return not (before.isascii() and before.isalnum())
    if is_web:
        return not before or before.isspace() or before in "*_~("
    return not (before.isascii() and before.isalpha())


def _is_domain(text: str, start: int, *, needs_dot: bool) -> bool:
    domain = _DOMAIN.match(text, start, start + 255)
    if domain is None or not domain.group()[0].isalnum():
        return False
    parts = domain.group().split(".")
    return not any("_" in part for part in parts[-2:]) and (len(parts) > 1 or not needs_dot)


def _trimmed(text: str, start: int, end: int, *, cjk: bool, in_brackets: bool) -> int:
    """Return where the address that goes on to *end* really ends."""
    end = _first_stop(text, start, end, cjk=cjk, in_brackets=in_brackets)
    words = text[start:end]
    unopened = words.count(")") - words.count("(")
    while end > start:
        last = text[end - 1]
        if last in _TRAILING:
            end -= 1
        elif last == ")" and unopened > 0:
            unopened -= 1
            end -= 1
        elif last == ";":
            reference = _REFERENCE_END.search(text, max(start, end - 40), end)
            end = reference.start() if reference else end - 1
        else:
            break
    return end


def _first_stop(text: str, start: int, end: int, *, cjk: bool, in_brackets: bool) -> int:
    if not in_brackets and (not cjk or text.isascii()):
        return end
    depth = 0
    for at in range(start, end):
        character = text[at]
        if cjk and is_cjk_punctuation(character):
            return at
        if in_brackets and character in "[]":
            depth += 1 if character == "[" else -1
            if depth < 0:
                return at
    return end
