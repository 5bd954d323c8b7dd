"""Two exchanges side by side: what the app added, trimmed or changed between them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from chatapp.domain.exchanges import Exchange
from chatapp.ui.inspector.code_view import CodeView
from chatapp.ui.inspector.page_parts import Segments, copy_text, label, tool_button


class ComparePage(QWidget):
    """Asks for a comparison (``wanted``) and shows it when it is there."""

    wanted = Signal(str, str, str)
    """The two exchanges, and what of them: ``request``, ``response`` or ``headers``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self._before = QComboBox(self)
        self._before.setAccessibleName(say("Inspector", "Compare"))
        self._after = QComboBox(self)
        self._after.setAccessibleName(say("Inspector", "With"))
        for box in (self._before, self._after):
            box.setMinimumContentsLength(10)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setProperty("variant", "small")
            box.activated.connect(lambda _: self._ask())
        self._segments = Segments(
            self,
            (
                ("request", say("Inspector", "Request")),
                ("headers", say("Inspector", "Headers")),
                ("response", say("Inspector", "Reply")),
            ),
            lambda _: self._ask(),
        )
        self._summary = label(self, "", "value")
        self._summary.setWordWrap(True)
        self._text = CodeView(self, say("Inspector", "Differences"))
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._before, 1)
        top.addWidget(label(self, "→"))
        top.addWidget(self._after, 1)
        copy = tool_button(
            self, "copy", say("Inspector", "Copy"), lambda: copy_text(self._text.words())
        )
        top.addWidget(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._segments)
        column.addWidget(self._summary)
        column.addWidget(self._text, 1)

    def show_pair(self, offered: Sequence[tuple[Exchange, str]], before: str, after: str) -> None:
        """Offer exchanges with their names, and compare these two."""
        for box, chosen in ((self._before, before), (self._after, after)):
            box.clear()
            for exchange, name in offered:
                box.addItem(name, str(exchange.id))
            box.setCurrentIndex(box.findData(chosen))
        self._ask()

    def choose(self, what: str) -> None:
        """Compare requests, headers or replies."""
        self._segments.choose(what)

    def _ask(self) -> None:
        before, after = self._before.currentData(), self._after.currentData()
        if before and after:
            self.wanted.emit(str(before), str(after), self._segments.chosen())
        else:
            self._text.show_text("")
            self._summary.setText(
                QCoreApplication.translate("Inspector", "There is no earlier request to compare.")
            )

    def show_difference(self, summary: Sequence[str], lines: str) -> None:
        """Show what was found."""
        nothing = QCoreApplication.translate("Inspector", "No difference.")
        self._summary.setText("\n".join(summary) if summary or lines else nothing)
        self._summary.setVisible(bool(self._summary.text()))
        self._text.show_text(lines, "difference")
