"""Reading an endpoint's logprobs: real recordings, and everything that can be wrong with them."""

import json
import math
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.json_value import JsonValue
from chatapp.domain.sampling.tokens import IMPOSSIBLE, read_step, visible_text

EMOJI: JsonValue = {
    "id": 219, "token": "😁", "bytes": [240, 159, 152, 129], "logprob": -1.55,
    "top_logprobs": [
        {"id": 219, "token": "\ufffd", "bytes": [129], "logprob": -1.55},
        {"id": 232, "token": "\ufffd", "bytes": [142], "logprob": -2.7},
    ],
}  # fmt: skip


def entry(token: str, logprob: float, *listed: tuple[str, float]) -> dict[str, JsonValue]:
    """Return an entry as OpenAI writes it."""

    def one(name: str, value: float) -> dict[str, JsonValue]:
        return {"token": name, "logprob": value, "bytes": list(name.encode())}

    return {**one(token, logprob), "top_logprobs": [one(*pair) for pair in listed]}


def test_several_tokens_of_one_emoji_that_came_as_one_are_known_by_their_number() -> None:
    step = read_step(EMOJI)
    assert step.data.decode() == "😁"
    assert [c.data for c in step.candidates] == [b"\x81", b"\x8e"]
    assert step.sampled == 0


def test_a_token_outside_the_list_takes_its_place_by_probability() -> None:
    step = read_step(entry("c", math.log(0.1), ("a", math.log(0.6)), ("b", math.log(0.2))))
    assert [c.text for c in step.candidates] == ["a", "b", "c"]
    assert step.sampled == 2
    assert math.isclose(step.unseen, 0.1)
    assert math.isclose(math.exp(step.least_listed), 0.2)


def test_the_endpoints_word_for_impossible_is_a_probability_of_nothing() -> None:
    step = read_step(entry("a", 0.0, ("a", 0.0), ("b", IMPOSSIBLE)))
    assert step.candidates[1].probability == 0.0
    assert step.unseen == 0.0


def test_an_entry_without_a_list_is_the_token_that_came_alone() -> None:
    step = read_step({"token": "x", "logprob": -0.5})
    assert len(step.candidates) == 1
    assert step.surprisal == 0.5


def test_white_space_and_parts_of_signs_can_be_seen() -> None:
    assert visible_text(b" a\n\t") == "␣a↵⇥"
    assert visible_text(bytes([0xF0, 0x9F])) == "⟨F0 9F⟩"
    assert visible_text("\u200b猫".encode()) == "⟨U+200B⟩猫"


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
keys = st.sampled_from(["token", "bytes", "logprob", "top_logprobs", "id"])


@given(st.dictionaries(keys, json_values | st.lists(st.dictionaries(keys, json_values))))
def test_nothing_that_an_endpoint_says_is_an_error(given_entry: dict[str, JsonValue]) -> None:
    step = read_step(given_entry)
    assert 0 <= step.sampled < len(step.candidates)
    assert 0.0 <= step.unseen <= 1.0
    visible_text(step.data)


def test_the_recording_of_a_real_server_is_read() -> None:
    path = Path(__file__).parents[2] / "data" / "recordings" / "logprobs_stream.sse"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("data: {"):
            for choice in json.loads(line[6:])["choices"]:
                for given_entry in choice.get("logprobs", {}).get("content", []):
                    assert read_step(given_entry).surprisal > 0
