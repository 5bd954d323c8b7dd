"""Messages that a person writes down as any side of a conversation, without sending them."""

from dataclasses import field

from chatapp.domain.identifiers import new_message_id
from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, as_text, compact
from chatapp.domain.messages import ConversationId, EndpointId, Message, MessageId, Role
from chatapp.domain.parameter_checks import message_name
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import Choice, Reply, ToolCall
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

WRITABLE = (Role.USER, Role.ASSISTANT, Role.SYSTEM, Role.DEVELOPER, Role.TOOL)
"""The roles that a message can be written in."""


def _problem(source: str, /, **arguments: object) -> Text:
    return text("WrittenMessage", source, **arguments)


@dataclass(frozen=True, slots=True)
class WrittenMessage:
    """What was typed. ``name`` is for all but answers and tool results, ``tool_call_id`` for tool
    results, ``reasoning`` and ``tool_calls`` (the wire's array) for answers."""

    role: Role
    content: str = ""
    name: str = ""
    tool_call_id: str = ""
    reasoning: str = ""
    tool_calls: JsonValue = field(default_factory=list)

    def problem(self) -> Text | None:
        """Say why this cannot be a message."""
        if self.role is Role.TOOL:
            if not self.tool_call_id:
                return _problem(
                    QT_TRANSLATE_NOOP("WrittenMessage", "Say which tool call this answers.")
                )
            return None
        if self.role is Role.ASSISTANT:
            return self._answer_problem()
        if not self.content.strip():
            return _problem(QT_TRANSLATE_NOOP("WrittenMessage", "Write the message first."))
        return message_name(self.name)

    def _answer_problem(self) -> Text | None:
        for number, call in enumerate(as_list(self.tool_calls), 1):
            function = as_object(as_object(call).get("function"))
            if not (as_text(as_object(call).get("id")) and as_text(function.get("name"))):
                return _problem(
                    QT_TRANSLATE_NOOP(
                        "WrittenMessage", "Tool call {number} needs an id and a function’s name."
                    ),
                    number=number,
                )
        if not isinstance(self.tool_calls, list):
            return _problem(QT_TRANSLATE_NOOP("WrittenMessage", "Tool calls are a JSON array."))
        if not self.content.strip() and not self.tool_calls:
            return _problem(QT_TRANSLATE_NOOP("WrittenMessage", "Write the message first."))
        return None

    def message(
        self,
        conversation_id: ConversationId,
        parent_id: MessageId | None,
        endpoint_id: EndpointId | None,
    ) -> Message:
        """Return the message; answers count as the endpoint's own, so that all of them is sent."""
        answer = self.role is Role.ASSISTANT
        plain = not answer and self.role is not Role.TOOL
        return Message(
            new_message_id(),
            conversation_id,
            parent_id,
            self.role,
            content="" if answer else self.content,
            name=self.name if plain else "",
            tool_call_id=self.tool_call_id if self.role is Role.TOOL else "",
            reply=Reply(choices=(self._choice(),)) if answer else None,
            endpoint_id=endpoint_id if answer else None,
        )

    def _choice(self) -> Choice:
        calls = tuple(_call(as_object(call)) for call in as_list(self.tool_calls))
        return Choice(content=self.content, reasoning=self.reasoning, tool_calls=calls)


def _call(call: JsonObject) -> ToolCall:
    function = as_object(call.get("function"))
    arguments = function.get("arguments", "")
    words = arguments if isinstance(arguments, str) else compact(arguments)
    return ToolCall(as_text(call.get("id")), as_text(function.get("name")), words)
