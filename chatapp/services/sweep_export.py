"""A sweep as a file: a row for each answer, or everything as JSON."""

import csv
import io
from collections.abc import Mapping

from chatapp.domain.json_value import JsonValue, compact, pretty
from chatapp.domain.sweep_measures import MEASURES
from chatapp.domain.sweeps import Run, Sweep, SweepResults

Measures = Mapping[int, Mapping[str, float | None]]
"""The measures of each cell."""


def to_csv(sweep: Sweep, results: SweepResults, measures: Measures) -> str:
    """Return a table: the cell's values, the answer with its figures, the cell's measures.

    Text that a spreadsheet would take for a formula is made harmless.
    """
    table = io.StringIO()
    writer = csv.writer(table)
    axes = [axis.name for axis in sweep.plan.axes]
    own = ("answer", "failure", "prompt_tokens", "completion_tokens", "first_token_ms", "total_ms")
    writer.writerow([*axes, "repeat", *own, *(f"cell_{name}" for name in MEASURES)])
    for cell, values in enumerate(sweep.plan.cells):
        of_cell = measures.get(cell, {})
        for run in results.of_cell(cell):
            writer.writerow(
                [
                    *(_harmless(values[name]) for name in axes),
                    run.number % sweep.plan.repeats + 1,
                    *_figures(run),
                    *(of_cell.get(name) for name in MEASURES),
                ]
            )
    return table.getvalue()


def _figures(run: Run) -> list[object]:
    usage = run.reply.usage if run.reply else None
    timing = run.reply.timing if run.reply else None
    return [
        _harmless(run.text),
        run.failure.source.format_map(_Named(run.failure.arguments)) if run.failure else "",
        usage.prompt_tokens if usage else None,
        usage.completion_tokens if usage else None,
        timing.first_token_ms if timing else None,
        timing.total_ms if timing else None,
    ]


class _Named(dict[str, object]):
    """Places of a sentence; one that is missing stays as it is."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _harmless(value: JsonValue) -> object:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value if isinstance(value, (str, int, float)) or value is None else compact(value)


def to_json(sweep: Sweep, results: SweepResults, measures: Measures) -> str:
    """Return everything that was asked and answered, with the measures of each cell."""
    cells: list[JsonValue] = []
    for cell, values in enumerate(sweep.plan.cells):
        runs: list[JsonValue] = [_run_to_json(run) for run in results.of_cell(cell)]
        cells.append({"values": values, "measures": dict(measures.get(cell, {})), "answers": runs})
    return pretty(
        {
            "format": "chatapp sweep",
            "version": 1,
            "model": sweep.model,
            "question": sweep.question,
            "created_at": sweep.created_at,
            "axes": [{"name": a.name, "values": list(a.values)} for a in sweep.plan.axes],
            "repeats": sweep.plan.repeats,
            "cells": cells,
        }
    )


def _run_to_json(run: Run) -> JsonValue:
    usage = dict(run.reply.usage.raw) if run.reply and run.reply.usage else None
    timing = run.reply.timing if run.reply else None
    return {
        "answer": run.text,
        "failure": run.failure.source.format_map(_Named(run.failure.arguments))
        if run.failure
        else None,
        "finish_reason": run.reply.choices[0].finish_reason
        if run.reply and run.reply.choices
        else None,
        "request": dict(run.sent_body),
        "usage": usage,  # type: ignore[dict-item]
        "first_token_ms": timing.first_token_ms if timing else None,
        "total_ms": timing.total_ms if timing else None,
        "mean_surprisal": run.surprisal,
        "fits_schema": run.fits_schema,
    }
