"""What is sent of a history: every rule of ``endpoint.md`` B2."""

import json
from dataclasses import replace

import pytest

from chatapp.domain.endpoints import Endpoint, EndpointKind, ReasoningPolicy
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.messages import (
    ConversationId,
    EndpointId,
    Message,
    MessageId,
    MessageStatus,
    Role,
)
from chatapp.domain.replies import AudioReply, Choice, Reply, ToolCall
from chatapp.domain.tool_calls import CANCELLED_WORDS, CUT_OFF_WORDS, CallRecord, ToolCallState
from chatapp.wire.messages import NO_OUTPUT, wire_messages

HERE = Endpoint(EndpointId("here"), "here", "")
CONVERSATION = ConversationId("c")
IMAGE: JsonObject = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}
SOUND: JsonObject = {"type": "input_audio", "input_audio": {"data": "AA==", "format": "wav"}}


def said(role: Role, content: str, **more: object) -> Message:
    return Message(MessageId("m"), CONVERSATION, None, role, content, **more)  # type: ignore[arg-type]


def user(content: str = "Hi", **more: object) -> Message:
    return said(Role.USER, content, **more)


def answer(content: str = "", *, by: str = "here", **more: object) -> Message:
    reply = Reply(choices=(Choice(content=content, **more),))  # type: ignore[arg-type]
    return replace(said(Role.ASSISTANT, ""), reply=reply, endpoint_id=EndpointId(by))


def call(call_id: str = "abcdefghi", arguments: str = "{}", **more: object) -> ToolCall:
    return ToolCall(call_id, "f", arguments, **more)  # type: ignore[arg-type]


def result(call_id: str, content: str) -> Message:
    return said(Role.TOOL, content, tool_call_id=call_id)


def sent(
    *path: Message,
    to: Endpoint = HERE,
    system: str = "",
    role: Role = Role.SYSTEM,
    learned: ReasoningPolicy | None = None,
) -> list[JsonObject]:
    return wire_messages(
        path,
        system_text=system,
        system_role=role,
        endpoint=to,
        reasoning_override=learned,
        now_s=1000.0,
    )


def to(kind: EndpointKind, policy: ReasoningPolicy = ReasoningPolicy.TOOL_TURNS) -> Endpoint:
    return replace(HERE, kind=kind, reasoning_policy=policy)


# Roles, names and plain content


def test_the_system_message_comes_first_under_the_chosen_role() -> None:
    for role in (Role.SYSTEM, Role.DEVELOPER):
        first = sent(user(), system="Be brief.", role=role)[0]
        assert first == {"role": str(role), "content": "Be brief."}


def test_an_empty_system_message_is_not_sent() -> None:
    assert [m["role"] for m in sent(user(), system=" \n")] == ["user"]


def test_words_alone_are_sent_as_a_plain_string() -> None:
    assert sent(user("Hi")) == [{"role": "user", "content": "Hi"}]
    only_text: tuple[JsonObject, ...] = ({"type": "text", "text": ""},)
    assert sent(user("Hi", parts=only_text)) == [{"role": "user", "content": "Hi"}]


def test_a_name_is_sent_only_if_the_person_set_one() -> None:
    named = sent(user("Hi", name="Ann"), answer("Ho", name="bot"), user("x"))
    assert [m.get("name") for m in named] == ["Ann", None, None]


@pytest.mark.parametrize("part", [IMAGE, SOUND], ids=["image", "sound"])
def test_attachments_are_parts_behind_the_words(part: JsonObject) -> None:
    assert sent(user("Look", parts=(part,)))[0]["content"] == [
        {"type": "text", "text": "Look"},
        part,
    ]


def test_an_attachment_without_words_has_no_empty_text_part() -> None:
    blank: JsonObject = {"type": "text", "text": ""}
    assert sent(user("", parts=(blank, IMAGE)))[0]["content"] == [IMAGE]


# Answers that cannot be sent


@pytest.mark.parametrize("content", ["", " \n\t"])
def test_an_empty_answer_is_left_out_and_its_neighbours_joined(content: str) -> None:
    assert sent(user("a"), answer(content, reasoning="hm"), user("b")) == [
        {"role": "user", "content": "a\n\nb"}
    ]


def test_neighbours_with_parts_are_joined_as_parts() -> None:
    (joined,) = sent(user("a", parts=(IMAGE,)), answer(), user("b"))
    assert joined["content"] == [
        {"type": "text", "text": "a"},
        IMAGE,
        {"type": "text", "text": "b"},
    ]


def test_people_with_different_names_stay_apart() -> None:
    assert len(sent(user("a", name="Ann"), user("b", name="Bob"))) == 2


def test_a_refusal_is_sent_as_its_words() -> None:
    assert sent(user(), answer(refusal="I will not."), user())[1]["content"] == "I will not."


def test_the_beginning_of_an_answer_is_sent_last_without_white_space_at_its_end() -> None:
    assert sent(user(), answer("Once upon \n"))[-1] == {
        "role": "assistant",
        "content": "Once upon",
    }


def test_an_answer_in_the_middle_keeps_its_text_to_the_byte() -> None:
    assert sent(user(), answer(" Once \n"), user("go on"))[1]["content"] == " Once \n"


# Spoken answers


def test_a_spoken_answer_is_named_while_the_server_has_it_and_told_in_words_after() -> None:
    live = AudioReply("a1", b"", "Hello", expires_at=1001)
    assert sent(user(), answer(audio=live), user())[1] == {
        "role": "assistant",
        "audio": {"id": "a1"},
    }
    for audio, by in ((replace(live, expires_at=1000), "here"), (live, "elsewhere")):
        assert sent(user(), answer(audio=audio, by=by), user())[1] == {
            "role": "assistant",
            "content": "Hello",
        }


# Tool calls and their results


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_beside_calls_empty_content_is_null(content: str) -> None:
    wire = sent(user(), answer(content, tool_calls=(call(),)), result("abcdefghi", "1"))
    assert wire[1]["content"] is None


def test_without_calls_there_is_no_list_of_them() -> None:
    assert "tool_calls" not in sent(user(), answer("Hi"), user())[1]


def test_every_call_gets_exactly_one_result_right_after_it() -> None:
    calls = (call("call00001"), call("call00002"), call("call00003"))
    wire = sent(
        user(),
        answer(tool_calls=calls),
        result("call00002", "two"),
        result("call00001", ""),
        result("unasked00", "x"),
        user("and?"),
    )
    assert [m["role"] for m in wire] == ["user", "assistant", "tool", "tool", "tool", "user"]
    assert [(m["tool_call_id"], m["content"]) for m in wire[2:5]] == [
        ("call00001", NO_OUTPUT),
        ("call00002", "two"),
        ("call00003", CANCELLED_WORDS),
    ]


@pytest.mark.parametrize(
    ("status", "started_at", "told"),
    [
        (MessageStatus.INTERRUPTED, 0.0, CANCELLED_WORDS),
        (MessageStatus.INTERRUPTED, 1.0, CUT_OFF_WORDS),
        (MessageStatus.STOPPED, 1.0, CUT_OFF_WORDS),
        (MessageStatus.COMPLETE, 1.0, NO_OUTPUT),
    ],
)
def test_the_model_is_told_whether_a_call_that_was_cut_off_had_run(
    status: MessageStatus, started_at: float, told: str
) -> None:
    record = CallRecord("call00001", "f", state=ToolCallState.RUNNING, started_at=started_at)
    cut = replace(result("call00001", ""), status=status, tool=record)
    assert sent(user(), answer(tool_calls=(call("call00001"),)), cut)[-1]["content"] == told


def test_an_id_used_again_in_a_later_turn_keeps_its_own_result() -> None:
    wire = sent(
        user(),
        answer(tool_calls=(call("call_0"),)),
        result("call_0", "first"),
        user(),
        answer(tool_calls=(call("call_0"),)),
        result("call_0", "second"),
    )
    results = [m for m in wire if m["role"] == "tool"]
    assert [m["content"] for m in results] == ["first", "second"]
    assert results[0]["tool_call_id"] == "call_0"
    assert results[1]["tool_call_id"] != "call_0"
    assert call_ids(wire) == [m["tool_call_id"] for m in results]


def test_calls_without_an_id_are_given_one_each() -> None:
    wire = sent(user(), answer(tool_calls=(call(""), call(""))), user())
    ids = call_ids(wire)
    assert all(ids)
    assert len(set(map(str, ids))) == 2
    assert [m["tool_call_id"] for m in wire if m["role"] == "tool"] == ids


def test_mistral_gets_ids_of_nine_letters_and_digits_in_calls_and_results_alike() -> None:
    path = (user(), answer(tool_calls=(call("call_abc-1"), call("abcdefgh1"))), user())
    ids = call_ids(sent(*path, to=to(EndpointKind.MISTRAL)))
    wire = sent(*path, to=to(EndpointKind.MISTRAL))
    assert [m["tool_call_id"] for m in wire if m["role"] == "tool"] == ids
    assert ids[1] == "abcdefgh1"
    assert all(isinstance(i, str) and i.isalnum() and len(i) == 9 for i in ids)
    assert call_ids(sent(*path))[0] == "call_abc-1"


@pytest.mark.parametrize(
    ("stored", "on_the_wire"),
    [
        ('{"a": 1}', '{"a": 1}'),
        ("", "{}"),
        ('{"a": ', "{}"),
        ("[1]", "{}"),
        ('"x"', "{}"),
        ('{"a": NaN}', "{}"),
        ("[" * 100_000, "{}"),
    ],
)
def test_arguments_are_sent_as_an_object_whatever_came(stored: str, on_the_wire: str) -> None:
    wire = sent(user(), answer(tool_calls=(call(arguments=stored),)), user())
    assert first_call(wire)["function"] == {"name": "f", "arguments": on_the_wire}


def test_unknown_keys_of_a_call_go_back_to_their_own_server_only() -> None:
    extra = {"extra_content": {"google": {"thought_signature": "s"}}}
    calls = (call(extra=extra),)
    own = first_call(sent(user(), answer(tool_calls=calls), user()))
    assert own["extra_content"] == extra["extra_content"]
    foreign = first_call(sent(user(), answer(tool_calls=calls, by="elsewhere"), user()))
    assert set(foreign) == {"id", "type", "function"}


def test_a_custom_call_is_sent_back_in_its_own_form() -> None:
    custom: JsonValue = {"name": "run", "input": "x"}
    calls = (call(type="custom", extra={"custom": custom}),)
    wire = first_call(sent(user(), answer(tool_calls=calls), user()))
    assert wire == {"id": "abcdefghi", "type": "custom", "custom": custom}


def call_ids(wire: list[JsonObject]) -> list[JsonValue]:
    calls = [c for m in wire for c in m.get("tool_calls", ())]  # type: ignore[union-attr]
    return [c["id"] for c in calls]  # type: ignore[call-overload,index]


def first_call(wire: list[JsonObject]) -> JsonObject:
    found = next(m["tool_calls"] for m in wire if "tool_calls" in m)
    return json.loads(json.dumps(found))[0]  # type: ignore[no-any-return]


# Sending reasoning back

CALLS = (call(),)
PLAIN = answer("Hi", reasoning="hm")
CALLED = answer(reasoning="hm", tool_calls=CALLS)


def reasoning(wire: list[JsonObject]) -> list[str]:
    """Which answers carry reasoning, in order: the field, or nothing."""
    fields = ("reasoning_content", "reasoning", "reasoning_details")
    answers = [m for m in wire if m["role"] == "assistant"]
    return [next((f for f in fields if f in m), "") for m in answers]


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        (to(EndpointKind.CUSTOM, ReasoningPolicy.NEVER), ["", "", ""]),
        (to(EndpointKind.CUSTOM), ["", "", "reasoning_content"]),
        (to(EndpointKind.DEEPSEEK), ["", "reasoning_content", "reasoning_content"]),
        (to(EndpointKind.CUSTOM, ReasoningPolicy.ALWAYS), ["reasoning_content"] * 3),
    ],
    ids=["never", "tool turns of this chain", "DeepSeek: every tool turn", "always"],
)
def test_reasoning_goes_back_by_the_policy(endpoint: Endpoint, expected: list[str]) -> None:
    path = (user(), PLAIN, user(), CALLED, user(), CALLED, result("abcdefghi", "1"))
    assert reasoning(sent(*path, to=endpoint)) == expected


def test_reasoning_goes_back_under_the_name_it_came_with() -> None:
    always = to(EndpointKind.CUSTOM, ReasoningPolicy.ALWAYS)
    details: tuple[JsonObject, ...] = ({"type": "reasoning.text", "text": "hm", "signature": "s"},)
    own = answer("Hi", reasoning="hm", reasoning_field="reasoning")
    assert reasoning(sent(user(), own, user(), to=always)) == ["reasoning"]
    detailed = answer(
        "Hi", reasoning="hm", reasoning_field="reasoning_details", reasoning_details=details
    )
    assert sent(user(), detailed, user(), to=always)[1] == {
        "role": "assistant",
        "content": "Hi",
        "reasoning_details": list(details),
    }


@pytest.mark.parametrize(
    ("kind", "field"),
    [(EndpointKind.VLLM, "reasoning"), (EndpointKind.DEEPSEEK, "reasoning_content")],
)
def test_another_servers_reasoning_is_sent_as_words_only_and_only_if_wanted(
    kind: EndpointKind, field: str
) -> None:
    details: tuple[JsonObject, ...] = ({"type": "reasoning.encrypted", "data": "x"},)
    foreign = answer("", reasoning="hm", reasoning_details=details, tool_calls=CALLS, by="other")
    path = (user(), foreign, result("abcdefghi", "1"))
    assert reasoning(sent(*path, to=to(kind))) == [""]
    wire = sent(*path, to=to(kind, ReasoningPolicy.ALWAYS))[1]
    assert wire[field] == "hm"
    assert "reasoning_details" not in wire


def test_what_a_server_was_found_to_want_counts_more_than_the_setting() -> None:
    bare = answer(tool_calls=CALLS)
    path = (user(), CALLED, user(), bare, user())
    assert reasoning(sent(*path, learned=ReasoningPolicy.NEVER)) == ["", ""]
    wire = sent(*path, learned=ReasoningPolicy.ALWAYS)
    answers = [m for m in wire if m["role"] == "assistant"]
    assert [m["reasoning_content"] for m in answers] == ["hm", ""]


def test_thoughts_are_never_put_into_the_text() -> None:
    always = to(EndpointKind.CUSTOM, ReasoningPolicy.ALWAYS)
    assert sent(user(), PLAIN, user(), to=always)[1]["content"] == "Hi"
