"""The settings dialog on the whole app: endpoints made, ordered, tested, pinned."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from chatapp import __version__
from chatapp.app import App
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import KeyringError
from chatapp.domain.messages import EndpointId
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.preferences import PREFERENCES
from chatapp.store.secrets import Secrets
from chatapp.ui.preferences.dialog import SettingsDialog
from chatapp.ui.widgets.column_scroll import ColumnScroll
from chatapp.ui.widgets.section import Section
from tests.conftest import RunInQt
from tests.support.every_window import cut, remaining
from tests.support.open_app import open_app
from tests.support.private_keyring import private_keyring
from tests.support.raw_server import raw_server, reply
from tests.support.tls_server import tls_server
from tests.support.waiting import until

MODELS = b'{"data":[{"id":"small"},{"id":"large"}]}'


def dialog_of(app: App) -> SettingsDialog:
    app.window.action("settingsAction").trigger()
    found = app.window.findChild(SettingsDialog)
    assert isinstance(found, SettingsDialog)
    return found


def button(dialog: QWidget, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == words)


def endpoints(app: App) -> list[Endpoint]:
    return app.services.endpoints.all()


def put(app: App, name: str, url: str) -> EndpointId:
    endpoint_id = EndpointId(name)
    app.services.endpoints.put(Endpoint(endpoint_id, name, url))
    return endpoint_id


def test_a_self_signed_server_is_named_and_trusted_on_a_click(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path / "p") as app:
            put(app, "lab", server.url)
            dialog = dialog_of(app)
            result = dialog.form.test.result
            button(dialog, "Test connection").click()
            await until(lambda: "SHA-256" in result.text())
            assert "CN=some.host" in result.text()
            assert server.requests == []
            button(dialog, "Trust this certificate").click()
            await until(lambda: "2 models" in result.text())
            assert endpoints(app)[0].certificate_pinned
            assert [m.id for m in app.services.endpoints.models(EndpointId("lab"))] == [
                "large",
                "small",
            ]

    with tls_server(tmp_path, body=MODELS) as server:
        run_in_qt(work())


def test_one_token_is_asked_for_only_after_consent(run_in_qt: RunInQt, tmp_path: Path) -> None:
    answer = reply(b'{"choices":[{"message":{"content":"Yo"},"finish_reason":"length"}]}')

    async def work() -> None:
        async with open_app(tmp_path) as app:
            put(app, "e", server.url)
            dialog = dialog_of(app)
            result = dialog.form.test.result
            button(dialog, "Test connection").click()
            await until(lambda: "2 models" in result.text())
            assert len(server.requests) == 1
            button(dialog, "Ask for one token (may cost a little)").click()
            await until(lambda: "Yo" in result.text())
            body = json.loads(server.requests[1].split(b"\r\n\r\n", 1)[1])
            assert body["max_tokens"] == 1
            assert body["model"] == "large"

    with raw_server([reply(MODELS)], [answer]) as server:
        run_in_qt(work())


def test_endpoints_are_duplicated_and_keep_the_persons_order(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def first() -> None:
        async with open_app(tmp_path) as app:
            for name in ("one", "two"):
                put(app, name, "http://127.0.0.1:1/v1")
            dialog = dialog_of(app)
            dialog.copy_requested.emit("one")
            copy = next(e for e in endpoints(app) if e.name == "one (copy)")
            assert dialog.current_id() == copy.id
            for _ in range(2):
                next(b for b in dialog.findChildren(QWidget) if b.toolTip() == "Move up").click()  # type: ignore[attr-defined]
            assert [e.name for e in endpoints(app)] == ["one (copy)", "one", "two"]

    async def second() -> None:
        async with open_app(tmp_path) as app:
            assert [e.name for e in endpoints(app)] == ["one (copy)", "one", "two"]

    run_in_qt(first())
    run_in_qt(second())


def test_a_request_field_of_the_endpoint_is_where_new_conversations_begin(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            put(app, "e", "http://127.0.0.1:1/v1")
            dialog = dialog_of(app)
            dialog.form.defaults.build_all()
            editor = dialog.findChild(QWidget, "endpointDefault.temperature")
            assert isinstance(editor, QWidget)
            editor.setProperty("value", 0.25)
            assert endpoints(app)[0].settings == {"temperature": Setting(0.25)}
            dialog.close()
            app.window.panel.fields.build_all()
            panel = app.window.findChild(QWidget, "parameter.temperature")
            assert isinstance(panel, QWidget)
            assert panel.property("value") == 0.25
            row = panel.parentWidget()
            assert row is not None
            assert any("the endpoint" in button.text() for button in row.findChildren(QToolButton))

    run_in_qt(work())


def test_the_key_can_go_into_a_header_of_its_own(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            endpoint_id = put(app, "azure", server.url)
            dialog = dialog_of(app)
            dialog.form.key_header.setText("api-key")
            dialog.form.key_header.editingFinished.emit()
            dialog.form.key_for_run.emit("k-123456")
            button(dialog, "Test connection").click()
            await until(lambda: bool(server.requests))
            head = server.requests[0].lower()
            assert b"\r\napi-key: k-123456\r\n" in head
            assert b"authorization" not in head
            assert app.services.endpoints.get(endpoint_id) is not None

    with raw_server([reply(MODELS)]) as server:
        run_in_qt(work())


def test_without_a_keyring_the_typed_key_stays_and_can_be_used_for_this_run(
    run_in_qt: RunInQt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")

    async def work() -> None:
        async with open_app(tmp_path) as app:
            put(app, "e", "http://127.0.0.1:1/v1")
            dialog = dialog_of(app)
            line = next(w for w in dialog.findChildren(QLineEdit) if w.accessibleName() == "Key")
            keep, once = button(dialog, "Keep in keyring"), button(dialog, "This run only")
            forget = button(dialog, "Forget")
            assert not keep.isEnabled()
            line.setText("k-123456")
            keep.click()
            await until(lambda: "for this run only, or name an environment" in said(dialog))
            assert line.text() == "k-123456"
            assert not endpoints(app)[0].has_stored_key
            once.click()
            await until(lambda: "not written down" in said(dialog))
            assert line.text() == ""
            forget.click()
            await until(lambda: said(dialog) == "No key.")
            assert not forget.isEnabled()

    run_in_qt(work())
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"k-123456" not in file.read_bytes()


def said(dialog: SettingsDialog) -> str:
    """Return what the dialog says of the key, ``Key`` being its row."""
    words = [w.text() for w in dialog.form.findChildren(QLabel) if not w.isHidden()]
    return next((w for w in words if "key" in w.lower() and w != "Key"), "")


@pytest.mark.keyring
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.leaves_sockets("SecretStorage keeps its D-Bus socket until it is collected")
def test_the_key_of_a_removed_endpoint_leaves_the_keyring_and_comes_back_with_it(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> Endpoint:
        async with open_app(tmp_path / "p") as app:
            endpoint_id = put(app, "e", "http://127.0.0.1:1/v1")
            dialog = dialog_of(app)
            line = next(w for w in dialog.findChildren(QLineEdit) if w.accessibleName() == "Key")
            line.setText("k-123456")
            QTest.keyClick(line, Qt.Key.Key_Return)
            await until(lambda: "in the system keyring" in said(dialog))
            stored = endpoints(app)[0]
            assert stored.has_stored_key
            dialog.remove_requested.emit(endpoint_id)
            assert endpoints(app) == []
            button(dialog.notices, "Undo").click()
            await until(lambda: endpoints(app) == [stored])
            await until_kept(stored, "k-123456")
            await until(lambda: "in the system keyring" in said(dialog))
            dialog.remove_requested.emit(endpoint_id)
            return stored

    async def whole() -> None:
        await until_kept(await work(), None)

    async def until_kept(stored: Endpoint, key: str | None) -> None:
        for _ in range(200):
            # Another client's question may meet an item that is just going.
            with suppress(KeyringError):
                if await Secrets().key(stored) == key:
                    return
        raise AssertionError(key)

    with private_keyring(tmp_path / "k"):
        run_in_qt(whole())


@pytest.mark.parametrize("general", [True, False], ids=["general", "endpoints"])
def test_nothing_is_out_of_reach_where_the_dialog_is_as_narrow_as_it_can_be(
    run_in_qt: RunInQt, tmp_path: Path, *, general: bool
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            put(app, "e", "http://127.0.0.1:1/v1")
            app.settings.open(general=general)
            dialog = app.window.findChild(SettingsDialog)
            assert isinstance(dialog, SettingsDialog)
            for section in dialog.form.findChildren(Section):
                section.set_folded(folded=False)
            dialog.form.defaults.build_all()
            dialog.form.headers.add.click()
            dialog.resize(1, 400)
            assert await remaining(dialog, cut) == set()
            assert dialog.width() < 900, "it can be narrower than it opens"
            (page,) = (s for s in dialog.findChildren(ColumnScroll) if s.isVisible())
            content = page.widget()
            assert content is not None
            assert content.width() <= page.viewport().width()
            button(dialog, "Close").click()
            await until(lambda: app.window.findChild(SettingsDialog) is None)

    run_in_qt(work())


def test_the_settings_stand_under_headings_and_each_is_said(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.settings.open(general=True)
            dialog = app.window.findChild(SettingsDialog)
            assert isinstance(dialog, SettingsDialog)
            labels = dialog.findChildren(QLabel)
            headings = [w.text() for w in labels if w.property("role") == "heading"]
            assert headings == ["Appearance", "Writing", "Requests", "Desktop", "Conversations"]
            for name, row in PREFERENCES.items():
                editor = dialog.findChild(QWidget, f"preference.{name}")
                assert (editor is None) is row.hidden
                assert editor is None or editor.accessibleName() == row.label

    run_in_qt(work())


def test_a_certificate_can_only_be_removed_if_there_is_one(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            put(app, "e", "http://127.0.0.1:1/v1")
            dialog = dialog_of(app)
            remove = button(dialog.form, "Remove")
            assert not remove.isEnabled()
            dialog.form.set_certificate("-----BEGIN CERTIFICATE-----")
            assert remove.isEnabled()
            remove.click()
            assert endpoints(app)[0].certificate_pem == ""
            assert not remove.isEnabled()

    run_in_qt(work())


def test_an_endpoint_is_removed_by_the_keyboard_and_brought_back_in_the_dialog_or_by_ctrl_z(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            for name in ("one", "two"):
                put(app, name, "http://127.0.0.1:1/v1")
            dialog = dialog_of(app)
            for taken_back in (
                lambda: button(dialog.notices, "Undo").click(),
                app.window.action("undoDelete").trigger,
            ):
                dialog.activateWindow()
                dialog.list.setFocus()
                await until(dialog.list.hasFocus)
                QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
                assert [e.name for e in endpoints(app)] == ["two"]
                assert dialog.notices.isVisible()
                taken_back()
                await until(lambda: [e.name for e in endpoints(app)] == ["one", "two"])
                assert dialog.current_id() == "one"
                assert not dialog.notices.isVisible()

    run_in_qt(work())


def test_what_is_about_an_address_is_not_shown_for_the_built_in_model(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            put(app, "e", "http://127.0.0.1:1/v1")
            app.services.endpoints.add_offline()
            dialog = dialog_of(app)
            form = dialog.form
            for section in form.findChildren(Section):
                section.set_folded(folded=False)
            about_address = (
                form.base_url,
                form.environment,
                form.key_header,
                form.headers,
                form.proxy,
            )
            always = (form.name, form.model, form.reasoning, form.think, *form.timeouts)
            for row, endpoint in enumerate(endpoints(app)):
                dialog.list.setCurrentRow(row)
                assert all(w.isVisible() is not endpoint.is_offline for w in about_address)
                assert all(w.isVisible() for w in always)

    run_in_qt(work())


def test_about_says_the_version_and_where_everything_is(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.window.action("about").trigger()
            dialog = app.window.findChild(QDialog, "aboutDialog")
            assert isinstance(dialog, QDialog)
            button(dialog, "Copy details").click()
            copied = QGuiApplication.clipboard().text()
            assert __version__ in copied
            assert str(tmp_path) in copied
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            await until(lambda: app.window.findChild(QDialog, "aboutDialog") is None)

    run_in_qt(work())
