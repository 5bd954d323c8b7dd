"""The table of request fields, its checks and its layers."""

import pytest

from chatapp.domain.json_value import JsonValue
from chatapp.domain.parameter_layers import Layer, Setting, join_layers
from chatapp.domain.parameters import PARAMETERS

AUTOMATION_FIELDS = [
    "temperature",
    "top_p",
    "n",
    "stream",
    "stream_options.include_usage",
    "stop",
    "max_tokens",
    "max_completion_tokens",
    "presence_penalty",
    "frequency_penalty",
    "logit_bias",
    "user",
    "tools",
    "tool_choice",
    "parallel_tool_calls",
    "response_format",
    "seed",
    "reasoning_effort",
    "modalities",
    "audio",
    "logprobs",
    "top_logprobs",
    "extra_body",
]

FUNCTION: JsonValue = {"type": "function", "function": {"name": "f"}}


def test_every_field_that_other_programs_rely_on_is_declared() -> None:
    assert [name for name in AUTOMATION_FIELDS if name not in PARAMETERS] == []


def test_only_the_stream_and_its_usage_are_sent_unless_a_person_sets_something() -> None:
    assert join_layers({}, {}).body() == {
        "stream": True,
        "stream_options": {"include_usage": True},
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("temperature", 0),
        ("temperature", 0.0),
        ("temperature", 2),
        ("top_p", 0),
        ("n", 1),
        ("seed", 2**63 - 1),
        ("seed", 0),
        ("stop", ["\n"]),
        ("stop", "END"),
        ("logit_bias", {"50256": -100}),
        ("logprobs", False),
        ("tools", [FUNCTION]),
        ("response_format", {"type": "json_object"}),
        ("reasoning_effort", "high"),
        ("user", ""),
        ("max_tokens", 1),
        ("extra_body", {"top_k": 0}),
    ],
)
def test_a_value_that_is_allowed_reaches_the_body_as_it_is(name: str, value: JsonValue) -> None:
    body = join_layers({}, {name: Setting(value)}).body()
    if name == "extra_body":
        assert body["top_k"] == 0
    else:
        assert body[name] == value
        assert type(body[name]) is type(value)


@pytest.mark.parametrize("name", ["n", "seed", "max_tokens", "top_logprobs"])
def test_a_whole_number_written_with_a_point_is_sent_without_it(name: str) -> None:
    joined = join_layers({}, {"logprobs": Setting(value=True), name: Setting(3.0)})
    assert joined.problems == {}
    assert type(joined.body()[name]) is int
    refused = join_layers({}, {"logprobs": Setting(value=True), name: Setting(3.5)})
    assert refused.problems.keys() == {name}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("temperature", 2.01),
        ("temperature", -0.1),
        ("temperature", "warm"),
        ("temperature", True),
        ("temperature", float("nan")),
        ("top_p", 1.1),
        ("n", 0),
        ("n", 1.5),
        ("seed", 2**63),
        ("stop", []),
        ("stop", ["a", "b", "c", "d", "e"]),
        ("stop", [""]),
        ("logit_bias", {"word": 1}),
        ("logit_bias", {"1": 101}),
        ("tools", []),
        ("tools", [FUNCTION, FUNCTION]),
        ("tools", [{"type": "function", "function": {"name": "no spaces"}}]),
        ("response_format", {"type": "json_schema"}),
        ("modalities", ["video"]),
        ("extra_body", {"model": "x"}),
        ("max_tokens", 0),
    ],
)
def test_a_value_out_of_range_is_not_sent_and_the_reason_is_said(
    name: str, value: JsonValue
) -> None:
    joined = join_layers({}, {name: Setting(value)})
    assert str(joined.problems[name])
    assert name not in joined.body()


def test_the_strongest_layer_decides_and_is_named() -> None:
    endpoint = {"temperature": Setting(0.2), "top_p": Setting(0.5)}
    joined = join_layers(endpoint, {"temperature": Setting(0.9)}, {"top_p": Setting(0.1)})
    assert joined.body()["temperature"] == 0.9
    assert joined.body()["top_p"] == 0.1
    assert joined.fields["temperature"].layer is Layer.CONVERSATION
    assert joined.fields["top_p"].layer is Layer.MESSAGE


def test_switching_a_field_off_overrides_the_layer_below_and_keeps_the_value() -> None:
    joined = join_layers({"temperature": Setting(0.2)}, {"temperature": Setting(0.7, send=False)})
    assert "temperature" not in joined.body()
    assert joined.fields["temperature"].setting.value == 0.7


@pytest.mark.parametrize(
    ("name", "value"),
    [("tool_choice", "auto"), ("top_logprobs", 3), ("parallel_tool_calls", True)],
)
def test_a_field_without_what_it_needs_is_left_out_with_a_note(name: str, value: JsonValue) -> None:
    joined = join_layers({}, {name: Setting(value)})
    assert joined.fields[name].note is not None
    assert name not in joined.body()
    assert not joined.problems


def test_stream_options_go_only_with_a_stream() -> None:
    assert join_layers({}, {"stream": Setting(value=False)}).body() == {"stream": False}


def test_a_spoken_answer_needs_a_voice() -> None:
    joined = join_layers({}, {"modalities": Setting(["text", "audio"])})
    assert "modalities" in joined.problems


def test_the_stack_names_every_layer_from_the_strongest_down() -> None:
    joined = join_layers(
        {"temperature": Setting(1)},
        {"temperature": Setting(0.5)},
        {"temperature": Setting(0)},
        preset={"temperature": Setting(0.2)},
    )
    field = joined.fields["temperature"]
    assert [(layer, s.value) for layer, s in field.stack] == [
        (Layer.MESSAGE, 0),
        (Layer.CONVERSATION, 0.5),
        (Layer.PRESET, 0.2),
        (Layer.ENDPOINT, 1),
    ]
    assert field.below(Layer.CONVERSATION) == (Layer.PRESET, Setting(0.2))
    assert field.below(Layer.ENDPOINT) is None
    assert joined.fields["seed"].layer is None
