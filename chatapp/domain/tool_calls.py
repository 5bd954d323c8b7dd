"""Calls of tools: what a person decides about one, how far it has come, and what it brought."""

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonObject, JsonValue, as_object, as_text, compact
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import Text

if TYPE_CHECKING:
    from chatapp.domain.tool_files import ToolFile

LONGEST_TEXT = 1_048_576
"""Characters of a result's text that are kept and sent; the rest is cut off, and said so."""

_WRAPPING = "result"
"""Under this name the protocol's SDKs wrap what a tool brings that is no object."""

_MOST_COMPARED = 262_144
"""Characters of words that are held against structured content."""

LONGEST_ADDRESS = 300
"""Characters of a resource's address that a model is told."""

LONGEST_ARGUMENTS = 262_144
"""Characters of arguments that are run at all (``reliability.md`` section 4)."""

MOST_CALLS = 64
"""Calls of one answer that are answered; the others are refused."""


class ToolCallState(StrEnum):
    """How far a call has come."""

    WAITING = "waiting"
    """The person has not decided yet."""
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    """The tool said that it failed, or its server died, hung or answered nonsense."""
    DENIED = "denied"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    """Refused by the app itself: no such tool, no valid arguments."""

    @property
    def is_open(self) -> bool:
        """Whether a result is still to come."""
        return self in {ToolCallState.WAITING, ToolCallState.RUNNING}


class ResultSource(StrEnum):
    """Where a result comes from."""

    TOOL = "tool"
    TYPED = "typed"
    RECORDED = "recorded"
    INJECTED = "injected"
    APP = "app"


class Scope(StrEnum):
    """How long an approval holds."""

    ONCE = "once"
    CONVERSATION = "conversation"
    ALWAYS = "always"


class Fault(StrEnum):
    """Faults a person can inject, to see how a model copes."""

    ERROR = "error"
    TIMEOUT = "timeout"
    EMPTY = "empty"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What a tool brought: content blocks in MCP's form (``type`` text, image, audio, resource,
    resource_link), and structured content where there is some."""

    content: tuple[JsonObject, ...] = ()
    structured: JsonValue = None
    is_error: bool = False

    @property
    def text(self) -> str:
        """The words of it, for the model; what is no text is named in brackets, and structured
        content that no words tell follows them."""
        words = "\n".join(filter(None, (*map(block_text, self.content), self.untold)))
        if len(words) > LONGEST_TEXT:
            left = len(words) - LONGEST_TEXT
            words = f"{words[:LONGEST_TEXT]}\n[{left} more characters were cut off]"
        return words

    @property
    def untold(self) -> str:
        """Structured content as JSON where the blocks do not say it as well; mostly they do, as
        the protocol asks of servers."""
        if self.structured is None or self.is_told:
            return ""
        return compact(self.structured)

    @property
    def is_told(self) -> bool:
        """Whether the blocks say what the structured content says."""
        texts = [as_text(b.get("text")) for b in self.content if b.get("type") == "text"]
        if not any(texts):
            return False
        wrapped = as_object(self.structured)
        if wrapped.keys() == {_WRAPPING}:
            return True  # of a value that is no object, which servers also say in words
        if len(wrapped) == 1 and next(iter(wrapped.values())) in texts:
            return True  # the words alone under a name, as of a file that was read
        exact = compact(self.structured)
        return any(exact in words or _reads_as(words, self.structured) for words in texts)


def _reads_as(words: str, value: JsonValue) -> bool:
    """Whether words are a value as JSON; of very many it is taken for granted."""
    if words.lstrip()[:1] not in ("{", "["):
        return False
    if len(words) > _MOST_COMPARED:
        return True
    try:
        return bool(read_json(words) == value)
    except ValueError:
        return False


def text_result(words: str, *, is_error: bool = False) -> ToolResult:
    """Return a result of plain words."""
    return ToolResult(({"type": "text", "text": words},), is_error=is_error)


def block_text(block: JsonObject) -> str:
    """Return one content block as words."""
    from chatapp.domain.tool_files import file_of

    kind = as_text(block.get("type"))
    if kind == "text":
        return as_text(block.get("text"))
    resource = as_object(block.get("resource"))
    if kind == "resource" and "blob" not in resource:
        return as_text(resource.get("text"))
    if kind == "resource_link":
        return f"[{as_text(block.get('name'))}]({as_text(block.get('uri'))})"
    file = file_of(block)
    if file is not None:
        address = as_text(resource.get("uri"))[:LONGEST_ADDRESS]
        return _file_words(" ".join(filter(None, (kind, address))), file)
    return f"[{kind or 'unknown content'}]"


def _file_words(what: str, file: "ToolFile") -> str:
    """Return what a model is told of a file, with the words in it; of one that it does not get,
    why."""
    from chatapp.domain.tool_files import text_in

    words = f"{what}: {file.media_type}, {file.size:,} bytes"
    if file.problem is not None:
        return f"[{words}; not attached, for {file.problem.value}]"
    if read := text_in(file):
        return f"[{words}]\n{read}"
    return (
        f"[{words}]" if file.is_sent else f"[{words}; not attached, for models take no such kind]"
    )


@dataclass(frozen=True, slots=True)
class Misfit:
    """Where (``$.city[0]``) a result is not what its tool promised, and how; or, without a place,
    what of it was not checked."""

    path: str
    words: Text


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One call, as kept with its result's message. Times are epoch seconds, 0 if not reached.

    ``arguments`` is what was run, which the person may have edited (``edited``); ``done`` of
    ``total`` is the last progress the tool told, in its own unit. ``checked`` says that the
    result was held against the schema that its tool promised, ``misfits`` what came of it.
    """

    call_id: str
    tool: str
    server: str = ""
    arguments: str = "{}"
    edited: bool = False
    state: ToolCallState = ToolCallState.WAITING
    source: ResultSource = ResultSource.TOOL
    structured: JsonValue = None
    asked_at: float = 0.0
    started_at: float = 0.0
    ended_at: float = 0.0
    done: float | None = None
    total: float | None = None
    progress: str = ""
    checked: bool = False
    misfits: tuple[Misfit, ...] = ()

    @property
    def ran_ms(self) -> float | None:
        """How long it ran, in milliseconds."""
        if not self.started_at or not self.ended_at:
            return None
        return (self.ended_at - self.started_at) * 1000


@dataclass(frozen=True, slots=True)
class RunIt:
    """Run the tool with these arguments, and allow it for as long as ``scope`` says."""

    arguments: str
    scope: Scope = Scope.ONCE


@dataclass(frozen=True, slots=True)
class DenyIt:
    """Do not run it; the model is told ``reason``."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class AnswerIt:
    """Do not run it; the model is given this result instead."""

    result: ToolResult = field(default_factory=ToolResult)
    source: ResultSource = ResultSource.TYPED


Decision = RunIt | DenyIt | AnswerIt


CANCELLED_WORDS = "(cancelled)"
"""What the model is told of a call that did not run."""

CUT_OFF_WORDS = "(cancelled while it ran; what it had done by then is not known)"


def denied_words(reason: str) -> str:
    """Return what the model is told of a denied call."""
    words = "The user denied this tool call."
    return f"{words} Reason: {reason.strip()}" if reason.strip() else words


def injected(fault: Fault) -> ToolResult:
    """Return the result of a fault."""
    match fault:
        case Fault.ERROR:
            return text_result("Error: internal server error (500)", is_error=True)
        case Fault.TIMEOUT:
            return text_result("Error: the tool did not answer within 60 seconds", is_error=True)
        case Fault.EMPTY:
            return ToolResult()
        case Fault.MALFORMED:
            return text_result('{"result": {"value": 12, "unit": "k')
