"""Making a tree of messages whose links nobody vouches for."""

from collections.abc import Mapping


def in_order(parents: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return every key with its parent, parents before children, siblings in the given order.

    A parent that is not there gives a root; a circle is opened at its first key.
    """
    children: dict[str | None, list[str]] = {}
    for key, parent in parents.items():
        known = parent if parent in parents and parent != key else None
        children.setdefault(known, []).append(key)
    ordered: dict[str, str | None] = {}
    _walk(children.get(None, []), None, children, ordered)
    for key in parents:
        if key not in ordered:
            _walk([key], None, children, ordered)
    return ordered


def _walk(
    starts: list[str],
    parent: str | None,
    children: Mapping[str | None, list[str]],
    ordered: dict[str, str | None],
) -> None:
    waiting = [(key, parent) for key in reversed(starts)]
    while waiting:
        key, above = waiting.pop()
        if key in ordered:
            continue
        ordered[key] = above
        waiting.extend((child, key) for child in reversed(children.get(key, [])))
