"""Whether a stranger's regular expression ends in reasonable time.

Python's matcher cannot be interrupted and holds the interpreter while it works: a pattern that
may take for ever is not tried at all. The estimate reads the pattern, and errs towards *no*.
"""

import math
import re

LONGEST_PATTERN = 500
_MOST_STEPS = 20_000_000
_TRICKY = re.compile(r"\(\?(?:#|[a-zA-Z-]*x)")
"""Comments and blanks that do not count: what repeats what is then not easily seen."""

_ESCAPED = re.compile(r"\\.", re.DOTALL)
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
_REPEATED_GROUP = re.compile(r"\)(?:[*+]|\{)")
_UNBOUNDED = re.compile(r"[*+]|\{\d*,\d*\}")
_OPTIONAL = re.compile(r"(?<![*+?}(])\?")


def is_quick(pattern: str, length: int) -> bool:
    """Whether matching ``pattern`` ends in reasonable time on a text of ``length`` letters."""
    if len(pattern) > LONGEST_PATTERN or _TRICKY.search(pattern):
        return False
    plain = _CLASS.sub("a", _ESCAPED.sub("a", pattern))
    if _REPEATED_GROUP.search(plain):
        return False
    steps = math.log(max(length, 1)) * (len(_UNBOUNDED.findall(plain)) + 1)
    steps += math.log(2) * len(_OPTIONAL.findall(plain)) + _branching(plain)
    return steps <= math.log(_MOST_STEPS)


def _branching(plain: str) -> float:
    """Return the logarithm of how many ways the alternatives of a pattern combine to."""
    total, groups = 0.0, [0]
    for letter in plain:
        if letter == "(":
            groups.append(0)
        elif letter == "|":
            groups[-1] += 1
        elif letter == ")" and len(groups) > 1:
            total += math.log(1 + groups.pop())
    return total + sum(math.log(1 + alternatives) for alternatives in groups)
