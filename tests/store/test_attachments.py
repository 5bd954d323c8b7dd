"""The bytes of attachments: once each, and no longer than somebody needs them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from chatapp.domain.attachments import Attachment, AttachmentKind
from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.store.attachments import AttachmentStore
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database

LATER = 1e12
CONVERSATION = Conversation(ConversationId("c"), title="t", leaf_id=MessageId("m"))


def in_store(
    folder: Path, work: Callable[[AttachmentStore, ConversationStore], Awaitable[None]]
) -> None:
    async def run() -> None:
        database = await Database.open(folder / "db")
        try:
            await work(AttachmentStore(database), ConversationStore(database))
        finally:
            await database.close()

    asyncio.run(run())


def picture(digest: str) -> Attachment:
    return Attachment(AttachmentKind.IMAGE, digest, "a.png", "image/png", 3)


def message(digest: str) -> Message:
    parts = (picture(digest).to_part(),)
    return Message(MessageId("m"), CONVERSATION.id, None, Role.USER, parts=parts)


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    async def work(store: AttachmentStore, _: ConversationStore) -> None:
        first, second = await store.put(b"abc", 1.0), await store.put(b"abc", 2.0)
        assert first == second
        assert await store.get([first, "unknown"]) == {first: b"abc"}

    in_store(tmp_path, work)


def test_bytes_go_when_neither_message_nor_draft_needs_them(tmp_path: Path) -> None:
    async def work(store: AttachmentStore, conversations: ConversationStore) -> None:
        digests = [await store.put(data, 1.0) for data in (b"sent", b"draft", b"nobody's")]
        await conversations.put_messages(CONVERSATION, [message(digests[0])])
        draft = Conversation(
            ConversationId("d"), draft_attachments=(picture(digests[1]).to_part(),)
        )
        await conversations.put(draft)
        assert await store.drop_unneeded(LATER) == 1
        assert list(await store.get(digests)) == digests[:2]
        await conversations.erase([CONVERSATION.id])
        await conversations.put(replace(draft, draft_attachments=()))
        assert await store.drop_unneeded(LATER) == 2

    in_store(tmp_path, work)


def test_what_was_attached_in_this_run_stays(tmp_path: Path) -> None:
    async def work(store: AttachmentStore, _: ConversationStore) -> None:
        await store.put(b"abc", 1.0)
        await store.put(b"abc", 50.0)
        assert await store.drop_unneeded(40.0) == 0

    in_store(tmp_path, work)


def test_a_conversation_in_the_bin_keeps_its_pictures(tmp_path: Path) -> None:
    async def work(store: AttachmentStore, conversations: ConversationStore) -> None:
        digest = await store.put(b"abc", 1.0)
        await conversations.put_messages(CONVERSATION, [message(digest)])
        await conversations.put(replace(CONVERSATION, deleted_at=1.0))
        assert await store.drop_unneeded(LATER) == 0
        assert await conversations.attached([picture(digest).to_part()]) == {digest: b"abc"}

    in_store(tmp_path, work)


def test_a_conversation_with_nothing_but_an_attached_file_is_kept(tmp_path: Path) -> None:
    async def work(_: AttachmentStore, conversations: ConversationStore) -> None:
        await conversations.put(Conversation(ConversationId("empty")))
        parts = (picture("d").to_part(),)
        await conversations.put(Conversation(ConversationId("full"), draft_attachments=parts))
        await conversations.drop_empty()
        assert await conversations.get(ConversationId("empty")) is None
        assert await conversations.get(ConversationId("full")) is not None

    in_store(tmp_path, work)
