"""What a model is asked for a title, and what is made of its answer."""

import pytest

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.domain.replies import Choice, Reply
from chatapp.domain.titles import LONGEST, clean_title, title_messages, wants_title

OWN = ConversationId("c")
ASKED = Message(MessageId("a"), OWN, None, Role.USER, content="How high is Fuji?")
ANSWERED = Message(
    MessageId("b"), OWN, ASKED.id, Role.ASSISTANT, reply=Reply(choices=(Choice(content="3776 m"),))
)


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("Mount Fuji's Height", "Mount Fuji's Height"),
        ('\n\n"Mount Fuji."\nI hope this helps!', "Mount Fuji"),
        ("**Title: Fuji**", "Fuji"),
        ("# 富士山の高さ。", "富士山の高さ"),
        ("「富士山」", "富士山"),
        ("  \n ** \n", ""),
        ("", ""),
    ],
)
def test_a_title_is_one_plain_line(answer: str, title: str) -> None:
    assert clean_title(answer) == title


def test_a_long_title_is_cut() -> None:
    assert len(clean_title("word " * 99)) <= LONGEST


def test_a_model_is_shown_the_beginning_only() -> None:
    (message,) = title_messages([ASKED, ANSWERED, ASKED])
    content = str(message["content"])
    assert content.endswith("user: How high is Fuji?\n\nassistant: 3776 m")


def test_only_the_first_whole_answer_of_an_unnamed_conversation_wants_one() -> None:
    unnamed = Conversation(OWN, title="How high is Fuji?")
    assert wants_title(unnamed, [ASKED, ANSWERED])
    assert not wants_title(Conversation(OWN, title="Mine"), [ASKED, ANSWERED])
    assert not wants_title(unnamed, [ASKED])
    assert not wants_title(unnamed, [ASKED, ANSWERED, ASKED, ANSWERED])
    assert not wants_title(unnamed, [ASKED, ANSWERED.with_status(MessageStatus.STOPPED)])
    assert not wants_title(unnamed, [])
