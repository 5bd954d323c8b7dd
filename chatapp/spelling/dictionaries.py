"""Words and mistakes: several languages at once, since people mix them (blocking; one thread).

A word is right if any of the dictionaries knows it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

MOST_CHARACTERS = 20_000
MOST_MISTAKES = 200
MOST_SUGGESTIONS = 6
_LONGEST_WORD = 40
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
_CODE = r"(?s)```.*?(?:```|\Z)|`[^`\n]*`"
_NO_PROSE = r"[@\\/_\d<>{}=]"
"""What addresses, paths and names of things in programs have somewhere in them."""
_WITHOUT_SPACES = r"[\u0e00-\u0eff\u1000-\u109f\u2e80-\u9fff\uac00-\ud7ff]"
"""Scripts whose words are not parted by spaces, or that dictionaries here do not know."""


class Dictionary(Protocol):
    """What Enchant offers for one language."""

    def check(self, word: str) -> bool:
        """Whether the word is known."""

    def suggest(self, word: str) -> list[str]:
        """Return words that may have been meant, the likeliest first."""


def available_languages() -> tuple[str, ...]:
    """Return the languages with a dictionary (``en_GB``); none without Enchant."""
    try:
        import enchant
    except ImportError:
        return ()
    return tuple(sorted(enchant.list_languages()))


def languages_for(wanted: Iterable[str], available: Collection[str]) -> tuple[str, ...]:
    """Return the dictionaries for languages as a system names them (``de-AT``), best first; the
    country's own, else the language's, else that of any country."""
    found: dict[str, None] = {}
    for name in (one.replace("-", "_") for one in wanted):
        language = name.partition("_")[0]
        if name in available:
            found[name] = None
        elif language in available:
            found[language] = None
        elif relative := next((a for a in sorted(available) if a.startswith(f"{language}_")), ""):
            found[relative] = None
    return tuple(found)


def open_dictionaries(languages: Iterable[str]) -> list[Dictionary]:
    """Open dictionaries; those that cannot be opened are passed over."""
    try:
        import enchant
    except ImportError:
        return []
    found: list[Dictionary] = []
    for language in languages:
        try:
            found.append(enchant.Dict(language))
        except enchant.errors.DictNotFoundError:
            continue
    return found


class Speller:
    """Finds mistakes and what may have been meant. ``own_words`` are right as well."""

    def __init__(self, dictionaries: Collection[Dictionary], own_words: Iterable[str]) -> None:
        self._dictionaries = dictionaries
        self._own = set(own_words)
        self._known: dict[str, bool] = {}

    def learn(self, word: str) -> None:
        """Take a word for right from now on."""
        self._own.add(word)

    def mistakes(self, text: str) -> list[tuple[int, int]]:
        """Return start and length of the words that no dictionary knows, in order.

        Code, addresses and names in capitals are no prose and are left alone.
        """
        if not self._dictionaries:
            return []
        found = []
        for start, word in words_of(text[:MOST_CHARACTERS]):
            if not self._is_right(word):
                found.append((start, len(word)))
                if len(found) == MOST_MISTAKES:
                    break
        return found

    def suggestions(self, word: str) -> list[str]:
        """Return a few words that may have been meant, from each dictionary in turn."""
        lists = [dictionary.suggest(word) for dictionary in self._dictionaries]
        longest = max(map(len, lists), default=0)
        turns = (one[n] for n in range(longest) for one in lists if n < len(one))
        return list(dict.fromkeys(turns))[:MOST_SUGGESTIONS]

    def _is_right(self, word: str) -> bool:
        if word in self._own:
            return True
        right = self._known.get(word)
        if right is None:
            plain = word.replace("’", "'")
            right = any(dictionary.check(plain) for dictionary in self._dictionaries)
            self._known[word] = right
        return right


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of prose with their places."""
    prose = re.sub(_CODE, lambda match: " " * len(match.group()), text)
    for piece in re.finditer(r"\S+", prose):
        if re.search(_NO_PROSE, piece.group()):
            continue
        for match in re.finditer(_WORD, piece.group()):
            if _may_be_checked(match.group()):
                yield piece.start() + match.start(), match.group()


def _may_be_checked(word: str) -> bool:
    if not 1 < len(word) <= _LONGEST_WORD or word.isupper():
        return False
    return re.search(_WITHOUT_SPACES, word) is None
