"""What cmark-gfm, the reference, makes of a text, and whether ours has the same shape."""

from __future__ import annotations

from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options

from chatapp.markdown.options import SPECIFICATION
from chatapp.markdown.render import render_html
from tests.support.html_shape import shape

CORPUS = Path(__file__).parent.parent / "data" / "markdown"
"""Answers as models write them."""


def corpus() -> dict[str, str]:
    """Return the answers by their names, line ends as they are."""
    return {path.stem: path.read_bytes().decode() for path in sorted(CORPUS.glob("*.md"))}


def reference_html(source: str) -> str:
    """Return cmark-gfm's HTML, with GitHub's extensions."""
    html: str = cmarkgfm.markdown_to_html_with_extensions(
        source,
        options=Options.CMARK_OPT_UNSAFE,
        extensions=["table", "strikethrough", "autolink", "tasklist"],
    )
    return html


def agrees(source: str) -> bool:
    """Tell whether ours, with the deviations switched off, has the reference's shape."""
    return shape(render_html(source, SPECIFICATION)) == shape(reference_html(source))
