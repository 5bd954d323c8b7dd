"""What is the same to somebody who looks for it, and what is not."""

import re

import pytest

from chatapp.domain.folding import folded, spellings, widths


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ÉCLAIR", "éclair"),
        ("éclair", "eclair"),
        ("e\u0301clair", "éclair"),
        ("ЖУК", "жук"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("Straße", "STRASSE"),
        ("Ａｐｐｌｅ　１２", "apple 12"),
        ("ｿﾌﾄｳｪｱ", "ソフトウェア"),
        ("ｶﾞｿﾘﾝ", "ガソリン"),
        ("ﬁn", "FIN"),
    ],
)
def test_case_width_and_latin_accents_make_no_difference(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("й", "и"), ("が", "か"), ("カ", "か"), ("a", "b")])
def test_other_letters_stay_other_letters(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_folding_twice_changes_nothing_more() -> None:
    for text in ("ÉCLAIR", "İstanbul", "ｶﾞ", "ΐ", "ﷺ", "Ǆ", "\u0345"):
        assert folded(folded(text)) == folded(text)


def test_a_word_is_known_in_every_width() -> None:
    assert widths("apple") == ["apple", "ａｐｐｌｅ"]
    assert widths("ａｐｐｌｅ") == ["ａｐｐｌｅ", "apple"]
    assert widths("ガス") == ["ガス", "ｶﾞｽ"]
    assert widths("ｶﾞｽ") == ["ｶﾞｽ", "ガス"]
    assert widths("жук") == ["жук"]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("cafe", "ein CAFÉ hier"),
        ("café", "a cafe"),
        ("apple", "Ａｐｐｌｅ!"),
        ("ガス", "ｶﾞｽを"),
        ("ｶﾞｽ", "ガスを"),
        ("жук", "ЖУК"),
        ("a.b", "a.b"),
    ],
)
def test_every_spelling_is_found_in_a_text(word: str, text: str) -> None:
    assert re.search(spellings(word), text, re.IGNORECASE)


def test_signs_are_no_part_of_the_expression() -> None:
    assert not re.search(spellings("a.b"), "acb")
    assert not re.search(spellings("(x"), "x")
