"""The way on from calls that never got a result: the app has ended meanwhile, or was stopped."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from chatapp.ui.widgets.stacking_row import StackingRow, WrappedLabel


class OpenCallsCard(QFrame):
    """``ask_again`` has each of them decided by the person; ``go_on`` leaves them without."""

    ask_again = Signal()
    go_on = Signal()

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("openCallsCard")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        say = QCoreApplication.translate
        words = say("Tools", "Tool calls that have no result yet: {count}")
        label = WrappedLabel(words.format(count=count), self)
        self.setAccessibleName(label.text())
        without = QPushButton(say("Tools", "Go on without"), self)
        without.setObjectName("goOnWithoutResults")
        without.clicked.connect(lambda _: self.go_on.emit())
        again = QPushButton(say("Tools", "Decide again…"), self)
        again.setObjectName("decideAgain")
        again.setProperty("variant", "primary")
        again.clicked.connect(lambda _: self.ask_again.emit())
        row, buttons = StackingRow(self), StackingRow(self)
        for button in (without, again):
            button.setAutoDefault(False)
        buttons.add(without, again)
        row.add(label, stretch=1)
        row.add(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(row)
