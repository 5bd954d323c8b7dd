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
    line = line.strip(" \t")
    found: list[str] = []
    start = 1 if line.startswith("|") else 0
    for end in _CELL_END.finditer(line, start):
        if end.group() == "|":
            found.append(_words(line[start : end.start()]))
            start = end.end()
    if start < len(line):
        found.append(_words(line[start:]))
    return found


def _words(cell: str) -> str:
    return cell.strip(" \t").replace("\\|", "|")


def _alignment(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    if left and right:
        return "center"
    return "left" if left else "right" if right else ""
