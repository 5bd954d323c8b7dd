"""What lies between two orders of a list, in time that hardly grows with it."""

from collections.abc import Sequence
from enum import Enum, auto

from chatapp.domain.quick_dataclass import dataclass


class Change(Enum):
    """How the new order came from the old one."""

    NONE = auto()
    INSERTED = auto()
    """Rows ``first`` to ``last`` of the new order are new."""
    REMOVED = auto()
    """Rows ``first`` to ``last`` of the old order are gone."""
    MOVED_UP = auto()
    """Row ``last`` of the old order is now row ``first``."""
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Difference:
    """One change; see ``Change`` for what the rows mean."""

    kind: Change
    first: int = 0
    last: int = 0


def difference(old: Sequence[object], new: Sequence[object]) -> Difference:
    """Return what turns ``old`` into ``new``."""
    same = _common(old, new)
    if same == len(old) == len(new):
        return Difference(Change.NONE)
    shared = min(len(old), len(new)) - same
    tail = _common_tail(old, new, shared)
    gone, come = old[same : len(old) - tail], new[same : len(new) - tail]
    if not gone:
        return Difference(Change.INSERTED, same, same + len(come) - 1)
    if not come:
        return Difference(Change.REMOVED, same, same + len(gone) - 1)
    if len(gone) == len(come) and come[0] == gone[-1] and come[1:] == gone[:-1]:
        return Difference(Change.MOVED_UP, same, same + len(gone) - 1)
    return Difference(Change.OTHER)


def _common(old: Sequence[object], new: Sequence[object]) -> int:
    """Return how many items both begin with; slices are compared, not items."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_tail(old: Sequence[object], new: Sequence[object], most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        one = old[len(old) - middle : len(old) - low]
        if one == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
