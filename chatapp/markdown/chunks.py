"""Leaves that are shown together, and the block that they make."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import field, replace

from chatapp.domain.quick_dataclass import dataclass
from chatapp.markdown import tree
from chatapp.markdown.addresses import without_escapes
from chatapp.markdown.blocks import Code, Hollow, Item, Leaf, List, Math, Path, Quote, Rule, Table
from chatapp.markdown.pieces import IMAGE
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

FULL_CHARACTERS = 1_200
FULL_LEAVES = 8
"""From these on a chunk takes no leaf that could just as well start another one."""
_BURSTING = 3
"""Times full: it takes no leaf at all."""
_SEEN = re.compile(r"https?://|data:image/", re.IGNORECASE)
"""How the address of an image begins that may be loaded or is one itself."""

ElementOf = Callable[[Leaf], ET.Element]


@dataclass(slots=True, eq=False)
class Chunk:
    """Leaves that make one block of words, or one leaf that makes a block of another kind.

    ``going_on`` are the numbers of the list items that were shown before: their markers are not
    shown again. ``piece`` counts the chunks that are made of one leaf.
    """

    leaves: list[Leaf]
    going_on: frozenset[int] = frozenset()
    piece: int = 0
    joined: List | None = None
    """The list of the words before, if this goes on there."""
    image: tuple[str, str] | None = None
    """Words and address, if all that it shows is an image."""
    content: str = ""
    """The HTML of a table, the text of code."""
    is_open: bool = False
    """Whether more text may come into its last leaf."""
    characters: int = 0
    elements: dict[int, ET.Element] = field(default_factory=dict)
    """Of its leaves by their numbers, while more leaves may come."""
    block: ViewBlock | None = None
    """What it is shown as, once that has been made."""

    def twin(self) -> Chunk:
        """Return a copy that may grow another way."""
        return replace(self, leaves=list(self.leaves), elements=dict(self.elements))

    def forget(self) -> None:
        """What it is shown as is no longer right."""
        self.block = None
        self.elements.clear()

    def takes(self, leaf: Leaf) -> bool:
        """Tell whether *leaf* belongs with the leaves that are here."""
        last = self.leaves[-1]
        if self.image or not is_words(last) or not tree.shared(last.path[:1], leaf.path[:1]):
            return False
        if not self.going_on <= items_in(leaf.path) or quotes_in(leaf.path) != quotes_in(last.path):
            return False
        fullness = max(self.characters / FULL_CHARACTERS, len(self.leaves) / FULL_LEAVES)
        begins_anew = not items_in(leaf.path[: tree.shared(last.path, leaf.path)])
        return fullness < 1 or (fullness < _BURSTING and not begins_anew)

    def add(self, leaf: Leaf) -> None:
        """Take another leaf."""
        self.leaves.append(leaf)
        self.characters += sum(map(len, leaf.lines))
        self.block = None


def is_words(leaf: Leaf) -> bool:
    """Tell a leaf that is shown as words among words."""
    return not isinstance(leaf, (Code, Math, Table, Rule))


def quotes_in(path: Path) -> int:
    """Return how many quotes are in *path*; Qt's documents do not find back from one to less."""
    return sum(isinstance(container, Quote) for container in path)


def items_in(path: Path) -> frozenset[int]:
    """Return the numbers of the list items in *path*."""
    return frozenset(container.number for container in path if isinstance(container, Item))


def joined_list(before: Leaf, leaf: Leaf) -> List | None:
    """Return the innermost list that *leaf* goes on, if *before* it there are words as well."""
    if not is_words(before) or quotes_in(leaf.path) != quotes_in(before.path):
        return None
    together = leaf.path[: tree.shared(before.path, leaf.path)]
    return next((around for around in reversed(together) if isinstance(around, List)), None)


def images_in(element: ET.Element) -> list[tuple[str, str]]:
    """Return words and address of each image if *element* holds nothing but images."""
    images = []
    if (element.text or "").strip():
        return []
    for child in element:
        if child.get("class") != IMAGE or (child.tail or "").strip():
            return []
        images.append((child.text or "", child.get(tree.PRIVATE_ADDRESS, "")))
    return images


def images_among(element: ET.Element) -> list[tuple[str, str]]:
    """Return words and address of each image among the words of *element* that could be seen:
    its words stand in the line, and it follows."""
    return [
        (image.text or "", address)
        for image in element.iter("span")
        if _SEEN.match(address := image.get(tree.PRIVATE_ADDRESS, ""))
    ]


def block_of(chunk: Chunk, element_of: ElementOf) -> ViewBlock:
    """Return what *chunk* is shown as; *element_of* gives the finished element of a leaf."""
    leaf = chunk.leaves[0]
    if is_words(leaf) and chunk.image is None:
        return _text_block(chunk, element_of)
    place = _place(chunk, len(items_in(leaf.path)), quotes_in(leaf.path))
    if chunk.image is not None:
        return ImageBlock(place, *chunk.image)
    if isinstance(leaf, Code):
        return CodeBlock(place, without_escapes(leaf.info), chunk.content, not chunk.is_open)
    if isinstance(leaf, Math):
        inner = leaf.text.strip().removeprefix(leaf.opener).removesuffix(leaf.closer)
        return MathBlock(place, inner.strip(), leaf.text, leaf.complete)
    if isinstance(leaf, Table):
        return TableBlock(place, chunk.content)
    return RuleBlock(place)


def _place(chunk: Chunk, lists: int, quotes: int) -> Place:
    first, last = chunk.leaves[0], chunk.leaves[-1]
    joins = chunk.joined is not None and not chunk.joined.loose
    key = (first.number, chunk.piece)
    return Place(key, lists, quotes, joins, first.first_line, last.end_line)


def _text_block(chunk: Chunk, element_of: ElementOf) -> TextBlock:
    paths = [_path_inside(leaf.path, chunk.going_on) for leaf in chunk.leaves]
    quotes = min(map(_leading_quotes, paths))
    elements, shown = {}, []
    for leaf, path in zip(chunk.leaves, paths, strict=True):
        shown.append(replace(leaf, path=path[quotes:]))
        if isinstance(leaf, Hollow):
            continue
        element = chunk.elements.get(leaf.number)
        if element is None:
            element = chunk.elements[leaf.number] = element_of(leaf)
        if element.tag == tree.TIGHT and not (path and isinstance(path[-1], Item)):
            element.tag = "p"
        elements[leaf.number] = element
    root = ET.Element("div")
    tree.build(root, shown, lambda leaf: elements[leaf.number])
    return TextBlock(_place(chunk, len(chunk.going_on), quotes), tree.to_html(root).rstrip())


def _leading_quotes(path: Path) -> int:
    """Return how many quotes are around everything else in *path*."""
    inner = (at for at, container in enumerate(path) if not isinstance(container, Quote))
    return next(inner, len(path))


def _path_inside(path: Path, going_on: frozenset[int]) -> Path:
    """Return the containers that a chunk shows itself: not the items that only go on in it."""
    inside = list(path)
    for at in range(len(path) - 1, 0, -1):
        around, item = path[at - 1], path[at]
        if not isinstance(item, Item) or not isinstance(around, List):
            continue
        if item.number in going_on:
            del inside[at - 1 : at + 1]
        elif around.start is not None and item.position:
            inside[at - 1] = replace(around, start=around.start + item.position)
    return tuple(inside)
