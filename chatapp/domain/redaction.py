"""Keys never reach a log, a report or an error text: they are cut by value and by pattern."""

import json
import re
from functools import lru_cache
from urllib.parse import quote

from chatapp.domain.late_pattern import late_pattern

_PATTERN = late_pattern(
    r"(Bearer\s+|\bsk-|api[-_]key[\"']?\s*[:=]\s*[\"']?)[\x21-\x7e]+", re.IGNORECASE
)
_SHORTEST_SECRET = 6
SHORTEST_GUESS = 12
"""Characters of a value that only its name makes a secret: shorter ones are often words."""

_WORDS = late_pattern(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SECRET_WORD = late_pattern(
    r"(?:access|api|app|auth|client|id|master|o|private|secret|shared|subscription)*"
    r"(?:auth|keys?|jwt|passphrase|pat|pwd|sig)"
    r"|.*(?:apikey|authorization|cookie|credential|passw(?:or)?d|secret|signature|token)"
    r"|.*(?:cookie|credential|passw(?:or)?d|secret|signature)s"
)
_PUBLIC_KEYS = frozenset({"cache", "idempotency", "partition", "public", "sort", "surrogate"})
"""What comes before *key* where a key opens nothing."""

_ABOUT_SECRETS = frozenset(
    {
        "algorithm", "budget", "count", "expires", "expiry", "limit", "mode", "remaining", "reset",
        "type", "url", "usage", "version",
    }
)  # fmt: skip
"""What comes after a word for a secret where only something is said of it."""

_LETTERS_OF_HTML = late_pattern("[+&<>'\"`]")
_seen: list[str] = []
"""Read and replaced at one stroke: texts are redacted on several threads."""


def remember_secret(value: str) -> None:
    """Have ``value`` cut from every text of this run, also as addresses and servers' JSON write
    it; very short ones would cut words."""
    if len(value) < _SHORTEST_SECRET or value in _seen:
        return
    forms = {*_seen, *_forms(value)}
    # A secret that holds another goes first: nothing of it may be left over.
    _seen[:] = sorted(forms, key=len, reverse=True)


@lru_cache(maxsize=512)
def is_secret_name(name: str) -> bool:
    """Whether a header, variable or field of an address has a name made for a secret.

    Whole words count: ``X-Api-Key``, ``accessToken`` and ``set-cookie`` are, but ``X-Author``,
    ``Idempotency-Key`` and ``x-ratelimit-remaining-tokens`` are not.
    """
    words = [word.lower() for word in _WORDS.findall(name)]
    if words[:2] == ["access", "control"]:  # headers of CORS, which say who may ask
        return False
    around = zip(("", *words), words, (*words[1:], ""), strict=False)
    return any(
        _SECRET_WORD.fullmatch(word)
        and not (word in ("key", "keys") and before in _PUBLIC_KEYS)
        and after not in _ABOUT_SECRETS
        for before, word, after in around
    )


def remember_named(name: str, value: str) -> None:
    """Remember ``value`` if its name says that it is a secret; of ``Bearer x`` it is ``x``, of
    cookies the value of each."""
    if "cookie" in name.lower():
        for cookie in value.split(";"):
            own = cookie.partition("=")[2].strip()
            if len(own) >= SHORTEST_GUESS:
                remember_secret(own)
    scheme, space, rest = value.partition(" ")
    secret = rest.strip() if space and scheme.isalpha() else value
    if is_secret_name(name) and len(secret) >= SHORTEST_GUESS:
        remember_secret(secret)


def _forms(value: str) -> set[str]:
    in_json = json.dumps(value, ensure_ascii=False)[1:-1]
    escaped = _LETTERS_OF_HTML.sub(lambda found: f"\\u{ord(found[0]):04x}", in_json)
    capital = _LETTERS_OF_HTML.sub(lambda found: f"\\u{ord(found[0]):04X}", in_json)
    quoted = quote(value.encode("utf-8", "replace"), safe="")
    return {value, in_json, in_json.replace("/", "\\/"), quoted, escaped, capital}


def redacted(words: str) -> str:
    """Return ``words`` without keys and bearer tokens."""
    return _PATTERN.sub(r"\1…", without_secrets(words))


def without_secrets(words: str) -> str:
    """Return ``words`` without the secrets of this run; what only looks like one stays."""
    for secret in tuple(_seen):
        words = words.replace(secret, "…")
    return words


def masked_bytes(data: bytes) -> bytes:
    """Return ``data`` with every known secret overwritten by as many ``*``: positions stay."""
    for secret in tuple(_seen):
        raw = secret.encode("utf-8", "surrogatepass")
        if raw in data:
            data = data.replace(raw, b"*" * len(raw))
    return data
