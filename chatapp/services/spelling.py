"""Spell checking for the window: one thread, dictionaries opened when first needed."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from chatapp.domain.json_value import as_text
from chatapp.services.preferences import PreferenceService
from chatapp.spelling.dictionaries import (
    Speller,
    available_languages,
    languages_for,
    open_dictionaries,
)

T = TypeVar("T")
OWN_WORDS = "spelling_words"


class SpellingService:
    """Off the GUI thread, in the languages that the person uses on this system."""

    def __init__(self, preferences: PreferenceService, wanted: Iterable[str]) -> None:
        self._preferences = preferences
        self._wanted = tuple(wanted)
        self._thread = ThreadPoolExecutor(1, "ThreadPoolExecutor-spelling")
        self._speller: Speller | None = None

    async def mistakes(self, text: str) -> list[tuple[int, int]]:
        """Return start and length of the words that seem wrong; none without a dictionary."""
        speller = await self._open()
        return await self._run(lambda: speller.mistakes(text))

    async def suggestions(self, word: str) -> list[str]:
        """Return what may have been meant."""
        speller = await self._open()
        return await self._run(lambda: speller.suggestions(word))

    async def learn(self, word: str) -> None:
        """Take a word for right from now on, in every run."""
        (await self._open()).learn(word)
        self._preferences.set(OWN_WORDS, sorted({*self._own_words(), word}))

    def close(self) -> None:
        """Let the thread go."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _own_words(self) -> Sequence[str]:
        stored = self._preferences.get(OWN_WORDS)
        return [as_text(word) for word in stored] if isinstance(stored, (list, tuple)) else []

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def _open(self) -> Speller:
        if self._speller is None:
            own = self._own_words()
            self._speller = await self._run(lambda: _opened(self._wanted, own))
        return self._speller


def _opened(wanted: Iterable[str], own_words: Iterable[str]) -> Speller:
    languages = languages_for(wanted, available_languages())
    return Speller(open_dictionaries(languages), own_words)
