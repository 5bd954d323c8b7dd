"""The parts of a Markdown text, kept up to date while the text grows."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from chatapp.markdown import render_html
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.parts.rule_part import RulePart
from chatapp.ui.conversation.parts.table_part import TablePart
from chatapp.ui.conversation.parts.text_part import TextPart

BLOCK_GAP = 2


@dataclass(frozen=True, slots=True)
class _Block:
    tag: str
    html: str
    language: str = ""
    code: str = ""


class MarkdownBody:
    """The parts of one Markdown text.

    ``name`` tells its code blocks from those of other texts in the message.
    """

    def __init__(self, name: str, *, quiet: bool = False, indent: int = 0) -> None:
        self.parts: list[Part] = []
        self._blocks: list[_Block] = []
        self._name = name
        self._quiet = quiet
        self._indent = indent
        self._text: str | None = None
        self._closed = False

    def update(self, text: str, *, closed: bool) -> int:
        """Show ``text``; return the index of the first part that is not as before."""
        if text == self._text and closed == self._closed:
            return len(self.parts)
        self._text, self._closed = text, closed
        blocks = list(_blocks_of(render_html(text)))
        same = 0
        for old, new in zip(self._blocks, blocks, strict=False):
            if old != new:
                break
            same += 1
        del self.parts[same + 1 :]
        for number in range(same, len(blocks)):
            last = number == len(blocks) - 1
            self._show(number, blocks[number], closed=closed or not last)
        del self.parts[len(blocks) :]
        self._blocks = blocks
        return min(same, len(self.parts))

    def _show(self, number: int, block: _Block, *, closed: bool) -> None:
        old = self.parts[number] if number < len(self.parts) else None
        if isinstance(old, CodePart) and old.language == block.language and block.tag == "pre":
            grown = old.grow(block.code, closed=closed)
        else:
            grown = False
        if not grown:
            self.parts[number : number + 1] = [self._part(number, block, closed=closed)]

    def _part(self, number: int, block: _Block, *, closed: bool) -> Part:
        gap = BLOCK_GAP
        if block.tag == "pre":
            name = f"{self._name}/{number}"
            return CodePart(
                name, block.language, block.code, closed=closed, gap=gap, indent=self._indent
            )
        if block.tag == "table":
            return TablePart(block.html, "", gap=gap, indent=self._indent)
        if block.tag == "hr":
            return RulePart(gap=gap, indent=self._indent)
        return TextPart(block.html, quiet=self._quiet, gap=gap, indent=self._indent)


def _blocks_of(html: str) -> Iterator[_Block]:
    try:
        root = ET.fromstring(f"<div>{html}</div>")  # noqa: S314 # nosec B314 - our own serialiser's output
    except ET.ParseError:
        yield _Block("p", html)
        return
    for element in root:
        element.tail = None
        code = element.find("code") if element.tag == "pre" else None
        if code is not None:
            language = code.get("class", "").removeprefix("language-")
            words = unescape("".join(code.itertext())).rstrip("\n")
            yield _Block("pre", "", language, words)
        else:
            yield _Block(element.tag, ET.tostring(element, encoding="unicode"))
