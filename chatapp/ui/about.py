"""About the app: version, what it runs on, and where it keeps everything."""

import platform

from PySide6.QtCore import QCoreApplication, QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from chatapp import __version__
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import app_icon


def _say(words: str) -> str:
    return QCoreApplication.translate("About", words)


class AboutDialog(QDialog):
    """Facts that a bug report needs, to read and to copy."""

    def __init__(self, folder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(_say("About"))
        picture = self._label("", "text")
        picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        picture.setMinimumWidth(scaled(56))
        picture.setPixmap(app_icon().pixmap(QSize(56, 56)))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._facts = _say(
            "Version {version}\nPython {python}, Qt {qt}, {system}\nEverything is kept in {folder}"
        ).format(
            version=__version__,
            python=platform.python_version(),
            qt=qVersion(),
            system=platform.platform(terse=True),
            folder=folder,
        )
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._label("chatapp", "title"))
        words.addWidget(
            self._label(_say("A native chat for any OpenAI-compatible endpoint."), "text")
        )
        words.addWidget(self._label(self._facts, "muted"))
        words.addWidget(self._label(_say("Free software under the MIT licence."), "muted"))
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(picture)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(18)
        layout.addLayout(top)
        layout.addWidget(self._buttons())

    def _label(self, words: str, role: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        label.setMinimumWidth(scaled(380))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(_say("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._facts))
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons


def show_about(folder: str, parent: QWidget) -> None:
    """Show the dialog; it goes when it is closed."""
    dialog = AboutDialog(folder, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
