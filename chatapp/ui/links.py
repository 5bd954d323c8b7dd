"""The one way out to the system: a link, after the person has seen where it goes."""

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from chatapp.ui.dialogs import confirm

_WEB = ("http", "https")


def safe_link(address: str) -> QUrl | None:
    """Return an address that may be opened: http, https or mailto, nothing hidden in it."""
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid():
        return None
    if url.scheme() in _WEB:
        return url if url.host() and not url.userInfo() else None
    if url.scheme() == "mailto" and "attach" not in url.query().lower():
        return url
    return None


async def open_link(parent: QWidget, address: str, text: str) -> bool:
    """Ask, showing the true address, then hand it to the system; ``False`` if it was not."""
    url = safe_link(address)
    if url is None:
        return False
    shown = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    hint = shown
    if text.strip() and "." in text and url.host().lower() not in text.lower():
        hint += "\n\n" + QCoreApplication.translate(
            "Links", "Careful: the link's text reads “{text}”."
        ).format(text=text.strip()[:100])
    host = bytes(QUrl.toAce(url.host()).data()).decode("ascii", "replace") or shown
    words = QCoreApplication.translate("Links", "Open {host} in the browser?").format(host=host)
    open_word = QCoreApplication.translate("Links", "Open")
    if await confirm(parent, words, hint, open_word):
        return QDesktopServices.openUrl(url)
    return False
