"""The text of a PDF, read in a child process that may take neither for ever nor all memory."""

import json
import subprocess
import sys

from chatapp.documents import pdf_child
from chatapp.domain.errors import ChatAppError
from chatapp.domain.json_value import as_int, as_object, as_text
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, text

CHILD_OPTION = "--pdf-child"
"""The hidden option with which a frozen build runs ``pdf_child.main`` instead of the window."""
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class PdfText:
    """The words of a document; ``is_cut`` says that it had too many."""

    text: str
    pages: int
    is_cut: bool


def read_pdf(data: bytes, name: str, *, patience_s: float = PATIENCE_S) -> PdfText:
    """Return the text of a PDF (blocking). Raises ``ChatAppError`` if there is none."""
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            _command(),
            input=data,
            capture_output=True,
            timeout=patience_s,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        answer = as_object(json.loads(done.stdout))
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise _failed(_DAMAGED, name, str(error)) from error
    if problem := as_text(answer.get("problem")):
        source = _LOCKED if problem == "locked" else _DAMAGED
        raise _failed(source, name, as_text(answer.get("detail")))
    words = as_text(answer.get("text"))
    if not words.strip():
        raise _failed(_PICTURES_ONLY, name)
    return PdfText(words, as_int(answer.get("pages")) or 0, answer.get("cut") is True)


_LOCKED = QT_TRANSLATE_NOOP("Attachment", "{name} is locked with a password.")
_DAMAGED = QT_TRANSLATE_NOOP("Attachment", "{name} cannot be read: it may be damaged.")
_PICTURES_ONLY = QT_TRANSLATE_NOOP(
    "Attachment", "{name} holds no text, only pictures. Attach its pages as pictures instead."
)


def _command() -> list[str]:
    """Run the module as a script; ``-P`` keeps the current folder out of its imports."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_OPTION]
    return [sys.executable, "-P", pdf_child.__file__]


def _failed(source: str, name: str, detail: str = "") -> ChatAppError:
    return ChatAppError(text("Attachment", source, name=name), detail=detail)
