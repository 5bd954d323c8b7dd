"""Approvals that outlast one call, and what each of them covers."""

from collections.abc import Iterable

from chatapp.domain.messages import ConversationId
from chatapp.domain.quick_dataclass import dataclass
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


def is_granted(
    grants: Iterable[ToolGrant],
    tool: ToolDefinition,
    server_fingerprint: str,
    conversation_id: ConversationId,
) -> bool:
    """Whether a tool, as it is now, may run in a conversation unasked."""
    wanted = {
        grant_for(tool, server_fingerprint, conversation_id),
        grant_for(tool, server_fingerprint, None),
    }
    return any(grant in wanted for grant in grants)


def may_be_always(tool: ToolDefinition, *, server_writes: bool) -> bool:
    """Whether *always* may be offered: not for tools of servers that the person has marked as
    able to write or run programs, nor for those whose own server warns of them."""
    return not server_writes and not tool.says_it_destroys
