"""A process that streams into a profile until it is killed; says what is acknowledged."""

import asyncio
import sys
import time
from dataclasses import replace
from pathlib import Path

from chatapp.domain.conversation import Conversation
from chatapp.domain.identifiers import new_conversation_id, new_message_id
from chatapp.domain.messages import Message, MessageStatus, Role
from chatapp.domain.replies import Choice, Reply
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from tests.store.streaming_child_words import WORDS

SAVE_EVERY_S = 0.05


async def main(path: Path) -> None:
    """Write one user message, then an answer that grows by the clock."""
    store = ConversationStore(await Database.open(path))
    await store.recover()
    conversation = Conversation(new_conversation_id())
    asked = Message(new_message_id(), conversation.id, None, Role.USER, content="question")
    answer = Message(
        new_message_id(),
        conversation.id,
        asked.id,
        Role.ASSISTANT,
        status=MessageStatus.STREAMING,
    )
    await store.put_messages(conversation, [asked, answer])
    print("asked", conversation.id, flush=True)
    began = time.monotonic()
    while True:
        length = int((time.monotonic() - began) * 2_000)
        await store.save_partial(
            replace(answer, reply=Reply(choices=(Choice(content=WORDS[:length]),)))
        )
        print("saved", length, flush=True)
        await asyncio.sleep(SAVE_EVERY_S)


asyncio.run(main(Path(sys.argv[1])))
