"""Keys never reach a log, a report or an error text: they are cut by value and by pattern."""

import re

_PATTERN = re.compile(
    r"(Bearer\s+|\bsk-|api[-_]key[\"']?\s*[:=]\s*[\"']?)[\x21-\x7e]+", re.IGNORECASE
)
_SHORTEST_SECRET = 6
_seen: set[str] = set()


def remember_secret(value: str) -> None:
    """Have ``value`` cut from every text of this run; very short ones would cut words."""
    if len(value) >= _SHORTEST_SECRET:
        _seen.add(value)


def redacted(words: str) -> str:
    """Return ``words`` without keys and bearer tokens."""
    for secret in _seen:
        words = words.replace(secret, "…")
    return _PATTERN.sub(r"\1…", words)
