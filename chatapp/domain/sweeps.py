"""A sweep: one question asked over a grid of settings, each cell a few times.

A *cell* is one combination of the axes' values, a *run* one request of a cell. Cells are
numbered with the first axis slowest; runs are numbered cell by cell.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum
from itertools import product
from typing import NewType

from chatapp.domain.conversation import Conversation
from chatapp.domain.identifiers import ordered_id
from chatapp.domain.json_value import JsonObject, JsonValue, as_number, as_object
from chatapp.domain.messages import (
    ConversationId,
    EndpointId,
    FailureRecord,
    MessageId,
)
from chatapp.domain.parameter_layers import Setting, Settings
from chatapp.domain.parameters import PARAMETERS
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import Reply
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

SweepId = NewType("SweepId", str)


def new_sweep_id() -> SweepId:
    """Return the identifier of a new sweep."""
    return SweepId(ordered_id())


MAX_AXES = 3
MAX_VALUES = 12
MAX_REPEATS = 20
MAX_RUNS = 1000

AXES: Mapping[str, str] = {
    "temperature": QT_TRANSLATE_NOOP("Sweep", "Temperature"),
    "top_p": QT_TRANSLATE_NOOP("Sweep", "Top P"),
    "min_p": QT_TRANSLATE_NOOP("Sweep", "Min P"),
    "seed": QT_TRANSLATE_NOOP("Sweep", "Seed"),
    "model": QT_TRANSLATE_NOOP("Sweep", "Model"),
    "system": QT_TRANSLATE_NOOP("Sweep", "System message"),
}
"""What a sweep can vary, by name, with its label."""

NUMBERS = frozenset({"temperature", "top_p", "min_p", "seed"})
EXTRA = frozenset({"min_p"})
"""Axes whose field goes in ``extra_body``."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One thing that is varied, and its values in their order."""

    name: str
    values: tuple[JsonValue, ...]


@dataclass(frozen=True, slots=True)
class SweepPlan:
    """The grid. ``repeats`` is how often each cell is asked; with a ``seed`` that is not an
    axis, each repeat counts it up by one, or all repeats would be the same."""

    axes: tuple[Axis, ...]
    repeats: int = 1

    @property
    def cells(self) -> list[dict[str, JsonValue]]:
        """The combinations of values, by axis."""
        names = [axis.name for axis in self.axes]
        return [
            dict(zip(names, values, strict=True))
            for values in product(*(axis.values for axis in self.axes))
        ]

    @property
    def cell_count(self) -> int:
        """How many combinations there are."""
        return math.prod(len(axis.values) for axis in self.axes)

    @property
    def run_count(self) -> int:
        """How many requests there are."""
        return self.cell_count * self.repeats

    def cell_of(self, run: int) -> int:
        """Return the cell that a run belongs to."""
        return run // self.repeats

    def runs_of(self, cell: int) -> range:
        """Return the runs of a cell."""
        return range(cell * self.repeats, (cell + 1) * self.repeats)

    def problem(self) -> Text | None:
        """Say why this cannot be asked."""
        if not self.axes or not all(axis.values for axis in self.axes):
            return _problem(QT_TRANSLATE_NOOP("Sweep", "Give each axis at least one value."))
        if len({axis.name for axis in self.axes}) < len(self.axes):
            return _problem(QT_TRANSLATE_NOOP("Sweep", "Each axis must vary something else."))
        if any(len(axis.values) > MAX_VALUES for axis in self.axes) or self.run_count > MAX_RUNS:
            return _problem(
                QT_TRANSLATE_NOOP("Sweep", "At most {values} values an axis and {runs} requests."),
                values=MAX_VALUES,
                runs=MAX_RUNS,
            )
        return next(filter(None, (_value_problem(axis) for axis in self.axes)), None)


def _problem(source: str, /, **arguments: object) -> Text:
    return text("Sweep", source, **arguments)


def _value_problem(axis: Axis) -> Text | None:
    """Say which value of an axis cannot be sent."""
    for value in axis.values:
        parameter = PARAMETERS.get(axis.name)
        problem = parameter.kind.problem(value) if parameter is not None else None
        if axis.name in EXTRA and not 0 <= (as_number(value) or 0) <= 1:
            problem = _problem(QT_TRANSLATE_NOOP("Sweep", "It must lie between 0 and 1."))
        if problem is not None:
            return _problem(
                QT_TRANSLATE_NOOP("Sweep", "{axis} {value}: {problem}"),
                axis=axis.name,
                value=value,
                problem=problem,
            )
    return None


def parsed_values(name: str, typed: str) -> tuple[JsonValue, ...]:
    """Return the values of an axis from what a person typed: numbers between commas, semicolons
    or spaces; names and texts one to a line. What is no number is dropped."""
    if name not in NUMBERS:
        lines = (line.strip() for line in typed.splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))
    numbers = (_number(word) for word in re.split(r"[,;\s]+", typed) if word)
    return tuple(dict.fromkeys(number for number in numbers if number is not None))


def _number(word: str) -> float | int | None:
    try:
        return int(word)
    except ValueError:
        pass
    try:
        value = float(word)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


class SweepState(StrEnum):
    """How far a sweep has come."""

    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Run:
    """What one request brought: a reply without its token probabilities, or a failure.

    ``surprisal`` is the mean of the answer's tokens in nats, where the endpoint tells their
    probabilities; ``fits_schema`` the verdict where a schema was set. ``sent_body`` holds the
    request fields other than ``messages``.
    """

    number: int
    sent_body: JsonObject = field(default_factory=dict)
    reply: Reply | None = None
    failure: FailureRecord | None = None
    surprisal: float | None = None
    fits_schema: bool | None = None

    @property
    def text(self) -> str:
        """The words of the answer."""
        choices = self.reply.choices if self.reply else ()
        return choices[0].content or choices[0].refusal if choices else ""


@dataclass(frozen=True, slots=True)
class Sweep:
    """A sweep as it is kept. ``base`` is the conversation as it was when the sweep began;
    ``leaf_id`` ends the path that is sent, followed by ``question`` if that is not empty.
    ``concurrency`` is how many requests may run at once.
    """

    id: SweepId
    conversation_id: ConversationId
    base: Conversation
    plan: SweepPlan
    endpoint_id: EndpointId
    model: str
    leaf_id: MessageId | None = None
    question: str = ""
    concurrency: int = 2
    state: SweepState = SweepState.RUNNING
    created_at: float = 0.0

    def model_of(self, cell: Mapping[str, JsonValue]) -> str:
        """Return the model that a cell asks."""
        return str(cell.get("model") or self.model)

    def conversation_of(self, cell: Mapping[str, JsonValue]) -> Conversation:
        """Return the conversation as a cell sends it."""
        if "system" not in cell:
            return self.base
        return replace(self.base, system_text=str(cell["system"]))


def cell_settings(
    cell: Mapping[str, JsonValue], repeat: int, sent: JsonObject
) -> dict[str, Setting]:
    """Return the request fields of one run, over the body ``sent`` that it would be without."""
    settings = {n: Setting(v) for n, v in cell.items() if n in PARAMETERS}
    extra = {n: v for n, v in cell.items() if n in EXTRA}
    if extra:
        settings["extra_body"] = Setting({**_extra_of(sent), **extra})
    seed = sent.get("seed")
    if "seed" not in cell and repeat and isinstance(seed, int):
        settings["seed"] = Setting(seed + repeat)
    return settings


def _extra_of(sent: JsonObject) -> dict[str, JsonValue]:
    known = {parameter.path[0] for parameter in PARAMETERS.values()} | {"model", "messages"}
    return {name: value for name, value in sent.items() if name not in known}


def used_settings(cell: Mapping[str, JsonValue], settings: Settings) -> dict[str, Setting]:
    """Return a conversation's settings with those of a cell in their place."""
    changed = dict(settings)
    changed.update({n: Setting(v) for n, v in cell.items() if n in PARAMETERS})
    extra = {n: v for n, v in cell.items() if n in EXTRA}
    if extra:
        before = changed.get("extra_body")
        kept = as_object(before.value) if before is not None else {}
        changed["extra_body"] = Setting({**kept, **extra})
    return changed


def schema_of(body: JsonObject) -> JsonObject | None:
    """Return the JSON Schema that a request asks its answer to fit, if it names one."""
    wanted = as_object(as_object(body.get("response_format")).get("json_schema"))
    schema = as_object(wanted.get("schema"))
    return schema or None


def missing_runs(plan: SweepPlan, runs: Iterable[Run]) -> list[int]:
    """Return the runs that are still to be made, the first repeat of every cell first: a sweep
    that is stopped early has seen the whole grid."""
    done = {run.number for run in runs}
    order = sorted(range(plan.run_count), key=lambda n: (n % plan.repeats, n))
    return [number for number in order if number not in done]


@dataclass(slots=True)
class SweepResults:
    """The runs of a sweep, by number."""

    plan: SweepPlan
    runs: dict[int, Run] = field(default_factory=dict)

    def of_cell(self, cell: int) -> list[Run]:
        """Return the runs of a cell that have ended, in their order."""
        return [self.runs[n] for n in self.plan.runs_of(cell) if n in self.runs]

    def texts(self, cell: int) -> Sequence[str]:
        """Return the answers of a cell."""
        return [run.text for run in self.of_cell(cell) if run.failure is None]
