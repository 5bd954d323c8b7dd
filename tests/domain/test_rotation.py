"""Which backups are kept as time goes by."""

from datetime import UTC, datetime

from chatapp.domain.rotation import DAYS, MONTHS, NEWEST, WEEKS, kept

HOUR, DAY = 3_600.0, 86_400.0
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC).timestamp()


def test_the_newest_few_are_always_kept() -> None:
    assert kept([], NOW) == set()
    assert kept([NOW - 900 * DAY], NOW) == {0}
    moments = [NOW - 9 * HOUR + n * HOUR for n in range(9)]
    assert kept(moments, NOW) == set(range(9 - NEWEST, 9))


def test_a_year_of_hourly_backups_leaves_days_weeks_and_months() -> None:
    moments: list[float] = []
    for hour in range(365 * 24):
        now = NOW - 365 * DAY + hour * HOUR
        moments.append(now)
        moments = [moments[at] for at in sorted(kept(moments, now))]
        assert len(moments) <= NEWEST + DAYS + WEEKS + 1 + MONTHS + 1
    ages = [(NOW - moment) / DAY for moment in moments]
    assert sum(age < 7 for age in ages) >= DAYS
    assert max(ages) > 120
    assert moments == sorted(moments)
