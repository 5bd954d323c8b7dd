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
    return _PATTERN.sub(r"\1…", without_secrets(words))


def without_secrets(words: str) -> str:
    """Return ``words`` without the secrets of this run; what only looks like one stays."""
    for secret in _seen:
        words = words.replace(secret, "…")
    return words


def masked_bytes(data: bytes) -> bytes:
    """Return ``data`` with every known secret overwritten by as many ``*``: positions stay."""
    for secret in _seen:
        raw = secret.encode()
        if raw in data:
            data = data.replace(raw, b"*" * len(raw))
    return data
