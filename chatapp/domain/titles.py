"""Titles that a model writes: what it is asked, and what is made of its answer."""

import re
from collections.abc import Sequence

from chatapp.domain.conversation import Conversation, title_from
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import Message, MessageStatus, Role

LONGEST = 80
EXCERPT = 1_500
MOST_TOKENS = 300
"""Room for a model that thinks first."""
_WISH = (
    "Write a title for the conversation below, in its language, in at most six words. "
    "Answer with the title alone: no quotation marks, no full stop."
)
_AROUND = " \t\"'“”„«»「」『』*_`#"


def title_messages(path: Sequence[Message]) -> list[JsonObject]:
    """Return what a model is asked, with the beginning of a conversation."""
    said = [m for m in path if m.role in (Role.USER, Role.ASSISTANT) and m.text.strip()][:2]
    excerpt = "\n\n".join(f"{m.role.value}: {m.text[:EXCERPT]}" for m in said)
    return [{"role": "user", "content": f"{_WISH}\n\n{excerpt}"}]


def clean_title(answer: str) -> str:
    """Return the title in a model's answer: one line without decoration; empty if none is."""
    line = next((line for line in answer.splitlines() if line.strip(_AROUND)), "")
    line = " ".join(line.split())
    line = re.sub(r"^title:", "", line.strip(_AROUND), flags=re.IGNORECASE)
    line = line.strip(_AROUND).rstrip(".。").strip(_AROUND)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def wants_title(conversation: Conversation, path: Sequence[Message]) -> bool:
    """Whether a conversation has its first whole answer, and still the title of its first
    words."""
    asked = [message for message in path if message.role is Role.USER]
    if len(asked) != 1 or not path or path[-1].role is not Role.ASSISTANT:
        return False
    is_whole = path[-1].status is MessageStatus.COMPLETE and bool(path[-1].text.strip())
    return is_whole and conversation.title == title_from(asked[0].content)
