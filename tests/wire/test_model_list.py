"""Lists of models in every shape that servers give them (``endpoint.md`` B6)."""

import pytest

from chatapp.domain.json_value import JsonValue
from chatapp.wire.model_list import read_models


@pytest.mark.parametrize(
    "body",
    [
        {"object": "list", "data": [{"id": "b"}, {"id": "A"}]},
        [{"id": "b"}, {"id": "A"}],
        ["b", "A", "b"],
        {"models": [{"name": "b"}, {"model": "A"}]},
        {"data": None, "models": [{"id": "b"}, {"id": "A"}]},
        {"data": [{"id": "models/b"}, {"id": "models/A"}, {"id": "b"}]},
        {"data": [{"id": "b", "created": 1.0}, {"id": "A", "created": None}, {"id": ""}, 7, None]},
    ],
    ids=["data", "bare list", "names", "models", "both", "Gemini", "oddities"],
)
def test_each_model_is_listed_once_sorted_by_name(body: JsonValue) -> None:
    assert [m.id for m in read_models(body)] == ["A", "b"]


@pytest.mark.parametrize("body", [{}, {"data": None}, [], None, "x", 3, {"data": {"id": "a"}}])
def test_what_lists_nothing_gives_nothing(body: JsonValue) -> None:
    assert read_models(body) == ()


@pytest.mark.parametrize(
    "row",
    [
        {"id": "a", "context_length": 4096},
        {"id": "a", "max_model_len": 4096.0},
        {"id": "a", "meta": {"n_ctx_train": 4096}},
        {"id": "a", "meta": {"n_ctx": 4096, "n_ctx_train": 131072}},
        {"id": "a", "context_length": None, "context_window": 4096},
    ],
    ids=["OpenRouter", "vLLM", "llama.cpp", "llama.cpp as it was started", "Groq"],
)
def test_the_length_of_the_context_is_found(row: JsonValue) -> None:
    (model,) = read_models([row])
    assert model.context_length == 4096


def test_everything_else_a_server_says_is_kept() -> None:
    (model,) = read_models(
        [{"id": "a", "owned_by": "me", "created": 5, "pricing": {"prompt": "0"}}]
    )
    assert (model.owned_by, model.created) == ("me", 5)
    assert model.extra == {"pricing": {"prompt": "0"}}
