"""The specifications' own examples, and ours against cmark-gfm in examples of our own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.markdown.options import MESSAGES, SPECIFICATION, GfmOptions
from chatapp.markdown.render import render_html
from tests.support.figures import Figure
from tests.support.gfm_oracle import agrees
from tests.support.html_shape import shape
from tests.support.specification import Example, specification

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


SPECIFICATIONS = {"commonmark": 652, "gfm": 672}
"""How many examples each has."""
BARE_ADDRESSES = {"commonmark": {602, 608, 611, 612}, "gfm": {610, 616, 619, 620}}
"""Addresses without brackets become links: GFM asks for it, these older examples do not."""
STRONG_ONCE = {"commonmark": set(), "gfm": {398, 426, 434, 435, 436, 473, 474, 475, 477}}
"""CommonMark 0.31 wants each strong emphasis in another, GFM 0.29 the outermost only: they look
the same, and ours follows the newer one."""
TAG_FILTER = {"commonmark": set(), "gfm": {652}}
"""GFM names tags that are never written out; messages write out none at all."""
DEVIATIONS: dict[str, dict[str, set[int]]] = {
    "html_as_text": {
        "commonmark": {
            *{21, 31, *range(148, 168), *range(169, 192), 201, 308, 309, 344, 475, 476, 477},
            *{491, 494, 524, 536, *range(613, 618), 623, *range(625, 632), 642, 643},
        },
        "gfm": {
            *{*range(118, 138), *range(139, 161), 170, 288, 289, 317, 327, 354, 484, 485, 486},
            *{500, 503, 532, 544, *range(632, 637), 642, *range(644, 651), 662, 663},
        },
    },
    "lenient_nesting": {"commonmark": {297}, "gfm": {275}},
    "untrusted": {
        "commonmark": {
            *{500, 517, 520, 531, *range(572, 588), 588, 589, 591, 596, 598, 599, 601},
        },
        "gfm": {508, 525, 528, 539, *range(580, 598), 599, 604, 606, 607, 609, 628},
    },
}
"""The examples that messages read otherwise, by the option (see ``GfmOptions``) that says why:
HTML is shown as text, a bullet under ``10)`` belongs to it, images are placeholders and addresses
that no browser opens are words."""


def examples_of(name: str) -> tuple[Example, ...]:
    examples = specification(name)
    if not examples:
        pytest.skip("the specifications are not here and pip could not fetch them")
    assert len(examples) == SPECIFICATIONS[name]
    return examples


def is_right(example: Example, options: GfmOptions) -> bool:
    return shape(render_html(example.source, options)) == shape(example.html)


@pytest.mark.parametrize("name", SPECIFICATIONS)
def test_without_deviations_the_specification_is_read_to_the_letter(
    name: str, figure: Figure
) -> None:
    examples = examples_of(name)
    wrong = {example.number for example in examples if not is_right(example, SPECIFICATION)}
    figure(f"{name} without deviations", f"{len(examples) - len(wrong)} of {len(examples)}")
    assert wrong == BARE_ADDRESSES[name] | STRONG_ONCE[name] | TAG_FILTER[name]


@pytest.mark.parametrize("name", SPECIFICATIONS)
def test_messages_are_read_by_the_specification_but_for_deviations(
    name: str, figure: Figure
) -> None:
    documented = BARE_ADDRESSES[name] | STRONG_ONCE[name] | TAG_FILTER[name]
    documented = documented.union(*(numbers[name] for numbers in DEVIATIONS.values()))
    rest = [example for example in examples_of(name) if example.number not in documented]
    wrong = [example.number for example in rest if not is_right(example, MESSAGES)]
    right = len(rest) - len(wrong)
    rate = f"{right} of {len(rest)} = {right / len(rest):.2%}"
    figure(f"{name} as messages", f"{rate}; {len(documented)} are documented deviations")
    assert not wrong
    assert right / len(rest) >= BAR


@pytest.mark.parametrize("option", DEVIATIONS)
@pytest.mark.parametrize("name", SPECIFICATIONS)
def test_each_deviation_comes_from_its_option_alone(name: str, option: str) -> None:
    without = replace(MESSAGES, **{option: False})
    deviating = [e for e in examples_of(name) if e.number in DEVIATIONS[option][name]]
    assert not [e.number for e in deviating if is_right(e, MESSAGES)]
    assert not [e.number for e in deviating if not is_right(e, without)]
