"""Which brackets are links and images, and which styling tags belong together."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Mapping

from chatapp.markdown.definitions import LABEL, Definition, address_at, normal_label, title_at
from chatapp.markdown.emphasis import TAGS, Run, Runs
from chatapp.markdown.limits import MAX_LABEL, MAX_OPEN_TAGS
from chatapp.markdown.options import GfmOptions
from chatapp.markdown.pieces import CLOSING, Opening, Piece, image_element, link_element

_NOT_ARRIVED = Definition("", "")
"""Where a link leads whose address is cut off."""


class Brackets:
    """The brackets and tags of a text that wait for their ends, and the runs between them.

    ``unresolved`` gathers the labels that are not defined.
    """

    def __init__(
        self,
        text: str,
        pieces: list[Piece],
        definitions: Mapping[str, Definition],
        options: GfmOptions,
        *,
        open_end: bool,
    ) -> None:
        """Append to *pieces*, the pieces of *text* so far."""
        self.runs = Runs()
        self.unresolved: set[str] = set()
        self._text = text
        self._pieces = pieces
        self._definitions = definitions
        self._options = options
        self._open_end = open_end
        self._waiting: list[Opening] = []
        self._brackets = 0
        self._tags: Counter[str] = Counter()
        self._last_parenthesis = text.rfind(")")

    @property
    def any_open(self) -> bool:
        """Whether a square bracket waits for its end."""
        return self._brackets > 0

    def open(self, at: int, *, is_image: bool) -> None:
        """Take the opening bracket at *at*."""
        words = "![" if is_image else "["
        if self._waiting:
            self._waiting[-1].holds_bracket = True
        opening = Opening(words, at + len(words), self.runs.last, is_image=is_image)
        self._wait(opening)
        self._brackets += 1

    def open_tag(self, name: str, words: str) -> None:
        """Take an opening tag, written as *words*."""
        if sum(self._tags.values()) >= MAX_OPEN_TAGS:
            self._pieces.append(words)
            return
        self._wait(Opening(words, 0, self.runs.last, tag=name))
        self._tags[name] += 1

    def close_tag(self, name: str) -> bool:
        """Take a closing tag; return False if nothing waits for it."""
        if not self._tags[name]:
            return False
        while self._waiting[-1].tag != name:
            self._forget_last()
        opening = self._forget_last()
        self.runs.pair(opening.bottom)
        opening.element = ET.Element(name)
        self._pieces.append(CLOSING)
        return True

    def close(self, at: int) -> int:
        """Take the closing bracket at *at*; return where to read on."""
        opening = self._innermost_bracket()
        if opening is None:
            self._pieces.append("]")
            return at + 1
        found = self._target(opening, at) if opening.may_be_link else None
        if found is None:
            self._drop_bracket(opening)
            self._pieces.append("]")
            return at + 1
        target, end = found
        while self._forget_last() is not opening:
            pass
        self.runs.pair(opening.bottom)
        self._make_link(opening, target)
        return end

    def finish(self) -> None:
        """The text has ended."""
        if self._open_end:
            self._close_open_runs()
        self.runs.pair(None)

    def _wait(self, opening: Opening) -> None:
        self._waiting.append(opening)
        self._pieces.append(opening)

    def _forget_last(self) -> Opening:
        opening = self._waiting.pop()
        if opening.tag:
            self._tags[opening.tag] -= 1
        else:
            self._brackets -= 1
        return opening

    def _innermost_bracket(self) -> Opening | None:
        if not self._brackets:
            return None
        return next(opening for opening in reversed(self._waiting) if not opening.tag)

    def _drop_bracket(self, opening: Opening) -> None:
        """Take a bracket out from under the tags that wait above it."""
        above: list[Opening] = []
        while (last := self._waiting.pop()) is not opening:
            above.append(last)
        self._waiting += reversed(above)
        self._brackets -= 1

    # Targets ------------------------------------------------------------------------------------

    def _target(self, opening: Opening, at: int) -> tuple[Definition, int] | None:
        """Return where the brackets that end at *at* lead, and where the link ends."""
        if self._text.startswith("(", at + 1):
            inline = self._inline_target(at + 2)
            if inline is not None:
                return inline
        label, end = self._label(opening, at)
        if not label:
            return None
        definition = self._definitions.get(label)
        if definition is None:
            self.unresolved.add(label)
            return None
        return definition, end

    def _inline_target(self, at: int) -> tuple[Definition, int] | None:
        if at > self._last_parenthesis:
            return self._cut_off(at)
        at = self._after_blanks(at)
        address = address_at(self._text, at)
        if address is None:
            return None
        after = self._after_blanks(address[1])
        title = title_at(self._text, after) if after > address[1] else None
        end = self._after_blanks(title[1]) if title else after
        if not self._text.startswith(")", end):
            return None
        return Definition(address[0], title[0] if title else ""), end + 1

    def _cut_off(self, at: int) -> tuple[Definition, int] | None:
        """At an open end, a link whose address has not arrived says its words."""
        if not self._open_end or any(blank in self._text[at:] for blank in "\n "):
            return None
        return _NOT_ARRIVED, len(self._text)

    def _after_blanks(self, at: int) -> int:
        text = self._text
        while text[at : at + 1] in {" ", "\t", "\n"}:
            at += 1
        return at

    def _label(self, opening: Opening, at: int) -> tuple[str, int]:
        """Return the label that follows or is the brackets, and where the link ends."""
        following = LABEL.match(self._text, at + 1)
        if following and following.group(1).strip():
            return normal_label(following.group(1)), following.end()
        if following and following.group(1):
            following = None
        inside = self._text[opening.inside : at]
        if opening.holds_bracket or len(inside) > MAX_LABEL:
            return "", 0
        return normal_label(inside), following.end() if following else at + 1

    def _make_link(self, opening: Opening, target: Definition) -> None:
        if opening.is_image:
            opening.element = image_element(target, self._options)
        elif target is _NOT_ARRIVED:
            opening.element = ET.Element("span")
        else:
            opening.element = link_element(target.address, target.title, self._options)
            self._stop_links_around()
        self._pieces.append(CLOSING)

    def _stop_links_around(self) -> None:
        """No link holds a link; below a bracket that was stopped all are."""
        for around in reversed(self._waiting):
            if not around.is_image and not around.tag:
                if not around.may_be_link:
                    return
                around.may_be_link = False

    # An open end --------------------------------------------------------------------------------

    def _close_open_runs(self) -> None:
        """Close at the end what is open there; leave out what may be the half of an end."""
        self._leave_out_open_image()
        last = self._pieces[-1] if self._pieces else None
        if isinstance(last, Run) and _is_half_an_end(last):
            self._pieces.pop()
            self.runs.drop_last()
        end = Run("*", 0, 0, can_open=False, can_close=False, after_word=False)
        for run in self.runs.pair_and_keep():
            if run.can_open and not run.after_word:
                _open_to_the_end(run, end)
        self._pieces.append(end)

    def _leave_out_open_image(self) -> None:
        for opening in self._waiting:
            if opening.is_image:
                del self._pieces[self._pieces.index(opening) :]
                self.runs.forget_after(opening.bottom)
                return


def _is_half_an_end(last: Run) -> bool:
    run = last.before
    while run is not None:
        if run.character == last.character and run.can_open:
            return run.count > last.count
        run = run.before
    return not last.can_close


def _open_to_the_end(run: Run, end: Run) -> None:
    while run.count:
        if run.character == "~":
            used, tag = run.count, "del"
        else:
            used = 2 if run.count > 1 else 1
            tag = TAGS[run.character, used]
        run.count -= used
        run.opens.append(tag)
        end.closes.append(tag)
