"""Nothing in a text that is approved may hide."""

import pytest

from chatapp.domain.visible_text import visible_text


@pytest.mark.parametrize("text", ["plain", "Größe 東京 ", "two\nlines\tand a tab", "é → ∞ 🙂"])
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible_text(text) == text


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\u202eevil", "\\u202eevil"),
        ("a\u200bb", "a\\u200bb"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("a\rb", "a\\u000db"),
        ("\x1b[2K", "\\u001b[2K"),
        ("\U000e0041", "\\U000e0041"),
        ("\u00a0", "\\u00a0"),
        ("\u3164", "\\u3164"),
        ("\ufe0f", "\\ufe0f"),
        ("\u2028", "\\u2028"),
        ("\ud800", "\\ud800"),
        ("\x00", "\\u0000"),
    ],
)
def test_what_hides_is_written_out(hidden: str, shown: str) -> None:
    assert visible_text(hidden) == shown
