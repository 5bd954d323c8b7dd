"""Makes the requests of one sweep: a few at once, slower when the server says so."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence

from chatapp.domain.errors import ChatAppError, RequestRejected
from chatapp.domain.failure_records import failure_record
from chatapp.domain.sweeps import Run
from chatapp.services.tasks import TaskScope
from chatapp.wire.retries import retry_delay_s

MAX_BUSY_WAITS = 8
"""So often a request waits for a busy server before it counts as failed."""
LONGEST_WAIT_S = 120.0
_BUSY = frozenset({429, 503, 529})


class SweepRunner:
    """Runs until every request was made, or it is ended. ``ask`` makes one request.

    A server that is busy holds up all requests: they would only make it busier.
    """

    def __init__(
        self,
        left: Sequence[int],
        concurrency: int,
        ask: Callable[[int], Awaitable[Run]],
        on_run: Callable[[Run], None],
        tasks: TaskScope,
    ) -> None:
        self._left = list(left)[::-1]
        self._concurrency = max(concurrency, 1)
        self._ask = ask
        self._on_run = on_run
        self._tasks = tasks
        self._go = asyncio.Event()
        self._go.set()
        self._free_at = 0.0

    def pause(self) -> None:
        """Begin no more requests; those that run end by themselves."""
        self._go.clear()

    def go_on(self) -> None:
        """Begin requests again."""
        self._go.set()

    @property
    def is_paused(self) -> bool:
        """Whether no request is begun."""
        return not self._go.is_set()

    @property
    def waits_s(self) -> float:
        """How long the server wants to be left alone yet, in seconds."""
        return max(self._free_at - asyncio.get_running_loop().time(), 0.0)

    async def run(self) -> None:
        """Return when no request is left."""
        count = min(self._concurrency, len(self._left))
        workers = [self._tasks.start(self._work(), name="requests") for _ in range(count)]
        if workers:
            await asyncio.gather(*workers)

    async def _work(self) -> None:
        while self._left:
            await self._go.wait()
            if self._left:
                self._on_run(await self._made(self._left.pop()))

    async def _made(self, number: int) -> Run:
        """Return what one request brought, after as many tries as it takes."""
        tries, waits = 1, 0
        while True:
            await self._wait_for_server()
            try:
                return await self._ask(number)
            except ChatAppError as error:
                delay_s = self._busy_delay_s(error, waits)
                if delay_s is not None:
                    waits += 1
                    self._hold(delay_s)
                    continue
                delay_s = retry_delay_s(error, tries, output_seen=False, random=random.random)
                if delay_s is None:
                    return Run(number, failure=failure_record(error))
                tries += 1
                await asyncio.sleep(delay_s)

    @staticmethod
    def _busy_delay_s(error: ChatAppError, waits: int) -> float | None:
        """Return for how long a busy server is to be left alone; ``None`` if it is not that."""
        busy = isinstance(error, RequestRejected) and error.status in _BUSY and error.retryable
        if not busy or waits >= MAX_BUSY_WAITS:
            return None
        wish = error.retry_after_s if isinstance(error, RequestRejected) else None
        if wish is not None and wish > LONGEST_WAIT_S:
            return None
        return wish if wish is not None else min(2.0**waits, 30.0) * (1 - 0.25 * random.random())  # noqa: S311

    def _hold(self, delay_s: float) -> None:
        self._free_at = max(self._free_at, asyncio.get_running_loop().time() + delay_s)

    async def _wait_for_server(self) -> None:
        """Several requests may be held up, and the hold may be prolonged meanwhile."""
        wait_s = self.waits_s
        if wait_s > 0:
            await asyncio.sleep(wait_s)
            await self._wait_for_server()
