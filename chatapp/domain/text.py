"""Words for people, as data: an English source that a higher floor can translate.

The floors below Qt cannot translate, yet they know best what went wrong. They pass on a
``Text``; the window looks its source up with ``QCoreApplication.translate(context, source)``.
"""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from chatapp.domain.quick_dataclass import dataclass


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: ARG001
    """Mark ``source`` for lupdate, which knows this name, and return it unchanged."""
    return source


@dataclass(frozen=True, slots=True)
class Text:
    """A translatable sentence.

    ``source`` is English with ``{name}`` places; ``arguments`` fills them after translation,
    and may be such sentences themselves.
    """

    context: str
    source: str
    arguments: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        """Return the English sentence, for logs and for programs without a window."""
        return self.filled(self.source)

    def filled(self, translation: str) -> str:
        """Fill the places of ``translation``; a translation with a wrong place falls back."""
        try:
            return translation.format(**self.arguments)
        except (KeyError, IndexError, ValueError):
            return self.source.format(**self.arguments)


def text(context: str, source: str, /, **arguments: object) -> Text:
    """Build a ``Text``; mark the source with ``QT_TRANSLATE_NOOP`` where it is written."""
    return Text(context, source, MappingProxyType(arguments))
