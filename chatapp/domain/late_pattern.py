"""Regular expressions that are compiled with their first use.

Compiling those of the modules that a start imports took longer than reading the first
conversation, and most of them wait for something that a start does not bring.
"""

import re
from re import Pattern
from typing import Any, cast


class _LatePattern:
    """Stands in for a pattern; what was asked of it once is at hand without it."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def late_pattern(source: str, flags: int = 0) -> Pattern[str]:
    """Return ``re.compile(source, flags)``, made when one of its methods is first called.

    It is no ``re.Pattern`` to ``isinstance`` or to the functions of ``re``: call its methods. A
    wrong ``source`` is found with the first call, so each needs a test.
    """
    return cast("Pattern[str]", _LatePattern(source, flags))
