"""The tools there are: what the conversation offers, functions, servers."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from chatapp.ui.fonts import open_at
from chatapp.ui.notices import NoticeBar
from chatapp.ui.tools.function_page import FunctionPage
from chatapp.ui.tools.offer_page import OfferPage
from chatapp.ui.tools.server_page import ServerPage
from chatapp.ui.tools.verdict import VerdictLabel


class ToolsDialog(QDialog):
    """Three pages; what went wrong is said below them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self.setObjectName("toolsDialog")
        self.setWindowTitle(say("Tools", "Tools"))
        open_at(self, 920, 700)
        self.offers = OfferPage(self)
        self.functions = FunctionPage(self)
        self.servers = ServerPage(self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.offers, say("Tools", "This conversation"))
        self.tabs.addTab(self.functions, say("Tools", "Functions"))
        self.tabs.addTab(self.servers, say("Tools", "Servers"))
        self.notices = NoticeBar(self)
        self._words = VerdictLabel(self)
        self._words.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        close.setDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 14)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.notices)
        layout.addWidget(self._words)
        layout.addWidget(buttons)

    def say(self, words: str, role: str = "problem") -> None:
        """Say something below the pages, until something else is said, or no words."""
        self._words.show_words(words, role)
