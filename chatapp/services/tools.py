"""The tools there are: written by hand or offered by servers, offered to models, allowed to run.

What a conversation offers stands in its request field ``tools``, letter by letter as it goes
on the wire; this service only helps to fill it.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from chatapp.domain.changes import ToolsChanged
from chatapp.domain.json_value import JsonObject, JsonValue, as_list
from chatapp.domain.messages import ConversationId
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_calls import Scope, ToolResult
from chatapp.domain.tool_grants import ToolGrant, allowance, grant_for, may_be_always
from chatapp.domain.tools import (
    FieldChange,
    ToolDefinition,
    definition_from,
    differences,
    offered_names,
    tool_record,
    with_tools,
    without_tools,
)
from chatapp.services.conversations import ConversationService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tool_servers import ToolServerService
from chatapp.store.tools import ToolStore

Progress: TypeAlias = Callable[[float, float | None, str], None]
"""Called with how much is done, of how much in all if that is known, and words."""


@dataclass(frozen=True, slots=True)
class KnownTool:
    """A tool with what the person should know of it: ``changes`` since it was approved."""

    tool: ToolDefinition
    changes: tuple[FieldChange, ...] = ()


class ToolService:
    """Holds functions, grants and pins in memory and writes every change down."""

    def __init__(
        self,
        store: ToolStore,
        servers: ToolServerService,
        conversations: ConversationService,
        saver: Saver,
        publisher: Publisher,
    ) -> None:
        self.servers = servers
        self._store = store
        self._conversations = conversations
        self._saver = saver
        self._publisher = publisher
        self._functions: dict[str, ToolDefinition] = {}
        self._grants: set[ToolGrant] = set()
        self._pins: dict[tuple[str, str], ToolDefinition] = {}

    async def open(self) -> None:
        """Read what was kept. No server is started."""
        self._functions = {tool.name: tool for tool in await self._store.functions()}
        self._grants = set(await self._store.grants())
        self._pins = {(pin.server, pin.name): pin for pin in await self._store.pins()}
        await self.servers.open()

    # Functions written by hand

    def functions(self) -> list[ToolDefinition]:
        """Return the functions written by hand, by name."""
        return [self._functions[name] for name in sorted(self._functions)]

    def put_function(self, tool: ToolDefinition, *, instead_of: str = "") -> None:
        """Keep a function, in place of the one that had the name ``instead_of``."""
        if instead_of != tool.name:
            self._drop_function(instead_of)
        self._functions[tool.name] = tool
        self._saver.later(("function", tool.name), lambda: self._store.put_function(tool))
        self._publisher.publish(ToolsChanged())

    def _drop_function(self, name: str) -> ToolDefinition | None:
        tool = self._functions.pop(name, None)
        if tool is not None:
            self._saver.later(("function", name), lambda: self._store.delete_function(name))
        return tool

    def delete_function(self, name: str) -> Callable[[], None] | None:
        """Forget a function; return how to bring it back, under another name if its own was
        given to another one meanwhile."""
        if (tool := self._drop_function(name)) is None:
            return None
        self._publisher.publish(ToolsChanged())
        return lambda: self.put_function(self.with_own_name(tool))

    def with_own_name(self, tool: ToolDefinition) -> ToolDefinition:
        """Return a function under a name that no other one has: with a number if it is taken."""
        named, number = tool, 1
        while self._functions.get(named.name, named) != named:
            number += 1
            named = replace(tool, name=f"{tool.name[:60]}_{number}")
        return named

    # All tools

    def known(self) -> list[KnownTool]:
        """Return every tool that could be offered now; of two with one name, the first."""
        tools: dict[str, ToolDefinition] = {}
        for tool in (*self.functions(), *self.servers.tools()):
            tools.setdefault(tool.wire_name, tool)
        return [KnownTool(tool, self.changes_of(tool)) for tool in tools.values()]

    def find(self, wire_name: str, offered: JsonValue) -> ToolDefinition | None:
        """Return the tool that a model may mean: one that was offered, as it is now; one whose
        server does not run, as it was when it was last offered or approved."""
        if wire_name not in offered_names(offered):
            return None
        for known in self.known():
            if known.tool.wire_name == wire_name:
                return known.tool
        for pin in self._pins.values():
            if pin.server and pin.wire_name == wire_name and self.servers.get(pin.server):
                return pin
        described = map(definition_from, as_list(offered))
        return next((d for d in described if d is not None and d.name == wire_name), None)

    def can_run(self, tool: ToolDefinition) -> bool:
        """Whether there is a server that runs it now; else only a person can answer."""
        return bool(tool.server) and self.servers.is_ready(tool.server)

    def is_still(self, tool: ToolDefinition, mark: str) -> bool:
        """Whether a tool is as it was, of a server that had the fingerprint ``mark``; one that
        is gone is as it was: running it fails and says so."""
        if self.servers.fingerprint(tool.server) not in ("", mark):
            return False
        listed = (t for t in self.servers.tools() if t.wire_name == tool.wire_name)
        return all(t.fingerprint == tool.fingerprint for t in listed)

    async def run(
        self, tool: ToolDefinition, arguments: JsonObject, on_progress: Progress
    ) -> ToolResult:
        """Run a tool. Raises ``ToolFailed``."""
        return await self.servers.call(tool, arguments, on_progress)

    # What a conversation offers

    def offered(self, conversation_id: ConversationId) -> frozenset[str]:
        """Return the wire names of the tools a conversation offers by its own setting."""
        return offered_names(self._setting(conversation_id).value)

    def _setting(self, conversation_id: ConversationId) -> Setting:
        settings = self._conversations.get(conversation_id).settings
        return settings.get("tools", Setting([], send=False))

    def offer(self, conversation_id: ConversationId, *tools: ToolDefinition, offered: bool) -> None:
        """Offer tools in a conversation, or no longer; an empty list is not sent."""
        listed = self._setting(conversation_id).value
        if offered:
            for tool in tools:
                self._pins.setdefault((tool.server, tool.name), tool)
                self._save_pin(tool)
            changed = with_tools(listed, tools)
        else:
            changed = without_tools(listed, {tool.wire_name for tool in tools})
        setting = Setting(changed) if changed else None
        self._conversations.set_parameter(conversation_id, "tools", setting)

    # Approvals

    def is_granted(self, tool: ToolDefinition, conversation_id: ConversationId) -> bool:
        """Whether a tool may run in a conversation unasked, exactly as it is now."""
        return self.can_run(tool) and self.allowance(tool, conversation_id) is not Scope.ONCE

    def allowance(self, tool: ToolDefinition, conversation_id: ConversationId) -> Scope:
        """Return for how long a tool, exactly as it is now, was allowed to run unasked."""
        mark = self.servers.fingerprint(tool.server)
        return allowance(self._grants, tool, mark, conversation_id)

    def may_be_always(self, tool: ToolDefinition) -> bool:
        """Whether *always* may be offered for a tool."""
        writes = bool(tool.server) and self.servers.can_write(tool.server)
        return may_be_always(tool, server_writes=writes)

    def changes_of(self, tool: ToolDefinition) -> tuple[FieldChange, ...]:
        """Return what a server changed of a tool since it was offered or approved."""
        pin = self._pins.get((tool.server, tool.name))
        if pin is None or pin == tool or not tool.server:
            return ()
        return tuple(differences(tool_record(pin), tool_record(tool)))

    def approve(self, tool: ToolDefinition, scope: Scope, conversation_id: ConversationId) -> None:
        """Note that the person let a tool run, as it is now, for as long as ``scope`` says."""
        if self.changes_of(tool):
            self._take_as_is(tool, conversation_id)
        if scope is Scope.ALWAYS and not self.may_be_always(tool):
            scope = Scope.CONVERSATION
        if scope is Scope.ONCE:
            return
        where = conversation_id if scope is Scope.CONVERSATION else None
        grant = grant_for(tool, self.servers.fingerprint(tool.server), where)
        if grant not in self._grants:
            self._grants.add(grant)
            self._saver.later(("grant", grant), lambda: self._store.put_grant(grant))
            self._publisher.publish(ToolsChanged(tool.server))

    def _take_as_is(self, tool: ToolDefinition, conversation_id: ConversationId) -> None:
        """Pin a changed tool, and offer it in its new form where it is offered."""
        self._pins[tool.server, tool.name] = tool
        self._save_pin(tool)
        if tool.wire_name in self.offered(conversation_id):
            self.offer(conversation_id, tool, offered=True)
        self._publisher.publish(ToolsChanged(tool.server))

    def _save_pin(self, tool: ToolDefinition) -> None:
        pin = self._pins[tool.server, tool.name]
        self._saver.later(("pin", tool.server, tool.name), lambda: self._store.put_pin(pin))

    def accept_changes(self, tool: ToolDefinition) -> None:
        """Take a changed tool as it is now, from the list of tools."""
        self._pins[tool.server, tool.name] = tool
        self._save_pin(tool)
        self._publisher.publish(ToolsChanged(tool.server))

    def withdraw(self, tool: ToolDefinition) -> None:
        """Ask for every call of a tool again, in all conversations."""
        gone = {g for g in self._grants if (g.server, g.tool) == (tool.server, tool.name)}
        self._grants -= gone
        for grant in gone:
            self._saver.later(("grant", grant), partial(self._store.delete_grant, grant))
        self._publisher.publish(ToolsChanged(tool.server))
