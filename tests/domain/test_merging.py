"""Joining what a file holds with what is here."""

from dataclasses import replace

from chatapp.domain.conversation import Conversation
from chatapp.domain.merging import merge
from chatapp.domain.messages import ConversationId, Message, MessageId, Role

CONVERSATION = Conversation(ConversationId("c"), title="T", leaf_id=MessageId("b"), updated_at=1)


def message(key: str, parent: str | None, words: str = "") -> Message:
    above = MessageId(parent) if parent else None
    return Message(MessageId(key), CONVERSATION.id, above, Role.USER, content=words)


A, B, C = message("a", None), message("b", "a"), message("c", "b")


def test_a_new_conversation_is_taken_as_it_is() -> None:
    merged = merge(None, [], {}, CONVERSATION, [A, B])
    assert (merged.is_new, merged.conversation, merged.messages) == (True, CONVERSATION, (A, B))


def test_the_same_conversation_adds_nothing() -> None:
    owners = {A.id: CONVERSATION.id, B.id: CONVERSATION.id}
    merged = merge(CONVERSATION, [A, B], owners, CONVERSATION, [A, B])
    assert (merged.messages, merged.conversation, merged.different) == ((), CONVERSATION, 0)


def test_a_conversation_that_went_on_elsewhere_grows_and_shows_its_end() -> None:
    longer = replace(CONVERSATION, title="Other", leaf_id=C.id, updated_at=5)
    merged = merge(CONVERSATION, [A, B], {}, longer, [A, B, C])
    assert merged.messages == (C,)
    assert merged.conversation == replace(CONVERSATION, leaf_id=C.id, updated_at=5)


def test_a_branch_from_elsewhere_does_not_take_the_view_away() -> None:
    branch = replace(CONVERSATION, leaf_id=MessageId("x"))
    merged = merge(CONVERSATION, [A, B], {}, branch, [A, message("x", "a")])
    assert [m.id for m in merged.messages] == ["x"]
    assert merged.conversation.leaf_id == B.id


def test_words_that_differ_stay_as_they_are_here_and_are_counted() -> None:
    merged = merge(CONVERSATION, [A, B], {}, CONVERSATION, [A, message("b", "a", "other")])
    assert (merged.messages, merged.different) == ((), 1)


def test_messages_of_another_conversation_are_never_overwritten() -> None:
    owners = {A.id: ConversationId("other"), B.id: ConversationId("other")}
    merged = merge(None, [], owners, CONVERSATION, [A, B])
    first, second = merged.messages
    assert {first.id, second.id}.isdisjoint({A.id, B.id})
    assert second.parent_id == first.id
    assert merged.conversation.leaf_id == second.id
    assert merge(None, [], owners, CONVERSATION, [A, B]) == merged
