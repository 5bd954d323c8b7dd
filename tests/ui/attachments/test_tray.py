"""The tray of attachments: what is shown before anything is sent."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.attachments import Attachment, AttachmentKind
from chatapp.ui.attachments.tray import MOST, MOST_HEIGHT, AttachmentTray
from chatapp.ui.attachments.wording import left_out_words, refusal_words

PICTURE = Attachment(AttachmentKind.IMAGE, "d1", "cat.png", "image/png", 2_000_000, 765, 1024, 768)
WORDS = Attachment(AttachmentKind.TEXT, "d2", "<b>a.py</b>", "text/plain", 900, 225)


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[AttachmentTray]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    widget = AttachmentTray(window)
    widget.resize(560, 300)
    window.show()
    yield widget
    window.close()


def words_of(widget: QWidget) -> list[str]:
    return [x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget) and x.text()]


def test_it_takes_no_room_before_there_is_something(tray: AttachmentTray) -> None:
    assert tray.isHidden()
    assert tray.attachments() == ()


def test_a_file_shows_at_once_and_its_size_and_tokens_when_read(
    tray: AttachmentTray, qtbot: QtBot
) -> None:
    chip = tray.add("cat.png")
    assert chip.is_reading
    assert "Reading…" in words_of(chip)
    with qtbot.waitSignal(tray.changed):
        tray.show_ready(chip, PICTURE)
    assert not tray.is_reading
    assert words_of(chip) == ["cat.png", "2.0 MB · ≈ 765 tokens"]
    assert "1024 × 768" in chip.accessibleDescription()


def test_several_are_summed_up_and_each_can_be_taken_away(
    tray: AttachmentTray, qtbot: QtBot
) -> None:
    tray.show_attachments([PICTURE, WORDS])
    assert any("990 tokens" in words for words in words_of(tray))
    remove = tray.findChildren(QToolButton)[0]
    assert remove.accessibleName() == "Remove cat.png"
    with qtbot.waitSignal(tray.changed):
        qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert tray.attachments() == (WORDS,)


def test_the_same_file_twice_is_shown_once(tray: AttachmentTray) -> None:
    for _ in range(2):
        tray.show_ready(tray.add("cat.png"), PICTURE)
    assert tray.attachments() == (PICTURE,)


def test_what_cannot_be_sent_says_why_and_is_not_sent(tray: AttachmentTray) -> None:
    chip = tray.add("a.exe")
    tray.show_problem(chip, "a.exe is no picture.")
    assert "a.exe is no picture." in words_of(chip)
    assert tray.attachments() == ()
    assert not tray.is_reading


def test_a_file_that_was_taken_away_while_it_was_read_stays_away(tray: AttachmentTray) -> None:
    chip = tray.add("cat.png")
    tray.remove(chip)
    tray.show_ready(chip, PICTURE)
    tray.show_problem(chip, "too late")
    assert tray.attachments() == ()


def test_a_file_name_is_never_markup(tray: AttachmentTray) -> None:
    tray.show_attachments([WORDS])
    assert "<b>a.py</b>" in words_of(tray)
    assert "&lt;b&gt;a.py" in tray._chips[0].toolTip()


def test_many_files_scroll_instead_of_pushing_the_text_out(tray: AttachmentTray) -> None:
    many = [Attachment(AttachmentKind.TEXT, str(n), f"{n}.py", "", 1) for n in range(MOST)]
    tray.show_attachments(many)
    assert tray.is_full
    assert tray._scroll.height() == MOST_HEIGHT
    tray.show_attachments(many[:1])
    assert tray._scroll.height() < MOST_HEIGHT / 2


def test_a_note_says_what_the_model_does_not_take(tray: AttachmentTray, qtbot: QtBot) -> None:
    tray.show_attachments([PICTURE])
    tray.show_note(refusal_words(AttachmentKind.IMAGE, "m"))
    assert "“m” does not take pictures, says its endpoint." in words_of(tray)
    tray.show_note(left_out_words("m"), "Send them again")
    with qtbot.waitSignal(tray.note_button_pressed):
        tray._button.click()
    tray.show_note("")
    assert tray._note.isHidden()
    assert "sounds" in refusal_words(AttachmentKind.AUDIO, "m")


def test_a_picture_asks_for_its_bytes_and_is_drawn(tray: AttachmentTray, qtbot: QtBot) -> None:
    from chatapp.ui.conversation.pictures import pictures
    from tests.support.sample_files import png

    chip = tray.add("cat.png")
    picture = Attachment(AttachmentKind.IMAGE, "asked-for", "cat.png", "image/png", 1)
    with qtbot.waitSignal(pictures().wanted) as wanted:
        chip.show_ready(picture)
        chip._thumbnail.grab()
    assert wanted.args == ["attachment:asked-for"]
    with qtbot.waitSignal(pictures().changed):
        pictures().give(picture.address, png(50, 40))
    drawn = chip._thumbnail.grab().toImage()
    assert drawn.pixelColor(drawn.width() // 2, drawn.height() // 2).name() == "#306090"
