"""The lens against what the real llama.cpp really samples: thousands of one-token answers.

The order of samplers is set by the request, ``samplers``; the prediction comes from the logprobs
of one request that has nothing to do with the draws.
"""

import math
from collections import Counter

import httpx
import pytest

from chatapp.domain.endpoints import Endpoint, EndpointKind
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import EndpointId
from chatapp.domain.sampling.answers import AnswerTokens
from chatapp.domain.sampling.reported import PROBE_TEMPERATURES, Reported, compared
from chatapp.domain.sampling.samplers import Stage, samplers_of
from chatapp.domain.sampling.shaping import Shaped
from chatapp.domain.sampling.tokens import Step
from chatapp.engine.offline import EngineAddress, OfflineEngine
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.client import ChatClient
from chatapp.wire.connection import Connection
from tests.conftest import RunInQt

pytestmark = pytest.mark.model
ENDPOINT = Endpoint(EndpointId("e"), "e", "", kind=EndpointKind.OFFLINE)
BEGINNING = "The sea"
QUESTION: JsonValue = [
    {"role": "user", "content": "Tell me about the sea."},
    {"role": "assistant", "content": BEGINNING},
]
"""A place with some ten likely tokens; what is not listed has less than a hundredth."""
DRAWS = 2_000
AT_ONCE = 4
"""As many as the engine has slots."""
SETTINGS: list[dict[str, JsonValue]] = [
    {"temperature": 0.7, "top_p": 0.9, "samplers": ["top_p", "temperature"]},
    {"temperature": 1.4, "top_p": 0.8, "samplers": ["top_p", "temperature"]},
    {"temperature": 1.0, "top_p": 1.0, "samplers": ["temperature", "top_p"]},
]
FEWEST = 5.0
"""Outcomes that are expected less often are counted together."""
GREATEST_Z = 3.9
"""A right prediction is beyond this once in twenty thousand times."""


async def one_place(client: ChatClient, address: EngineAddress, **fields: JsonValue) -> Step:
    """Ask for one token with its candidates."""
    into = ReplyAccumulator()
    body = {
        "model": "any", "messages": QUESTION, "max_tokens": 1, "stream": False,
        "logprobs": True, "top_logprobs": 20, **fields,
    }  # fmt: skip
    connection = Connection(ENDPOINT, address.base_url, address.api_key)
    await client.complete(connection, body, into=into, notify=lambda: None)
    return AnswerTokens(into.reply().choices[0].logprobs).step(0)


async def drawn(address: EngineAddress, fields: dict[str, JsonValue]) -> Counter[str]:
    """Sample one-token answers; each choice of a request has the next seed."""
    found: Counter[str] = Counter()
    headers = {"Authorization": f"Bearer {address.api_key}"}
    async with httpx.AsyncClient(headers=headers, timeout=60) as http:
        for seed in range(0, DRAWS, AT_ONCE):
            body = {"messages": QUESTION, "max_tokens": 1, "seed": seed, "n": AT_ONCE, **fields}
            reply = await http.post(f"{address.base_url}/chat/completions", json=body)
            for choice in reply.json()["choices"]:
                found[str(choice["message"]["content"]).removeprefix(BEGINNING)] += 1
    return found


def z_of_chi_squared(found: Counter[str], step: Step, shaped: Shaped) -> float:
    """Return how far the draws are from what is predicted, in standard deviations of a normal
    distribution (Wilson and Hilferty's approximation)."""
    cells: list[tuple[float, float]] = []
    rest_expected, rest_found = DRAWS * shaped.unseen[0], float(DRAWS)
    for at, candidate in enumerate(step.candidates):
        expected, count = DRAWS * shaped.share(at), float(found[candidate.data.decode()])
        rest_found -= count
        if expected < FEWEST:
            rest_expected += expected
            rest_found += count
        else:
            cells.append((expected, count))
    if rest_expected < FEWEST:
        assert rest_found <= FEWEST + 4 * math.sqrt(FEWEST)
    else:
        cells.append((rest_expected, rest_found))
    squared = sum((count - expected) ** 2 / expected for expected, count in cells)
    free = len(cells) - 1
    spread = 2 / (9 * free)
    print(f"{len(cells)} outcomes, chi squared {squared:.1f}")
    return (math.pow(squared / free, 1 / 3) - (1 - spread)) / math.sqrt(spread)


@pytest.mark.parametrize("fields", SETTINGS, ids=["cool", "hot", "plain"])
def test_the_server_samples_what_the_lens_predicts_from_one_request(
    run_in_qt: RunInQt, fields: dict[str, JsonValue]
) -> None:
    async def work() -> None:
        engine = OfflineEngine(model=None, on_state=lambda _: None)
        client = ChatClient()
        try:
            address = await engine.start()
            step = await one_place(client, address)
            answer = AnswerTokens({"content": [_entry(step)]})
            shaped = answer.shaped(0, samplers_of(EndpointKind.OFFLINE, fields))
            assert shaped.unseen[0] == pytest.approx(shaped.unseen[1], abs=1e-9)
            found = await drawn(address, fields)
            assert sum(found.values()) == DRAWS
            assert z_of_chi_squared(found, step, shaped) < GREATEST_Z
            for at, candidate in enumerate(step.candidates):
                assert shaped.is_reachable(at) or not found[candidate.data.decode()]
        finally:
            await client.close()
            await engine.stop()

    run_in_qt(work())


def test_the_server_is_measured_to_report_odds_before_sampling(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        engine = OfflineEngine(model=None, on_state=lambda _: None)
        client = ChatClient()
        try:
            address = await engine.start()
            cool, warm = [
                await one_place(client, address, temperature=t) for t in PROBE_TEMPERATURES
            ]
            assert compared(cool, warm) is Reported.BEFORE
            headers = {"Authorization": f"Bearer {address.api_key}"}
            async with httpx.AsyncClient(headers=headers, timeout=60) as http:
                props = await http.get(address.base_url.removesuffix("/v1") + "/props")
            told = props.json()["default_generation_settings"]["params"]
            ours = samplers_of(EndpointKind.OFFLINE, {})
            for name in ("temperature", "top_k", "top_p", "min_p"):
                assert told[name] == pytest.approx(getattr(ours, name), abs=1e-6)
            names = {stage.value: stage for stage in Stage}
            assert tuple(names[n] for n in told["samplers"] if n in names) == ours.order
        finally:
            await client.close()
            await engine.stop()

    run_in_qt(work())


def _entry(step: Step) -> JsonValue:
    """Return a place as an endpoint would write it."""
    listed: JsonValue = [
        {"token": c.text, "bytes": list(c.data), "logprob": c.logprob} for c in step.candidates
    ]
    came = step.candidates[step.sampled]
    return {
        "token": came.text,
        "bytes": list(came.data),
        "logprob": came.logprob,
        "top_logprobs": listed,
    }
