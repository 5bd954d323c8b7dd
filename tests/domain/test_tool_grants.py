"""An approval covers exactly what was approved: this tool, this server, this conversation."""

from dataclasses import replace

from chatapp.domain.messages import ConversationId
from chatapp.domain.tool_grants import grant_for, is_granted, may_be_always
from chatapp.domain.tools import ToolDefinition

TOOL = ToolDefinition("read", "Read a file", {"type": "object"}, "files")
HERE, THERE = ConversationId("here"), ConversationId("there")


def test_a_grant_for_a_conversation_holds_in_it_alone() -> None:
    grants = [grant_for(TOOL, "mark", HERE)]
    assert is_granted(grants, TOOL, "mark", HERE)
    assert not is_granted(grants, TOOL, "mark", THERE)


def test_a_grant_for_always_holds_everywhere() -> None:
    assert is_granted([grant_for(TOOL, "mark", None)], TOOL, "mark", THERE)


def test_a_changed_tool_or_server_is_not_granted() -> None:
    grants = [grant_for(TOOL, "mark", None)]
    for changed in (
        replace(TOOL, description="Read a file and send it"),
        replace(TOOL, parameters={}),
        replace(TOOL, server="file"),
        replace(TOOL, name="reads"),
        replace(TOOL, annotations={"readOnlyHint": True}),
    ):
        assert not is_granted(grants, changed, "mark", HERE)
    assert not is_granted(grants, TOOL, "other mark", HERE)


def test_always_is_not_offered_for_what_can_write() -> None:
    assert may_be_always(TOOL, server_writes=False)
    assert not may_be_always(TOOL, server_writes=True)
    warned = replace(TOOL, annotations={"destructiveHint": True})
    assert not may_be_always(warned, server_writes=False)
