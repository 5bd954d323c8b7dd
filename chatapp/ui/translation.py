"""From the words of the lower floors to the language of the window."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from chatapp.domain.errors import ChatAppError
from chatapp.domain.text import Text


def translated(words: Text) -> str:
    """Return a ``Text`` in the person's language, and with it what fills its places."""
    inner = {
        name: translated(value) if isinstance(value, Text) else value
        for name, value in words.arguments.items()
    }
    said = QCoreApplication.translate(words.context, words.source)
    return replace(words, arguments=inner).filled(said)


def failure_words(error: ChatAppError) -> str:
    """Return in one line what happened and, if that is known, what to do."""
    said = (error.message, error.hint)
    return " ".join(translated(words) for words in said if words)
