"""Figures that a test has measured: printed at the end of the run, from every process."""

from collections.abc import Callable, Iterator

import pytest

Figure = Callable[[str, object], None]
"""Says a figure: its name and its value."""
PREFIX = "figure: "


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Figure:
    """Return what keeps a figure of this test for the end of the run."""
    return lambda name, value: record_property(PREFIX + name, str(value))


def said(properties: list[tuple[str, object]]) -> Iterator[str]:
    """Yield a line for each figure among a test's properties."""
    for name, value in properties:
        if name.startswith(PREFIX):
            yield f"{name.removeprefix(PREFIX)}: {value}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures of the tests that ran."""
    lines = [
        line
        for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
        if report.when == "call"
        for line in said(report.user_properties)
    ]
    if lines:
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.write_line(line)
