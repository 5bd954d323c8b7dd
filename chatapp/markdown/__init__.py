"""Markdown to what the message view is built from; safe for untrusted text.

GFM through Python-Markdown: ``gfm`` is the extension, ``machine`` and ``inline`` read blocks and
words, ``stream`` does the same for a text that is still arriving. HTML in a text is shown, not
obeyed; nothing is fetched; every cost is linear. May import ``chatapp.domain``; no Qt.

The names are found in its modules when first used: a window that opens needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chatapp.markdown.addresses import is_allowed
    from chatapp.markdown.render import render_html
    from chatapp.markdown.stream import StreamRenderer
    from chatapp.markdown.tokens import TokenKind
    from chatapp.markdown.view_blocks import (
        CodeBlock,
        ImageBlock,
        MathBlock,
        Place,
        RuleBlock,
        TableBlock,
        TextBlock,
        ViewBlock,
    )

_HOMES = {
    "is_allowed": "addresses",
    "render_html": "render",
    "StreamRenderer": "stream",
    "TokenKind": "tokens",
    "CodeBlock": "view_blocks",
    "ImageBlock": "view_blocks",
    "MathBlock": "view_blocks",
    "Place": "view_blocks",
    "RuleBlock": "view_blocks",
    "TableBlock": "view_blocks",
    "TextBlock": "view_blocks",
    "ViewBlock": "view_blocks",
}

__all__ = [
    "CodeBlock",
    "ImageBlock",
    "MathBlock",
    "Place",
    "RuleBlock",
    "StreamRenderer",
    "TableBlock",
    "TextBlock",
    "TokenKind",
    "ViewBlock",
    "is_allowed",
    "render_html",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"chatapp.markdown.{_HOMES[name]}"), name)
