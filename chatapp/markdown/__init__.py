"""Markdown to the HTML that the message view is built from; safe for untrusted text.

May import ``chatapp.domain``; no Qt.
Raw HTML is text, nothing is fetched, hostile input is bounded before parsing.
"""

from chatapp.markdown.highlight import CodeHighlighter, Span, highlight
from chatapp.markdown.render import render_html
from chatapp.markdown.tokens import TokenKind

__all__ = ["CodeHighlighter", "Span", "TokenKind", "highlight", "render_html"]
