"""What another program does with the window: ``python -m tests.end2end.outsider URL KIND DIR…``.

``contract`` goes through the rows of ``automation.md`` and fails at the first that does not
hold; ``again`` runs the program twice, inside an application that is already there; ``tools``
has the model call a tool of a server that ``--mcp-config`` names.
"""

import json
import sys
import urllib.request
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.support.outside_driver import Driver, drive

TOOL: dict[str, Any] = {
    "type": "function",
    "function": {"name": "f", "parameters": {"type": "object", "properties": {}}},
}
VALUES: dict[str, Any] = {
    "temperature": 0.25, "top_p": 0.5, "n": 2, "stream": True, "stop": ["a", "b"],
    "max_tokens": 7, "max_completion_tokens": 9, "presence_penalty": -1.5,
    "frequency_penalty": 1.25, "logit_bias": {"42": -100}, "user": "me", "tools": [TOOL],
    "tool_choice": "auto", "parallel_tool_calls": False,
    "response_format": {"type": "json_object"}, "seed": 9007199254740993,
    "reasoning_effort": "low", "modalities": ["text", "audio"],
    "audio": {"voice": "alloy", "format": "pcm16"}, "logprobs": True, "top_logprobs": 2,
}  # fmt: skip
"""Fields of the request and values that are sent together."""


def preview(driver: Driver) -> Any:
    """Return the body that is announced, or nothing while it is made."""
    try:
        return json.loads(driver.one("requestPreview").toPlainText())
    except ValueError:
        return None


def set_fields(driver: Driver) -> None:
    """Set every field by its user property; what is read back and announced is what was set."""
    for field, value in (VALUES | {"stream_options.include_usage": True}).items():

        def put(field: str = field, value: Any = value) -> Any:
            editor, switch = driver.one(f"parameter.{field}"), driver.one(f"parameter.{field}.send")
            assert editor.accessibleName()
            assert switch.accessibleName()
            editor.setProperty("value", value)
            assert isinstance(switch, QAbstractButton)
            switch.setChecked(True)
            return editor.property("value")

        assert driver(put) == value, field
    driver(lambda: driver.one("parameter.extra_body").setProperty("value", {"top_k": 5}))
    wanted = VALUES | {"stream_options": {"include_usage": True}, "top_k": 5}
    driver.until(lambda: (preview(driver) or {}).items() >= wanted.items())


def switch_off(driver: Driver, field: str) -> None:
    """Have a field not sent."""
    driver.one(f"parameter.{field}.send").setChecked(False)


def send(driver: Driver, words: str) -> None:
    """Write a message and send it, in one go."""

    def act() -> None:
        driver.one("composer").setPlainText(words)
        driver.trigger("send")

    driver(act)


def ended(driver: Driver, messages: int) -> None:
    """Wait for the end of an answer."""
    driver.until(
        lambda: (
            driver.read("messageView", "messageCount") == messages
            and driver.read("messageView", "streaming") is False
            and driver.one("send").isEnabled()
            and not driver.one("stop").isEnabled()
        )
    )


def contract(url: str, driver: Driver) -> None:
    """Go through a conversation by names alone."""
    driver(lambda: driver.one("composer").setPlainText("Grüße <b>"))
    set_fields(driver)
    for field in ("n", "modalities", "audio"):
        driver(partial(switch_off, driver, field))
    driver.until(lambda: not {"n", "modalities", "audio"} & (preview(driver) or {"n": 1}).keys())
    announced = driver(lambda: driver.one("requestPreview").toPlainText())
    driver(lambda: driver.trigger("send"))
    driver.until(
        lambda: (
            driver.read("messageView", "streaming") is True
            and driver.one("stop").isEnabled()
            and not driver.one("send").isEnabled()
        )
    )
    driver.until(lambda: driver.spoken()[-1][1] == "Hello")
    with urllib.request.urlopen(url, timeout=20):  # lets the answer go on
        ended(driver, 2)
    roles, texts = zip(*driver(driver.spoken), strict=True)
    assert set(roles) <= {"ListItem", "StaticText"}
    assert texts == ("Grüße <b>", "Hello bold"), texts
    driver(lambda: driver.one("samplingLens").setProperty("token", 1))
    state = driver.until(lambda: read_json(driver, "samplingLens", "state", token=1))
    assert (state["message"], state["temperature"], state["top_p"]) == (1, 0.25, 0.5)
    assert [c["token"] for c in state["candidates"]] == [" **bold**", "x"]
    (exchange,) = json.loads(driver(lambda: driver.read("inspector", "exchanges")))
    assert (exchange["status"], exchange["events"]) == (200, 4)
    assert exchange["request"] == json.loads(announced)
    assert driver(lambda: driver.one("inspectorTree").model().rowCount()) == 1
    driver(lambda: driver.trigger("copyCurl"))
    driver.until(lambda: "curl" in QApplication.clipboard().text())
    driver(QApplication.clipboard().clear)
    refused(driver)
    print(announced)


def read_json(driver: Driver, name: str, prop: str, **wanted: object) -> Any:
    """Return a property that is JSON once it has what is wanted."""
    found = json.loads(driver.read(name, prop) or "{}")
    return found if found.items() >= wanted.items() else None


def refused(driver: Driver) -> None:
    """Choose another model, and read why the server would not answer."""
    driver(lambda: driver.trigger("newConversation"))
    driver.until(lambda: driver.read("messageView", "messageCount") == 0)
    driver(lambda: driver.one("modelPicker").setCurrentText("other"))
    send(driver, "Hi")
    ended(driver, 2)
    driver.until(lambda: "(401)" in driver.one("statusMessage").text())
    driver(lambda: driver.one("inspector").show())
    driver.until(lambda: driver.one("inspectorTree").isVisible())
    titles = driver(lambda: driver.one("conversationList").model())
    assert driver(titles.rowCount) == 2


def chat(driver: Driver) -> None:
    """One round of a chat."""
    send(driver, "Hi")
    ended(driver, 2)


def press(driver: Driver, name: str) -> None:
    """Press a button that is shut for a moment, when that is over."""
    driver.until(lambda: driver.all(name))
    driver(lambda: driver.one("composer").window().activateWindow())
    driver.until(lambda: driver.one(name).isEnabled())
    driver(lambda: driver.one(name).click())
    driver.until(lambda: not driver.all(name))


def tools(driver: Driver) -> None:
    """Let the servers of the command line start, then a call of one of their tools run."""
    assert "tools" not in (preview(driver) or {})
    press(driver, "approveServers")
    driver.until(lambda: '"honest__add"' in json.dumps((preview(driver) or {}).get("tools")))
    send(driver, "2 + 3?")
    press(driver, "approveTool")
    ended(driver, 4)
    print(json.dumps([words for _, words in driver(driver.spoken)]))


def main() -> None:
    """Run what the command line names."""
    url, kind, *profiles = sys.argv[1:]
    if kind == "again":
        mine = QApplication([])
        for profile in profiles:
            assert drive(["--profile", profile, "--base-url", url, "--model", "m"], chat) == 0
            assert QCoreApplication.instance() is mine
    elif kind == "tools":
        options = ["--base-url", url, "--model", "m", "--mcp-config", f"{profiles[0]}.json"]
        assert drive(["--profile", profiles[0], *options], tools) == 0
    else:
        options = ["--profile", profiles[0], "--base-url", url, "--model", "m"]
        assert drive([*options, "--api-key-env", "OUTSIDER_KEY"], partial(contract, url)) == 0


if __name__ == "__main__":
    main()
