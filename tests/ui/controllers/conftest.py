"""The whole window with a scripted endpoint, for tests of what people do in it."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

import pytest

from chatapp.app import App
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import RawServer, raw_server


class InWindow(Protocol):
    """Runs ``work`` with a window whose endpoint gives these replies, one a request."""

    def __call__(
        self, work: Callable[[App, RawServer], Awaitable[None]], /, *replies: list[bytes]
    ) -> None: ...


@pytest.fixture
def in_window(run_in_qt: RunInQt, tmp_path: Path) -> InWindow:
    """Return what runs a test's work in a window of a fresh profile."""

    def run(work: Callable[[App, RawServer], Awaitable[None]], /, *replies: list[bytes]) -> None:
        async def opened(server: RawServer) -> None:
            async with open_app(tmp_path, base_url=server.url, model="m") as app:
                await work(app, server)

        with raw_server(*replies) as server:
            run_in_qt(opened(server))

    return run
