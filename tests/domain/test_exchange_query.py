"""Finding exchanges by what is known of them and by words."""

import pytest

from chatapp.domain.exchange_query import parse_query
from chatapp.domain.exchanges import Exchange, ExchangeId, ExchangeKind, ExchangeLink, Moments

SLOW = Exchange(
    ExchangeId("a"), model="gpt-5", endpoint="lab", url="https://lab.example/v1/chat/completions",
    status=200, tools=("get_weather",), request_size=1_000, response_size=2_000,
    moments=Moments(ended_ms=2_500.0),
)  # fmt: skip
REFUSED = Exchange(ExchangeId("b"), status=429, error="Too many", moments=Moments(ended_ms=30.0))
MODELS = Exchange(ExchangeId("c"), ExchangeLink(kind=ExchangeKind.MODELS), status=200)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("status:429", "b"),
        ("status:>=400", "b"),
        ("status:4xx", "b"),
        ("status:error", "b"),
        ("status:ok", "a"),
        ("tool:get_weather", "a"),
        ("tool:weather duration:>2s", "a"),
        ("duration:<100ms status:429", "b"),
        ("duration:>2500", ""),
        ("duration:=2500ms", "a"),
        ("size:>2kb", "a"),
        ("size:<=3000b tool:get", "a"),
        ("model:GPT", "a"),
        ("kind:models", "c"),
        ("endpoint:lab", "a"),
        ("status:200 kind:chat", "a"),
        ("", "abc"),
    ],
)
def test_each_test_lets_through_what_it_names(words: str, found: str) -> None:
    query = parse_query(words)
    assert not query.words
    assert "".join(e.id for e in (SLOW, REFUSED, MODELS) if query.fits(e)) == found


def test_what_is_no_test_is_searched_for_as_it_stands() -> None:
    query = parse_query('status:abc https://x "two words" duration:>2parsecs "open')
    assert not query.tests
    assert "status:abc" in query.words
    assert "https://x" in query.words
    assert parse_query('"Two Words"').words == ("two words",)
    assert parse_query("").is_empty


def test_words_are_looked_for_in_both_bodies_and_in_the_head() -> None:
    query = parse_query("Paris rain GPT")
    assert query.found_in(SLOW, b"weather in PARIS", b"rain")
    assert not query.found_in(SLOW, b"weather in PARIS", b"sun")
