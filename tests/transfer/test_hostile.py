"""Files that nobody's program wrote: read or refused in words, never a crash."""

import copy
import io
import json
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from chatapp.domain.conversation import MessageTree
from chatapp.store.records import dumps
from chatapp.transfer.findings import Finding, Found
from chatapp.transfer.reading import read_conversations
from chatapp.transfer.untrusted import NotReadable
from tests.transfer import exports
from tests.transfer.test_own_format import sample

ODD: list[Any] = [
    None, True, 0, -1, 10**30, 10**400, 1.5, -1e300, "", "x", "\ud800", "\0", [], [None], {},
    {"a": 1}, [[]], "a" * 500, {"type": []}, [{"type": {}}], {"": ""},
]  # fmt: skip


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every container with every key or position in it."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(items):
        yield value, key
        if isinstance(inner, (dict, list)):
            yield from places(inner)


def assert_survives(text: str) -> list[Finding]:
    """Read a file; whatever is found can be written down and is a tree."""
    findings: list[Finding] = []
    with suppress(NotReadable):
        findings.extend(read_conversations(io.StringIO(text).read, lambda _: None))
    for found in findings:
        if isinstance(found, Found):
            tree = MessageTree.of(found.messages)
            assert len(tree) == len(found.messages)
            parents = {m.parent_id for m in found.messages}
            ends = [m.id for m in found.messages if m.id not in parents]
            reached = {m.id for end in ends for m in tree.path_to(end)}
            assert reached == {m.id for m in found.messages}
            for value in (found.conversation, *found.messages):
                dumps(value).encode()
                str(value).encode()
    return findings


@pytest.mark.parametrize("name", [*exports.all_exports(), "own"])
def test_every_value_of_every_format_may_be_anything(name: str) -> None:
    dice = random.Random(7)
    whole = {**exports.all_exports(), "own": sample()}[name]
    count = sum(1 for _ in places(whole))
    for position in range(count):
        for odd in dice.sample(ODD, 6):
            changed = copy.deepcopy(whole)
            container, key = list(places(changed))[position]
            container[key] = odd
            assert_survives(json.dumps(changed))


@pytest.mark.parametrize("name", [*exports.all_exports(), "own"])
def test_every_key_may_be_missing(name: str) -> None:
    whole = {**exports.all_exports(), "own": sample()}[name]
    for position in range(sum(1 for _ in places(whole))):
        changed = copy.deepcopy(whole)
        container, key = list(places(changed))[position]
        del container[key]
        assert_survives(json.dumps(changed))


@pytest.mark.parametrize("name", [*exports.all_exports(), "own"])
def test_a_file_may_end_anywhere(name: str) -> None:
    text = json.dumps({**exports.all_exports(), "own": sample()}[name])
    for end in range(0, len(text), 17):
        with pytest.raises(NotReadable):
            list(read_conversations(io.StringIO(text[:end]).read, lambda _: None))


@pytest.mark.parametrize("text", ["{}", "5", '"words"', "null", "[1,2]", '{"a":[1]}', "[[]]"])
def test_json_of_no_known_program_is_refused(text: str) -> None:
    with pytest.raises(NotReadable, match="not an export"):
        list(read_conversations(io.StringIO(text).read, lambda _: None))


def test_a_chain_of_many_messages_is_quick() -> None:
    """What could be slow: long chains of tool results, countless folds, endless backticks."""
    began = time.monotonic()
    mapping = {
        f"n{i}": exports.chatgpt_node(f"n{i}", f"n{i - 1}", "tool", "x", name="t")
        for i in range(20_000)
    }
    (found,) = assert_survives(json.dumps([{"id": "1", "mapping": mapping}]))
    assert isinstance(found, Found)
    assert len(found.messages) == 20_000
    folds = exports.open_webui()
    folds[0]["chat"]["history"]["messages"]["a"]["content"] = (
        '<details type="reasoning">' * 50_000 + "</details>"
    )
    assert_survives(json.dumps(folds))
    ticks = exports.claude()
    ticks[0]["chat_messages"][0]["attachments"][0]["extracted_content"] = "`" * 300_000
    assert_survives(json.dumps(ticks))
    assert time.monotonic() - began < 20
