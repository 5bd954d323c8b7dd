"""The sampling lens as the window knows it: two properties from the start, a page when seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chatapp.ui.lens.state import LensState
from chatapp.ui.widgets.column_scroll import ColumnScroll

if TYPE_CHECKING:
    from chatapp.ui.lens.page import LensPage


class SamplingLens(QWidget):
    """Holds the state; builds the page at its first showing and says so with ``page_built``."""

    page_built = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samplingLens")
        self.setAccessibleName(QCoreApplication.translate("Lens", "Sampling lens"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.look_at = LensState(self)
        self.page: LensPage | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.page is None:
            self._build()

    def _build(self) -> None:
        from chatapp.ui.lens.page import LensPage

        self.page = LensPage(self.look_at, self)
        scroll = ColumnScroll(self.page, self)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(scroll)
        self.page_built.emit()

    def _get_state(self) -> str:
        return self.look_at.to_json()

    def _get_token(self) -> int:
        return self.look_at.token

    def _set_token(self, token: int) -> None:
        self.token_wished.emit(token)

    token_wished = Signal(int)
    state = Property(str, _get_state)
    token = Property(int, _get_token, _set_token)
