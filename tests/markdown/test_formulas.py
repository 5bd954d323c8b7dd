"""Formulas: drawn with their baseline, or left as source; never an error, never long."""

import contextlib
import time

import pytest

from chatapp.markdown.formulas import MOST_LATEX, FormulaUnreadable, typeset

DRAWN = [
    "E=mc^2",
    r"\frac{a}{b}",
    r"\sum_{i=1}^{n} x_i^2",
    r"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\begin{aligned} a &= b + c \\ &= d \end{aligned}",
    r"f(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}",
    r"\lim_{x \to 0} \frac{\sin x}{x} = 1",
    r"\mathbb{R}^n \ni \vec{v}",
    r"\text{rate} = \frac{\Delta y}{\Delta t}",
    r"P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}",
    r"\binom{n}{k}",
    r"\sqrt[3]{x}",
    r"\hat{\theta} = \arg\max_\theta \mathcal{L}(\theta)",
]
LEFT_AS_SOURCE = [
    "",
    "   ",
    r"\frac{",
    r"\nosuchcommand{x}",
    r"\text{速度} = v",
    "{" * 300,
    r"\left(",
    "x" * (MOST_LATEX + 1),
    r"\begin{matrix} a",
]


@pytest.mark.parametrize("latex", DRAWN)
def test_what_models_write_is_drawn(latex: str) -> None:
    for display in (True, False):
        formula = typeset(latex, display=display)
        assert formula.svg.startswith(b"<svg")
        assert formula.width > 0
        assert 0 <= formula.depth < formula.height


@pytest.mark.parametrize("latex", LEFT_AS_SOURCE)
def test_what_cannot_be_drawn_is_said_to_be_so(latex: str) -> None:
    with pytest.raises(FormulaUnreadable):
        typeset(latex, display=True)


@pytest.mark.parametrize(
    "latex",
    [
        "x" * MOST_LATEX,
        "^" * MOST_LATEX,
        "x^{" * 160,
        r"\frac" * 99,
        r"\sqrt{" * 80 + "x" + "}" * 80,
    ],
)
def test_hostile_source_takes_no_more_than_moments(latex: str) -> None:
    typeset("x", display=False)
    began = time.process_time()
    with contextlib.suppress(FormulaUnreadable):
        typeset(latex, display=True)
    assert time.process_time() - began < 3.0


def test_the_drawing_refers_to_nothing_outside() -> None:
    svg = typeset(r"\href{https://evil.example}{y}", display=False)
    assert b"evil.example" not in svg.svg
    assert b"<image" not in svg.svg
