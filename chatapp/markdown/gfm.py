"""GitHub Flavored Markdown as an extension of Python-Markdown.

``Markdown(output_format=OUTPUT_FORMAT, extensions=[GfmExtension()])``. It puts one preprocessor,
one block processor that takes all blocks, one tree processor named ``inline`` and one output
format in the place of Python-Markdown's own. Tree processors of other extensions work on the
finished tree; block processors and inline patterns of others have no effect.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry

from chatapp.markdown import tree
from chatapp.markdown.definitions import Definition
from chatapp.markdown.inline import InlineParser
from chatapp.markdown.machine import LineMachine
from chatapp.markdown.options import MESSAGES, GfmOptions
from chatapp.markdown.source_text import normal_text

OUTPUT_FORMAT = "gfm"
_PRIORITY = 100


class GfmExtension(Extension):
    """Makes a ``Markdown`` read GFM; *options* say where it deviates."""

    def __init__(self, options: GfmOptions = MESSAGES) -> None:
        """Read by *options*."""
        super().__init__()
        self._options = options
        self._definitions: dict[str, Definition] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take the places of Python-Markdown's own parts."""
        md.registerExtension(self)
        md.preprocessors, md.postprocessors = Registry(), Registry()
        md.treeprocessors, md.parser.blockprocessors = Registry(), Registry()
        md.preprocessors.register(_Normal(md), "normalize_whitespace", _PRIORITY)
        blocks = _Blocks(md.parser, self._options, self._definitions)
        md.parser.blockprocessors.register(blocks, "gfm", _PRIORITY)
        inline = _Inline(md, InlineParser(self._options, self._definitions))
        md.treeprocessors.register(inline, "inline", _PRIORITY)
        md.output_formats[OUTPUT_FORMAT] = _serialize  # type: ignore[index]

    def reset(self) -> None:
        """Forget the definitions of the last text."""
        self._definitions.clear()


class _Normal(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return normal_text("\n".join(lines)).split("\n")


class _Blocks(BlockProcessor):
    """Takes the whole text at once; the line machine reads it."""

    def __init__(
        self, parser: BlockParser, options: GfmOptions, definitions: dict[str, Definition]
    ) -> None:
        super().__init__(parser)
        self._options = options
        self._definitions = definitions

    def test(self, parent: ET.Element, block: str) -> bool:
        del parent, block
        return True

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        machine = LineMachine(self._options)
        for line in "\n\n".join(blocks).removesuffix("\n").split("\n"):
            machine.feed(line)
        blocks.clear()
        machine.finish()
        self._definitions.update(machine.blocks.definitions)
        tree.build(
            parent, machine.blocks.closed, lambda leaf: tree.leaf_element(leaf, self._options)
        )


class _Inline(Treeprocessor):
    def __init__(self, md: Markdown, parser: InlineParser) -> None:
        super().__init__(md)
        self._parser = parser

    def run(self, root: ET.Element) -> None:
        for element in list(root.iter()):
            if element.tag in tree.WORDS:
                self._parser.fill(element)


def _serialize(root: ET.Element) -> str:
    """Write the document as Python-Markdown expects it: inside the tag that it strips."""
    return f"<div>\n{tree.to_html(root)}</div>"
