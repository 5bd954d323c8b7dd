"""What a sweep measured, as a surface over the pad's plane."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from chatapp.domain.json_value import as_number
from chatapp.domain.surfaces import Point, Surface, surface_of
from chatapp.domain.sweep_measures import MEASURES, mean
from chatapp.domain.sweeps import SweepPlan


def pad_surface(
    plan: SweepPlan,
    measure: str,
    measures: Callable[[int], Mapping[str, float | None]],
) -> tuple[Surface | None, str]:
    """Return a measure over temperature and top_p, averaged over any third axis, and its label;
    no surface if the sweep did not vary both."""
    label = QCoreApplication.translate("Measure", MEASURES[measure].label)
    if not {"temperature", "top_p"} <= {axis.name for axis in plan.axes}:
        return None, label
    found: defaultdict[Point, list[float]] = defaultdict(list)
    for cell, values in enumerate(plan.cells):
        temperature, top_p = as_number(values["temperature"]), as_number(values["top_p"])
        value = measures(cell).get(measure)
        if temperature is not None and top_p is not None and value is not None:
            found[(temperature, top_p)].append(value)
    points = [(point, mean(values)) for point, values in found.items()]
    return (surface_of(points) if points else None), label
