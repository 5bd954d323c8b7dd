"""Use is recorded as answers end, over a real socket and a real store."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path

from chatapp.domain.changes import BudgetReached
from chatapp.domain.language_models import LanguageModel
from chatapp.domain.messages import EndpointId
from chatapp.domain.replies import Reply, Usage
from chatapp.domain.usage import Grouping, Price, Purpose, Tokens
from chatapp.services.preferences import PreferenceService
from chatapp.services.spending import tell_spent
from chatapp.services.trials import ask_for_one_token
from chatapp.services.usage import UsageService
from chatapp.store.preferences import PreferenceStore
from chatapp.store.usage import UsageStore
from tests.support.open_chat import OpenChat, open_chat
from tests.support.raw_server import Script, raw_server, reply

E = EndpointId("e")


def answer(prompt: int, completion: int, **more: object) -> bytes:
    usage = {"prompt_tokens": prompt, "completion_tokens": completion, **more}
    choice = {"message": {"content": "Hello"}, "finish_reason": "stop"}
    return reply(json.dumps({"choices": [choice], "usage": usage}).encode())


def in_chat(
    folder: Path,
    work: Callable[[OpenChat, UsageService], Awaitable[None]],
    *scripts: Script,
    today: Callable[[], date] | None = None,
) -> None:
    async def run() -> None:
        with raw_server(*scripts) as server:
            async with open_chat(folder, server.url) as chat:
                s = chat.services
                preferences = PreferenceService(PreferenceStore(s.database), s.saver)
                await preferences.open()
                usage = UsageService(
                    UsageStore(s.database), s.conversations, s.endpoints, preferences,
                    s.saver, s.publisher, s.tasks, **({"today": today} if today else {}),
                )  # fmt: skip
                await usage.open()
                await work(chat, usage)

    asyncio.run(run())


async def ask(chat: OpenChat) -> None:
    await chat.ask()
    await chat.services.saver.flush()


def test_each_answer_counts_once_and_a_deleted_conversation_still_counts(tmp_path: Path) -> None:
    async def work(chat: OpenChat, usage: UsageService) -> None:
        await ask(chat)
        await ask(chat)
        (row,) = await usage.rows(Grouping.CONVERSATION, None)
        assert (row.key, row.answers, row.tokens) == (chat.id, 2, Tokens(110, 22))
        await chat.services.conversations.erase([chat.id])
        (row,) = await usage.rows(Grouping.MODEL, 30)
        assert (row.key, row.answers, row.cost) == ("m", 2, None)
        assert len(await usage.rows(Grouping.ANSWER, None)) == 2

    in_chat(tmp_path, work, [answer(10, 2)], [answer(100, 20)])


def test_titles_sweeps_and_trials_are_told_apart(tmp_path: Path) -> None:
    async def work(chat: OpenChat, usage: UsageService) -> None:
        s = chat.services
        await ask(chat)
        made = Reply(usage=Usage({"prompt_tokens": 100, "completion_tokens": 10}))
        tell_spent(s.publisher, Purpose.TITLE, made, E, "cheap", chat.id)
        tell_spent(s.publisher, Purpose.SWEEP, made, E, "m", chat.id)
        tell_spent(s.publisher, Purpose.SWEEP, made, E, "m", chat.id)
        tell_spent(s.publisher, Purpose.TRIAL, Reply(), E, "m")
        await ask_for_one_token(s.endpoints, E, "m")
        await s.saver.flush()
        rows = await usage.rows(Grouping.PURPOSE, None)
        found = {row.key: (row.answers, row.tokens.total) for row in rows}
        assert found == {
            "answer": (1, 12), "title": (1, 110), "sweep": (2, 220), "trial": (1, 8),
        }  # fmt: skip
        usage.set_price(E, "m", Price(1_000_000, 1_000_000))
        mine = {row.key: row.cost for row in await usage.of_conversation(chat.id)}
        assert mine == {"answer": 12, "title": None, "sweep": 220}

    in_chat(tmp_path, work, [answer(10, 2)], [answer(7, 1)])


def test_the_cost_of_an_answer_is_stated_or_counted_or_not_known(tmp_path: Path) -> None:
    async def work(chat: OpenChat, usage: UsageService) -> None:
        conversations = chat.services.conversations
        await ask(chat)
        plain = conversations.path(chat.id)[-1]
        assert usage.cost_of(plain) is None
        assert usage.cost_of(conversations.path(chat.id)[0]) is None
        listed = LanguageModel("m", extra={"pricing": {"prompt": "0.1", "completion": "0.2"}})
        chat.services.endpoints._models[E] = (listed,)
        assert usage.cost_of(plain) == 10 * 0.1 + 2 * 0.2
        usage.set_price(E, "m", Price(1_000_000, 0))
        assert usage.cost_of(plain) == 10
        await ask(chat)
        assert usage.cost_of(conversations.path(chat.id)[-1]) == 0.75

    in_chat(tmp_path, work, [answer(10, 2)], [answer(10, 2, cost=0.75)])


def test_an_answer_without_a_count_is_not_invented(tmp_path: Path) -> None:
    async def work(chat: OpenChat, usage: UsageService) -> None:
        await ask(chat)
        assert await usage.rows(Grouping.DAY, None) == []

    plain = b'{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}'
    in_chat(tmp_path, work, [reply(plain)])


def test_prices_are_the_persons_or_else_the_endpoints(tmp_path: Path) -> None:
    async def work(chat: OpenChat, usage: UsageService) -> None:
        await ask(chat)
        listed = LanguageModel("m", extra={"pricing": {"prompt": "0.1", "completion": "0.2"}})
        chat.services.endpoints._models[E] = (listed,)
        (row,) = await usage.rows(Grouping.ENDPOINT, 1)
        assert row.cost == 10 * 0.1 + 2 * 0.2
        usage.set_price(E, "m", Price(1_000_000, 0))
        assert usage.is_own_price(E, "m")
        (answer_row,) = await usage.rows(Grouping.ANSWER, None)
        assert answer_row.cost == 10
        assert await usage.models_used() == [(E, "m")]
        await chat.services.saver.flush()
        usage._own_prices = {}
        await usage.open()
        assert usage.prices()[E, "m"] == Price(1_000_000, 0)
        usage.set_price(E, "m", None)
        await chat.services.saver.flush()
        await usage.open()
        assert await usage.rows(Grouping.ENDPOINT, 1) == [row]

    in_chat(tmp_path, work, [answer(10, 2)])


def test_a_cost_that_the_endpoint_states_counts_before_any_price(tmp_path: Path) -> None:
    async def work(chat: OpenChat, usage: UsageService) -> None:
        usage.set_price(E, "m", Price(1_000_000, 0))
        await ask(chat)
        (row,) = await usage.rows(Grouping.DAY, None)
        assert (row.cost, row.is_partial) == (0.75, False)

    in_chat(tmp_path, work, [answer(10, 2, cost=0.75)])


def test_only_the_days_that_are_asked_for_count(tmp_path: Path) -> None:
    moment = [date.today()]  # noqa: DTZ011 - the person's own date

    async def work(chat: OpenChat, usage: UsageService) -> None:
        await ask(chat)
        assert len(await usage.rows(Grouping.DAY, 7)) == 1
        moment[0] += timedelta(days=7)
        assert await usage.rows(Grouping.DAY, 7) == []
        assert len(await usage.rows(Grouping.DAY, 8)) == 1

    in_chat(tmp_path, work, [answer(10, 2)], today=lambda: moment[0])


def test_the_budget_warns_at_four_fifths_and_when_it_is_spent_once_each(tmp_path: Path) -> None:
    async def work(chat: OpenChat, usage: UsageService) -> None:
        def warnings() -> list[float]:
            return [c.spent for c in chat.changes if isinstance(c, BudgetReached)]

        usage.set_price(E, "m", Price(1_000_000, 0))
        usage.set_budget(10)
        assert usage.budget == 10
        told: list[list[float]] = []
        for _ in range(5):
            await ask(chat)
            told.append(warnings())
        assert told == [[], [8.0], [8.0], [8.0, 10.0], [8.0, 10.0]]
        usage.set_budget(0)
        await usage.check_budget()
        assert len(warnings()) == 2

    counts = [4, 4, 1, 1, 1]
    in_chat(tmp_path, work, *[[answer(count, 1)] for count in counts])
