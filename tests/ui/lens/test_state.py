"""What the lens is looking at, without a window."""

import json
import math
from dataclasses import replace

from chatapp.domain.json_value import JsonValue
from chatapp.domain.sampling.samplers import LLAMA_ORDER, Samplers
from chatapp.ui.lens.state import Conditions, LensState
from tests.ui.lens.lens_data import PLACES, answer, entry


def test_nothing_to_look_at_is_a_state_too() -> None:
    found = json.loads(LensState().to_json())
    assert (found["message"], found["token"], found["candidates"]) == (-1, -1, [])


def test_the_state_names_every_candidate_with_its_odds_before_and_after() -> None:
    state = LensState()
    state.show_answer(1, answer())
    state.choose(1)
    state.see_under(Conditions(Samplers(temperature=0.5, top_p=0.8, order=LLAMA_ORDER)))
    found = json.loads(state.to_json())
    assert (found["message"], found["token"]) == (1, 1)
    assert (found["temperature"], found["top_p"]) == (0.5, 0.8)
    assert [c["token"] for c in found["candidates"]] == [" dog", " cat", " owl"]
    assert [c["reachable"] for c in found["candidates"]] == [True, True, False]
    assert [c["sampled"] for c in found["candidates"]] == [False, True, False]
    shares = [c["shaped"] for c in found["candidates"]]
    assert math.isclose(shares[0] / shares[1], (5 / 3) ** 2)
    assert math.isclose(sum(shares), 1.0)
    assert found["unseen"] == [0.0, 0.0]
    assert math.isclose(found["entropy"], -sum(p * math.log(p) for p in shares if p))


def test_what_the_endpoint_did_not_list_is_bounded() -> None:
    state = LensState()
    state.show_answer(1, answer())
    state.choose(1)
    found = json.loads(state.to_json())
    assert [round(x, 9) for x in found["unseen"]] == [0.1, 0.1]
    state.see_under(Conditions(Samplers(temperature=1.5)))
    low, high = json.loads(state.to_json())["unseen"]
    assert 0.1 < low < high < 1.0


def test_a_number_outside_the_answer_chooses_its_nearest_token() -> None:
    state = LensState()
    state.show_answer(1, answer())
    state.choose(99)
    assert state.token == 3
    state.choose(-5)
    assert state.token == 0


def test_the_same_answer_grown_keeps_its_chosen_token() -> None:
    state = LensState()
    message = answer(PLACES[:2], "The cat")
    state.show_answer(1, message)
    state.choose(1)
    state.show_answer(1, answer())
    assert state.token == 1
    assert len(state.answer) == 4
    state.show_answer(3, replace(answer(), id=type(message.id)("b")))
    assert state.token == 0


def test_a_branch_begins_with_the_text_before_the_token_and_the_other_token() -> None:
    state = LensState()
    state.show_answer(1, answer())
    state.choose(1)
    assert state.beginning_with(0) == "The dog"
    state.choose(2)
    assert state.beginning_with(1) == "The cat ran"


def test_a_token_that_is_a_part_of_a_sign_makes_no_branch_but_its_sign_does() -> None:
    emoji = entry("😁", 0.5, {})
    other: JsonValue = {"token": "?", "bytes": [130], "logprob": -1.0}
    first: JsonValue = {"token": "?", "bytes": [129], "logprob": math.log(0.5), "id": 1}
    end: JsonValue = {"token": "", "bytes": [], "logprob": -3.0, "id": 3}
    lone: JsonValue = {"token": "?", "bytes": [240], "logprob": -4.0, "id": 4}
    emoji |= {"id": 1, "top_logprobs": [first, {**other, "id": 2}, end, lone]}  # type: ignore[dict-item]
    state = LensState()
    state.show_answer(1, answer([entry("Hi ", 0.5, {}), emoji], "Hi 😁"))
    state.choose(1)
    assert state.beginning_with(1) == "Hi 😂"
    assert state.beginning_with(2) == ""
    assert state.beginning_with(3) == ""


def test_tokens_that_do_not_make_up_the_text_make_no_branch() -> None:
    state = LensState()
    state.show_answer(1, answer(text="something else"))
    assert state.text_map() is None
    assert state.beginning_with(1) == ""
