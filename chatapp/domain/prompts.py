"""Prompts that are used again: texts with places to fill, and personas.

A place is ``{{name}}``, ``{{name=what it is at first}}`` or ``{{name|one|two}}``, of which the
first choice stands at first. ``{{date}}``, ``{{time}}``, ``{{clipboard}}`` and ``{{selection}}``
fill themselves. Anything else in double braces stays as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import field, replace

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import EndpointId, Role
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.presets import Preset
from chatapp.domain.quick_dataclass import dataclass

MAX_NAME = 40
MAX_TEXT = 100_000
BY_THEMSELVES = ("date", "time", "clipboard", "selection")
_PLACE = re.compile(
    r"\{\{\s*([^\W\d][\w -]{0,39}?)\s*(?:=([^{}|]{0,500})|((?:\|[^{}|]{0,200})+))?\}\}"
)
_UNFIT_FOR_A_NAME = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A text under a name that is typed after a slash."""

    id: str
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    """How a conversation is set up: system message, model, request fields with their tools."""

    id: str
    name: str
    system_text: str = ""
    system_role: Role = Role.SYSTEM
    endpoint_id: EndpointId | None = None
    model: str = ""
    settings: Mapping[str, Setting] = field(default_factory=dict)
    preset: Preset | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """A place that a person fills. ``choices`` are empty for free text."""

    name: str
    initial: str = ""
    choices: tuple[str, ...] = ()


def command_name(typed: str) -> str:
    """Return a name as it can be typed after a slash: one word."""
    return _UNFIT_FOR_A_NAME.sub("-", typed.strip()).strip("-")[:MAX_NAME].lower()


def variables(text: str) -> tuple[Variable, ...]:
    """Return the places of a text that a person fills, each once, in order."""
    found: dict[str, Variable] = {}
    for match in _PLACE.finditer(text):
        name, initial, choices = match[1], match[2] or "", match[3] or ""
        if name in BY_THEMSELVES and not (initial or choices):
            continue
        options = tuple(option.strip() for option in choices.split("|")[1:])
        first = options[0] if options else initial.strip()
        found.setdefault(name, Variable(name, first, options))
    return tuple(found.values())


def needs(text: str, name: str) -> bool:
    """Whether a text has a place of that name."""
    return any(match[1] == name for match in _PLACE.finditer(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its places filled; a place without a value keeps what it is at first.

    What is filled in is not read for places again.
    """
    initial = {variable.name: variable.initial for variable in variables(text)}

    def value(match: re.Match[str]) -> str:
        return values.get(match[1], initial.get(match[1], match[0]))

    return _PLACE.sub(value, text)


def persona_of(conversation: Conversation, persona_id: str, name: str) -> Persona:
    """Return how a conversation is set up, to be used for others."""
    return Persona(
        persona_id,
        name,
        conversation.system_text,
        conversation.system_role,
        conversation.endpoint_id,
        conversation.model,
        conversation.settings,
        conversation.preset,
    )


def with_persona(conversation: Conversation, persona: Persona) -> Conversation:
    """Return a conversation set up by a persona; its model stays if the persona names none."""
    names_model = bool(persona.model)
    return replace(
        conversation,
        system_text=persona.system_text,
        system_role=persona.system_role,
        endpoint_id=persona.endpoint_id if names_model else conversation.endpoint_id,
        model=persona.model if names_model else conversation.model,
        settings=persona.settings,
        preset=persona.preset,
    )


def is_set_up(conversation: Conversation) -> bool:
    """Whether somebody has set anything of a conversation that a persona sets, but its model."""
    return bool(conversation.system_text or conversation.settings or conversation.preset)
