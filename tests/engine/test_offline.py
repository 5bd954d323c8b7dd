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
    assert states == [EnginePhase.STARTING, EnginePhase.READY, EnginePhase.STOPPED]


def test_a_dead_engine_is_noticed_and_started_again(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        failed = asyncio.Event()

        def on_state(state: EngineState) -> None:
            if state.phase is EnginePhase.FAILED:
                failed.set()

        engine = OfflineEngine(model=None, on_state=on_state)
        try:
            first = await engine.start()
            (child,) = [
                p for p in psutil.Process().children() if "chatapp" in " ".join(p.cmdline())
            ]
            assert first.api_key not in " ".join(child.cmdline())
            child.kill()
            async with asyncio.timeout(10):
                await failed.wait()
            assert (await engine.start()).base_url != first.base_url
        finally:
            await engine.stop()

    run_in_qt(work())


def test_what_is_no_model_file_is_refused_in_words(tmp_path: Path) -> None:
    wrong = tmp_path / "model.gguf"
    wrong.write_bytes(b"not a model" * 1000)

    async def work(path: Path) -> None:
        await OfflineEngine(model=path, on_state=lambda _: None).start()

    for path in (wrong, tmp_path / "missing.gguf"):
        with pytest.raises(EngineFailed) as refused:
            asyncio.run(work(path))
        assert path.name in str(refused.value)


PARENT = """
import asyncio, os
from chatapp.engine.offline import OfflineEngine
async def main():
    engine = OfflineEngine(model=None, on_state=lambda _: None)
    await engine.start()
    print(engine._child.process.pid, flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""


def test_the_engine_ends_when_the_app_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    with parent.stdout as output:
        child = psutil.Process(int(output.readline()))
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
        child.wait(timeout=10)
    assert not child.is_running()
