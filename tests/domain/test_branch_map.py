"""The tree of a conversation as rows of stretches."""

from chatapp.domain.branch_map import branch_map
from chatapp.domain.conversation import MessageTree
from chatapp.domain.messages import ConversationId, Message, MessageId, Role


def tree_of(*edges: tuple[str, str | None]) -> MessageTree:
    return MessageTree.of(
        Message(
            MessageId(own), ConversationId("c"), MessageId(parent) if parent else None,
            Role.USER, content=f"words of {own}",
        )
        for own, parent in edges
    )  # fmt: skip


def drawn(tree: MessageTree, leaf: str | None) -> list[str]:
    rows = branch_map(tree, MessageId(leaf) if leaf else None)
    return [
        ("  " * row.lane)
        + ("\\" if row.parts else "|")
        + f"{row.first}-{row.last}:{row.count}"
        + ("*" if row.shown else "")
        + ("" if row.goes_on else ".")
        for row in rows
    ]


def test_a_conversation_without_forks_is_one_row() -> None:
    assert drawn(tree_of(("a", None), ("b", "a"), ("c", "b")), "c") == ["|a-c:3*."]
    assert drawn(tree_of(), None) == []


def test_versions_part_and_the_shown_one_goes_on_in_its_lane() -> None:
    tree = tree_of(("a", None), ("b", "a"), ("c", "a"), ("d", "c"), ("e", "a"))
    assert drawn(tree, "d") == ["|a-a:1*", "  \\b-b:1.", "  \\e-e:1.", "|c-d:2*."]
    assert drawn(tree, "b") == ["|a-a:1*", "  \\c-d:2.", "  \\e-e:1.", "|b-b:1*."]
    assert drawn(tree, None)[-1] == "|e-e:1."


def test_forks_within_forks_stand_one_lane_further_in() -> None:
    tree = tree_of(("a", None), ("b", "a"), ("x", "b"), ("y", "b"), ("c", "a"))
    assert drawn(tree, "c") == ["|a-a:1*", "  \\b-b:1", "    \\x-x:1.", "  |y-y:1.", "|c-c:1*."]


def test_the_first_message_can_have_versions_too() -> None:
    assert drawn(tree_of(("a", None), ("b", None)), "b") == ["  \\a-a:1.", "|b-b:1*."]


def test_ten_thousand_forks_are_no_recursion() -> None:
    edges: list[tuple[str, str | None]] = [("0", None)]
    for at in range(10_000):
        edges += [(f"{at + 1}", f"{at}"), (f"x{at}", f"{at}")]
    rows = branch_map(tree_of(*edges), MessageId("10000"))
    assert len(rows) == 20_001
    assert max(row.lane for row in rows) == 1


def test_words_are_one_short_line() -> None:
    tree = MessageTree.of(
        [Message(MessageId("a"), ConversationId("c"), None, Role.USER, content="x \n y" * 999)]
    )
    (row,) = branch_map(tree, None)
    assert len(row.words) == 120
    assert "\n" not in row.words
