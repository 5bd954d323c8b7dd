"""Rows of tables (GFM, "Tables")."""

from __future__ import annotations

import re

_COLUMN = r"[ \t]*:?-+:?[ \t]*"
_DELIMITERS = re.compile(rf"\|?{_COLUMN}(?:\|{_COLUMN})*\|?[ \t]*$")
_CELL_END = re.compile(r"\\.|\|", re.DOTALL)


def alignments(line: str) -> tuple[str, ...] | None:
    """Return the alignment of each column if *line* may be the second of a table."""
    if "-" not in line or not ("|" in line or ":" in line) or not _DELIMITERS.match(line):
        return None
    return tuple(_alignment(cell) for cell in cells(line))


def cells(line: str) -> list[str]:
    """Return the words of each cell of a row; an escaped pipe is a pipe."""
    return [line[start:end].replace("\\|", "|") for start, end in cell_spans(line)]


def cell_spans(line: str) -> list[tuple[int, int]]:
    """Return where the words of each cell of a row begin and end."""
    whole = line.rstrip(" \t")
    found: list[tuple[int, int]] = []
    start = len(whole) - len(whole.lstrip(" \t"))
    start += whole.startswith("|", start)
    for end in _CELL_END.finditer(whole, start):
        if end.group() == "|":
            found.append(_bare(whole, start, end.start()))
            start = end.end()
    if start < len(whole):
        found.append(_bare(whole, start, len(whole)))
    return found


def _bare(line: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch of a line without the blanks around it."""
    words = line[start:end]
    start += len(words) - len(words.lstrip(" \t"))
    return start, start + len(words.strip(" \t"))


def _alignment(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    if left and right:
        return "center"
    return "left" if left else "right" if right else ""
