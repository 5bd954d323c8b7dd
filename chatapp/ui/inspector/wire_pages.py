"""The request as it was sent, and the reply as it came: heads, headers and bodies."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from chatapp.domain.exchanges import Bodies, Exchange
from chatapp.ui.fonts import scaled
from chatapp.ui.inspector.body_view import BodyView
from chatapp.ui.inspector.page_parts import HeaderTable, label, set_role
from chatapp.ui.inspector.wording import empty_words, ending_words

_ROOMY = 130
"""A page of fewer pixels in height shows its body alone."""


class _WirePage(QWidget):
    """A first line and a note above the body, which makes room for the headers when wanted."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._line = label(self, "", "value")
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._line.setWordWrap(True)
        self._note = label(self)
        self._note.setWordWrap(True)
        self.headers = HeaderTable(self)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.headers)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body = BodyView(self, name)
        words = QCoreApplication.translate("Inspector", "Headers")
        self.body.add_view("headers", words, scroll, self.headers.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._note)
        column.addWidget(self.body, 1)

    def _say_note(self, words: str, role: str = "muted") -> None:
        self._note.setText(words)
        set_role(self._note, role)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave a very low page to the body and the names of its views."""
        roomy = self.height() >= scaled(_ROOMY)
        self._line.setVisible(roomy)
        self._note.setVisible(roomy and bool(self._note.text()))


class RequestPage(_WirePage):
    """What was sent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("Inspector", "Body of the request"))

    def show_exchange(self, exchange: Exchange, request: bytes) -> None:
        """Show a request."""
        say = QCoreApplication.translate
        self._line.setText(f"{exchange.method} {exchange.url}")
        notes = [exchange.endpoint]
        if exchange.proxy:
            notes.append(say("Inspector", "through {proxy}").format(proxy=exchange.proxy))
        if exchange.server_address:
            notes.append(exchange.server_address)
        self._say_note(" · ".join(filter(None, notes)))
        self.headers.show_headers(exchange.request_headers)
        dropped = say("Inspector", "The body was dropped to keep to the disk budget.")
        empty = say("Inspector", "The request has no body.")
        self.body.set_empty_words(empty if exchange.kept else dropped)
        self.body.show_body(request)


class ResponsePage(_WirePage):
    """What came back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("Inspector", "Body of the reply"))

    def show_exchange(self, exchange: Exchange, bodies: Bodies) -> None:
        """Show a reply, or what has come of it."""
        status = f"{exchange.http_version} {exchange.status} {exchange.reason}".strip()
        no_reply = QCoreApplication.translate("Inspector", "No reply")
        self._line.setText(status if exchange.status else no_reply)
        self._say_note(*ending_words(exchange))
        self.headers.show_headers(exchange.response_headers)
        self.body.set_empty_words(empty_words(exchange))
        self.body.show_body(bodies.response, ended=not exchange.is_running)
