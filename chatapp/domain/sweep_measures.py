"""What can be measured of a cell's answers: pure functions of texts and figures.

Each measure is ``None`` where it cannot be known: nothing is guessed.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType

from chatapp.domain.json_value import JsonObject, as_list, as_number, as_object
from chatapp.domain.prices import Price
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.sweeps import Run, SweepResults
from chatapp.domain.text import QT_TRANSLATE_NOOP

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[\u3040-\u30ff\u4e00-\u9fff]")
MAX_WORDS = 20_000
"""Of longer answers the beginning is compared."""


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case; Chinese and Japanese signs stand by themselves."""
    words: list[str] = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if any("\u3040" <= sign <= "\u9fff" for sign in word):
            words.extend(word)
        else:
            words.append(word)
        if len(words) >= MAX_WORDS:
            break
    return tuple(words)


def mean(values: Sequence[float]) -> float:
    """Return the mean of at least one value; the library's is slow to import."""
    return math.fsum(values) / len(values)


def _ngrams(words: Sequence[str], n: int) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + n]) for at in range(len(words) - n + 1)]


def distinct_n(texts: Iterable[str], n: int) -> float | None:
    """Return the share of different word ``n``-grams among all of them (Li et al. 2016)."""
    grams = [gram for text in texts for gram in _ngrams(words_of(text), n)]
    return len(set(grams)) / len(grams) if grams else None


def similarity(a: str, b: str) -> float:
    """Return how alike two texts are, 0 to 1: the Dice coefficient of their word pairs.

    Of texts shorter than two words the words themselves are compared; two empty ones are alike.
    """
    n = 2 if min(len(words_of(a)), len(words_of(b))) > 1 else 1
    left, right = _counts(a, n), _counts(b, n)
    total = left.total() + right.total()
    if len(left) > len(right):
        left, right = right, left
    shared = sum(min(count, right[gram]) for gram, count in left.items())
    return 2 * shared / total if total else 1.0


@lru_cache(maxsize=2048)
def _counts(text: str, n: int) -> "Counter[tuple[str, ...]]":
    return Counter(_ngrams(words_of(text), n))


def self_similarity(texts: Sequence[str]) -> float | None:
    """Return how alike the answers of one cell are, on average over all pairs."""
    pairs = [similarity(a, b) for a, b in combinations(texts, 2)]
    return mean(pairs) if pairs else None


def agreement(texts: Sequence[str], reference: Sequence[str]) -> float | None:
    """Return how alike the answers are to those of the reference cell, on average."""
    pairs = [similarity(a, b) for a in texts for b in reference]
    return mean(pairs) if pairs else None


def mean_surprisal(logprobs: JsonObject) -> float | None:
    """Return the mean surprisal of an answer's tokens in nats, from the endpoint's object."""
    values = [as_number(as_object(t).get("logprob")) for t in as_list(logprobs.get("content"))]
    known = [value for value in values if value is not None]
    return -mean(known) if known else None


@dataclass(frozen=True, slots=True)
class CellContext:
    """What a measure of a cell may look at beside its runs."""

    runs: Sequence[Run]
    texts: Sequence[str]
    reference: Sequence[str]
    price: Price | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: how it is called, computed, and written (``digits`` after the point)."""

    name: str
    label: str
    help: str
    of: Callable[[CellContext], float | None]
    digits: int = 2


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return mean(known) if known else None


def _median(values: Iterable[float | None]) -> float | None:
    known = sorted(value for value in values if value is not None)
    middle = len(known) // 2
    return mean(known[middle - 1 + len(known) % 2 : middle + 1]) if known else None


def _fits(context: CellContext) -> float | None:
    return _mean(None if r.fits_schema is None else float(r.fits_schema) for r in context.runs)


def _first_token(context: CellContext) -> float | None:
    times = (r.reply.timing.first_token_ms if r.reply else None for r in context.runs)
    middle = _median(times)
    return None if middle is None else middle / 1000


def _cost(context: CellContext) -> float | None:
    if context.price is None:
        return None
    usages = [r.reply.usage if r.reply else None for r in context.runs]
    costs = [cost for u in usages if (cost := context.price.of_usage(u)) is not None]
    return sum(costs) if costs else None


def _tokens(context: CellContext) -> float | None:
    usages = (r.reply.usage if r.reply else None for r in context.runs)
    return _mean(usage.completion_tokens if usage else None for usage in usages)


_ROWS = (
    Measure(
        "words",
        QT_TRANSLATE_NOOP("Measure", "Length in words"),
        QT_TRANSLATE_NOOP("Measure", "The mean number of words of an answer."),
        lambda c: _mean(float(len(words_of(text))) for text in c.texts),
        digits=0,
    ),
    Measure(
        "tokens",
        QT_TRANSLATE_NOOP("Measure", "Length in tokens"),
        QT_TRANSLATE_NOOP("Measure", "The mean number of tokens, as the endpoint counts them."),
        _tokens,
        digits=0,
    ),
    Measure(
        "distinct_1",
        QT_TRANSLATE_NOOP("Measure", "Different words"),
        QT_TRANSLATE_NOOP("Measure", "The share of different words among all (distinct-1)."),
        lambda c: distinct_n(c.texts, 1),
    ),
    Measure(
        "distinct_2",
        QT_TRANSLATE_NOOP("Measure", "Different word pairs"),
        QT_TRANSLATE_NOOP("Measure", "The share of different word pairs among all (distinct-2)."),
        lambda c: distinct_n(c.texts, 2),
    ),
    Measure(
        "self_similarity",
        QT_TRANSLATE_NOOP("Measure", "Similarity of repeats"),
        QT_TRANSLATE_NOOP("Measure", "How alike the answers of one cell are: 1 is the same."),
        lambda c: self_similarity(c.texts),
    ),
    Measure(
        "agreement",
        QT_TRANSLATE_NOOP("Measure", "Agreement with the reference"),
        QT_TRANSLATE_NOOP("Measure", "How alike the answers are to those of the reference cell."),
        lambda c: agreement(c.texts, c.reference),
    ),
    Measure(
        "surprisal",
        QT_TRANSLATE_NOOP("Measure", "Mean surprisal (nats)"),
        QT_TRANSLATE_NOOP("Measure", "How unlikely the model found its own tokens, on average."),
        lambda c: _mean(r.surprisal for r in c.runs),
    ),
    Measure(
        "fits_schema",
        QT_TRANSLATE_NOOP("Measure", "Fits the schema"),
        QT_TRANSLATE_NOOP("Measure", "The share of answers that fit the JSON Schema asked for."),
        _fits,
    ),
    Measure(
        "first_token",
        QT_TRANSLATE_NOOP("Measure", "Time to first token (s)"),
        QT_TRANSLATE_NOOP("Measure", "The median over the cell's answers."),
        _first_token,
    ),
    Measure(
        "speed",
        QT_TRANSLATE_NOOP("Measure", "Tokens per second"),
        QT_TRANSLATE_NOOP("Measure", "The median over the cell's answers."),
        lambda c: _median(r.reply.tokens_per_second if r.reply else None for r in c.runs),
        digits=1,
    ),
    Measure(
        "cost",
        QT_TRANSLATE_NOOP("Measure", "Cost"),
        QT_TRANSLATE_NOOP("Measure", "What the cell's answers cost, by the prices you entered."),
        _cost,
        digits=6,
    ),
)

MEASURES: Mapping[str, Measure] = MappingProxyType({row.name: row for row in _ROWS})
"""Every measure by name."""


def cell_measures(
    results: SweepResults, cell: int, reference: int, price: Price | None
) -> dict[str, float | None]:
    """Return every measure of a cell."""
    context = CellContext(
        results.of_cell(cell), results.texts(cell), results.texts(reference), price
    )
    return {name: measure.of(context) for name, measure in MEASURES.items()}
