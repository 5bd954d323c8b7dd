"""How many examples and prefixes are read as the specification and cmark-gfm read them.

``python -m tests.benchmarks.markdown_fidelity [SPECIFICATION …]`` prints JSON lines: one for the
corpus and all its prefixes, and one for each specification file, either the ``spec.txt`` of the
CommonMark or GFM projects or CommonMark's ``spec.json``. These are licensed CC-BY-SA and are
therefore not kept here; the source distributions of ``commonmark`` and ``markdown-it-py`` have
them.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from chatapp.markdown.options import SPECIFICATION
from chatapp.markdown.render import render_html
from tests.support.gfm_oracle import agrees, corpus
from tests.support.html_shape import shape

_EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)


def examples(path: Path) -> Iterator[tuple[str, str]]:
    """Yield Markdown and HTML of each example in a specification."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        yield from ((example["markdown"], example["html"]) for example in json.loads(text))
        return
    for example in _EXAMPLE.finditer(text):
        markdown, html = (part.replace("→", "\t") for part in example.groups())
        yield markdown, html


def report(what: str, results: list[bool]) -> None:
    """Print one line."""
    share = round(100 * sum(results) / len(results), 2)
    print(json.dumps({"what": what, "right": sum(results), "of": len(results), "percent": share}))


def main(paths: list[str]) -> None:
    """Measure and print."""
    for path in map(Path, paths):
        results = [
            shape(render_html(source, SPECIFICATION)) == shape(html)
            for source, html in examples(path)
        ]
        report(path.name, results)
    answers = corpus().values()
    report("answers", [agrees(source) for source in answers])
    report("prefixes", [agrees(text[:end]) for text in answers for end in range(1, len(text))])


if __name__ == "__main__":
    main(sys.argv[1:])
