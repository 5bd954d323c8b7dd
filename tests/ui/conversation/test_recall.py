"""Earlier messages by the arrow keys."""

from chatapp.ui.conversation.recall import Recall


def test_up_goes_to_older_messages_and_down_back_to_nothing() -> None:
    recall = Recall(lambda: ["one", " ", "two"])
    assert recall.step(-1, "") == "two"
    assert recall.step(-1, "two") == "one"
    assert recall.step(-1, "one") is None
    assert recall.step(1, "one") == "two"
    assert recall.step(1, "two") == ""
    assert recall.step(1, "") is None


def test_what_was_typed_or_changed_is_never_replaced() -> None:
    recall = Recall(lambda: ["one", "two"])
    assert recall.step(-1, "my draft") is None
    assert recall.step(-1, "") == "two"
    assert recall.step(-1, "two, but better") is None


def test_what_was_sent_meanwhile_is_there_the_next_time() -> None:
    entries = ["one"]
    recall = Recall(lambda: entries)
    assert recall.step(-1, "") == "one"
    assert recall.step(1, "one") == ""
    entries.append("two")
    assert recall.step(-1, "") == "two"
    assert Recall(list[str]).step(-1, "") is None
