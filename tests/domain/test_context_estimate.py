"""What the next request will cost: counted where the endpoint has counted, else estimated."""

from chatapp.domain.attachments import Attachment, AttachmentKind
from chatapp.domain.context_estimate import history_tokens, message_tokens
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.replies import Choice, Reply, ToolCall, Usage


def said(role: Role, words: str, usage: dict[str, object] | None = None) -> Message:
    reply = Reply(choices=(Choice(content=words),), usage=Usage(usage) if usage else None)
    answer = role is Role.ASSISTANT
    return Message(
        MessageId(words), ConversationId("c"), None, role,
        content="" if answer else words, reply=reply if answer else None,
    )  # fmt: skip


QUESTION = said(Role.USER, "x" * 400)
COUNTED = said(
    Role.ASSISTANT,
    "y" * 40,
    {
        "prompt_tokens": 1000,
        "completion_tokens": 90,
        "completion_tokens_details": {"reasoning_tokens": 50},
    },
)


def test_without_a_count_everything_is_estimated() -> None:
    answer = said(Role.ASSISTANT, "y" * 40)
    assert history_tokens([QUESTION, answer], "") == 104 + 14
    assert history_tokens([QUESTION, answer], "z" * 40) == 104 + 14 + 14
    assert history_tokens([], " ") == 0


def test_the_endpoints_own_count_stands_for_all_before_it() -> None:
    path = [QUESTION, QUESTION, COUNTED]
    assert history_tokens(path, "never counted twice") == 1000 + 40
    assert history_tokens([*path, QUESTION], "") == 1040 + 104


def test_files_and_calls_count_too() -> None:
    file = Attachment(AttachmentKind.IMAGE, "d", "a.png", "image/png", 1, tokens=765)
    message = Message(MessageId("m"), ConversationId("c"), None, Role.USER, parts=(file.to_part(),))
    assert message_tokens(message) == 769
    call = ToolCall("1", "f", "x" * 400)
    reply = Reply(choices=(Choice(tool_calls=(call,)),))
    asked = Message(MessageId("m"), ConversationId("c"), None, Role.ASSISTANT, reply=reply)
    assert message_tokens(asked) == 104
