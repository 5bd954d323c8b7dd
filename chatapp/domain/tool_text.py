"""Calls that a server has left in an answer's words, because it did not know the model's form.

They are never run: the words are the model's, and anybody can write such words. They are only
named, so that nobody wonders why nothing happens.
"""

from collections.abc import Collection

from chatapp.domain.json_reading import read_json
from chatapp.domain.late_pattern import late_pattern

_MARKS = late_pattern(
    r"<tool_call>|<\|tool_call|<function[=_]|\[TOOL_CALLS\]|<\|python_tag\|>|<｜tool▁calls?▁begin｜>"
)
_LONGEST_LOOKED_AT = 20_000


def looks_like_call(text: str, offered: Collection[str]) -> bool:
    """Whether an answer's words seem to be the call of a tool that was offered."""
    if not offered:
        return False
    text = text[:_LONGEST_LOOKED_AT].strip()
    return bool(_MARKS.search(text)) or _is_bare_call(text, offered)


def _is_bare_call(text: str, offered: Collection[str]) -> bool:
    """Whether the words are nothing but ``{"name": …, "arguments": …}``, fenced or not."""
    if text.startswith("```") and text.endswith("```"):
        text = text.strip("`").removeprefix("json").strip()
    if not text.startswith("{"):
        return False
    try:
        value = read_json(text)
    except ValueError:
        return False
    function = value.get("function", value) if isinstance(value, dict) else {}
    return isinstance(function, dict) and function.get("name") in offered
