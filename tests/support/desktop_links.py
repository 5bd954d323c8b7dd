"""The desktop's side of opening a link: takes what would go to the browser."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

_SCHEMES = ("http", "https", "mailto")


class Desktop(QObject):
    """Keeps the addresses it was handed."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        for scheme in _SCHEMES:
            QDesktopServices.setUrlHandler(scheme, self, "take")  # type: ignore[arg-type] # str it is

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Keep an address."""
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@contextmanager
def desktop_links() -> Iterator[Desktop]:
    """Stand in for the desktop."""
    desktop = Desktop()
    try:
        yield desktop
    finally:
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
