"""The list of conversations: folders, places, order, and the groups of days it is shown in."""

from collections.abc import Sequence
from dataclasses import field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from chatapp.domain.conversation import Conversation, FolderId
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import ConversationId
from chatapp.domain.quick_dataclass import dataclass

MOST_TAGS = 20
LONGEST_TAG = 40
LONGEST_FOLDER_NAME = 80
BIN_DAYS = 30
"""How long a deleted conversation can be brought back."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A place for conversations; folders stand in the order of ``position``."""

    id: FolderId
    name: str
    position: int = 0
    unknown: dict[str, JsonValue] = field(default_factory=dict)


class Place(StrEnum):
    """Which part of all conversations is listed."""

    ALL = "all"
    """Everything that is neither archived nor deleted, whatever its folder."""
    FOLDER = "folder"
    TAG = "tag"
    ARCHIVE = "archive"
    BIN = "bin"


class Sort(StrEnum):
    """The order of the list; pinned conversations come first in any."""

    CHANGED = "changed"
    CREATED = "created"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What is listed and how; ``key`` is the folder's id or the tag."""

    place: Place = Place.ALL
    key: str = ""
    sort: Sort = Sort.CHANGED

    def holds(self, conversation: "Conversation | ListRow") -> bool:
        """Whether a conversation is in this place."""
        deleted = conversation.deleted_at is not None
        if deleted or self.place is Place.BIN:
            return deleted and self.place is Place.BIN
        if self.place is Place.ARCHIVE:
            return conversation.archived
        if self.place is Place.FOLDER:
            return not conversation.archived and conversation.folder_id == self.key
        if self.place is Place.TAG:
            return not conversation.archived and self.key in conversation.tags
        return not conversation.archived

    def moment(self, conversation: "Conversation | ListRow") -> float:
        """Return the time that decides a conversation's place and group."""
        if self.place is Place.BIN:
            return conversation.deleted_at or 0.0
        if self.sort is Sort.CREATED:
            return conversation.created_at
        return conversation.updated_at


@dataclass(frozen=True, slots=True)
class ListRow:
    """What the list shows of a conversation."""

    id: ConversationId
    title: str
    created_at: float
    updated_at: float
    folder_id: FolderId | None = None
    pinned: bool = False
    archived: bool = False
    unread: bool = False
    tags: tuple[str, ...] = ()
    deleted_at: float | None = None


def row_of(conversation: Conversation) -> ListRow:
    """Return what the list shows of a conversation."""
    return ListRow(*(getattr(conversation, name) for name in ListRow.__slots__))


def patched(conversation: Conversation, row: ListRow) -> Conversation:
    """Return a conversation that is where ``row`` says."""
    return replace(
        conversation,
        folder_id=row.folder_id,
        pinned=row.pinned,
        archived=row.archived,
        unread=row.unread,
        tags=row.tags,
        deleted_at=row.deleted_at,
    )


@dataclass(frozen=True, slots=True)
class ListOrder:
    """Which conversations are listed, in order, without anything else about them.

    ``moments`` are their times (:meth:`ListQuery.moment`); the first ``pinned`` are pinned.
    """

    ids: Sequence[ConversationId] = ()
    moments: Sequence[float] = ()
    pinned: int = 0


@dataclass(frozen=True, slots=True)
class PlaceCounts:
    """How many conversations each place holds; ``folders`` and ``tags`` by id and name."""

    archived: int = 0
    binned: int = 0
    folders: dict[str, int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)


class Period(StrEnum):
    """The kinds of groups in a list that is sorted by time."""

    PINNED = "pinned"
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    A_MONTH = "a month"
    A_YEAR = "a year"


@dataclass(frozen=True, slots=True)
class DateGroup:
    """A stretch of rows that begins at ``row``; ``year`` and ``month`` name older ones."""

    row: int
    period: Period
    year: int = 0
    month: int = 0


def date_groups(moments: Sequence[float], pinned: int, now: float) -> list[DateGroup]:
    """Return the groups of a list whose ``moments`` fall after the first ``pinned`` rows.

    Each boundary is found by halving, so the cost does not grow with the list.
    """
    groups = [DateGroup(0, Period.PINNED)] if pinned else []
    row, end, today = pinned, len(moments), datetime.fromtimestamp(now).astimezone().date()
    while row < end:
        group, first_day = _group_of(row, _day(moments[row]), today)
        groups.append(group)
        row = _first_before(moments, row, end, _begin(first_day))
    return groups


def _group_of(row: int, day: date, today: date) -> tuple[DateGroup, date]:
    """Return the group that a day belongs to, and the first day of that group."""
    age = (today - day).days
    if age <= 0:
        return DateGroup(row, Period.TODAY), today
    if age == 1:
        return DateGroup(row, Period.YESTERDAY), day
    for period, days in ((Period.WEEK, 7), (Period.MONTH, 30)):
        if age <= days:
            return DateGroup(row, period), today - timedelta(days=days)
    if day.year == today.year:
        return DateGroup(row, Period.A_MONTH, day.year, day.month), day.replace(day=1)
    return DateGroup(row, Period.A_YEAR, day.year), date(day.year, 1, 1)


def _day(moment: float) -> date:
    try:
        return datetime.fromtimestamp(moment).astimezone().date()
    except (ValueError, OverflowError, OSError):
        return date(1970, 1, 1)


def _begin(day: date) -> float:
    try:
        return datetime(day.year, day.month, day.day).astimezone().timestamp()
    except (ValueError, OverflowError, OSError):
        return float("-inf")


def _first_before(moments: Sequence[float], low: int, high: int, begin: float) -> int:
    """Return the first row after ``low`` that is older than ``begin``; moments fall."""
    low += 1
    while low < high:
        middle = (low + high) // 2
        if moments[middle] >= begin:
            low = middle + 1
        else:
            high = middle
    return low


def clean_tags(typed: Sequence[str]) -> tuple[str, ...]:
    """Return tags as they are kept: lower case, without spaces at the ends, each once."""
    tags = (" ".join(tag.casefold().split()).strip("#,")[:LONGEST_TAG].strip() for tag in typed)
    return tuple(dict.fromkeys(tag for tag in tags if tag))[:MOST_TAGS]
