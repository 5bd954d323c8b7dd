"""The kinds of token a theme can colour in a code block, and how Pygments' types map to them."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache


class TokenKind(StrEnum):
    """What a piece of code is, as far as a theme tells pieces apart."""

    KEYWORD = "keyword"
    CONSTANT = "constant"
    STRING = "string"
    ESCAPE = "escape"
    NUMBER = "number"
    COMMENT = "comment"
    FUNCTION = "function"
    TYPE = "type"
    DECORATOR = "decorator"
    VARIABLE = "variable"
    ATTRIBUTE = "attribute"
    TAG = "tag"
    OPERATOR = "operator"
    HEADING = "heading"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    INSERTED = "inserted"
    DELETED = "deleted"
    PROMPT = "prompt"
    OUTPUT = "output"
    ERROR = "error"


_KINDS = {
    "Keyword.Constant": TokenKind.CONSTANT,
    "Keyword.Type": TokenKind.TYPE,
    "Keyword": TokenKind.KEYWORD,
    "Operator.Word": TokenKind.KEYWORD,
    "Operator": TokenKind.OPERATOR,
    "Comment": TokenKind.COMMENT,
    "Literal.String.Escape": TokenKind.ESCAPE,
    "Literal.String.Interpol": TokenKind.ESCAPE,
    "Literal.String": TokenKind.STRING,
    "Literal.Number": TokenKind.NUMBER,
    "Literal.Date": TokenKind.NUMBER,
    "Name.Function": TokenKind.FUNCTION,
    "Name.Class": TokenKind.TYPE,
    "Name.Exception": TokenKind.TYPE,
    "Name.Namespace": TokenKind.TYPE,
    "Name.Builtin": TokenKind.FUNCTION,
    "Name.Decorator": TokenKind.DECORATOR,
    "Name.Constant": TokenKind.CONSTANT,
    "Name.Variable": TokenKind.VARIABLE,
    "Name.Attribute": TokenKind.ATTRIBUTE,
    "Name.Tag": TokenKind.TAG,
    "Generic.Heading": TokenKind.HEADING,
    "Generic.Subheading": TokenKind.HEADING,
    "Generic.Emph": TokenKind.EMPHASIS,
    "Generic.Strong": TokenKind.STRONG,
    "Generic.Inserted": TokenKind.INSERTED,
    "Generic.Deleted": TokenKind.DELETED,
    "Generic.Prompt": TokenKind.PROMPT,
    "Generic.Output": TokenKind.OUTPUT,
    "Generic.Error": TokenKind.ERROR,
    "Generic.Traceback": TokenKind.ERROR,
}


@lru_cache(maxsize=1024)
def kind_of(token_type: tuple[str, ...]) -> TokenKind | None:
    """Return the kind for a Pygments token type (a tuple of its names), or None for plain text.

    A type without a kind of its own takes that of its nearest parent.
    """
    names = tuple(token_type)
    while names:
        kind = _KINDS.get(".".join(names))
        if kind is not None:
            return kind
        names = names[:-1]
    return None
