"""Putting streamed tool calls together, whichever way a server cuts them.

The rules and the servers that need each are in ``endpoint.md`` B4.3.
"""

from collections.abc import Mapping
from dataclasses import field

from chatapp.domain.identifiers import new_tool_call_id
from chatapp.domain.json_reading import read_reply
from chatapp.domain.json_value import JsonObject, JsonValue, as_int, as_object, as_text, compact
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import ToolCall
from chatapp.wire.growing_text import GrowingText

_KNOWN_KEYS = frozenset({"index", "id", "type", "function"})


@dataclass(slots=True)
class _Slot:
    index: int | None
    id: str = ""
    type: str = ""
    name: str = ""
    arguments: GrowingText = field(default_factory=GrowingText)
    extra: dict[str, JsonValue] = field(default_factory=dict)
    made_id: str = ""

    @property
    def is_complete(self) -> bool:
        return bool(self.name) and _is_object(self.arguments.value())

    def call(self, *, finished: bool) -> ToolCall:
        if not self.id and not self.made_id:
            self.made_id = new_tool_call_id()
        arguments = self.arguments.value()
        if finished and not arguments.strip():
            arguments = "{}"
        return ToolCall(
            self.id or self.made_id, self.name, arguments, self.type or "function", self.extra
        )


class ToolCallSlots:
    """The tool calls of one choice, in the order of their first appearance."""

    def __init__(self) -> None:
        self._slots: list[_Slot] = []

    def __bool__(self) -> bool:
        return bool(self._slots)

    def __len__(self) -> int:
        return len(self._slots)

    def name(self, position: int) -> str:
        """Return the name of a call as far as it has come; empty if there is none."""
        return self._slots[position].name if 0 <= position < len(self._slots) else ""

    def length(self, position: int) -> int:
        """Return how many characters of a call's arguments have come."""
        return len(self._slots[position].arguments) if 0 <= position < len(self._slots) else 0

    def feed(self, entry: JsonObject) -> int:
        """Take one entry of ``tool_calls``, a whole call or a piece of one; return the position
        of the call it belongs to."""
        function = as_object(entry.get("function"))
        index = as_int(entry.get("index"))
        if index is None:
            index = as_int(function.get("index"))
        name, call_id = as_text(function.get("name")), as_text(entry.get("id"))
        if index is None:
            slot = self._slot_without_index(call_id, name)
        else:
            slot = self._slot_at(index, call_id, name)
        slot.id = slot.id or call_id
        slot.type = slot.type or as_text(entry.get("type"))
        _take_name(slot, name)
        _take_arguments(slot, function.get("arguments"))
        _merge(slot.extra, {k: v for k, v in entry.items() if k not in _KNOWN_KEYS})
        last = self._slots[-1]
        return len(self._slots) - 1 if slot is last else self._slots.index(slot)

    def _slot_at(self, index: int, call_id: str, name: str) -> _Slot:
        for slot in reversed(self._slots):
            if slot.index == index:
                other_call = call_id and slot.id and call_id != slot.id and name
                return self._new(index) if other_call else slot
        return self._new(index)

    def _slot_without_index(self, call_id: str, name: str) -> _Slot:
        for slot in self._slots:
            if call_id and slot.id == call_id:
                return slot
        last = self._slots[-1] if self._slots else None
        if last is None:
            return self._new(None)
        starts_another = (call_id and last.id) or (name and last.is_complete)
        return self._new(None) if starts_another else last

    def _new(self, index: int | None) -> _Slot:
        slot = _Slot(index)
        self._slots.append(slot)
        return slot

    def calls(self, *, finished: bool) -> tuple[ToolCall, ...]:
        """Return the calls so far; ``finished`` gives empty arguments their meaning, {}.

        An id that came twice is renamed at its second place: every call needs its own result.
        """
        calls: list[ToolCall] = []
        seen: set[str] = set()
        for slot in self._slots:
            if finished and slot.id in seen:
                slot.id = ""
            calls.append(slot.call(finished=finished))
            seen.add(calls[-1].id)
        return tuple(calls)


def _take_name(slot: _Slot, name: str) -> None:
    if not name or name == slot.name:
        return
    if not slot.name or name.startswith(slot.name):
        slot.name = name
    elif not slot.arguments:
        slot.name += name


def _take_arguments(slot: _Slot, arguments: JsonValue) -> None:
    if isinstance(arguments, (dict, list)):
        slot.arguments.replace(compact(arguments))
    elif isinstance(arguments, str) and arguments:
        repeated = (
            len(arguments) == len(slot.arguments) > 1
            and arguments == slot.arguments.value()
            and _is_object(arguments)
        )
        if not repeated:
            slot.arguments.append(arguments)


def _merge(into: dict[str, JsonValue], new: Mapping[str, JsonValue]) -> None:
    for key, value in new.items():
        old = into.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged = dict(old)
            _merge(merged, value)
            into[key] = merged
        elif value is not None:
            into[key] = value


def _is_object(candidate: str) -> bool:
    if not candidate.rstrip().endswith("}"):
        return False
    try:
        return isinstance(read_reply(candidate), dict)
    except ValueError:
        return False
