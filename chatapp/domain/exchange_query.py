"""What a person types to find exchanges: ``status:429 tool:get_weather duration:>2s words``."""

import re
import shlex
from collections.abc import Callable

from chatapp.domain.exchanges import Exchange
from chatapp.domain.quick_dataclass import dataclass

_UNITS_MS = {"ms": 1.0, "s": 1000.0, "m": 60_000.0, "": 1.0}
_UNITS_BYTES = {"b": 1.0, "kb": 1e3, "mb": 1e6, "": 1.0}
_NUMBER = re.compile(r"([<>]=?|=)?\s*(\d+(?:\.\d+)?)\s*([a-z]*)", re.IGNORECASE)

Test = Callable[[Exchange], bool]


@dataclass(frozen=True, slots=True)
class ExchangeQuery:
    """Tests on what is known, and ``words`` that must all be found, in lower case."""

    tests: tuple[Test, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it lets everything through."""
        return not self.tests and not self.words

    def fits(self, exchange: Exchange) -> bool:
        """Whether what is known of an exchange passes every test."""
        return all(test(exchange) for test in self.tests)

    def found_in(self, exchange: Exchange, request: bytes, response: bytes) -> bool:
        """Whether every word is in an exchange or in its bodies."""
        head = " ".join((exchange.url, exchange.model, exchange.error, exchange.endpoint)).lower()
        places = (head, _lower(request), _lower(response))
        return all(any(word in place for place in places) for word in self.words)


def _lower(body: bytes) -> str:
    return body.decode("utf-8", "replace").lower()


def parse_query(words: str) -> ExchangeQuery:
    """Read a query; what is no known ``name:value`` is searched for as it stands."""
    try:
        parts = shlex.split(words)
    except ValueError:  # an unclosed quotation mark
        parts = words.replace('"', " ").replace("'", " ").split()
    tests: list[Test] = []
    rest: list[str] = []
    for part in parts:
        name, colon, value = part.partition(":")
        make = _TESTS.get(name.lower()) if colon and value else None
        test = make(value) if make is not None else None
        if test is None:
            rest.append(part.lower())
        else:
            tests.append(test)
    return ExchangeQuery(tuple(tests), tuple(rest))


def _compared(value: str, units: dict[str, float]) -> Callable[[float], bool] | None:
    """Return a comparison such as ``>2s``; ``None`` if ``value`` is none."""
    match = _NUMBER.fullmatch(value)
    if match is None or match[3].lower() not in units:
        return None
    sign, limit = match[1] or "=", float(match[2]) * units[match[3].lower()]
    return {
        ">": lambda x: x > limit,
        ">=": lambda x: x >= limit,
        "<": lambda x: x < limit,
        "<=": lambda x: x <= limit,
        "=": lambda x: x == limit,
    }[sign]


def _status(value: str) -> Test | None:
    if value.lower() in ("error", "failed"):
        return lambda exchange: exchange.failed
    if value.lower() == "stopped":
        return lambda exchange: exchange.was_stopped
    if value.lower() == "ok":
        return _went_well
    if re.fullmatch(r"[1-5]xx", value.lower()):
        return lambda exchange: exchange.status // 100 == int(value[0])
    compare = _compared(value, {"": 1.0})
    return None if compare is None else lambda exchange: compare(exchange.status)


def _went_well(exchange: Exchange) -> bool:
    return not (exchange.failed or exchange.was_stopped or exchange.is_running)


def _duration(value: str) -> Test | None:
    compare = _compared(value, _UNITS_MS)
    return None if compare is None else lambda e: compare(e.moments.ended_ms or 0.0)


def _size(value: str) -> Test | None:
    compare = _compared(value, _UNITS_BYTES)
    return None if compare is None else lambda e: compare(e.request_size + e.response_size)


def _tool(value: str) -> Test:
    return lambda exchange: any(value.lower() in tool.lower() for tool in exchange.tools)


def _model(value: str) -> Test:
    return lambda exchange: value.lower() in exchange.model.lower()


def _kind(value: str) -> Test:
    return lambda exchange: exchange.link.kind == value.lower()


def _endpoint(value: str) -> Test:
    return lambda exchange: value.lower() in f"{exchange.endpoint} {exchange.url}".lower()


_TESTS: dict[str, Callable[[str], Test | None]] = {
    "status": _status,
    "duration": _duration,
    "size": _size,
    "tool": _tool,
    "model": _model,
    "kind": _kind,
    "endpoint": _endpoint,
}
