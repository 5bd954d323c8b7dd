"""The composer: when Enter sends, what may be pasted, how it grows."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.ui.conversation.composer import Composer


@pytest.fixture
def composer(qtbot: QtBot) -> Composer:
    widget = Composer()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.setFocus()
    return widget


def compose(composer: Composer, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(composer, event)


@pytest.mark.parametrize(
    ("enter_sends", "modifier", "sends"),
    [
        (True, Qt.KeyboardModifier.NoModifier, True),
        (True, Qt.KeyboardModifier.ShiftModifier, False),
        (False, Qt.KeyboardModifier.NoModifier, False),
        (False, Qt.KeyboardModifier.ShiftModifier, True),
        (False, Qt.KeyboardModifier.ControlModifier, True),
    ],
)
def test_enter_sends_or_breaks_the_line_as_preferred(
    composer: Composer, qtbot: QtBot, enter_sends: bool, modifier: Qt.KeyboardModifier, sends: bool
) -> None:
    sent: list[str] = []
    composer.send_requested.connect(sent.append)
    composer.set_enter_sends(enter_sends)
    qtbot.keyClicks(composer, "hello")
    qtbot.keyClick(composer, Qt.Key.Key_Return, modifier)
    assert sent == (["hello"] if sends else [])
    assert composer.toPlainText() == ("hello" if sends else "hello\n")


def test_enter_never_sends_while_an_input_method_composes(composer: Composer, qtbot: QtBot) -> None:
    sent: list[str] = []
    composer.send_requested.connect(sent.append)
    compose(composer, "にほん")
    qtbot.keyClick(composer, Qt.Key.Key_Return)
    composer.request_send()
    assert sent == []
    compose(composer, "", "日本")
    qtbot.keyClick(composer, Qt.Key.Key_Return)
    assert sent == ["日本"]


def test_nothing_but_space_is_not_sent(composer: Composer, qtbot: QtBot) -> None:
    sent: list[str] = []
    composer.send_requested.connect(sent.append)
    qtbot.keyClicks(composer, "  ")
    qtbot.keyClick(composer, Qt.Key.Key_Return)
    assert sent == []


def test_it_grows_with_its_text_up_to_ten_lines(composer: Composer) -> None:
    one = composer.height()
    composer.setPlainText("a\nb\nc")
    three = composer.height()
    composer.setPlainText("\n" * 30)
    many = composer.height()
    line = composer.fontMetrics().lineSpacing()
    assert three - one == 2 * line
    assert many - one == 9 * line


def test_rich_text_is_pasted_as_plain_text(composer: Composer) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/hostname'>")
    data.setText("bold")
    composer.insertFromMimeData(data)
    assert composer.toPlainText() == "bold"


def test_pasted_files_are_handed_on_and_leave_no_path(composer: Composer, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/etc/hostname"), QUrl("https://example.org/")])
    with qtbot.waitSignal(composer.files_given) as given:
        composer.insertFromMimeData(data)
    assert given.args == [["/etc/hostname"]]
    assert composer.toPlainText() == ""


def test_a_pasted_picture_is_handed_on_unless_there_are_words_too(
    composer: Composer, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setImageData(QImage(3, 2, QImage.Format.Format_RGB32))
    assert composer.canInsertFromMimeData(data)
    with qtbot.waitSignal(composer.picture_given) as given:
        composer.insertFromMimeData(data)
    assert given.args is not None
    assert given.args[0].width() == 3
    data.setText("a table as text")
    with qtbot.assertNotEmitted(composer.picture_given):
        composer.insertFromMimeData(data)
    assert composer.toPlainText() == "a table as text"


def test_attachments_alone_can_be_sent(composer: Composer) -> None:
    sent: list[str] = []
    composer.send_requested.connect(sent.append)
    composer.has_attachments = True
    composer.request_send()
    assert sent == [""]


def test_a_draft_is_shown_without_counting_as_a_change(composer: Composer) -> None:
    changes: list[str] = []
    composer.draft_changed.connect(changes.append)
    composer.set_draft("kept")
    assert changes == []
    composer.insertPlainText("!")
    assert changes == ["kept!"]


def test_taken_text_comes_back_by_undo(composer: Composer) -> None:
    composer.insertPlainText("a long thought")
    assert composer.take() == "a long thought"
    assert composer.toPlainText() == ""
    composer.undo()
    assert composer.toPlainText() == "a long thought"
