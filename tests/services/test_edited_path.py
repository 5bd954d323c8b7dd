"""Edited requests as branches: what is shared stays shared, what was changed is a message."""

from dataclasses import replace

import pytest

from chatapp.domain.conversation import Conversation, MessageTree
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.messages import ConversationId, EndpointId, Message, MessageId, Role
from chatapp.domain.replies import Choice, Reply, ToolCall
from chatapp.services.edited_path import branch_of
from chatapp.wire.messages import wire_messages

HERE = ConversationId("c")
TALK = Conversation(HERE, system_text="Be brief.")
LAB = Endpoint(EndpointId("e"), name="lab", base_url="http://127.0.0.1:1/v1")
CALL = ToolCall("call00001", "look", '{"at":"sky"}')


def asked(name: str, words: str, parent: str | None) -> Message:
    above = MessageId(parent) if parent else None
    return Message(MessageId(name), HERE, above, Role.USER, content=words)


def answered(name: str, words: str, parent: str, *calls: ToolCall) -> Message:
    reply = Reply(choices=(Choice(content=words, tool_calls=calls),))
    return Message(MessageId(name), HERE, MessageId(parent), Role.ASSISTANT, reply=reply)


PATH = [
    asked("q1", "One?", None),
    answered("a1", "Looking.", "q1", CALL),
    Message(
        MessageId("t1"), HERE, MessageId("a1"), Role.TOOL, content="blue",
        tool_call_id=CALL.id,
    ),
    answered("a2", "It is blue.", "t1"),
    asked("q2", "Two?", "a2"),
]  # fmt: skip


def request(path: list[Message], **fields: JsonValue) -> dict[str, JsonValue]:
    wire = wire_messages(path, system_text=TALK.system_text, system_role=Role.SYSTEM, endpoint=LAB)
    return {"model": "m", "messages": list(wire), **fields}


def edited(before: JsonObject, at: int, **fields: JsonValue) -> JsonObject:
    messages = before["messages"]
    assert isinstance(messages, list)
    changed = [{**m, **fields} if n == at else m for n, m in enumerate(messages)]
    return {**before, "messages": list(changed)}


def sent_of(anchor: MessageId | None, fresh: list[Message]) -> JsonValue:
    """Return the messages that the new branch would send."""
    tree = MessageTree.of([*PATH, *fresh])
    return request(tree.path_to(fresh[-1].id if fresh else anchor))["messages"]


def test_without_a_change_of_messages_there_is_nothing_new() -> None:
    before = request(PATH)
    assert branch_of(TALK, PATH, before, before, 1.0) == (PATH[-1].id, [])
    assert branch_of(TALK, PATH, before, {**before, "temperature": 0}, 1.0) == (PATH[-1].id, [])


@pytest.mark.parametrize(
    ("at", "anchor", "count"), [(1, None, 5), (3, "a1", 3), (4, "t1", 2), (5, "a2", 1)]
)
def test_the_branch_begins_at_the_first_changed_message_and_sends_what_was_edited(
    at: int, anchor: str | None, count: int
) -> None:
    before = request(PATH)
    after = edited(before, at, content="Changed.")
    found, fresh = branch_of(TALK, PATH, before, after, 1.0)
    assert (found, len(fresh)) == (anchor, count)
    assert fresh[0].text == "Changed."
    assert fresh[0].parent_id == anchor
    assert not {m.id for m in fresh} & {m.id for m in PATH}
    assert sent_of(found, fresh) == after["messages"]


def test_changed_arguments_of_a_call_are_those_of_the_branch() -> None:
    before = request(PATH)
    function: JsonObject = {"name": "look", "arguments": "{}"}
    call: JsonObject = {"id": CALL.id, "type": "function", "function": function}
    after = edited(before, 2, tool_calls=[call])
    anchor, fresh = branch_of(TALK, PATH, before, after, 1.0)
    assert (anchor, fresh[0].choice.tool_calls[0].arguments) == ("q1", "{}")
    assert sent_of(anchor, fresh) == after["messages"]


def test_messages_that_were_taken_out_or_added_are_so_in_the_branch() -> None:
    before = request(PATH)
    messages = before["messages"]
    assert isinstance(messages, list)
    shorter = {**before, "messages": messages[:2]}
    assert branch_of(TALK, PATH, before, shorter, 1.0) == ("q1", [])
    longer = {**before, "messages": [*messages, {"role": "user", "content": "Three?"}]}
    anchor, fresh = branch_of(TALK, PATH, before, longer, 1.0)
    assert (anchor, [m.text for m in fresh]) == ("q2", ["Three?"])


def test_questions_sent_as_one_and_answers_left_out_do_not_shift_the_others() -> None:
    path = [
        asked("q1", "One?", None), answered("a1", "", "q1"), asked("q2", "Two?", "a1"),
        answered("a2", "Both.", "q2"), asked("q3", "Three?", "a2"),
    ]  # fmt: skip
    before = request(path)
    after = edited(before, 3, content="Four?")
    anchor, fresh = branch_of(TALK, path, before, after, 1.0)
    assert (anchor, [m.text for m in fresh]) == ("a2", ["Four?"])


def test_pictures_of_what_was_not_changed_stay_with_their_message() -> None:
    part: JsonObject = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}
    path = [PATH[0], replace(PATH[3], parent_id=MessageId("q1")), replace(PATH[4], parts=(part,))]
    before = request(path)
    after = edited(before, 1, content="Changed.")
    _, fresh = branch_of(TALK, path, before, after, 1.0)
    assert fresh[2].parts == (part,)
    changed = edited(before, 3, content=[{"type": "text", "text": "See?"}, part])
    _, fresh = branch_of(TALK, path, before, changed, 1.0)
    assert (fresh[0].content, fresh[0].parts) == ("See?", (part,))


def test_the_system_text_of_the_conversation_and_unknown_roles_make_no_branch() -> None:
    before = request(PATH)
    assert branch_of(TALK, PATH, before, edited(before, 0, content="Sing."), 1.0)[1] == []
    assert branch_of(TALK, PATH, before, edited(before, 1, role="oracle"), 1.0)[1] == []
