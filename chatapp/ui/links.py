"""The one way out to the system: a link, after the person has seen where it goes."""

import re

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from chatapp.ui.dialogs import confirm

LONGEST_SHOWN = 500
"""Characters of an address that are shown when it is not opened."""
_WEB = ("http", "https")
_LONG_PIECE = re.compile(r"[^\u200b]{60}")


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
    url = await agreed_link(parent, address, text)
    return url is not None and hand_over(url)


def hand_over(url: QUrl) -> bool:
    """Hand an address that the person agreed to to the system; ``False`` if it cannot open it."""
    return QDesktopServices.openUrl(url)


async def agreed_link(parent: QWidget, address: str, text: str, why: str = "") -> QUrl | None:
    """Ask, showing the true address, and ``why`` it should be opened; return what may be."""
    url = safe_link(address)
    if url is None:
        await _offer_to_copy(parent, address)
        return None
    tr = QCoreApplication.translate
    shown = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    hint = "\n\n".join(filter(None, (why, _in_lines(shown))))
    if text.strip() and "." in text and url.host().lower() not in text.lower():
        hint += "\n\n" + tr("Links", "Careful: the link's text reads “{text}”.").format(
            text=text.strip()[:100]
        )
    if url.scheme() == "mailto":
        words = tr("Links", "Write a mail to {address}?").format(address=url.path())
    else:
        host = bytes(QUrl.toAce(url.host()).data()).decode("ascii", "replace") or shown
        words = tr("Links", "Open {host} in the browser?").format(host=host)
    return url if await confirm(parent, words, hint, tr("Links", "Open")) else None


async def _offer_to_copy(parent: QWidget, address: str) -> None:
    """Say that an address is none that a browser opens, and what it is."""
    tr = QCoreApplication.translate
    words = tr("Links", "This link leads to no web page.")
    hint = f"{address[:LONGEST_SHOWN]}\n\n" + tr(
        "Links", "Only web pages and mail addresses are opened."
    )
    if await confirm(parent, words, hint, tr("Links", "Copy address")):
        QGuiApplication.clipboard().setText(address)


def _in_lines(address: str) -> str:
    """Return an address that is wrapped rather than cut off, with nothing visible added."""
    return _LONG_PIECE.sub("\\g<0>\u200b", address)
