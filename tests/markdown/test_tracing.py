"""Every character that a block shows is traced to the characters it was written as."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatapp.markdown import (
    CodeBlock,
    ImageBlock,
    MathBlock,
    RuleBlock,
    StreamRenderer,
    TableBlock,
    TextBlock,
    ViewBlock,
)
from chatapp.markdown.characters import with_hidden_shown
from chatapp.markdown.source_text import normal_text
from chatapp.markdown.tracing import Trace, line_starts
from tests.support.gfm_oracle import corpus

_TAG = re.compile(r"<[^<>]*>")
_BLANK = re.compile(r"[\s\ufffc]+")


def shown(block: ViewBlock) -> str:
    """Return the words of a block as its HTML, code or formula has them."""
    if isinstance(block, (TextBlock, TableBlock)):
        return unescape(_TAG.sub("", block.html))
    if isinstance(block, CodeBlock):
        return block.text
    if isinstance(block, MathBlock):
        return block.source
    assert isinstance(block, (RuleBlock, ImageBlock))
    return ""


def traced(source: str) -> list[tuple[ViewBlock, Trace]]:
    """Return the blocks of a text with their traces."""
    renderer = StreamRenderer()
    renderer.append(source)
    renderer.finish()
    renderer.update()
    starts = line_starts(source)
    return [(b, renderer.trace(i, starts)) for i, b in enumerate(renderer.blocks)]


def check(source: str) -> None:
    """Fail if anything that is shown is not traced, or traced to something else."""
    for block, trace in traced(source):
        assert _BLANK.sub("", "".join(trace.characters)) == _BLANK.sub("", shown(block))
        assert len(trace.characters) == len(trace.starts) == len(trace.ends)
        for sign, start, end in zip(trace.characters, trace.starts, trace.ends, strict=True):
            if start < 0 or sign.isspace():
                continue
            written = normal_text(source[start:end])
            if len(written) == 1:
                assert sign in (written, *with_hidden_shown(written))
            else:
                assert written.startswith(("\\", "&"))
        places = [start for start in trace.starts if start >= 0]
        assert places == sorted(places)


@pytest.mark.parametrize("name", sorted(corpus()))
def test_every_answer_of_the_corpus_is_traced(name: str) -> None:
    check(corpus()[name])


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_every_end_of_a_line_is_counted_as_it_is_written(end: str) -> None:
    for source in list(corpus().values())[::7]:
        check(source.replace("\n", end))


PIECES = [
    "a", "word", " ", "  ", "\n", "\n\n", "*", "**", "_", "~~", "`", "``", "[", "](b)", "]", "![",
    "<b>", "</b>", "&amp;", "&#35;", "&nope;", "\\*", "\\", "\\|", "|", "\n|-|-|\n", "\n> ", "\n- ",
    "\n1. ", "\n  ", "\n\t", "# ", "\n# b #", "\n---\n", "\n===\n", "\n```\n", "$x$", "$$",
    "\\(y\\)", "https://a.b/c", "<https://a.b>", "a@b.cd", "猫", "😀", "\u200b", "[ ] ", "[a]",
    "\n[a]: b\n", "<div>", "<br>", "é\u0301", "\t",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
@settings(max_examples=1500, deadline=None)
def test_any_mixture_of_signs_is_traced(source: str) -> None:
    check(source)


def test_signs_that_say_nothing_have_no_trace_and_references_have_all_of_theirs() -> None:
    source = "> **Fish** &amp; `chips`\n> [here](https://a.b)"
    ((_, trace),) = traced(source)
    words = "".join(trace.characters)
    at = words.index("&")
    assert source[trace.starts[at] : trace.ends[at]] == "&amp;"
    assert source[trace.starts[words.index("c")]] == "c"
    assert trace.starts[words.index("here")] == source.index("here")


def test_code_tables_and_formulas_are_traced_through_lists_and_quotes() -> None:
    code_in_list = "- x\n\n  ```py\n  a = 1\n  ```\n\n"
    source = code_in_list + "> | a | b \\| c |\n> |---|---|\n> | 1 | 2 |\n\n$$\nx^2\n$$"
    found = {type(b): t for b, t in traced(source)}
    code = found[CodeBlock]
    assert code.starts[0] == source.index("a = 1")
    table = found[TableBlock]
    assert table.starts["".join(table.characters).index("|")] == source.index("\\|") + 1
    assert table.starts["".join(table.characters).index("2")] == source.index("2 |")
    formula = found[MathBlock]
    assert formula.formulas == [(0, len(formula.characters))]
    assert formula.starts[0] == source.index("$$")
