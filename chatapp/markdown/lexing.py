"""A Pygments regular-expression lexer that is fed line by line and keeps its state between lines.

Pygments itself lexes a whole text at once, so a code block that grows would be lexed anew for each
line. The tables it drives (``_tokens``: state -> rules) are those that every ``RegexLexer`` has;
the loop follows the rules in Pygments' guide, "Write your own lexer".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeGuard

from pygments.lexer import Lexer, RegexLexer
from pygments.token import Error, Text, _TokenType

Token = tuple[int, tuple[str, ...], str]
"""Where in the line, of which Pygments type, which text."""


class LineLexer:
    """Lexes one line after the other; rules that look across a newline see only their own line."""

    def __init__(self, lexer: RegexLexer) -> None:
        """Start in the lexer's root state."""
        self._lexer = lexer
        self._rules: dict[str, list[Any]] = lexer._tokens  # type: ignore[attr-defined]
        self._stack = ["root"]

    @staticmethod
    def fits(lexer: Lexer) -> TypeGuard[RegexLexer]:
        """Tell whether *lexer* runs on the plain state tables alone."""
        own_loop = type(lexer).get_tokens_unprocessed
        return isinstance(lexer, RegexLexer) and own_loop is RegexLexer.get_tokens_unprocessed

    def line(self, text: str) -> Iterator[Token]:
        """Yield the tokens of one line, newline included in *text*."""
        at = 0
        while at < len(text):
            for match_at, action, target in self._rules[self._stack[-1]]:
                match = match_at(text, at)
                if match:
                    yield from self._act(action, match)
                    self._move(target)
                    at = match.end()
                    break
            else:
                yield self._unmatched(text[at], at)
                at += 1

    def _act(self, action: _TokenType | Callable[..., Any] | None, match: Any) -> Iterator[Token]:
        if isinstance(action, _TokenType):
            yield match.start(), action, match.group()
        elif action is not None:
            yield from action(self._lexer, match)

    def _move(self, target: tuple[str, ...] | int | str | None) -> None:
        """Enter, repeat or leave states; the root state is never left."""
        if isinstance(target, int):
            del self._stack[max(len(self._stack) + target, 1) :]
        elif target == "#push":
            self._stack.append(self._stack[-1])
        elif isinstance(target, tuple):
            for state in target:
                self._step(state)

    def _step(self, state: str) -> None:
        if state == "#pop":
            del self._stack[max(len(self._stack) - 1, 1) :]
        else:
            self._stack.append(self._stack[-1] if state == "#push" else state)

    def _unmatched(self, character: str, at: int) -> Token:
        if character == "\n":
            self._stack = ["root"]
            return at, Text, character
        return at, Error, character
