"""The names that other programs rely on: each there exactly once, and what it is said to be."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from chatapp.app import App
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

NAMES: dict[str, type] = {
    "conversationList": QAbstractItemView,
    "conversationSearch": QLineEdit,
    "newConversation": QAction,
    "messageView": QWidget,
    "composer": QPlainTextEdit,
    "send": QAction,
    "stop": QAction,
    "modelPicker": QComboBox,
    "parameterPanel": QWidget,
    "requestPreview": QPlainTextEdit,
    "samplingLens": QWidget,
    "inspector": QWidget,
    "inspectorTree": QAbstractItemView,
    "copyCurl": QAction,
    "exportHar": QAction,
    "statusMessage": QWidget,
    "settingsAction": QAction,
    "exportAction": QAction,
    "importAction": QAction,
    "quitAction": QAction,
    "commandPalette": QAction,
}
FIELDS = (
    "temperature", "top_p", "n", "stream", "stream_options.include_usage", "stop", "max_tokens",
    "max_completion_tokens", "presence_penalty", "frequency_penalty", "logit_bias", "user", "tools",
    "tool_choice", "parallel_tool_calls", "response_format", "seed", "reasoning_effort",
    "modalities", "audio", "logprobs", "top_logprobs", "extra_body",
)  # fmt: skip
ANSWER = reply(
    b'data: {"choices":[{"index":0,"delta":{"content":"Hello"},"logprobs":{"content":[{"token":'
    b'"Hello","logprob":-0.1,"bytes":[72,101,108,108,111],"top_logprobs":[{"token":"Hello",'
    b'"logprob":-0.1,"bytes":[72,101,108,108,111]},{"token":"Hi","logprob":-2.4,"bytes":[72,105]}'
    b']}]}}]}\n\ndata: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n'
    b"data: [DONE]\n\n",
    "200 OK",
    "Content-Type: text/event-stream",
)


def the_one(app: App, name: str) -> QObject:
    found = app.window.findChildren(QObject, name)
    assert len(found) == 1, (name, found)
    return found[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_every_name_is_there_exactly_once(run_in_qt: RunInQt, folder: Path) -> None:
    async def work() -> None:
        async with open_app(folder, base_url="http://127.0.0.1:9", model="m") as app:
            assert app.window.objectName() == "mainWindow"
            for name, kind in NAMES.items():
                assert isinstance(the_one(app, name), kind), name
            await until(lambda: app.window.findChildren(QObject, "parameter.extra_body"))
            for field in FIELDS:
                editor, switch = the_one(app, f"parameter.{field}"), None
                switch = the_one(app, f"parameter.{field}.send")
                assert str(editor.metaObject().userProperty().name()) == "value", field
                assert isinstance(switch, QAbstractButton)
                assert switch.isCheckable()
            for name in ("approveTool", "denyTool"):
                assert app.window.findChildren(QObject, name) == []

    run_in_qt(work())


def test_exactly_one_of_send_and_stop_is_enabled(run_in_qt: RunInQt, folder: Path) -> None:
    async def work() -> None:
        async with open_app(folder, base_url="http://127.0.0.1:9", model="m") as app:
            enabled = [the_one(app, name).property("enabled") for name in ("send", "stop")]
            assert sorted(enabled) == [False, True]

    run_in_qt(work())


def test_properties_tell_of_the_answer_while_lens_and_inspector_are_hidden(
    run_in_qt: RunInQt, folder: Path
) -> None:
    async def work() -> None:
        async with open_app(folder, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            await app.services.generation.send(shown, "Hi")
            await app.services.generation.wait(shown)
            view = the_one(app, "messageView")
            await until(lambda: view.property("messageCount") == 2)
            assert view.property("streaming") is False
            lens = the_one(app, "samplingLens")
            lens.setProperty("token", 0)
            await until(lambda: json.loads(lens.property("state"))["candidates"])
            state = json.loads(lens.property("state"))
            assert set(state) >= {
                "message", "token", "temperature", "top_p", "entropy", "unseen", "candidates",
            }  # fmt: skip
            assert [c["token"] for c in state["candidates"]] == ["Hello", "Hi"]
            assert set(state["candidates"][0]) >= {
                "token", "probability", "shaped", "reachable", "sampled",
            }  # fmt: skip
            assert [c["sampled"] for c in state["candidates"]] == [True, False]
            inspector = the_one(app, "inspector")
            await until(lambda: json.loads(inspector.property("exchanges")))
            (exchange,) = json.loads(inspector.property("exchanges"))
            assert exchange["status"] == 200
            assert exchange["request"]["model"] == "m"
            assert exchange["events"] == 3
            assert 0 <= exchange["first_byte_ms"] <= exchange["total_ms"]

    with raw_server([ANSWER]) as server:
        run_in_qt(work())
