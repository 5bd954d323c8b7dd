"""The line machine: takes a text line by line, gives its blocks as they are complete.

Each line is taken once and never looked at again (CommonMark 0.31, "Appendix: A parsing
strategy", phase 1), so that a text can be read while it arrives: what is complete stays as it is.
Only two things reach back: a list becomes loose, which changes its spacing, and a link reference
definition may come after its uses.
"""

from __future__ import annotations

from dataclasses import replace

from chatapp.markdown import block_starts as starts
from chatapp.markdown import html_grammar, tables
from chatapp.markdown.blocks import (
    Code,
    Heading,
    Html,
    Item,
    Leaf,
    List,
    Math,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from chatapp.markdown.cursor import Cursor
from chatapp.markdown.limits import (
    MAX_CELLS,
    MAX_CHARACTERS,
    MAX_COLUMNS,
    MAX_DEPTH,
    MAX_PARAGRAPH,
    MAX_STRETCH,
)
from chatapp.markdown.open_blocks import OpenBlocks
from chatapp.markdown.options import GfmOptions

_INDENTED = 4
_DATA_IMAGE = "](data:image/"
"""A line with this is never cut."""
_ENDLESS = "\0"
"""The fence of the block that holds what is beyond the limit: no line closes it."""


class LineMachine:
    """Reads complete lines; what it has found and what is open is in ``blocks``."""

    def __init__(self, options: GfmOptions) -> None:
        """Start at the beginning of a text."""
        self._options = options
        self.blocks = OpenBlocks()
        self._item_begins = False
        self._characters = 0

    def twin(self) -> LineMachine:
        """Return a machine in the same state that may read on another way.

        What it finds is its own.
        """
        other = LineMachine(self._options)
        other._characters = self._characters
        other.blocks = self.blocks.twin()
        return other

    def show_tail(self, line: str | None, *, hides_last_line: bool) -> Leaf | None:
        """Read the unfinished *line*, if any, and close all; return the leaf that is still open.

        For a twin: the text goes on. With *hides_last_line* the open paragraph's is left out.
        """
        leaf = self.blocks.leaf
        if hides_last_line and isinstance(leaf, Paragraph):
            leaf.lines.pop()
            if not leaf.lines:
                self.blocks.leaf = None
        if line is not None:
            self.feed(line)
        leaf = self.blocks.leaf
        if isinstance(leaf, Math):
            leaf.ends_at_blank = False
        self.finish()
        return leaf

    def feed(self, line: str) -> None:
        """Read one complete line, given without its end."""
        self._characters += len(line) + 1
        if self._characters > MAX_CHARACTERS and not self._is_endless():
            self.blocks.close_to(1)
            self.blocks.open(Code(fence=_ENDLESS))
        cursor = Cursor(line)
        self._item_begins = False
        self._match(cursor)
        if not self._continues_leaf(cursor):
            self._read_blocks(cursor)
        self.blocks.end_line()

    def finish(self) -> None:
        """Close everything: the text is complete."""
        self.blocks.close_to(1)

    # Containers -------------------------------------------------------------------------------

    def _match(self, cursor: Cursor) -> None:
        """Find how many open containers the line goes on in."""
        self.blocks.matched = 1
        for container in self.blocks.containers[1:]:
            if isinstance(container, Item):
                if not self._goes_on_in(container, cursor):
                    return
            elif isinstance(container, Quote):
                if cursor.indent >= _INDENTED or cursor.head != ">":
                    return
                cursor.skip_marker(1)
                cursor.skip_columns(1)
            self.blocks.matched += 1

    def _goes_on_in(self, item: Item, cursor: Cursor) -> bool:
        if cursor.blank and not item.filled:
            return False
        if cursor.indent >= item.content:
            cursor.skip_columns(item.content)
        elif cursor.blank or self._takes_bullet(item, cursor):
            cursor.skip_blanks()
        else:
            return False
        return True

    def _takes_bullet(self, item: Item, cursor: Cursor) -> bool:
        """Tell ``  - x`` under ``10. y``: people and models write it so, and go on so."""
        if not self._options.lenient_nesting or cursor.indent < item.indent + 2:
            return False
        found = self.blocks.containers[self.blocks.matched - 1]
        is_numbered = isinstance(found, List) and found.start is not None
        inner = starts.marker(cursor.words()) if is_numbered else None
        if inner is None or inner.start is not None or starts.is_rule(cursor.words()):
            return False
        item.content = cursor.indent
        return True

    # Leaves -----------------------------------------------------------------------------------

    def _continues_leaf(self, cursor: Cursor) -> bool:
        """Give the line to the open leaf if it takes lines whatever they say."""
        leaf = self.blocks.leaf
        if self.blocks.matched < len(self.blocks.containers):
            return False
        if isinstance(leaf, Code):
            return self._continues_code(leaf, cursor)
        if isinstance(leaf, Html):
            return self._continues_html(leaf, cursor)
        return isinstance(leaf, Math) and self._continues_math(leaf, cursor)

    def _continues_code(self, code: Code, cursor: Cursor) -> bool:
        if code.fence:
            if cursor.indent < _INDENTED and starts.closes_fence(cursor.words(), code.fence):
                self.blocks.close_leaf(on_this_line=True)
                return True
            cursor.skip_columns(code.indent)
        elif cursor.indent >= _INDENTED or cursor.blank:
            self.blocks.note_blank(cursor)
            cursor.skip_columns(_INDENTED)
        else:
            return False
        code.lines.append(cursor.rest())
        return True

    def _continues_html(self, html: Html, cursor: Cursor) -> bool:
        if cursor.blank and not html.end:
            return False
        html.lines.append(cursor.rest())
        if html.end and html_grammar.ends_block(html.lines[-1], html.end):
            self.blocks.close_leaf(on_this_line=True)
        return True

    def _continues_math(self, math: Math, cursor: Cursor) -> bool:
        if cursor.blank and math.ends_at_blank:
            return False
        math.lines.append(cursor.words())
        if starts.ends_math(math.lines[-1], math.closer):
            math.complete = True
            self.blocks.close_leaf(on_this_line=True)
        return True

    # Lines ------------------------------------------------------------------------------------

    def _read_blocks(self, cursor: Cursor) -> None:
        """Start the blocks that the line starts, and give what is left to a paragraph or table."""
        while not cursor.blank:
            if cursor.indent >= _INDENTED:
                if isinstance(self.blocks.leaf, Paragraph):
                    break
                cursor.skip_columns(_INDENTED)
                self.blocks.open(Code(lines=[cursor.rest()]))
                return
            if self._starts_container(cursor):
                continue
            if self._starts_leaf(cursor):
                return
            break
        self._read_text(cursor)

    def _starts_container(self, cursor: Cursor) -> bool:
        head = cursor.head
        if head == ">":
            if self.blocks.matched >= MAX_DEPTH:
                return False
            self.blocks.close_unmatched()
            self.blocks.leave_list()
            self.blocks.note_child()
            self.blocks.enter(Quote(self.blocks.next_container()))
            cursor.skip_marker(1)
            cursor.skip_columns(1)
            return True
        if head in "*-_" and starts.is_rule(cursor.words()):
            return False
        return (head in "*+-" or head.isdigit()) and self._starts_item(cursor)

    def _starts_item(self, cursor: Cursor) -> bool:
        words = cursor.words()
        marker = starts.marker(words)
        if marker is None or self.blocks.matched + 2 > MAX_DEPTH:
            return False
        if self.blocks.in_paragraph():
            is_empty = not words[marker.length :].strip(" \t")
            if is_empty or marker.start not in {None, 1}:
                return False
        self.blocks.close_unmatched()
        around = self.blocks.containers[-1]
        same_kind = isinstance(around, List) and (around.start is None) == (marker.start is None)
        if not isinstance(around, List) or not same_kind or around.mark != marker.mark:
            self.blocks.leave_list()
            self.blocks.note_child()
            around = List(self.blocks.next_container(), mark=marker.mark, start=marker.start)
            self.blocks.enter(around)
        self.blocks.note_child()
        indent = cursor.indent
        content = indent + starts.content_columns(cursor, marker.length)
        item = Item(
            self.blocks.next_container(), position=around.items, indent=indent, content=content
        )
        around.items += 1
        self.blocks.enter(item)
        self._item_begins = True
        return True

    def _underline(self, words: str) -> int:
        return starts.underline_level(words) if self.blocks.in_paragraph() else 0

    def _starts_leaf(self, cursor: Cursor) -> bool:
        words, head = cursor.words(), cursor.head
        if head in "=-" and self._starts_underline(words):
            return True
        if head in "*-_" and starts.is_rule(words):
            self.blocks.open_and_close(Rule())
            return True
        if head in "`~":
            return self._starts_fence(words, cursor.indent)
        if head == "#" and (heading := starts.heading(words)):
            self.blocks.open_and_close(Heading(level=heading[0], lines=[heading[1]]))
            return True
        if head == "<":
            return self._starts_html(cursor)
        if head in "$\\" and self._options.math and self._starts_math(words):
            return True
        return head in "|:-" and self.blocks.in_paragraph() and self._starts_table(words)

    def _starts_underline(self, words: str) -> bool:
        leaf, level = self.blocks.leaf, self._underline(words)
        if not level or not isinstance(leaf, Paragraph):
            return False
        self.blocks.take_definitions(leaf)
        if not leaf.lines:
            self.blocks.leaf = None
            return False
        heading = Heading(level=level, lines=leaf.lines)
        heading.number, heading.path, heading.first_line = leaf.number, leaf.path, leaf.first_line
        self.blocks.leaf = heading
        self.blocks.close_leaf(on_this_line=True)
        return True

    def _starts_fence(self, words: str, indent: int) -> bool:
        fence = starts.fence(words)
        if fence is None:
            return False
        self.blocks.open(Code(fence=fence[0], info=fence[1], indent=indent))
        return True

    def _starts_html(self, cursor: Cursor) -> bool:
        words = cursor.words()
        end = html_grammar.block_end(words)
        if end is None:
            styles = self._options.html_as_text and html_grammar.plain_tag(words, 0) is not None
            in_the_way = styles or isinstance(self.blocks.leaf, Paragraph)
            if in_the_way or not html_grammar.is_lone_tag(words):
                return False
        self.blocks.open(Html(end=end or "", lines=[cursor.rest()]))
        if end and html_grammar.ends_block(words, end):
            self.blocks.close_leaf(on_this_line=True)
        return True

    def _starts_math(self, words: str) -> bool:
        opening = starts.math(words)
        if opening is None:
            return False
        opener, closer, ends_at_blank, complete = opening
        self.blocks.open(
            Math(opener=opener, closer=closer, ends_at_blank=ends_at_blank, lines=[words])
        )
        if complete and isinstance(self.blocks.leaf, Math):
            self.blocks.leaf.complete = True
            self.blocks.close_leaf(on_this_line=True)
        return True

    def _starts_table(self, words: str) -> bool:
        """Make a table of the open paragraph's last line if this one can follow a table's head."""
        leaf, alignments = self.blocks.leaf, tables.alignments(words)
        if leaf is None or alignments is None or len(alignments) > MAX_COLUMNS:
            return False
        if len(tables.cells(leaf.lines[-1])) != len(alignments):
            return False
        head = leaf.lines.pop()
        if leaf.lines:
            self.blocks.close_leaf()
        else:
            self.blocks.leaf = None
        table = Table(alignments=alignments, lines=[head], room=MAX_CELLS)
        self.blocks.leaf = self.blocks.placed(table)
        table.first_line -= 1
        return True

    def _read_text(self, cursor: Cursor) -> None:
        leaf = self.blocks.leaf
        if cursor.blank:
            self.blocks.close_unmatched()
            self.blocks.note_blank(cursor)
            return
        if isinstance(leaf, Paragraph):
            self._add_words(leaf, cursor.words())
        elif isinstance(leaf, Table) and self.blocks.matched == len(self.blocks.containers):
            self._add_row(leaf, cursor.words())
        else:
            self._start_paragraph(cursor.words())

    def _start_paragraph(self, words: str) -> None:
        self.blocks.close_unmatched()
        self.blocks.leave_list()
        item = self.blocks.containers[-1]
        box = starts.task_box(words) if self._item_begins else None
        if box and isinstance(item, Item) and not item.filled:
            item.task, words = box
        paragraph = Paragraph()
        self.blocks.open(paragraph)
        self._add_words(paragraph, words)

    def _add_words(self, paragraph: Paragraph, words: str) -> None:
        """Let a paragraph grow by a line; past its limit go on in another one."""
        while paragraph.size + len(words) > MAX_PARAGRAPH and _DATA_IMAGE not in words:
            if not paragraph.lines:
                cut = words.rfind(" ", 0, MAX_PARAGRAPH) + 1 or MAX_PARAGRAPH
                paragraph.lines.append(words[:cut])
                words = words[cut:]
            self.blocks.close_leaf()
            paragraph = Paragraph()
            self.blocks.open(paragraph)
        paragraph.lines.append(words)
        paragraph.size += len(words) + 1

    def _add_row(self, table: Table, words: str) -> None:
        """Let a table grow; a row without cells, or one too many that is short, ends it."""
        count = len(tables.cells(words))
        table.room -= max(0, len(table.alignments) - count)
        if not count or table.room < 0:
            self._start_paragraph(words)
            return
        if len(table.lines) * len(table.alignments) > MAX_STRETCH and len(table.lines) > 2:
            self.blocks.close_leaf()
            table = replace(table, lines=table.lines[:1], goes_on=True)
            self.blocks.leaf = self.blocks.placed(table)
        table.lines.append(words)

    def _is_endless(self) -> bool:
        return isinstance(self.blocks.leaf, Code) and self.blocks.leaf.fence == _ENDLESS
