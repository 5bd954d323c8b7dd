"""The elements of a line of words, made of its pieces once these are paired."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from chatapp.markdown.characters import with_hidden_shown
from chatapp.markdown.emphasis import Run
from chatapp.markdown.limits import MAX_INLINE_DEPTH
from chatapp.markdown.pieces import IMAGE, Closing, Opening, Piece


class _Maker:
    """Makes elements of pieces; what is nested too deep goes into what holds it."""

    def __init__(self, root: ET.Element) -> None:
        self._open: list[ET.Element] = [root]
        self._too_deep = 0
        self._links = 0
        self._words: list[str] = []

    def words(self, words: str) -> None:
        self._words.append(words)

    def flush(self) -> None:
        if not self._words:
            return
        words = "".join(self._words)
        if self._links:
            words = with_hidden_shown(words)
        self._words.clear()
        element = self._open[-1]
        if len(element):
            element[-1].tail = (element[-1].tail or "") + words
        else:
            element.text = (element.text or "") + words

    def add(self, element: ET.Element) -> None:
        if element.tag == "a" and self._links:
            self.words(element.text or "")
            return
        self.flush()
        if element.tag == "a" and element.text:
            element.text = with_hidden_shown(element.text)
        self._open[-1].append(element)

    def start(self, element: ET.Element) -> None:
        self.flush()
        if self._too_deep or len(self._open) > MAX_INLINE_DEPTH:
            self._too_deep += 1
            return
        if element.tag == "a":
            self._links += 1
        self._open[-1].append(element)
        self._open.append(element)

    def end(self) -> None:
        self.flush()
        if self._too_deep:
            self._too_deep -= 1
            return
        element = self._open.pop()
        if element.tag == "a":
            self._links -= 1
        elif element.tag == "img" or element.get("class") == IMAGE:
            _say_only_words(element)


def make_elements(root: ET.Element, pieces: list[Piece]) -> None:
    """Put the elements of *pieces*, which are paired, into *root*."""
    maker = _Maker(root)
    for piece in pieces:
        if isinstance(piece, str):
            maker.words(piece)
        elif isinstance(piece, Run):
            for _ in piece.closes:
                maker.end()
            maker.words(piece.character * piece.count)
            for tag in reversed(piece.opens):
                maker.start(ET.Element(tag))
        elif isinstance(piece, Opening):
            if piece.element is None:
                maker.words(piece.words)
            else:
                maker.start(piece.element)
        elif isinstance(piece, Closing):
            maker.end()
        else:
            maker.add(piece)
    maker.flush()


def _say_only_words(image: ET.Element) -> None:
    """Put the words of what stands in an image's brackets where its kind has them."""
    words = _alternative(image)
    for child in list(image):
        image.remove(child)
    image.text = None
    if image.tag == "img":
        image.set("alt", words)
    else:
        image.text = words


def _alternative(image: ET.Element) -> str:
    words = [image.text or ""]
    for child in image:
        words.append(child.get("alt", "") if child.tag == "img" else _alternative(child))
        words.append(child.tail or "")
    return " ".join("".join(words).split("\n"))
