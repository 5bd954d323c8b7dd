"""The kinds of request fields: which values each takes, and what to say of a wrong one."""

import math
import re
from collections.abc import Callable
from typing import TypeAlias

from chatapp.domain.json_value import JsonValue, as_number
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

Problem: TypeAlias = Text | None


def _problem(source: str, /, **arguments: object) -> Text:
    return text("ParameterProblem", source, **arguments)


@dataclass(frozen=True, slots=True)
class Number:
    """A number within ``minimum … maximum`` (both allowed); ``None`` leaves a side open.

    With ``slider`` both ends are closed and the panel shows a slider beside the number.
    """

    minimum: float | None = None
    maximum: float | None = None
    step: float = 1
    integer: bool = False
    slider: bool = False

    def problem(self, value: JsonValue) -> Problem:
        """Say why ``value`` cannot be sent."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "This must be a number."))
        if (number := as_number(value)) is None or not math.isfinite(number):
            return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "This must be finite."))
        if self.integer and not number.is_integer():
            return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "This must be a whole number."))
        if self.minimum is not None and value < self.minimum:
            return _problem(
                QT_TRANSLATE_NOOP("ParameterProblem", "The least is {minimum}."),
                minimum=_plain(self.minimum),
            )
        if self.maximum is not None and value > self.maximum:
            return _problem(
                QT_TRANSLATE_NOOP("ParameterProblem", "The most is {maximum}."),
                maximum=_plain(self.maximum),
            )
        return None

    def plain(self, value: JsonValue) -> JsonValue:
        """Return a whole number written as ``3.0`` as ``3``: typed servers refuse the former."""
        whole = self.integer and isinstance(value, float) and value.is_integer()
        return int(value) if whole and isinstance(value, float) else value


def _plain(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def problem(self, value: JsonValue) -> Problem:
        """Say why ``value`` cannot be sent."""
        if isinstance(value, bool):
            return None
        return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "This must be on or off."))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; ``pattern`` must match the whole of it."""

    max_length: int | None = None
    pattern: str = ""

    def problem(self, value: JsonValue) -> Problem:
        """Say why ``value`` cannot be sent."""
        if not isinstance(value, str):
            return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "This must be text."))
        if self.max_length is not None and len(value) > self.max_length:
            return _problem(
                QT_TRANSLATE_NOOP("ParameterProblem", "At most {count} characters."),
                count=self.max_length,
            )
        if self.pattern and not re.fullmatch(self.pattern, value):
            return _problem(
                QT_TRANSLATE_NOOP("ParameterProblem", "Only letters, digits, _ and - are allowed.")
            )
        return None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of ``choices``; with ``free`` any other word too, with ``objects`` a JSON object."""

    choices: tuple[str, ...]
    free: bool = False
    objects: bool = False

    def problem(self, value: JsonValue) -> Problem:
        """Say why ``value`` cannot be sent."""
        if isinstance(value, str):
            if value in self.choices or (self.free and value.strip()):
                return None
            if not value.strip():
                return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "Choose one."))
        elif self.objects and isinstance(value, dict) and value:
            return None
        return _problem(
            QT_TRANSLATE_NOOP("ParameterProblem", "Choose one of: {choices}."),
            choices=", ".join(self.choices),
        )


@dataclass(frozen=True, slots=True)
class Several:
    """One or more of ``choices``, as a list."""

    choices: tuple[str, ...]

    def problem(self, value: JsonValue) -> Problem:
        """Say why ``value`` cannot be sent."""
        if not isinstance(value, list) or not value:
            return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "Choose at least one."))
        if len(set(map(str, value))) != len(value) or any(v not in self.choices for v in value):
            return _problem(
                QT_TRANSLATE_NOOP(
                    "ParameterProblem", "Choose each of these at most once: {choices}."
                ),
                choices=", ".join(self.choices),
            )
        return None


@dataclass(frozen=True, slots=True)
class Words:
    """A list of texts, such as stop sequences; a single text counts as a list of one."""

    most: int

    def problem(self, value: JsonValue) -> Problem:
        """Say why ``value`` cannot be sent."""
        words = [value] if isinstance(value, str) else value
        if not isinstance(words, list) or not words:
            return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "Add at least one."))
        if len(words) > self.most:
            return _problem(
                QT_TRANSLATE_NOOP("ParameterProblem", "At most {count} are allowed."),
                count=self.most,
            )
        if not all(isinstance(word, str) and word for word in words):
            return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "An empty text stops nothing."))
        return None


@dataclass(frozen=True, slots=True)
class Json:
    """Any JSON that ``check`` accepts; ``example`` is put into an empty editor on request."""

    check: Callable[[JsonValue], Problem]
    example: str

    def problem(self, value: JsonValue) -> Problem:
        """Say why ``value`` cannot be sent."""
        return self.check(value)


@dataclass(frozen=True, slots=True)
class Voice:
    """The ``audio`` object: a voice and a format, each of a list or typed freely."""

    voices: tuple[str, ...]
    formats: tuple[str, ...]

    def problem(self, value: JsonValue) -> Problem:
        """Say why ``value`` cannot be sent."""
        if not isinstance(value, dict):
            return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "Choose a voice and a format."))
        voice, form = value.get("voice"), value.get("format")
        named = isinstance(voice, str) and voice.strip()
        custom = isinstance(voice, dict) and isinstance(voice.get("id"), str) and voice["id"]
        if not (named or custom):
            return _problem(QT_TRANSLATE_NOOP("ParameterProblem", "Choose a voice."))
        if form not in self.formats:
            return _problem(
                QT_TRANSLATE_NOOP("ParameterProblem", "Choose one of: {choices}."),
                choices=", ".join(self.formats),
            )
        return None


Kind: TypeAlias = Number | Flag | Line | Choice | Several | Words | Json | Voice
