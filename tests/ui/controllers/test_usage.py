"""Use and cost in the whole window."""

import json
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from chatapp.domain.usage import Grouping, Price
from chatapp.ui.controllers.usage import cost_words
from chatapp.ui.usage.dialog import UsageDialog
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

ANSWER = reply(
    json.dumps(
        {
            "choices": [{"message": {"content": "Hello"}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 900, "completion_tokens": 100},
        }
    ).encode()
)


def cost_shown(dialog: UsageDialog) -> str:
    item = dialog.table.item(0, 8)
    return item.text() if item is not None else ""


def test_an_answer_is_counted_priced_and_held_against_the_budget(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            usage = app.services.writing.usage
            usage.set_budget(5.0)
            app.window.composer.setPlainText("Hi")
            app.window.composer.request_send()
            app.window.action("usage").trigger()
            dialog = app.window.findChild(UsageDialog)
            assert dialog is not None
            await until(lambda: dialog.table.rowCount() == 1)
            assert cost_shown(dialog) == "–"
            for grouping in Grouping:
                dialog.grouping.setCurrentIndex(dialog.grouping.findData(grouping.value))
                await until(lambda: dialog.table.rowCount() == 1)
            endpoint = app.services.endpoints.all()[0]
            dialog.price_changed.emit(endpoint.id, "m", Price(5_000, 5_000))
            await until(lambda: cost_shown(dialog) == "5.00")
            await until(lambda: "1000 tokens · cost 5.00" in dialog._total.text())
            assert "1000 tokens" in dialog.chart.accessibleDescription()
            await usage.check_budget()
            await until(lambda: "budget" in app.window.notices._notices)
            notice = app.window.notices._notices["budget"]
            assert "5.00" in notice.accessibleName()
            dialog.accept()
            button = notice.findChild(QPushButton)
            assert button is not None
            button.click()
            await until(dialog.isVisible)
            dialog.accept()

    with raw_server([ANSWER]) as server:
        run_in_qt(work())


def test_costs_are_written_so_that_nothing_is_claimed() -> None:
    assert cost_words(None) == "–"
    assert cost_words(0.00125) == "0.0013"
    assert cost_words(12.5) == "12.50"
    assert cost_words(1.0, is_partial=True) == "≥ 1.00"
