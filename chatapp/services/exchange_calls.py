"""What a recorded exchange asks of tools or promises of its answer, read out of its bodies."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import field

from chatapp.domain.errors import ChatAppError
from chatapp.domain.exchanges import Bodies, Step
from chatapp.domain.json_reading import read_json, read_reply
from chatapp.domain.json_schema import Verdict, check, check_text
from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, as_text
from chatapp.domain.partial_json import PartialJson
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import Reply
from chatapp.services.replay import PAUSE_S, SLICE, Replay
from chatapp.wire.accumulate import ReplyAccumulator

MOST_CHECKED_LIVE = 64_000
ANSWER = "answer"

_ALWAYS_WRONG = frozenset({"additionalProperties", "maxItems", "maxLength", "maxProperties"})
"""What is still arriving can break these, and nothing that follows can mend it."""


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """A tool call, or a structured answer (``key`` is ``ANSWER``): the JSON text, and the
    schema it was asked to fit. ``choice`` and ``position`` say where in the reply it is."""

    key: str
    tool: str
    arguments: str
    call_id: str = ""
    schema: JsonValue = None
    choice: int = 0
    position: int = -1


def reply_of(bodies: Bodies) -> Reply:
    """Return what a recorded reply says, streamed or not. May take long: fit for a thread."""
    replay = Replay(bodies)
    if len(replay):
        while not replay.seek(len(replay), most=SLICE):
            time.sleep(PAUSE_S)
        return replay.reply()
    reply = ReplyAccumulator()
    try:
        reply.feed_object(as_object(read_reply(bodies.response)))
    except (ValueError, ChatAppError):
        return Reply()
    reply.finish()
    return reply.reply()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request lets a reply do: the schema of each tool's arguments, and what the answer
    itself is to fit (``None``: anything). ``is_known`` is false if the request was not kept."""

    tools: Mapping[str, JsonValue] = field(default_factory=dict)
    answer: JsonValue = None
    is_known: bool = False


def asked_by(request: bytes) -> Asked:
    """Return what a request asks for. May take long: fit for a thread."""
    asked = request_fields(request)
    functions = (as_object(as_object(t).get("function")) for t in as_list(asked.get("tools")))
    schemas = {as_text(f.get("name")): f.get("parameters") for f in functions}
    return Asked(schemas, answer_schema(asked), is_known=bool(asked))


def calls_of(reply: Reply, asked: Asked) -> list[RecordedCall]:
    """Return the calls of a reply, and its structured answers, with their schemas."""
    promised = asked.answer
    found: list[RecordedCall] = []
    for choice in reply.choices:
        if promised is not None and choice.content:
            key = f"{ANSWER}/{choice.index}"
            found.append(RecordedCall(key, "", choice.content, "", promised, choice.index))
        for position, call in enumerate(choice.tool_calls):
            key = f"{choice.index}/{position}"
            schema = asked.tools.get(call.name)
            found.append(
                RecordedCall(
                    key, call.name, call.arguments, call.id, schema, choice.index, position
                )
            )
    return found


def request_fields(request: bytes) -> JsonObject:
    """Return the body of a request as an object; an empty one if it is none."""
    try:
        return as_object(read_json(request))
    except ValueError:
        return {}


def answer_schema(asked: JsonObject) -> JsonValue:
    """Return what a request wants its answer to fit; ``None`` if it wants nothing of it."""
    wanted = as_object(asked.get("response_format"))
    if wanted.get("type") == "json_schema":
        return as_object(wanted.get("json_schema")).get("schema") or {}
    return {"type": "object"} if wanted.get("type") == "json_object" else None


def steps_of(calls: Sequence[RecordedCall], steps: Sequence[Step]) -> dict[str, list[Step]]:
    """Return the steps of each call of a reply, by its key; ``steps`` are those of its answer.

    What came without an id, or with one that came before, was given one, and is given another
    whenever the reply is read: such calls are known by their tool and their order.
    """
    by_id: dict[str, list[Step]] = {}
    for step in steps:
        by_id.setdefault(step.call_id, []).append(step)
    found = {c.key: by_id.pop(c.call_id) for c in calls if c.call_id in by_id}
    for call in calls:
        alike = (i for i, own in by_id.items() if own[0].tool == call.tool)
        if call.key not in found and (same := next(alike, None)) is not None:
            found[call.key] = by_id.pop(same)
    return found


def verdict_on(text: str, schema: JsonValue, *, ended: bool) -> Verdict:
    """Return whether JSON text fits a schema; of text that still arrives, only what nothing
    that follows can mend. Costs time with both: fit for a thread."""
    if ended:
        return check_text(text or "{}", schema)
    if len(text) > MOST_CHECKED_LIVE:
        return Verdict()
    tree = PartialJson()
    tree.feed(text)
    if tree.root is None or tree.problem:
        return Verdict()
    try:
        so_far = read_json(tree.completed(text))
    except ValueError:
        return Verdict()
    still_open = tree.open_paths()
    verdict = check(so_far, schema)
    certain = tuple(
        v
        for v in verdict.violations
        if v.path not in still_open or v.keyword in _ALWAYS_WRONG or v.keyword == "type"
    )
    return Verdict(certain, verdict.unchecked)
