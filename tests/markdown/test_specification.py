"""Ours against cmark-gfm, section by section of the specifications, with examples of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.figures import Figure
from tests.support.gfm_oracle import agrees

DATA = Path(__file__).parent.parent / "data" / "markdown-sections.json"
SECTIONS: dict[str, list[str]] = json.loads(DATA.read_text(encoding="utf-8"))
STRONG_IN_STRONG = {
    "__a, __b__, c__",
    "a******b*********c",
    "__a __b__ c__",
    "****a****",
    "******a******",
    "_____a_____",
}
"""cmark-gfm writes only the outermost; the specification asks for all."""
ESCAPED_MAIL = {"<a\\+@b.example.com>"}
"""cmark-gfm makes a link of what the specification's example leaves text."""
BAR = 0.98


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_is_read_as_the_reference_reads_it(section: str) -> None:
    differing = {source for source in SECTIONS[section] if not agrees(source)}
    assert differing <= STRONG_IN_STRONG | ESCAPED_MAIL


def test_nearly_all_examples_are_read_as_the_reference_reads_them(figure: Figure) -> None:
    examples = [source for section in SECTIONS.values() for source in section]
    right = sum(map(agrees, examples))
    figure("examples as cmark-gfm", f"{right} of {len(examples)} = {right / len(examples):.2%}")
    assert len(examples) > 500
    assert right / len(examples) >= BAR
