"""The element tree of a text, built from its leaves in order; and how the tree is written out."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable

from chatapp.markdown import tables
from chatapp.markdown.addresses import without_escapes
from chatapp.markdown.blocks import (
    Code,
    Container,
    Heading,
    Hollow,
    Html,
    Item,
    Leaf,
    List,
    Math,
    Path,
    Quote,
    Rule,
    Table,
)
from chatapp.markdown.options import GfmOptions

TIGHT = "tight"
"""The tag of a paragraph in a tight list; only what is inside is written out."""
RAW_BLOCK = "raw-block"
RAW_INLINE = "raw-inline"
"""The tags of HTML that is written out as it is."""
PRIVATE_ADDRESS = "address"
"""The attribute with where an image is; it is never written out."""
WORDS = frozenset({"p", TIGHT, "h1", "h2", "h3", "h4", "h5", "h6", "th", "td"})
"""The tags whose text is Markdown until it is parsed."""
_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "ul", "ol", "li", "blockquote"}
    | {"table", "thead", "tbody", "tr", "th", "td", "div"}
)
_HOLDERS = frozenset({"ul", "ol", "blockquote", "table", "thead", "tbody", "tr"})
_VOID = frozenset({"br", "hr", "img", "input"})

_PILED_MARKS = re.compile(
    "([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{8})"
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
"""Combining marks on one letter beyond eight: laying them out takes seconds."""

LeafElement = Callable[[Leaf], ET.Element]


def build(root: ET.Element, leaves: Iterable[Leaf], element_of: LeafElement) -> None:
    """Put *leaves* and their containers into *root*; *element_of* gives a leaf's element."""
    path: Path = ()
    around = [root]
    for leaf in leaves:
        same = shared(path, leaf.path)
        del around[same + 1 :]
        for container in leaf.path[same:]:
            around.append(_container_element(container, around[-1]))
        path = leaf.path
        if isinstance(leaf, Table) and leaf.goes_on:
            _lengthen(around[-1], element_of(leaf))
        elif not isinstance(leaf, Hollow):
            around[-1].append(element_of(leaf))


def _lengthen(around: ET.Element, stretch: ET.Element) -> None:
    """Put the rows of a stretch of a table into the table that it goes on, if that is here."""
    if len(around) and around[-1].tag == "table":
        around[-1][-1].extend(stretch[-1])
    else:
        around.append(stretch)


def shared(first: Path, second: Path) -> int:
    """Return how many containers two paths share."""
    same = 0
    for one, other in zip(first, second, strict=False):
        if one.number != other.number:
            break
        same += 1
    return same


def _container_element(container: Container, parent: ET.Element) -> ET.Element:
    if isinstance(container, Quote):
        return ET.SubElement(parent, "blockquote")
    if isinstance(container, List):
        element = ET.SubElement(parent, "ul" if container.start is None else "ol")
        if container.start not in {None, 1}:
            element.set("start", str(container.start))
        return element
    element = ET.SubElement(parent, "li")
    if isinstance(container, Item) and container.task is not None:
        box = ET.SubElement(element, "input", type="checkbox")
        if container.task:
            box.set("checked", "")
        box.set("disabled", "")
        box.tail = " "
    return element


def leaf_element(leaf: Leaf, options: GfmOptions) -> ET.Element:
    """Return the element of a leaf; words in it are still Markdown."""
    if isinstance(leaf, Heading):
        return _with_text(f"h{leaf.level}", leaf.text.strip(" \t"))
    if isinstance(leaf, Rule):
        return ET.Element("hr")
    if isinstance(leaf, Code):
        return _code(leaf)
    if isinstance(leaf, Table):
        return _table(leaf)
    if isinstance(leaf, Math):
        element = _with_text("div", leaf.text)
        element.set("class", "math")
        return element
    if isinstance(leaf, Html):
        return _html(leaf, options)
    holder = leaf.path[-2] if len(leaf.path) > 1 and isinstance(leaf.path[-1], Item) else None
    is_tight = isinstance(holder, List) and not holder.loose
    return _with_text(TIGHT if is_tight else "p", leaf.text.rstrip(" \t"))


def _with_text(tag: str, text: str) -> ET.Element:
    element = ET.Element(tag)
    element.text = text
    return element


def _code(leaf: Code) -> ET.Element:
    element = ET.Element("pre")
    code = ET.SubElement(element, "code")
    info = without_escapes(leaf.info).split(maxsplit=1)
    if info:
        code.set("class", f"language-{info[0]}")
    code.text = "".join(f"{line}\n" for line in leaf.lines)
    return element


def _html(leaf: Html, options: GfmOptions) -> ET.Element:
    if not options.html_as_text:
        return _with_text(RAW_BLOCK, leaf.text)
    element = ET.Element("div", {"class": "html"})
    last: ET.Element | None = None
    for line in leaf.lines:
        if last is None:
            element.text = line
        else:
            last.tail = line
        last = ET.SubElement(element, "br")
    if last is not None:
        element.remove(last)
    return element


def _table(leaf: Table) -> ET.Element:
    element = ET.Element("table")
    head = ET.SubElement(element, "thead")
    head.append(row_element(leaf.lines[0], leaf.alignments, "th"))
    if len(leaf.lines) > 1:
        body = ET.SubElement(element, "tbody")
        body.extend(row_element(line, leaf.alignments, "td") for line in leaf.lines[1:])
    return element


def row_element(line: str, alignments: tuple[str, ...], tag: str) -> ET.Element:
    """Return a row of a table; words in its cells are still Markdown."""
    row = ET.Element("tr")
    words = tables.cells(line)
    for number, alignment in enumerate(alignments):
        cell = ET.SubElement(row, tag)
        if alignment:
            cell.set("align", alignment)
        cell.text = words[number] if number < len(words) else ""
    return row


def to_html(root: ET.Element) -> str:
    """Return what is inside *root* as HTML, each block on lines of its own."""
    out: list[str] = []
    for child in root:
        _write(child, out)
    html = "".join(out)
    return html if html.isascii() else _PILED_MARKS.sub(r"\1", html)


def _write(element: ET.Element, out: list[str]) -> None:
    tag = element.tag
    if tag == TIGHT:
        _write_inside(element, out)
        return
    if tag in {RAW_BLOCK, RAW_INLINE}:
        _new_line_if(out, tag == RAW_BLOCK)
        out.append(element.text or "")
        _new_line_if(out, tag == RAW_BLOCK)
        return
    is_block = tag in _BLOCKS
    _new_line_if(out, is_block)
    out.append(f"<{tag}{''.join(_attribute(*pair) for pair in element.items())}")
    if tag in _VOID:
        out.append(" />")
    else:
        out.append(">")
        _new_line_if(out, tag in _HOLDERS)
        _write_inside(element, out)
        _new_line_if(out, tag in _HOLDERS)
        out.append(f"</{tag}>")
    _new_line_if(out, is_block)


def _write_inside(element: ET.Element, out: list[str]) -> None:
    if element.text:
        out.append(escaped(element.text))
    for child in element:
        _write(child, out)
        if child.tail:
            out.append(escaped(child.tail))


def _attribute(name: str, value: str) -> str:
    return "" if name == PRIVATE_ADDRESS else f' {name}="{escaped(value)}"'


def escaped(text: str) -> str:
    """Return *text* for use in HTML, in and outside of attributes in double quotes."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def _new_line_if(out: list[str], wanted: bool) -> None:
    if wanted and out and not out[-1].endswith("\n"):
        out.append("\n")
