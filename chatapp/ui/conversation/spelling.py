"""Marks under misspelled words, and what may have been meant, in a text edit."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from chatapp.ui.theme import current_theme

PAUSE_MS = 300
"""How long the person must stop typing before their words are looked at."""


class SpellingMarks(QObject):
    """Underlines what it is told; the word at the cursor is left alone while it is written.

    Marks are no part of the text: undo, drafts and copies know nothing of them.
    """

    check_requested = Signal(str)
    suggestions_requested = Signal(str)
    learn_requested = Signal(str)

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._checked = ""
        self._mistakes: list[tuple[int, int]] = []
        self._menu: QMenu | None = None
        self._asked = ""
        self._waiting: QAction | None = None
        self._place: QTextCursor | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.check)
        edit.textChanged.connect(self._on_text)
        edit.cursorPositionChanged.connect(self._show)

    def check(self) -> None:
        """Ask for the mistakes in the text as it is now."""
        self.check_requested.emit(self._edit.toPlainText())

    def show_mistakes(self, text: str, mistakes: Sequence[tuple[int, int]]) -> None:
        """Underline the mistakes of ``text``, unless it is another one by now."""
        if text == self._edit.toPlainText():
            self._checked, self._mistakes = text, list(mistakes)
            self._show()

    def mistake_at(self, position: int) -> tuple[int, int] | None:
        """Return start and length of the mistake at a place in the text."""
        if self._checked != self._edit.toPlainText():
            return None
        found = (m for m in self._mistakes if m[0] <= position <= m[0] + m[1])
        return next(found, None)

    def _on_text(self) -> None:
        self._pause.start()
        if self._mistakes and not self._edit.toPlainText():
            self._mistakes = []
            self._show()

    def _show(self) -> None:
        at = self._edit.textCursor().position() if self._edit.hasFocus() else -1
        shown = [m for m in self._mistakes if not m[0] < at <= m[0] + m[1]]
        self._edit.setExtraSelections([self._mark(start, length) for start, length in shown])

    def _mark(self, start: int, length: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor(start, length)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        look.setUnderlineColor(current_theme().colour("problem"))
        mark.format = look
        return mark

    def _cursor(self, start: int, length: int) -> QTextCursor:
        cursor = QTextCursor(self._edit.document())
        end = self._edit.document().characterCount() - 1
        cursor.setPosition(min(start, end))
        cursor.setPosition(min(start + length, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # Suggestions

    def add_to_menu(self, menu: QMenu, point: QPoint) -> None:
        """Begin a context menu at ``point`` with what may have been meant, when it is known."""
        mistake = self.mistake_at(self._edit.cursorForPosition(point).position())
        if mistake is None:
            return
        self._place = self._cursor(*mistake)
        self._asked = self._place.selectedText()
        self._menu = menu
        tr = QCoreApplication.translate
        first = menu.actions()[0] if menu.actions() else QAction(menu)
        waiting = QAction(tr("Spelling", "Looking for suggestions…"), menu)
        waiting.setEnabled(False)
        words = tr("Spelling", "Add “{word}” to the dictionary").format(word=_shown(self._asked))
        learn = QAction(words, menu)
        learn.triggered.connect(lambda _=False, word=self._asked: self.learn_requested.emit(word))
        menu.insertAction(first, waiting)
        menu.insertAction(first, learn)
        menu.insertSeparator(first)
        self._waiting = waiting
        self.suggestions_requested.emit(self._asked)

    def show_suggestions(self, word: str, words: Sequence[str]) -> None:
        """Show in the open menu what may have been meant by ``word``."""
        waiting = self._waiting
        if self._menu is None or waiting is None or word != self._asked:
            return
        menu, self._menu = self._menu, None
        for suggestion in words:
            action = QAction(_shown(suggestion), menu)
            action.triggered.connect(lambda _=False, s=suggestion: self._replace(s))
            menu.insertAction(waiting, action)
        if words:
            waiting.setVisible(False)
        else:
            waiting.setText(QCoreApplication.translate("Spelling", "No suggestions"))

    def close_menu(self) -> None:
        """Forget the menu, which is gone."""
        self._menu = None

    def _replace(self, suggestion: str) -> None:
        if self._place is not None and self._place.selectedText() == self._asked:
            self._place.insertText(suggestion)
            self.check()


def _shown(word: str) -> str:
    """Return a word as a menu shows it: an ampersand is no mark for a key."""
    return word.replace("&", "&&")
