"""Use and cost in the whole window."""

import json
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from chatapp.domain.usage import Grouping, Price
from chatapp.ui.conversation.message_frame import DETAILS
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.parts.bar_part import BarPart, Button
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


def texts_of(view: MessageView, row: int) -> list[str]:
    parts = view.stage.transcript.layout(row).parts
    bars = [part for part in parts if isinstance(part, BarPart)]
    labels = [item.label for bar in bars for item in bar._items if isinstance(item, Button)]
    return [*(part.text() for part in parts), *labels]


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
            messages = app.window.messages
            await until(lambda: "cost 5.00" in "\n".join(texts_of(messages, 1)))
            messages.stage.transcript.memory.set_open(
                messages.stage.transcript.rows[1].message.id, DETAILS, is_open=True
            )
            dialog.price_changed.emit(endpoint.id, "m", Price(10_000, 10_000))
            await until(lambda: "Cost: 10.00" in "\n".join(texts_of(messages, 1)))
            await until(lambda: "cost 10.00" in app.window.writing.meter.text())
            assert "Answers: 1000 tokens, cost 10.00" in app.window.writing.meter.toolTip()
            dialog.price_changed.emit(endpoint.id, "m", Price(5_000, 5_000))
            await until(lambda: cost_shown(dialog) == "5.00")
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
