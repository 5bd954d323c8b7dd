"""Finding out what an endpoint's probabilities are: two requests for one token each."""

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import ChatAppError
from chatapp.domain.exchanges import trial_link
from chatapp.domain.json_value import JsonValue, as_list
from chatapp.domain.sampling.reported import PROBE_TEMPERATURES, Reported, compared
from chatapp.domain.sampling.tokens import Step, read_step
from chatapp.services.endpoints import EndpointService
from chatapp.services.turn import MOST_ADAPTATIONS
from chatapp.wire.adaptations import Adaptation, adaptation_for

_QUESTION = "Name any colour, animal or town."
"""A question with many answers, so that the candidates differ."""
_CANDIDATES = 5


async def probe(endpoints: EndpointService, endpoint: Endpoint, model: str) -> Reported | None:
    """Measure what ``endpoint`` reports for ``model``, and remember it.

    Returns ``None`` if its numbers do not tell, or there are none. Raises ``ChatAppError``.
    """
    cool, warm = [
        await _one_place(endpoints, endpoint, model, temperature)
        for temperature in PROBE_TEMPERATURES
    ]
    found = compared(cool, warm) if cool is not None and warm is not None else None
    if found is not None:
        endpoints.learn(endpoint.id, model, Adaptation(reported=found))
    return found


async def _one_place(
    endpoints: EndpointService, endpoint: Endpoint, model: str, temperature: float
) -> Step | None:
    from chatapp.wire.accumulate import ReplyAccumulator

    connection = await endpoints.connection(endpoint)
    for attempt in range(MOST_ADAPTATIONS + 1):
        body: dict[str, JsonValue] = {
            "model": model,
            "messages": [{"role": "user", "content": _QUESTION}],
            "max_tokens": 1,
            "temperature": temperature,
            "stream": False,
            "logprobs": True,
            "top_logprobs": min(
                _CANDIDATES, endpoints.learned(endpoint.id, model).most_candidates or _CANDIDATES
            ),
        }
        reply = ReplyAccumulator()
        try:
            await endpoints.client.complete(
                connection, body, into=reply, notify=lambda: None, link=trial_link()
            )
        except ChatAppError as error:
            change = adaptation_for(error, body)
            if change is None or attempt == MOST_ADAPTATIONS:
                raise
            endpoints.learn(endpoint.id, model, change)
        else:
            break
    made = reply.reply()
    endpoints.count_trial(endpoint.id, model, made)
    choices = made.choices
    entries = as_list(choices[0].logprobs.get("content")) if choices else []
    return read_step(entries[0]) if entries else None
