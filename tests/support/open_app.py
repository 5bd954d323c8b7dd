"""The whole app in this process: real services, a real profile folder, a shown window."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from chatapp import opening
from chatapp.app import App
from chatapp.profile_services import open_services
from chatapp.services.endpoints import RunOptions
from chatapp.store.paths import ProfilePaths
from chatapp.ui.theme import ThemeKeeper


@asynccontextmanager
async def open_app(
    folder: Path,
    *,
    early: Sequence[str] = (),
    meanwhile: Callable[[App], object] = lambda _: None,
    **run: object,
) -> AsyncIterator[App]:
    """Open the app on a profile; leaving closes it as quitting does. What a task raised
    unseen is raised here. ``early`` commands are given at the first frame; ``meanwhile`` is
    done when messages can be shown and the other parts are still to come."""
    unseen: list[BaseException] = []
    paths = ProfilePaths(folder, folder / "logs")
    paths.create()
    profile = await opening.open_profile(paths, unseen.append)
    window = opening.new_window(profile.preferences)
    await opening.show_first_frame(window)
    for name in early:
        window.action(name).trigger()
    services = await open_services(profile, RunOptions(**run), unseen.append)  # type: ignore[arg-type]
    quitting = asyncio.Event()
    app = App(window, services, ThemeKeeper(), quitting)
    app.begin()
    meanwhile(app)
    await app.complete()
    await app.conversation.wait_until_loaded()
    try:
        yield app
    finally:
        quitting.set()
        await app.run()
        await app.close()
        await services.close()
    if unseen:
        raise ExceptionGroup("unseen", [e for e in unseen if isinstance(e, Exception)])
