"""Which backups are kept: the newest few, then one a day, a week, a month."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

NEWEST, DAYS, WEEKS, MONTHS = 3, 7, 4, 6

_SPANS: tuple[tuple[int, Callable[[date], date]], ...] = (
    (DAYS, lambda day: day),
    (WEEKS * 7, lambda day: day - timedelta(day.weekday())),
    (MONTHS * 31, lambda day: day.replace(day=1)),
)
"""How many days back, and the first day of the day, week or month that a day belongs to."""


def kept(moments: Sequence[float], now: float) -> set[int]:
    """Return the positions of those to keep, of backups made at ``moments`` (epoch seconds, the
    newest last): the newest of each of the last days, weeks and months, and the newest few."""
    found = set(range(len(moments))[-NEWEST:])
    today = _day(now)
    for longest, first_of in _SPANS:
        newest: dict[date, int] = {}
        for at, moment in enumerate(moments):
            day = _day(moment)
            if (today - day).days < longest:
                newest[first_of(day)] = at
        found.update(newest.values())
    return found


def _day(moment: float) -> date:
    return datetime.fromtimestamp(moment, UTC).date()
