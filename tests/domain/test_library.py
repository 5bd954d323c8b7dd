"""Folders, places, tags, and the groups of days of the list."""

from datetime import datetime, timedelta

from chatapp.domain.conversation import Conversation, FolderId
from chatapp.domain.library import (
    MOST_TAGS,
    DateGroup,
    ListQuery,
    Period,
    Place,
    Sort,
    clean_tags,
    date_groups,
    patched,
    row_of,
)
from chatapp.domain.messages import ConversationId

NOW = datetime(2026, 11, 25, 12).astimezone()
PLAIN = Conversation(ConversationId("c"), created_at=1, updated_at=2)


def ago(**age: float) -> float:
    return (NOW - timedelta(**age)).timestamp()


def test_days_weeks_months_and_years_have_their_groups() -> None:
    moments = [
        ago(hours=-1),
        ago(hours=1),
        ago(days=1),
        ago(days=3),
        ago(days=7),
        ago(days=20),
        ago(days=60),
        ago(days=70),
        ago(days=400),
        ago(days=500),
        ago(days=4000),
    ]
    assert date_groups(moments, 0, NOW.timestamp()) == [
        DateGroup(0, Period.TODAY),
        DateGroup(2, Period.YESTERDAY),
        DateGroup(3, Period.WEEK),
        DateGroup(5, Period.MONTH),
        DateGroup(6, Period.A_MONTH, 2026, 9),
        DateGroup(8, Period.A_YEAR, 2025),
        DateGroup(10, Period.A_YEAR, 2015),
    ]


def test_pinned_ones_have_a_group_of_their_own_whatever_their_time() -> None:
    groups = date_groups([ago(days=999), ago(hours=1)], 1, NOW.timestamp())
    assert groups == [DateGroup(0, Period.PINNED), DateGroup(1, Period.TODAY)]
    assert date_groups([], 0, NOW.timestamp()) == []


def test_times_beyond_any_calendar_do_not_break_the_list() -> None:
    groups = date_groups([1e30, ago(hours=1), 0.0, -1e30], 0, NOW.timestamp())
    assert groups[0].row == 0
    assert groups[-1].period is Period.A_YEAR


def test_a_hundred_thousand_rows_are_grouped_at_once() -> None:
    moments = [ago(minutes=26 * row) for row in range(100_000)]
    groups = date_groups(moments, 0, NOW.timestamp())
    assert [g.row for g in groups] == sorted({g.row for g in groups})
    assert len(groups) < 25


def test_a_place_knows_what_belongs_to_it() -> None:
    inside = PLAIN.__class__(PLAIN.id, folder_id=FolderId("f"), tags=("work",))
    archived = PLAIN.__class__(PLAIN.id, archived=True, folder_id=FolderId("f"))
    binned = PLAIN.__class__(PLAIN.id, deleted_at=5.0)
    places = {
        Place.ALL: (PLAIN, inside),
        Place.FOLDER: (inside,),
        Place.TAG: (inside,),
        Place.ARCHIVE: (archived,),
        Place.BIN: (binned,),
    }
    keys = {Place.FOLDER: "f", Place.TAG: "work"}
    for place, expected in places.items():
        query = ListQuery(place, keys.get(place, ""))
        found = [c for c in (PLAIN, inside, archived, binned) if query.holds(row_of(c))]
        assert found == list(expected), place
    assert ListQuery(Place.BIN).moment(binned) == 5.0
    assert ListQuery(sort=Sort.CREATED).moment(PLAIN) == 1
    assert ListQuery().moment(PLAIN) == 2


def test_a_row_carries_its_place_back_to_the_conversation() -> None:
    moved = PLAIN.__class__(PLAIN.id, pinned=True, tags=("a",), folder_id=FolderId("f"))
    assert patched(PLAIN, row_of(moved)).folder_id == "f"
    assert patched(PLAIN, row_of(moved)).updated_at == PLAIN.updated_at


def test_tags_are_short_lower_case_and_each_once() -> None:
    assert clean_tags(["#Work ", "work", "", " , ", "Old  House"]) == ("work", "old house")
    assert len(clean_tags(["x" * 500])[0]) == 40
    assert len(clean_tags([str(n) for n in range(99)])) == MOST_TAGS
