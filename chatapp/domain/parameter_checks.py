"""Checks of the request fields that are JSON objects or lists (``endpoint.md`` B1)."""

import re
from collections.abc import Mapping

from chatapp.domain.json_value import JsonValue, as_number, as_object, as_text
from chatapp.domain.parameter_kinds import Problem
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

NAME_PATTERN = r"[A-Za-z0-9_-]{1,64}"
"""Names of messages, functions and schemas."""

MOST_TOOLS = 128
RESERVED_FIELDS = ("model", "messages", "stream")
"""Fields that ``extra_body`` may not overwrite."""


def _problem(source: str, /, **arguments: object) -> Text:
    return text("ParameterProblem", source, **arguments)


def an_object(value: JsonValue) -> Problem:
    """Accept any JSON object with at least one key."""
    if isinstance(value, dict) and value:
        return None
    return _problem(
        QT_TRANSLATE_NOOP("ParameterProblem", "This must be a JSON object with at least one key.")
    )


def logit_bias(value: JsonValue) -> Problem:
    """Token id → bias from −100 to 100; llama.cpp also takes a list of pairs."""
    if isinstance(value, list) and value:
        return None
    if not isinstance(value, dict) or not value:
        return an_object(value)
    for token, bias in value.items():
        number = as_number(bias)
        if not re.fullmatch(r"\d+", token):
            return _problem(
                QT_TRANSLATE_NOOP("ParameterProblem", "“{token}” is no token id."), token=token
            )
        if number is None or not -100 <= number <= 100:
            return _problem(
                QT_TRANSLATE_NOOP(
                    "ParameterProblem", "The bias of token {token} must be from -100 to 100."
                ),
                token=token,
            )
    return None


def tools(value: JsonValue) -> Problem:
    """Check a list of tool definitions; an empty list is refused by several servers."""
    if not isinstance(value, list) or not value:
        return _problem(
            QT_TRANSLATE_NOOP("ParameterProblem", "This must be a list of at least one tool.")
        )
    if len(value) > MOST_TOOLS:
        return _problem(
            QT_TRANSLATE_NOOP("ParameterProblem", "At most {count} are allowed."), count=MOST_TOOLS
        )
    names: set[str] = set()
    for position, tool in enumerate(value, start=1):
        found = _tool(position, as_object(tool), names)
        if found is not None:
            return found
    return None


def _tool(position: int, tool: Mapping[str, JsonValue], names: set[str]) -> Problem:
    if tool.get("type") == "custom":
        return None
    function = as_object(tool.get("function"))
    name = as_text(function.get("name"))
    if tool.get("type") != "function" or not function:
        return _problem(
            QT_TRANSLATE_NOOP(
                "ParameterProblem", 'Tool {position} needs "type": "function" and a function.'
            ),
            position=position,
        )
    if not re.fullmatch(NAME_PATTERN, name):
        return _problem(
            QT_TRANSLATE_NOOP(
                "ParameterProblem",
                "Tool {position} needs a name of letters, digits, _ and - (at most 64).",
            ),
            position=position,
        )
    if name in names:
        return _problem(
            QT_TRANSLATE_NOOP("ParameterProblem", "The name “{name}” is used twice."), name=name
        )
    names.add(name)
    schema = function.get("parameters")
    if schema is not None and as_object(schema).get("type") != "object":
        return _problem(
            QT_TRANSLATE_NOOP(
                "ParameterProblem", 'The parameters of “{name}” need "type": "object".'
            ),
            name=name,
        )
    return None


def response_format(value: JsonValue) -> Problem:
    """Check ``text``, ``json_object`` or ``json_schema`` with its schema."""
    form = as_object(value)
    kind = form.get("type")
    if kind in ("text", "json_object"):
        return None
    if kind != "json_schema":
        return _problem(
            QT_TRANSLATE_NOOP("ParameterProblem", '"type" must be one of: {choices}.'),
            choices="text, json_object, json_schema",
        )
    schema = as_object(form.get("json_schema"))
    name = as_text(schema.get("name"))
    if "schema" not in schema and "schema" not in form:
        return _problem(QT_TRANSLATE_NOOP("ParameterProblem", 'json_schema needs a "schema".'))
    if name and not re.fullmatch(NAME_PATTERN, name):
        return _problem(
            QT_TRANSLATE_NOOP("ParameterProblem", "Its name: letters, digits, _ and -, at most 64.")
        )
    return None


def message_name(name: str) -> Problem:
    """The ``name`` of a message; none is fine."""
    if name and not re.fullmatch(NAME_PATTERN, name):
        return _problem(
            QT_TRANSLATE_NOOP("ParameterProblem", "A name: letters, digits, _ and -, at most 64.")
        )
    return None


def metadata(value: JsonValue) -> Problem:
    """At most 16 pairs of short texts."""
    pairs = as_object(value)
    if not pairs:
        return an_object(value)
    fits = len(pairs) <= 16 and all(
        len(key) <= 64 and isinstance(item, str) and len(item) <= 512 for key, item in pairs.items()
    )
    if fits:
        return None
    return _problem(
        QT_TRANSLATE_NOOP(
            "ParameterProblem",
            "At most 16 pairs of text, names up to 64 and values up to 512 characters.",
        )
    )


def extra_body(value: JsonValue) -> Problem:
    """Any object that leaves ``model``, ``messages`` and ``stream`` alone."""
    wrong = an_object(value)
    if wrong is not None:
        return wrong
    taken = [name for name in RESERVED_FIELDS if name in as_object(value)]
    if taken:
        return _problem(
            QT_TRANSLATE_NOOP(
                "ParameterProblem", "Set {fields} in the window; this box may not overwrite it."
            ),
            fields=", ".join(taken),
        )
    return None
