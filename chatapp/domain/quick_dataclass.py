"""``dataclass`` as in the standard library, for a program with hundreds of them.

That one writes up to seven methods for each class as source text and compiles them: 0.3 ms a
class, a fifth of the time to start. Here the fields are found by the standard library too, so
``fields``, ``replace``, ``asdict`` and ``match`` work; but comparing, hashing and showing are done
by functions that all classes share, and ``__init__`` is compiled only for classes of which many
instances are made.
"""

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass  # the one that type checkers know
else:

    def dataclass(*, slots, frozen=False, eq=True, kw_only=False):
        """Return a decorator as ``dataclasses.dataclass`` does; ``slots`` has to be true."""
        if not slots:
            raise TypeError("a class without slots is for the standard library's dataclass")
        return lambda cls: _made(cls, frozen=frozen, eq=eq, kw_only=kw_only)


def _made(cls: type, *, frozen: bool, eq: bool, kw_only: bool) -> type:
    own = cls.__dict__
    cls.__doc__ = cls.__doc__ or cls.__name__  # or it would be made of the signature, slowly
    cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    methods: dict[str, object] = {}
    if "__repr__" not in own:
        methods["__repr__"] = _repr
    if eq:
        compared = [f for f in dataclasses.fields(cls) if f.compare]
        methods |= _comparing(compared, frozen=frozen)
    if frozen:
        methods |= _FROZEN
    for name, method in methods.items():
        if name not in own or (name == "__hash__" and own[name] is None):
            setattr(cls, name, method)
    _compile_late(cls, frozen=frozen)
    return cls


def _comparing(compared: "list[dataclasses.Field[Any]]", *, frozen: bool) -> dict[str, object]:
    """Return ``__eq__`` and ``__hash__`` over some fields; what can change has no hash."""
    names = [field.name for field in compared]
    # Two names at least, so that it is a tuple also where there is one field.
    values = attrgetter(*names, *names[:1]) if names else lambda _: ()

    def equal(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def hashed(self: object) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed if frozen else None}


def _repr(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_FROZEN: dict[str, object] = {
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}


_FEW = 2
"""How many instances are made without an ``__init__`` of their class's own."""


def _compile_late(cls: type, *, frozen: bool) -> None:
    """Have the third instance compile ``__init__``, as fast a one as the standard library's."""
    made = 0

    def initialise(self: object, *values: object, **named: object) -> None:
        nonlocal made
        made += 1
        if made > _FEW or not _filled(self, cls, values, named):
            # A wrong call as well: the compiled one says what is wrong with it.
            cls.__init__ = _initialiser(cls, frozen=frozen)  # type: ignore[misc]
            cls.__init__(self, *values, **named)  # type: ignore[misc]

    cls.__init__ = initialise  # type: ignore[misc]


def _filled(self: Any, cls: Any, values: tuple[object, ...], named: dict[str, object]) -> bool:
    """Set the fields to what was given and to their defaults; false if that does not fit."""
    fields = dataclasses.fields(cls)
    given = dict(zip((field.name for field in fields if not field.kw_only), values, strict=False))
    if len(given) < len(values) or given.keys() & named.keys():
        return False
    given |= named
    ready: dict[str, object] = {}
    for field in fields:
        if field.name in given:
            ready[field.name] = given.pop(field.name)
        elif field.default_factory is not dataclasses.MISSING:
            ready[field.name] = field.default_factory()
        elif field.default is not dataclasses.MISSING:
            ready[field.name] = field.default
        else:
            return False
    if given:
        return False
    for name, value in ready.items():
        object.__setattr__(self, name, value)
    if hasattr(cls, "__post_init__"):
        self.__post_init__()
    return True


def _initialiser(cls: Any, *, frozen: bool) -> Any:
    """Return ``__init__`` of a class; its source is names that Python has read as names."""
    known: dict[str, object] = {"_set": object.__setattr__, "_unset": _UNSET}
    positional, named, lines = ["self"], list[str](), list[str]()
    for field in dataclasses.fields(cls):
        (named if field.kw_only else positional).append(_parameter(field, known))
        value = field.name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_make_{value}"] = field.default_factory
            value = f"_make_{value}() if {value} is _unset else {value}"
        lines.append(
            f"_set(self, {field.name!r}, {value})" if frozen else f"self.{field.name} = {value}"
        )
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = ", ".join([*positional, "*", *named] if named else positional)
    source = f"def __init__({parameters}):\n  " + "\n  ".join(lines or ["pass"])
    exec(source, known)  # noqa: S102  # nosec B102
    made: Any = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


_UNSET = object()


def _parameter(field: "dataclasses.Field[Any]", known: dict[str, object]) -> str:
    """Return a field as ``__init__`` declares it; its default goes to what is ``known``."""
    if field.default_factory is not dataclasses.MISSING:
        return f"{field.name}=_unset"
    if field.default is not dataclasses.MISSING:
        known[f"_default_{field.name}"] = field.default
        return f"{field.name}=_default_{field.name}"
    return field.name
