"""One message of another program that speaks, thinks and calls tools in turn.

Endpoints want a tool's result as a message of its own after the call, so such a message
becomes several; the last of them has its key, for what follows to hang on.
"""

import json
import re
from dataclasses import field, replace

from chatapp.domain.messages import Role
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import ToolCall
from chatapp.transfer.outline import Node
from chatapp.transfer.untrusted import clean, clean_json, key_of, line

_FENCES = re.compile("`{3,}")


@dataclass(slots=True)
class _Turn:
    """What is said between two tool results."""

    texts: list[str] = field(default_factory=list)
    thoughts: list[str] = field(default_factory=list)
    calls: list[ToolCall] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said in it."""
        return not (self.texts or self.thoughts or self.calls)


class Speech:
    """Gathers the blocks of the message that ``node`` stands for."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self._turn = _Turn()
        self._nodes: list[Node] = []

    def say(self, words: str) -> None:
        """Add visible text."""
        if words.strip():
            self._turn.texts.append(words)

    def think(self, words: str) -> None:
        """Add reasoning."""
        if words.strip():
            self._turn.thoughts.append(words)

    def call(self, call_id: object, name: object, arguments: object) -> None:
        """Add a tool call; arguments may be an object or its text."""
        key = key_of(call_id) or f"{self._node.key}-{len(self._nodes)}-{len(self._turn.calls)}"
        self._turn.calls.append(ToolCall(key, line(name), arguments_text(arguments)))

    def result(self, call_id: object, name: object, words: str) -> None:
        """Add what a tool gave back."""
        last = self._turn.calls[-1].id if self._turn.calls else self._last_call()
        self._end_turn()
        self._nodes.append(
            replace(
                self._node, role=Role.TOOL, text=words, name=line(name),
                tool_call_id=key_of(call_id) or last, kept=True,
            )
        )  # fmt: skip

    def _last_call(self) -> str:
        calls = (n.tool_calls[-1].id for n in reversed(self._nodes) if n.tool_calls)
        return next(calls, "")

    @property
    def has_words(self) -> bool:
        """Whether any visible text was said."""
        return bool(self._turn.texts) or any(n.text for n in self._nodes)

    def _end_turn(self) -> None:
        turn, self._turn = self._turn, _Turn()
        if turn.is_empty:
            return
        self._nodes.append(
            replace(
                self._node,
                text="\n\n".join(turn.texts),
                reasoning="\n\n".join(turn.thoughts),
                tool_calls=tuple(turn.calls),
                finish_reason="tool_calls" if turn.calls else self._node.finish_reason,
                kept=True,
            )
        )

    def nodes(self) -> list[Node]:
        """Return the message as one or more nodes in a chain."""
        self._end_turn()
        nodes = self._nodes or [replace(self._node, kept=False)]
        own, parent = self._node.key, self._node.parent
        chained = []
        for position, node in enumerate(nodes, start=1 - len(nodes)):
            key = own if position == 0 else f"{own}/{position + len(nodes)}"
            chained.append(replace(node, key=key, parent=parent))
            parent = key
        # Pictures and figures belong to the last thing that was said.
        return [
            *(replace(n, images=(), parts=(), usage={}) for n in chained[:-1]),
            chained[-1],
        ]


def arguments_text(arguments: object) -> str:
    """Return a tool call's arguments as the JSON object in text that endpoints want."""
    if isinstance(arguments, str):
        if arguments.lstrip().startswith("{"):
            return clean(arguments)
        arguments = {"input": arguments} if arguments else {}
    return json.dumps(clean_json(arguments or {}), ensure_ascii=False)


def fenced(content: str) -> str:
    """Return text as a code block whose fence is longer than any in it."""
    longest = max(map(len, _FENCES.findall(content)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{content}\n{fence}"
