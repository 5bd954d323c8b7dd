"""Makes enumerations of many plain numbers as ``enum`` does, in a fraction of its time.

PySide makes the enumerations of a class when the class is first named: some 300 of them with
4,500 members until the window can be used, each member through a dozen steps of ``enum`` that
look for what these never have: own ``__new__``, tuples, ``auto()``, aliases of descriptors. That
was a seventh of a start. Here ``enum`` makes one example of each kind, and the others are given
the same attributes with members of their own.
"""

import sys
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from typing import Any

PROVEN = ((3, 11), (3, 12), (3, 13))
"""The versions of Python whose ``enum`` this was compared with; others make theirs slowly."""
_KINDS = (Enum, IntEnum, Flag, IntFlag)
_FEW = 2
_create = EnumType._create_  # type: ignore[attr-defined]  # what ``Enum("Name", pairs)`` calls
_examples: dict[tuple[type, object], dict[str, Any]] = {}
_taken = {kind: {"mro"}.union(*map(vars, kind.__mro__)) for kind in _KINDS}


def use_quick_enums() -> None:
    """Have ``Enum("Name", [("ONE", 1), ("TWO", 2)])`` and its like made quickly from now on."""
    if sys.version_info[:2] in PROVEN:
        EnumType._create_ = _quickly_created  # type: ignore[attr-defined]


def _quickly_created(
    cls: Any, class_name: str, names: Any, *, module: str | None = None,
    qualname: str | None = None, boundary: Any = None, **mixed: Any,
) -> Any:  # fmt: skip
    """Return a new enumeration; whatever is not plain pairs of names and numbers ``enum`` makes."""
    if module is None:
        # As enum finds it; PySide names the right one afterwards.
        module = sys._getframe(2).f_globals.get("__name__")
    if module is not None and mixed.get("type") is None and _is_plain(cls, names):
        return _made(cls, class_name, names, module, qualname, boundary)
    return _create(
        cls, class_name, names, module=module, qualname=qualname, boundary=boundary, **mixed
    )


def _is_plain(cls: Any, names: Any) -> bool:
    """Tell whether pairs of a name and a number, none twice, are to be a plain kind of ours."""
    if cls not in _KINDS or names.__class__ is not list or len(names) < _FEW:
        return False
    try:
        values = dict(names)
    except (TypeError, ValueError):
        return False
    if len(values) < len(names) or {*map(type, values)} != {str}:
        return False
    if {*map(type, values.values())} != {int}:
        return False
    if issubclass(cls, Flag) and min(values.values()) < 0:
        return False
    each = "\n".join(values)
    return _taken[cls].isdisjoint(values) and not each.startswith("_") and "\n_" not in each


def _example(cls: Any, boundary: object) -> dict[str, Any]:
    """Return what every enumeration of a kind has, without what is its own."""
    made = _create(cls, "Example", [("EXAMPLE", 1)], module=__name__, boundary=boundary)
    its_own = ("EXAMPLE", "__dict__", "__weakref__", "__module__")
    return {name: value for name, value in vars(made).items() if name not in its_own}


def _made(
    cls: Any, class_name: str, pairs: list[tuple[str, int]], module: str, qualname: str | None,
    boundary: object,
) -> Any:  # fmt: skip
    example = _examples.get((cls, boundary))
    if example is None:
        example = _examples[cls, boundary] = _example(cls, boundary)
    # The lists and tables of members are its own; the example's stay empty of them.
    attributes = {
        n: v.__class__() if isinstance(v, (list, dict)) else v for n, v in example.items()
    }
    attributes["__module__"] = module
    if qualname is not None:
        attributes["__qualname__"] = qualname
    made: Any = type.__new__(EnumType, class_name, (cls,), attributes)
    _add_members(made, pairs)
    if issubclass(cls, Flag):
        _set_masks(made, [value for _, value in pairs])
    return made


def _add_members(made: Any, pairs: list[tuple[str, int]]) -> None:
    """Add members as ``enum._proto_member`` does: the first with a value is the member, later
    ones are further names of it; a flag of several bits is reached by name but not listed."""
    by_name, by_value, listed = made._member_map_, made._value2member_map_, made._member_names_
    new, is_number, is_flag = made._new_member_, made._use_args_, issubclass(made, Flag)
    set_on_class = type.__setattr__  # EnumType's own refuses to set a member twice
    for name, value in pairs:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if is_number else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(listed)
            by_value[value] = member
            if not is_flag or value.bit_count() == 1:
                listed.append(name)
        by_name[name] = member
        set_on_class(made, name, member)


def _set_masks(made: Any, values: list[int]) -> None:
    """Tell a flag which bits it knows, and to be read in the order of its definition if that is
    not the order of its bits."""
    mask = singles = 0
    for value in values:
        mask |= value
        singles |= value if value.bit_count() == 1 else 0
    made._flag_mask_, made._singles_mask_ = mask, singles
    made._all_bits_ = (1 << mask.bit_length()) - 1
    listed = [member._value_ for member in made]
    if listed != sorted(listed):
        made._iter_member_ = made._iter_member_by_def_
