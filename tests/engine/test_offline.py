"""The real llama.cpp in its child process."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.engine_state import EnginePhase, EngineState
from chatapp.domain.errors import EngineFailed, RequestRejected
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import EndpointId
from chatapp.domain.replies import Reply
from chatapp.engine.model_file import built_in_model
from chatapp.engine.offline import EngineAddress, OfflineEngine
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.client import ChatClient
from chatapp.wire.connection import Connection
from tests.conftest import RunInQt

pytestmark = pytest.mark.model
ENDPOINT = Endpoint(EndpointId("e"), "e", "")
QUESTION: JsonValue = [{"role": "user", "content": "Name a colour."}]


async def asked(client: ChatClient, address: EngineAddress, **fields: JsonValue) -> Reply:
    into = ReplyAccumulator()
    body = {"model": "any", "messages": QUESTION, "max_tokens": 12, "seed": 7, **fields}
    connection = Connection(ENDPOINT, address.base_url, address.api_key)
    await client.complete(connection, body, into=into, notify=lambda: None)
    return into.reply()


def test_the_real_model_answers_in_every_way(run_in_qt: RunInQt) -> None:
    states: list[EnginePhase] = []

    async def work() -> None:
        engine = OfflineEngine(model=None, on_state=lambda s: states.append(s.phase))
        client = ChatClient()
        try:
            first, second = await asyncio.gather(engine.start(), engine.start())
            assert first == second
            usage: JsonValue = {"include_usage": True}
            streamed = await asked(client, first, stream=True, stream_options=usage)
            whole = await asked(client, first, stream=False)
            assert streamed.choices[0].content == whole.choices[0].content != ""
            assert streamed.usage is not None
            assert streamed.usage.completion_tokens == whole.usage.completion_tokens  # type: ignore[union-attr]
            assert streamed.choices[0].finish_reason == "length"
            both = await asked(client, first, stream=True, stream_options=usage, n=2)
            assert [c.index for c in both.choices] == [0, 1]
            assert both.usage is not None
            assert both.usage.completion_tokens == 24
            probable = await asked(client, first, stream=True, logprobs=True, top_logprobs=3)
            assert probable.choices[0].logprobs["content"]
            form: JsonValue = {"type": "json_object"}
            assert (await asked(client, first, response_format=form)).choices[0].content[0] == "{"
            wrong = EngineAddress(first.base_url, first.model, "wrong")
            with pytest.raises(RequestRejected) as refused:
                await asked(client, wrong)
            assert refused.value.status == 401
        finally:
            await client.close()
            await engine.stop()

    run_in_qt(work())
    assert states[0] is EnginePhase.STARTING
    assert states[-2:] == [EnginePhase.READY, EnginePhase.STOPPED]


class States:
    """Hears the engine's states, and lets a test wait for one."""

    def __init__(self) -> None:
        self.heard: list[EngineState] = []
        self._news = asyncio.Event()

    def __call__(self, state: EngineState) -> None:
        self.heard.append(state)
        self._news.set()

    async def until(self, phase: EnginePhase) -> EngineState:
        """Return the first state of this phase that is heard from now on."""
        self.heard.clear()
        async with asyncio.timeout(30):
            while not self.heard or self.heard[-1].phase is not phase:
                self._news.clear()
                await self._news.wait()
        return self.heard[-1]


def kill(engine: OfflineEngine) -> None:
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGKILL)


def test_loading_is_told_from_0_to_1(run_in_qt: RunInQt) -> None:
    states = States()

    async def work() -> None:
        engine = OfflineEngine(model=None, on_state=states)
        await engine.start()
        await engine.stop()

    run_in_qt(work())
    progress = [state.progress for state in states.heard if state.progress is not None]
    assert progress == sorted(progress)
    assert progress[0] == 0.0
    assert len(progress) >= 3
    assert progress[-1] == 1.0


def test_a_dead_engine_starts_again_by_itself(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        states = States()
        engine = OfflineEngine(model=None, on_state=states)
        first = await engine.start()
        kill(engine)
        await states.until(EnginePhase.READY)
        second = await engine.start()
        assert second.api_key != first.api_key
        await engine.stop()

    run_in_qt(work())


def test_an_engine_that_keeps_dying_waits_to_be_asked(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        states = States()
        engine = OfflineEngine(model=None, on_state=states)
        await engine.start()
        for expected in (EnginePhase.READY, EnginePhase.READY, EnginePhase.FAILED):
            kill(engine)
            state = await states.until(expected)
        assert str(state.problem) == "The offline model stopped unexpectedly."
        assert (await engine.start()).base_url
        await engine.stop()

    run_in_qt(work())


@pytest.mark.parametrize("turns", [0, 1, 100])
def test_whoever_waits_for_a_start_is_told_when_it_is_stopped(turns: int) -> None:
    async def work() -> None:
        engine = OfflineEngine(model=None, on_state=lambda _: None)
        async with asyncio.TaskGroup() as tasks:
            start = tasks.create_task(refused(engine))
            for _ in range(turns + 1):
                await asyncio.sleep(0)
            await engine.stop()
            assert "was stopped before it was ready" in str(await start)
        assert engine.state.phase is EnginePhase.STOPPED
        assert (await engine.start()).base_url
        await engine.stop()

    async def refused(engine: OfflineEngine) -> EngineFailed:
        with pytest.raises(EngineFailed) as told:
            await engine.start()
        return told.value

    asyncio.run(work())


def test_one_cancelled_start_does_not_stop_the_others() -> None:
    async def work() -> None:
        engine = OfflineEngine(model=None, on_state=lambda _: None)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await engine.start()
        assert engine.state.phase is EnginePhase.STARTING
        assert (await engine.start()).base_url
        await engine.stop()

    asyncio.run(work())


def test_the_key_stands_in_no_command_line_and_no_repr() -> None:
    async def work() -> None:
        engine = OfflineEngine(model=None, on_state=lambda _: None)
        address = await engine.start()
        assert address.api_key not in " ".join(psutil.Process(engine.pid).cmdline())
        assert address.api_key not in repr(address)
        await engine.stop()

    asyncio.run(work())


def test_what_is_no_model_file_is_refused_in_words(tmp_path: Path) -> None:
    wrong = tmp_path / "model.gguf"
    wrong.write_bytes(b"not a model" * 1000)

    async def work(path: Path) -> None:
        await OfflineEngine(model=path, on_state=lambda _: None).start()

    for path in (wrong, tmp_path / "missing.gguf"):
        with pytest.raises(EngineFailed) as refused:
            asyncio.run(work(path))
        assert path.name in str(refused.value)


def test_a_model_cut_short_fails_with_the_words_of_llama_cpp(tmp_path: Path) -> None:
    whole = built_in_model()
    assert whole is not None
    cut = tmp_path / "cut.gguf"
    with whole.open("rb") as model:
        cut.write_bytes(model.read(2_000_000))

    async def work() -> EngineFailed:
        engine = OfflineEngine(model=cut, on_state=lambda _: None)
        with pytest.raises(EngineFailed) as refused:
            await engine.start()
        assert engine.state.phase is EnginePhase.FAILED
        return refused.value

    problem = asyncio.run(work())
    assert problem.retryable
    assert "failed to load model" in problem.detail


def test_a_wrong_choice_of_model_changes_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        engine = OfflineEngine(model=None, on_state=lambda _: None)
        before = await engine.start()
        with pytest.raises(EngineFailed):
            await engine.use_model(tmp_path / "missing.gguf")
        assert await engine.start() == before
        await engine.stop()

    asyncio.run(work())


PARENT = """
import asyncio, sys
from chatapp.engine.model_file import built_in_model
from chatapp.engine.offline import OfflineEngine
async def main():
    engine = OfflineEngine(model=None, on_state=lambda _: None)
    starting = engine.start()
    if sys.argv[1] == "ready":
        await starting
    else:
        asyncio.get_running_loop().call_soon(starting.send, None)
        while engine.pid is None:
            await asyncio.sleep(0)
    print(engine.pid, flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""


@pytest.mark.parametrize("moment", ["ready", "loading"])
def test_the_engine_ends_when_the_app_is_killed(moment: str) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, moment], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    with parent.stdout as output:
        child = psutil.Process(int(output.readline()))
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
        child.wait(timeout=10)
    assert not child.is_running()
