"""Our dataclasses behave as the standard library's, whose own decorator is the oracle."""

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import field
from typing import Any

import pytest

from chatapp.domain import quick_dataclass
from chatapp.domain.quick_dataclass import dataclass

Decorator = Any
"""To the type checker: what either of them makes is not known before."""

DECORATORS = [quick_dataclass.dataclass, dataclasses.dataclass]
both = pytest.mark.parametrize("make", DECORATORS, ids=["ours", "the standard library's"])


def _point(make: Decorator, **options: bool) -> Any:
    @make(slots=True, **options)
    class Point:
        """A place."""

        x: int
        y: float = 0.5
        names: list[str] = field(default_factory=list)
        note: str = field(default="", compare=False, repr=False)

        def double(self) -> int:
            return self.x * 2

    return Point


def _said(call: Callable[[], object]) -> str:
    with pytest.raises((TypeError, AttributeError)) as raised:
        call()
    return f"{type(raised.value).__name__}: {raised.value}"


@both
def test_values_come_by_place_and_by_name_and_defaults_are_each_ones_own(make: Decorator) -> None:
    point = _point(make)
    first, second = point(1), point(y=2.0, x=1, note="n")
    first.names.append("a")
    assert (first.x, first.y, first.names, first.note) == (1, 0.5, ["a"], "")
    assert (second.x, second.y, second.names, second.note) == (1, 2.0, [], "n")
    assert first.double() == 2


@both
def test_later_instances_are_made_as_the_first(make: Decorator) -> None:
    point = _point(make, frozen=True)
    assert [point(1, names=["a"]).names for _ in range(5)] == [["a"]] * 5
    assert [point(1, 2.0).names for _ in range(5)] == [[]] * 5
    points = [_point(make)(1) for _ in range(2)]
    assert points[0].names is not points[1].names


@pytest.mark.parametrize("before", range(4))
@both
def test_a_wrong_call_is_refused_in_the_same_words_however_many_were_made(
    make: Decorator, before: int
) -> None:
    point = _point(make, frozen=True)
    for _ in range(before):
        point(1)
    assert "missing 1 required positional argument: 'x'" in _said(lambda: point(y=1.0))
    assert "unexpected keyword argument 'z'" in _said(lambda: point(1, z=3))
    assert "multiple values for argument 'x'" in _said(lambda: point(1, x=3))
    assert "takes from 2 to 5 positional arguments but 6" in _said(lambda: point(1, 2, [], "", 5))
    assert point(1, 2.0) == point(y=2.0, x=1)


@pytest.mark.parametrize("frozen", [True, False])
def test_what_is_shown_and_what_is_complained_of_is_the_same(frozen: bool) -> None:
    ours, theirs = (_point(make, frozen=frozen) for make in DECORATORS)
    assert repr(ours(1, note="n")) == repr(theirs(1, note="n"))
    assert _said(ours) == _said(theirs)
    assert _said(lambda: ours(1, z=2)) == _said(lambda: theirs(1, z=2))


@both
@pytest.mark.parametrize("frozen", [True, False])
def test_values_of_the_same_class_are_compared_field_by_field(
    make: Decorator, frozen: bool
) -> None:
    point = _point(make, frozen=frozen)
    assert point(1, note="n") == point(1)
    assert point(1) != point(2)
    assert point(1) != _point(make)(1)


@both
def test_one_field_and_none_are_compared_too(make: Decorator) -> None:
    class OneFields:
        value: float

    one: Any = make(slots=True, frozen=True)(OneFields)

    class NothingFields:
        pass

    nothing: Any = make(slots=True, frozen=True)(NothingFields)

    assert one(1) == one(1)
    assert one(1) != one(2)
    assert len({one(1), one(1), one(2)}) == 2
    assert nothing() == nothing()
    assert len({nothing(), nothing()}) == 1


@both
def test_only_what_cannot_change_has_a_hash(make: Decorator) -> None:
    frozen, fluid = _point(make, frozen=True), _point(make)
    assert hash(frozen(1, names=())) == hash(frozen(1, names=(), note="n"))
    assert _said(lambda: hash(fluid(1))) == "TypeError: unhashable type: 'Point'"


@both
def test_without_comparison_each_is_itself(make: Decorator) -> None:
    point = _point(make, eq=False)
    one = point(1)
    assert one != point(1)
    assert len({one, one}) == 1


@both
def test_what_is_frozen_is_neither_set_nor_deleted(make: Decorator) -> None:
    point = _point(make, frozen=True)(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x
    assert point.x == 1


@both
@pytest.mark.parametrize("frozen", [True, False])
def test_the_standard_librarys_functions_work(make: Decorator, frozen: bool) -> None:
    point = _point(make, frozen=frozen)
    assert [f.name for f in dataclasses.fields(point)] == ["x", "y", "names", "note"]
    assert dataclasses.replace(point(1), y=3.0) == point(1, 3.0)
    assert dataclasses.asdict(point(1)) == {"x": 1, "y": 0.5, "names": [], "note": ""}
    assert point.__match_args__ == ("x", "y", "names", "note")
    assert dataclasses.is_dataclass(point)


@both
@pytest.mark.parametrize("frozen", [True, False])
def test_copies_are_equal_and_their_own(make: Decorator, frozen: bool) -> None:
    point = _point(make, frozen=frozen)(1, names=["a"])
    deep, flat = copy.deepcopy(point), copy.copy(point)
    assert deep == point == flat
    assert deep.names is not point.names is flat.names


@both
def test_fields_by_name_only_follow_those_by_place(make: Decorator) -> None:
    class NamedFields:
        value: int
        other: str = "o"

    named: Any = make(slots=True, kw_only=True)(NamedFields)

    class MixedFields:
        late: int = field(default=0, kw_only=True)
        first: str

    mixed: Any = make(slots=True)(MixedFields)

    assert named(value=1).other == "o"
    assert "positional argument" in _said(lambda: named(1))
    assert (mixed("f").first, mixed("f", late=2).late) == ("f", 2)


@both
def test_what_a_class_writes_itself_stays(make: Decorator) -> None:
    class OwnFields:
        value: int

        def __repr__(self) -> str:
            return "mine"

        def __eq__(self, other: object) -> bool:
            return other == 5

        def __hash__(self) -> int:
            return 7

    own: Any = make(slots=True, frozen=True)(OwnFields)

    assert (repr(own(1)), own(1) == 5, hash(own(1))) == ("mine", True, 7)


@both
def test_what_follows_the_fields_is_done_each_time(make: Decorator) -> None:
    done: list[int] = []

    class CountedFields:
        value: int

        def __post_init__(self) -> None:
            done.append(self.value)

    counted: Any = make(slots=True)(CountedFields)

    counted(1), counted(2)
    assert done == [1, 2]


@both
def test_a_class_may_extend_another(make: Decorator) -> None:
    class BaseFields:
        value: int
        note: str = ""

    base: Any = make(slots=True, frozen=True)(BaseFields)

    class MoreFields(base):  # type: ignore[misc]
        other: int = 3

    more: Any = make(slots=True, frozen=True)(MoreFields)

    assert (more(1).value, more(1, "n", 4).other, base(2).value) == (1, 4, 2)
    assert more(1) == more(1)
    assert base(1) != more(1)


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that goes to another process."""

    value: int
    values: tuple[int, ...] = ()


def test_values_go_through_pickle() -> None:
    sent = pickle.dumps(Kept(1, (2,)))
    assert pickle.loads(sent) == Kept(1, (2,))  # noqa: S301 - our own bytes


def test_init_is_compiled_with_the_third_instance() -> None:
    point = _point(quick_dataclass.dataclass)
    for _ in range(2):
        point(1)
        assert "y" not in inspect.signature(point.__init__).parameters
    point(1)
    assert list(inspect.signature(point.__init__).parameters) == ["self", "x", "y", "names", "note"]


def test_a_class_without_slots_is_refused() -> None:
    assert "slots" in _said(_point_without_slots)


def _point_without_slots() -> object:
    return quick_dataclass.dataclass(slots=False)


def test_making_many_classes_costs_a_fraction_of_the_standard_librarys() -> None:
    """In another process, so that nothing else runs; the ratio is about one to ten."""
    code = (
        "import dataclasses, time\n"
        "from chatapp.domain.quick_dataclass import dataclass\n"
        "def cost(make):\n"
        "    classes = [type('C', (), {'__annotations__': {'a': int, 'b': str}, '__doc__': 'D'})\n"
        "               for _ in range(100)]\n"
        "    began = time.process_time()\n"
        "    for cls in classes: make(frozen=True, slots=True)(cls)\n"
        "    return time.process_time() - began\n"
        "cost(dataclass), cost(dataclasses.dataclass)\n"
        "print(cost(dataclass) * 2 < cost(dataclasses.dataclass))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
