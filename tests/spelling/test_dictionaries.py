"""Mistakes in prose, with dictionaries that know few words, and with the system's own."""

import pytest

from chatapp.spelling.dictionaries import (
    MOST_MISTAKES,
    MOST_SUGGESTIONS,
    Speller,
    available_languages,
    languages_for,
    open_dictionaries,
    words_of,
)


class FewWords:
    """A dictionary of the words that it is given."""

    def __init__(self, *words: str) -> None:
        self._words = words
        self.asked: list[str] = []

    def check(self, word: str) -> bool:
        self.asked.append(word)
        return word in self._words

    def suggest(self, word: str) -> list[str]:
        return [f"{own}{word}" for own in self._words]


def found(text: str, *words: str) -> list[str]:
    speller = Speller([FewWords(*words)], [])
    return [text[start : start + length] for start, length in speller.mistakes(text)]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("hello wurld", ["wurld"]),
        ("hello, hello! (wurld)", ["wurld"]),
        ("don't dont", ["dont"]),
        ("don’t", []),
        ("`wurld` ```\nwurld\n``` hello", []),
        ("```\nwurld never closed", []),
        ("https://wurld.example a@wurld.example /usr/wurld C:\\wurld", []),
        ("snake_wurld wurld2 {wurld}", []),
        ("NATO a", []),
        ("世界 ภาษา 안녕", []),
        ("Füße", ["Füße"]),
        ("x" * 5000, []),
    ],
)
def test_words_are_found_in_prose_only(text: str, mistakes: list[str]) -> None:
    assert found(text, "hello", "don't", "never", "closed") == mistakes


def test_a_word_is_right_if_any_language_knows_it() -> None:
    speller = Speller([FewWords("hello"), FewWords("Welt")], ["Kubernetes"])
    assert speller.mistakes("hello Welt Kubernetes") == []
    assert speller.mistakes("hallo") == [(0, 5)]
    speller.learn("hallo")
    assert speller.mistakes("hallo") == []


def test_a_word_is_looked_up_once() -> None:
    dictionary = FewWords("hello")
    Speller([dictionary], []).mistakes("hello hello wurld wurld")
    assert dictionary.asked == ["hello", "wurld"]


def test_suggestions_come_from_every_language_in_turn() -> None:
    speller = Speller([FewWords("a", "b", "c", "d"), FewWords("x", "a", "y", "z")], [])
    assert speller.suggestions("?") == ["a?", "x?", "b?", "c?", "y?", "d?"]
    assert len(speller.suggestions("?")) == MOST_SUGGESTIONS


def test_long_texts_cost_no_more_than_their_beginning() -> None:
    text = "wurld " * 10_000 + "x" * 100_000
    assert len(Speller([FewWords()], []).mistakes(text)) == MOST_MISTAKES
    assert list(words_of("-" * 100_000)) == []


def test_without_dictionaries_nothing_is_wrong() -> None:
    assert Speller([], []).mistakes("wurld") == []
    assert open_dictionaries(["xx_XX"]) == []


def test_the_dictionary_of_the_country_is_taken_or_the_nearest() -> None:
    here = ("de_DE", "en", "en_GB", "en_US", "fr_CH")
    assert languages_for(["en-GB", "de-AT", "fr", "ja"], here) == ("en_GB", "de_DE", "fr_CH")
    assert languages_for(["en-NZ"], here) == ("en",)


@pytest.mark.enchant
def test_the_dictionaries_of_the_system_know_english() -> None:
    languages = languages_for(["en-US"], available_languages())
    speller = Speller(open_dictionaries(languages), [])
    text = "I beleive this sentence has one mistake."
    assert [text[a : a + n] for a, n in speller.mistakes(text)] == ["beleive"]
    assert "believe" in speller.suggestions("beleive")
