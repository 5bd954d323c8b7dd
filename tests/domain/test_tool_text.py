"""Calls left in an answer's words are recognised, and ordinary words are not taken for calls."""

import pytest

from chatapp.domain.tool_text import looks_like_call

OFFERED = frozenset({"get_weather"})


@pytest.mark.parametrize(
    "text",
    [
        '<tool_call>{"name": "get_weather", "arguments": {}}</tool_call>',
        'Let me see. <tool_call>\n{"name": "get_wea',
        "<function=get_weather>{}</function>",
        '[TOOL_CALLS] [{"name": "get_weather"}]',
        '{"name": "get_weather", "arguments": {"city": "Oslo"}}',
        '```json\n{"name": "get_weather", "arguments": {}}\n```',
        '{"type": "function", "function": {"name": "get_weather"}}',
    ],
)
def test_the_usual_forms_are_recognised(text: str) -> None:
    assert looks_like_call(text, OFFERED)


@pytest.mark.parametrize(
    "text",
    ["", "It rains.", '{"name": "Oslo"}', '{"name": ', "[1]", "{}", '{"function": 3}', "```\n```"],
)
def test_other_words_are_not(text: str) -> None:
    assert not looks_like_call(text, OFFERED)


def test_without_tools_nothing_is_a_call() -> None:
    assert not looks_like_call("<tool_call>", frozenset())
