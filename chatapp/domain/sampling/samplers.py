"""Which sampling settings a request makes, with which defaults, and in which order they apply.

llama.cpp cuts first and applies the temperature last; its order can be changed by the request's
own field ``samplers``. OpenAI and those who follow it apply the temperature first.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from chatapp.domain.endpoints import EndpointKind
from chatapp.domain.json_value import JsonObject, as_list, as_number, as_text
from chatapp.domain.quick_dataclass import dataclass


class Stage(Enum):
    """A sampler: a step that changes or cuts the probabilities."""

    PENALTIES = "penalties"
    TOP_K = "top_k"
    TOP_P = "top_p"
    MIN_P = "min_p"
    TEMPERATURE = "temperature"


LLAMA_ORDER = (Stage.PENALTIES, Stage.TOP_K, Stage.TOP_P, Stage.MIN_P, Stage.TEMPERATURE)
"""llama.cpp's own order, without the samplers that are off unless asked for."""
OPENAI_ORDER = (Stage.PENALTIES, Stage.TEMPERATURE, Stage.TOP_K, Stage.TOP_P, Stage.MIN_P)
VLLM_ORDER = (Stage.PENALTIES, Stage.TEMPERATURE, Stage.MIN_P, Stage.TOP_K, Stage.TOP_P)
"""vLLM applies ``min_p`` to the heated probabilities, before it cuts."""


@dataclass(frozen=True, slots=True)
class Samplers:
    """Settings as they take effect; ``top_k`` 0, ``top_p`` 1 and ``min_p`` 0 cut nothing."""

    temperature: float = 1.0
    top_p: float = 1.0
    min_p: float = 0.0
    top_k: int = 0
    presence_penalty: float = 0.0
    frequency_penalty: float = 0.0
    order: tuple[Stage, ...] = OPENAI_ORDER

    @property
    def has_penalties(self) -> bool:
        """Whether what was said before changes what comes."""
        return bool(self.presence_penalty or self.frequency_penalty)


_LLAMA = Samplers(temperature=0.8, top_p=0.95, min_p=0.05, top_k=40, order=LLAMA_ORDER)
_DEFAULTS: Mapping[EndpointKind, Samplers] = MappingProxyType(
    {
        EndpointKind.OFFLINE: _LLAMA,
        EndpointKind.LLAMA_CPP: _LLAMA,
        EndpointKind.LM_STUDIO: _LLAMA,
        EndpointKind.OLLAMA: Samplers(
            top_k=40,
            order=(Stage.PENALTIES, Stage.TOP_K, Stage.TEMPERATURE, Stage.TOP_P, Stage.MIN_P),
        ),
        EndpointKind.VLLM: Samplers(order=VLLM_ORDER),
    }
)
_EXTRA_KINDS = frozenset(_DEFAULTS) | {EndpointKind.CUSTOM, EndpointKind.OPENROUTER}
_LLAMA_NAMES = {
    "penalties": Stage.PENALTIES,
    "top_k": Stage.TOP_K,
    "top_p": Stage.TOP_P,
    "min_p": Stage.MIN_P,
    "temperature": Stage.TEMPERATURE,
    "temp": Stage.TEMPERATURE,
}
_LLAMA_LETTERS = {
    "e": Stage.PENALTIES,
    "k": Stage.TOP_K,
    "p": Stage.TOP_P,
    "m": Stage.MIN_P,
    "t": Stage.TEMPERATURE,
}


def default_samplers(kind: EndpointKind) -> Samplers:
    """Return what a server of this kind does with a request that says nothing about sampling."""
    return _DEFAULTS.get(kind, Samplers())


def takes_extra_samplers(kind: EndpointKind) -> bool:
    """Whether a server of this kind may know ``top_k`` and ``min_p``."""
    return kind in _EXTRA_KINDS


def samplers_of(kind: EndpointKind, body: JsonObject) -> Samplers:
    """Return the settings that a request body makes at a server of this kind."""
    default = default_samplers(kind)
    order = default.order
    if default.order == LLAMA_ORDER:
        order = _llama_order(body) or order

    def given(name: str, otherwise: float) -> float:
        value = as_number(body.get(name))
        return otherwise if value is None else value

    return Samplers(
        temperature=max(0.0, given("temperature", default.temperature)),
        top_p=given("top_p", default.top_p),
        min_p=given("min_p", default.min_p),
        top_k=max(0, int(min(given("top_k", default.top_k), 2**31))),
        presence_penalty=given("presence_penalty", 0.0),
        frequency_penalty=given("frequency_penalty", 0.0),
        order=order,
    )


def _llama_order(body: JsonObject) -> tuple[Stage, ...]:
    """Return the order that the body's ``samplers`` asks for, names or letters."""
    wished = body.get("samplers")
    if isinstance(wished, str):
        stages = [_LLAMA_LETTERS.get(letter) for letter in wished]
    else:
        stages = [_LLAMA_NAMES.get(as_text(name)) for name in as_list(wished)]
    return tuple(stage for stage in stages if stage is not None)
