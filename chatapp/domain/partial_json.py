"""JSON that is still arriving, as a tree: every piece is read once, however long the whole is.

What is wrong is not repaired: from there on the tree stops, and ``problem`` says where.
"""

import json
import re
from dataclasses import field
from enum import Enum, auto

from chatapp.domain.json_value import JsonValue
from chatapp.domain.quick_dataclass import dataclass

MAX_DEPTH = 200
SHOWN_CHARACTERS = 400
"""So much of a long text is kept for showing; the rest is only counted."""

_SPACE = " \t\r\n"
_PLAIN = re.compile(r'[^"\\]+')
_SCALAR = re.compile(r"[^,\]}\s]+")
_LITERALS = {"true": True, "false": False, "null": None}


class NodeKind(Enum):
    """What a value is."""

    OBJECT = auto()
    ARRAY = auto()
    STRING = auto()
    SCALAR = auto()


@dataclass(slots=True, eq=False)
class JsonNode:
    """A value of the tree. ``key`` is its name or its position; ``shown`` its text so far, cut
    at ``SHOWN_CHARACTERS``; ``size`` counts all of its characters."""

    key: str | int
    kind: NodeKind
    parent: "JsonNode | None"
    row: int = 0
    children: "list[JsonNode]" = field(default_factory=list)
    shown: str = ""
    size: int = 0
    is_complete: bool = False
    announced: int = 0
    """How many of its children a view has been told of."""

    @property
    def is_container(self) -> bool:
        """Whether it may have children."""
        return self.kind in (NodeKind.OBJECT, NodeKind.ARRAY)

    def path(self) -> str:
        """Return where it is, as verdicts write it: ``$.city[0]``."""
        steps: list[str] = []
        node: JsonNode | None = self
        while node is not None and node.parent is not None:
            steps.append(f"[{node.key}]" if isinstance(node.key, int) else f".{node.key}")
            node = node.parent
        return "$" + "".join(reversed(steps))


class _State(Enum):
    VALUE = auto()
    FIRST_KEY = auto()
    KEY = auto()
    COLON = auto()
    NEXT = auto()
    STRING = auto()
    KEY_STRING = auto()
    SCALAR = auto()
    FIRST_VALUE = auto()
    END = auto()


class PartialJson:
    """Feed it the text as it comes; ``root`` is the tree so far."""

    def __init__(self) -> None:
        self.root: JsonNode | None = None
        self.problem = ""
        self.changed: list[JsonNode] = []
        """Nodes that were added or grew since somebody emptied this, each once or oftener."""
        self.length = 0
        self._open: JsonNode | None = None
        self._current: JsonNode | None = None
        self._state = _State.VALUE
        self._key = ""
        self._pieces: list[str] = []
        self._escape = ""
        self._depth = 0
        self._whole_until = 0

    @property
    def is_complete(self) -> bool:
        """Whether the value has come to its end."""
        return self.root is not None and self.root.is_complete and not self.problem

    def open_paths(self) -> set[str]:
        """Return the paths of what is still growing."""
        paths: set[str] = set()
        node = self._open
        while node is not None:
            paths.add(node.path())
            node = node.parent
        return paths

    def completed(self, text: str) -> str:
        """Return the part of ``text`` (all that was fed) whose values are whole, closed where
        it is still open: JSON that can be read."""
        closing, node = "", self._open
        while node is not None:
            closing += "}" if node.kind is NodeKind.OBJECT else "]"
            node = node.parent
        return text[: self._whole_until] + closing

    def feed(self, text: str) -> None:
        """Take the next piece."""
        at = 0
        while at < len(text) and not self.problem:
            at = self._step(text, at)
        self.length += len(text)

    def close(self) -> None:
        """Say that nothing more comes: a number at the very end is whole now."""
        if self._state is _State.SCALAR and not self.problem:
            self._end_scalar(0)

    def _step(self, text: str, at: int) -> int:
        if self._state in (_State.STRING, _State.KEY_STRING):
            return self._in_string(text, at)
        if self._state is _State.SCALAR:
            return self._in_scalar(text, at)
        character = text[at]
        if character in _SPACE:
            return at + 1
        return self._structure(character, at)

    def _structure(self, character: str, at: int) -> int:
        state = self._state
        if state in (_State.VALUE, _State.FIRST_VALUE):
            if character == "]" and state is _State.FIRST_VALUE:
                return self._close_container(character, at)
            return self._begin_value(character, at)
        if state in (_State.KEY, _State.FIRST_KEY) and character == '"':
            self._state = _State.KEY_STRING
            return at + 1
        if state is _State.COLON and character == ":":
            self._state = _State.VALUE
            return at + 1
        if state is _State.NEXT and character == ",":
            is_object = self._open is not None and self._open.kind is NodeKind.OBJECT
            self._state = _State.KEY if is_object else _State.VALUE
            return at + 1
        if state in (_State.NEXT, _State.FIRST_KEY) and character in "]}":
            return self._close_container(character, at)
        return self._wrong(at)

    def _wrong(self, at: int) -> int:
        self.problem = f"{self.length + at}"
        return at

    def _begin_value(self, character: str, at: int) -> int:
        kinds = {"{": NodeKind.OBJECT, "[": NodeKind.ARRAY, '"': NodeKind.STRING}
        kind = kinds.get(character, NodeKind.SCALAR)
        if kind is NodeKind.SCALAR and character in ",:]}":
            return self._wrong(at)
        node = self._add(kind)
        if node.is_container:
            self._depth += 1
            if self._depth > MAX_DEPTH:
                return self._wrong(at)
            self._open = node
            self._whole_until = self.length + at + 1
            empty = {NodeKind.OBJECT: _State.FIRST_KEY, NodeKind.ARRAY: _State.FIRST_VALUE}
            self._state = empty[kind]
            return at + 1
        self._state = _State.STRING if kind is NodeKind.STRING else _State.SCALAR
        return at + 1 if kind is NodeKind.STRING else at

    def _add(self, kind: NodeKind) -> JsonNode:
        parent = self._open
        if parent is None:
            node = self.root = JsonNode("", kind, None)
        else:
            row = len(parent.children)
            key: str | int = self._key if parent.kind is NodeKind.OBJECT else row
            node = JsonNode(key, kind, parent, row)
            parent.children.append(node)
        self._current = node
        self.changed.append(node)
        return node

    def _close_container(self, character: str, at: int) -> int:
        node = self._open
        wanted = {NodeKind.OBJECT: "}", NodeKind.ARRAY: "]"}
        if node is None or wanted[node.kind] != character:
            return self._wrong(at)
        node.is_complete = True
        self.changed.append(node)
        self._depth -= 1
        self._open = node.parent
        self._after_value(at + 1)
        return at + 1

    def _after_value(self, end: int) -> None:
        self._whole_until = self.length + end
        self._state = _State.END if self._open is None else _State.NEXT

    def _in_string(self, text: str, at: int) -> int:
        if self._escape:
            return self._in_escape(text, at)
        match = _PLAIN.match(text, at)
        if match is not None:
            self._take(match.group())
            return match.end()
        if text[at] == "\\":
            self._escape = "\\"
            return at + 1
        self._end_string(at + 1)
        return at + 1

    def _in_escape(self, text: str, at: int) -> int:
        self._escape += text[at]
        if self._escape[1] == "u" and len(self._escape) < 6:
            return at + 1
        escape, self._escape = self._escape, ""
        try:
            self._take(json.loads(f'"{escape}"'))
        except ValueError:
            return self._wrong(at)
        return at + 1

    def _take(self, piece: str) -> None:
        node = self._current
        if self._state is _State.KEY_STRING:
            self._pieces.append(piece)
        elif node is not None:
            if len(node.shown) < SHOWN_CHARACTERS:
                node.shown += piece[: SHOWN_CHARACTERS - len(node.shown)]
            node.size += len(piece)
            if not self.changed or self.changed[-1] is not node:
                self.changed.append(node)

    def _end_string(self, end: int) -> None:
        if self._state is _State.KEY_STRING:
            self._key = "".join(self._pieces)
            self._pieces.clear()
            self._state = _State.COLON
        elif self._current is not None:
            self._current.is_complete = True
            self.changed.append(self._current)
            self._after_value(end)

    def _in_scalar(self, text: str, at: int) -> int:
        match = _SCALAR.match(text, at)
        if match is not None:
            self._take(match.group())
            return match.end()
        self._end_scalar(at)
        return at

    def _end_scalar(self, end: int) -> None:
        node = self._current
        if node is None:
            return
        if node.shown not in _LITERALS and not _is_number(node.shown):
            self._wrong(end)
            return
        node.is_complete = True
        self.changed.append(node)
        self._after_value(end)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text[:1] in "-0123456789"


def parse_tree(text: str) -> PartialJson:
    """Return the tree of a whole text."""
    tree = PartialJson()
    tree.feed(text)
    tree.close()
    return tree


def tree_of(value: JsonValue) -> PartialJson:
    """Return the tree of a value."""
    return parse_tree(json.dumps(value, ensure_ascii=False))
