"""THE table of request fields.

Each row declares one field of ``POST /v1/chat/completions`` other than ``model`` and
``messages``. Validation, the request's JSON, the panel's editors, tooltips, search,
provenance and tests all read this table. Absent means not sent: 0, "" and false are values.
"""

from collections.abc import Mapping
from types import MappingProxyType

from chatapp.domain import parameter_checks as checks
from chatapp.domain.parameter_kinds import (
    Choice,
    Flag,
    Json,
    Line,
    Number,
    Several,
    Voice,
    Words,
)
from chatapp.domain.parameter_spec import Group, Needs, Parameter
from chatapp.domain.text import QT_TRANSLATE_NOOP

# fmt: off
_VOICES = (
    "alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer",
    "verse", "marin", "cedar",
)
# fmt: on
_FUNCTION_EXAMPLE = """[
  {
    "type": "function",
    "function": {
      "name": "get_weather",
      "description": "Current weather of a place",
      "parameters": {
        "type": "object",
        "properties": {"place": {"type": "string"}},
        "required": ["place"]
      }
    }
  }
]"""
_SCHEMA_EXAMPLE = """{
  "type": "json_schema",
  "json_schema": {
    "name": "answer",
    "schema": {
      "type": "object",
      "properties": {"answer": {"type": "string"}},
      "required": ["answer"]
    }
  }
}"""

_ROWS = (
    Parameter(
        "temperature",
        QT_TRANSLATE_NOOP("Parameter", "Temperature"),
        QT_TRANSLATE_NOOP(
            "Parameter",
            "How freely the model picks. 0 takes the likeliest token each time, 1 follows the "
            "model's own probabilities, more makes rare tokens likelier.",
        ),
        Number(0, 2, step=0.01, slider=True),
        Group.SAMPLING,
        initial=1.0,
        usual="1",
        common=True,
    ),
    Parameter(
        "top_p",
        QT_TRANSLATE_NOOP("Parameter", "Top P"),
        QT_TRANSLATE_NOOP(
            "Parameter",
            "Only the likeliest tokens whose probabilities add up to this share can be picked. "
            "Change this or the temperature, seldom both.",
        ),
        Number(0, 1, step=0.01, slider=True),
        Group.SAMPLING,
        initial=1.0,
        usual="1",
        common=True,
    ),
    Parameter(
        "presence_penalty",
        QT_TRANSLATE_NOOP("Parameter", "Presence penalty"),
        QT_TRANSLATE_NOOP(
            "Parameter", "Above 0, tokens that have occurred at all become less likely."
        ),
        Number(-2, 2, step=0.01, slider=True),
        Group.SAMPLING,
        initial=0.0,
        usual="0",
    ),
    Parameter(
        "frequency_penalty",
        QT_TRANSLATE_NOOP("Parameter", "Frequency penalty"),
        QT_TRANSLATE_NOOP(
            "Parameter", "Above 0, a token becomes less likely each time it has occurred."
        ),
        Number(-2, 2, step=0.01, slider=True),
        Group.SAMPLING,
        initial=0.0,
        usual="0",
    ),
    Parameter(
        "seed",
        QT_TRANSLATE_NOOP("Parameter", "Seed"),
        QT_TRANSLATE_NOOP(
            "Parameter",
            "The same seed and request give the same answer, as far as the server can.",
        ),
        Number(-(2**63), 2**63 - 1, integer=True),
        Group.SAMPLING,
        initial=0,
        common=True,
    ),
    Parameter(
        "logit_bias",
        QT_TRANSLATE_NOOP("Parameter", "Logit bias"),
        QT_TRANSLATE_NOOP(
            "Parameter",
            "Token id and how much to favour it: -100 forbids a token, 100 forces it.",
        ),
        Json(checks.logit_bias, '{"50256": -100}'),
        Group.SAMPLING,
        initial={},
    ),
    Parameter(
        "n",
        QT_TRANSLATE_NOOP("Parameter", "Answers (n)"),
        QT_TRANSLATE_NOOP("Parameter", "How many answers to make for one message."),
        Number(1, 128, integer=True),
        Group.SAMPLING,
        initial=1,
        usual="1",
        common=True,
    ),
    Parameter(
        "logprobs",
        QT_TRANSLATE_NOOP("Parameter", "Token probabilities"),
        QT_TRANSLATE_NOOP("Parameter", "Report the probability of each token of the answer."),
        Flag(),
        Group.SAMPLING,
        initial=True,
        usual="false",
    ),
    Parameter(
        "top_logprobs",
        QT_TRANSLATE_NOOP("Parameter", "Candidates per token"),
        QT_TRANSLATE_NOOP("Parameter", "How many of the likeliest tokens to report at each place."),
        Number(0, 20, integer=True),
        Group.SAMPLING,
        initial=5,
        needs=Needs("logprobs", value=True),
    ),
    Parameter(
        "max_tokens",
        QT_TRANSLATE_NOOP("Parameter", "Max tokens"),
        QT_TRANSLATE_NOOP(
            "Parameter", "The most tokens to generate. The older name, which most servers know."
        ),
        Number(1, 2**31 - 1, integer=True),
        Group.LENGTH,
        initial=1024,
        common=True,
    ),
    Parameter(
        "max_completion_tokens",
        QT_TRANSLATE_NOOP("Parameter", "Max completion tokens"),
        QT_TRANSLATE_NOOP(
            "Parameter",
            "The most tokens to generate, reasoning included. The newer name, which reasoning "
            "models want.",
        ),
        Number(1, 2**31 - 1, integer=True),
        Group.LENGTH,
        initial=1024,
    ),
    Parameter(
        "stop",
        QT_TRANSLATE_NOOP("Parameter", "Stop sequences"),
        QT_TRANSLATE_NOOP(
            "Parameter", "The answer ends before the first of these texts. Up to four."
        ),
        Words(most=4),
        Group.LENGTH,
        initial=[],
    ),
    Parameter(
        "reasoning_effort",
        QT_TRANSLATE_NOOP("Parameter", "Reasoning effort"),
        QT_TRANSLATE_NOOP("Parameter", "How long a reasoning model may think first."),
        Choice(("none", "minimal", "low", "medium", "high", "xhigh", "max"), free=True),
        Group.REASONING,
        initial="medium",
        common=True,
    ),
    Parameter(
        "verbosity",
        QT_TRANSLATE_NOOP("Parameter", "Verbosity"),
        QT_TRANSLATE_NOOP("Parameter", "How long the answer should be, where supported."),
        Choice(("low", "medium", "high")),
        Group.REASONING,
        initial="medium",
    ),
    Parameter(
        "tools",
        QT_TRANSLATE_NOOP("Parameter", "Tools"),
        QT_TRANSLATE_NOOP(
            "Parameter", "Functions the model may ask for, with the JSON Schema of their arguments."
        ),
        Json(checks.tools, _FUNCTION_EXAMPLE),
        Group.TOOLS,
        initial=[],
    ),
    Parameter(
        "tool_choice",
        QT_TRANSLATE_NOOP("Parameter", "Tool choice"),
        QT_TRANSLATE_NOOP(
            "Parameter", "Whether the model may, must or must not call a tool, or which one."
        ),
        Choice(("auto", "none", "required"), objects=True),
        Group.TOOLS,
        initial="auto",
        usual="auto",
        needs=Needs("tools"),
    ),
    Parameter(
        "parallel_tool_calls",
        QT_TRANSLATE_NOOP("Parameter", "Parallel tool calls"),
        QT_TRANSLATE_NOOP("Parameter", "Whether one answer may ask for several calls."),
        Flag(),
        Group.TOOLS,
        initial=True,
        usual="true",
        needs=Needs("tools"),
    ),
    Parameter(
        "response_format",
        QT_TRANSLATE_NOOP("Parameter", "Response format"),
        QT_TRANSLATE_NOOP("Parameter", "Plain text, any JSON, or JSON that follows a schema."),
        Json(checks.response_format, _SCHEMA_EXAMPLE),
        Group.TOOLS,
        initial={"type": "text"},
    ),
    Parameter(
        "stream",
        QT_TRANSLATE_NOOP("Parameter", "Stream"),
        QT_TRANSLATE_NOOP("Parameter", "Show the answer while it is being written."),
        Flag(),
        Group.STREAM,
        initial=True,
        usual="false",
        common=True,
    ),
    Parameter(
        "stream_options.include_usage",
        QT_TRANSLATE_NOOP("Parameter", "Ask for usage"),
        QT_TRANSLATE_NOOP("Parameter", "Report the token counts at the end of a stream."),
        Flag(),
        Group.STREAM,
        initial=True,
        needs=Needs("stream", value=True),
    ),
    Parameter(
        "stream_options.include_obfuscation",
        QT_TRANSLATE_NOOP("Parameter", "Obfuscation"),
        QT_TRANSLATE_NOOP("Parameter", "Pad the stream's events so that their sizes tell nothing."),
        Flag(),
        Group.STREAM,
        initial=False,
        needs=Needs("stream", value=True),
    ),
    Parameter(
        "modalities",
        QT_TRANSLATE_NOOP("Parameter", "Modalities"),
        QT_TRANSLATE_NOOP("Parameter", "Whether the answer is text, audio or both."),
        Several(("text", "audio")),
        Group.AUDIO,
        initial=["text"],
    ),
    Parameter(
        "audio",
        QT_TRANSLATE_NOOP("Parameter", "Voice"),
        QT_TRANSLATE_NOOP(
            "Parameter", "The voice and the format of a spoken answer. Streams need pcm16."
        ),
        Voice(
            _VOICES,
            ("wav", "mp3", "flac", "opus", "pcm16", "aac"),
        ),
        Group.AUDIO,
        initial={"voice": "alloy", "format": "pcm16"},
        needs=Needs("modalities", contains="audio"),
    ),
    Parameter(
        "user",
        QT_TRANSLATE_NOOP("Parameter", "User"),
        QT_TRANSLATE_NOOP("Parameter", "A name for you that the provider sees."),
        Line(),
        Group.PROVIDER,
        initial="",
    ),
    Parameter(
        "safety_identifier",
        QT_TRANSLATE_NOOP("Parameter", "Safety identifier"),
        QT_TRANSLATE_NOOP("Parameter", "A stable, anonymous name for you, for abuse checks."),
        Line(),
        Group.PROVIDER,
        initial="",
    ),
    Parameter(
        "prompt_cache_key",
        QT_TRANSLATE_NOOP("Parameter", "Prompt cache key"),
        QT_TRANSLATE_NOOP("Parameter", "Requests with the same key share a prompt cache."),
        Line(),
        Group.PROVIDER,
        initial="",
    ),
    Parameter(
        "prompt_cache_options",
        QT_TRANSLATE_NOOP("Parameter", "Prompt cache options"),
        QT_TRANSLATE_NOOP("Parameter", "How the provider caches the prompt."),
        Json(checks.an_object, "{}"),
        Group.PROVIDER,
        initial={},
    ),
    Parameter(
        "service_tier",
        QT_TRANSLATE_NOOP("Parameter", "Service tier"),
        QT_TRANSLATE_NOOP("Parameter", "Which queue and price to use, where offered."),
        Choice(("auto", "default", "flex", "scale", "priority", "fast"), free=True),
        Group.PROVIDER,
        initial="auto",
    ),
    Parameter(
        "store",
        QT_TRANSLATE_NOOP("Parameter", "Store"),
        QT_TRANSLATE_NOOP("Parameter", "Let the provider keep this exchange."),
        Flag(),
        Group.PROVIDER,
        initial=False,
    ),
    Parameter(
        "metadata",
        QT_TRANSLATE_NOOP("Parameter", "Metadata"),
        QT_TRANSLATE_NOOP("Parameter", "Pairs of text kept with the stored exchange."),
        Json(checks.metadata, '{"project": "demo"}'),
        Group.PROVIDER,
        initial={},
    ),
    Parameter(
        "prediction",
        QT_TRANSLATE_NOOP("Parameter", "Prediction"),
        QT_TRANSLATE_NOOP("Parameter", "Text that the answer will mostly repeat, to save time."),
        Json(checks.an_object, '{"type": "content", "content": ""}'),
        Group.PROVIDER,
        initial={},
    ),
    Parameter(
        "web_search_options",
        QT_TRANSLATE_NOOP("Parameter", "Web search"),
        QT_TRANSLATE_NOOP("Parameter", "Options of the provider's own web search."),
        Json(checks.an_object, '{"search_context_size": "medium"}'),
        Group.PROVIDER,
        initial={},
    ),
    Parameter(
        "moderation",
        QT_TRANSLATE_NOOP("Parameter", "Moderation"),
        QT_TRANSLATE_NOOP("Parameter", "Options of the provider's own moderation."),
        Json(checks.an_object, "{}"),
        Group.PROVIDER,
        initial={},
    ),
    Parameter(
        "extra_body",
        QT_TRANSLATE_NOOP("Parameter", "Extra body"),
        QT_TRANSLATE_NOOP(
            "Parameter",
            "Any further fields of this server, merged last: top_k, min_p, thinking, …",
        ),
        Json(checks.extra_body, '{"top_k": 40, "min_p": 0.05}'),
        Group.PROVIDER,
        initial={},
        common=True,
    ),
)

PARAMETERS: Mapping[str, Parameter] = MappingProxyType({row.name: row for row in _ROWS})
"""Every request field but ``model`` and ``messages``, by wire name, in the panel's order."""
