"""``kill -9`` while an answer streams into the store, a hundred times over."""

import asyncio
import random
import subprocess
import sys
from pathlib import Path

from chatapp.domain.messages import ConversationId, MessageStatus
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from tests.store import streaming_child_words

KILLS = 100


def killed_run(path: Path, lines: int) -> tuple[ConversationId, int]:
    """Let the child say so many lines, kill it, return what it had acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.streaming_child", str(path)], stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    with child.stdout as output:
        conversation_id = ConversationId(output.readline().split()[1].decode())
        saved = 0
        for _ in range(lines):
            saved = int(output.readline().split()[1])
        child.kill()
        child.wait()
    return conversation_id, saved


def test_a_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "chatapp.sqlite3"
    chance = random.Random(7)
    for _ in range(KILLS):
        conversation_id, saved = killed_run(path, chance.randrange(4))
        asyncio.run(check(path, conversation_id, saved))


async def check(path: Path, conversation_id: ConversationId, saved: int) -> None:
    database = await Database.open(path)
    try:
        verdict = await database.read(lambda db: db.execute("PRAGMA integrity_check").fetchone())
        assert verdict == ("ok",)
        store = ConversationStore(database)
        assert await store.recover() == 1
        asked, answer = await store.messages(conversation_id)
        assert asked.content == "question"
        assert answer.status is MessageStatus.INTERRUPTED
        assert len(answer.text) >= saved
        assert streaming_child_words.WORDS.startswith(answer.text)
        await database.write(
            lambda db: db.execute(
                "INSERT INTO message_index (message_index) VALUES ('integrity-check')"
            )
        )
    finally:
        await database.close()
