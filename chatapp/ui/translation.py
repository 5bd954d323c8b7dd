"""From the words of the lower floors to the language of the window."""

from collections.abc import Iterable
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
    return in_one_line(translated(words) for words in said if words)


def in_one_line(sentences: Iterable[str]) -> str:
    """Join what would stand on lines of its own; servers leave out the full stop."""
    *before, last = [words for words in sentences if words] or [""]
    return " ".join([*map(_ended, before), last])


def _ended(words: str) -> str:
    if words[-1] in ".!?…:;。！？：；":
        return words
    return words + ("。" if words[-1] > _LAST_ALPHABETIC else ".")


_LAST_ALPHABETIC = "\u2e7f"
"""Beyond it the scripts of East Asia begin."""
