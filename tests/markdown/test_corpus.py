"""Ours against cmark-gfm on answers as models write them, whole and cut off anywhere."""

from __future__ import annotations

from tests.support.figures import Figure
from tests.support.gfm_oracle import agrees, corpus

BAR = 0.98
PREFIX_STEP = 11
"""Every prefix takes minutes: ``python -m tests.benchmarks.markdown_fidelity`` reads them all."""
TASKS_IN_QUOTES = {"032-link", "140-link-unfinished"}
"""cmark-gfm finds no task boxes in quotes; the specification does."""


def test_there_are_enough_answers_to_tell() -> None:
    assert len(corpus()) >= 150


def test_every_answer_is_read_as_the_reference_reads_it(figure: Figure) -> None:
    answers = corpus()
    differing = {name for name, source in answers.items() if not agrees(source)}
    figure("answers as cmark-gfm", f"{len(answers) - len(differing)} of {len(answers)}")
    assert differing == TASKS_IN_QUOTES


def test_answers_cut_off_anywhere_are_read_as_the_reference_reads_them(figure: Figure) -> None:
    prefixes = [
        source[:end] for source in corpus().values() for end in range(1, len(source), PREFIX_STEP)
    ]
    right = sum(map(agrees, prefixes))
    figure("prefixes as cmark-gfm", f"{right} of {len(prefixes)} = {right / len(prefixes):.2%}")
    assert right / len(prefixes) >= BAR
