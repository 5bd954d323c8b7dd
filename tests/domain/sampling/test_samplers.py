"""Which server does what with a request's sampling fields, in which order."""

from chatapp.domain.endpoints import EndpointKind
from chatapp.domain.sampling.samplers import (
    LLAMA_ORDER,
    OPENAI_ORDER,
    Stage,
    samplers_of,
    takes_extra_samplers,
)


def test_what_is_not_sent_is_the_servers_own_default() -> None:
    offline = samplers_of(EndpointKind.OFFLINE, {})
    assert (offline.temperature, offline.top_p, offline.min_p, offline.top_k) == (
        0.8,
        0.95,
        0.05,
        40,
    )
    assert offline.order == LLAMA_ORDER
    plain = samplers_of(EndpointKind.OPENAI, {})
    assert (plain.temperature, plain.top_p, plain.order) == (1.0, 1.0, OPENAI_ORDER)


def test_zero_is_a_value() -> None:
    found = samplers_of(EndpointKind.OFFLINE, {"temperature": 0, "min_p": 0, "top_k": 0})
    assert (found.temperature, found.min_p, found.top_k) == (0.0, 0.0, 0)


def test_the_order_that_a_request_asks_llama_cpp_for_is_followed() -> None:
    named = samplers_of(EndpointKind.LLAMA_CPP, {"samplers": ["temperature", "top_p", "xtc"]})
    assert named.order == (Stage.TEMPERATURE, Stage.TOP_P)
    lettered = samplers_of(EndpointKind.LLAMA_CPP, {"samplers": "kt"})
    assert lettered.order == (Stage.TOP_K, Stage.TEMPERATURE)
    elsewhere = samplers_of(EndpointKind.OPENAI, {"samplers": ["temperature"]})
    assert elsewhere.order == OPENAI_ORDER


def test_values_that_make_no_sense_are_as_if_not_there() -> None:
    found = samplers_of(EndpointKind.CUSTOM, {"temperature": "hot", "top_p": None, "top_k": -1})
    assert (found.temperature, found.top_p, found.top_k) == (1.0, 1.0, 0)


def test_only_servers_that_may_know_them_are_asked_for_top_k_and_min_p() -> None:
    assert takes_extra_samplers(EndpointKind.OFFLINE)
    assert not takes_extra_samplers(EndpointKind.OPENAI)
