"""What a tool brought is found from its run in the inspector, played and saved from there."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from chatapp.domain.exchanges import StepId, StepOutcome, ToolRun
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import MessageId
from chatapp.domain.tool_calls import RunIt
from chatapp.ui.controllers.inspector_results import Brought, InspectorResults
from chatapp.ui.inspector.call_page import CallPage
from tests.conftest import RunInQt
from tests.support.media_server import MEDIA, PDF, ROWS
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server
from tests.support.tool_replies import asks_for, says
from tests.support.waiting import until


def test_files_of_a_real_server_are_seen_and_saved_in_the_inspector(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path / "profile", base_url=server.url, model="m") as app:
            shown, tools = app.conversation.shown, app.services.tools
            assert shown is not None
            await tools.servers.put(MEDIA)
            known, _ = await tools.servers.as_approved(MEDIA.name)
            await tools.servers.start(MEDIA.name, approved_as=known.fingerprint)
            await tools.servers.until_settled(MEDIA.name)
            files = next(k.tool for k in tools.known() if k.tool.name == "files")
            tools.offer(shown, files, offered=True)
            await app.services.generation.send(shown, "Files?")
            desk = app.services.desk
            await until(lambda: len(desk.pending(shown)) == 1, within_s=30)
            desk.decide(desk.pending(shown)[0].message_id, RunIt("{}"))
            await app.services.generation.wait(shown)
            result = next(m for m in app.services.conversations.path(shown) if m.tool)
            app.window.messages.inspect_requested.emit(result.id)
            await until(lambda: bool(app.window.findChildren(CallPage)), within_s=20)
            page = app.window.findChildren(CallPage)[0]
            await until(lambda: page._result._files.words().count("\n") == 2, within_s=20)
            assert page._result._structured == {"rows": ROWS}
            page.save_wanted.emit(result.id, "result:3")
            chooser = app.window.findChild(QFileDialog)
            assert chooser is not None
            path = tmp_path / "budget.pdf"
            chooser.fileSelected.emit(str(path))
            await until(path.exists)
            chooser.reject()
            assert path.read_bytes() == PDF
            results = InspectorResults(app.window, app.services.conversations, lambda: shown)
            gone = ToolRun(
                StepId("gone"), shown, MessageId("a"), "c", "f", 1.0, ended_at=2.0,
                outcome=StepOutcome.DONE,
            )  # fmt: skip
            assert results.of(gone) == results.of(None) == Brought()

    none: JsonObject = {}
    with raw_server([asks_for(("c1", "media__files", none))], [says("There.")]) as server:
        run_in_qt(work())
