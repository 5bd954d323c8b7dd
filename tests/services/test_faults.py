"""Every network fault before and after the first token: words, status, text, no second bill."""

import asyncio
import re
import socket
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.endpoints import ReasoningPolicy
from chatapp.domain.failure_records import hint_of, message_of, ways_out_of
from chatapp.domain.generation import Phase
from chatapp.domain.messages import Message, MessageStatus
from chatapp.domain.parameter_layers import Setting
from chatapp.store.paths import profile_paths
from tests.support.open_chat import QUICK, open_chat, rows
from tests.support.raw_server import HOLD, RESET, RawServer, Script, raw_server, reply
from tests.support.waiting import until

TEXT = "Hé\u2028l 東🎉"
FIRST = f'data: {{"choices":[{{"index":0,"delta":{{"content":"{TEXT}"}}}}]}}\n\n'.encode()
ROLE = b'data: {"choices":[{"index":0,"delta":{"role":"assistant","content":null}}]}\n\n'
STREAM = reply(FIRST + b"data: [DONE]\n\n")
CHUNKED = "Transfer-Encoding: chunked"
ERROR_EVENT = b'data: {"error":{"message":"no"}}\n\n'
NOW = "Retry-After: 0"


def chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


async def answered(folder: Path, server: RawServer, **fields: Any) -> Message:
    async with open_chat(folder, server.url, timeouts=QUICK, **fields) as chat:
        return await chat.ask()


def assert_it_says_what_happened(answer: Message) -> None:
    """One plain sentence, no Python in it, and something to do."""
    assert answer.status is MessageStatus.FAILED
    assert answer.failure is not None
    words = str(message_of(answer.failure))
    assert len(words.split()) >= 3
    assert not re.search(r"Error\b|Exception|Traceback|\{|\}|<|None", words), words
    assert ways_out_of(answer.failure)


def pause() -> None:
    """Let a little time pass at the server."""
    threading.Event().wait(0.05)


def dribbled(data: bytes) -> Script:
    """Send one byte at a time, for longer than anybody is ready to wait."""
    return [step for byte in data[:60] for step in (bytes([byte]), pause)]


BEFORE: dict[str, Script] = {
    "reset": [RESET],
    "closed without a byte": [],
    "garbage": [b"garbage\r\n\r\n"],
    "silence": [HOLD],
    "half of the headers": [b"HTTP/1.1 200 OK\r\nConte", HOLD],
    "half of the headers, then closed": [b"HTTP/1.1 200 OK\r\nConte"],
    "headers byte by byte": dribbled(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 99),
    "body byte by byte": [reply(b""), *dribbled(b"data: {" + b" " * 99)],
    "headers only": [reply(b""), HOLD],
    "headers too long": [b"HTTP/1.1 200 OK\r\nX: " + b"a" * 2_000_000 + b"\r\n\r\n"],
    "empty body": [reply(b"")],
    "short content length": [reply(b'{"cho', "200 OK", "Content-Length: 100")],
    "cut within a chunk": [reply(b"", "200 OK", CHUNKED) + chunk(FIRST)[:20]],
    "reset within a chunk": [reply(b"", "200 OK", CHUNKED) + chunk(FIRST)[:20], RESET],
    "role, then the end": [reply(ROLE)],
    "comments, then the end": [reply(b": wait\n\n: wait\n\n")],
    "web page": [reply(b"<html>hi</html>")],
    "plain words": [reply(b"hello there")],
    "half of a document": [reply(b'{"choices":')],
    "no choices": [reply(b'{"choices":[]}')],
    "null choices": [reply(b'{"choices":null}')],
    "a list of numbers": [reply(b"[1,2,3]")],
    "error with status 200": [reply(b'{"error":{"message":"no"}}')],
    "error event": [reply(ROLE + ERROR_EVENT)],
    "only broken events": [reply(b"data: {broken\n\ndata: [DONE]\n\n")],
    "compressed unasked": [reply(b"x", "200 OK", "Content-Encoding: gzip")],
    "400": [reply(b'{"error":"bad"}', "400 Bad Request")],
    "401": [reply(b"{}", "401 Unauthorized")],
    "402": [reply(b"{}", "402 Payment Required")],
    "403 page": [reply(b"<h1>Blocked</h1>", "403 Forbidden")],
    "404": [reply(b"not here", "404 Not Found")],
    "405": [reply(b"", "405 Method Not Allowed")],
    "413": [reply(b"<h1>too large</h1>", "413 Too Large")],
    "422": [reply(b'{"detail":[{"loc":["a"],"msg":"b"}]}', "422 X")],
    "429, wait an hour": [reply(b"{}", "429 X", "Retry-After: 3600")],
    "429, quota": [reply(b'{"error":{"code":"insufficient_quota"}}', "429 X", NOW)],
    "redirect": [reply(b"", "307 X", "Location: http://other.invalid/v1")],
    "redirect to itself": [reply(b"", "302 X", "Location: /v1/x")],
    "status 299 of no sense": [reply(b"{}", "299 X")],
    "status line cut": [b"HTTP/1.1 2"],
}


@pytest.mark.parametrize("script", BEFORE.values(), ids=BEFORE)
def test_a_fault_before_the_first_token_is_said_and_the_question_kept(
    tmp_path: Path, script: Script
) -> None:
    with raw_server(script) as server:

        async def work() -> None:
            answer = await answered(tmp_path, server)
            assert_it_says_what_happened(answer)
            assert answer.text == ""

        run(work())
    assert (len(server.requests), server.uninvited) == (1, 0)
    stored = rows(profile_paths(tmp_path), "SELECT content, status FROM messages ORDER BY number")
    assert stored == [("Hello", "complete"), ("", "failed")]


AFTER: dict[str, Script] = {
    "reset": [reply(FIRST), RESET],
    "the end without an end": [reply(FIRST)],
    "silence": [reply(FIRST), HOLD],
    "cut within a chunk": [reply(b"", "200 OK", CHUNKED) + chunk(FIRST) + b"40\r\ndata: {"],
    "reset within a chunk": [
        reply(b"", "200 OK", CHUNKED) + chunk(FIRST) + b"40\r\ndata: {",
        RESET,
    ],
    "bad chunk length": [reply(b"", "200 OK", CHUNKED) + chunk(FIRST) + b"zz\r\n"],
    "short content length": [reply(FIRST, "200 OK", "Content-Length: 9999")],
    "half of an event": [reply(FIRST + b'data: {"choices":[{"delta":{"con')],
    "half of a character": [reply(FIRST + b'data: {"choices":[{"delta":{"content":"\xe6\x9d')],
    "error event": [reply(FIRST + ERROR_EVENT)],
    "error event of a busy server": [
        reply(FIRST + b'data: {"error":{"message":"busy","code":503}}\n\n')
    ],
    "named error event": [reply(FIRST + b'event: error\ndata: {"message":"no"}\n\n')],
    "error object": [reply(FIRST + b'data: {"object":"error","message":"no"}\n\n')],
    "error in a choice": [
        reply(FIRST + b'data: {"choices":[{"index":0,"error":{"message":"no"}}]}\n\n')
    ],
    "only comments from here on": [reply(FIRST), *[b": wait\n\n"] * 3, HOLD],
    "byte by byte from here on": [reply(FIRST), *dribbled(b"data: {" + b" " * 99)],
    "broken event, then the end": [reply(FIRST + b"data: {broken\n\n")],
}


@pytest.mark.parametrize("script", AFTER.values(), ids=AFTER)
def test_a_fault_after_the_first_token_keeps_the_text_and_asks_no_second_time(
    tmp_path: Path, script: Script
) -> None:
    with raw_server(script) as server:

        async def work() -> None:
            answer = await answered(tmp_path, server)
            assert_it_says_what_happened(answer)
            assert answer.text == TEXT

        run(work())
    assert (len(server.requests), server.uninvited) == (1, 0)
    (stored,) = rows(profile_paths(tmp_path), "SELECT data FROM messages WHERE status = 'failed'")
    assert TEXT in str(stored[0])


@pytest.mark.parametrize("before", [b"", FIRST], ids=["at first", "in the middle"])
def test_comments_show_that_a_slow_server_lives(tmp_path: Path, before: bytes) -> None:
    """Twenty of them take twice as long as a silence may."""
    waiting: Script = [step for _ in range(20) for step in (b": wait\n\n", pause)]
    end = b"data: [DONE]\n\n"
    with raw_server([reply(before), *waiting, FIRST + end]) as server:

        async def work() -> None:
            answer = await answered(tmp_path, server)
            assert answer.status is MessageStatus.COMPLETE
            assert answer.text == TEXT * (2 if before else 1)

        run(work())


def test_no_server_is_tried_three_times_and_the_place_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]

    async def work() -> None:
        async with open_chat(tmp_path, f"http://127.0.0.1:{port}/v1") as chat:
            answer = await chat.ask()
            assert_it_says_what_happened(answer)
            assert answer.failure is not None
            assert f"127.0.0.1:{port}" in str(message_of(answer.failure))
            assert chat.phases.count(Phase.RETRY_WAIT) == 2

    run(work())


def test_a_bug_of_ours_ends_the_message_too(tmp_path: Path) -> None:
    with raw_server() as server:

        async def work() -> None:
            async with open_chat(tmp_path, server.url, extra_headers={"X": 5}) as chat:
                assert_it_says_what_happened(await chat.ask())
                assert [type(bug) for bug in chat.bugs] == [TypeError]
                chat.bugs.clear()

        run(work())


# Retries


def busy(*headers: str) -> bytes:
    return reply(b'{"error":{"message":"Loading model"}}', "503 Busy", *headers)


@pytest.mark.parametrize("status", ["408", "409", "429", "500", "502", "503", "504", "529"])
def test_a_passing_trouble_is_tried_again_until_it_is_over(tmp_path: Path, status: str) -> None:
    trouble = [reply(b"{}", f"{status} X", NOW)]
    with raw_server(trouble, trouble, [STREAM]) as server:

        async def work() -> None:
            answer = await answered(tmp_path, server)
            assert (answer.text, answer.status) == (TEXT, MessageStatus.COMPLETE)
            assert answer.failure is None

        run(work())
    assert len(server.requests) == 3
    assert len(set(server.requests)) == 1


def test_after_two_retries_it_is_left_to_the_person(tmp_path: Path) -> None:
    with raw_server(*[[busy(NOW)]] * 4) as server:

        async def work() -> None:
            assert_it_says_what_happened(await answered(tmp_path, server))

        run(work())
    assert len(server.requests) == 3


def test_the_countdown_is_seen_and_the_servers_wish_is_honoured(tmp_path: Path) -> None:
    with raw_server([busy("Retry-After-Ms: 300")], [STREAM]) as server:

        async def work() -> None:
            async with open_chat(tmp_path, server.url) as chat:
                assert (await chat.ask()).status is MessageStatus.COMPLETE
                (waiting,) = (s for s in chat.statuses if s.phase is Phase.RETRY_WAIT)
                assert waiting.retry_at is not None
                assert 0.25 < waiting.retry_at - server.times[0] < 1
                assert waiting.attempt == 2
                assert "Loading model" in str(waiting.note)

        run(work())
    assert server.times[1] - server.times[0] >= 0.3


def test_a_countdown_can_be_given_up_and_says_why_there_was_one(tmp_path: Path) -> None:
    with raw_server([busy("Retry-After: 30")], [STREAM]) as server:

        async def work() -> None:
            async with open_chat(tmp_path, server.url) as chat:
                answer_id = await chat.services.generation.send(chat.id, "x")
                await chat.reach(Phase.RETRY_WAIT)
                chat.services.generation.stop(chat.id)
                await chat.services.generation.wait(chat.id)
                assert_it_says_what_happened(chat.message(answer_id))

        run(work())
    assert len(server.requests) == 1


def test_a_countdown_can_be_cut_short(tmp_path: Path) -> None:
    with raw_server([busy("Retry-After: 30")], [STREAM]) as server:

        async def work() -> None:
            async with open_chat(tmp_path, server.url) as chat:
                answer_id = await chat.services.generation.send(chat.id, "x")
                await chat.reach(Phase.RETRY_WAIT)
                chat.services.generation.retry_now(chat.id)
                await chat.services.generation.wait(chat.id)
                assert chat.message(answer_id).text == TEXT

        run(work())


def test_a_long_wait_is_told_and_not_waited(tmp_path: Path) -> None:
    with raw_server([busy("Retry-After: 90")]) as server:

        async def work() -> None:
            answer = await answered(tmp_path, server)
            assert answer.failure is not None
            assert "90" in str(hint_of(answer.failure))

        run(work())


# What a refusal teaches


def refusal(message: str) -> Script:
    return [reply(f'{{"error":{{"message":"{message}"}}}}'.encode(), "400 Bad Request")]


def test_a_refused_request_for_usage_is_left_out_now_and_ever_after(tmp_path: Path) -> None:
    with raw_server(refusal("Unknown field stream_options"), [STREAM], [STREAM]) as server:

        async def work() -> None:
            async with open_chat(tmp_path, server.url) as chat:
                assert (await chat.ask()).status is MessageStatus.COMPLETE
            async with open_chat(tmp_path, server.url) as chat:
                assert (await chat.ask()).status is MessageStatus.COMPLETE

        run(work())
        asked = ["stream_options" in server.body(number) for number in range(3)]
        assert asked == [True, False, False]


def test_the_token_limit_goes_under_the_name_the_server_asks_for(tmp_path: Path) -> None:
    words = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
    with raw_server(refusal("stream_options?"), refusal(words), [STREAM]) as server:

        async def work() -> None:
            limit = {"max_tokens": Setting(7)}
            answer = await answered(tmp_path, server, settings=limit)
            assert answer.status is MessageStatus.COMPLETE

        run(work())
        assert server.body(1)["max_tokens"] == 7
        last = server.body(2)
        assert (last["max_completion_tokens"], last.get("max_tokens")) == (7, None)


def test_a_server_that_refuses_everything_is_asked_a_bounded_number_of_times(
    tmp_path: Path,
) -> None:
    with raw_server(*[refusal("stream_options")] * 9) as server:

        async def work() -> None:
            assert_it_says_what_happened(await answered(tmp_path, server))

        run(work())
    assert len(server.requests) == 2


@pytest.mark.parametrize("policy", [ReasoningPolicy.NEVER, ReasoningPolicy.ALWAYS])
def test_reasoning_is_sent_back_as_the_endpoint_is_set(
    tmp_path: Path, policy: ReasoningPolicy
) -> None:
    thought = b'{"choices":[{"message":{"reasoning_content":"hm","content":"Hi"}}]}'
    with raw_server([reply(thought)], [STREAM]) as server:

        async def work() -> None:
            async with open_chat(tmp_path, server.url, reasoning_policy=policy) as chat:
                first = await chat.ask()
                assert (first.choice.reasoning, first.text) == ("hm", "Hi")
                await chat.ask("and?")

        run(work())
        sent = server.body(1)["messages"][1]
        assert sent["content"] == "Hi"
        assert ("reasoning_content" in sent) is (policy is ReasoningPolicy.ALWAYS)


def test_a_server_that_refuses_reasoning_is_asked_again_without_it(tmp_path: Path) -> None:
    thought = b'{"choices":[{"message":{"reasoning_content":"hm","content":"Hi"}}]}'
    no = refusal("property 'reasoning_content' is unsupported")
    with raw_server([reply(thought)], no, [STREAM]) as server:

        async def work() -> None:
            always = ReasoningPolicy.ALWAYS
            async with open_chat(tmp_path, server.url, reasoning_policy=always) as chat:
                await chat.ask()
                assert (await chat.ask("and?")).status is MessageStatus.COMPLETE

        run(work())
        echoes = ["reasoning_content" in server.body(n)["messages"][1] for n in (1, 2)]
        assert echoes == [True, False]


def test_text_is_there_before_the_pieces_that_follow(tmp_path: Path) -> None:
    """The first token is shown when it comes, not when the answer ends."""
    with raw_server([reply(FIRST), HOLD]) as server:

        async def work() -> None:
            async with open_chat(tmp_path, server.url) as chat:
                answer_id = await chat.services.generation.send(chat.id, "x")
                await until(lambda: chat.message(answer_id).text == TEXT, within_s=2)
                chat.services.generation.stop(chat.id)

        run(work())
