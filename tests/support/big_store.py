"""A profile with years of conversations, written straight into SQLite; for benchmarks only.

``python -m tests.support.big_store FOLDER [CONVERSATIONS [MESSAGES]]`` makes one. The same
numbers always give the same profile.
"""

import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from chatapp.domain.conversation import Conversation, FolderId
from chatapp.domain.library import Folder
from chatapp.domain.messages import ConversationId, EndpointId, Message, MessageId, Role
from chatapp.domain.replies import Choice, Reply
from chatapp.store.conversations import put_conversation
from chatapp.store.database import connect
from chatapp.store.message_index import indexed
from chatapp.store.migrations import migrate
from chatapp.store.paths import ProfilePaths, profile_paths
from chatapp.store.records import dumps

CONVERSATIONS, MESSAGES = 100_000, 1_000_000
LONGEST = 10_000
"""How many messages the longest conversation has."""
YEARS_S = 5 * 365 * 86_400
NEWEST = 1_790_000_000.0
WORDS, SENTENCES, SENTENCE_WORDS = 40_000, 20_000, 12
_MODELS = ("gpt-4o", "gpt-4o-mini", "deepseek-chat", "qwen3-32b", "llama-3.3-70b")
_TAGS = ("work", "ideas", "travel", "code", "家")
_FOLDERS = ("Work", "Home", "Novel", "研究", "Recipes")
_BEGINNINGS = (
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "w",
    "st",
    "tr",
    "pr",
    "ch",
    "sh",
    "br",
)
_MIDDLES = ("a", "e", "i", "o", "u", "ai", "ea", "ou", "io")
_ENDS = ("n", "r", "s", "t", "l", "m", "nd", "st", "ng", "ck")
_COMMON_WORDS = (
    "the of and to in a is that it for was on are as with his they be at one have this from or "
    "had by not but what all were when we there can an your which their if do will each how"
)
_CJK = "的一是不了人我在有他这中大来上国日本語東京都市研究計算機学問題答案説明方法料理旅行"
BATCH = 20_000


@dataclass(frozen=True, slots=True)
class BigStore:
    """Where it is, and what can be asked of it."""

    paths: ProfilePaths
    conversations: int
    messages: int

    @property
    def longest(self) -> ConversationId:
        """The conversation with the most messages."""
        return _conversation_id(self.conversations // 2)


def big_store(
    folder: Path, conversations: int = CONVERSATIONS, messages: int = MESSAGES
) -> BigStore:
    """Return the profile in ``folder``, made now if it is not there (blocking, minutes)."""
    paths = profile_paths(folder)
    paths.create()
    if not paths.database.exists():
        unfinished = paths.database.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        with closing(connect(unfinished)) as db:
            migrate(db)
            _fill(db, conversations, messages)
        unfinished.rename(paths.database)
        paths.clean_exit.touch()
    return BigStore(paths, conversations, messages)


def _fill(db: sqlite3.Connection, conversations: int, messages: int) -> None:
    chance = random.Random(7)
    sentences = _sentences(chance)
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -200000")
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN")
    for position, name in enumerate(_FOLDERS):
        folder = Folder(FolderId(f"folder{position}"), name, position)
        row = (folder.id, name, position, dumps(folder))
        db.execute("INSERT INTO folders VALUES (?,?,?,?)", row)
    waiting: list[Message] = []
    number = 0
    for at, count in enumerate(_counts(conversations, messages)):
        conversation, said = _conversation(chance, at, count, conversations, sentences)
        put_conversation(db, conversation)
        waiting.extend(said)
        if len(waiting) >= BATCH:
            number = _write(db, waiting, number)
    _write(db, waiting, number)
    db.execute("COMMIT")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.execute("ANALYZE")


def _counts(conversations: int, messages: int) -> Iterator[int]:
    """Yield how many messages each conversation has: even numbers, one very long."""
    longest = min(LONGEST, messages // 10)
    each = (messages - longest) / max(conversations - 1, 1)
    owed = 0.0
    for at in range(conversations):
        if at == conversations // 2:
            yield longest
            continue
        owed += each
        count = max(int(owed) // 2 * 2, 2)
        owed -= count
        yield count


def _conversation_id(at: int) -> ConversationId:
    return ConversationId(f"{at:024x}")


def _conversation(
    chance: random.Random, at: int, count: int, of: int, sentences: list[str]
) -> tuple[Conversation, list[Message]]:
    began = NEWEST - YEARS_S * (1 - at / of)
    own_id, model = _conversation_id(at), chance.choice(_MODELS)
    said: list[Message] = []
    parent: MessageId | None = None
    for turn in range(count):
        message_id = MessageId(f"{at:012x}{turn:012x}")
        words = " ".join(chance.choices(sentences, k=3))
        if turn % 2:
            reply = Reply(choices=(Choice(content=words, finish_reason="stop"),))
            message = Message(
                message_id, own_id, parent, Role.ASSISTANT, reply=reply, model=model,
                endpoint_id=EndpointId("big"), created_at=began + turn,
            )  # fmt: skip
        else:
            message = Message(
                message_id, own_id, parent, Role.USER, content=words, created_at=began + turn
            )
        parent = message_id
        said.append(message)
    conversation = Conversation(
        own_id,
        title=" ".join(chance.choice(sentences).split()[:5]).capitalize(),
        endpoint_id=EndpointId("big"),
        model=model,
        leaf_id=parent,
        created_at=began,
        updated_at=began + count,
        folder_id=FolderId(f"folder{chance.randrange(5)}") if chance.random() < 0.3 else None,
        pinned=chance.random() < 5 / of,
        archived=chance.random() < 0.02,
        tags=(chance.choice(_TAGS),) if chance.random() < 0.1 else (),
    )
    return conversation, said


def _write(db: sqlite3.Connection, waiting: list[Message], number: int) -> int:
    """Write the messages down and empty the list; return the last number given."""
    rows, words = [], []
    for message in waiting:
        number += 1
        rows.append(
            (
                number,
                message.id,
                message.conversation_id,
                message.parent_id,
                message.role.value,
                message.status.value,
                message.content,
                message.created_at,
                dumps(replace(message, content="")),
            )
        )
        words.append((number, *indexed(message)))
    waiting.clear()
    db.executemany(
        "INSERT INTO messages (number, id, conversation_id, parent_id, role, status, content,"
        " created_at, data) VALUES (?,?,?,?,?,?,?,?,?)",
        rows,
    )
    db.executemany("INSERT INTO message_index (rowid, words, model, marks) VALUES (?,?,?,?)", words)
    return number


def _sentences(chance: random.Random) -> list[str]:
    """Return sentences whose words are as unevenly frequent as those of a language."""
    made = {
        "".join(
            chance.choice(_BEGINNINGS) + chance.choice(_MIDDLES)
            for _ in range(chance.randint(1, 3))
        )
        + chance.choice(_ENDS)
        for _ in range(WORDS)
    }
    words = [*_COMMON_WORDS.split(), *sorted(made)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    sentences = []
    for at in range(SENTENCES):
        if at % 7 == 0:
            sentences.append("".join(chance.choices(_CJK, k=SENTENCE_WORDS * 2)) + "。")
        else:
            chosen = chance.choices(words, cum_weights=weights, k=SENTENCE_WORDS)
            sentences.append(" ".join(chosen).capitalize() + ".")
    return sentences


def main() -> None:
    """Make one where the command line says."""
    folder, *numbers = sys.argv[1:]
    store = big_store(Path(folder), *(int(n) for n in numbers))
    size = store.paths.database.stat().st_size
    print(f"{store.conversations} conversations, {store.messages} messages, {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
