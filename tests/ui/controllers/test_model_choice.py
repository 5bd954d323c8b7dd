"""The model picker of the real window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

ANSWER = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
MODELS = reply(b'{"data":[{"id":"small"},{"id":"large"}]}')
LONG = "a-name-of-a-model-that-is-long-and-ends-with-a-date-2026-11-25"
LONG_MODELS = reply(b'{"data":[{"id":"%s"},{"id":"large"}]}' % LONG.encode())


def test_the_model_of_the_run_is_shown_and_another_can_be_chosen(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url="http://127.0.0.1:9", model="m") as app:
            picker = app.window.model_picker
            assert picker.currentText() == "m"
            endpoint = app.services.endpoints.default()
            assert endpoint is not None
            picker.model_chosen.emit(endpoint.id, "other")
            assert app.conversation.shown is not None
            conversation = app.services.conversations.get(app.conversation.shown)
            assert app.services.endpoints.model_of(conversation) == "other"
            await until(lambda: picker.currentText() == "other")

    run_in_qt(work())


def test_a_refreshed_list_is_offered(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            picker = app.window.model_picker
            picker.refresh_requested.emit()
            await until(lambda: picker.findText("large") >= 0)
            assert picker.currentText() == "m"

    with raw_server([MODELS]) as server:
        run_in_qt(work())


def test_a_list_that_cannot_be_fetched_is_told_in_words(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url="http://127.0.0.1:9", model="m") as app:
            app.window.model_picker.refresh_requested.emit()
            await until(lambda: app.window.status_line.role == "note")

    run_in_qt(work())


def test_what_stands_in_the_field_is_what_answers(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            picker, shown = app.window.model_picker, app.conversation.shown
            assert shown is not None
            picker.refresh_requested.emit()
            await until(lambda: picker.findText("large") >= 0)
            model = app.services.endpoints.model_of
            picker.setCurrentIndex(picker.findText("large"))
            assert model(app.services.conversations.get(shown)) == "large"
            picker.setCurrentText("unlisted")
            assert model(app.services.conversations.get(shown)) == "unlisted"
            line = picker.lineEdit()
            assert line is not None
            line.setFocus()
            line.selectAll()
            QTest.keyClicks(line, "typed")
            assert model(app.services.conversations.get(shown)) == "unlisted"
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: len(server.requests) == 2)
            assert server.body(1)["model"] == "typed"
            await app.services.generation.wait(shown)

    with raw_server([MODELS], [ANSWER]) as server:
        run_in_qt(work())


def test_after_a_model_was_picked_one_writes_the_message(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            window, picker = app.window, app.window.model_picker
            picker.refresh_requested.emit()
            await until(lambda: picker.findText("large") >= 0)
            heading = picker.model().index(0, 0)
            assert not heading.flags() & Qt.ItemFlag.ItemIsEnabled
            assert heading.data(Qt.ItemDataRole.FontRole).bold()
            picker.setFocus()
            QTest.keyClick(picker, Qt.Key.Key_Down)
            assert window.focusWidget() is not window.composer, "the arrows go on choosing"
            picker.showPopup()
            rows = picker.view()
            await until(rows.isVisible)
            assert rows.width() >= picker.fontMetrics().horizontalAdvance(LONG)
            rows.setCurrentIndex(picker.model().index(picker.findText("large"), 0))
            QTest.keyClick(rows, Qt.Key.Key_Return)
            await until(lambda: picker.currentText() == "large")
            await until(lambda: window.focusWidget() is window.composer)
            picker.setFocus()
            line = picker.lineEdit()
            assert line is not None
            line.setText("typed")
            QTest.keyClick(line, Qt.Key.Key_Return)
            assert window.focusWidget() is window.composer
            assert app.conversation.shown is not None
            assert app.services.conversations.get(app.conversation.shown).model == "typed"

    with raw_server([LONG_MODELS], [LONG_MODELS]) as server:
        run_in_qt(work())
