"""The offline model as the app sees it: start it when needed, know where it is, stop it.

Everything here runs on the event loop, plain asyncio or Qt's; the waiting is done by the
threads in ``child.py``. There is no task: callers wait on futures of their own, so that one
who is cancelled takes nothing from the others.
"""

import asyncio
import secrets
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from time import monotonic
from typing import TypeVar

from chatapp.domain.engine_state import EnginePhase, EngineState
from chatapp.domain.errors import EngineFailed
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.engine.child import ChildEvent, ChildSettings, Ended, EngineChild
from chatapp.engine.model_file import built_in_model, engine_is_installed, model_to_use
from chatapp.engine.reports import Listening, Loading

Waited = TypeVar("Waited")

#: After the weights are read llama.cpp still makes its caches and a first empty run.
_WEIGHTS_SHARE = 0.9

#: This many deaths within so many seconds are a loop, not an accident.
_DEATHS, _DEATHS_WITHIN_S = 3, 60.0

#: How long a child that was asked to go may take, in seconds.
_PATIENCE_S = 3.0


@dataclass(frozen=True, slots=True)
class EngineAddress:
    """Where the running server listens; the key is for this run only."""

    base_url: str
    model: str
    api_key: str = field(repr=False)


class OfflineEngine:
    """Keeps at most one llama.cpp server.

    ``model`` is a GGUF file, ``None`` the built-in one; ``chat_template`` is Jinja text that
    replaces the model's own. ``on_state`` is called on the event loop with every change.

    A server that dies is started again at once; after a few deaths in a row only when somebody
    asks for it. Answers that were being made fail with a lost connection and can be retried.
    """

    def __init__(
        self,
        *,
        model: Path | None,
        on_state: Callable[[EngineState], None],
        chat_template: str = "",
    ) -> None:
        self._model = model or built_in_model()
        self._chat_template = chat_template
        self._on_state = on_state
        self._state = self._at_rest()
        self._child: EngineChild | None = None
        self._address: EngineAddress | None = None
        self._starting: set[asyncio.Future[EngineAddress]] = set()
        self._ending: set[asyncio.Future[None]] = set()
        self._stopping = False
        self._deaths: deque[float] = deque(maxlen=_DEATHS)

    @property
    def state(self) -> EngineState:
        """The last state that was announced."""
        return self._state

    @property
    def model_name(self) -> str:
        """The name that requests give the model: the file's, without its ending."""
        return self._model.stem if self._model else ""

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        return self._child.pid if self._child else None

    async def start(self) -> EngineAddress:
        """Return the address, starting the server if it is not running; callers share it.

        Raises ``EngineFailed`` if there is no model or it does not load.
        """
        while self._stopping:
            await self._gone()
        if self._address is not None:
            return self._address
        if self._child is None:
            self._launch()
        waiter: asyncio.Future[EngineAddress] = asyncio.get_running_loop().create_future()
        self._starting.add(waiter)
        try:
            return await waiter
        finally:
            self._starting.discard(waiter)

    async def stop(self) -> None:
        """End the server and wait until it is gone; whoever waits for a start is told."""
        if self._child is None:
            return
        self._address = None
        self._stopping = True
        self._child.terminate()
        killer = asyncio.get_running_loop().call_later(_PATIENCE_S, self._child.kill)
        try:
            await self._gone()
        finally:
            killer.cancel()

    async def use_model(self, path: Path | None) -> None:
        """Load another file at the next start, ``None`` the built-in one; stops what runs.

        Raises ``EngineFailed`` for a file that is no model, and then changes nothing.
        """
        if path is not None:
            await asyncio.to_thread(model_to_use, path)
        await self.stop()
        self._model = path or built_in_model()
        self._announce(self._at_rest())

    def _launch(self) -> None:
        settings = ChildSettings(
            model=self._model,
            name=self.model_name,
            chat_template=self._chat_template,
            api_key=secrets.token_urlsafe(32),
        )
        loop = asyncio.get_running_loop()

        def hear(event: ChildEvent) -> None:
            # A loop that is closed by now: the app is going, and so is the child.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._on_event, event, settings)

        self._announce(EngineState(EnginePhase.STARTING, model=settings.name))
        self._child = EngineChild(settings, hear)

    def _on_event(self, event: ChildEvent, settings: ChildSettings) -> None:
        match event:
            case Loading(progress):
                self._on_loading(progress, settings.name)
            case Listening(address):
                self._on_listening(address, settings)
            case Ended(problem):
                self._on_ended(problem)

    def _on_loading(self, progress: float, name: str) -> None:
        if self._state.phase is EnginePhase.STARTING:
            shown = progress * _WEIGHTS_SHARE
            self._announce(EngineState(EnginePhase.STARTING, progress=shown, model=name))

    def _on_listening(self, address: str, settings: ChildSettings) -> None:
        if self._stopping:
            return
        self._address = EngineAddress(f"{address}/v1", settings.name, settings.api_key)
        self._announce(
            EngineState(
                EnginePhase.READY,
                progress=1.0,
                base_url=self._address.base_url,
                model=settings.name,
            )
        )
        for waiter in _undecided(self._starting):
            waiter.set_result(self._address)

    def _on_ended(self, problem: EngineFailed | None) -> None:
        was_ready = self._address is not None
        told_to_go = self._stopping
        self._child = self._address = None
        self._stopping = False
        if problem is None or told_to_go:
            self._announce(self._at_rest())
            self._refuse(_stopped())
        elif was_ready and self._may_restart():
            self._launch()
        else:
            self._announce(
                EngineState(EnginePhase.FAILED, model=self._state.model, problem=problem.message)
            )
            self._refuse(problem)
        for waiter in _undecided(self._ending):
            waiter.set_result(None)

    def _may_restart(self) -> bool:
        self._deaths.append(monotonic())
        return len(self._deaths) < _DEATHS or monotonic() - self._deaths[0] > _DEATHS_WITHIN_S

    def _refuse(self, problem: EngineFailed) -> None:
        for waiter in _undecided(self._starting):
            waiter.set_exception(problem)

    async def _gone(self) -> None:
        waiter = asyncio.get_running_loop().create_future()
        self._ending.add(waiter)
        try:
            await waiter
        finally:
            self._ending.discard(waiter)

    def _at_rest(self) -> EngineState:
        usable = self._model is not None and engine_is_installed()
        phase = EnginePhase.STOPPED if usable else EnginePhase.UNAVAILABLE
        return EngineState(phase, model=self.model_name)

    def _announce(self, state: EngineState) -> None:
        if state != self._state:
            self._state = state
            self._on_state(state)


def _undecided(waiters: set[asyncio.Future[Waited]]) -> list[asyncio.Future[Waited]]:
    """The futures nobody has cancelled or answered yet."""
    return [waiter for waiter in waiters if not waiter.done()]


def _stopped() -> EngineFailed:
    source = QT_TRANSLATE_NOOP("Engine", "The offline model was stopped before it was ready.")
    return EngineFailed(text("Engine", source), retryable=True)
