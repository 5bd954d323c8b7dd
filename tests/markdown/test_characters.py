"""Hidden characters in the words of links are shown; elsewhere text is left as it is."""

import pytest

from chatapp.markdown import render_html


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\u200f", "\ufeff"])
def test_hidden_signs_in_a_links_words_are_written_out(sign: str) -> None:
    html = render_html(f"[bank{sign}.example](https://evil.example/)")
    assert sign not in html
    assert f"bank⟨U+{ord(sign):04X}⟩.example</a>" in html


def test_emphasised_words_in_a_link_are_watched_too() -> None:
    assert "⟨U+202E⟩" in render_html("[a **b\u202ec** d](https://x.example/)")


def test_a_right_to_left_text_keeps_its_marks() -> None:
    assert "\u200f" in render_html("שלום\u200f, עולם")


def test_an_emoji_family_in_a_link_stays_whole() -> None:
    assert "👨‍👩‍👧" in render_html("[👨‍👩‍👧](https://x.example/)")
