"""Colours for code: what kind of token each piece of a code block is, by Pygments.

Two ways in: :func:`highlight` for code that is complete, and :class:`CodeHighlighter`, which takes
code as it streams in and lexes each line once, when it is complete. Pygments and its lexers are
imported on first use (10 to 25 ms each), so the first call may belong on a worker thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from chatapp.markdown.tokens import TokenKind, kind_of

if TYPE_CHECKING:
    from pygments.lexer import Lexer

    from chatapp.markdown.lexing import LineLexer, Token

MAX_LINE = 2_000
"""Characters; a longer line stays plain, for a lexer's cost may grow with its square."""
MAX_LINES = 5_000
MAX_CHARACTERS = 400_000
"""Beyond either of these two, code is plain."""


class Span(NamedTuple):
    """One coloured piece of one line; the numbers count characters (code points) from 0."""

    line: int
    start: int
    length: int
    kind: TokenKind


def highlight(code: str, language: str) -> list[Span]:
    """Return the coloured pieces of complete *code*, in order.

    An unknown *language* (the info string of a fence), or code over :data:`MAX_LINES` or
    :data:`MAX_CHARACTERS`, gives none. Takes 0.1 to 0.7 ms a line: beyond some 200 lines call it
    off the GUI thread.
    """
    lexer = _lexer(language)
    lines = code.split("\n")
    if lexer is None or len(lines) > MAX_LINES or len(code) > MAX_CHARACTERS:
        return []
    if any(len(line) > MAX_LINE for line in lines):
        return CodeHighlighter(language).feed(code + "\n")
    return _by_line(lexer.get_tokens_unprocessed(code))


class CodeHighlighter:
    """Highlights code that arrives in pieces; a line is lexed once, when its newline is here.

    Lexers that must see everything (JSON, templates) give nothing here. Rules that look across
    lines need :func:`highlight` over the whole block once it is complete.
    """

    def __init__(self, language: str) -> None:
        """Start at the first line of a block in *language* (the info string of a fence)."""
        self._language = language
        self._lexer: LineLexer | None = None
        self._rest = ""
        self._line = 0
        self._characters = 0

    def feed(self, text: str) -> list[Span]:
        """Take more code; return the pieces of the lines that it completed."""
        *complete, self._rest = (self._rest + text).split("\n")
        spans: list[Span] = []
        if complete and not self._line:
            # Not before: a name that is still being written is no language, and looking for
            # one that does not exist takes long.
            self._lexer = _line_lexer(self._language)
        for line in complete:
            spans += self._lex(line)
            self._line += 1
            self._characters += len(line) + 1
        return spans

    def _lex(self, line: str) -> Iterable[Span]:
        full = self._line >= MAX_LINES or self._characters + len(line) > MAX_CHARACTERS
        if self._lexer is None or full or len(line) > MAX_LINE:
            return ()
        return _by_line(self._lexer.line(line + "\n"), self._line)


def _by_line(tokens: Iterable[Token], line: int = 0) -> list[Span]:
    """Cut tokens at the ends of lines, join neighbours of one kind, drop what has no colour."""
    spans: list[Span] = []
    line_start = 0
    for at, token_type, text in tokens:
        kind = kind_of(token_type)
        start = at
        for number, piece in enumerate(text.split("\n")):
            if number:
                line, line_start = line + 1, start
            if kind and piece and not piece.isspace():
                _append(spans, Span(line, start - line_start, len(piece), kind))
            start += len(piece) + 1
    return spans


def _append(spans: list[Span], new: Span) -> None:
    last = spans[-1] if spans else None
    if last and last.line == new.line and last.kind == new.kind and _end(last) == new.start:
        spans[-1] = last._replace(length=last.length + new.length)
    else:
        spans.append(new)


def _end(span: Span) -> int:
    return span.start + span.length


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    """Return the lexer that an info string names, or None for plain text."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    name = language_name(language)
    try:
        return get_lexer_by_name(name, stripnl=False, ensurenl=False) if name else None
    except ClassNotFound:
        return None


def _line_lexer(language: str) -> LineLexer | None:
    from chatapp.markdown.lexing import LineLexer

    lexer = _lexer(language)
    return LineLexer(lexer) if lexer is not None and LineLexer.fits(lexer) else None


def language_name(info: str) -> str:
    """Return the language that a fence's info string names (``{.Python title=x}``: python)."""
    word = info.split(maxsplit=1)[0] if info.strip() else ""
    return word.strip("{}.").partition(",")[0].partition(":")[0].lower()
