"""Enumerations made quickly are as ``enum``'s own, which is the oracle: all that PySide has."""

import enum
import pickle
import sys
from collections.abc import Callable
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from importlib import import_module
from typing import Any

import pytest

from chatapp import quick_enums
from chatapp.import_hook import use_plain_imports

Pairs = list[tuple[str, int]]
KINDS: tuple[Any, ...] = (Enum, IntEnum, Flag, IntFlag)
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSvg")
slow: Any = quick_enums._create
"""How ``enum`` itself makes one; the ``quick`` below are made as the app has them made."""

SAMPLES: list[tuple[Any, Pairs]] = [
    (Enum, [("ONE", 1), ("TWO", 2), ("UNO", 1), ("LESS", -7)]),
    (IntEnum, [("Key_A", 65), ("Key_B", 66), ("real_a", 65)]),
    (Flag, [("Low", 1), ("High", 8), ("Both", 9), ("Middle", 4), ("Also", 8), ("Nothing", 0)]),
    (IntFlag, [("High", 0x8000), ("Low", 1), ("All", 0x8001), ("More", 0xF0)]),
    (Flag, [("Mask", 6), ("Wide", 1 << 70)]),
]


@pytest.fixture(autouse=True)
def made_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EnumType, "_create_", quick_enums._create)
    quick_enums.use_quick_enums()


def _asked(made: Any, pairs: Pairs) -> list[object]:
    """Ask an enumeration what can be asked, in words that do not name the class itself."""
    asked: list[object] = [
        [repr(member) for member in made],
        [str(member) for member in made],
        [(name, repr(member)) for name, member in made.__members__.items()],
        [(made[name].name, made[name].value, made(value).name) for name, value in pairs],
        [repr(getattr(made, name)) for name, _ in pairs],
        [f"{made[name]} {made[name]!r}" for name, _ in pairs],
        [made[name]._sort_order_ for name, _ in pairs],
        [made[name] is made(made[name].value) for name, _ in pairs],
        [member.__objclass__ is made for member in made],
        [isinstance(member, int) for member in made],
        [vars(member).keys() for member in made],
        len(made), list(reversed(made)) == list(made)[::-1], dir(made), made.__doc__,
        made.__module__, made.__qualname__, made.__name__, made.__mro__[1:], repr(made),
        [_kind_of(vars(made)[name]) for name in sorted(vars(made)) if name not in dict(pairs)],
        sorted(vars(made)), made[pairs[0][0]] in made, pairs[0][1] in made._value2member_map_,
        _refusals(made),
    ]  # fmt: skip
    if issubclass(made, Flag):
        asked += [made._flag_mask_, made._singles_mask_, made._all_bits_, made._boundary_]
        asked += _combined(made, pairs)
    return asked


def _kind_of(attribute: object) -> str:
    """Name the type of a class's attribute; ``__new__`` is one that needs no instance in both."""
    plain = attribute.__func__ if isinstance(attribute, staticmethod) else attribute
    return type(plain).__name__


def _combined(made: Any, pairs: Pairs) -> list[str]:
    """Join and turn flags: members of none, of several and of unknown bits are made then. Some
    that PySide has cannot be listed by ``enum`` itself; what it says then is compared."""
    first, last = made[pairs[0][0]], made[pairs[-1][0]]
    calls: list[Callable[[], object]] = [
        lambda: first | last,
        lambda: (first | last) & last,
        lambda: (first | last) ^ first,
        lambda: ~first,
        lambda: ~(first | last),
        lambda: list(first | last),
        lambda: len(first | last),
        lambda: first in (first | last),
        lambda: bool(made(0)),
        lambda: made(3),
        lambda: made(made._all_bits_),
    ]
    return [_said(call) for call in calls]


def _said(call: Callable[[], object]) -> str:
    try:
        return repr(call())
    except (AttributeError, ValueError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


def _refusals(made: Any) -> list[str]:
    """Return what is said to what an enumeration does not allow."""
    name = next(iter(made.__members__))

    def set_again() -> None:
        setattr(made, name, 5)

    def extended() -> None:
        type("More", (made,), {})

    calls = (lambda: made["no such"], lambda: made.no_such, lambda: made("x"), set_again, extended)
    said = []
    for call in calls:
        with pytest.raises((KeyError, AttributeError, ValueError, TypeError)) as raised:
            call()
        said.append(f"{type(raised.value).__name__}: {raised.value}")
    return said


def _both(kind: Any, pairs: Pairs, **options: Any) -> tuple[Any, Any]:
    """Return an enumeration made by ``enum`` and one made as the app does."""
    named: dict[str, Any] = {"module": "its.module", "boundary": enum.KEEP} | options
    return slow(kind, "Made", list(pairs), **named), kind("Made", list(pairs), **named)


@pytest.mark.parametrize(("kind", "pairs"), SAMPLES)
def test_a_quick_one_answers_as_the_slow_one(kind: Any, pairs: Pairs) -> None:
    oracle, quick = _both(kind, pairs)
    assert _asked(quick, pairs) == _asked(oracle, pairs)


@pytest.mark.parametrize("boundary", [enum.STRICT, enum.CONFORM, enum.EJECT, enum.KEEP, None])
def test_a_flag_treats_unknown_bits_as_it_was_told(boundary: Any) -> None:
    pairs = [("Low", 1), ("High", 8)]
    oracle, quick = _both(Flag, pairs, boundary=boundary)
    assert _said(lambda: quick(6)) == _said(lambda: oracle(6))


def _of_pyside() -> list[Any]:
    """Return every enumeration of PySide's large modules: naming a class makes those in it."""
    use_plain_imports()
    found: list[Any] = []
    for module in map(import_module, (f"PySide6.{name}" for name in MODULES)):
        things = [getattr(module, name) for name in dir(module)]
        for holder in [module, *(thing for thing in things if isinstance(thing, type))]:
            inside = [getattr(holder, name, None) for name in list(vars(holder))]
            found += [thing for thing in inside if isinstance(thing, EnumType)]
    return found


def test_all_of_pyside_s_enumerations_are_the_same_made_quickly() -> None:
    found = [made for made in _of_pyside() if len(made.__members__) > 1]
    for made in found:
        pairs = [(name, member.value) for name, member in made.__members__.items()]
        kind = next(base for base in made.__mro__[1:] if base in KINDS)
        oracle, quick = _both(kind, pairs)
        assert _asked(quick, pairs) == _asked(oracle, pairs), made
    assert len(found) > 500


def test_they_can_be_pickled_by_name() -> None:
    made: Any = KINDS[1]("PICKLED", [("ONE", 1), ("TWO", 2)], module=__name__)
    globals()["PICKLED"] = made
    try:
        assert pickle.loads(pickle.dumps(made.TWO)) is made.TWO  # noqa: S301
    finally:
        del globals()["PICKLED"]


def test_it_is_of_the_module_that_asked_for_it() -> None:
    made: Any = KINDS[0]("Asked", [("ONE", 1), ("TWO", 2)])
    assert (made.__module__, made.__qualname__) == (__name__, "Asked")
    named: Any = KINDS[0]("Asked", [("ONE", 1), ("TWO", 2)], module="m", qualname="Of.Asked")
    assert (named.__module__, named.__qualname__) == ("m", "Of.Asked")


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Enum, "ONE TWO"),
        (Enum, ["ONE", "TWO"]),
        (Enum, {"ONE": 1, "TWO": 2}),
        (Enum, [("ONE", "1"), ("TWO", "2")]),
        (Enum, [("ONE", True), ("TWO", 2)]),
        (Enum, [("name", 1), ("value", 2)]),
        (Enum, [("_hidden", 1), ("TWO", 2)]),
        (Enum, [("TWO", 2), ("_Made__own", 1)]),
        (Flag, [("ONE", -1), ("TWO", 2)]),
        (Enum, [("ONE", (1, 2)), ("TWO", (3, 4))]),
        (Enum, []),
        (IntEnum, [("ONE", 1)]),
    ],
)
def test_what_is_not_plain_is_left_to_the_standard_library(kind: Any, names: Any) -> None:
    assert not quick_enums._is_plain(kind, names)
    oracle, other = slow(kind, "Made", names, module="m"), kind("Made", names, module="m")
    assert repr(list(other)) == repr(list(oracle))


@pytest.mark.parametrize("names", [[("ONE", 1), ("ONE", 2)], [("mro", 1), ("TWO", 2)]])
def test_names_that_cannot_be_are_refused_as_ever(names: Pairs) -> None:
    with pytest.raises((TypeError, ValueError)):
        Enum("Made", names)


def test_an_enumeration_mixed_with_another_type_is_made_slowly() -> None:
    made: Any = KINDS[0]("Made", [("ONE", 1), ("TWO", 2)], type=float)
    assert repr(list(made)) == "[<Made.ONE: 1.0>, <Made.TWO: 2.0>]"


def test_a_python_whose_enum_is_not_known_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EnumType, "_create_", quick_enums._create)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    quick_enums.use_quick_enums()
    assert EnumType._create_ == quick_enums._create  # type: ignore[attr-defined]
