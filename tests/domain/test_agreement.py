"""Sentences, and how many of the other answers say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain import agreement
from chatapp.domain.agreement import Agreement, agreement_of, sentences


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("A **bold.** End", ["A **bold.", "End"]),
        ("# Title\n\n- first\n- second\n", ["# Title", "- first", "- second"]),
        ("It is 3.5 long, e.g. so.", ["It is 3.5 long, e.g.", "so."]),
        ("東京です。大阪です！", ["東京です。", "大阪です！"]),
        ("---\n***\n", []),
        ("", []),
    ],
)
def test_sentences_end_at_their_marks_and_at_lines(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(st.text("ab. \n!", max_size=80))
def test_sentences_follow_each_other_in_the_text(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert at <= start < end <= len(text)
        at = end


def test_a_sentence_is_shared_by_those_that_say_it() -> None:
    text = "Water is wet. The sky is green."
    others = ["The sky is blue. Water is WET!", "water is wet", "Nothing."]
    shares = [round(s.share, 2) for s in agreement_of(text, others)]
    assert shares == [0.67, 0.0]


def test_nearly_the_same_words_say_the_same() -> None:
    (found,) = agreement_of(
        "The moon pulls the water of the sea.", ["The moon pulls the water of the seas."]
    )
    assert found.share == 1
    assert (found.start, found.end) == (0, 36)


def test_with_very_many_pairs_only_the_same_words_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "MAX_COMPARISONS", 0)
    text = "The moon pulls the water of the sea. Yes."
    found = agreement_of(text, ["The moon pulls the water of the seas. Yes!"])
    assert [s.share for s in found] == [0, 1]


def test_an_answer_alone_agrees_with_itself() -> None:
    assert [s.share for s in agreement_of("One. Two.", [])] == [1.0, 1.0]


def test_characters_belong_to_their_sentence_and_are_warm_where_few_say_it() -> None:
    found = Agreement("One. Two.\n\nThree.", ["One.", "One. Two."])
    assert found.tokens_of([0, 3, 4, 5, 9, 11, -1, 2], [1, 4, 5, 6, 10, 12, 0, 2]) == [
        0, 0, -1, 1, -1, 2, -1, -1,
    ]  # fmt: skip
    assert [found.heat_of(number) for number in range(3)] == [0.0, 0.5, 1.0]
