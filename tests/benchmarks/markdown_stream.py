"""CPU per token while an answer streams in, one frame a token, four characters a token.

``python -m tests.benchmarks.markdown_stream`` prints one JSON line for each kind and length of
answer (the median of several runs, and the ratio to the shortest of its kind), and the cost of
the same text at once.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator

from chatapp.markdown import StreamRenderer, render_html
from tests.support.gfm_oracle import corpus

RUNS = 5
LENGTHS = (1_000, 10_000, 100_000)
CHARACTERS = 4


def mixed(characters: int) -> str:
    """Return answers of all kinds one after the other; code that is left open is closed."""
    text, answers = "", [a for a in corpus().values() if a.count("```") % 2 == 0]
    while len(text) < characters:
        text += "\n\n".join(answers) + "\n\n"
    return text[:characters]


def long_list(characters: int) -> str:
    """Return one list."""
    item = "- an item with **bold** words and `code`\n  - a nested one, see https://example.com\n"
    return (item * (characters // len(item) + 1))[:characters]


def long_table(characters: int) -> str:
    """Return one table."""
    row = "| a name | 12.5 | *some* words in a cell | `code` |\n"
    head = "| Name | Value | Remark | Code |\n|---|--:|---|---|\n"
    return (head + row * (characters // len(row)))[:characters]


def long_code(characters: int) -> str:
    """Return one code block."""
    line = "    result = compute(value, index)  # a comment\n"
    return ("```python\n" + line * (characters // len(line) + 1))[:characters]


KINDS: dict[str, Callable[[int], str]] = {
    "mixed": mixed,
    "list": long_list,
    "table": long_table,
    "code": long_code,
}


def frames_us(text: str) -> Iterator[float]:
    """Stream *text* a token at a time; yield the CPU time of each frame in microseconds."""
    renderer = StreamRenderer()
    for start in range(0, len(text), CHARACTERS):
        began = time.process_time_ns()
        renderer.append(text[start : start + CHARACTERS])
        renderer.update()
        yield (time.process_time_ns() - began) / 1_000


def at_once_us(text: str) -> float:
    """Return the CPU time of reading all of *text* at once, in microseconds."""
    began = time.process_time_ns()
    render_html(text)
    return (time.process_time_ns() - began) / 1_000


def main() -> None:
    """Measure and print."""
    for kind, make in KINDS.items():
        shortest = 0.0
        for tokens in LENGTHS:
            text = make(tokens * CHARACTERS)
            runs = [sorted(frames_us(text)) for _ in range(RUNS)]
            per_token = statistics.median(sum(run) / tokens for run in runs)
            shortest = shortest or per_token
            line = {
                "answer": kind,
                "tokens": tokens,
                "us_per_token": round(per_token, 1),
                "ratio_to_shortest": round(per_token / shortest, 2),
                "frame_p99_us": round(statistics.median(run[-len(run) // 100] for run in runs)),
                "frame_max_us": round(statistics.median(run[-1] for run in runs)),
                "at_once_us_per_token": round(at_once_us(text) / tokens, 2),
            }
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
