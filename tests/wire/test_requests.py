"""The body: what was set is there, what was not is absent, and it is always valid UTF-8 JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.errors import InvalidRequest
from chatapp.domain.parameter_layers import Setting, join_layers
from chatapp.wire.requests import encode, request_body

UNSET = {"stream": Setting(value=True), "stream_options.include_usage": Setting(False, send=False)}


def body(**settings: Setting) -> dict[str, object]:
    return dict(request_body("m", [], join_layers(UNSET, settings).body()))


def test_an_unset_field_is_absent() -> None:
    assert body() == {"model": "m", "messages": [], "stream": True}


@pytest.mark.parametrize(
    ("name", "value"),
    [("temperature", 0), ("top_p", 0.0), ("seed", 0), ("presence_penalty", 0), ("stream", False)],
)
def test_zero_and_false_are_values(name: str, value: object) -> None:
    made = body(**{name: Setting(value)})  # type: ignore[arg-type]
    assert made[name] == value
    assert type(made[name]) is type(value)


def test_a_value_that_is_switched_off_is_kept_and_not_sent() -> None:
    assert "temperature" not in body(temperature=Setting(0.3, send=False))


def test_the_extra_body_is_merged_last() -> None:
    assert body(extra_body=Setting({"top_k": 0, "x": {"y": None}}))["top_k"] == 0


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_numbers_that_json_lacks_are_refused_in_words(number: float) -> None:
    with pytest.raises(InvalidRequest) as caught:
        encode({"x": number})
    assert str(caught.value)


def test_lone_surrogates_become_the_replacement_character() -> None:
    assert json.loads(encode({"a": "x\ud83dy", "b": "\ud83d\ude00", "\udc00": 1})) == {
        "a": "x\ufffdy",
        "b": "😀",
        "\ufffd": 1,
    }


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_encoded_and_read_back(words: str) -> None:
    read = json.loads(encode({"a": words}).decode("utf-8"))["a"]
    assert read == words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
