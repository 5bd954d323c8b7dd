"""How warm tokens are, and which token stands for a stretch of characters."""

import math

import pytest

from chatapp.domain.json_value import JsonValue
from chatapp.domain.sampling.answers import AnswerTokens
from chatapp.domain.sampling.heat import HeatMap, Measure, heat
from chatapp.domain.sampling.text_map import map_tokens


def answer_of(*places: dict[str, float]) -> AnswerTokens:
    """Return a measured answer in which the first candidate named came at each place."""

    def one(token: str, share: float) -> dict[str, JsonValue]:
        return {"token": token, "bytes": list(token.encode()), "logprob": math.log(share)}

    content: list[JsonValue] = []
    for place in places:
        first = next(iter(place))
        listed: JsonValue = [one(*pair) for pair in place.items()]
        content.append({**one(first, place[first]), "top_logprobs": listed})
    answer = AnswerTokens({"content": content})
    answer.measure(len(content))
    return answer


SURE, TORN, RARE = {"a": 0.999, "b": 0.001}, {"a": 0.5, "b": 0.5}, {"a": 0.1, "b": 0.9}


def test_each_measure_grows_with_doubt_from_nothing_to_all() -> None:
    answer = answer_of(SURE, TORN, RARE)
    by_probability = [heat(answer, Measure.PROBABILITY, at) for at in range(3)]
    assert by_probability == [pytest.approx(x) for x in (0.001, 0.5, 0.9)]
    by_entropy = [heat(answer, Measure.ENTROPY, at) for at in range(3)]
    assert by_entropy[1] == max(by_entropy) == pytest.approx(math.log(2) / 3)
    assert heat(answer, Measure.RANK, 0) == 0.0
    assert 0.0 < heat(answer, Measure.RANK, 2) < 1.0


def test_a_token_that_has_not_been_measured_is_cold() -> None:
    assert heat(answer_of(RARE), Measure.PROBABILITY, 1) == 0.0


def test_the_warmest_token_stands_for_characters_that_several_made() -> None:
    text = "a😀b"
    data = text.encode()
    where = map_tokens(text, [data[:1], data[1:3], data[3:5], data[5:]])
    assert where is not None
    found = HeatMap(answer_of(SURE, RARE, TORN, SURE), where, Measure.PROBABILITY)
    assert found.tokens_of([0, 1, 2], [1, 2, 3]) == [0, 1, 3]
    assert found.tokens_of([0], [3]) == [1]


def test_what_is_not_in_the_text_has_no_token() -> None:
    where = map_tokens("It is", [b" is"])
    assert where is not None
    found = HeatMap(answer_of(SURE), where, Measure.RANK)
    assert found.tokens_of([-1, 0, 2], [-1, 1, 3]) == [-1, -1, 0]
