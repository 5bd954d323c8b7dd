"""The messages that answer calls: made when the calls are asked for, ended with their results."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chatapp.domain.conversation import MessageTree
from chatapp.domain.errors import ToolFailed
from chatapp.domain.identifiers import new_message_id
from chatapp.domain.json_reading import read_json
from chatapp.domain.json_schema import Verdict, check, check_text
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import Message, MessageId, MessageStatus, Role
from chatapp.domain.replies import ToolCall
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.domain.tool_calls import (
    LONGEST_ARGUMENTS,
    MOST_CALLS,
    CallRecord,
    Misfit,
    ResultSource,
    ToolCallState,
    ToolResult,
)
from chatapp.domain.tool_files import examined
from chatapp.domain.tools import ToolDefinition

_WITH_FILES = frozenset({"image", "audio", "resource"})
_UNANSWERED = {ToolCallState.WAITING, ToolCallState.RUNNING, ToolCallState.CANCELLED}


def result_messages(answer: Message) -> list[Message]:
    """Return a message for the result of each call of ``answer``, one behind the other."""
    results: list[Message] = []
    parent_id, now = answer.id, time.time()
    for call in answer.choice.tool_calls:
        server, _, _ = call.name.rpartition("__")
        run = CallRecord(call.id, call.name, server, call.arguments, asked_at=now)
        results.append(
            Message(
                new_message_id(),
                answer.conversation_id,
                parent_id,
                Role.TOOL,
                name=call.name,
                tool_call_id=call.id,
                tool=run,
                status=MessageStatus.WAITING,
                created_at=now,
            )
        )
        parent_id = results[-1].id
    return results


def record_of(message: Message) -> CallRecord:
    """Return how the call of a result's message stands; results made here always say so."""
    return message.tool or CallRecord(message.tool_call_id, message.name)


def results_behind(tree: MessageTree, answer_id: MessageId) -> Iterator[Message]:
    """Yield the results behind an answer, newest branch."""
    current = answer_id
    while children := tree.children(current):
        message = tree.get(children[-1])
        if message.role is not Role.TOOL:
            return
        yield message
        current = message.id


def open_round(path: Sequence[Message]) -> tuple[Message, list[Message]] | None:
    """Return the answer whose calls end a path, with the messages for their results; ``None``
    if it ends otherwise."""
    start = len(path)
    while start and path[start - 1].role is Role.TOOL:
        start -= 1
    if start in (0, len(path)) or not path[start - 1].choice.tool_calls:
        return None
    return path[start - 1], list(path[start:])


def calls_without_result(
    answer: Message, results: Sequence[Message]
) -> list[tuple[ToolCall, Message]]:
    """Return the calls of an answer that were never answered, each with the message among
    ``results`` that is there for its result: the app has ended meanwhile, or was told to stop."""
    waiting = list(results)
    found: list[tuple[ToolCall, Message]] = []
    for call in answer.choice.tool_calls:
        message = next((m for m in waiting if m.tool_call_id == call.id), None)
        if message is None:
            continue
        waiting.remove(message)
        if message.tool is not None and message.tool.state in _UNANSWERED:
            found.append((call, message))
    return found


def asked_again(message: Message, call: ToolCall) -> Message:
    """Return a result's message as it was when its call was first asked for."""
    run = CallRecord(call.id, call.name, arguments=call.arguments, asked_at=time.time())
    run = replace(run, server=record_of(message).server)
    return replace(message, content="", parts=(), tool=run, status=MessageStatus.WAITING)


def checked_arguments(arguments: str, tool: ToolDefinition) -> Verdict:
    """Return whether arguments are a JSON object that fits the tool's schema."""
    parameters = tool.parameters or {"type": "object"}
    verdict = check_text(arguments, {"type": "object"})
    return check_text(arguments, parameters) if verdict.fits else verdict


def misfits_of(result: ToolResult, tool: ToolDefinition) -> tuple[Misfit, ...]:
    """Return where a result does not fit the schema that its tool promised for it. Costs time
    with both: call it from a thread."""
    if result.structured is None:
        source = QT_TRANSLATE_NOOP("Tools", "The tool promised structured content and sent none.")
        return (Misfit("$", text("Tools", source)),)
    verdict = check(result.structured, tool.output_schema)
    wrong = [Misfit(found.path, found.words) for found in verdict.violations]
    return (*wrong, *(Misfit("", words) for words in verdict.unchecked))


def parsed_arguments(arguments: str) -> JsonObject:
    """Return arguments as an object. Raises ``ToolFailed`` if they are none."""
    try:
        values = read_json(arguments)
    except ValueError as error:
        raise _no_object() from error
    if not isinstance(values, dict):
        raise _no_object()
    return values


def _no_object() -> ToolFailed:
    return ToolFailed(
        text("Tools", QT_TRANSLATE_NOOP("Tools", "The arguments are not a JSON object."))
    )


def refusal_of(answer: Message, call: ToolCall, tool: ToolDefinition | None) -> str:
    """Return what the model is told of a call that cannot be; empty if it can."""
    if not call.name:
        return "The call does not name a tool."
    if len(call.arguments) > LONGEST_ARGUMENTS:
        return f"The arguments are longer than {LONGEST_ARGUMENTS:,} characters."
    if next(i for i, c in enumerate(answer.choice.tool_calls) if c is call) >= MOST_CALLS:
        return f"Only {MOST_CALLS} calls of one message are answered."
    return "" if tool is not None else f"There is no tool named “{call.name[:100]}”."


def has_files(result: ToolResult) -> bool:
    """Return whether a result may have pictures, sounds or files."""
    return any(block.get("type") in _WITH_FILES for block in result.content)


def with_files_examined(result: ToolResult) -> ToolResult:
    """Return a result whose files can be decoded, or are marked as those that cannot. Costs time
    with their size: call it from a thread."""
    return replace(result, content=tuple(map(examined, result.content)))


def ended_message(
    message: Message,
    result: ToolResult,
    state: ToolCallState,
    source: ResultSource,
    misfits: tuple[Misfit, ...] | None = None,
) -> Message:
    """Return a result's message with the result, and what the check of it found, if there was
    one."""
    record = replace(
        record_of(message),
        state=state,
        source=source,
        structured=result.structured,
        ended_at=time.time(),
        checked=misfits is not None,
        misfits=misfits or (),
    )
    only_text = all(block.get("type") == "text" for block in result.content)
    cancelled = state is ToolCallState.CANCELLED
    return replace(
        message,
        content=result.text,
        parts=() if only_text and not result.untold else result.content,
        tool=record,
        status=MessageStatus.STOPPED if cancelled else MessageStatus.COMPLETE,
    )
