"""No input stalls the window: the cost of reading it grows with its length only."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import pytest

from chatapp.markdown import StreamRenderer, render_html
from chatapp.markdown.limits import MAX_CHARACTERS, MAX_PARAGRAPH
from tests.support.figures import Figure
from tests.support.hostile_markdown import hostile_inputs

BAR_S = 0.1
FRAMES = 3
RUNS = 3
INPUTS = hostile_inputs()


def cpu_s(work: Callable[[], object]) -> float:
    """Return the CPU time of the fastest of some runs: the machine's noise is not ours."""
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def streamed(source: str) -> None:
    """Show a text that has half arrived, then all of it."""
    renderer = StreamRenderer()
    renderer.append(source[: len(source) // 2])
    renderer.update()
    renderer.append(source[len(source) // 2 :])
    renderer.update()
    renderer.finish()
    renderer.update()


def test_there_are_enough_hostile_inputs() -> None:
    assert len(INPUTS) >= 100


def slow(work: Callable[[str], object], bar_s: float, figure: Figure) -> dict[str, float]:
    """Return the inputs that *work* takes longer than *bar_s* for, and how long."""
    times = {name: cpu_s(partial(work, text)) for name, text in INPUTS.items()}
    worst = max(times, key=lambda name: times[name])
    figure(f"slowest of {len(times)} hostile inputs", f"{times[worst] * 1000:.0f} ms: {worst}")
    return {name: time_s for name, time_s in times.items() if time_s >= bar_s}


def test_no_hostile_input_takes_longer_than_the_window_can_bear(figure: Figure) -> None:
    assert slow(render_html, BAR_S, figure) == {}


def test_no_hostile_stream_takes_longer_than_its_frames_can_bear(figure: Figure) -> None:
    assert slow(streamed, FRAMES * BAR_S, figure) == {}


@pytest.mark.parametrize("piece", ["*a ", "[a](b", "- a\n\n", "<b>", "|a|\n|-|\n", "a@b.c "])
def test_four_times_the_text_costs_about_four_times_as_much(piece: str) -> None:
    small, large = piece * 2_000, piece * 8_000
    ratio = cpu_s(lambda: render_html(large)) / max(cpu_s(lambda: render_html(small)), 0.001)
    assert ratio < 12


def test_a_text_beyond_the_limit_ends_in_plain_code() -> None:
    source = "word " * 9 + "\n\n"
    html = render_html(source * (MAX_CHARACTERS // len(source) + 100) + "**plain**")
    assert html.endswith("**plain**\n</code></pre>")


def test_a_very_long_paragraph_is_shown_in_pieces_and_nothing_is_lost() -> None:
    html = render_html("word " * MAX_PARAGRAPH)
    assert html.count("<p>") == 5
    assert html.count("word") == MAX_PARAGRAPH
