"""Replies that no honest server sends: the words are kept, saved and shown, whatever is beside."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from chatapp.app import App
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

WORDS = '{"choices":[{"index":0,"delta":{"content":"Hello"},"logprobs":%s}]%s}'
PLAIN = WORDS % ("null", "")
END = '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]%s}'
ODDS = (
    '{"content":[{"token":"Hello","logprob":%s,"bytes":[72,101,108,108,111],"top_logprobs":'
    '[{"token":"Hi","logprob":%s,"bytes":null}]}]}'
)
DEEP = "[" * 900 + "]" * 900
REPLIES = {
    "usage without numbers": (
        PLAIN,
        END % ',"usage":{"prompt_tokens":NaN,"completion_tokens":Infinity,"total_tokens":1e999}',
    ),
    "usage of another shape": (
        PLAIN,
        END % ',"usage":{"prompt_tokens":-5,"completion_tokens":"x","total_tokens":[1],'
        '"completion_tokens_details":7,"cost":NaN}',
    ),
    "usage beyond 64 bits": (PLAIN, END % f',"usage":{{"prompt_tokens":{"9" * 300}}}'),
    "odds without numbers": (WORDS % (ODDS % ("NaN", "-Infinity"), ""), END % ""),
    "odds beyond belief": (WORDS % (ODDS % ("-1e308", "1e308"), ""), END % ""),
    "fields without numbers": (
        WORDS % ("null", ',"x":NaN,"timings":{"predicted_per_second":Infinity,"prompt_ms":NaN}'),
        END % "",
    ),
    "half characters": (PLAIN.replace("Hello", "He\\ud800llo"), END % ""),
    "half characters elsewhere": (
        WORDS % ("null", ',"system_fingerprint":"\\udfff","model":"\\ud800","x":"\\udc00"'),
        END % "",
    ),
    "endless numbers": (WORDS % ("null", f',"created":{"9" * 400},"x":{"9" * 4000}'), END % ""),
    "zero bytes": (PLAIN.replace("Hello", "Hello\\u0000"), END % ""),
    "depth beside the words": (PLAIN, WORDS % ("null", f',"x":{DEEP}'), END % ""),
    "depth at the end": (PLAIN, END % f',"usage":{{"x":{DEEP}}}', END % ""),
    "calls without numbers": (
        (
            '{"choices":[{"index":0,"delta":{"content":"Hello","tool_calls":[{"index":0,"id":"a",'
            '"function":{"name":"f","arguments":"{\\"a\\":NaN}"},"x":NaN}]}}]}'
        ),
        '{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}',
    ),
    "an index that is none": (
        (
            '{"choices":[{"index":NaN,"delta":{"content":"Hello","annotations":[NaN],'
            '"audio":{"data":"AA","expires_at":NaN}}}]}'
        ),
        END % "",
    ),
}


def stream(*events: str) -> bytes:
    body = b"".join(b"data: " + event.encode() + b"\n\n" for event in events)
    return reply(body + b"data: [DONE]\n\n", "200 OK", "Content-Type: text/event-stream")


def heard(app: App) -> str:
    """Return what a screen reader reads of the last message."""
    view = QAccessible.queryAccessibleInterface(app.window.messages)
    last = view.child(view.childCount() - 1)
    return last.text(QAccessible.Text.Value) + last.text(QAccessible.Text.Name) if last else ""


@pytest.mark.parametrize("name", REPLIES)
def test_the_words_are_kept(run_in_qt: RunInQt, tmp_path: Path, name: str) -> None:
    async def work() -> None:
        with raw_server([stream(*REPLIES[name])]) as server:
            async with open_app(tmp_path, base_url=server.url, model="m") as app:
                app.window.composer.setPlainText("Hi")
                app.window.action("send").trigger()
                view = app.window.messages
                await until(
                    lambda: view.property("messageCount") == 2 and not view.property("streaming")
                )
                app.window.action("toggleInspector").trigger()
                app.window.action("toggleLens").trigger()
                inspector = app.window.findChild(QObject, "inspector")
                assert inspector is not None
                await until(lambda: '"status": 200' in inspector.property("exchanges"))
                await until(lambda: "llo" in heard(app))
        async with open_app(tmp_path, base_url="http://127.0.0.1:9", model="m") as app:
            await until(lambda: app.window.messages.property("messageCount") == 2)
            await until(lambda: "llo" in heard(app))

    run_in_qt(work())
