"""Secret headers in the real window, with a real keyring, and the real files searched for them."""

from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from chatapp.app import App
from chatapp.domain.endpoints import Endpoint, SecretHeader
from chatapp.domain.errors import KeyringError
from chatapp.domain.messages import EndpointId
from chatapp.store.keyring_backend import SystemKeyring
from chatapp.ui.endpoints.header_row import HeaderRow
from chatapp.ui.preferences.dialog import SettingsDialog
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.private_keyring import private_keyring
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.leaves_sockets("SecretStorage keeps its D-Bus socket until it is collected"),
]
E = EndpointId("e")
SECRET = "canary-cf-5512ab"
MODELS = reply(b'{"data":[{"id":"small"}]}')
STORED = SecretHeader(is_stored=True)


def dialog_of(app: App) -> SettingsDialog:
    app.window.action("settingsAction").trigger()
    found = app.window.findChild(SettingsDialog)
    assert isinstance(found, SettingsDialog)
    return found


def put(app: App, url: str = "http://127.0.0.1:1/v1", **fields: Any) -> None:
    app.services.endpoints.put(Endpoint(E, "gateway", url, **fields))


def of(app: App, endpoint_id: EndpointId = E) -> Endpoint:
    endpoint = app.services.endpoints.get(endpoint_id)
    assert endpoint is not None
    return endpoint


def typed(dialog: SettingsDialog, name: str, value: str) -> HeaderRow:
    """Type a header into a new row and press Enter."""
    dialog.form.headers.add.click()
    row = dialog.form.headers.rows[-1]
    QTest.keyClicks(row.name, name)
    QTest.keyClicks(row.value, value)
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    return row


def said(dialog: SettingsDialog) -> str:
    problem = dialog.form.headers.problem
    return "" if problem.isHidden() else problem.text()


def button(parent: QWidget, words: str) -> QPushButton:
    return next(b for b in parent.findChildren(QPushButton) if b.text() == words)


def in_files(folder: Path, secret: bytes = b"canary") -> list[Path]:
    return [f for f in folder.rglob("*") if f.is_file() and secret in f.read_bytes()]


Open = Callable[..., None]


@pytest.fixture
def in_app(run_in_qt: RunInQt, tmp_path: Path) -> Open:
    """Run work on the open app; afterwards no file of its profile holds a secret."""

    def run(work: Callable[[App], Coroutine[Any, Any, None]], *, keyring: bool = True) -> None:
        async def whole() -> None:
            async with open_app(tmp_path / "p") as app:
                await work(app)

        if keyring:
            with private_keyring(tmp_path / "k"):
                run_in_qt(whole())
        else:
            run_in_qt(whole())
        assert in_files(tmp_path) == []

    return run


@pytest.mark.keyring
def test_a_typed_secret_is_kept_in_the_keyring_and_goes_with_the_request(in_app: Open) -> None:
    async def work(app: App) -> None:
        put(app, server.url)
        dialog = dialog_of(app)
        row = typed(dialog, "cf-aig-authorization", f"Bearer {SECRET}")
        await until(lambda: "in the system keyring" in row.value.placeholderText())
        assert row.value.text() == ""
        assert of(app).secret_headers == {"cf-aig-authorization": STORED}
        assert of(app).extra_headers == {}
        typed(dialog, "X-Title", "Chat")
        button(dialog, "Test connection").click()
        await until(lambda: bool(server.requests))
        head = server.requests[0].lower()
        assert f"\r\ncf-aig-authorization: bearer {SECRET}\r\n".encode() in head
        assert b"\r\nx-title: chat\r\n" in head

    with raw_server([MODELS]) as server:
        in_app(work)


@pytest.mark.keyring
def test_a_prefix_of_what_is_typed_never_reaches_anything(in_app: Open, tmp_path: Path) -> None:
    async def work(app: App) -> None:
        put(app)
        dialog = dialog_of(app)
        dialog.form.headers.add.click()
        row = dialog.form.headers.rows[-1]
        QTest.keyClicks(row.name, "X-Team")
        for letter in SECRET:
            QTest.keyClicks(row.value, letter)
            dialog.form.edited.emit()
        await app.profile.saver.flush()
        assert in_files(tmp_path) == []
        assert of(app).extra_headers == {}
        assert of(app).secret_headers == {}
        dialog.close()
        await until(lambda: of(app).secret_headers == {"X-Team": STORED})

    in_app(work)


@pytest.mark.keyring
def test_what_is_being_kept_while_another_endpoint_is_looked_at_is_there_afterwards(
    in_app: Open,
) -> None:
    async def work(app: App) -> None:
        put(app)
        app.services.endpoints.put(Endpoint(EndpointId("other"), "other", "http://127.0.0.1:1/v1"))
        dialog = dialog_of(app)
        typed(dialog, "Helicone-Auth", SECRET)
        dialog.list.setCurrentRow(1)
        assert dialog.form.headers.rows == []
        dialog.list.setCurrentRow(0)
        headers = dialog.form.headers
        await until(lambda: [row.name.text() for row in headers.rows] == ["Helicone-Auth"])
        await until(lambda: "in the system keyring" in headers.rows[0].value.placeholderText())
        typed(dialog, "X-Door", SECRET).remove.click()
        await until(lambda: "X-Door" not in of(app).secret_headers)
        assert [row.name.text() for row in headers.rows] == ["Helicone-Auth"]

    in_app(work)


@pytest.mark.keyring
def test_a_header_is_switched_to_plain_and_back(in_app: Open) -> None:
    async def work(app: App) -> None:
        put(app)
        dialog = dialog_of(app)
        row = typed(dialog, "X-Team", "blue-team")
        await until(lambda: of(app).secret_headers == {"X-Team": STORED})
        await until(lambda: row.value.text() == "")
        row.secret.click()
        await until(lambda: dict(of(app).extra_headers) == {"X-Team": "blue-team"})
        await until(lambda: row.value.text() == "blue-team")
        row.secret.click()
        row.value.setFocus()
        QTest.keyClick(row.value, Qt.Key.Key_Return)
        await until(lambda: of(app).secret_headers == {"X-Team": STORED})
        assert of(app).extra_headers == {}
        row.remove.click()
        await until(lambda: of(app).secret_headers == {})

    in_app(work)


def test_without_a_keyring_it_stays_typed_and_can_be_used_for_this_run_or_named(
    in_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")

    async def work(app: App) -> None:
        put(app)
        dialog = dialog_of(app)
        row = typed(dialog, "Helicone-Auth", SECRET)
        await until(lambda: "no keyring that can be used" in said(dialog))
        assert "switch “Secret” off" not in said(dialog), "it is always secret"
        assert row.value.text() == SECRET
        assert of(app).secret_headers == {}
        dialog.form.headers.once.click()
        await until(lambda: "for this run only" in row.value.placeholderText())
        assert row.value.text() == ""
        assert of(app).secret_headers == {"Helicone-Auth": SecretHeader()}
        QTest.keyClicks(row.value, "Bearer ${NOT_THERE_AT_ALL}")
        QTest.keyClick(row.value, Qt.Key.Key_Return)
        reference = SecretHeader("Bearer ${NOT_THERE_AT_ALL}")
        await until(lambda: of(app).secret_headers == {"Helicone-Auth": reference})
        await until(lambda: "no environment variable NOT_THERE_AT_ALL" in said(dialog))
        typed(dialog, "X-Late", SECRET)
        await until(lambda: "no keyring that can be used" in said(dialog))
        assert "switch “Secret” off" in said(dialog)
        dialog.close()
        await until(lambda: app.window.notices.findChild(QFrame, "notice.header") is not None)
        notice = app.window.notices.findChild(QFrame, "notice.header")
        assert isinstance(notice, QFrame)
        assert "X-Late" in notice.accessibleName()

    in_app(work, keyring=False)


@pytest.mark.keyring
def test_a_copied_and_a_removed_endpoint_take_their_secrets_with_them(in_app: Open) -> None:
    async def work(app: App) -> None:
        put(app)
        dialog = dialog_of(app)
        dialog.form.key_remembered.emit("canary-key-0001")
        typed(dialog, "Helicone-Auth", SECRET)
        await until(lambda: of(app).secret_headers == {"Helicone-Auth": STORED})
        await until(lambda: of(app).has_stored_key)
        dialog.copy_requested.emit(E)
        copy_id = app.services.endpoints.all()[-1].id
        assert copy_id != E
        await until(lambda: of(app, copy_id).secret_headers == {"Helicone-Auth": STORED})
        await until(lambda: of(app, copy_id).has_stored_key)
        (row,) = dialog.form.headers.rows
        await until(lambda: "in the system keyring" in row.value.placeholderText())
        dialog.remove_requested.emit(E)
        button(dialog.notices, "Undo").click()
        await until(lambda: app.services.endpoints.get(E) is not None)
        assert of(app).secret_headers == {"Helicone-Auth": STORED}
        assert await app.services.endpoints.secrets.key(of(app)) == "canary-key-0001"
        dialog.remove_requested.emit(copy_id)
        await app.services.endpoints.deleted.close()
        await until_kept(f"endpoint/{copy_id}/helicone-auth", None)
        await until_kept(copy_id, None)
        await until_kept(f"endpoint/{E}/helicone-auth", SECRET)

    in_app(work)


@pytest.mark.keyring
def test_a_key_typed_into_an_address_leaves_it_and_is_sent_all_the_same(in_app: Open) -> None:
    async def work(app: App) -> None:
        put(app)
        dialog = dialog_of(app)
        dialog.form.name.clear()
        line = dialog.form.base_url
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, f"{server.url}?api_key={SECRET}")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert line.text().endswith("/v1?api_key=••••")
        await until(lambda: of(app).secret_headers == {":field.api_key": STORED})
        assert dialog.form.headers.rows == [], "it is no header"
        assert of(app).name == server.url.split("/")[2], "what has no name is called by its host"
        button(dialog, "Test connection").click()
        await until(lambda: bool(server.requests))
        target = server.requests[0].split(b"\r\n")[0]
        assert target == f"GET /v1/models?api_key={SECRET} HTTP/1.1".encode()

    with raw_server([MODELS]) as server:
        in_app(work)


def test_without_a_keyring_a_password_in_a_proxy_is_for_this_run(
    in_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")

    async def work(app: App) -> None:
        put(app)
        dialog = dialog_of(app)
        dialog.form.proxy.setText(f"http://me:{SECRET}@proxy:3128")
        dialog.form.proxy.editingFinished.emit()
        assert dialog.form.proxy.text() == "http://me:••••@proxy:3128"
        result = dialog.form.test.result
        await until(lambda: "kept for this run only" in result.text())
        connection = await app.services.endpoints.connection(of(app))
        assert connection.endpoint.proxy == f"http://me:{SECRET}@proxy:3128"
        dialog.form.proxy.setText(f"http://me:{SECRET}2@proxy:3128")
        dialog.form.proxy.editingFinished.emit()
        dialog.close()
        notices = app.window.notices
        await until(lambda: notices.findChild(QFrame, f"notice.secret.{E}") is not None)
        notice = notices.findChild(QFrame, f"notice.secret.{E}")
        assert isinstance(notice, QFrame)
        assert "gateway: The secret in the address is kept for this run" in notice.accessibleName()

    in_app(work, keyring=False)


@pytest.mark.keyring
def test_a_renamed_header_is_shown_as_kept_though_its_old_value_cannot_be_deleted(
    in_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OWN_GATEWAY", SECRET)

    async def work(app: App) -> None:
        put(app)
        dialog = dialog_of(app)
        row = typed(dialog, "X-Team", SECRET)
        await until(lambda: "in the system keyring" in row.value.placeholderText())
        with monkeypatch.context() as patched:
            patched.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            app.services.endpoints.secrets.keyring._backend = None
            row.name.clear()
            QTest.keyClicks(row.name, "X-Group")
            QTest.keyClicks(row.value, "${OWN_GATEWAY}")
            QTest.keyClick(row.value, Qt.Key.Key_Return)
            await until(lambda: "its old value is still in the system keyring" in said(dialog))
            assert "“X-Group” is kept as it is now" in said(dialog)
            assert dialog.form.headers.once.isHidden()
            assert row.kept is not None
            assert (row.kept.name, row.pending, row.edit()) == ("X-Group", None, None)
            assert of(app).secret_headers == {"X-Group": SecretHeader("${OWN_GATEWAY}")}

    in_app(work)


async def until_kept(entry: str, value: str | None) -> None:
    for _ in range(200):
        # Another client's question may meet an item that is just going.
        with suppress(KeyringError):
            if await SystemKeyring().get(entry) == value:
                return
    raise AssertionError(entry)


OLD = {"X-Title": "Chat", "Helicone-Auth": f"Bearer {SECRET}"}


@pytest.mark.keyring
def test_secrets_of_an_earlier_version_are_moved_at_the_next_start(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def before() -> None:
        async with open_app(tmp_path / "p") as app:
            put(app, extra_headers=OLD)

    async def after() -> None:
        async with open_app(tmp_path / "p") as app:
            await until(lambda: of(app).secret_headers == {"Helicone-Auth": STORED})
            assert of(app).extra_headers == {"X-Title": "Chat"}
            assert app.window.notices.findChild(QFrame, f"notice.secret.{E}") is None

    with private_keyring(tmp_path / "k"):
        run_in_qt(before())
        assert in_files(tmp_path) != []
        run_in_qt(after())
    assert in_files(tmp_path) == []


def test_without_a_keyring_old_secrets_are_told_of_and_kept_for_this_run_on_a_click(
    run_in_qt: RunInQt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")

    async def before() -> None:
        async with open_app(tmp_path) as app:
            put(app, extra_headers=OLD)

    async def after() -> None:
        async with open_app(tmp_path) as app:
            notices = app.window.notices
            await until(lambda: notices.findChild(QFrame, f"notice.secret.{E}") is not None)
            button(notices, "Settings").click()
            dialog = app.window.findChild(SettingsDialog)
            assert isinstance(dialog, SettingsDialog)
            assert "“Helicone-Auth” can be read" in said(dialog)
            row = dialog.form.headers.rows[1]
            assert row.value.text() == ""
            dialog.form.headers.once.click()
            await until(lambda: of(app).secret_headers == {"Helicone-Auth": SecretHeader()})
            assert of(app).extra_headers == {"X-Title": "Chat"}

    run_in_qt(before())
    run_in_qt(after())
    assert in_files(tmp_path) == []
