"""What is chosen in the timeline, page by page; each page is made when it is first opened."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from chatapp.ui.fonts import scaled
from chatapp.ui.inspector.page_parts import label

Page = TypeVar("Page", bound=QWidget)

CALL, REQUEST, RESPONSE, EVENTS, COMPARE, REPLAY = range(6)


class Detail(QWidget):
    """A row of tabs above the page that is open."""

    page_opened = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("inspectorPages")
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setAccessibleName(say("Inspector", "Details"))
        for words in (
            say("Inspector", "Call"),
            say("Inspector", "Request"),
            say("Inspector", "Reply"),
            say("Inspector", "Events"),
            say("Inspector", "Compare"),
            say("Inspector", "Replay"),
        ):
            self._tabs.addTab(words)
        self._tabs.setTabVisible(CALL, False)
        self._tabs.setCurrentIndex(REQUEST)
        self._pages: dict[int, QWidget] = {}
        self._stack = QStackedWidget(self)
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(scaled(240), scaled(120))
        self._nothing = label(self, say("Inspector", "Choose a request to look into it."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._stack.addWidget(self._nothing)
        self._has_exchange = False
        self._tabs.currentChanged.connect(self._on_tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)

    def _on_tab(self, number: int) -> None:
        if self._has_exchange:
            self.page_opened.emit(number)

    @property
    def opened(self) -> int:
        """Which page is open."""
        return self._tabs.currentIndex()

    def open(self, number: int) -> None:
        """Open a page."""
        if self._tabs.isTabVisible(number):
            self._tabs.setCurrentIndex(number)

    def offer_calls(self, *, offered: bool) -> None:
        """Show the page of calls, or leave it out."""
        self._tabs.setTabVisible(CALL, offered)

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._has_exchange = False
        self._tabs.setEnabled(False)
        self._stack.setCurrentWidget(self._nothing)

    def page(self, number: int, make: Callable[[QWidget], Page]) -> Page:
        """Return a page, made now if it is needed for the first time, and show it."""
        self._has_exchange = True
        self._tabs.setEnabled(True)
        if number not in self._pages:
            self._pages[number] = make(self)
            self._stack.addWidget(self._pages[number])
        page = self._pages[number]
        self._stack.setCurrentWidget(page)
        return page  # type: ignore[return-value]

    def made(self, number: int) -> QWidget | None:
        """Return a page if it was ever opened."""
        return self._pages.get(number)
