"""Thoughts between tags, wherever the pieces are cut."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatapp.domain.json_value import JsonObject
from chatapp.wire.accumulate import ReplyAccumulator

CASES = [
    ("<think>hm</think>Hi", "hm", "Hi"),
    ("  \n<think>\nhm\n</think>\n\nHi", "hm\n", "Hi"),
    ("<thinking>a</think>b</thinking>c", "a</think>b", "c"),
    ("<thought>a</thought>c", "a", "c"),
    ("hm\n</think>\n\nHi", "hm\n", "Hi"),
    ("<think>never closed", "never closed", ""),
    ("<think></think>Hi", "", "Hi"),
    ("A <think> tag ends with </think>.", "", "A <think> tag ends with </think>."),
    ("It ends with `</think>`.", "", "It ends with `</think>`."),
    ("```\n</think>\n```", "", "```\n</think>\n```"),
    ("<thin", "", "<thin"),
    ("<b>Hi</b>", "", "<b>Hi</b>"),
    ("a < b", "", "a < b"),
]


def split(*pieces: str, enabled: bool = True) -> tuple[str, str]:
    into = ReplyAccumulator(inline_think=enabled)
    for piece in pieces:
        into.feed_object(delta(piece))
    into.finish()
    choice = into.reply().choices[0]
    return choice.reasoning, choice.content


def delta(piece: str) -> JsonObject:
    return {"choices": [{"index": 0, "delta": {"content": piece}}]}


@pytest.mark.parametrize(("text", "reasoning", "content"), CASES)
def test_thoughts_and_text_are_told_apart_however_they_are_cut(
    text: str, reasoning: str, content: str
) -> None:
    whole = split(text)
    assert whole == (reasoning, content)
    assert split(*text) == whole
    for at in range(len(text)):
        assert split(text[:at], text[at:]) == whole


@given(
    st.lists(
        st.sampled_from(["<think>", "</think>", "</thinking>", "a", "\n", "<", "`", "```", " "]),
        max_size=12,
    ),
    st.lists(st.integers(0, 60), max_size=8),
)
@example(["a", "\n", "</think>", "\n", "`", "```"], [1, 2, 3, 5, 8])
def test_the_cuts_never_matter(words: list[str], cuts: list[int]) -> None:
    text = "".join(words)
    places = sorted({0, len(text), *(c for c in cuts if c < len(text))})
    pieces = [text[a:b] for a, b in pairwise(places)] or [""]
    assert split(*pieces) == split(text)


def test_tags_are_text_where_the_person_says_so() -> None:
    assert split("<think>a</think>b", enabled=False) == ("", "<think>a</think>b")


def test_tags_are_text_where_the_server_names_its_reasoning() -> None:
    into = ReplyAccumulator()
    into.feed_object({"choices": [{"delta": {"reasoning_content": "hm"}}]})
    into.feed_object(delta("<think>a</think>"))
    into.finish()
    choice = into.reply().choices[0]
    assert (choice.reasoning, choice.content) == ("hm", "<think>a</think>")


def test_text_that_was_held_back_counts_as_seen_once_it_is_let_go() -> None:
    into = ReplyAccumulator()
    into.feed_object(delta("<thi"))
    assert not into.has_output
    into.finish()
    assert into.has_output
