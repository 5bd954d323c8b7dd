"""What the beginning of a line can start (CommonMark 0.31, "Leaf blocks", "Container blocks")."""

from __future__ import annotations

import re
from typing import NamedTuple

from chatapp.markdown.cursor import Cursor
from chatapp.markdown.math_spans import is_display

_BULLET = re.compile(r"[*+-](?=[ \t]|$)")
_NUMBER = re.compile(r"([0-9]{1,9})([.)])(?=[ \t]|$)")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$", re.DOTALL)
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_WIDEST_GAP = 4


class Marker(NamedTuple):
    """A list marker: its bullet or what follows the number, the number, and its length."""

    mark: str
    start: int | None
    length: int


class MathOpening(NamedTuple):
    """A formula on lines of its own that starts here.

    ``complete`` if it also ends on this line; ``ends_at_blank`` if a blank line ends it as well.
    """

    opener: str
    closer: str
    ends_at_blank: bool
    complete: bool


def marker(words: str) -> Marker | None:
    """Return the list marker that *words* start with."""
    bullet = _BULLET.match(words)
    if bullet:
        return Marker(bullet.group(), None, 1)
    number = _NUMBER.match(words)
    if number:
        return Marker(number.group(2), int(number.group(1)), number.end())
    return None


def content_columns(cursor: Cursor, length: int) -> int:
    """Go past a marker of *length*; return the columns from its start to the item's text."""
    cursor.skip_marker(length)
    if cursor.blank or not 1 <= cursor.indent <= _WIDEST_GAP:
        cursor.skip_columns(1)
        return length + 1
    gap = cursor.indent
    cursor.skip_columns(gap)
    return length + gap


def is_rule(words: str) -> bool:
    """Tell a thematic break."""
    return _RULE.match(words) is not None


def heading(words: str) -> tuple[int, str] | None:
    """Return level and words of an ATX heading."""
    opening = _HEADING.match(words)
    if opening is None:
        return None
    inner = words[opening.end() :].rstrip(" \t")
    without_closing = inner.rstrip("#")
    if not without_closing or (without_closing != inner and without_closing[-1] in " \t"):
        inner = without_closing.rstrip(" \t")
    return len(opening.group(1)), inner


def underline_level(words: str) -> int:
    """Return the level of the heading that *words* underline, 0 for none."""
    if not _UNDERLINE.match(words):
        return 0
    return 1 if words[0] == "=" else 2


def fence(words: str) -> tuple[str, str] | None:
    """Return the fence that opens a code block, and its info string."""
    opening = _FENCE.match(words)
    if opening is None:
        return None
    if opening.group(1):
        return opening.group(1), opening.group(2).strip(" \t")
    return opening.group(3), opening.group(4).strip(" \t")


def closes_fence(words: str, opening: str) -> bool:
    """Tell whether *words* close the code block that the fence *opening* opened."""
    bare = words.rstrip(" \t")
    return len(bare) >= len(opening) and not bare.strip(opening[0])


def task_box(words: str) -> tuple[bool, str] | None:
    """Return whether a task is done, and its words, if *words* start with a task box."""
    box = _TASK.match(words)
    return (box.group(1) != " ", words[box.end() :]) if box else None


def math(words: str) -> MathOpening | None:
    """Return the formula that *words*, a whole line, open or hold."""
    for opener, closer in (("$$", "$$"), ("\\[", "\\]")):
        if not words.startswith(opener):
            continue
        inner = words[len(opener) :].strip(" \t")
        if not inner:
            return MathOpening(opener, closer, ends_at_blank=opener != "$$", complete=False)
        end = inner.find(closer)
        if end < 0:
            starts_well = inner[0] not in "$(" and "`" not in inner
            if opener == "\\[":
                starts_well = starts_well and is_display(words[len(opener) :])
            return MathOpening(opener, closer, True, False) if starts_well else None
        is_whole = end == len(inner) - len(closer) and bool(inner[:end].strip())
        return MathOpening(opener, closer, False, True) if is_whole else None
    return None


def ends_math(words: str, closer: str) -> bool:
    """Tell whether *words* are the last line of a formula."""
    return words.rstrip(" \t").endswith(closer)
