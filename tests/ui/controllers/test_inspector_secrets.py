"""Whatever leaves the inspector holds no secret: copies, files, the profile folder."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from chatapp.app import App
from chatapp.domain.endpoints import SecretHeader
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

KEY = "sk-canary-own-5512ab"
HEADERS = {
    "X-Tenant-Key": "canary-tenant-0a1b2c",
    "Ocp-Apim-Subscription-Key": "canary-apim-3d4e5f",
    "Cookie": "session=canary-cookie-6a7b8c",
    "X-Amz-Security-Token": "canary-amz-9d0e1f",
}
QUERY = {"api_key": "canary-query-112233", "sig": "canary-sig-445566"}
KEPT = {
    "cf-aig-authorization": "Bearer canary-gate-1a2b3c",
    "X-Door": "canary-door-4d5e6f",
}
"""Headers of a gateway whose values are kept beside the key; one has a name that tells nothing."""
GIVEN = {"Helicone-Auth": "Bearer canary-given-0f0f0f"}
"""One that comes from the environment."""
CANARIES = [
    KEY,
    *(value.split()[-1].rpartition("=")[2] for value in {**HEADERS, **KEPT, **GIVEN}.values()),
    *QUERY.values(),
]
ECHO = reply(
    b"data: "
    + json.dumps(
        {"choices": [{"delta": {"content": " ".join(CANARIES)}, "finish_reason": "stop"}]}
    ).encode()
    + b"\n\ndata: [DONE]\n\n",
    "200 OK",
    "Set-Cookie: sid=canary-sid-778899",
    "Content-Type: text/event-stream",
)  # fmt: skip


@pytest.fixture(autouse=True)
def given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIVEN_BY_TEST", GIVEN["Helicone-Auth"].split()[-1])


async def ask(app: App) -> None:
    endpoint = app.services.endpoints.all()[0]
    asked = "&".join(f"{name}={value}" for name, value in QUERY.items())
    app.services.endpoints.put(
        replace(
            endpoint,
            base_url=f"{endpoint.base_url}?api-version=1&{asked}",
            extra_headers=HEADERS,
            secret_headers={
                **dict.fromkeys(KEPT, SecretHeader()),
                "Helicone-Auth": SecretHeader("Bearer ${GIVEN_BY_TEST}"),
            },
        )
    )
    for name, value in KEPT.items():
        app.services.endpoints.header_secrets.use_for_session(endpoint.id, name, value)
    app.services.endpoints.secrets.use_for_session(endpoint.id, KEY)
    shown = app.conversation.shown
    assert shown is not None
    await app.services.generation.send(shown, "Hi")
    await app.services.generation.wait(shown)
    await app.profile.saver.flush()


def found_in(text: str) -> list[str]:
    return [canary for canary in (*CANARIES, "canary-sid-778899") if canary in text]


@pytest.mark.parametrize("command", ["copyCurl", "copyHttpx", "copyOpenai", "copyRawHttp"])
def test_a_copied_request_holds_no_secret(run_in_qt: RunInQt, tmp_path: Path, command: str) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            sent = server.requests[0].decode()
            assert all(canary in sent for canary in CANARIES), "the server was given them"
            clipboard = QGuiApplication.clipboard()
            clipboard.clear()
            app.parts.inspector._command(command)
            await until(lambda: clipboard.text() != "")
            assert found_in(clipboard.text()) == []
            assert "API_KEY" in clipboard.text() or "••••" in clipboard.text()
            if command in ("copyCurl", "copyHttpx"):
                assert "CF_AIG_AUTHORIZATION" in clipboard.text()
                assert "X_DOOR" in clipboard.text()

    with raw_server([ECHO]) as server:
        run_in_qt(work())


@pytest.mark.parametrize("command", ["exportHar", "exportExchanges"])
def test_an_exported_file_holds_no_secret(run_in_qt: RunInQt, tmp_path: Path, command: str) -> None:
    target = tmp_path / "out.json"

    async def work() -> None:
        async with open_app(tmp_path / "p", base_url=server.url, model="m") as app:
            await ask(app)
            app.parts.inspector._command(command)
            chooser = app.window.findChildren(QFileDialog)[-1]
            chooser.fileSelected.emit(str(target))
            chooser.done(0)
            await until(target.exists)
            await until(lambda: target.read_text(encoding="utf-8").endswith("}"))
            words = target.read_text(encoding="utf-8")
            assert found_in(words) == []
            assert "X-Tenant-Key" in words, "that there was a header is told"
            assert found_in(app.window.inspector.property("exchanges")) == []

    with raw_server([ECHO]) as server:
        run_in_qt(work())
