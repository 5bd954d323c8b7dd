"""The inspector's panel: a bar, the timeline, and what is chosen in it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.qtmodels.timeline import TimelineModel
from chatapp.ui.fonts import scaled
from chatapp.ui.inspector.page_parts import label, search_line, tool_button
from chatapp.ui.inspector.timeline_view import TimelineView

HERE, EVERYWHERE = "here", "everywhere"
_NARROW = 620
_TALL = 520
_ONLY_SEARCH = 440
"""Below this width the bar leaves out where to search, and has a shorter line for it."""
"""Below this height, the timeline and the pages stay side by side: one above the other, both
would show only a few lines."""


class Inspector(QWidget):
    """States wishes; its pages are made when they are first opened (:mod:`.detail`)."""

    search_changed = Signal(str)
    scope_changed = Signal(str)
    close_requested = Signal()
    height_requested = Signal(bool)
    """Nearly all of the height is wanted, or as much as before."""
    appeared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(QCoreApplication.translate("Inspector", "Inspector"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(scaled(150))
        self.model = TimelineModel(self)
        self.tree = TimelineView(self.model, self)
        self.exchanges_source: Callable[[], str] = lambda: "[]"
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.tree)
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(10, 5, 6, 5)
        self._bar.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar)
        layout.addWidget(self.split, 1)
        self._is_furnished = False

    def furnish(self, actions: Mapping[str, QAction], menu: QMenu, copy_menu: QMenu) -> None:
        """Make the bar; called when the inspector is first shown."""
        if self._is_furnished:
            return
        self._is_furnished = True
        self.tree.prepare()
        say = QCoreApplication.translate
        self.search = search_line(
            self, say("Inspector", "Find: status:429  tool:get_weather  duration:>2s  words")
        )
        self.search.setObjectName("inspectorSearch")
        self.search.setMinimumWidth(scaled(120))
        self.search.setMaximumWidth(scaled(420))
        self.search.textChanged.connect(self.search_changed)
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(say("Inspector", "Where"))
        self.scope.setProperty("variant", "small")
        self.scope.addItem(say("Inspector", "This conversation"), HERE)
        self.scope.addItem(say("Inspector", "Everything recorded"), EVERYWHERE)
        self.scope.activated.connect(lambda _: self.scope_changed.emit(self.scope.currentData()))
        self.state = label(self)
        self._bar.addWidget(self.search, 3)
        self._bar.addWidget(self.scope)
        self._bar.addWidget(self.state)
        self._bar.addStretch(1)
        copy = self._menu_button("copy", say("Inspector", "Copy as"), copy_menu)
        self._bar.addWidget(copy)
        export = tool_button(self, "download", actions["exportHar"].text())
        export.clicked.connect(actions["exportHar"].trigger)
        self._bar.addWidget(export)
        self._bar.addWidget(self._menu_button("more", say("Inspector", "More"), menu))
        self.taller = tool_button(self, "expand", say("Inspector", "Nearly the whole height"))
        self.taller.setCheckable(True)
        self.taller.toggled.connect(self.height_requested)
        self._bar.addWidget(self.taller)
        close = tool_button(self, "close", say("Inspector", "Close"))
        close.clicked.connect(self.close_requested)
        self._bar.addWidget(close)
        self._fit_bar()

    def _menu_button(self, drawing: str, words: str, menu: QMenu) -> QToolButton:
        button = tool_button(self, drawing, words)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def end_search(self) -> None:
        """Show the conversation again."""
        self.scope.setCurrentIndex(self.scope.findData(HERE))
        self.search.clear()
        self.scope_changed.emit(HERE)

    def add_detail(self, detail: QWidget) -> None:
        """Put the pages beside the timeline."""
        self.split.addWidget(detail)
        self.split.setStretchFactor(0, 5)
        self.split.setStretchFactor(1, 6)
        self.split.setSizes([500, 560])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def _fit_bar(self) -> None:
        if self._is_furnished:
            short = self.width() < scaled(_ONLY_SEARCH)
            self.scope.setVisible(not short)
            self.search.setMinimumWidth(scaled(56 if short else 120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pages under the timeline where there is no room beside it."""
        super().resizeEvent(event)
        self._fit_bar()
        narrow = self.width() < scaled(_NARROW) and self.height() >= _TALL
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.split.orientation() is not wanted:
            self.split.setOrientation(wanted)

    def _exchanges(self) -> str:
        return self.exchanges_source()

    exchanges = Property(str, _exchanges)
