"""What tests of tools do in the window: open the dialog, find buttons, press those that arm."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from chatapp.app import App
from chatapp.domain.messages import ConversationId
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.tools.dialog import ToolsDialog
from tests.support.waiting import until


def shown(app: App) -> ConversationId:
    """Return the conversation that is shown."""
    conversation_id = app.conversation.shown
    assert conversation_id is not None
    return conversation_id


def dialog_of(app: App) -> ToolsDialog:
    """Open the dialog of tools as the person does."""
    app.window.action("tools").trigger()
    dialog = app.window.findChild(ToolsDialog)
    assert isinstance(dialog, ToolsDialog)
    return dialog


def buttons(place: QWidget, name: str) -> list[QPushButton]:
    """Return the visible buttons with an object name, or with these words."""
    found = place.findChildren(QPushButton)
    return [b for b in found if name in (b.objectName(), b.text()) and b.isVisible()]


def click(place: QWidget, name: str) -> None:
    """Click the one button of that name, as it is now."""
    (button,) = buttons(place, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def pressed(app: App, name: str) -> None:
    """Press a button of the window as soon as it is there and its moment of being shut is over."""
    await until(lambda: buttons(app.window, name), within_s=30)
    app.window.activateWindow()
    await until(lambda: all(b.isEnabled() for b in buttons(app.window, name)))
    click(app.window, name)


async def ask(app: App, *tools: ToolDefinition, words: str = "How is Oslo?") -> None:
    """Offer functions, and send a message from the composer."""
    for tool in tools:
        app.services.tools.put_function(tool)
    app.services.tools.offer(shown(app), *tools, offered=True)
    app.window.composer.setPlainText(words)
    app.window.action("send").trigger()


def offered(app: App) -> frozenset[str]:
    """Return the names of the tools that the shown conversation offers."""
    return app.services.tools.offered(shown(app))


def notice_words(app: App) -> str:
    """Return what is said above the messages."""
    return " ".join(label.text() for label in app.window.notices.findChildren(QLabel))
