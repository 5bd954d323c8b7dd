"""Trees of messages and titles."""

from chatapp.domain.conversation import MessageTree, title_from
from chatapp.domain.endpoints import (
    cleaned_key,
    key_problem,
    sends_key_in_clear,
)
from chatapp.domain.messages import ConversationId, Message, MessageId, Role


def message(name: str, parent: str | None) -> Message:
    return Message(
        MessageId(name), ConversationId("c"), MessageId(parent) if parent else None, Role.USER
    )


def tree() -> MessageTree:
    return MessageTree.of(
        [message("a", None), message("b", "a"), message("b2", "a"), message("c", "b")]
    )


def test_the_path_runs_from_the_root_to_the_leaf() -> None:
    assert [m.id for m in tree().path_to(MessageId("c"))] == ["a", "b", "c"]


def test_siblings_are_in_the_order_they_were_made() -> None:
    assert tree().siblings(MessageId("b2")) == ["b", "b2"]


def test_removing_a_message_removes_all_that_follows_it() -> None:
    grown = tree()
    assert set(grown.remove(MessageId("b"))) == {"b", "c"}
    assert grown.newest_leaf(MessageId("a")) == "b2"
    assert len(grown) == 2


def test_a_title_is_the_first_line_cut_at_a_word() -> None:
    assert title_from("\n  Hello there \nmore") == "Hello there"
    title = title_from("word " * 40)
    assert len(title) <= 61
    assert title.endswith("word…")


def test_keys_are_cleaned_and_never_quoted_in_a_problem() -> None:
    assert cleaned_key(' "Bearer sk-1"\n') == "sk-1"
    assert key_problem("sk-1") is None
    for bad in ("sk 1", "sk-é", "x" * 2000):
        problem = key_problem(bad)
        assert problem is not None
        assert bad not in str(problem)


def test_a_key_in_clear_is_noticed_except_on_this_machine() -> None:
    assert sends_key_in_clear("http://example.org/v1")
    assert not sends_key_in_clear("http://127.0.0.1:8/v1")
    assert not sends_key_in_clear("https://example.org/v1")
