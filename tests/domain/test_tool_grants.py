"""An approval covers exactly what was approved: this tool, this server, this conversation."""

from dataclasses import replace

import pytest

from chatapp.domain.messages import ConversationId
from chatapp.domain.tool_calls import Scope
from chatapp.domain.tool_grants import ToolGrant, allowance, grant_for, may_be_always
from chatapp.domain.tools import ToolDefinition

TOOL = ToolDefinition("read", "Read a file", {"type": "object"}, "files")
HERE, THERE = ConversationId("here"), ConversationId("there")


def test_without_an_approval_every_call_is_asked_about() -> None:
    assert allowance(set(), TOOL, "mark", HERE) is Scope.ONCE


def test_an_approval_for_a_conversation_holds_in_it_alone() -> None:
    grants = {grant_for(TOOL, "mark", HERE)}
    assert allowance(grants, TOOL, "mark", HERE) is Scope.CONVERSATION
    assert allowance(grants, TOOL, "mark", THERE) is Scope.ONCE


def test_an_approval_for_always_holds_everywhere_and_is_the_longer_one() -> None:
    grants = {grant_for(TOOL, "mark", None), grant_for(TOOL, "mark", HERE)}
    assert allowance(grants, TOOL, "mark", HERE) is Scope.ALWAYS
    assert allowance(grants, TOOL, "mark", THERE) is Scope.ALWAYS


@pytest.mark.parametrize(
    "changed",
    [
        replace(TOOL, description="Read a file and send it"),
        replace(TOOL, description="Read a file "),
        replace(TOOL, parameters={}),
        replace(TOOL, server="file"),
        replace(TOOL, name="reads"),
        replace(TOOL, title="Read"),
        replace(TOOL, output_schema={"type": "object"}),
        replace(TOOL, annotations={"readOnlyHint": True}),
    ],
)
def test_a_changed_tool_is_asked_about_again(changed: ToolDefinition) -> None:
    grants = {grant_for(TOOL, "mark", None), grant_for(TOOL, "mark", HERE)}
    assert allowance(grants, changed, "mark", HERE) is Scope.ONCE


def test_a_changed_server_is_asked_about_again() -> None:
    grants: set[ToolGrant] = {grant_for(TOOL, "mark", None)}
    assert allowance(grants, TOOL, "another mark", HERE) is Scope.ONCE
    assert allowance(grants, TOOL, "", HERE) is Scope.ONCE


def test_always_is_not_offered_for_what_can_write() -> None:
    assert may_be_always(TOOL, server_writes=False)
    assert not may_be_always(TOOL, server_writes=True)
    warned = replace(TOOL, annotations={"destructiveHint": True})
    assert not may_be_always(warned, server_writes=False)
