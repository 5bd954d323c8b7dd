"""The extra headers of an endpoint: which of them are secret, and what each may be.

The rule: a value is kept in the keyring unless the name is known to carry none, or the person
says that it may be read. What looks like a secret, by its name or its value, always goes there.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import Enum, auto

from chatapp.domain.endpoints import Endpoint, header_name_problem
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.redaction import is_secret_name
from chatapp.domain.secret_arguments import has_form_of_key, looks_secret
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

_REFERENCE = re.compile(r"((?:[A-Za-z]+ +)?)\$\{([A-Za-z_]\w*)\}")
_OUR_OWN = frozenset({"connection", "content-length", "transfer-encoding"})
_PLAIN = frozenset(
    {
        "accept", "accept-language", "anthropic-beta", "anthropic-version", "cache-control",
        "content-type", "editor-version", "helicone-cache-enabled", "helicone-property-session",
        "helicone-user-id", "host", "http-referer", "idempotency-key", "openai-beta",
        "openai-organization", "openai-project", "origin", "prefer", "referer", "traceparent",
        "user-agent", "x-client-name", "x-client-version", "x-correlation-id", "x-portkey-provider",
        "x-request-id", "x-title",
    }
)  # fmt: skip
"""Names that servers document, whose values say who asks or how, and open nothing."""


class Secrecy(Enum):
    """Whether the value of a header is a secret."""

    ALWAYS = auto()
    """It looks like one: it is kept in the keyring whatever is said."""
    UNLESS_SAID = auto()
    """Nothing is known of it, so it is kept in the keyring until the person says otherwise."""
    IF_SAID = auto()
    """It is known to be none."""


def secrecy(name: str, value: str = "") -> Secrecy:
    """Return whether a header's value is a secret, by its name and the value itself."""
    if has_form_of_key(value):
        return Secrecy.ALWAYS
    if name.lower() in _PLAIN:
        return Secrecy.IF_SAID
    return Secrecy.ALWAYS if is_secret_name(name) else Secrecy.UNLESS_SAID


def variable_in(value: str) -> str:
    """Return the environment variable that a value such as ``Bearer ${NAME}`` is read from."""
    found = _REFERENCE.fullmatch(value)
    return found[2] if found else ""


def filled(value: str, environment: Mapping[str, str]) -> str | None:
    """Return ``value`` with its variable filled in; ``None`` if there is no such variable."""
    found = _REFERENCE.fullmatch(value)
    if found is None:
        return value
    own = environment.get(found[2], "").strip()
    return found[1] + own if own else None


def without_scheme(value: str) -> str:
    """Return what is secret of ``Bearer x``: the ``x``."""
    scheme, space, rest = value.partition(" ")
    return rest.strip() if space and scheme.isalpha() else value


def exposed(endpoint: Endpoint) -> list[str]:
    """Return the names of headers whose secrets an earlier version has kept where they can be
    read."""
    return [
        name
        for name, value in endpoint.extra_headers.items()
        if not variable_in(value)
        and (
            secrecy(name, value) is Secrecy.ALWAYS
            or (secrecy(name) is Secrecy.UNLESS_SAID and looks_secret(name, value))
        )
    ]


def header_problem(name: str, value: str, others: Iterable[str] = ()) -> Text | None:
    """Say why a header cannot be sent, in words without its value; ``others`` are the names of
    the other ones."""
    if problem := header_name_problem(name):
        return problem
    if name.lower() in _OUR_OWN:
        return text(
            "Endpoint", QT_TRANSLATE_NOOP("Endpoint", "The app itself sets “{name}”."), name=name
        )
    if name.lower() in {other.lower() for other in others}:
        return text(
            "Endpoint", QT_TRANSLATE_NOOP("Endpoint", "There is a header “{name}” already."),
            name=name,
        )  # fmt: skip
    if not value.isascii() or not value.isprintable():
        return text(
            "Endpoint",
            QT_TRANSLATE_NOOP("Endpoint", "The value of “{name}” has signs that cannot be sent."),
            name=name,
        )
    return None


@dataclass(frozen=True, slots=True)
class HeaderEdit:
    """What a person made of a header: ``before`` is the name that it had, ``value`` ``None`` if
    that stays. ``for_run`` keeps a secret in memory until the app ends."""

    before: str
    name: str
    value: str | None = field(repr=False)
    secret: bool
    for_run: bool = False
