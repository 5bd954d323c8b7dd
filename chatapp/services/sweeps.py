"""Sweeps: begun, paused, gone on with after a restart, and what comes of their answers."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from chatapp.domain.changes import SweepChanged
from chatapp.domain.conversation import Conversation
from chatapp.domain.errors import InvalidRequest
from chatapp.domain.identifiers import new_message_id
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.sweeps import (
    Run,
    Sweep,
    SweepId,
    SweepPlan,
    SweepResults,
    SweepState,
    missing_runs,
    new_sweep_id,
    used_settings,
)
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.domain.usage import Purpose
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.publishing import Publisher
from chatapp.services.requests import user_message
from chatapp.services.saving import Saver
from chatapp.services.spending import tell_spent
from chatapp.services.tasks import TaskScope
from chatapp.store.database import Database
from chatapp.store.sweeps import SweepStore
from chatapp.wire.lazy_client import LazyChatClient

if TYPE_CHECKING:
    from chatapp.services.sweep_runner import SweepRunner


class SweepService:
    """Holds every sweep; the results of one are read when they are first looked at."""

    def __init__(
        self,
        store: SweepStore,
        conversations: ConversationService,
        endpoints: EndpointService,
        client: LazyChatClient,
        saver: Saver,
        publisher: Publisher,
        tasks: TaskScope,
    ) -> None:
        self._store = store
        self._conversations = conversations
        self._endpoints = endpoints
        self._client = client
        self._saver = saver
        self._publisher = publisher
        self._tasks = tasks
        self._sweeps: dict[SweepId, Sweep] = {}
        self._results: dict[SweepId, SweepResults] = {}
        self._runners: dict[SweepId, SweepRunner] = {}
        self._scopes: dict[SweepId, TaskScope] = {}

    async def open(self) -> None:
        """Read the sweeps; one that ran when the app ended is paused."""
        for sweep in await self._store.all():
            interrupted = sweep.state is SweepState.RUNNING
            self._sweeps[sweep.id] = (
                replace(sweep, state=SweepState.PAUSED) if interrupted else sweep
            )

    async def close(self) -> None:
        """End the requests that run; what has arrived whole is kept."""
        for scope in list(self._scopes.values()):
            await scope.close()
        await self._tasks.close()

    # Which

    def of(self, conversation_id: ConversationId) -> list[Sweep]:
        """Return the sweeps of a conversation, the newest first."""
        mine = [s for s in self._sweeps.values() if s.conversation_id == conversation_id]
        return sorted(mine, key=lambda s: s.created_at, reverse=True)

    def get(self, sweep_id: SweepId) -> Sweep | None:
        """Return a sweep, if it is there."""
        return self._sweeps.get(sweep_id)

    async def results(self, sweep_id: SweepId) -> SweepResults:
        """Return the results of a sweep, which go on growing while it runs; none of one that
        was deleted."""
        if sweep_id not in self._results:
            runs = await self._store.runs(sweep_id)
            sweep = self._sweeps.get(sweep_id)
            if sweep is None:
                return SweepResults(SweepPlan(()), {})
            if sweep_id not in self._results:  # nobody else has read them meanwhile
                self._results[sweep_id] = SweepResults(sweep.plan, {r.number: r for r in runs})
        return self._results[sweep_id]

    # Wishes

    async def begin(
        self, conversation_id: ConversationId, plan: SweepPlan, question: str, concurrency: int
    ) -> Sweep:
        """Ask ``question`` over a grid, or, if it is empty, what the person asked last.

        Raises ``InvalidRequest`` with nothing asked.
        """
        conversation = self._conversations.get(conversation_id)
        if (problem := plan.problem()) is not None:
            raise InvalidRequest(problem)
        endpoint = self._endpoints.of(conversation)
        leaf_id = self._leaf(conversation, question)
        if endpoint is None or (leaf_id is None and not question):
            raise InvalidRequest(_say(QT_TRANSLATE_NOOP("Sweep", "There is nothing to ask yet.")))
        model = await self._endpoints.find_model(conversation, endpoint)
        sweep = Sweep(
            new_sweep_id(),
            conversation_id,
            replace(conversation, draft="", title=""),
            plan,
            endpoint.id,
            model,
            leaf_id=leaf_id,
            question=question,
            concurrency=concurrency,
            created_at=time.time(),
        )
        self._results[sweep.id] = SweepResults(plan)
        self._put(sweep)
        self._run(sweep)
        return sweep

    def _leaf(self, conversation: Conversation, question: str) -> MessageId | None:
        """Return where the path ends that is sent: with what the person asked last, if there
        is no new question."""
        path = self._conversations.path(conversation.id)
        if question:
            return path[-1].id if path else None
        return next((m.id for m in reversed(path) if m.role is Role.USER), None)

    def pause(self, sweep_id: SweepId) -> None:
        """Make no more requests until the sweep goes on."""
        if runner := self._runners.get(sweep_id):
            runner.pause()
            self._set_state(sweep_id, SweepState.PAUSED)

    async def go_on(self, sweep_id: SweepId) -> None:
        """Make the requests that are still missing, after a pause, a cancel or a restart."""
        runner = self._runners.get(sweep_id)
        if runner is None:
            await self.results(sweep_id)
            self._run(self._sweeps[sweep_id])
        else:
            runner.go_on()
        self._set_state(sweep_id, SweepState.RUNNING)

    async def cancel(self, sweep_id: SweepId) -> None:
        """End a sweep; what it brought stays."""
        if scope := self._scopes.get(sweep_id):
            await scope.close()
        if sweep_id in self._sweeps:
            self._set_state(sweep_id, SweepState.CANCELLED)

    async def delete(self, sweep_id: SweepId) -> Callable[[], None]:
        """End and delete a sweep with its results; calling the result brings them back."""
        results = await self.results(sweep_id)
        await self.cancel(sweep_id)
        sweep = self._sweeps.pop(sweep_id)
        self._results.pop(sweep_id, None)
        self._saver.drop(("sweep", sweep_id))
        self._saver.later(("delete sweep", sweep_id), lambda: self._store.delete(sweep_id))
        self._publisher.publish(SweepChanged(sweep.conversation_id, sweep_id))

        def restore() -> None:
            self._results[sweep_id] = results
            self._put(sweep)
            for run in results.runs.values():
                self._keep_run(sweep_id, run)

        return restore

    def waits_s(self, sweep_id: SweepId) -> float:
        """How long a busy server is left alone yet, in seconds."""
        runner = self._runners.get(sweep_id)
        return runner.waits_s if runner else 0.0

    # What comes of it

    def use_settings(self, sweep_id: SweepId, cell: int) -> Callable[[], None] | None:
        """Give the conversation the settings of a cell; calling the result takes them back."""
        sweep = self._sweeps[sweep_id]
        if sweep.conversation_id not in self._conversations:
            return None
        before = self._conversations.get(sweep.conversation_id)
        values = sweep.plan.cells[cell]
        changed = replace(before, settings=used_settings(values, before.settings))
        if "model" in values:
            changed = replace(changed, model=str(values["model"]), endpoint_id=sweep.endpoint_id)
        if "system" in values:
            changed = replace(changed, system_text=str(values["system"]))
        self._conversations.change(changed)

        def undo() -> None:
            if before.id in self._conversations:
                now = self._conversations.get(before.id)
                self._conversations.change(
                    replace(
                        now,
                        settings=before.settings,
                        model=before.model,
                        endpoint_id=before.endpoint_id,
                        system_text=before.system_text,
                    )
                )

        return undo

    async def continue_from(self, sweep_id: SweepId, number: int) -> MessageId:
        """Make a run's answer a branch of the conversation, and show it.

        Raises ``StoreError`` with nothing changed.
        """
        sweep = self._sweeps[sweep_id]
        run = (await self.results(sweep_id)).runs[number]
        tree = await self._conversations.load(sweep.conversation_id)
        added: list[Message] = []
        parent = sweep.leaf_id
        if sweep.question:
            asked = next(
                (
                    m
                    for m in tree.all()
                    if (m.parent_id, m.content, m.role) == (parent, sweep.question, Role.USER)
                ),
                None,
            )
            if asked is None:
                asked = replace(
                    user_message(sweep.base, sweep.question),
                    parent_id=parent,
                    created_at=time.time(),
                )
                added.append(asked)
            parent = asked.id
        answer = Message(
            new_message_id(),
            sweep.conversation_id,
            parent,
            Role.ASSISTANT,
            reply=run.reply,
            model=sweep.model_of(sweep.plan.cells[sweep.plan.cell_of(number)]),
            endpoint_id=sweep.endpoint_id,
            sent_body=run.sent_body,
            created_at=time.time(),
        )
        await self._conversations.add([*added, answer])
        return answer.id

    # How

    def _put(self, sweep: Sweep) -> None:
        self._sweeps[sweep.id] = sweep
        self._saver.later(("sweep", sweep.id), lambda: self._store.put(sweep))
        self._publisher.publish(SweepChanged(sweep.conversation_id, sweep.id))

    def _set_state(self, sweep_id: SweepId, state: SweepState) -> None:
        sweep = self._sweeps[sweep_id]
        if sweep.state is not SweepState.DONE and sweep.state is not state:
            self._put(replace(sweep, state=state))

    def _run(self, sweep: Sweep) -> None:
        from chatapp.services.sweep_requests import SweepRequests
        from chatapp.services.sweep_runner import SweepRunner

        results = self._results[sweep.id]
        left = missing_runs(sweep.plan, results.runs.values())
        scope = self._scopes[sweep.id] = self._tasks.child(f"sweep {sweep.id}")
        requests = SweepRequests(sweep, self._conversations, self._endpoints, self._client)
        runner = self._runners[sweep.id] = SweepRunner(
            left, sweep.concurrency, requests.ask, lambda run: self._take(sweep.id, run), scope
        )
        task = scope.start(runner.run(), name="sweep")
        task.add_done_callback(lambda t: self._on_ended(sweep.id, whole=not t.cancelled()))

    def _take(self, sweep_id: SweepId, run: Run) -> None:
        sweep = self._sweeps[sweep_id]
        self._results[sweep_id].runs[run.number] = run
        if run.reply is not None:
            cell = sweep.plan.cells[sweep.plan.cell_of(run.number)]
            tell_spent(
                self._publisher, Purpose.SWEEP, run.reply, sweep.endpoint_id,
                sweep.model_of(cell), sweep.conversation_id,
            )  # fmt: skip
        self._keep_run(sweep_id, run)
        self._publisher.publish(SweepChanged(sweep.conversation_id, sweep_id, run.number))

    def _keep_run(self, sweep_id: SweepId, run: Run) -> None:
        self._saver.later(
            ("sweep run", sweep_id, run.number), lambda: self._store.put_run(sweep_id, run)
        )

    def _on_ended(self, sweep_id: SweepId, *, whole: bool) -> None:
        self._runners.pop(sweep_id, None)
        self._scopes.pop(sweep_id, None)
        sweep = self._sweeps.get(sweep_id)
        if sweep is not None and whole:
            self._put(replace(sweep, state=SweepState.DONE))


async def open_sweeps(
    database: Database,
    conversations: ConversationService,
    endpoints: EndpointService,
    client: LazyChatClient,
    saver: Saver,
    publisher: Publisher,
    report: Callable[[BaseException], None],
) -> SweepService:
    """Return the service with what was kept read. Raises ``StoreError``."""
    tasks = TaskScope("sweeps", report)
    sweeps = SweepService(
        SweepStore(database), conversations, endpoints, client, saver, publisher, tasks
    )
    await sweeps.open()
    return sweeps


def _say(source: str, /, **arguments: object) -> Text:
    return text("Sweep", source, **arguments)
