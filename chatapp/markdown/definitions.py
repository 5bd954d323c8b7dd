"""Link reference definitions and labels (CommonMark, "Link reference definitions", "Links")."""

from __future__ import annotations

import re
from typing import NamedTuple

from chatapp.markdown.addresses import without_escapes
from chatapp.markdown.limits import MAX_LABEL, MAX_PARENTHESES

LABEL = re.compile(r"\[((?:[^\\\[\]]|\\.){0,%d})\]" % MAX_LABEL, re.DOTALL)  # noqa: UP031
_COLON = re.compile(r":[ \t]*\n?[ \t]*")
_GAP = re.compile(r"[ \t]*\n?[ \t]*")
_LINE_END = re.compile(r"[ \t]*(?:\n|$)")
_POINTY = re.compile(r"<((?:[^<>\\\n]|\\.)*+)>")
_BARE = re.compile(r"(?:[^ ()\\\x00-\x1f\x7f]++|\\[!-/:-@\[-`{-~]|\\)++")
_TITLES = {
    '"': re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL),
    "'": re.compile(r"'((?:[^'\\]|\\.)*+)'", re.DOTALL),
    "(": re.compile(r"\(((?:[^()\\]|\\.)*+)\)", re.DOTALL),
}


class Definition(NamedTuple):
    """Where a label leads; ``title`` may be empty."""

    address: str
    title: str


def normal_label(label: str) -> str:
    """Return *label* in the form in which labels are compared."""
    return " ".join(label.split()).casefold()


def address_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the address of a link at *at*, escapes resolved, and where it ends."""
    if text.startswith("<", at):
        pointy = _POINTY.match(text, at)
        return (without_escapes(pointy.group(1)), pointy.end()) if pointy else None
    depth, end = 0, at
    while end < len(text):
        piece = _BARE.match(text, end)
        if piece:
            end = piece.end()
        elif text[end] == "(":
            depth += 1
            if depth > MAX_PARENTHESES:
                return None
            end += 1
        elif text[end] == ")" and depth:
            depth -= 1
            end += 1
        else:
            break
    return None if depth else (without_escapes(text[at:end]), end)


def title_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the title at *at*, escapes resolved, and where it ends."""
    pattern = _TITLES.get(text[at : at + 1])
    title = pattern.match(text, at) if pattern else None
    return (without_escapes(title.group(1)), title.end()) if title else None


def definition_at(text: str, at: int) -> tuple[str, Definition, int] | None:
    """Return label, definition and end of the link reference definition at *at*, if any."""
    label = LABEL.match(text, at)
    if label is None or not label.group(1).strip():
        return None
    colon = _COLON.match(text, label.end())
    if colon is None:
        return None
    address = address_at(text, colon.end())
    if address is None or address[1] == colon.end():
        return None
    title, end = _definition_title(text, address[1])
    if end < 0:
        return None
    return normal_label(label.group(1)), Definition(address[0], title), end


def _definition_title(text: str, at: int) -> tuple[str, int]:
    """Return the title after an address and where the definition ends: -1 if it is none."""
    gap = _GAP.match(text, at)
    if gap and gap.end() > at:
        title = title_at(text, gap.end())
        end = _LINE_END.match(text, title[1]) if title else None
        if title and end:
            return title[0], end.end()
    end = _LINE_END.match(text, at)
    return "", end.end() if end else -1
