"""Banners about the disk: they come in time and go when all is well."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from chatapp.domain.changes import DiskSpaceChanged, StorageChanged
from chatapp.domain.text import text
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server
from tests.support.small_disk import fill, small_disk
from tests.support.waiting import until


def test_banners_say_what_is_wrong_and_go_when_it_is_mended(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            notices, publish = app.window.notices, app.profile.publisher.publish

            def said() -> str:
                labels = notices.findChildren(QLabel)
                return " ".join(label.text() for label in labels if label.isVisible())

            publish(DiskSpaceChanged(50_000_000, is_low=True))
            await until(lambda: "nearly full" in said())
            assert "50.0 MB" in said()
            publish(StorageChanged(2, text("Store", "The disk is full.")))
            await until(lambda: "Not saved yet: The disk is full." in said())
            publish(StorageChanged(0))
            publish(DiskSpaceChanged(10**12, is_low=False))
            await until(lambda: said() == "")
            assert not notices.isVisible()

    run_in_qt(work())


@pytest.mark.parametrize("relief", ["typing", "saving"])
def test_what_a_full_disk_refused_is_no_longer_said_when_there_is_room(
    run_in_qt: RunInQt, relief: str
) -> None:
    async def work(profile: Path) -> None:
        async with open_app(profile, base_url=server.url, model="m") as app:
            composer, line = app.window.composer, app.window.status_line
            QTest.keyClicks(composer, "Hello")
            app.conversation.keep_draft()
            await until(lambda: app.profile.saver.is_idle)
            filler = fill(profile)
            app.window.action("send").trigger()
            await until(lambda: line.role == "problem" and "full" in line.words)
            filler.unlink()
            if relief == "typing":
                QTest.keyClicks(composer, "!")
            else:
                app.profile.publisher.publish(StorageChanged(0))
            await until(lambda: line.words == "")
            assert composer.toPlainText().startswith("Hello")

    with small_disk(4000) as disk, raw_server() as server:
        run_in_qt(work(disk))
