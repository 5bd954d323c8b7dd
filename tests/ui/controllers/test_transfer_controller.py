"""Import and export in a window: actions, dialogs, progress with *Cancel*, the list."""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QLabel,
    QListWidget,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.changes import Change, ConversationsListed
from chatapp.domain.library import ListOrder, row_of
from chatapp.domain.messages import ConversationId
from chatapp.qtmodels.conversation_list import ConversationListModel
from chatapp.services.conversations import ConversationService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tasks import TaskScope
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from chatapp.ui.actions import build_actions
from chatapp.ui.controllers.transfer import OFTEN, TransferController
from chatapp.ui.notices import NoticeBar
from chatapp.ui.sidebar.view import SidebarView
from chatapp.ui.transfer_dialogs import Scope
from tests.conftest import RunInQt
from tests.support.everything import all_conversations
from tests.transfer import exports

W = TypeVar("W", bound=QWidget)


async def turns_until(condition: Callable[[], bool]) -> None:
    """Let the loop turn until something is so (the watchdog bounds it)."""
    for _ in itertools.count():
        if condition():
            return
        await asyncio.sleep(0)


class Window:
    """What import and export touch of the window, over a real profile."""

    def __init__(self, database: Database, tasks: TaskScope) -> None:
        self.widget = QMainWindow()
        self.actions = build_actions(self.widget)
        self.notices = NoticeBar()
        self.sidebar = SidebarView(ConversationListModel(self.widget))
        body = QWidget(self.widget)
        layout = QVBoxLayout(body)
        layout.addWidget(self.notices)
        layout.addWidget(self.sidebar)
        self.widget.setCentralWidget(body)
        self.shown: ConversationId | None = None
        publisher = Publisher()
        publisher.subscribe(self._on_change)
        self.tasks = tasks
        self.saver = Saver(publisher, tasks)
        self.conversations = ConversationService(ConversationStore(database), self.saver, publisher)
        self.controller = TransferController(
            self.widget, self.actions, self.notices, self.sidebar, self.conversations,
            list, tasks, lambda: self.shown,
        )  # fmt: skip
        self.widget.show()

    def _on_change(self, change: Change) -> None:
        if isinstance(change, ConversationsListed):
            self.tasks.start(self._list(), name="list")

    async def _list(self) -> None:
        """Show all there is, as the sidebar's controller does."""
        rows = [row_of(c) for c in await all_conversations(self.conversations)]
        order = ListOrder([row.id for row in rows], [row.updated_at for row in rows])
        self.sidebar.model.show(order, rows)

    @property
    def titles(self) -> list[str]:
        model = self.sidebar.model
        return [model.index(row).data() for row in range(model.rowCount())]

    def find(self, kind: type[W], name: str) -> W | None:
        return next((w for w in self.widget.findChildren(kind, name) if not w.isHidden()), None)

    async def wait_for(self, kind: type[W], name: str) -> W:
        """Return a visible widget as soon as it is there."""
        await turns_until(lambda: self.find(kind, name) is not None)
        found = self.find(kind, name)
        assert found is not None
        return found

    async def wait_until_done(self) -> None:
        await turns_until(self.actions["importAction"].isEnabled)

    @property
    def notice(self) -> str:
        frame = self.find(QFrame, "notice.transfer")
        return frame.accessibleName() if frame is not None else ""


@asynccontextmanager
async def window_of(profile: Path) -> AsyncIterator[Window]:
    unseen: list[BaseException] = []
    database = await Database.open(profile)
    tasks = TaskScope("test", unseen.append)
    window = Window(database, tasks)
    try:
        yield window
    finally:
        await tasks.close()
        await database.close()
        window.widget.close()
        window.widget.deleteLater()
        QApplication.sendPostedEvents()
    assert not unseen


InWindow = Callable[[Callable[[Window], Awaitable[None]]], None]


@pytest.fixture
def in_window(run_in_qt: RunInQt, tmp_path: Path) -> Iterator[InWindow]:
    quits = QApplication.quitOnLastWindowClosed()
    QApplication.setQuitOnLastWindowClosed(False)  # as the program does

    def run(work: Callable[[Window], Awaitable[None]]) -> None:
        async def whole() -> None:
            async with window_of(tmp_path / "db") as window:
                await work(window)

        run_in_qt(whole())

    yield run
    QApplication.setQuitOnLastWindowClosed(quits)


def file_of(tmp_path: Path, data: Any) -> str:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(data))
    return str(path)


def many(count: int) -> list[dict[str, Any]]:
    return [{**exports.claude()[0], "uuid": f"c{i}", "name": f"T{i}"} for i in range(count)]


async def bring(window: Window, path: str) -> QDialog:
    """Import a file as a person does, and return the report."""
    window.actions["importAction"].trigger()
    chooser = await window.wait_for(QFileDialog, "importFiles")
    chooser.filesSelected.emit([path])
    chooser.close()
    return await window.wait_for(QDialog, "importReport")


def test_an_import_is_listed_at_once_and_reported(in_window: InWindow, tmp_path: Path) -> None:
    async def work(window: Window) -> None:
        odd = [*exports.chatgpt(), *exports.claude(), {"title": "Odd"}]
        report = await bring(window, file_of(tmp_path, odd))
        await turns_until(lambda: sorted(window.titles) == ["Sorting", "Weather"])
        summary, skipped = (
            report.findChild(QLabel, "importSummary"),
            report.findChild(QListWidget, "importSkipped"),
        )
        assert isinstance(summary, QLabel)
        assert summary.text() == "New conversations: 2. New messages: 12."
        assert isinstance(skipped, QListWidget)
        rows = [skipped.item(row).text() for row in range(skipped.count())]
        assert "export.json · Odd: Its format is not known." in rows
        assert skipped.accessibleName()
        report.reject()
        await window.wait_until_done()
        assert window.notice == ""

    in_window(work)


def test_what_is_said_of_many_is_said_of_them_together_first(
    in_window: InWindow, tmp_path: Path
) -> None:
    async def work(window: Window) -> None:
        path = file_of(tmp_path, many(OFTEN))
        for _ in range(2):
            report = await bring(window, path)
            skipped = report.findChild(QListWidget, "importSkipped")
            assert isinstance(skipped, QListWidget)
            rows = [skipped.item(row).text() for row in range(skipped.count())]
            report.reject()
            await window.wait_until_done()
        assert rows[0] == "export.json: It is here already. (conversations: 5)"
        assert rows[1] == "export.json · T0: It is here already."
        assert len(rows) == 1 + OFTEN

    in_window(work)


def test_a_bad_file_is_told_in_the_report(in_window: InWindow, tmp_path: Path) -> None:
    async def work(window: Window) -> None:
        report = await bring(window, str(tmp_path / "none.json"))
        summary = report.findChild(QLabel, "importSummary")
        assert isinstance(summary, QLabel)
        assert "none.json: There is no such file." in summary.text()
        report.reject()
        await window.wait_until_done()

    in_window(work)


def test_progress_is_shown_and_cancel_keeps_what_was_taken(
    in_window: InWindow, tmp_path: Path
) -> None:
    async def work(window: Window) -> None:
        window.controller.import_files([file_of(tmp_path, many(3_000))])
        assert not window.actions["importAction"].isEnabled()
        assert not window.actions["exportAction"].isEnabled()
        await turns_until(lambda: "%" in window.notice)
        frame = window.find(QFrame, "notice.transfer")
        assert frame is not None
        cancel = next(b for b in frame.findChildren(QPushButton) if b.text() == "Cancel")
        cancel.click()
        report = await window.wait_for(QDialog, "importReport")
        summary = report.findChild(QLabel, "importSummary")
        assert isinstance(summary, QLabel)
        assert "cancelled" in summary.text()
        assert 0 < len(await all_conversations(window.conversations)) < 3_000
        assert window.actions["importAction"].isEnabled()
        report.reject()

    in_window(work)


async def take(window: Window, scope: Scope, path: Path) -> None:
    """Export as a person does."""
    window.actions["exportAction"].trigger()
    dialog = await window.wait_for(QDialog, "exportScope")
    choice = dialog.findChild(QComboBox, "exportChoice")
    assert isinstance(choice, QComboBox)
    assert choice.accessibleName()
    assert choice.findData(scope) >= 0
    choice.setCurrentIndex(choice.findData(scope))
    dialog.accept()
    chooser = await window.wait_for(QFileDialog, "exportFile")
    chooser.fileSelected.emit(str(path))
    chooser.close()
    await turns_until(lambda: bool(window.notice) and not window.notice.startswith("Exporting"))


def test_the_shown_the_marked_or_all_conversations_are_exported(
    in_window: InWindow, tmp_path: Path
) -> None:
    async def work(window: Window) -> None:
        (await bring(window, file_of(tmp_path, many(3)))).reject()
        await window.wait_until_done()
        rows = await all_conversations(window.conversations)
        window.shown = rows[0].id
        target = tmp_path / "shown.md"
        await take(window, Scope.SHOWN, target)
        assert [row for row in target.read_text().splitlines() if row.startswith("# ")] == [
            f"# {rows[0].title}"
        ]
        assert window.notice == "Exported to shown.md. Conversations: 1."
        window.notices.remove("transfer")
        await turns_until(lambda: len(window.titles) == 3)
        for row in (0, 2):
            index = window.sidebar.model.index(row)
            flag = QItemSelectionModel.SelectionFlag.Select
            window.sidebar.list.selectionModel().select(index, flag)
        await take(window, Scope.SELECTED, tmp_path / "two.json")
        written = json.loads((tmp_path / "two.json").read_text())["conversations"]
        assert [c["id"] for c in written] == [rows[0].id, rows[2].id]
        window.notices.remove("transfer")
        await take(window, Scope.ALL, tmp_path / "all.html")
        assert (tmp_path / "all.html").read_text().count("<section") == 3

    in_window(work)


@pytest.mark.parametrize(
    ("name", "words"), [("x.docx", "must end in one of"), ("none/x.md", "cannot be written")]
)
def test_what_cannot_be_written_is_said(
    in_window: InWindow, tmp_path: Path, name: str, words: str
) -> None:
    async def work(window: Window) -> None:
        await take(window, Scope.ALL, tmp_path / name)
        assert words in window.notice
        await window.wait_until_done()

    in_window(work)


def test_nothing_is_written_when_the_person_thinks_again(
    in_window: InWindow, tmp_path: Path
) -> None:
    async def work(window: Window) -> None:
        window.actions["exportAction"].trigger()
        (await window.wait_for(QDialog, "exportScope")).reject()
        await asyncio.sleep(0)
        assert window.find(QFileDialog, "exportFile") is None
        assert window.notice == ""

    in_window(work)
    assert [p.name for p in tmp_path.iterdir() if "db" not in p.name] == []
