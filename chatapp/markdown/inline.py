"""Words with their emphasis, code, links and formulas: the inside of a paragraph.

CommonMark 0.31, "Appendix: A parsing strategy", phase 2. The text is read once from left to
right into a list of pieces; what belongs together is marked on the pieces, and one walk over them
makes the elements.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from bisect import bisect_right
from collections.abc import Callable, Mapping

from chatapp.markdown import autolinks
from chatapp.markdown.addresses import ENTITY, character_of
from chatapp.markdown.autolinks import Autolink
from chatapp.markdown.brackets import Brackets
from chatapp.markdown.characters import ASCII_PUNCTUATION
from chatapp.markdown.definitions import Definition
from chatapp.markdown.elements import make_elements
from chatapp.markdown.emphasis import run_between
from chatapp.markdown.html_grammar import plain_tag, raw_end
from chatapp.markdown.limits import MAX_DELIMITERS
from chatapp.markdown.math_spans import MathSpans
from chatapp.markdown.options import GfmOptions
from chatapp.markdown.pieces import Piece, link_element
from chatapp.markdown.tracing import Offsets, PlacedPieces, Trace, trace_pieces
from chatapp.markdown.tree import RAW_INLINE

_SPECIAL = re.compile(r"[\\`*_~\[\]<&!\n]")
_SPECIAL_MATH = re.compile(r"[\\`*_~\[\]<&!\n$]")
_MAY_MEAN_MORE = re.compile(r"[\\`*_~\[\]<&!\n$@]|://|www\.", re.IGNORECASE)
"""What words without any meaning of their own do not hold."""
_RUN = {character: re.compile(re.escape(character) + "+") for character in "`*_~"}
_BACKTICKS = re.compile("`+")
_HALF_MARK = re.compile(r"(?:(?<=\s)|^)(?:[*_~]{1,3}|`{1,2}|!?\[|!|\\|\$\$?)$")
"""At an open end: what has no meaning before more has arrived."""
_LINE_START = re.compile(r"[ \t]*")


class InlineParser:
    """Parses the words of one leaf after another.

    ``unresolved`` holds the labels that might have been links, had they been defined.
    """

    def __init__(self, options: GfmOptions, definitions: Mapping[str, Definition]) -> None:
        """Look labels up in *definitions*, which may grow."""
        self._options = options
        self._definitions = definitions
        self.unresolved: set[str] = set()

    def fill(self, element: ET.Element, *, open_end: bool = False) -> None:
        """Replace the Markdown text of *element* by what it means.

        With *open_end* more text may follow: what is open at the end counts as closed there.
        """
        text = element.text or ""
        self.unresolved = set()
        if not _MAY_MEAN_MORE.search(text):
            return
        element.text = None
        scan = _Scan(text, self._options, self._definitions, open_end=open_end)
        make_elements(element, scan.read())
        self.unresolved = scan.brackets.unresolved

    def trace(self, text: str, offsets: Offsets, trace: Trace) -> None:
        """Add to *trace* what the words of a leaf, *text*, say; they come from *offsets*."""
        if not _MAY_MEAN_MORE.search(text):
            trace.say(text, offsets)
            return
        pieces = PlacedPieces()
        scan = _Scan(text, self._options, self._definitions, open_end=False, pieces=pieces)
        pieces.place = scan.place
        scan.read()
        trace_pieces(trace, pieces, text, offsets)


class _Scan:
    """One reading of one text."""

    def __init__(
        self,
        text: str,
        options: GfmOptions,
        definitions: Mapping[str, Definition],
        *,
        open_end: bool,
        pieces: list[Piece] | None = None,
    ) -> None:
        self._text = text = _HALF_MARK.sub("", text) if open_end else text
        self._at = 0
        self._options = options
        self._open_end = open_end
        self._pieces: list[Piece] = [] if pieces is None else pieces
        self.brackets = Brackets(text, self._pieces, definitions, options, open_end=open_end)
        self._runs_left = MAX_DELIMITERS
        self._backticks: dict[int, list[int]] | None = None
        self._missing: set[str] = set()
        self._math = MathSpans(text)
        self._autolinks = iter(_bare_starts(text))
        self._next_autolink = next(self._autolinks, None)

    def place(self) -> int:
        """Return how far the text has been read."""
        return self._at

    def read(self) -> list[Piece]:
        """Return the pieces of the whole text, paired."""
        text, length = self._text, len(self._text)
        special = _SPECIAL_MATH if self._options.math else _SPECIAL
        pieces = self._pieces
        while self._at < length:
            found = special.search(text, self._at)
            end = found.start() if found else length
            if self._next_autolink is not None and self._next_autolink[0] <= end:
                self._take_autolink(*self._next_autolink)
                continue
            if end > self._at:
                pieces.append(text[self._at : end])
                self._at = end
            if found:
                _ACTIONS[found.group()](self)
        self.brackets.finish()
        return pieces

    def _text_to(self, end: int) -> None:
        self._pieces.append(self._text[self._at : end])
        self._at = end

    # Bare addresses -----------------------------------------------------------------------------

    def _take_autolink(self, start: int, mail: Autolink | None) -> None:
        self._next_autolink = next(self._autolinks, None)
        if start < self._at:
            return
        link = mail or autolinks.bare(
            self._text, start, cjk=self._options.cjk, in_brackets=self.brackets.any_open
        )
        if link is not None:
            self._text_to(start)
            self._add_link(link)

    def _add_link(self, link: Autolink) -> None:
        element = link_element(link.address, "", self._options)
        element.text = link.words
        self._pieces.append(element)
        self._at = link.end

    # One method for each special character; each moves on ----------------------------------------

    def _backslash(self) -> None:
        following = self._text[self._at + 1 : self._at + 2]
        if following == "\n":
            self._pieces.append(ET.Element("br"))
            self._skip_line_end(self._at + 1)
            return
        if self._options.math and following in {"(", "["}:
            end = self._math.end_at_bracket(self._at)
            if end > 0:
                self._add_math(end, display=following == "[")
                return
        if following and following in ASCII_PUNCTUATION:
            self._pieces.append(following)
            self._at += 2
        else:
            self._text_to(self._at + 1)

    def _dollar(self) -> None:
        end = self._math.end_at(self._at)
        if end > 0:
            self._add_math(end, display=self._text.startswith("$$", self._at))
        else:
            self._text_to(self._at + 1)

    def _add_math(self, end: int, *, display: bool) -> None:
        span = ET.Element("span", {"class": "math display" if display else "math"})
        span.text = self._text[self._at : end]
        self._pieces.append(span)
        self._at = end

    def _code(self) -> None:
        run = _RUN["`"].match(self._text, self._at)
        length = run.end() - self._at if run else 1
        start = self._at + length
        end = self._backticks_after(start, length)
        if end < 0 and self._open_end and start < len(self._text):
            end = len(self._text)
        if end < 0:
            self._text_to(start)
            return
        words = self._text[start:end].replace("\n", " ")
        if words.startswith(" ") and words.endswith(" ") and words.strip(" "):
            words = words[1:-1]
        code = ET.Element("code")
        code.text = words
        self._pieces.append(code)
        self._at = min(end + length, len(self._text))

    def _backticks_after(self, start: int, length: int) -> int:
        """Return where the next run of exactly *length* backticks begins, or -1."""
        if self._backticks is None:
            self._backticks = {}
            for run in _BACKTICKS.finditer(self._text):
                self._backticks.setdefault(len(run.group()), []).append(run.start())
        starts = self._backticks.get(length, [])
        following = bisect_right(starts, start - 1)
        return starts[following] if following < len(starts) else -1

    def _run(self) -> None:
        character = self._text[self._at]
        match = _RUN[character].match(self._text, self._at)
        end = match.end() if match else self._at + 1
        before, after = self._text[max(0, self._at - 1) : self._at], self._text[end : end + 1]
        run = run_between(character, end - self._at, before, after, cjk=self._options.cjk)
        if run is None or not self._runs_left:
            self._text_to(end)
            return
        self._runs_left -= 1
        self.brackets.runs.add(run)
        self._pieces.append(run)
        self._at = end

    def _open_bracket(self, length: int = 1) -> None:
        if self._runs_left:
            self._runs_left -= 1
            self.brackets.open(self._at, is_image=length > 1)
            self._at += length
        else:
            self._text_to(self._at + length)

    def _exclamation(self) -> None:
        if self._text.startswith("![", self._at):
            self._open_bracket(2)
        else:
            self._text_to(self._at + 1)

    def _close_bracket(self) -> None:
        self._at = self.brackets.close(self._at)

    def _angle(self) -> None:
        link = autolinks.pointy(self._text, self._at)
        if link is not None:
            self._add_link(link)
            return
        tag = plain_tag(self._text, self._at) if self._options.html_as_text else None
        if tag is not None:
            self._plain_tag(*tag)
            return
        end = raw_end(self._text, self._at, self._missing)
        if end < 0:
            self._text_to(self._at + 1)
        elif self._options.html_as_text:
            self._text_to(end)
        else:
            raw = ET.Element(RAW_INLINE)
            raw.text = self._text[self._at : end]
            self._pieces.append(raw)
            self._at = end

    def _plain_tag(self, kind: str, name: str, end: int) -> None:
        if kind == "void":
            self._pieces.append(ET.Element(name))
        elif kind == "open":
            self.brackets.open_tag(name, self._text[self._at : end])
        elif not self.brackets.close_tag(name):
            self._pieces.append(self._text[self._at : end])
        self._at = end

    def _entity(self) -> None:
        reference = ENTITY.match(self._text, self._at)
        character = character_of(reference.group(1)) if reference else ""
        if reference and character:
            self._pieces.append(character)
            self._at = reference.end()
        else:
            self._text_to(self._at + 1)

    def _line_end(self) -> None:
        last = self._pieces[-1] if self._pieces else None
        if isinstance(last, str) and last.endswith(" "):
            is_hard = last.endswith("  ")
            self._pieces[-1] = last.rstrip(" ")
            if is_hard:
                self._pieces.append(ET.Element("br"))
        self._skip_line_end(self._at)

    def _skip_line_end(self, at: int) -> None:
        self._pieces.append("\n")
        start = _LINE_START.match(self._text, at + 1)
        self._at = start.end() if start else at + 1


_ACTIONS: dict[str, Callable[[_Scan], None]] = {
    "\\": _Scan._backslash,
    "`": _Scan._code,
    "*": _Scan._run,
    "_": _Scan._run,
    "~": _Scan._run,
    "[": _Scan._open_bracket,
    "]": _Scan._close_bracket,
    "<": _Scan._angle,
    "&": _Scan._entity,
    "!": _Scan._exclamation,
    "\n": _Scan._line_end,
    "$": _Scan._dollar,
}


def _bare_starts(text: str) -> list[tuple[int, Autolink | None]]:
    """Return where bare addresses may start, in order; mail addresses are complete."""
    starts: list[tuple[int, Autolink | None]] = []
    if "://" in text or "ww." in text.lower():
        starts += [(start.start(), None) for start in autolinks.BARE_START.finditer(text)]
    if "@" in text:
        starts += [(mail.end - len(mail.words), mail) for mail in autolinks.mails(text)]
        starts.sort(key=lambda start: start[0])
    return starts
