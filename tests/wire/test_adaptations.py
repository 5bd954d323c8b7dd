"""What a refusal teaches: one thing is changed, and only if it was sent."""

import pytest

from chatapp.domain.endpoints import ReasoningPolicy
from chatapp.domain.errors import BrokenReply
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.parameter_layers import Setting, join_layers
from chatapp.domain.text import text
from chatapp.wire.adaptations import Adaptation, Learned, adaptation_for
from chatapp.wire.rejections import rejected

ECHO: JsonValue = [{"role": "assistant", "content": "a", "reasoning_content": "r"}]
NO_ECHO: JsonValue = [{"role": "assistant", "content": "a"}]
DEEPSEEK = "The `reasoning_content` in the thinking mode must be passed back to the API."
KIMI = (
    "thinking is enabled but reasoning_content is missing in assistant tool call message at index 2"
)
GROQ = "'messages.1' : for 'role:assistant' property 'reasoning_content' is unsupported"
NEW_LIMIT = (
    "Unsupported parameter: 'max_tokens' is not supported with this model."
    " Use 'max_completion_tokens' instead."
)


def taught(message: str, sent: JsonObject, status: int = 400, param: str = "") -> Adaptation | None:
    body = f'{{"error":{{"message":"{message}","param":"{param}"}}}}'.encode()
    return adaptation_for(rejected(status, {}, body, path="/"), sent)


@pytest.mark.parametrize("status", [400, 422])
@pytest.mark.parametrize(
    "message", ["stream_options is not permitted", "Unknown name include_usage"]
)
def test_a_refused_request_for_usage_is_left_out(message: str, status: int) -> None:
    sent: JsonObject = {"stream_options": {"include_usage": True}}
    assert taught(message, sent, status) == Adaptation(drop_usage=True)
    assert taught(message, {}, status) is None


@pytest.mark.parametrize(
    ("message", "messages", "policy"),
    [
        (DEEPSEEK, NO_ECHO, ReasoningPolicy.ALWAYS),
        (KIMI, NO_ECHO, ReasoningPolicy.ALWAYS),
        (GROQ, ECHO, ReasoningPolicy.NEVER),
        ("Extra inputs are not permitted: reasoning", ECHO, ReasoningPolicy.NEVER),
    ],
)
def test_reasoning_is_sent_or_left_out_as_the_server_says(
    message: str, messages: JsonValue, policy: ReasoningPolicy
) -> None:
    assert taught(message, {"messages": messages}) == Adaptation(reasoning=policy)


def test_what_was_not_sent_is_not_blamed() -> None:
    assert taught(GROQ, {"messages": NO_ECHO}) is None
    assert taught(DEEPSEEK, {"messages": [{"role": "user", "content": "x"}]}) is None
    assert taught("Unknown field: reasoning_effort", {"messages": ECHO}) is None


def test_the_token_limit_is_sent_under_the_name_that_the_server_wants() -> None:
    assert taught(NEW_LIMIT, {"max_tokens": 5}) == Adaptation(token_limit="max_completion_tokens")
    old = "max_completion_tokens: Extra inputs are not permitted"
    assert taught(old, {"max_completion_tokens": 5}) == Adaptation(token_limit="max_tokens")
    both: JsonObject = {"max_tokens": 5, "max_completion_tokens": 5}
    assert taught(NEW_LIMIT, both) is None
    assert taught("max_tokens is too large: 9", {"max_tokens": 9}) is None


@pytest.mark.parametrize("status", [401, 404, 429, 500])
def test_other_refusals_teach_nothing(status: int) -> None:
    assert taught("stream_options", {"stream_options": {}}, status) is None
    broken = BrokenReply(text("Failure", "stream_options"))
    assert adaptation_for(broken, {"stream_options": {}}) is None


def test_what_was_learned_adds_up_and_is_read_back() -> None:
    learned = Learned()
    for change in (
        Adaptation(drop_usage=True),
        Adaptation(reasoning=ReasoningPolicy.ALWAYS),
        Adaptation(token_limit="max_completion_tokens"),
    ):
        learned = change.added_to(learned)
    assert learned == Learned(
        without_usage=True, reasoning=ReasoningPolicy.ALWAYS, token_limit="max_completion_tokens"
    )
    assert Learned.from_json(learned.to_json()) == learned


@pytest.mark.parametrize(
    "stored", [{}, {"reasoning": "nonsense", "token_limit": 7, "without_usage": "yes", "new": 1}]
)
def test_what_is_not_understood_is_not_known(stored: JsonObject) -> None:
    assert Learned.from_json(stored) == Learned()


def test_fields_are_sent_as_was_learned() -> None:
    parameters = join_layers({}, {"max_tokens": Setting(7)})
    assert Learned().applied_to(parameters)["max_tokens"] == 7
    body = Learned(without_usage=True, token_limit="max_completion_tokens").applied_to(parameters)
    assert body == {"stream": True, "max_completion_tokens": 7}
