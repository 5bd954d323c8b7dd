"""What is typed into the search line, read as words and operators."""

from datetime import datetime

import pytest

from chatapp.domain.messages import Role
from chatapp.domain.search_query import SearchQuery, Term, parse_query


def day(year: int, month: int, number: int) -> float:
    return datetime(year, month, number).astimezone().timestamp()


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("hel", (Term(("hel",), is_open=True),)),
        ("hel ", (Term(("hel",)),)),
        ("two wor", (Term(("two",)), Term(("wor",), is_open=True))),
        ('"exact words"', (Term(("exact", "words")),)),
        ('"still typ', (Term(("still", "typ")),)),
        ("a.b-c", (Term(("a",)), Term(("b",)), Term(("c",), is_open=True))),
        ("note: this", (Term(("note",)), Term(("this",), is_open=True))),
        ("NEAR( - AND", (Term(("NEAR",)), Term(("AND",), is_open=True))),
    ],
)
def test_words_stand_alone_and_the_last_one_is_open(typed: str, terms: tuple[Term, ...]) -> None:
    assert parse_query(typed).terms == terms


def test_operators_are_taken_out_of_the_words() -> None:
    query = parse_query("from:me budget model:gpt-4o tag:#Work before:2026-03 after:2025-12-24 ")
    assert query == SearchQuery(
        (Term(("budget",)),),
        Role.USER,
        (Term(("gpt", "4o"), is_open=True),),
        ("Work",),
        day(2025, 12, 24),
        day(2026, 3, 1),
    )
    assert query.plain == "budget"
    assert query.has_conditions


@pytest.mark.parametrize(
    "typed", ["from:", "from:nobody", "before:soon", "after:2026-13-01", "tag:#"]
)
def test_a_value_without_sense_is_passed_over(typed: str) -> None:
    assert not parse_query(typed).has_conditions


def test_a_value_in_quotes_may_have_spaces() -> None:
    assert parse_query('tag:"old house"').tags == ("old house",)


def test_today_begins_at_midnight() -> None:
    now = datetime.now().astimezone()
    assert parse_query("after:today").after == day(now.year, now.month, now.day)


@pytest.mark.parametrize("typed", ["", "   ", '"', "…"])
def test_nothing_is_looked_for(typed: str) -> None:
    assert parse_query(typed).is_empty
