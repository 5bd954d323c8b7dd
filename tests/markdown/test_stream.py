"""A text that streams in is shown as the same text at once would be, and finished blocks stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatapp.markdown import (
    CodeBlock,
    StreamRenderer,
    TableBlock,
    TextBlock,
    ViewBlock,
    render_html,
)
from tests.support.gfm_oracle import corpus
from tests.support.hostile_markdown import hostile_inputs

ANSWERS = list(corpus().values())
MARKS = [
    "*",
    "**",
    "_",
    "~",
    "~~",
    "`",
    "``",
    "```",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "<",
    ">",
    "<b>",
    "</b>",
    "<br>",
    "<!--",
    "-->",
    "#",
    "---",
    "===",
    "|",
    "|-|",
    "$",
    "$$",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "\\",
    "a",
    "b",
    "中",
    "。",
    "www.a.b",
    "a@b.co",
    "https://a.b",
    "&amp;",
    '"',
    "'",
    "!",
    "[a]",
    ":",
    "+",
    "é",
    "👍",
    "-",
    "1.",
    "10.",
    ">",
]
BLANKS = ["", "", " ", "  ", "    ", "\t", "\n", "\n\n", "\n- ", "\n> ", "\n1. ", "\n|a|\n|-|\n"]
LINES = [line for answer in ANSWERS for line in answer.split("\n")]


def at_once(text: str, *, finished: bool) -> list[ViewBlock]:
    """Return the blocks of a text that came in one piece."""
    renderer = StreamRenderer()
    renderer.append(text)
    if finished:
        renderer.finish()
    renderer.update()
    return list(renderer.blocks)


def shown(text: str) -> str:
    """Return the HTML of the words that are shown of a text that goes on."""
    return "".join(block.html for block in at_once(text, finished=False) if hasattr(block, "html"))


def stream_and_compare(text: str, ends: list[int]) -> None:
    """Stream *text* in pieces that end at *ends*, and compare with all at once after each."""
    renderer = StreamRenderer()
    start = 0
    for end in [*sorted(ends), len(text)]:
        renderer.append(text[start:end])
        before = list(renderer.blocks)
        first = renderer.update()
        assert all(old is new for old, new in zip(before[:first], renderer.blocks, strict=False))
        assert list(renderer.blocks) == at_once(text[:end], finished=False)
        start = end
    renderer.finish()
    renderer.update()
    assert list(renderer.blocks) == at_once(text, finished=True)
    assert renderer.html() == render_html(text).strip()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ANSWERS), st.lists(st.floats(0, 1), max_size=12))
def test_an_answer_in_any_pieces_is_shown_as_at_once(answer: str, cuts: list[float]) -> None:
    stream_and_compare(answer, [int(cut * len(answer)) for cut in cuts])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "", "  ", "   ", "- ", "> ", "1. "]), st.sampled_from(LINES)
        ),
        max_size=12,
    ),
    st.lists(st.floats(0, 1), max_size=12),
)
def test_lines_thrown_together_in_any_pieces_are_shown_as_at_once(
    lines: list[tuple[str, str]], cuts: list[float]
) -> None:
    text = "\n".join(prefix + line for prefix, line in lines)
    stream_and_compare(text, [int(cut * len(text)) for cut in cuts])


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(BLANKS), st.sampled_from(MARKS)), max_size=30),
    st.lists(st.floats(0, 1), max_size=8),
)
def test_marks_thrown_together_in_any_pieces_are_shown_as_at_once(
    pieces: list[tuple[str, str]], cuts: list[float]
) -> None:
    text = "".join(blank + mark for blank, mark in pieces)
    stream_and_compare(text, [int(cut * len(text)) for cut in cuts])


def test_hostile_input_in_pieces_is_shown_as_at_once() -> None:
    for text in hostile_inputs().values():
        stream_and_compare(text[:2_000], [1, 2, 50, 51, 1_000, 1_001])


def test_one_character_at_a_time_never_touches_a_finished_block() -> None:
    text = ANSWERS[0]
    renderer = StreamRenderer()
    seen: dict[tuple[int, int], ViewBlock] = {}
    for character in text:
        renderer.append(character)
        renderer.update()
        for block in renderer.blocks[:-2]:
            assert seen.setdefault(block.place.key, block) is block


def test_a_late_definition_shows_only_the_leaves_anew_that_wanted_it() -> None:
    renderer = StreamRenderer()
    renderer.append("See [docs].\n\nOther [thing] here.\n\nLast.\n\n")
    renderer.update()
    before = list(renderer.blocks)
    renderer.append("[docs]: https://example.com\n\nMore")
    assert renderer.update() == 0
    first, second, third, *_ = renderer.blocks
    assert isinstance(first, TextBlock)
    assert '<a href="https://example.com">docs</a>' in first.html
    assert (first.place.key, first.revision) == (before[0].place.key, before[0].revision + 1)
    assert second is before[1]
    assert third is before[2]


def test_an_image_whose_address_comes_late_becomes_a_block() -> None:
    text = "![chart][1]\n\nwords\n\n[1]: https://example.com/c.png\n\nend"
    stream_and_compare(text, list(range(0, len(text), 5)))


def test_a_list_that_becomes_loose_late_is_spaced_all_through() -> None:
    renderer = StreamRenderer()
    renderer.append("".join(f"- item {number}\n" for number in range(60)))
    renderer.update()
    assert "<p>" not in "".join(b.html for b in renderer.blocks if isinstance(b, TextBlock))
    renderer.append("\n- loose\n")
    renderer.update()
    assert all("<p>" in b.html for b in renderer.blocks if isinstance(b, TextBlock))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("so **bold", "<p>so <strong>bold</strong></p>"),
        ("so **bold*", "<p>so <strong>bold</strong></p>"),
        ("so *soft", "<p>so <em>soft</em></p>"),
        ("so ***both", "<p>so <em><strong>both</strong></em></p>"),
        ("so ~~gone", "<p>so <del>gone</del></p>"),
        ("so `code", "<p>so <code>code</code></p>"),
        ("so **", "<p>so </p>"),
        ("see [docs](https://exam", "<p>see <span>docs</span></p>"),
        ("see ![chart](https://exam", '<p>see <span class="image">chart</span></p>'),
        ("see ![cha", "<p>see </p>"),
        ("*see ![*cha~", "<p><em>see </em></p>"),
        ("2*3 is six", "<p>2*3 is six</p>"),
        ("snake_case", "<p>snake_case</p>"),
    ],
)
def test_what_is_open_at_the_end_counts_as_ended(text: str, html: str) -> None:
    assert shown(text) == html


@pytest.mark.parametrize(
    "marks", ["-", "1.", "#", "|", "``", "==", "$", "- [ ", "- [x] ", "> ", "**", "<", "\\"]
)
def test_marks_without_meaning_are_held_back(marks: str) -> None:
    assert shown(f"words\n\n{marks}") == "<p>words</p>"


def test_a_line_that_may_head_a_table_waits_for_the_next() -> None:
    assert shown("words\n\n| a | b |\n") == "<p>words</p>"
    assert shown("words\n\n| a | b |\n|--") == "<p>words</p>"
    assert "<table>" in shown("words\n\n| a | b |\n|---|---|\n")
    assert "| a | b |" in shown("words\n\n| a | b |\nno table")


def test_an_open_fence_is_code_that_is_not_closed() -> None:
    (block,) = at_once("```python\nprint(1)\nprin", finished=False)
    assert isinstance(block, CodeBlock)
    assert (block.info, block.text, block.closed) == ("python", "print(1)\nprin", False)


def test_a_long_table_is_shown_in_stretches_and_finished_ones_stay() -> None:
    head, row = "| a | b | c | d |\n|---|---|---|---|\n", "| 1 | 2 | 3 | 4 |\n"
    renderer = StreamRenderer()
    renderer.append(head + row * 250)
    renderer.update()
    before = list(renderer.blocks)
    assert [block.place.key for block in before] == [(1, 0), (2, 0), (3, 0), (4, 0), (5, 0)]
    renderer.append(row)
    assert renderer.update() == 4
    assert renderer.blocks[0] is before[0]
    last = renderer.blocks[4]
    assert isinstance(last, TableBlock)
    assert last.html.count("<tr>") == 1 + 11
    assert renderer.source_of(last) == (row * 11).rstrip("\n")
    stream_and_compare(head + row * 250 + "\nend", [5, 700, 3_000, 3_001])


def test_line_ends_of_any_kind_may_be_split() -> None:
    stream_and_compare("one\r\ntwo\r\rthree\n\r\nfour\r", list(range(25)))


def test_each_block_knows_the_lines_it_came_from() -> None:
    source = "# Title\n\ntext\n\n- a\n  ```\n  code\n  ```\n- b\n\n| t |\n|---|\n| u |\n\nend"
    renderer = StreamRenderer()
    renderer.append(source)
    renderer.finish()
    renderer.update()
    assert [renderer.source_of(block) for block in renderer.blocks] == [
        "# Title",
        "text",
        "- a",
        "  ```\n  code\n  ```",
        "- b",
        "| t |\n|---|\n| u |",
        "end",
    ]
