"""Spell checking in the composer, where the system has dictionaries."""

from PySide6.QtCore import QObject

from chatapp.services.preferences import PreferenceService
from chatapp.services.spelling import SpellingService
from chatapp.services.tasks import TaskScope
from chatapp.ui.conversation.spelling import SpellingMarks
from chatapp.ui.main_window import MainWindow


class SpellingController(QObject):
    """Joins the marks with the dictionaries; nothing is checked while it is switched off."""

    def __init__(
        self,
        window: MainWindow,
        spelling: SpellingService,
        preferences: PreferenceService,
        tasks: TaskScope,
    ) -> None:
        super().__init__(window)
        self._spelling = spelling
        self._preferences = preferences
        self._marks: SpellingMarks = window.composer.marks
        wish = tasks.wish  # the marks ask some time after the last letter
        self._marks.check_requested.connect(
            lambda text: wish(lambda: self._check(text), name="spelling")
        )
        self._marks.suggestions_requested.connect(
            lambda word: wish(lambda: self._suggest(word), name="suggestions")
        )
        self._marks.learn_requested.connect(
            lambda word: wish(lambda: self._learn(word), name="learn")
        )
        self._marks.check()  # what was written before

    async def _check(self, text: str) -> None:
        is_on = self._preferences.get("spell_check") is True
        mistakes = await self._spelling.mistakes(text) if is_on and text.strip() else []
        self._marks.show_mistakes(text, mistakes)

    async def _suggest(self, word: str) -> None:
        self._marks.show_suggestions(word, await self._spelling.suggestions(word))

    async def _learn(self, word: str) -> None:
        await self._spelling.learn(word)
        self._marks.check()
