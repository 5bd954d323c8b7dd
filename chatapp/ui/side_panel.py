"""The panel on the right: quiet tabs above the pages that share the place."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from chatapp.ui.fonts import scaled


class SidePanel(QWidget):
    """Shows one of its pages, or nothing while it is hidden.

    Each page has an action that is checked while the page can be seen.
    """

    def __init__(self, pages: Sequence[tuple[str, QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(scaled(260))
        self._actions: list[QAction] = []
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(QCoreApplication.translate("SidePanel", "Side panel"))
        self._stack = QStackedWidget(self)
        for title, page in pages:
            self._tabs.addTab(title)
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._on_tab)

    @property
    def page(self) -> int:
        """The number of the page that is shown, or would be."""
        return self._stack.currentIndex()

    def show_page(self, number: int) -> None:
        """Show a page."""
        self._tabs.setCurrentIndex(number)
        self.show()
        self._show_state()

    def follow(self, actions: Sequence[QAction]) -> None:
        """Have each page shown and hidden by the action with its number."""
        self._actions = list(actions)
        for number, action in enumerate(self._actions):
            action.toggled.connect(lambda on, n=number: self._on_action(n, on))
        self._show_state()

    def _is_seen(self, number: int) -> bool:
        return not self.isHidden() and self.page == number

    def _on_action(self, number: int, on: bool) -> None:
        if on and not self._is_seen(number):
            self.show_page(number)
        elif not on and self._is_seen(number):
            self.hide()
            self._show_state()

    def _on_tab(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._show_state()

    def _show_state(self) -> None:
        for number, action in enumerate(self._actions):
            action.setChecked(self._is_seen(number))
