"""A late pattern answers as a compiled one; it is compiled with its first use, and once."""

import re

import pytest

from chatapp.domain.late_pattern import late_pattern

WORDS = r"(?P<first>\w+) (\w+)"
METHODS = ("search", "match", "fullmatch", "split", "findall")


@pytest.mark.parametrize("name", METHODS)
def test_its_methods_are_those_of_the_pattern(name: str) -> None:
    late, compiled = late_pattern(WORDS, re.IGNORECASE), re.compile(WORDS, re.IGNORECASE)
    assert repr(getattr(late, name)("One two")) == repr(getattr(compiled, name)("One two"))


def test_it_replaces_and_tells_of_itself_as_the_pattern_does() -> None:
    late = late_pattern(WORDS, re.IGNORECASE)
    assert late.sub(r"\2 \1", "One two") == "two One"
    assert [found["first"] for found in late.finditer("One two three four")] == ["One", "three"]
    assert (late.pattern, late.groups, dict(late.groupindex)) == (WORDS, 2, {"first": 1})
    assert late.flags == re.compile(WORDS, re.IGNORECASE).flags


def test_it_is_compiled_with_its_first_use_and_not_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_ = re.compile

    def noted(source: str, flags: int = 0) -> re.Pattern[str]:
        made.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", noted)
    late = late_pattern("a+")
    assert not made
    assert [bool(late.match(text)) for text in ("a", "b", "aa")] == [True, False, True]
    assert made == ["a+"]


def test_what_a_pattern_does_not_have_it_has_not_either() -> None:
    with pytest.raises(AttributeError):
        late_pattern("a").no_such  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(re.error):
        late_pattern("(").match("a")
