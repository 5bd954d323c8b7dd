"""The smallest chat there is: does an endpoint answer at all."""

from chatapp.domain.exchanges import trial_link
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import EndpointId
from chatapp.services.endpoints import EndpointService
from chatapp.wire.accumulate import ReplyAccumulator


async def ask_for_one_token(endpoints: EndpointService, endpoint_id: EndpointId, model: str) -> str:
    """Ask for one token, which may cost a little; return what came back. Raises ``ChatAppError``
    as an answer would."""
    endpoint = endpoints.get(endpoint_id)
    if endpoint is None:
        return ""
    reply = ReplyAccumulator()
    body: dict[str, JsonValue] = {
        "model": model,
        "messages": [{"role": "user", "content": "Hi"}],
        "max_tokens": 1,
        "stream": False,
    }
    await endpoints.client.complete(
        await endpoints.connection(endpoint), body, into=reply, notify=lambda: None,
        link=trial_link(),
    )  # fmt: skip
    made = reply.reply()
    endpoints.count_trial(endpoint_id, model, made)
    choices = made.choices
    return choices[0].content or choices[0].reasoning if choices else ""
