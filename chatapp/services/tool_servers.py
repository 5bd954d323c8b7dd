"""Servers of tools: kept, approved, started, stopped. None is started unless it was approved
exactly as it is."""

import asyncio
import secrets
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from chatapp.domain.changes import Change, ToolLogChanged, ToolsChanged
from chatapp.domain.errors import KeyringError, ToolFailed
from chatapp.domain.json_value import JsonObject
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.domain.tool_calls import ToolResult
from chatapp.domain.tool_servers import (
    STOPPED,
    ServerPhase,
    ServerState,
    ToolServer,
    secret_values,
)
from chatapp.domain.tools import FieldChange, ToolDefinition, differences
from chatapp.services.deleted_servers import DeletedServers
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tasks import TaskScope
from chatapp.store.server_secrets import ServerSecrets
from chatapp.store.tools import ToolStore
from chatapp.toolhosts.hosts import ToolHosts

if TYPE_CHECKING:
    from chatapp.domain.tool_sign_ins import PageWords
    from chatapp.services.tool_sign_ins import ToolSignIns

Undo: TypeAlias = Callable[[], Awaitable[None]]


class ToolServerService:
    """Holds every server with its state; starting and stopping never hold up the window."""

    def __init__(
        self,
        store: ToolStore,
        server_secrets: ServerSecrets,
        saver: Saver,
        publisher: Publisher,
        tasks: TaskScope,
        hosts: ToolHosts | None = None,
    ) -> None:
        self._store = store
        self._secrets = server_secrets
        self._tasks = tasks
        self._saver = saver
        self._publisher = publisher
        self._deleted = DeletedServers(store, server_secrets, saver, self._erase_sign_in)
        self._hosts = hosts or ToolHosts(self._on_state, on_log=self._on_log)
        self._servers: dict[str, ToolServer] = {}
        self._states: dict[str, ServerState] = {}
        self._running: dict[str, str] = {}
        self._earlier: dict[str, ToolServer] = {}
        self._names_of_run: list[str] = []
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._is_closed = False

    @cached_property
    def sign_ins(self) -> "ToolSignIns":
        """What is kept of signing in; imported when a server at an address is first started."""
        from chatapp.services.tool_sign_ins import ToolSignIns
        from chatapp.store.sign_in_secrets import SignInSecrets

        return ToolSignIns(SignInSecrets(), self._tasks, self._on_signed_in)

    async def open(self) -> None:
        """Read the servers that are kept. None is started."""
        for server in await self._store.servers():
            if server.deleted:
                self._deleted.know(server)
            elif server.for_run:
                self._earlier[server.name] = server
            else:
                self._servers.setdefault(server.name, server)

    # What there is

    def all(self) -> list[ToolServer]:
        """Return the servers by name; values of variables may be missing until they start."""
        return [self._servers[name] for name in sorted(self._servers)]

    def get(self, name: str) -> ToolServer | None:
        """Return a server."""
        return self._servers.get(name)

    def state(self, name: str) -> ServerState:
        """Return how a server is."""
        return self._states.get(name, STOPPED)

    def is_ready(self, name: str) -> bool:
        """Whether a server runs tools now."""
        return self.state(name).phase is ServerPhase.READY

    def tools(self) -> list[ToolDefinition]:
        """Return what the servers that are ready offer."""
        ready = (self._states[n] for n in sorted(self._states) if self.is_ready(n))
        return [tool for state in ready for tool in state.tools]

    def fingerprint(self, name: str) -> str:
        """Return the fingerprint of a server as it was started; empty if it was not."""
        return self._running.get(name, "")

    def can_write(self, name: str) -> bool:
        """Whether the person marked a server as able to write or run programs."""
        server = self._servers.get(name)
        return server is None or server.can_write

    def log_since(self, name: str, position: int) -> tuple[list[str], int]:
        """Return what a server has written since a position, 0 being the beginning, as far as it
        is kept and given at once; and the position behind it."""
        return self._hosts.log_since(name, position)

    def clear_log(self, name: str) -> None:
        """Forget what a server has written."""
        self._hosts.clear_log(name)

    def _on_log(self, name: str) -> None:
        self._publisher.publish(ToolLogChanged(name))

    # Keeping

    async def put(self, server: ToolServer, *, instead_of: str = "") -> bool:
        """Keep a server, in place of the one that had the name ``instead_of``; what is not as it
        was must be approved before it starts again.

        ``False`` says that the values of variables could not go into the keyring and are
        known until the app ends only.
        """
        before = self._servers.get(instead_of or server.name)
        if before and before.signed_in and not _same_place(before, server):
            self.sign_ins.forget(before)  # tokens are for one place
            server = replace(server, signed_in=False)
        if not server.salt:
            server = replace(server, salt=before.salt if before else secrets.token_hex(16))
        if before is not None and before.name != server.name:
            await self._remove(before)
        self._servers[server.name] = server
        kept = True
        if not server.for_run:
            kept = await self._keep_secrets(server, before)
            self._save(server)
        self._publisher.publish(ToolsChanged(server.name))
        return kept

    async def _keep_secrets(self, server: ToolServer, before: ToolServer | None) -> bool:
        if before is not None:
            kept = secret_values(server) if before.salt == server.salt else ()
            with suppress(KeyringError):  # nothing there can be read either
                await self._secrets.forget(before, kept)
        return await self._secrets.keep(server)

    def _save(self, server: ToolServer) -> None:
        key = ("server", server.name, server.for_run)
        self._saver.later(key, lambda: self._store.put_server(server))

    async def delete(self, name: str) -> Undo | None:
        """Stop and delete a server; return how to bring it back, running if it ran. The values
        of its variables stay in the keyring as long as that can be done."""
        server = self._servers.get(name)
        if server is None:
            return None
        ran = self.is_ready(name)
        await self._remove(server)
        self._deleted.put_away(server)
        self._publisher.publish(ToolsChanged(name))

        async def undo() -> None:
            if self._deleted.take_back(server.salt) is None:
                return
            back = replace(server, name=self.free_name(name))
            self._servers[back.name] = back
            self._save(back)
            self._publisher.publish(ToolsChanged(back.name))
            if ran and back.is_approved:
                await self.start_unasked(back.name)

        return undo

    async def _remove(self, server: ToolServer) -> None:
        """Stop a server and let its name be free."""
        await self.stop(server.name)
        self._servers.pop(server.name, None)
        self._states.pop(server.name, None)
        self._hosts.forget_log(server.name)
        key = ("server", server.name, server.for_run)
        self._saver.later(key, lambda: self._store.delete_server(server))

    async def know_for_run(self, servers: Sequence[ToolServer]) -> list[str]:
        """Take the servers of the command line, for this run; return their names. One with a
        name that is taken gets a number; one that was approved in an earlier run still is, as
        long as nothing about it has changed."""
        if not self._names_of_run:
            for server in servers:
                named = replace(server, name=self.free_name(server.name), for_run=True)
                if (before := self._earlier.get(named.name)) is not None:
                    named = replace(
                        named,
                        salt=before.salt,
                        approved=before.approved,
                        approved_form=before.approved_form,
                        signed_in=before.signed_in,
                    )
                await self.put(named)
                self._names_of_run.append(named.name)
        return list(self._names_of_run)

    def free_name(self, wanted: str) -> str:
        """Return a name that no server has: ``wanted``, with a number if it is taken."""
        name, number = wanted, 1
        while name in self._servers:
            number += 1
            name = f"{wanted}-{number}"
        return name

    # Starting and stopping

    async def as_approved(self, name: str) -> tuple[ToolServer, tuple[FieldChange, ...]]:
        """Return a server with its values, and how it differs from what was approved; all of
        it is new if nothing was. Raises ``ToolFailed`` or ``KeyringError``."""
        server = self._servers.get(name)
        if server is None:
            raise ToolFailed(text("Tools", QT_TRANSLATE_NOOP("Tools", "There is no such server.")))
        server = await self._secrets.fill(server)
        missing = [place for place, value in secret_values(server).items() if not value]
        if missing and not server.for_run:
            self._complain_of(missing)
        return server, tuple(differences(server.approved_form, server.form))

    @staticmethod
    async def program(server: ToolServer) -> str:
        """Return the program that would be run, as an absolute path; empty for an address.
        Raises ``ToolFailed`` if there is none."""
        if server.url:
            return ""
        from chatapp.toolhosts.process import resolved_command

        return await asyncio.to_thread(resolved_command, server)

    @staticmethod
    def _complain_of(places: Sequence[str]) -> None:
        names = ", ".join(place.partition("/")[2] for place in places)
        source = QT_TRANSLATE_NOOP("Tools", "The value of {names} is not known.")
        hint = QT_TRANSLATE_NOOP("Tools", "Type it into the server's settings again.")
        raise ToolFailed(text("Tools", source, names=names), hint=text("Tools", hint))

    async def start(
        self, name: str, *, approved_as: str = "", sign_in: "PageWords | None" = None
    ) -> None:
        """Start a server if it was approved as it is; ``approved_as`` is the fingerprint that
        the person has just approved, ``sign_in`` says that she signs in to it now: a state with
        the page to open tells of it. Raises ``ToolFailed`` or ``KeyringError``."""
        server, _ = await self.as_approved(name)
        if approved_as and approved_as == server.fingerprint:
            approved = replace(server, approved=server.fingerprint, approved_form=server.form)
            self._servers[name] = server = approved
            self._save(approved)
        if not server.is_approved:
            source = QT_TRANSLATE_NOOP("Tools", "“{name}” must be approved before it starts.")
            raise ToolFailed(text("Tools", source, name=name))
        terms = await self.sign_ins.terms(server, sign_in) if server.url else None
        # One after another: two starts that both wait for the end would leave one running unseen.
        async with self._turns[name]:
            await self._hosts.stop(name)
            if name in self._servers and not self._is_closed:
                self._running[name] = server.fingerprint
                self._on_state(name, ServerState(ServerPhase.STARTING))
                self._hosts.start(server, terms)

    async def stop(self, name: str) -> None:
        """End a server with all it has started."""
        async with self._turns[name]:
            await self._hosts.stop(name)

    async def give_up_sign_in(self, name: str) -> None:
        """Wait for the browser no longer."""
        state = self.state(name)
        await self.stop(name)
        host = state.sign_in_at
        self._on_state(name, ServerState(ServerPhase.NEEDS_SIGN_IN, sign_in_at=host))

    async def sign_out(self, name: str) -> None:
        """Stop a server and forget the tokens that it took."""
        await self.stop(name)
        if (server := self._servers.get(name)) is not None:
            self.sign_ins.forget(server)

    async def _erase_sign_in(self, server: ToolServer) -> None:
        if server.signed_in:
            await self.sign_ins.erase(server)

    def _on_signed_in(self, name: str, signed_in: bool) -> None:
        server = self._servers.get(name)
        if server is not None and server.signed_in != signed_in:
            self._servers[name] = server = replace(server, signed_in=signed_in)
            self._save(server)
            self._publisher.publish(ToolsChanged(name))

    async def start_those_that_should(self) -> None:
        """Start the servers that the person wants with the app and has approved as they are."""
        for server in self.all():
            if server.starts_with_app and server.approved:
                await self.start_unasked(server.name)

    async def start_unasked(self, name: str) -> None:
        """Start a server; what hinders it is its state, for nobody waits to be told."""
        try:
            await self.start(name)
        except (ToolFailed, KeyringError) as error:
            told = ServerState(ServerPhase.FAILED, problem=error.message, hint=error.hint)
            self._on_state(name, told)

    async def forget_deleted(self) -> None:
        """Have the keyring forget what an earlier run has deleted and could not forget."""
        await self._deleted.forget_left()

    async def close(self) -> None:
        """End every server; what was deleted is gone for good."""
        self._is_closed = True
        await self._hosts.close()
        if "sign_ins" in self.__dict__:
            await self.sign_ins.settle()
        await self._deleted.close()
        await self._tasks.close()

    def _on_state(self, name: str, state: ServerState) -> None:
        if name in self._servers:
            self._states[name] = state
            if not state.phase.is_on:
                self._running.pop(name, None)
            self._publisher.publish(ToolsChanged(name))

    async def call(
        self,
        tool: ToolDefinition,
        arguments: JsonObject,
        on_progress: Callable[[float, float | None, str], None],
    ) -> ToolResult:
        """Run a tool. Raises ``ToolFailed``."""
        return await self._hosts.call(tool.server, tool.name, arguments, on_progress)

    async def until_settled(
        self, name: str, phases: Collection[ServerPhase] = (ServerPhase.STARTING,)
    ) -> ServerState:
        """Return a server's state when it is in none of ``phases`` any more."""
        changed = asyncio.Event()

        def on_change(_change: Change) -> None:
            changed.set()

        unsubscribe = self._publisher.subscribe(on_change)
        try:
            while self.state(name).phase in phases:
                changed.clear()
                await changed.wait()
        finally:
            unsubscribe()
        return self.state(name)


def _same_place(before: ToolServer, server: ToolServer) -> bool:
    """Whether what was kept for a server is for it still: its name may be another."""
    return (before.url, before.salt) == (server.url, server.salt or before.salt)
