"""Shows the help page: our own words, escaped; it follows no links and loads nothing."""

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextBrowser, QWidget

_SHEET = """
h2 { font-size: 15pt; font-weight: 600; margin-top: 18px; }
h3 { font-size: 12pt; font-weight: 600; margin-top: 14px; }
h4 { font-weight: 600; margin-top: 12px; margin-bottom: 0px; }
p { margin-top: 3px; margin-bottom: 5px; }
"""


class HelpReader(QTextBrowser):
    """A page to read, with its words selectable by mouse and keyboard."""

    def __init__(self, html: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpPage")
        self.setAccessibleName(QCoreApplication.translate("Help", "Help"))
        self.setOpenLinks(False)
        self.document().setDefaultStyleSheet(_SHEET)
        self.document().setDocumentMargin(10)
        self.setHtml(html)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Answer every request with one transparent pixel, for Qt would open files itself."""
        del kind, name
        pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
        pixel.fill(0)
        return pixel
