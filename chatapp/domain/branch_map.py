"""The tree of a conversation as a short list: each stretch without forks is one row.

Where versions part, the version that is on the shown path (or the newest) goes on in the same
lane; the others come first, one lane further in. So the way to a row leads through every lane
before its own.
"""

from collections.abc import Iterable, Iterator

from chatapp.domain.conversation import MessageTree
from chatapp.domain.messages import Message, MessageId, Role
from chatapp.domain.quick_dataclass import dataclass

LONGEST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Stretch:
    """Messages that follow each other without a fork, from ``first`` to ``last``.

    ``parts`` tells that it leaves the lane before its own; ``goes_on`` that rows follow it;
    ``shown`` that it is on the path that is shown.
    """

    first: MessageId
    last: MessageId
    count: int
    role: Role
    words: str
    lane: int
    parts: bool
    goes_on: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class DeletedBranch:
    """A message that was deleted with all that followed it, ``count`` in all."""

    first: MessageId
    count: int
    role: Role
    words: str


def deleted_branches(deleted: Iterable[Message]) -> list[DeletedBranch]:
    """Return the branches that deleted messages make, parents of none of them first."""
    tree = MessageTree.of(deleted)
    firsts = [message for message in tree.all() if message.parent_id not in tree]
    return [DeletedBranch(m.id, len(tree.under(m.id)), m.role, _words(m)) for m in firsts]


def branch_map(tree: MessageTree, leaf_id: MessageId | None) -> list[Stretch]:
    """Return the rows from the first message down."""
    shown = {message.id for message in tree.path_to(leaf_id)}
    roots = [message.id for message in tree.all() if message.parent_id not in tree]
    return list(_rows(tree, roots, shown))


def _rows(tree: MessageTree, roots: list[MessageId], shown: set[MessageId]) -> Iterator[Stretch]:
    waiting = _fork(roots, shown, 0)
    while waiting:
        first, lane, parts = waiting.pop()
        last, count = _end_of(tree, first)
        children = tree.children(last)
        message = tree.get(first)
        words, on_path = _words(message), first in shown
        yield Stretch(first, last, count, message.role, words, lane, parts, bool(children), on_path)
        waiting += _fork(children, shown, lane)


def _fork(
    versions: list[MessageId], shown: set[MessageId], lane: int
) -> list[tuple[MessageId, int, bool]]:
    """Return what waits after a fork; what is popped first stands last."""
    if not versions:
        return []
    main = next((v for v in versions if v in shown), versions[-1])
    others = [(v, lane + 1, True) for v in reversed(versions) if v != main]
    return [(main, lane, False), *others]


def _end_of(tree: MessageTree, first: MessageId) -> tuple[MessageId, int]:
    last, count = first, 1
    while len(children := tree.children(last)) == 1:
        last, count = children[0], count + 1
    return last, count


def _words(message: Message) -> str:
    return " ".join(message.text[: LONGEST_WORDS * 4].split())[:LONGEST_WORDS]
