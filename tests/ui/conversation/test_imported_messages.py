"""Messages out of a file that nobody vouches for, in the real view."""

import copy
import json
import random
from typing import Any

from pytestqt.qtbot import QtBot

from chatapp.domain.conversation import MessageTree
from chatapp.transfer.findings import Found
from chatapp.ui.conversation.message_view import MessageView
from tests.transfer.exports import read_text
from tests.transfer.test_hostile import ODD, places
from tests.ui.conversation.conversation_data import shown

CHOICE = {
    "content": "Yes **so**\n\n```py\nx\n```", "reasoning": "hm", "reasoning_ms": 5.0,
    "tool_calls": [{"id": "t", "name": "f", "arguments": "{}"}], "finish_reason": "length",
    "logprobs": {"content": [{"token": "a", "logprob": -1}]},
    "audio": {"id": "i", "data": "AAAA", "transcript": "x", "expires_at": 1},
    "annotations": [{"type": "url_citation", "url_citation": {"url": "http://x", "title": "t"}}],
    "images": [{"image_url": {"url": "data:image/png;base64,iVBORw0KGgo="}}],
}  # fmt: skip
USAGE = {
    "prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3,
    "prompt_tokens_details": {"cached_tokens": 1},
}  # fmt: skip
FAILURE = {
    "context": "c", "source": "No {a}", "arguments": {"a": 1}, "detail": "d",
    "ways_out": ["RETRY"],
}  # fmt: skip
MESSAGES: list[dict[str, Any]] = [
    {"id": "a", "role": "user", "content": "Hi", "parts": [{"type": "text", "text": "Hi"}]},
    {
        "id": "b", "parent_id": "a", "role": "assistant", "status": "failed", "failure": FAILURE,
        "reply": {
            "model": "m", "created": 1, "choices": [CHOICE], "usage": {"raw": USAGE},
            "timing": {"first_token_ms": 2.0, "total_ms": 3.0, "streamed": True},
        },
    },
    {"id": "c", "parent_id": "b", "role": "tool", "tool_call_id": "t", "content": "out"},
]  # fmt: skip
HEADER = {"format": "chatapp-conversations", "version": 1}


def test_whatever_a_file_says_of_a_message_it_can_be_shown(qtbot: QtBot) -> None:
    view = MessageView()
    qtbot.addWidget(view)
    view.resize(700, 2000)
    view.show()
    dice = random.Random(3)
    count = sum(1 for _ in places(MESSAGES))
    seen = 0
    for position in range(count):
        messages = copy.deepcopy(MESSAGES)
        container, key = list(places(messages))[position]
        container[key] = dice.choice(ODD)
        data = {**HEADER, "conversations": [{"id": "c", "messages": messages}]}
        for found in read_text(json.dumps(data)):
            if isinstance(found, Found):
                path = MessageTree.of(found.messages).path_to(found.conversation.leaf_id)
                view.show_path(shown(path))
                assert not view.grab().isNull()
                assert view.property("messageCount") == len(path)
                seen += 1
    assert seen > count // 3
