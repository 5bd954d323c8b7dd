"""Approvals that outlast one call, and what each of them covers."""

from collections.abc import Collection

from chatapp.domain.messages import ConversationId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_calls import Scope
from chatapp.domain.tools import ToolDefinition


@dataclass(frozen=True, slots=True)
class ToolGrant:
    """A tool that may run unasked: exactly the one with this fingerprint, of the server with
    that one; in one conversation, or in all if ``conversation_id`` is empty."""

    server: str
    tool: str
    tool_fingerprint: str
    server_fingerprint: str = ""
    conversation_id: str = ""


def grant_for(
    tool: ToolDefinition, server_fingerprint: str, conversation_id: ConversationId | None
) -> ToolGrant:
    """Return the approval of a tool as it is now."""
    return ToolGrant(
        tool.server, tool.name, tool.fingerprint, server_fingerprint, conversation_id or ""
    )


def allowance(
    grants: Collection[ToolGrant],
    tool: ToolDefinition,
    server_fingerprint: str,
    conversation_id: ConversationId,
) -> Scope:
    """Return for how long a tool, as it is now, was allowed to run unasked in a conversation;
    ``ONCE`` if every call of it is asked about."""
    if not grants:
        return Scope.ONCE
    if grant_for(tool, server_fingerprint, None) in grants:
        return Scope.ALWAYS
    here = grant_for(tool, server_fingerprint, conversation_id) in grants
    return Scope.CONVERSATION if here else Scope.ONCE


def may_be_always(tool: ToolDefinition, *, server_writes: bool) -> bool:
    """Whether *always* may be offered: not for tools of servers that the person has marked as
    able to write or run programs, nor for those whose own server warns of them."""
    return not server_writes and not tool.says_it_destroys
