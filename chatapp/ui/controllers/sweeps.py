"""Sweeps of the shown conversation: planned, watched, compared, used and written to files."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject
from PySide6.QtWidgets import QFileDialog

from chatapp.domain.changes import Change, SweepChanged
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId
from chatapp.domain.prices import Price
from chatapp.domain.sweeps import Sweep, SweepId, SweepResults, SweepState
from chatapp.services.files import write_text_file
from chatapp.services.publishing import Publisher
from chatapp.services.sweeps import SweepService
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.sweep_planning import SweepPlanning
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated

if TYPE_CHECKING:
    from chatapp.ui.sweeps.window import SweepWindow

Measures = Mapping[int, Mapping[str, float | None]]


class SweepController(QObject):
    """One window at a time; a sweep goes on when it is closed."""

    def __init__(
        self,
        window: MainWindow,
        sweeps: SweepService,
        planning: SweepPlanning,
        publisher: Publisher,
        tasks: TaskScope,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._sweeps = sweeps
        self._planning = planning
        self._tasks = tasks
        self._shown = shown
        self._dialog: SweepWindow | None = None
        self._of: ConversationId | None = None
        self._sweep_id: SweepId | None = None
        self._results: SweepResults | None = None
        self._dirty: set[int] = set()
        self._measuring = False
        window.action("sweep").triggered.connect(self.open)
        window.panel.pad.sweep_requested.connect(self.open)
        publisher.subscribe(self._on_change, SweepChanged)

    # The window

    def open(self) -> None:
        """Show the sweeps of the shown conversation, or plan the first one."""
        shown = self._shown()
        if shown is None:
            return
        if self._dialog is not None and self._of == shown:
            self._planning.show_question(self._dialog.setup, shown)
            self._dialog.show()
            return
        if self._dialog is None:
            self._dialog = self._new_dialog()
        self._of = shown
        self._planning.fill(self._dialog.setup, shown)
        sweeps = self._sweeps.of(shown)
        newest = sweeps[0].id if sweeps and sweeps[0].state is not SweepState.DONE else ""
        self.choose(newest)
        self._dialog.show()

    def _new_dialog(self) -> "SweepWindow":
        from chatapp.ui.sweeps.window import SweepWindow

        dialog = SweepWindow(self._window)
        dialog.finished.connect(self._on_closed)
        dialog.sweep_chosen.connect(self.choose)
        dialog.delete_requested.connect(lambda: self._with_sweep(self._delete))
        dialog.export_requested.connect(self._choose_file)
        setup = dialog.setup
        setup.changed.connect(self._show_estimate)
        setup.start_requested.connect(lambda: self._start(self._begin()))
        results = dialog.results
        results.cells_chosen.connect(self._show_cells)
        results.pause_requested.connect(self._pause)
        results.go_on_requested.connect(lambda: self._with_sweep(self._sweeps.go_on))
        results.cancel_requested.connect(lambda: self._with_sweep(self._sweeps.cancel))
        detail = results.detail
        detail.run_chosen.connect(lambda number: self._show_cells(results.chosen(), number))
        detail.use_requested.connect(self._use)
        detail.continue_requested.connect(lambda number: self._start(self._continue(number)))
        detail.reference_requested.connect(self._set_reference)
        return dialog

    def _on_closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _start(self, work: Coroutine[Any, Any, Any]) -> None:
        self._tasks.start(self._said(work), name="sweep")

    async def _said(self, work: Coroutine[Any, Any, Any]) -> None:
        try:
            await work
        except ChatAppError as error:
            words = translated(error.message)
            if self._dialog is not None:
                self._dialog.setup.show_estimate(words, problem=True)
            self._window.status_line.show_words(words, role="problem")

    def _with_sweep(self, act: Callable[[SweepId], Coroutine[Any, Any, Any]]) -> None:
        if self._sweep_id is not None:
            self._start(act(self._sweep_id))

    def _pause(self) -> None:
        if self._sweep_id is not None:
            self._sweeps.pause(self._sweep_id)

    def _show_estimate(self) -> None:
        if self._dialog is not None and self._of is not None:
            self._planning.show_estimate(self._dialog.setup, self._of)

    async def _begin(self) -> None:
        if self._dialog is not None and self._of is not None:
            sweep = await self._planning.begin(self._dialog.setup, self._of)
            self.choose(sweep.id)

    # Watching

    def choose(self, sweep_id: str) -> None:
        """Show a sweep in the window, or, with an empty id, the page for planning one."""
        if self._dialog is None or self._of is None:
            return
        self._sweep_id = SweepId(sweep_id) if sweep_id else None
        self._results = None
        listed = [(s.id, _sweep_words(s)) for s in self._sweeps.of(self._of)]
        self._dialog.show_sweeps(listed, sweep_id)
        self._dialog.show_page(is_setup=not sweep_id)
        if self._sweep_id is not None:
            self._start(self._load(self._sweep_id))

    async def _load(self, sweep_id: SweepId) -> None:
        results = await self._sweeps.results(sweep_id)
        if sweep_id != self._sweep_id or self._dialog is None:
            return
        self._results = results
        self._dialog.results.show_results(results)
        self._dirty = set(range(results.plan.cell_count))
        self._show_progress()
        await self._measure()

    def _on_change(self, change: Change) -> None:
        if not isinstance(change, SweepChanged) or self._dialog is None:
            return
        if change.sweep_id != self._sweep_id:
            return
        sweep = self._sweeps.get(SweepId(change.sweep_id))
        if sweep is None:
            self.choose("")
            return
        if change.run is not None and self._results is not None:
            self._dialog.results.model.run_ended(change.run)
            self._dirty.add(sweep.plan.cell_of(change.run))
            self._start(self._measure())
        self._show_progress()

    def _show_progress(self) -> None:
        sweep = self._sweeps.get(self._sweep_id) if self._sweep_id else None
        if self._dialog is not None and sweep is not None and self._results is not None:
            waits_s = self._sweeps.waits_s(sweep.id)
            self._dialog.results.show_progress(sweep, self._results, waits_s)

    def _price(self) -> Price | None:
        sweep = self._sweeps.get(self._sweep_id) if self._sweep_id else None
        return self._planning.price_of(sweep.model) if sweep is not None else None

    async def _measure(self) -> None:
        """Compute what has become of the cells, one round at a time, off this thread."""
        if self._measuring:
            return
        self._measuring = True
        try:
            while self._dirty and self._results is not None and self._dialog is not None:
                results, model = self._results, self._dialog.results.model
                if model.reference in self._dirty:
                    self._dirty = set(range(results.plan.cell_count))
                cells, self._dirty = self._dirty, set()
                measures = await asyncio.to_thread(
                    _measured, results, cells, model.reference, self._price()
                )
                if results is self._results and self._dialog is not None:
                    model.set_measures(measures)
        finally:
            self._measuring = False

    def _set_reference(self) -> None:
        if self._dialog is None or self._results is None:
            return
        chosen = self._dialog.results.chosen()
        if chosen:
            self._dialog.results.model.set_reference(chosen[0])
            self._dirty = set(range(self._results.plan.cell_count))
            self._start(self._measure())

    # Comparing and using

    def _show_cells(self, cells: Sequence[int], number: int | None = None) -> None:
        if self._dialog is None or self._results is None:
            return
        results, detail = self._results, self._dialog.results.detail
        if len(cells) == 1:
            cell = cells[0]
            runs = results.of_cell(cell)
            shown = number if number is not None else runs[0].number if runs else -1
            measures = self._dialog.results.model.measures(cell)
            detail.show_cell(_cell_words(results, cell), runs, shown, measures)
        elif len(cells) == 2:
            self._start(self._show_difference(cells[0], cells[1]))
        else:
            detail.show_nothing()

    async def _show_difference(self, left: int, right: int) -> None:
        from chatapp.domain.word_diff import word_diff

        results = self._results
        if results is None:
            return
        texts = [next(iter(results.texts(cell)), "") for cell in (left, right)]
        stretches = await asyncio.to_thread(word_diff, texts[0], texts[1])
        if self._dialog is not None and list(self._dialog.results.chosen()) == [left, right]:
            title = QCoreApplication.translate("Sweep", "From {left} to {right}").format(
                left=_cell_words(results, left), right=_cell_words(results, right)
            )
            self._dialog.results.detail.show_difference(title, stretches)

    def _use(self) -> None:
        if self._dialog is None or self._sweep_id is None:
            return
        undo = self._sweeps.use_settings(self._sweep_id, self._dialog.results.chosen()[0])
        if undo is not None:
            words = QCoreApplication.translate("Sweep", "The settings of the cell are in use.")
            self._window.notices.undoable.emit(words, undo)

    async def _delete(self, sweep_id: SweepId) -> None:
        restore = await self._sweeps.delete(sweep_id)
        words = QCoreApplication.translate("Sweep", "The sweep was deleted with its answers.")
        self._window.notices.undoable.emit(words, restore)

    async def _continue(self, number: int) -> None:
        if self._sweep_id is not None:
            sweep = self._sweeps.get(self._sweep_id)
            await self._sweeps.continue_from(self._sweep_id, number)
            if sweep is not None and sweep.question == self._planning.typed():
                self._window.composer.take()

    # Files

    def _choose_file(self, kind: str) -> None:
        if self._dialog is None:
            return
        chooser = QFileDialog(
            self._dialog, QCoreApplication.translate("Sweep", "Export sweep"), f"sweep.{kind}"
        )
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.fileSelected.connect(lambda path: self._start(self._export(Path(path), kind)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    async def _export(self, path: Path, kind: str) -> None:
        from chatapp.services.sweep_export import to_csv, to_json

        sweep = self._sweeps.get(self._sweep_id) if self._sweep_id else None
        if sweep is None or self._results is None or self._dialog is None:
            return
        model = self._dialog.results.model
        measures = {cell: model.measures(cell) for cell in range(sweep.plan.cell_count)}
        write = to_csv if kind == "csv" else to_json
        content = await asyncio.to_thread(write, sweep, self._results, measures)
        await write_text_file(path, content)


def _measured(
    results: SweepResults, cells: set[int], reference: int, price: Price | None
) -> Measures:
    from chatapp.domain.sweep_measures import cell_measures

    return {cell: cell_measures(results, cell, reference, price) for cell in sorted(cells)}


def _cell_words(results: SweepResults, cell: int) -> str:
    from chatapp.qtmodels.sweep_grid import axis_label, value_words

    values = results.plan.cells[cell]
    return " · ".join(f"{axis_label(n)} {value_words(v)}" for n, v in values.items())


def _sweep_words(sweep: Sweep) -> str:
    from chatapp.qtmodels.sweep_grid import axis_label

    moment = QDateTime.fromSecsSinceEpoch(int(sweep.created_at))
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    axes = " × ".join(f"{axis_label(a.name)} ({len(a.values)})" for a in sweep.plan.axes)
    return f"{when}  ·  {axes}"
