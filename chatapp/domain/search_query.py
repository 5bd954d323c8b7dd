"""What a person typed into the search line, read as words and operators.

``from:user``, ``model:gpt-4o``, ``before:2026-03-01``, ``after:2026``, ``tag:work`` and
``"exact words"`` may stand anywhere; every other run of letters is a word. An operator whose
value is missing or makes no sense is passed over, since it is perhaps still being typed.
"""

import re
from dataclasses import field, replace
from datetime import datetime, timedelta

from chatapp.domain.late_pattern import late_pattern
from chatapp.domain.messages import Role
from chatapp.domain.quick_dataclass import dataclass

_PIECE = late_pattern(
    r'(?:(?P<name>[a-z]+):)?(?:"(?P<exact>[^"]*)"?|(?P<bare>[^\s"]+))', re.IGNORECASE
)
_WORD = late_pattern(r"\w+")
_DAY = late_pattern(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
OPERATORS = ("from:", "model:", "before:", "after:", "tag:")
"""What may stand before a value, as the search line offers it."""

_ROLES = {
    "user": Role.USER,
    "me": Role.USER,
    "assistant": Role.ASSISTANT,
    "model": Role.ASSISTANT,
    "system": Role.SYSTEM,
    "developer": Role.DEVELOPER,
    "tool": Role.TOOL,
}


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand side by side; ``is_open`` ones may go on (``hel`` finds *hello*)."""

    words: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is looked for. ``after`` is included, ``before`` is not; both are epoch seconds."""

    terms: tuple[Term, ...] = ()
    role: Role | None = None
    models: tuple[Term, ...] = ()
    tags: tuple[str, ...] = ()
    after: float | None = None
    before: float | None = None
    plain: str = field(default="", compare=False)
    """The words without the operators: what titles are compared with."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return self == SearchQuery()

    @property
    def has_conditions(self) -> bool:
        """Whether any operator narrows the search."""
        return replace(self, terms=()) != SearchQuery()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word looked for, to be marked where it was found."""
        return tuple(word for term in self.terms for word in term.words)


def parse_query(typed: str) -> SearchQuery:
    """Return what ``typed`` looks for."""
    query, plain = SearchQuery(), []
    pieces = list(_PIECE.finditer(typed))
    for piece in pieces:
        name = (piece["name"] or "").lower()
        value = piece["exact"] if piece["exact"] is not None else piece["bare"]
        if f"{name}:" in OPERATORS:
            query = _with_operator(query, name, value)
            continue
        is_open = piece is pieces[-1] and piece["exact"] is None and not typed[-1:].isspace()
        said = value if piece["exact"] is not None else piece[0]
        query = replace(
            query, terms=query.terms + _terms(said, is_open, piece["exact"] is not None)
        )
        plain.append(said)
    return replace(query, plain=" ".join(plain))


def _terms(said: str, is_open: bool, is_exact: bool) -> tuple[Term, ...]:
    words = tuple(_WORD.findall(said))
    if is_exact:
        return (Term(words),) if words else ()
    return tuple(Term((word,), is_open and at == len(words) - 1) for at, word in enumerate(words))


def _with_operator(query: SearchQuery, name: str, value: str) -> SearchQuery:
    match name:
        case "from":
            return replace(query, role=_ROLES.get(value.lower(), query.role))
        case "model":
            words = tuple(_WORD.findall(value))
            return replace(query, models=(*query.models, Term(words, True))) if words else query
        case "tag":
            tag = value.strip().lstrip("#")
            return replace(query, tags=(*query.tags, tag)) if tag else query
        case "after":
            return replace(query, after=_moment(value) or query.after)
        case _:
            return replace(query, before=_moment(value) or query.before)


def _moment(value: str) -> float | None:
    """Return when a year, month or day begins here, ``today`` or ``yesterday``."""
    now = datetime.now().astimezone()
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if value.lower() in ("today", "yesterday"):
        return (today - timedelta(days=value.lower() == "yesterday")).timestamp()
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return datetime(year, month, day).astimezone().timestamp()
    except (ValueError, OverflowError, OSError):
        return None
