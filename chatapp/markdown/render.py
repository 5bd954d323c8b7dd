"""The HTML of a finished message, from Markdown that nobody vouches for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html import escape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

MAX_CHARACTERS = 200_000
_SCHEMES = ("http://", "https://", "mailto:")


def render_html(source: str) -> str:
    """Return *source* (Markdown) as HTML that is safe to show: see the package's docstring."""
    if len(source) > MAX_CHARACTERS or source.count("[") > 1_000 or "*" * 40 in source:
        return f"<pre>{escape(source)}</pre>"
    safe = Markdown(extensions=["fenced_code", "tables", "sane_lists", _Safe()], tab_length=2)
    return safe.convert(source)


class _Safe(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md), "links", 5)


class _Links(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            if element.tag == "img":
                element.tag, element.text = "span", element.get("alt")
                element.attrib.clear()
            if not element.get("href", "").lower().startswith(_SCHEMES):
                element.attrib.pop("href", None)
