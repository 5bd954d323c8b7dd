"""What a refusal teaches: one thing is changed, and only if it was sent."""

import json
from dataclasses import replace

import pytest

from chatapp.domain.endpoints import ReasoningPolicy
from chatapp.domain.errors import BrokenReply, RequestRejected
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.parameter_layers import Limit, Setting, join_layers
from chatapp.domain.text import text
from chatapp.wire.adaptations import Adaptation, Learned, adaptation_for, refused_field
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


@pytest.mark.parametrize(
    ("message", "most"),
    [
        ("Invalid value for 'top_logprobs': must be less than or equal to 5.", 5),
        ("Requested sample logprobs of 20, which is greater than max allowed: 8", 8),
        ("top_logprobs must be between 0 and 5", 5),
        ("top_logprobs is too large", 10),
        ("logprobs is not supported with tools + stream", None),
        ("temperature must be at most 1", None),
    ],
)
def test_fewer_candidates_are_asked_for_as_the_server_says(message: str, most: int | None) -> None:
    change = taught(message, {"logprobs": True, "top_logprobs": 20})
    assert (change.most_candidates if change else None) == most
    if change is not None:
        learned = Learned.from_json(change.added_to(Learned()).to_json())
        asked = {"logprobs": Setting(value=True), "top_logprobs": Setting(20)}
        assert learned.applied_to(join_layers({}, asked))["top_logprobs"] == most


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


# Fields that are refused


def refusal(message: str, param: str = "", status: int = 400) -> RequestRejected:
    body = json.dumps({"error": {"message": message, "param": param}}).encode()
    return rejected(status, {}, body, path="/")


@pytest.mark.parametrize(
    ("message", "param", "field"),
    [
        ("Unsupported value", "temperature", "temperature"),
        ("Invalid schema", "response_format.json_schema", "response_format"),
        ("'temperature' does not support 0.2 here. Only the default (1)", "", "temperature"),
        ("property 'top_k' is unsupported", "", "top_k"),
        ("Unknown name min_p at top_k: no such field", "", ""),
        ("The temperature is pleasant today", "", ""),
        ("Unsupported parameter: stream", "stream", ""),
        ("model not supported", "model", ""),
        ("unsupported: seed", "messages", ""),
        ("unsupported: seed", "not_sent", ""),
    ],
)  # fmt: skip
def test_the_refused_field_is_the_one_the_server_names(
    message: str, param: str, field: str
) -> None:
    sent: JsonObject = {
        "model": "m", "messages": [], "stream": True, "temperature": 0.2, "top_k": 1, "min_p": 0.1,
        "response_format": {},
    }  # fmt: skip
    assert refused_field(refusal(message, param), sent) == field
    assert refused_field(refusal(message, param, 500), sent) == ""


def test_other_failures_refuse_no_field() -> None:
    error = BrokenReply(text("Failure", "temperature is not supported"))
    assert refused_field(error, {"temperature": 1}) == ""


def test_a_field_is_sent_until_the_person_leaves_it_out() -> None:
    settings = {"temperature": Setting(0.5), "extra_body": Setting({"top_k": 4, "min_p": 0.1})}
    known = Adaptation(refused="temperature").added_to(Learned())
    assert known.limits() == {"temperature": Limit.REFUSED}
    assert Adaptation(refused="temperature").added_to(known) == known
    known = known.leaving_out("temperature").leaving_out("top_k")
    joined = join_layers({}, settings, limits=known.limits())
    body = known.applied_to(joined)
    assert "temperature" not in body
    assert "top_k" not in body
    assert body["min_p"] == 0.1
    assert joined.fields["temperature"].note is not None
    assert Learned.from_json(known.to_json()) == known


def test_what_needs_a_field_that_is_left_out_is_left_out_too() -> None:
    settings = {"logprobs": Setting(value=True), "top_logprobs": Setting(5)}
    known = Learned().leaving_out("logprobs")
    assert "top_logprobs" not in join_layers({}, settings, limits=known.limits()).body()


def test_what_was_learned_of_a_field_can_be_forgotten() -> None:
    known = replace(Learned(), without_usage=True, token_limit="max_completion_tokens")
    known = known.leaving_out("seed")
    assert known.limits() == {
        "seed": Limit.LEFT_OUT,
        "stream_options.include_usage": Limit.LEFT_OUT,
        "max_tokens": Limit.RENAMED,
    }
    for name in known.limits():
        known = known.forgetting(name)
    assert known == Learned()


def test_a_renamed_limit_is_sent_under_the_name_that_is_taken() -> None:
    known = replace(Learned(), token_limit="max_tokens")
    assert known.limits() == {"max_completion_tokens": Limit.RENAMED}
    body = known.applied_to(join_layers({}, {"max_completion_tokens": Setting(9)}))
    assert body["max_tokens"] == 9
    assert "max_completion_tokens" not in body
