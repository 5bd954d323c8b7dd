"""What the newest sweep of the shown conversation measured, on the pad."""

import asyncio
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.changes import Change, SweepChanged
from chatapp.domain.messages import ConversationId
from chatapp.domain.sweeps import Sweep, SweepPlan, SweepResults
from chatapp.services.publishing import Publisher
from chatapp.services.sweeps import SweepService
from chatapp.services.tasks import TaskScope
from chatapp.ui.parameters.pad_section import PadSection

FIRST_MEASURE = "agreement"
_BOTH = frozenset({"temperature", "top_p"})

Measures = Mapping[int, Mapping[str, float | None]]


class SweepPadController(QObject):
    """Follows the shown conversation; measures again when a sweep begins, pauses or ends."""

    def __init__(
        self,
        section: PadSection,
        sweeps: SweepService,
        publisher: Publisher,
        tasks: TaskScope,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(section)
        self._section = section
        self._sweeps = sweeps
        self._tasks = tasks
        self._shown = shown
        self._plan = SweepPlan(())
        self._measures: Measures = {}
        self._measure = FIRST_MEASURE
        section.measure_chosen.connect(self._choose)
        publisher.subscribe(self._on_change, SweepChanged)

    def _on_change(self, change: Change) -> None:
        match change:
            case SweepChanged(conversation_id, _, None) if conversation_id == self._shown():
                self.refresh()

    def _newest(self) -> Sweep | None:
        """Return the newest sweep of the shown conversation that varied both fields."""
        shown = self._shown()
        sweeps = self._sweeps.of(shown) if shown is not None else []
        return next((s for s in sweeps if {a.name for a in s.plan.axes} >= _BOTH), None)

    def refresh(self) -> None:
        """Show what there is for the shown conversation."""
        sweep = self._newest()
        if sweep is None:
            self._plan, self._measures = SweepPlan(()), {}
            self._section.show_measures([], "")
            self._section.show_surface(None, "")
        else:
            self._tasks.start(self._load(sweep), name="sweep on the pad")

    async def _load(self, sweep: Sweep) -> None:
        results = await self._sweeps.results(sweep.id)
        measures = await asyncio.to_thread(_measured, results)
        newest = self._newest()
        if newest is not None and newest.id == sweep.id:
            self._plan, self._measures = sweep.plan, measures
            self._show()

    def _choose(self, measure: str) -> None:
        self._measure = measure
        self._show()

    def _show(self) -> None:
        from chatapp.domain.sweep_measures import MEASURES
        from chatapp.ui.sweeps.pad_surface import pad_surface

        known = {
            name
            for of_cell in self._measures.values()
            for name, v in of_cell.items()
            if v is not None
        }
        offered = [
            (name, QCoreApplication.translate("Measure", measure.label))
            for name, measure in MEASURES.items()
            if name in known
        ]
        if self._measure not in known:
            self._measure = offered[0][0] if offered else FIRST_MEASURE
        self._section.show_measures(offered, self._measure)
        of_cell = self._measures
        surface, label = pad_surface(self._plan, self._measure, lambda c: of_cell.get(c, {}))
        self._section.show_surface(surface, label)


def _measured(results: SweepResults) -> Measures:
    from chatapp.domain.sweep_measures import cell_measures

    cells = range(results.plan.cell_count)
    return {cell: cell_measures(results, cell, 0, None) for cell in cells}
