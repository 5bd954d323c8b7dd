"""Whole conversations for property tests: every field of every kind."""

from hypothesis import strategies as st

from chatapp.domain.conversation import Conversation
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import (
    ConversationId,
    EndpointId,
    FailureRecord,
    Message,
    MessageId,
    MessageStatus,
    Role,
)
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.parameters import PARAMETERS
from chatapp.domain.replies import AudioReply, Choice, Reply, Timing, ToolCall, Usage

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
TIMES = st.floats(0, 4e9)
NAMES = {EndpointId("e1"): "Home", EndpointId("e2"): "Work"}
IDS = {name: endpoint_id for endpoint_id, name in NAMES.items()}
_LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
)
JSON: st.SearchStrategy[JsonValue] = st.recursive(
    _LEAVES | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.dictionaries(WORDS, JSON, max_size=2)
# Keys of a newer version: none of ours.
UNKNOWN = st.dictionaries(WORDS.map(lambda w: f"new {w}"), JSON, max_size=2)
# A field of ours takes values of its type only; those of a newer version any.
_FIELDS = WORDS.filter(lambda name: name not in PARAMETERS) | st.sampled_from(
    ["tools", "extra_body"]
)
_PARTS = st.lists(OBJECTS, max_size=2).map(tuple)
_CALLS = st.builds(ToolCall, WORDS, WORDS, WORDS, WORDS, OBJECTS)
_AUDIO = st.builds(AudioReply, WORDS, st.binary(max_size=9), WORDS, st.none() | st.integers())
_CHOICES = st.builds(
    Choice,
    index=st.integers(0, 9), role=WORDS, name=WORDS, content=WORDS, reasoning=WORDS,
    reasoning_field=WORDS, reasoning_details=_PARTS, refusal=WORDS,
    tool_calls=st.lists(_CALLS, max_size=2).map(tuple), finish_reason=st.none() | WORDS,
    logprobs=OBJECTS, audio=st.none() | _AUDIO, annotations=_PARTS, images=_PARTS,
    reasoning_ms=st.none() | TIMES, extra=OBJECTS,
)  # fmt: skip
_TIMINGS = st.builds(Timing, st.none() | TIMES, st.none() | TIMES, st.none() | TIMES, st.booleans())
REPLIES = st.builds(
    Reply,
    id=WORDS, object=WORDS, created=st.none() | st.integers(), model=WORDS,
    choices=st.lists(_CHOICES, max_size=2).map(tuple),
    usage=st.none() | st.builds(Usage, OBJECTS), system_fingerprint=WORDS, service_tier=WORDS,
    timing=_TIMINGS, extra=OBJECTS,
)  # fmt: skip
_NO_PLACES = WORDS.map(lambda words: words.replace("{", "(").replace("}", ")"))
_FAILURES = st.builds(
    FailureRecord, WORDS, _NO_PLACES, OBJECTS, detail=WORDS, ways_out=st.just(("RETRY",))
)
_ENDED = [s for s in MessageStatus if not s.is_running]


@st.composite
def conversations(draw: st.DrawFn) -> tuple[Conversation, list[Message]]:
    """A conversation and its messages, parents before children."""
    conversation_id = ConversationId(draw(st.uuids()).hex)
    messages: list[Message] = []
    for number in range(draw(st.integers(0, 6))):
        above = draw(st.none() | st.sampled_from(messages)) if messages else None
        messages.append(
            draw(
                st.builds(
                    Message,
                    id=st.just(MessageId(f"{conversation_id}-{number}")),
                    conversation_id=st.just(conversation_id),
                    parent_id=st.just(above.id if above else None),
                    role=st.sampled_from(Role), content=WORDS, parts=_PARTS, name=WORDS,
                    tool_call_id=WORDS, reply=st.none() | REPLIES, chosen=st.integers(0, 2),
                    status=st.sampled_from(_ENDED), failure=st.none() | _FAILURES, model=WORDS,
                    endpoint_id=st.none() | st.sampled_from(list(NAMES)), sent_body=OBJECTS,
                    created_at=TIMES, unknown=UNKNOWN,
                )
            )
        )  # fmt: skip
    ids = [None, *(m.id for m in messages)]
    conversation = draw(
        st.builds(
            Conversation,
            id=st.just(conversation_id), title=WORDS,
            endpoint_id=st.none() | st.sampled_from(list(NAMES)), model=WORDS,
            system_text=WORDS, system_role=st.sampled_from([Role.SYSTEM, Role.DEVELOPER]),
            user_name=WORDS,
            settings=st.dictionaries(_FIELDS, st.builds(Setting, JSON, st.booleans()), max_size=2),
            leaf_id=st.sampled_from(ids), draft=WORDS, created_at=TIMES, updated_at=TIMES,
            unknown=UNKNOWN,
        )
    )  # fmt: skip
    return conversation, messages
