"""From the words of the lower floors to the language of the window."""

from PySide6.QtCore import QCoreApplication

from chatapp.domain.text import Text


def translated(words: Text) -> str:
    """Return a ``Text`` in the person's language."""
    return words.filled(QCoreApplication.translate(words.context, words.source))
