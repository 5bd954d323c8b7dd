"""A scope ends what was begun in it and takes nothing more."""

import asyncio

import pytest

from chatapp.services.tasks import TaskScope


def scope(errors: list[BaseException]) -> TaskScope:
    return TaskScope("test", errors.append)


def test_closing_cancels_and_waits_for_the_cleaning_up() -> None:
    done: list[str] = []

    async def long() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            done.append("cleaned up")

    async def work() -> None:
        errors: list[BaseException] = []
        tasks = scope(errors)
        tasks.start(long(), name="long")
        await asyncio.sleep(0)
        await tasks.close()
        assert done == ["cleaned up"]
        assert not errors

    asyncio.run(work())


def test_what_a_task_raises_is_reported() -> None:
    async def broken() -> None:
        raise ValueError("broken")

    async def work() -> None:
        errors: list[BaseException] = []
        tasks = scope(errors)
        await asyncio.wait([tasks.start(broken(), name="broken")])
        assert [str(error) for error in errors] == ["broken"]
        await tasks.close()

    asyncio.run(work())


def test_after_closing_work_is_refused_and_a_wish_is_passed_over() -> None:
    begun: list[str] = []

    async def wished() -> None:
        begun.append("wished")

    async def work() -> None:
        tasks = scope([])
        tasks.wish(wished, name="before")
        await asyncio.sleep(0)
        await tasks.close()
        tasks.wish(wished, name="after")
        with pytest.raises(RuntimeError, match="closed"):
            tasks.start(wished(), name="after")
        await asyncio.sleep(0)
        assert begun == ["wished"]

    asyncio.run(work())
