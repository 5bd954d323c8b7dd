"""Notifications over a real session bus, with a server that speaks real bytes."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from chatapp.desktop.notifications import Notification, Notifications
from tests.support.notification_server import notification_server, private_bus
from tests.support.waiting import until


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


def test_a_notification_is_shown_and_says_when_it_was_chosen() -> None:
    async def work() -> None:
        chosen: asyncio.Queue[str] = asyncio.Queue()
        notifications = Notifications(chosen.put_nowait)
        async with notification_server() as server, asyncio.TaskGroup() as group:
            speaking = group.create_task(notifications.run())
            notifications.tell(Notification("first", "Title", "One <b>& two"))
            notifications.tell(Notification("second", "Other", "Words"))
            await server.wait_for(2)
            name, replaces, _, title, words, actions, *_ = server.shown[0]
            assert (name, replaces, title) == ("chatapp", 0, "Title")
            assert words == "One &lt;b&gt;&amp; two"
            assert actions[0] == "default"
            await server.choose(2)
            assert await chosen.get() == "second"
            speaking.cancel()

    with private_bus():
        run(work())


def test_where_nobody_shows_notifications_nothing_breaks() -> None:
    async def work() -> None:
        notifications = Notifications(lambda _: None)
        async with asyncio.TaskGroup() as group:
            speaking = group.create_task(notifications.run())
            notifications.tell(Notification("k", "Title", "Words"))
            await until(lambda: notifications._sent == {} and notifications._waiting.empty())
            async with notification_server() as server:  # comes later
                notifications.tell(Notification("k", "Title", "Later"))
                await server.wait_for(1)
                speaking.cancel()

    with private_bus():
        run(work())


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent/bus"])
def test_without_a_bus_the_work_ends_by_itself(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    run(Notifications(lambda _: None).run())
