"""The shape of HTML: its tags, attributes and words, without what a reader can't see."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCK = re.compile(r"p|li|ul|ol|blockquote|h[1-6]|table|thead|tbody|tr|td|th|div|hr|br|pre")
_SPACE = re.compile(r"\s+")

Token = tuple[str, ...]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []
        self._words = ""
        self._verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.end_words()
        self._verbatim += tag == "pre"
        pairs = sorted(f"{name}={value or ''}" for name, value in attrs)
        self.tokens.append(("start", tag, *pairs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.end_words()
        self._verbatim -= tag == "pre"
        self.tokens.append(("end", tag))

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_comment(self, data: str) -> None:
        self.end_words()
        self.tokens.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.end_words()
        self.tokens.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        self.handle_decl(data)

    def end_words(self) -> None:
        words, self._words = self._words, ""
        if words and not self._verbatim:
            words = _SPACE.sub(" ", words)
        if words:
            self.tokens.append(("words", words))


def shape(html: str) -> list[Token]:
    """Return the tokens of *html*; space beside block tags is left out."""
    reader = _Reader()
    reader.feed(html.strip())
    reader.close()
    reader.end_words()
    tokens = reader.tokens
    return [
        trimmed
        for index, token in enumerate(tokens)
        if (trimmed := _trimmed(token, _beside(tokens, index - 1), _beside(tokens, index + 1)))
    ]


def _beside(tokens: list[Token], index: int) -> str:
    """Return the tag at *index* if it is a block's."""
    if not 0 <= index < len(tokens):
        return "end of text"
    kind, name = tokens[index][:2]
    return name if kind in {"start", "end"} and _BLOCK.fullmatch(name) else ""


def _trimmed(token: Token, before: str, after: str) -> Token | None:
    if token[0] != "words":
        return token
    words = token[1]
    if before and before != "pre":
        words = words.lstrip()
    if after and after != "pre":
        words = words.rstrip(" ")
    return ("words", words) if words else None
