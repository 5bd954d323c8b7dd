"""Texts with places to fill, and personas."""

import pytest

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, EndpointId, MessageId, Role
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.prompts import (
    Persona,
    Variable,
    command_name,
    filled,
    needs,
    persona_of,
    variables,
    with_persona,
)

TEXT = (
    "Translate {{ text }} into {{language|Japanese|German}}, {{tone=friendly}}. {{text}} {{date}}"
)


def test_places_are_found_once_in_order_with_what_they_are_at_first() -> None:
    assert variables(TEXT) == (
        Variable("text"),
        Variable("language", "Japanese", ("Japanese", "German")),
        Variable("tone", "friendly"),
    )


def test_places_are_filled_and_the_rest_keeps_what_it_is_at_first() -> None:
    values = {"text": "{{tone}}", "date": "today"}
    assert filled(TEXT, values) == "Translate {{tone}} into Japanese, friendly. {{tone}} today"


@pytest.mark.parametrize(
    "text", ["{{}}", "{{ 1 }}", "{ {a} }", "{{a{b}}", "{{#if x}}", "{{" * 5000, "{{a" + "|" * 5000]
)
def test_anything_else_in_braces_stays_as_it_is(text: str) -> None:
    assert variables(text) == ()
    assert filled(text, {"a": "never"}) == text


def test_what_fills_itself_is_asked_for_only_if_it_is_named() -> None:
    assert needs(TEXT, "date")
    assert not needs(TEXT, "clipboard")
    assert variables("{{date=tomorrow}}") == (Variable("date", "tomorrow"),)


def test_a_name_is_one_word_that_can_be_typed() -> None:
    assert command_name(" Fix my English! ") == "fix-my-english"
    assert command_name("翻訳 する") == "翻訳-する"
    assert command_name("///") == ""


def test_a_persona_sets_up_another_conversation_and_leaves_what_was_said() -> None:
    source = Conversation(
        ConversationId("a"), endpoint_id=EndpointId("e"), model="m", system_text="Be brief.",
        system_role=Role.DEVELOPER, settings={"temperature": Setting(0.1)},
    )  # fmt: skip
    persona = persona_of(source, "p", "Brief")
    target = Conversation(ConversationId("b"), title="t", leaf_id=MessageId("x"), model="other")
    changed = with_persona(target, persona)
    assert (changed.title, changed.leaf_id) == ("t", "x")
    assert (changed.model, changed.endpoint_id) == ("m", "e")
    assert (changed.system_text, changed.system_role) == ("Be brief.", Role.DEVELOPER)
    assert changed.settings == source.settings
    assert with_persona(target, Persona("q", "Any model")).model == "other"
