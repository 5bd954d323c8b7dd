"""The blocks that are open while a text is read line by line, and what happens as they close."""

from __future__ import annotations

from copy import copy

from chatapp.markdown.blocks import (
    Code,
    Container,
    Hollow,
    Item,
    Leaf,
    List,
    Math,
    Paragraph,
    Path,
    Quote,
)
from chatapp.markdown.cursor import Cursor
from chatapp.markdown.definitions import Definition, definition_at


class OpenBlocks:
    """The containers that are open, the outermost first (the text itself), and the open leaf.

    ``matched`` is how many of the containers the line that is being read is in. ``closed``
    gathers the leaves that are complete, ``loosened`` the numbers of the lists that became loose;
    ``definitions`` grows as definitions are found.
    """

    def __init__(self) -> None:
        """Start at the beginning of a text."""
        self.containers: list[Container] = [Container(0)]
        self.leaf: Leaf | None = None
        self.matched = 1
        self.line_number = 0
        self.closed: list[Leaf] = []
        self.loosened: list[int] = []
        self.definitions: dict[str, Definition] = {}
        self._blank_depth: int | None = None
        """After a blank line: how deep in quotes it was; blocks further out do not see it."""
        self._next_blank_depth: int | None = None
        self._container_count = 1
        self._leaf_count = 0

    def twin(self) -> OpenBlocks:
        """Return a copy that may go on another way; what it gathers is its own."""
        other = OpenBlocks()
        other.matched = self.matched
        other.line_number = self.line_number
        other._blank_depth = self._blank_depth
        other._container_count = self._container_count
        other._leaf_count = self._leaf_count
        other.containers = [copy(container) for container in self.containers]
        if self.leaf is not None:
            other.leaf = self.leaf.twin()
            other.leaf.path = tuple(other.containers[1 : len(self.leaf.path) + 1])
        return other

    def end_line(self) -> None:
        """The line has been read."""
        self.line_number += 1
        self._blank_depth, self._next_blank_depth = self._next_blank_depth, None

    @property
    def open_path(self) -> Path:
        """The containers that are open."""
        return tuple(self.containers[1:])

    def enter(self, container: Container) -> None:
        """Begin a container where the line is."""
        self.containers.append(container)
        self.matched = len(self.containers)

    def note_child(self) -> None:
        """The innermost container gets another block: see what a blank line before it means."""
        depth = len(self.containers) - 1
        parent = self.containers[depth]
        sees_blank = self._blank_depth is not None and depth >= self._blank_depth
        if sees_blank and parent.filled:
            around = self.containers[depth - 1] if isinstance(parent, Item) else parent
            if isinstance(around, List) and not around.loose:
                around.loose = True
                self.loosened.append(around.number)
        parent.filled = True

    def close_to(self, count: int) -> None:
        """Close the open leaf, and the containers beyond the first *count*."""
        self.close_leaf()
        while len(self.containers) > count:
            container = self.containers[-1]
            if not container.shown:
                self._give(self.placed(Hollow()))
            self.containers.pop()

    def close_unmatched(self) -> None:
        """Close the open leaf, and the containers that the line is not in."""
        if len(self.containers) > self.matched:
            self.close_to(self.matched)
        else:
            self.close_leaf()

    def leave_list(self) -> None:
        """Something other than an item follows: the list, if one is innermost, is complete."""
        if isinstance(self.containers[-1], List):
            self.close_to(len(self.containers) - 1)
            self.matched = len(self.containers)

    def placed(self, leaf: Leaf) -> Leaf:
        """Give a new leaf its number and place."""
        leaf.number, leaf.path, leaf.first_line = self._leaf_count, self.open_path, self.line_number
        self._leaf_count += 1
        return leaf

    def open(self, leaf: Leaf) -> None:
        """Begin a leaf where the line is."""
        self.close_unmatched()
        self.leave_list()
        self.note_child()
        self.leaf = self.placed(leaf)

    def open_and_close(self, leaf: Leaf) -> None:
        """Take a leaf that is this line and nothing else."""
        self.open(leaf)
        self.close_leaf(on_this_line=True)

    def close_leaf(self, *, on_this_line: bool = False) -> None:
        """Complete the open leaf; its last line is this one or the one before."""
        leaf, self.leaf = self.leaf, None
        if leaf is None:
            return
        leaf.end_line = self.line_number + on_this_line
        if isinstance(leaf, Math) and leaf.ends_at_blank and not leaf.complete:
            leaf = _as_words(leaf)
        if isinstance(leaf, Paragraph):
            self.take_definitions(leaf)
            if not leaf.lines:
                return
        elif isinstance(leaf, Code) and not leaf.fence:
            while not leaf.lines[-1].strip(" \t"):
                leaf.lines.pop()
        self._give(leaf)

    def _give(self, leaf: Leaf) -> None:
        self.closed.append(leaf)
        for container in reversed(leaf.path):
            if container.shown:
                break
            container.shown = True

    def take_definitions(self, paragraph: Paragraph) -> None:
        """Take the link reference definitions from the start of a paragraph."""
        if not paragraph.lines[0].startswith("["):
            return
        text, at = paragraph.text, 0
        while found := definition_at(text, at):
            label, definition, at = found
            self.definitions.setdefault(label, definition)
        if at:
            paragraph.first_line += text.count("\n", 0, at)
            paragraph.lines = text[at:].split("\n") if at < len(text) else []

    def next_container(self) -> int:
        """Return the number for a new container."""
        self._container_count += 1
        return self._container_count - 1

    def note_blank(self, cursor: Cursor) -> None:
        """Remember whether this line is blank, and in which quotes."""
        innermost = self.containers[-1]
        if not cursor.blank or (isinstance(innermost, Item) and not innermost.filled):
            return
        quotes = (n for n, c in enumerate(self.containers) if isinstance(c, Quote))
        self._next_blank_depth = max(quotes, default=0)

    def in_paragraph(self) -> bool:
        """Tell whether the line would go on in the open paragraph, not only lazily."""
        return isinstance(self.leaf, Paragraph) and self.matched == len(self.containers)


def _as_words(math: Math) -> Paragraph:
    """Return a formula that was never closed as the words it is then."""
    return Paragraph(
        number=math.number,
        path=math.path,
        first_line=math.first_line,
        end_line=math.end_line,
        lines=math.lines,
    )
