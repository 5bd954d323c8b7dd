"""The writing area: text, attachments and buttons as one field."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from chatapp.domain.attachments import Attachment, AttachmentKind
from chatapp.ui.conversation.writing_area import WritingArea

WORDS = Attachment(AttachmentKind.TEXT, "d", "a.py", "text/plain", 5)


@pytest.fixture
def area(qtbot: QtBot) -> Iterator[WritingArea]:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    widget = WritingArea(window)
    widget.resize(500, 120)
    window.show()
    qtbot.waitExposed(window)
    yield widget
    window.close()


def test_the_field_shows_that_its_text_has_the_focus(area: WritingArea, qtbot: QtBot) -> None:
    area.window().activateWindow()
    area.composer.setFocus()
    qtbot.waitUntil(lambda: area.property("focused") is True)
    area.composer.clearFocus()
    assert area.property("focused") is False


def test_a_click_beside_the_text_goes_to_the_text(area: WritingArea, qtbot: QtBot) -> None:
    area.window().activateWindow()
    area.composer.clearFocus()
    below = QPoint(area.width() // 2, area.height() - 3)
    qtbot.mouseClick(area, Qt.MouseButton.LeftButton, pos=below)
    qtbot.waitUntil(lambda: area.property("focused") is True)


def test_the_tray_is_made_when_the_first_file_comes(area: WritingArea) -> None:
    assert area.attachments() == ()
    assert not area.is_reading()
    area.show_attachments(())
    area.show_note("")
    assert area._tray is None
    area.show_attachments((WORDS,))
    assert area.attachments() == (WORDS,)
    assert area.composer.has_attachments


def test_an_attachment_is_a_change_of_the_draft(area: WritingArea, qtbot: QtBot) -> None:
    with qtbot.waitSignal(area.composer.draft_changed):
        area.tray.show_ready(area.tray.add("a.py"), WORDS)
    assert area.composer.has_attachments


def test_buttons_carry_the_words_of_their_command(area: WritingArea) -> None:
    action = QAction("Attach files…", area)
    assert area.add_tool(action).accessibleName() == "Attach files…"
    assert area.add_primary(action).property("variant") == "primary"


def test_the_meter_warns_when_there_is_too_much(area: WritingArea) -> None:
    area.show_meter("≈ 5 / 4", is_over=True, hint="too long")
    assert (area.meter.text(), area.meter.property("role")) == ("≈ 5 / 4", "note")
    area.show_meter("≈ 3 / 4")
    assert (area.meter.toolTip(), area.meter.property("role")) == ("", "muted")


def test_the_meter_says_as_much_as_there_is_room_for(area: WritingArea) -> None:
    area.add_primary(QAction("Send", area))
    area.resize(600, 90)
    area.show_meter("≈ 202 tokens", more="cost 0.0019")
    assert area.meter.text() == "≈ 202 tokens · cost 0.0019"
    widths: dict[str, int] = {}
    for width in range(600, 60, -10):
        area.resize(width, 90)
        widths.setdefault(area.meter.text(), width)
        layout = area.layout()
        assert layout is not None
        layout.activate()
        assert area.meter.width() >= area.meter.fontMetrics().horizontalAdvance(area.meter.text())
    assert list(widths) == ["≈ 202 tokens · cost 0.0019", "≈ 202 tokens", ""]
    area.resize(600, 90)
    area.show_meter("", more="cost 0.0019")
    assert area.meter.text() == "cost 0.0019"
