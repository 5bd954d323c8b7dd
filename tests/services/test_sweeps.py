"""Sweeps over real sockets: bounded, held up by a busy server, paused, kept, used."""

import asyncio
import csv
import io
import json
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.errors import InvalidRequest
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import MessageStatus, Role
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.sweep_measures import cell_measures
from chatapp.domain.sweeps import Axis, Sweep, SweepPlan, SweepState
from chatapp.services.sweep_export import to_csv, to_json
from chatapp.services.sweep_requests import _made_of
from tests.support.open_chat import OpenChat, open_chat
from tests.support.raw_server import HOLD, RawServer, Script, raw_server, reply
from tests.support.waiting import until

PLAN = SweepPlan((Axis("temperature", (0, 0.5)), Axis("top_p", (0.5, 1))))
BUSY = reply(b'{"error":{"message":"slow down"}}', "429 Too Many Requests", "Retry-After: 0")
REFUSED = reply(b'{"error":{"message":"no"}}', "400 Bad Request")
NO_USAGE = reply(b'{"error":{"message":"stream_options is not permitted"}}', "400 Bad Request")


def answer(words: str = "Hello") -> bytes:
    usage = {"prompt_tokens": 9, "completion_tokens": 2}
    logprobs = {"content": [{"token": words, "logprob": -0.5}]}
    choice = {"message": {"content": words}, "finish_reason": "stop", "logprobs": logprobs}
    return reply(json.dumps({"choices": [choice], "usage": usage}).encode())


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


async def begun(chat: OpenChat, plan: SweepPlan = PLAN, at_once: int = 2) -> Sweep:
    await chat.services.conversations.load(chat.id)
    return await chat.services.sweeps.begin(chat.id, plan, "Why?", at_once)


async def ended(chat: OpenChat, sweep: Sweep, state: SweepState = SweepState.DONE) -> Sweep:
    def now() -> Sweep:
        found = chat.services.sweeps.get(sweep.id)
        assert found is not None
        return found

    await until(lambda: now().state is state, within_s=30)
    return now()


def test_every_cell_is_asked_with_its_own_values(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            chat.services.conversations.set_parameter(chat.id, "n", Setting(2))
            sweep = await begun(chat)
            await ended(chat, sweep)
            results = await chat.services.sweeps.results(sweep.id)
            assert sorted(results.runs) == [0, 1, 2, 3]
            assert all(run.text == "Hello" for run in results.runs.values())
            assert results.runs[0].surprisal == 0.5
            kept = results.runs[0].reply
            assert kept is not None
            assert kept.choices[0].logprobs == {}
            assert chat.services.conversations.path(chat.id) == [], "the conversation is as it was"
        bodies = [server.body(n) for n in range(4)]
        asked = sorted((body["temperature"], body["top_p"]) for body in bodies)
        assert asked == [(0, 0.5), (0, 1), (0.5, 0.5), (0.5, 1)]
        assert all(body["messages"][-1]["content"] == "Why?" for body in bodies)
        assert not any("n" in body for body in bodies)

    with raw_server(*[[answer()]] * 4) as server:
        run(work(server))


def test_no_more_requests_run_at_once_than_allowed(tmp_path: Path) -> None:
    go_on = threading.Event()
    four: list[Script] = [[go_on, answer()]] * 4

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            sweep = await begun(chat, at_once=2)
            await until(lambda: len(server.requests) == 2)
            sweep_service = chat.services.sweeps
            sweep_service.pause(sweep.id)
            go_on.set()
            results = await sweep_service.results(sweep.id)
            await until(lambda: len(results.runs) == 2)
            assert len(server.requests) == 2, "paused: nothing more is begun"
            await sweep_service.go_on(sweep.id)
            await ended(chat, sweep)
            assert len(results.runs) == 4

    with raw_server(*four) as server:
        run(work(server))


def test_a_busy_server_is_waited_for_and_nothing_is_lost(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            sweep = await begun(chat)
            await ended(chat, sweep)
            results = await chat.services.sweeps.results(sweep.id)
            assert [run.text for run in results.runs.values()] == ["Hello"] * 4
        assert len(server.requests) == 6

    with raw_server([BUSY], [BUSY], *[[answer()]] * 4) as server:
        run(work(server))


def test_a_refusal_is_kept_as_a_failed_answer_and_the_others_go_on(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            sweep = await begun(chat, at_once=1)
            await ended(chat, sweep)
            results = await chat.services.sweeps.results(sweep.id)
            failures = [number for number, run in results.runs.items() if run.failure]
            assert failures == [0]
            assert len(results.runs) == 4

    with raw_server([REFUSED], *[[answer()]] * 3) as server:
        run(work(server))


def test_what_a_server_teaches_is_adapted_to_at_once(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            sweep = await begun(chat, SweepPlan((Axis("temperature", (0,)),)), at_once=1)
            await ended(chat, sweep)
            results = await chat.services.sweeps.results(sweep.id)
            assert results.runs[0].text == "Hello"
        assert ["stream_options" in server.body(n) for n in (0, 1)] == [True, False]

    with raw_server([NO_USAGE], [answer()]) as server:
        run(work(server))


def test_a_sweep_that_was_cut_goes_on_after_a_restart(tmp_path: Path) -> None:
    async def first(server: RawServer) -> Sweep:
        async with open_chat(tmp_path, server.url) as chat:
            await chat.services.conversations.load(chat.id)
            chat.services.conversations.set_draft(chat.id, "so that it is kept")
            sweep = await begun(chat, at_once=1)
            results = await chat.services.sweeps.results(sweep.id)
            await until(lambda: len(results.runs) == 1 and len(server.requests) == 2)
            return sweep

    async def second(server: RawServer, sweep: Sweep) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            sweeps = chat.services.sweeps
            (found,) = sweeps.of(sweep.conversation_id)
            assert (found.plan, found.state) == (sweep.plan, SweepState.PAUSED)
            assert len((await sweeps.results(sweep.id)).runs) == 1
            await sweeps.go_on(sweep.id)
            await ended(chat, found)
            assert len((await sweeps.results(sweep.id)).runs) == 4
            restore = await sweeps.delete(sweep.id)
            assert sweeps.of(sweep.conversation_id) == []
            await chat.services.saver.flush()
            restore()
            await chat.services.saver.flush()
        async with open_chat(tmp_path, server.url) as chat:
            sweeps = chat.services.sweeps
            (found,) = sweeps.of(sweep.conversation_id)
            assert len((await sweeps.results(found.id)).runs) == 4
            await sweeps.delete(sweep.id)
        async with open_chat(tmp_path, server.url) as chat:
            assert chat.services.sweeps.of(sweep.conversation_id) == []

    async def work(server: RawServer) -> None:
        await second(server, await first(server))

    with raw_server([answer()], [HOLD], *[[answer()]] * 3) as server:
        run(work(server))


def test_a_cancelled_sweep_keeps_its_answers_and_closes_its_sockets(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            sweep = await begun(chat, at_once=1)
            await until(lambda: len(server.requests) == 2)
            await chat.services.sweeps.cancel(sweep.id)
            found = await ended(chat, sweep, SweepState.CANCELLED)
            assert found.state is SweepState.CANCELLED
            assert len((await chat.services.sweeps.results(sweep.id)).runs) == 1
        assert server.closed.wait(10)

    with raw_server([answer()], [HOLD]) as server:
        run(work(server))


def test_what_was_asked_last_is_asked_when_nothing_new_is_typed(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            with pytest.raises(InvalidRequest):
                await chat.services.sweeps.begin(chat.id, PLAN, "", 1)
            await chat.ask("First?")
            plan = SweepPlan((Axis("system", ("Be kind.", "Be brief.")),))
            sweep = await chat.services.sweeps.begin(chat.id, plan, "", 1)
            await ended(chat, sweep)
        for number, system in ((1, "Be kind."), (2, "Be brief.")):
            messages = server.body(number)["messages"]
            assert [m["content"] for m in messages] == [system, "First?"]

    with raw_server(*[[answer()]] * 3) as server:
        run(work(server))


def test_an_answer_becomes_a_branch_and_its_settings_the_conversations(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            services = chat.services
            sweep = await begun(chat)
            await ended(chat, sweep)
            for number in (3, 2):
                answer_id = await services.sweeps.continue_from(sweep.id, number)
            path = services.conversations.path(chat.id)
            assert [(m.role, m.text) for m in path] == [
                (Role.USER, "Why?"),
                (Role.ASSISTANT, "Hello"),
            ]
            assert path[-1].id == answer_id
            assert path[-1].status is MessageStatus.COMPLETE
            assert path[-1].sent_body["temperature"] == 0.5
            assert len(services.conversations.tree(chat.id).siblings(answer_id)) == 2
            undo = services.sweeps.use_settings(sweep.id, 2)
            assert services.generation.next.body(chat.id)["temperature"] == 0.5
            assert undo is not None
            undo()
            assert "temperature" not in services.generation.next.body(chat.id)

    with raw_server(*[[answer()]] * 4) as server:
        run(work(server))


def test_a_plan_or_a_cell_that_cannot_be_sent_is_refused(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            with pytest.raises(InvalidRequest):
                await begun(chat, SweepPlan(()))
            chat.services.conversations.set_parameter(chat.id, "stop", Setting(["a"] * 9))
            sweep = await begun(chat, SweepPlan((Axis("seed", (1,)),)))
            await ended(chat, sweep)
            failure = (await chat.services.sweeps.results(sweep.id)).runs[0].failure
            assert failure is not None
            assert failure.arguments["field"] == "stop"

    with raw_server() as server:
        run(work(server))


def test_an_answer_is_checked_against_the_schema_that_was_asked_for(tmp_path: Path) -> None:
    schema: JsonValue = {"type": "object", "required": ["a"]}
    wanted: JsonValue = {"type": "json_schema", "json_schema": {"name": "x", "schema": schema}}
    plan = SweepPlan((Axis("seed", (1, 2)),))

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            chat.services.conversations.set_parameter(chat.id, "response_format", Setting(wanted))
            sweep = await begun(chat, plan, at_once=1)
            await ended(chat, sweep)
            results = await chat.services.sweeps.results(sweep.id)
            assert [results.runs[n].fits_schema for n in (0, 1)] == [True, False]

    with raw_server([answer('{"a": 1}')], [answer("no JSON")]) as server:
        run(work(server))


def test_a_sweep_is_written_as_a_table_and_as_json(tmp_path: Path) -> None:
    plan = SweepPlan((Axis("temperature", (0, 1)), Axis("system", ("=1+1",))), repeats=2)

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            sweep = await begun(chat, plan, at_once=1)
            await ended(chat, sweep)
            results = await chat.services.sweeps.results(sweep.id)
            measures = {cell: cell_measures(results, cell, 0, None) for cell in (0, 1)}
            table = list(csv.DictReader(io.StringIO(to_csv(sweep, results, measures))))
            assert len(table) == 4
            assert table[0]["answer"] == "'=danger, “quoted”\nline"
            assert (table[0]["system"], table[0]["cell_words"]) == ("'=1+1", "3.0")
            assert sum(bool(row["failure"]) for row in table) == 1
            written = json.loads(to_json(sweep, results, measures))
            assert [cell["values"]["temperature"] for cell in written["cells"]] == [0, 1]
            (first, second) = written["cells"][0]["answers"]
            assert first["answer"] == "=danger, “quoted”\nline"
            assert first["request"]["temperature"] == 0
            assert first["usage"]["prompt_tokens"] == 9
            assert second["answer"] == first["answer"]
            assert written["cells"][1]["answers"][0]["failure"]

    words = answer("=danger, “quoted”\nline")
    with raw_server([words], [REFUSED], [words], [words]) as server:
        run(work(server))


def test_a_sweep_deleted_while_its_results_are_read_has_none(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            sweep = await begun(chat, SweepPlan((Axis("temperature", (0,)),)))
            await ended(chat, sweep)
            await chat.services.sweeps.delete(sweep.id)
            assert (await chat.services.sweeps.results(sweep.id)).runs == {}

    with raw_server([answer()]) as server:
        run(work(server))


def test_a_reply_without_choices_is_an_empty_answer() -> None:
    from chatapp.domain.replies import Reply

    made = asyncio.run(_made_of(3, Reply(), {"model": "m", "messages": []}))
    assert (made.number, made.text, made.surprisal) == (3, "", None)
    assert made.sent_body == {"model": "m"}


@pytest.mark.model
def test_the_real_offline_model_is_swept_and_measured(tmp_path: Path) -> None:
    plan = SweepPlan((Axis("temperature", (0, 1.5)), Axis("min_p", (0, 0.2))), repeats=2)

    async def work() -> None:
        async with open_chat(tmp_path, "") as chat:
            services = chat.services
            offline = services.endpoints.add_offline()
            services.conversations.choose_model(chat.id, offline.id, "")
            for name, value in (("max_tokens", 16), ("logprobs", True), ("seed", 1)):
                services.conversations.set_parameter(chat.id, name, Setting(value))
            # One at a time: llama.cpp's sums depend on what else is in the batch.
            sweep = await begun(chat, plan, at_once=1)
            await until(
                lambda: services.sweeps.of(chat.id)[0].state is SweepState.DONE, within_s=240
            )
            results = await services.sweeps.results(sweep.id)
            measures = [cell_measures(results, cell, 0, None) for cell in range(4)]
            assert all(run.failure is None for run in results.runs.values())
            assert measures[0]["self_similarity"] == 1, "the likeliest token each time"
            assert all(0 <= (m["surprisal"] or 0) < 12 for m in measures)
            assert (measures[2]["surprisal"] or 0) > (measures[0]["surprisal"] or 0)
            assert all((m["tokens"] or 0) > 0 and (m["speed"] or 0) > 0 for m in measures)

    asyncio.run(asyncio.wait_for(work(), 300))
