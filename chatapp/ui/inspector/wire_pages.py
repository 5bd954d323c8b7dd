"""The request as it was sent, and the reply as it came: heads, headers and bodies."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from chatapp.domain.exchanges import Bodies, Exchange
from chatapp.qtmodels.quantities import duration
from chatapp.ui.inspector.body_view import BodyView
from chatapp.ui.inspector.page_parts import HeaderTable, label, set_role
from chatapp.ui.widgets.section import Section

_HEADERS_HEIGHT = 150


class _WirePage(QWidget):
    """A first line, foldable headers, and a body that takes the rest of the room."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._line = label(self, "", "value")
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._line.setWordWrap(True)
        self._note = label(self)
        self._note.setWordWrap(True)
        self._section = Section(QCoreApplication.translate("Inspector", "Headers"), self)
        self._headers = HeaderTable(self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._headers)
        scroll.setMaximumHeight(_HEADERS_HEIGHT)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._section.column.addWidget(scroll)
        self._section.set_folded(True)
        self.body = BodyView(self, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._note)
        column.addWidget(self._section)
        column.addWidget(self.body, 1)

    def _say_note(self, words: str, role: str = "muted") -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))
        set_role(self._note, role)


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
        if not exchange.kept:
            notes.append(say("Inspector", "the body was dropped to keep to the disk budget"))
        self._say_note(" · ".join(filter(None, notes)))
        self._headers.show_headers(exchange.request_headers)
        self.body.show_body(request)


class ResponsePage(_WirePage):
    """What came back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("Inspector", "Body of the reply"))

    def show_exchange(self, exchange: Exchange, bodies: Bodies) -> None:
        """Show a reply, or what has come of it."""
        say = QCoreApplication.translate
        status = f"{exchange.http_version} {exchange.status} {exchange.reason}".strip()
        self._line.setText(status if exchange.status else say("Inspector", "No reply"))
        if exchange.error:
            self._say_note(exchange.error, "problem")
        else:
            self._say_note(_times(exchange), "note" if exchange.bad_events else "muted")
        self._headers.show_headers(exchange.response_headers)
        self.body.show_body(bodies.response, ended=not exchange.is_running)


def _times(exchange: Exchange) -> str:
    say = QCoreApplication.translate
    moments, words = exchange.moments, []
    if exchange.bad_events:
        unread = say("Inspector", "{count} events are not JSON and were passed over")
        words.append(unread.format(count=exchange.bad_events))
    if moments.first_byte_ms is not None:
        words.append(
            say("Inspector", "first byte after {time}").format(time=duration(moments.first_byte_ms))
        )
    if moments.ended_ms is not None:
        words.append(say("Inspector", "ended after {time}").format(time=duration(moments.ended_ms)))
    if exchange.resolution_ms:
        words.append(
            say("Inspector", "times to within {time}").format(time=duration(exchange.resolution_ms))
        )
    return " · ".join(words)
