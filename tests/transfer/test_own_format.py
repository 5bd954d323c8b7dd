"""Our own JSON: what is written comes back, and nothing that is not ours gets in."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings

from chatapp.domain.conversation import Conversation, FolderId, MessageTree
from chatapp.domain.failure_records import hint_of, message_of
from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.domain.replies import Choice, Reply, Usage
from chatapp.transfer.findings import Finding, Found, Skipped
from chatapp.transfer.reading import read_conversations
from chatapp.transfer.untrusted import NotReadable
from chatapp.transfer.writing import document
from tests.transfer.conversation_data import IDS, NAMES, conversations
from tests.transfer.exports import only, read, read_text, skipped


def write(*given: tuple[Conversation, list[Message]]) -> str:
    made = document(".json", "chatapp test", lambda i: NAMES.get(i, ""), str, str)
    pieces = list(made.begin([c.title for c, _ in given]))
    for conversation, messages in given:
        pieces += made.add(conversation, messages)
    return "".join([*pieces, *made.end()])


def read_back(text: str) -> list[Finding]:
    return list(read_conversations(io.StringIO(text).read, IDS.get))


@settings(max_examples=60, deadline=None)
@given(conversations(), conversations())
def test_what_is_exported_comes_back_equal(
    first: tuple[Conversation, list[Message]], second: tuple[Conversation, list[Message]]
) -> None:
    for (conversation, messages), found in zip(
        (first, second), read_back(write(first, second)), strict=True
    ):
        assert isinstance(found, Found)
        assert found.conversation == conversation
        by_id = {m.id: m for m in found.messages}
        assert by_id == {m.id: m for m in messages}
        tree, before = MessageTree.of(found.messages), MessageTree.of(messages)
        assert all(tree.siblings(m.id) == before.siblings(m.id) for m in messages)


def sample() -> dict[str, Any]:
    conversation = Conversation(ConversationId("c"), title="T", leaf_id=MessageId("b"))
    asked = Message(MessageId("a"), conversation.id, None, Role.USER, content="Hi")
    answer = Message(
        MessageId("b"), conversation.id, asked.id, Role.ASSISTANT,
        reply=Reply(choices=(Choice(content="Yo"),)),
    )  # fmt: skip
    return dict(json.loads(write((conversation, [asked, answer]))))


def test_unknown_keys_of_a_newer_version_are_kept_where_they_were() -> None:
    data = sample()
    message = data["conversations"][0]["messages"][1]
    message["reply"]["choices"][0]["mood"] = ["calm"]
    message["weight"] = 3
    data["conversations"][0]["colour"] = "red"
    found = only(read(data))
    again = json.loads(write((found.conversation, list(found.messages))))
    assert again["conversations"] == data["conversations"]


def test_an_endpoint_is_named_and_a_name_that_is_not_known_here_is_kept() -> None:
    data = sample()
    data["conversations"][0]["endpoint"] = "Home"
    data["conversations"][0]["messages"][1]["endpoint"] = "Nowhere"
    found = only(read_back(json.dumps(data)))
    assert found.conversation.endpoint_id == IDS["Home"]
    assert found.messages[1].endpoint_id is None
    again = json.loads(write((found.conversation, list(found.messages))))
    assert again["conversations"] == data["conversations"]


def test_an_endpoint_id_in_a_file_means_nothing_here() -> None:
    data = sample()
    data["conversations"][0]["endpoint_id"] = "e1"
    data["conversations"][0]["messages"][0]["endpoint_id"] = "e1"
    found = only(read_back(json.dumps(data)))
    assert found.conversation.endpoint_id is None
    assert found.messages[0].endpoint_id is None


def test_a_running_answer_is_written_as_interrupted() -> None:
    running = Message(
        MessageId("a"), ConversationId("c"), None, Role.ASSISTANT, status=MessageStatus.STREAMING
    )
    found = only(read_back(write((Conversation(ConversationId("c")), [running]))))
    assert found.messages[0].status is MessageStatus.INTERRUPTED


def test_numbers_that_json_does_not_have_are_left_out_of_the_file() -> None:
    reply = Reply(usage=Usage({"odd": float("nan"), "tokens": 3}))
    message = Message(MessageId("a"), ConversationId("c"), None, Role.ASSISTANT, reply=reply)
    text = write((Conversation(ConversationId("c")), [message]))
    usage = json.loads(text, parse_constant=pytest.fail)["conversations"][0]["messages"][0]
    assert usage["reply"]["usage"]["raw"] == {"odd": None, "tokens": 3}


def test_a_newer_version_is_refused() -> None:
    for count in (0, 1):
        data = {**sample(), "version": 2}
        data["conversations"] = data["conversations"][:count]
        with pytest.raises(NotReadable, match="newer version"):
            read(data)


@pytest.mark.parametrize("version", [None, 0, -1, "1", [], 1.5, True])
def test_a_version_that_is_none_is_refused(version: object) -> None:
    with pytest.raises(NotReadable, match="version"):
        read({**sample(), "version": version})


def test_what_is_beside_the_conversations_is_named() -> None:
    findings = read({**sample(), "personas": [1]})
    assert [f.item for f in findings if isinstance(f, Skipped)] == ["personas"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("id",), 5),
        (("id",), ""),
        (("id",), "x" * 999),
        (("title",), None),
        (("settings",), []),
        (("settings",), {"temperature": 1}),
        (("system_role",), "king"),
        (("created_at",), "today"),
        (("created_at",), 10**400),
        (("messages",), {}),
        (("messages", 0), 7),
        (("messages", 0, "id"), None),
        (("messages", 0, "role"), "robot"),
        (("messages", 0, "parts"), [1]),
        (("messages", 0, "chosen"), 1.5),
        (("messages", 1, "reply"), []),
        (("messages", 1, "reply", "choices"), "many"),
        (("messages", 1, "reply", "choices", 0, "audio"), {"data": "no base64!"}),
        (("messages", 1, "reply", "choices", 0, "content"), ["x"]),
        (("messages", 1, "reply", "timing"), {"streamed": 1}),
    ],
)
def test_a_wrong_type_is_named_with_its_place(path: tuple[str | int, ...], value: object) -> None:
    data = sample()
    inner = data["conversations"][0]
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    (reason,) = skipped(read(data))
    assert "malformed" in reason


def test_a_request_field_of_the_wrong_type_is_kept_away_from_the_panel() -> None:
    data = sample()
    good = {
        "temperature": {"value": 5}, "new_field": {"value": [1]}, "tools": {"value": {"odd": 1}},
        "top_p": {"value": None, "send": False},
    }  # fmt: skip
    bad = {"stop": {"value": 5, "send": True}, "seed": {"value": 10**400, "send": False}}
    data["conversations"][0]["settings"] = {**good, **bad}
    found = only(read(data))
    assert set(found.conversation.settings) == set(good)
    assert [str(s.reason) for s in found.skipped] == [
        "Request fields with a value of the wrong type (kept for export only): 2."
    ]
    again = json.loads(write((found.conversation, list(found.messages))))
    assert again["conversations"] == data["conversations"]


@pytest.mark.parametrize(
    "source",
    ["{", "}", "{a} {missing}", "{a.__class__}", "{a[0]}", "{a:>999999999}", "{a!r}", "{}", "{0}"],
)
def test_the_words_of_a_failure_cannot_do_anything_when_they_are_filled(source: str) -> None:
    data = sample()
    failure = {"context": "x", "source": source, "arguments": {"a": "b"}, "hint_source": source}
    data["conversations"][0]["messages"][1]["failure"] = failure
    kept = only(read(data)).messages[1].failure
    assert kept is not None
    assert str(message_of(kept)) == source
    assert str(hint_of(kept)) == source
    failure["source"] = "No {a}"
    kept = only(read(data)).messages[1].failure
    assert kept is not None
    assert str(message_of(kept)) == "No b"


def test_a_wrong_conversation_does_not_stop_the_next() -> None:
    data = sample()
    data["conversations"] = [3, {"id": "x", "messages": 1}, *data["conversations"]]
    findings = read(data)
    assert len(skipped(findings)) == 2
    assert isinstance(findings[-1], Found)


def test_messages_in_any_order_with_doubles_and_circles_become_a_tree() -> None:
    data = sample()
    data["conversations"][0]["messages"] = [
        {"id": "b", "parent_id": "a", "role": "user"},
        {"id": "a", "parent_id": "b", "role": "user"},
        {"id": "a", "parent_id": None, "role": "user"},
        {"id": "c", "parent_id": "c", "role": "user"},
        {"id": "d", "parent_id": "gone", "role": "user", "chosen": -3},
    ]
    found = only(read(data))
    assert [(m.id, m.parent_id) for m in found.messages] == [
        ("c", None), ("d", None), ("b", None), ("a", "b"),
    ]  # fmt: skip
    assert found.messages[1].chosen == 0
    assert [str(s.reason) for s in found.skipped] == [
        "Messages with an identifier that came before: 1."
    ]


def test_deep_values_are_refused_before_anything_recurses() -> None:
    deep = '{"x":' * 300 + "1" + "}" * 300
    text = json.dumps(sample()).replace('"role": "user"', f'"role": "user", "sent_body": {deep}')
    assert skipped(read_text(text)) == ["It is nested too deeply."]


def test_the_documented_example_of_a_file_is_read() -> None:
    text = """{"format": "chatapp-conversations", "version": 1, "conversations": [
      {"id": "1", "messages": [{"id": "2", "role": "user", "content": "Hi"}]}]}"""
    found = only(read_text(text))
    assert found.conversation.leaf_id == "2"
    assert found.messages[0].content == "Hi"


def test_pins_and_tags_travel_but_the_place_in_a_profile_does_not() -> None:
    conversation = Conversation(
        ConversationId("c"), title="T", draft="x", pinned=True, archived=True, tags=("work",),
        folder_id=FolderId("f"), unread=True, deleted_at=5.0,
    )  # fmt: skip
    text = write((conversation, []))
    assert "folder_id" not in text
    assert "deleted_at" not in text
    (found,) = read_back(text.replace('"work"', '"#Work ", "work", "  "'))
    assert isinstance(found, Found)
    kept = found.conversation
    assert (kept.pinned, kept.archived, kept.tags) == (True, True, ("work",))
    assert (kept.folder_id, kept.unread, kept.deleted_at) == (None, False, None)
