"""LaTeX to drawings: one formula as SVG, with where its baseline is.

ziamath (MIT, pure Python, its own font) covers what models write; matplotlib's mathtext knows
no matrices and costs ten times the memory (``rendering.md`` section 4).
"""

import re
import unicodedata

from chatapp.domain.late_pattern import late_pattern
from chatapp.domain.quick_dataclass import dataclass

MOST_LATEX = 500
"""Characters; typesetting takes longer than linear time, and 3,000 letters took seconds."""
EM = 20.0
"""The font size in which formulas are drawn; an SVG scales to any other."""
_UNKNOWN_COMMAND = late_pattern(r">\s*\\[A-Za-z]")


class FormulaUnreadable(Exception):
    """This LaTeX cannot be drawn faithfully; its source is shown instead."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A drawing in black, its lengths in units of the font size.

    ``depth`` is how far it reaches below the baseline.
    """

    svg: bytes
    width: float
    height: float
    depth: float


def typeset(latex: str, *, display: bool) -> Formula:
    """Draw a formula. Blocking: some milliseconds, the first import a few hundred.

    Raises ``FormulaUnreadable`` for whatever the library cannot draw, be it wrong, unfinished,
    too long or made of commands it does not know (it would draw their names).
    """
    words = latex.strip()
    if not words or len(words) > MOST_LATEX:
        raise FormulaUnreadable("empty or too long")
    if any(unicodedata.east_asian_width(sign) in "WF" for sign in words):
        raise FormulaUnreadable("the formula font has no such signs")
    try:
        mathml, svg = _drawn(words, display=display)
    except Exception as error:  # the parsers raise all kinds for wrong LaTeX
        raise FormulaUnreadable(type(error).__name__) from error
    if _UNKNOWN_COMMAND.search(mathml):
        raise FormulaUnreadable("unknown command")
    return _measured(svg)


def _drawn(latex: str, *, display: bool) -> tuple[str, str]:
    from latex2mathml.converter import convert
    from ziamath.config import config
    from ziamath.zmath import Latex

    # Its usual SVG refers to symbols, which Qt draws in fragments.
    config.svg2 = False
    return convert(latex), Latex(latex, size=EM, inline=not display).svg()


def _measured(svg: str) -> Formula:
    box = re.search(r'viewBox="(\S+) (\S+) (\S+) (\S+)"', svg)
    if box is None:
        raise FormulaUnreadable("no drawing")
    _, top, width, height = (float(number) for number in box.groups())
    return Formula(svg.encode(), width / EM, height / EM, (height + top) / EM)
