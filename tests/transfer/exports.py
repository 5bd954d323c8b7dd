"""Small exports of other programs, written by hand after what is publicly known of them."""

import io
import json
from typing import Any

from chatapp.domain.conversation import MessageTree
from chatapp.domain.messages import Message
from chatapp.transfer.findings import Finding, Found, Skipped
from chatapp.transfer.reading import read_conversations


def read_text(text: str) -> list[Finding]:
    return list(read_conversations(io.StringIO(text).read, lambda _name: None))


def read(data: Any) -> list[Finding]:
    return read_text(json.dumps(data))


def only(findings: list[Finding]) -> Found:
    (found,) = findings
    assert isinstance(found, Found), found
    return found


def reasons(found: Found) -> list[str]:
    return [str(s.reason) for s in found.skipped]


def skipped(findings: list[Finding]) -> list[str]:
    return [str(f.reason) for f in findings if isinstance(f, Skipped)]


def shown(found: Found) -> list[Message]:
    return MessageTree.of(found.messages).path_to(found.conversation.leaf_id)


def said(found: Found) -> list[tuple[str, str]]:
    return [(m.role.value, m.text) for m in shown(found)]


def chatgpt_node(
    key: str,
    parent: str | None,
    role: str,
    *parts: Any,
    children: tuple[str, ...] = (),
    **more: Any,
) -> dict[str, Any]:
    message = {
        "id": key,
        "author": {"role": role, "name": more.pop("name", None), "metadata": {}},
        "create_time": 1_700_000_000.5,
        "content": more.pop("content", {"content_type": "text", "parts": list(parts)}),
        "status": "finished_successfully",
        "recipient": more.pop("recipient", "all"),
        "metadata": more,
    }
    return {"id": key, "message": message, "parent": parent, "children": list(children)}


def chatgpt() -> list[dict[str, Any]]:
    mapping = {
        "root": {"id": "root", "message": None, "parent": None, "children": ["sys"]},
        "sys": chatgpt_node("sys", "root", "system", "", children=("q",)),
        "q": chatgpt_node("q", "sys", "user", "Sort a list?", children=("think", "a2")),
        "think": chatgpt_node(
            "think", "q", "assistant", children=("a1",),
            content={"content_type": "thoughts", "thoughts": [{"summary": "S", "content": "hm"}]},
        ),
        "a1": chatgpt_node(
            "a1", "think", "assistant", "Use:\n\n```python\nsorted(x)\n```", model_slug="gpt-x"
        ),
        "a2": chatgpt_node(
            "a2", "q", "assistant", "`sorted`.", children=("q2",), model_slug="gpt-y"
        ),
        "q2": chatgpt_node(
            "q2", "a2", "user", children=("call",),
            content={
                "content_type": "multimodal_text",
                "parts": [
                    {"content_type": "image_asset_pointer", "asset_pointer": "file-service://f1"},
                    "And this picture?",
                ],
            },
        ),
        "call": chatgpt_node(
            "call", "q2", "assistant", recipient="python", children=("out",),
            content={"content_type": "code", "language": "python", "text": "1 + 1"},
        ),
        "out": chatgpt_node(
            "out", "call", "tool", name="python", children=("a3",),
            content={"content_type": "execution_output", "text": "2"},
        ),
        "a3": chatgpt_node("a3", "out", "assistant", "It is 2."),
    }  # fmt: skip
    return [
        {
            "title": "Sorting",
            "create_time": 1_700_000_000.0,
            "update_time": 1_700_000_100.0,
            "mapping": mapping,
            "current_node": "a3",
            "conversation_id": "conv-1",
            "id": "conv-1",
        }
    ]


def claude() -> list[dict[str, Any]]:
    return [
        {
            "uuid": "c-1",
            "name": "Weather",
            "created_at": "2025-01-02T03:04:05.678901Z",
            "updated_at": "2025-01-02T04:00:00Z",
            "account": {"uuid": "me"},
            "chat_messages": [
                {
                    "uuid": "m1", "sender": "human", "text": "Rain in Oslo?",
                    "content": [{"type": "text", "text": "Rain in Oslo?"}],
                    "created_at": "2025-01-02T03:04:06Z",
                    "attachments": [{"file_name": "a.md", "extracted_content": "```\nx\n```"}],
                    "files": [{"file_name": "photo.png"}],
                },
                {
                    "uuid": "m2", "sender": "assistant", "text": "flat",
                    "content": [
                        {"type": "thinking", "thinking": "I must look."},
                        {"type": "text", "text": "Looking."},
                        {"type": "tool_use", "name": "weather", "input": {"place": "Oslo"}},
                        {"type": "tool_result", "name": "weather",
                         "content": [{"type": "text", "text": "rain"}]},
                        {"type": "text", "text": "It rains."},
                        {"type": "hologram"},
                    ],
                },
                {"uuid": "m3", "sender": "human", "text": "Thanks", "content": []},
            ],
        }
    ]  # fmt: skip


def open_webui() -> list[dict[str, Any]]:
    messages = {
        "u": {"id": "u", "parentId": None, "childrenIds": ["a", "b"], "role": "user",
              "content": "Hi", "timestamp": 1_700_000_000, "models": ["m1", "m2"],
              "files": [{"type": "image", "url": "data:image/png;base64,iVBORw0KGgo="}]},
        "a": {"id": "a", "parentId": "u", "childrenIds": [], "role": "assistant", "model": "m1",
              "content": '<details type="reasoning" done="true" duration="2">\n<summary>'
              "Thought for 2 seconds</summary>\n&gt; so\n&gt; on\n</details>\nHello!",
              "usage": {"prompt_tokens": 3, "completion_tokens": 4}, "done": True},
        "b": {"id": "b", "parentId": "u", "childrenIds": [], "role": "assistant", "model": "m2",
              "content": "Hey", "done": True},
    }  # fmt: skip
    return [
        {
            "id": "w-1",
            "user_id": "me",
            "title": "Greeting",
            "chat": {
                "title": "Greeting",
                "models": ["m1", "m2"],
                "system": "Be short.",
                "history": {"messages": messages, "currentId": "a"},
                "messages": [],
            },
            "created_at": 1_700_000_000,
            "updated_at": 1_700_000_050,
        }
    ]


def librechat() -> dict[str, Any]:
    no_parent = "00000000-0000-0000-0000-000000000000"
    return {
        "conversationId": "l-1",
        "endpoint": "openAI",
        "title": "Numbers",
        "exportAt": "12:00:00 GMT",
        "branches": True,
        "recursive": False,
        "options": {"model": "gpt-z", "promptPrefix": "Count."},
        "messages": [
            {"messageId": "1", "parentMessageId": no_parent, "sender": "User", "text": "One?",
             "isCreatedByUser": True, "createdAt": "2025-01-01T00:00:00.000Z"},
            {"messageId": "2", "parentMessageId": "1", "sender": "GPT", "text": "",
             "isCreatedByUser": False, "model": "gpt-z",
             "content": [
                 {"type": "think", "think": "easy"},
                 {"type": "tool_call", "tool_call": {"id": "t", "name": "count",
                  "args": '{"n":1}', "output": "1"}},
                 {"type": "text", "text": {"value": "One."}}]},
            {"messageId": "3", "parentMessageId": "1", "sender": "GPT", "text": "Uno.",
             "isCreatedByUser": False, "model": "gpt-z"},
        ],
    }  # fmt: skip


def cherry_studio() -> dict[str, Any]:
    assistants = {
        "assistants": [
            {"id": "as", "prompt": "Be kind.", "model": {"id": "qwen"},
             "topics": [{"id": "t1", "name": "Tea", "createdAt": "2025-03-01T00:00:00.000Z"}]}
        ]
    }  # fmt: skip
    store = {"assistants": json.dumps(assistants), "llm": json.dumps({"apiKey": "sk-canary"})}

    def message(key: str, role: str, *blocks: str, **more: Any) -> dict[str, Any]:
        return {"id": key, "role": role, "blocks": list(blocks), "status": "success",
                "createdAt": "2025-03-01T00:00:01.000Z", **more}  # fmt: skip

    return {
        "time": 1_740_000_000_000,
        "version": 5,
        "localStorage": {"persist:cherry-studio": json.dumps(store)},
        "indexedDB": {
            "topics": [
                {
                    "id": "t1",
                    "messages": [
                        message("q", "user", "b1"),
                        message("a", "assistant", "b2", "b3", askId="q", model={"id": "qwen"}),
                        message("b", "assistant", "b4", askId="q", model={"id": "glm"},
                                foldSelected=True,
                                usage={"prompt_tokens": 1, "completion_tokens": 2},
                                metrics={"time_completion_millsec": 900,
                                         "time_first_token_millsec": 100}),
                        message("q2", "user", "b5"),
                    ],
                }
            ],
            "message_blocks": [
                {"id": "b1", "type": "main_text", "content": "Green or black?"},
                {"id": "b2", "type": "thinking", "content": "taste"},
                {"id": "b3", "type": "main_text", "content": "Green."},
                {"id": "b4", "type": "main_text", "content": "Black."},
                {"id": "b5", "type": "image", "url": "file:///x.png"},
            ],
        },
    }  # fmt: skip


def all_exports() -> dict[str, Any]:
    return {
        "chatgpt": chatgpt(),
        "claude": claude(),
        "open_webui": open_webui(),
        "librechat": librechat(),
        "cherry_studio": cherry_studio(),
    }
