"""Searching a real index: operators, branches, the bin, interruption, and hostile input."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.replies import Choice, Reply
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from chatapp.store.message_index import day_marks
from chatapp.store.search import MOST_CONVERSATIONS, Found, MessageSearch, snippet

Work = Callable[[ConversationStore, MessageSearch], Awaitable[None]]
DAY_S = 86_400.0
MARCH = 1_772_366_400.0
"""1 March 2026, noon, UTC."""


def with_search(tmp_path: Path, work: Work) -> None:
    async def run() -> None:
        database = await Database.open(tmp_path / "db")
        try:
            await work(ConversationStore(database), MessageSearch(database))
        finally:
            await database.close()

    asyncio.run(run())


def said(own: str, number: int, words: str, **more: object) -> Message:
    message = Message(
        MessageId(f"{own}{number}"), ConversationId(own), None, Role.USER, content=words,
        created_at=MARCH + number * DAY_S,
    )  # fmt: skip
    return replace(message, **more)  # type: ignore[arg-type]


def answered(own: str, number: int, words: str, model: str) -> Message:
    reply = Reply(choices=(Choice(content=words),))
    return said(own, number, "", role=Role.ASSISTANT, reply=reply, model=model)


async def fill(store: ConversationStore) -> None:
    await store.put_messages(
        Conversation(ConversationId("a"), tags=("work", "old house")),
        [
            said("a", 1, "The quick brown fox"),
            answered("a", 2, "A fox jumps over the lazy dog", "gpt-4o-mini"),
        ],
    )
    await store.put_messages(
        Conversation(ConversationId("b"), tags=("home",)),
        [
            said("b", 3, "dog house, 東京タワー"),
            answered("b", 4, "Houses for dogs", "deepseek-chat"),
            said("b", 400, "nothing here but the fox"),
        ],
    )


async def found(search: MessageSearch, typed: str) -> Found:
    result = await search.search(typed)
    assert result is not None
    return result


async def ids(search: MessageSearch, typed: str) -> list[str]:
    return [hit.message_id for hit in (await found(search, typed)).hits]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("fox", ["b400", "a2"]),
        ("FOX ", ["b400", "a2"]),
        ("fo", ["b400", "a2"]),
        ("f", ["b400", "a2"]),
        ("fo ", []),
        ('"brown fox"', ["a1"]),
        ('"fox brown"', []),
        ("from:user dog", ["b3"]),
        ("from:assistant dog", ["b4", "a2"]),
        ("model:gpt-4o dog", ["a2"]),
        ("model:deepseek", ["b4"]),
        ("model:gpt model:mini", ["a2"]),
        ("tag:work fox", ["a2"]),
        ("tag:home", ["b400"]),
        ('tag:"Old House"', ["a2"]),
        ("tag:work tag:home", []),
        ("before:2026-03-03 fox", ["a1"]),
        ("after:2026-03-04 fox", ["b400"]),
        ("after:2026-03-03 before:2026-03-04", ["a2"]),
        ("after:2027 before:2026", []),
        ("after:2027 fox", ["b400"]),
        ("東", ["b3"]),
        ("東京", ["b3"]),
        ("京東", []),
        ("house", ["b4"]),
        ("ｆｏｘ", ["b400", "a2"]),
        ("ＦＯ", ["b400", "a2"]),
    ],
)
def test_words_and_operators_find_the_newest_message_of_each_conversation(
    tmp_path: Path, typed: str, expected: list[str]
) -> None:
    async def work(store: ConversationStore, search: MessageSearch) -> None:
        await fill(store)
        assert await ids(search, typed) == expected

    with_search(tmp_path, work)


def test_what_lies_in_the_bin_is_not_found(tmp_path: Path) -> None:
    async def work(store: ConversationStore, search: MessageSearch) -> None:
        await fill(store)
        await store.put(Conversation(ConversationId("b"), deleted_at=1.0))
        assert await ids(search, "fox") == ["a2"]
        await store.put(Conversation(ConversationId("b")))
        assert await ids(search, "fox") == ["b400", "a2"]

    with_search(tmp_path, work)


def test_a_hit_says_how_many_and_shows_the_words_where_they_begin(tmp_path: Path) -> None:
    async def work(store: ConversationStore, search: MessageSearch) -> None:
        await fill(store)
        (hit,) = (await found(search, "tag:work fox")).hits
        assert (hit.count, hit.snippet) == (2, "A fox jumps over the lazy dog")

    with_search(tmp_path, work)


def test_snippets_are_without_signs_of_markdown() -> None:
    text = "# A head\n\n- **bold** and `snake_case` 2 * 3\n> said ~~not~~"
    assert snippet(text, ["bold"]) == "A head bold and snake_case 2 * 3 said not"


def test_snippets_begin_before_the_first_word_and_stay_on_one_line() -> None:
    text = "start " * 50 + "\nthe needle\n\nand more " + "end " * 100
    assert "the needle and more" in snippet(text, ("needle",))
    assert snippet(text, ("needle",)).startswith("…")
    assert len(snippet(text, ("needle",))) <= 161
    assert snippet("unneedle the needle", ("needle",)) == "unneedle the needle"
    assert snippet("日本の東京", ("東",)) == "日本の東京"
    assert snippet("", ("x",)) == ""


def test_width_case_and_accents_make_no_difference_and_are_marked(tmp_path: Path) -> None:
    async def work(store: ConversationStore, search: MessageSearch) -> None:
        await fill(store)
        words = "Ａｐｐｌｅ ｶﾞｿﾘﾝ CAFÉ ЖУК"
        await store.put_messages(
            Conversation(ConversationId("w")), [said("w", 900, f"{'x ' * 200}{words}")]
        )
        for typed in ("apple", "ガソリン", "cafe", "café", "жук", "ｶﾞ"):
            hits = (await found(search, typed)).hits
            assert len(hits) == 1, typed
            hit = hits[0]
            assert hit.message_id == "w900"
            assert "Ａｐｐｌｅ" in hit.snippet or "CAFÉ" in hit.snippet

    with_search(tmp_path, work)


def test_a_newer_search_breaks_off_an_older_one(tmp_path: Path) -> None:
    async def work(store: ConversationStore, search: MessageSearch) -> None:
        await fill(store)
        first, second = await asyncio.gather(search.search("fox"), search.search("dog"))
        assert first is None
        assert second is not None
        assert {hit.message_id for hit in second.hits} == {"a2", "b4"}

    with_search(tmp_path, work)


def test_one_conversation_full_of_hits_does_not_hide_the_others(tmp_path: Path) -> None:
    async def work(store: ConversationStore, search: MessageSearch) -> None:
        await fill(store)
        many = [said("c", 500 + n, "fox again") for n in range(300)]
        await store.put_messages(Conversation(ConversationId("c")), many)
        assert await ids(search, "fox") == ["c799", "b400", "a2"]

    with_search(tmp_path, work)


def test_the_newest_conversations_come_first_and_the_rest_is_told_of(tmp_path: Path) -> None:
    async def work(store: ConversationStore, search: MessageSearch) -> None:
        for number in range(MOST_CONVERSATIONS + 5):
            own = f"n{number:03}"
            await store.put_messages(
                Conversation(ConversationId(own)), [said(own, number, "same words")]
            )
        result = await found(search, "same")
        assert result.has_more
        assert len(result.hits) == MOST_CONVERSATIONS
        assert result.hits[0].conversation_id == f"n{MOST_CONVERSATIONS + 4:03}"

    with_search(tmp_path, work)


@pytest.mark.parametrize(
    "typed", ['"', '""', "*", "NEAR(", "words:", "-", "a AND", "\0", "^a", "{"]
)
def test_signs_that_fts5_gives_a_meaning_to_are_harmless(tmp_path: Path, typed: str) -> None:
    async def work(store: ConversationStore, search: MessageSearch) -> None:
        await fill(store)
        await found(search, typed)

    with_search(tmp_path, work)


def test_an_interval_is_said_in_few_marks() -> None:
    marks = day_marks(date(2024, 2, 28), date(2026, 3, 2))
    assert [mark[1:] for mark in marks] == [
        "20240228", "20240229", *(f"2024{m:02}" for m in range(3, 13)), "2025", "202601",
        "202602", "20260301", "20260302",
    ]  # fmt: skip
    assert day_marks(date(2026, 1, 2), date(2026, 1, 1)) == []
