"""Keys are cut from every text, by value and by pattern."""

import pytest

from chatapp.domain.redaction import redacted, remember_secret


@pytest.mark.parametrize(
    ("words", "secret"),
    [
        ("Illegal header value b'Bearer abc123def'", "abc123def"),
        ("the key sk-proj-AbC_123 was refused", "AbC_123"),
        ("{'api-key': 'q1w2e3r4'}", "q1w2e3r4"),
        ("X-Api-Key: q1w2e3r4", "q1w2e3r4"),
    ],
)
def test_what_looks_like_a_key_is_cut(words: str, secret: str) -> None:
    assert secret not in redacted(words)


def test_a_known_key_is_cut_whatever_it_looks_like() -> None:
    remember_secret("plain-looking-value")
    assert redacted("it was plain-looking-value, no?") == "it was …, no?"


def test_ordinary_words_stay() -> None:
    words = "The bearer of this task-force keyboard asked: why?"
    assert redacted("The task-force keyboard asked: why?") == "The task-force keyboard asked: why?"
    assert redacted(words).startswith("The bearer")


def test_very_short_values_are_not_cut_out_of_words() -> None:
    remember_secret("abc")
    assert redacted("abcdef") == "abcdef"
