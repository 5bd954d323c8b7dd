"""Every field of a reply is somewhere in the window, however it came."""

import base64
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDateTime, QLocale

from chatapp.app import App
from chatapp.domain.json_value import JsonObject
from chatapp.domain.replies import Choice, Reply, Usage
from chatapp.ui.conversation.message_frame import DETAILS
from chatapp.ui.conversation.reply_details import MOST_EXTRAS, reply_details
from chatapp.ui.conversation.wishes import Wish, WishKind
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until
from tests.ui.conversation.conversation_data import answer

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADU"
    "lEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SOUND = base64.b64encode(bytes(4800)).decode()
MESSAGE: dict[str, Any] = {
    "role": "assistant",
    "name": "a_name",
    "content": "the content",
    "reasoning_content": "the reasoning",
    "refusal": "the refusal",
    "tool_call_id": "the_call_answered",
    "tool_calls": [
        {
            "index": 0,
            "id": "call00001",
            "type": "function",
            "function": {"name": "the_tool", "arguments": '{"where":"here"}'},
        }
    ],
    "audio": {"id": "audio_7", "data": SOUND, "expires_at": 1_999_999_999, "transcript": "said"},
    "images": [{"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}"}}],
    "annotations": [
        {"type": "url_citation", "url_citation": {"url": "https://a.example/p", "title": "A page"}}
    ],
}
USAGE: dict[str, Any] = {
    "prompt_tokens": 311,
    "completion_tokens": 322,
    "total_tokens": 644,
    "prompt_tokens_details": {
        "cached_tokens": 11,
        "text_tokens": 12,
        "audio_tokens": 13,
        "image_tokens": 14,
    },
    "completion_tokens_details": {"text_tokens": 21, "audio_tokens": 22, "reasoning_tokens": 23},
    "cost": 0.125,
}
FIGURES = [
    *(f"{name}: {USAGE[name]}" for name in ("prompt_tokens", "completion_tokens", "total_tokens")),
    *(
        f"{group} › {name}: {figure}"
        for group in ("prompt_tokens_details", "completion_tokens_details")
        for name, figure in USAGE[group].items()
    ),
    "cost: 0.125",
]
TOP: dict[str, Any] = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1_700_000_000,
    "model": "the-model",
    "system_fingerprint": "fp_1",
    "service_tier": "flex",
    "provider": "the provider",
    "citations": ["https://b.example/q"],
}
SECOND = {"role": "assistant", "content": "the other choice"}
ENDS = {"finish_reason": "length", "native_finish_reason": "MAX_TOKENS"}


def whole() -> bytes:
    choices = [
        {"index": 0, "message": MESSAGE, **ENDS},
        {"index": 1, "message": SECOND, "finish_reason": "stop"},
    ]
    body = json.dumps({**TOP, "choices": choices, "usage": USAGE}).encode()
    return reply(body, "200 OK", "Content-Type: application/json")


def streamed() -> bytes:
    chunks = [
        {**TOP, "choices": [{"index": 0, "delta": MESSAGE}, {"index": 1, "delta": SECOND}]},
        {**TOP, "choices": [{"index": 0, "delta": {}, **ENDS}]},
        {**TOP, "choices": [{"index": 1, "delta": {}, "finish_reason": "stop"}]},
        {**TOP, "choices": [], "usage": USAGE},
    ]
    events = [b"data: " + json.dumps(chunk).encode() + b"\n\n" for chunk in chunks]
    head = "Content-Type: text/event-stream"
    return reply(b"".join(events) + b"data: [DONE]\n\n", "200 OK", head)


def words_of(app: App, row: int = 1) -> str:
    layout = app.window.messages.stage.transcript.layout(row)
    for index in range(len(layout.parts)):
        layout.prepare(index)
    return "\n".join(part.text() for part in layout.parts)


def press(app: App, kind: WishKind, name: str = "", number: int = 0) -> None:
    app.window.messages.stage.wished.emit(1, Wish(kind, name, number))


@pytest.mark.parametrize("replied", [whole(), streamed()], ids=["whole", "streamed"])
def test_each_field_of_a_reply_is_found_in_the_window(
    run_in_qt: RunInQt, tmp_path: Path, replied: bytes
) -> None:
    moment = QDateTime.fromSecsSinceEpoch(TOP["created"])
    made = QLocale().toString(moment, QLocale.FormatType.ShortFormat)

    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            view = app.window.messages
            app.window.composer.setPlainText("Hi")
            app.window.action("send").trigger()
            await until(lambda: view.property("messageCount") == 2)
            await until(lambda: view.property("streaming") is False)
            press(app, WishKind.FOLD, "reasoning")
            press(app, WishKind.FOLD, DETAILS)
            said = words_of(app)
            for words in (
                "the content", "the reasoning", "the refusal", "the_tool", '"where": "here"',
                "The answer was cut off at the token limit.", "Answer 1 of 2", "the-model",
                "Name: a_name", "Finish reason: length", "native_finish_reason: MAX_TOKENS",
                "Fingerprint: fp_1", "Service tier: flex", "Reply: chatcmpl-1", "Sound: audio_7",
                "Kind of reply: chat.completion", f"Made: {made}", "provider: the provider",
                "Answers the call: the_call_answered", "Kept by the server until: ",
                "Source: A page · https://a.example/p", "Source: https://b.example/q", *FIGURES,
            ):  # fmt: skip
                assert words in said, words
            kinds = {type(p).__name__ for p in view.stage.transcript.layout(1).parts}
            assert "ImagePart" in kinds
            assert "0:00" in said  # the length of the sound, beside its buttons
            press(app, WishKind.CHOICE, number=1)
            await until(lambda: "the other choice" in words_of(app))

    with raw_server([replied]) as server:
        run_in_qt(work())


def test_a_transcript_stands_for_a_spoken_answer_without_words(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    spoken = {"role": "assistant", "content": None, "audio": MESSAGE["audio"]}
    body = json.dumps({"choices": [{"index": 0, "message": spoken}]}).encode()

    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.window.composer.setPlainText("Hi")
            app.window.action("send").trigger()
            await until(lambda: app.window.messages.property("messageCount") == 2)
            await until(lambda: "said" in words_of(app))

    with raw_server([reply(body)]) as server:
        run_in_qt(work())


def test_hostile_figures_do_no_harm() -> None:
    many: JsonObject = {f"k{n}": n for n in range(10 * MOST_EXTRAS)}
    usage = Usage({"prompt_tokens": 2**70, "completion_tokens": -(2**63), "x": float("inf")})
    evil = Choice(name="\u202eevil", annotations=({"url_citation": {"url": "x" * 100_000}},))
    message = answer("1", "")
    hostile = Reply(created=2**62, usage=usage, choices=(evil,), extra=many)
    said = reply_details(replace(message, reply=hostile))
    assert f"prompt_tokens: {2**70}" in said
    assert "\u202e" not in said
    assert len(said) < 5_000
