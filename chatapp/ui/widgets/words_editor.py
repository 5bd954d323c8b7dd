"""The editor of a list of texts: a tag for each, and a line for the next."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon
from chatapp.ui.widgets.flow_layout import FlowLayout
from chatapp.ui.widgets.value_editor import ValueEditor

_LONGEST = 22
"""A tag shows so many characters; its tooltip has them all."""


class WordsEditor(ValueEditor):
    """Enter adds what is typed, and so does leaving the line; Backspace in an empty line takes
    the last tag away. ``\\n`` and ``\\t`` stand for the signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: list[QToolButton] = []
        self._line = QLineEdit(self)
        self._line.setMinimumWidth(scaled(96))
        self._line.setPlaceholderText(
            QCoreApplication.translate("Editor", "Add a text; \\n is a line break")
        )
        self._line.editingFinished.connect(self._add_typed)
        self._line.installEventFilter(self)
        self._flow = FlowLayout(self, spacing=5)
        self._flow.addWidget(self._line)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self._line)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the last tag away by Backspace; keep Enter from a dialog's own button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Backspace and not self._line.text() and self._tags:
                self._remove(len(self._tags) - 1)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._add_typed()
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _listed(value: Any) -> list[Any]:
        return [value] if isinstance(value, str) else list(value or ())

    def _write(self, value: Any) -> None:
        for tag in self._tags:
            self._flow.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._tags = [self._tag(str(word), at) for at, word in enumerate(self._listed(value))]
        for at, tag in enumerate(self._tags):
            self._flow.insertWidget(at, tag)
            tag.show()
        self.updateGeometry()

    def _tag(self, word: str, at: int) -> QToolButton:
        shown = _escaped(word)
        tag = QToolButton(self)
        tag.setText(shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…")
        tag.setToolTip(QCoreApplication.translate("Editor", "Remove “{word}”").format(word=shown))
        tag.setAccessibleName(tag.toolTip())
        tag.setIcon(icon("close", "muted"))
        tag.setIconSize(QSize(scaled(11), scaled(11)))
        tag.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tag.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        tag.setProperty("variant", "tag")
        tag.clicked.connect(lambda: self._remove(at))
        return tag

    def _remove(self, at: int) -> None:
        words = self._listed(self.current)
        del words[at]
        self._line.setFocus()
        self.show_value(words)
        self.edited.emit()

    def _add_typed(self) -> None:
        typed = self._line.text()
        self._line.clear()
        if typed:
            self.show_value([*self._listed(self.current), _unescaped(typed)])
            self.edited.emit()


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _unescaped(line: str) -> str:
    signs = {"n": "\n", "t": "\t", "\\": "\\"}
    parts = iter(line.split("\\"))
    word = next(parts)
    for part in parts:
        if part == "":
            word += "\\" + next(parts, "")
        else:
            word += signs.get(part[0], "\\" + part[0]) + part[1:]
    return word
