"""What is shown counts as here once it has been read, and only while it is shown."""

import asyncio

from chatapp.domain.messages import ConversationId
from chatapp.ui.controllers.shown_conversation import ShownConversation

ONE, OTHER = ConversationId("one"), ConversationId("other")


def test_nothing_is_done_with_a_conversation_that_is_still_read() -> None:
    shown, done = ShownConversation(), list[ConversationId]()
    shown.act(done.append)
    shown.shown = ONE
    shown.act(done.append)
    shown.set_loaded(ONE)
    shown.act(done.append)
    shown.shown = OTHER
    shown.act(done.append)
    assert (done, shown.here) == ([ONE], None)


def test_waiting_ends_with_the_one_that_was_asked_for_last() -> None:
    async def work() -> None:
        shown = ShownConversation()
        waiting = asyncio.create_task(shown.wait_until_loaded())
        shown.wanted = shown.shown = ONE
        shown.wanted = OTHER
        shown.set_loaded(ONE)
        await asyncio.wait([waiting], timeout=0)
        assert not waiting.done()
        shown.shown = OTHER
        shown.set_loaded(OTHER)
        await waiting
        assert shown.here == OTHER

    asyncio.run(asyncio.wait_for(work(), 60))
