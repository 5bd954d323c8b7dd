"""How HTML looks in Markdown (CommonMark 0.31, "HTML blocks" and "Raw HTML")."""

from __future__ import annotations

import re

_ATTRIBUTE = (
    r"[ \t\n]++[A-Za-z_:][A-Za-z0-9_.:-]*+"
    r"(?:[ \t\n]*+=[ \t\n]*+(?:[^ \t\n\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+"
)
_OPEN_TAG = rf"<[A-Za-z][A-Za-z0-9-]*+(?:{_ATTRIBUTE})*+[ \t\n]*+/?>"
_CLOSE_TAG = r"</[A-Za-z][A-Za-z0-9-]*+[ \t\n]*+>"
TAG = re.compile(rf"{_OPEN_TAG}|{_CLOSE_TAG}")
_LONE_TAG = re.compile(rf"(?:{_OPEN_TAG}|{_CLOSE_TAG})[ \t]*$")
_PLAIN_TAG = re.compile(r"<(/?)([A-Za-z]+)[ \t]*(/?)>")
_VERBATIM = re.compile(r"<(script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE)
_VERBATIM_CLOSER = re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)
_VERBATIM_END = "</pre>"
"""Stands for any of the four."""
_BLOCK_NAMES = (
    "address article aside base basefont blockquote body caption center col colgroup dd details"
    " dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6"
    " head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option"
    " p param search section summary table tbody td tfoot th thead title tr track ul"
)
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(_BLOCK_NAMES.split())})(?=[\s>]|/>|$)", re.IGNORECASE)
_SPANS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))
STYLE_TAGS = frozenset(
    {"b", "del", "em", "i", "ins", "kbd", "mark", "s", "small", "strong", "sub", "sup", "u"}
)
"""Shown as what they mean if they come in pairs and without attributes."""


def block_end(line: str) -> str | None:
    """Return what ends the HTML block that *line* starts: a text in a line, or "" a blank line.

    None if *line* starts no HTML block that may interrupt a paragraph.
    """
    for opener, closer in _SPANS:
        if line.startswith(opener):
            return closer
    if line.startswith("<!") and line[2:3].isascii() and line[2:3].isalpha():
        return ">"
    if _VERBATIM.match(line):
        return _VERBATIM_END
    return "" if _BLOCK_TAG.match(line) else None


def is_lone_tag(line: str) -> bool:
    """Tell a line with one complete tag and nothing else: it starts a block, but no paragraph."""
    return _LONE_TAG.match(line) is not None


def ends_block(line: str, end: str) -> bool:
    """Tell whether *line* is the last of a block that ends with the line that holds *end*."""
    if end == _VERBATIM_END:
        return _VERBATIM_CLOSER.search(line) is not None
    return end in line


def plain_tag(text: str, at: int) -> tuple[str, str, int] | None:
    """Return the kind, name and end of a tag that is shown as what it means.

    The kind is ``open``, ``close`` or ``void``; None if no such tag stands at *at*.
    """
    tag = _PLAIN_TAG.match(text, at)
    if tag is None:
        return None
    closes, name, void = tag.group(1), tag.group(2).lower(), tag.group(3)
    if name == "br" and not closes:
        return "void", name, tag.end()
    if name not in STYLE_TAGS or void:
        return None
    return "close" if closes else "open", name, tag.end()


def raw_end(text: str, at: int, missing: set[str]) -> int:
    """Return where the HTML at *at* (a tag, comment, declaration …) ends, or -1 if there is none.

    *missing* remembers, for one text, the closers that do not come any more.
    """
    if text.startswith("<!-->", at):
        return at + 5
    if text.startswith("<!--->", at):
        return at + 6
    for opener, closer in _SPANS:
        if text.startswith(opener, at):
            return _closed(text, at + len(opener), closer, missing)
    if text.startswith("<!", at):
        letter = text[at + 2 : at + 3]
        is_declaration = letter.isascii() and letter.isalpha()
        return _closed(text, at + 2, ">", missing) if is_declaration else -1
    tag = TAG.match(text, at)
    return tag.end() if tag else -1


def _closed(text: str, start: int, closer: str, missing: set[str]) -> int:
    if closer in missing:
        return -1
    end = text.find(closer, start)
    if end < 0:
        missing.add(closer)
        return -1
    return end + len(closer)
