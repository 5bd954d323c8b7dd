"""Other programs' exports: what they say arrives, and what cannot be taken is named."""

import copy
import json
from typing import Any

import pytest

from chatapp.domain.conversation import MessageTree
from chatapp.domain.messages import MessageStatus, Role
from chatapp.transfer.findings import Found, Skipped
from tests.transfer import exports
from tests.transfer.exports import only, read, read_text, reasons, said, shown, skipped


def test_chatgpts_branches_reasoning_and_code_are_kept() -> None:
    found = only(read(exports.chatgpt()))
    tree = MessageTree.of(found.messages)
    question = shown(found)[0]
    first, second = (tree.get(i) for i in tree.children(question.id))
    assert found.conversation.title == "Sorting"
    assert found.conversation.updated_at == 1_700_000_100.0
    assert first.text == "Use:\n\n```python\nsorted(x)\n```"
    assert (first.choice.reasoning, first.model) == ("hm", "gpt-x")
    assert second.id == shown(found)[1].id


def test_chatgpts_tool_output_answers_the_call() -> None:
    found = only(read(exports.chatgpt()))
    call, output, last = shown(found)[-3:]
    (asked,) = call.choice.tool_calls
    assert (asked.name, json.loads(asked.arguments)) == ("python", {"input": "1 + 1"})
    assert (output.role, output.text, output.name) == (Role.TOOL, "2", "python")
    assert output.tool_call_id == asked.id
    assert last.text == "It is 2."


def test_a_picture_that_is_not_in_the_export_is_named_and_counted() -> None:
    found = only(read(exports.chatgpt()))
    assert "[image_asset_pointer: file-service://f1]" in shown(found)[2].text
    assert reasons(found) == ["Pictures or files that are not in the export: 1."]


def test_chatgpts_custom_instructions_become_the_system_message() -> None:
    data = exports.chatgpt()
    content = {"content_type": "user_editable_context", "user_instructions": "Be brief."}
    data[0]["mapping"]["sys"]["message"]["content"] = content
    found = only(read(data))
    assert found.conversation.system_text == "Be brief."
    assert shown(found)[0].role is Role.USER


def test_a_circle_of_messages_is_opened_and_nothing_in_it_is_lost() -> None:
    data = exports.chatgpt()
    data[0]["mapping"]["q"]["parent"] = "a3"
    found = only(read(data))
    assert len(found.messages) == len(only(read(exports.chatgpt())).messages)
    assert len(MessageTree.of(found.messages)) == len(found.messages)


def test_a_parent_that_is_not_there_gives_a_first_message() -> None:
    data = exports.chatgpt()
    del data[0]["mapping"]["root"]
    assert said(only(read(data)))[0] == ("user", "Sort a list?")


def test_claudes_message_becomes_call_result_and_answer() -> None:
    found = only(read(exports.claude()))
    assert said(found)[1:] == [
        ("assistant", "Looking."),
        ("tool", "rain"),
        ("assistant", "It rains."),
        ("user", "Thanks"),
    ]
    call = shown(found)[1]
    assert call.choice.reasoning == "I must look."
    assert shown(found)[2].tool_call_id == call.choice.tool_calls[0].id
    assert found.conversation.created_at == pytest.approx(1735787045.678901)


def test_claudes_attachment_is_a_code_block_that_nothing_in_it_can_end() -> None:
    found = only(read(exports.claude()))
    assert shown(found)[0].text.endswith("a.md\n\n````\n```\nx\n```\n````")
    assert len(reasons(found)) == 2


def test_claudes_branches_are_kept_where_they_are_given() -> None:
    data = exports.claude()
    data[0]["chat_messages"][2]["parent_message_uuid"] = "m1"
    found = only(read(data))
    tree = MessageTree.of(found.messages)
    assert len(tree.children(found.messages[0].id)) == 2


def test_open_webuis_answers_by_several_models_are_branches() -> None:
    found = only(read(exports.open_webui()))
    question, answer = shown(found)
    tree = MessageTree.of(found.messages)
    assert [tree.get(i).model for i in tree.children(question.id)] == ["m1", "m2"]
    assert (answer.text, answer.choice.reasoning) == ("Hello!", "so\non")
    assert answer.reply is not None
    assert answer.reply.usage is not None
    assert answer.reply.usage.completion_tokens == 4
    assert found.conversation.system_text == "Be short."
    assert [p["type"] for p in question.parts] == ["text", "image_url"]


def test_open_webuis_tool_calls_are_unfolded() -> None:
    data = exports.open_webui()
    data[0]["chat"]["history"]["messages"]["a"]["content"] = (
        '<details type="tool_calls" done="true" id="k" name="time" '
        'arguments="&quot;{\\&quot;zone\\&quot;: 1}&quot;" '
        'result="&quot;noon&quot;">\n<summary>Tool Executed</summary>\n</details>\nIt is noon.'
    )
    assert said(only(read(data)))[1:] == [
        ("assistant", ""), ("tool", "noon"), ("assistant", "It is noon."),
    ]  # fmt: skip


def test_an_old_open_webui_export_is_a_plain_list() -> None:
    data = exports.open_webui()
    del data[0]["chat"]["history"]
    data[0]["chat"]["messages"] = [
        {"id": "1", "role": "user", "content": "a"},
        {"id": "2", "role": "assistant", "content": "b", "done": False},
    ]
    found = only(read(data))
    assert said(found) == [("user", "a"), ("assistant", "b")]
    assert found.messages[1].status is MessageStatus.INTERRUPTED


def test_librechats_parts_and_branches_are_kept() -> None:
    found = only(read(exports.librechat()))
    tree = MessageTree.of(found.messages)
    first, second = (tree.get(i) for i in tree.children(found.messages[0].id))
    assert first.choice.reasoning == "easy"
    assert tree.get(tree.newest_leaf(first.id)).text == "One."
    assert second.text == "Uno."
    assert (found.conversation.model, found.conversation.system_text) == ("gpt-z", "Count.")


def test_librechats_nested_export_is_the_same_tree() -> None:
    flat = exports.librechat()
    first, *answers = flat["messages"]
    nested = {**flat, "recursive": True, "messages": [{**first, "children": answers}]}
    assert only(read(nested)).messages == only(read(flat)).messages


def test_cherry_studios_answers_to_one_question_are_versions() -> None:
    found = only(read(exports.cherry_studio()))
    question, answer = shown(found)
    tree = MessageTree.of(found.messages)
    green, black = (tree.get(i) for i in tree.children(question.id))
    assert (green.text, green.choice.reasoning, green.model) == ("Green.", "taste", "qwen")
    assert (black.text, answer.id) == ("Black.", black.id)
    assert black.reply is not None
    assert black.reply.tokens_per_second == pytest.approx(2.5)
    assert (found.conversation.title, found.conversation.system_text) == ("Tea", "Be kind.")


def test_cherry_studios_keys_are_not_taken() -> None:
    assert "sk-canary" in json.dumps(exports.cherry_studio())
    assert "sk-canary" not in repr(read(exports.cherry_studio()))


@pytest.mark.parametrize("name", exports.all_exports())
def test_reading_twice_gives_the_same_identifiers(name: str) -> None:
    data = exports.all_exports()[name]
    assert read(data) == read(copy.deepcopy(data))


def test_a_file_that_grew_holds_the_same_messages_and_more() -> None:
    before, after = exports.claude(), exports.claude()
    after[0]["chat_messages"].append({"uuid": "m4", "sender": "assistant", "text": "Welcome"})
    old, new = only(read(before)), only(read(after))
    assert old.conversation.id == new.conversation.id
    assert new.messages[: len(old.messages)] == old.messages


def test_without_identifiers_the_content_tells_conversations_apart() -> None:
    one, other = exports.claude()[0], exports.claude()[0]
    del one["uuid"], other["uuid"]
    other["chat_messages"][0]["content"] = [{"type": "text", "text": "Snow?"}]
    first, second, third = read([one, other, one])
    assert isinstance(first, Found)
    assert isinstance(second, Found)
    assert isinstance(third, Found)
    assert first.conversation.id == third.conversation.id != second.conversation.id


def test_formats_may_be_mixed_and_what_is_unknown_is_named() -> None:
    findings = read([{"title": "Odd"}, *exports.chatgpt(), 5, *exports.claude()])
    assert [f.item for f in findings if isinstance(f, Skipped)] == ["Odd", "#3"]
    assert skipped(findings) == ["Its format is not known."] * 2


def test_a_conversation_without_messages_is_named() -> None:
    (finding,) = read([{"uuid": "x", "name": "Hollow", "chat_messages": []}])
    assert isinstance(finding, Skipped)
    assert (finding.item, str(finding.reason)) == ("Hollow", "There is no message in it.")


def test_an_empty_list_is_no_mistake() -> None:
    assert skipped(read([])) == ["There is no message in it."]


def test_text_is_rid_of_what_nothing_can_hold() -> None:
    text = json.dumps(exports.claude()).replace("Rain in Oslo?", "a\\ud800b\\u0000c")
    assert said(only(read_text(text)))[0][1].startswith("a\ufffdb\ufffdc")


@pytest.mark.parametrize("time", ["2025-01-02", 1735776000, 1735776000000, 1735776000.0])
def test_times_are_understood_in_every_form(time: Any) -> None:
    data = exports.claude()
    data[0]["created_at"] = time
    assert only(read(data)).conversation.created_at == 1735776000.0


@pytest.mark.parametrize("time", [10**400, -5, 1e300, "soon", "9" * 9999, True, None, [1], {}])
def test_a_time_that_is_none_is_left_out(time: Any) -> None:
    data = exports.claude()
    data[0]["created_at"] = time
    assert only(read(data)).conversation.created_at >= 0
