"""Signing in to tool servers that want it: a real authorisation server, a browser that follows."""

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from chatapp.domain.errors import ToolFailed
from chatapp.domain.redaction import redacted
from chatapp.domain.tool_calls import ToolResult
from chatapp.domain.tool_servers import ServerPhase, ServerState, ToolServer
from chatapp.domain.tool_sign_ins import PageWords, SignInTerms
from chatapp.toolhosts.hosts import ToolHosts
from chatapp.toolhosts.session import Patience
from tests.support.oauth_servers import (
    ABOUT_ISSUER,
    ABOUT_RESOURCE,
    HANG,
    Guarded,
    browse,
    guarded_server,
    older_server,
    redirected,
)
from tests.support.waiting import until

NAME = "guarded"
WORDS = PageWords("You are in <b>.", "It was refused.", "This belongs to nothing here.")
QUICK = Patience(start_s=20, call_s=10, browser_s=60)
GENEROUS_S = 60.0


@dataclass(slots=True)
class Desk:
    """Hosts with one server, what they told and what they wanted to be kept."""

    hosts: ToolHosts
    server: ToolServer
    states: list[ServerState] = field(default_factory=list)
    records: list[str] = field(default_factory=list)

    async def start(self, *, asked: bool = False, record: str = "") -> None:
        await self.hosts.stop(NAME)
        self.states.clear()
        page = WORDS if asked else None
        self.hosts.start(self.server, SignInTerms(record, self.records.append, page))

    async def reach(self, *phases: ServerPhase) -> ServerState:
        await until(lambda: self.states and self.states[-1].phase in phases, within_s=GENEROUS_S)
        return self.states[-1]

    async def sign_in(self) -> None:
        await self.start(asked=True)
        page = (await self.reach(ServerPhase.SIGNING_IN)).sign_in_page
        assert "You are in &lt;b&gt;." in (await browse(page)).text
        await self.reach(ServerPhase.READY)

    async def call(self, tool: str = "add", **arguments: Any) -> ToolResult:
        return await self.hosts.call(NAME, tool, arguments or {"a": 2, "b": 3}, lambda *_: None)

    def log(self) -> str:
        return "\n".join(self.hosts.log_since(NAME, 0)[0])


@asynccontextmanager
async def desk(guarded: Guarded, patience: Patience = QUICK, **more: Any) -> AsyncIterator[Desk]:
    states: list[ServerState] = []
    hosts = ToolHosts(lambda _name, state: states.append(state), patience)
    try:
        yield Desk(hosts, ToolServer(NAME, url=guarded.url, **more), states)
    finally:
        await hosts.close()


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 120))


def port_of(guarded: Guarded) -> int:
    port = urlsplit(guarded.issuer_url).port
    assert port is not None
    return port


def ended(record: str) -> str:
    """Return a record whose token has ended meanwhile."""
    return json.dumps({**json.loads(record), "expires_at": time.time() - 1})


def test_a_server_that_wants_a_sign_in_says_where_and_nobody_else_is_asked() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.start()
            wants = await d.reach(ServerPhase.NEEDS_SIGN_IN)
            assert wants.sign_in_at == "127.0.0.1"
            assert "asks you to sign in at 127.0.0.1" in str(wants.problem)
            assert wants.sign_in_page == ""
            with pytest.raises(ToolFailed):
                await d.call()

    with guarded_server() as guarded:
        run(work())
        assert not [a for a in guarded.asked if str(port_of(guarded)) in a]
        assert guarded.issuer.clients == {}


def test_after_a_sign_in_tools_run_and_what_is_kept_serves_the_next_start() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.sign_in()
            assert (await d.call()).text == "5"
            assert [s.phase for s in d.states][-3:] == [
                ServerPhase.SIGNING_IN, ServerPhase.STARTING, ServerPhase.READY,
            ]  # fmt: skip
            await d.start(record=d.records[-1])
            await d.reach(ServerPhase.READY)
            assert (await d.call()).text == "5"
            assert len(d.records) == 1
            for secret in guarded.issuer.secrets:
                assert secret not in d.log()
                assert secret not in redacted(f"it was {secret}.")
                assert secret not in repr(d.states)

    with guarded_server() as guarded:
        run(work())


def test_with_a_token_that_holds_a_slow_call_holds_up_no_other() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.sign_in()
            slow = asyncio.ensure_future(d.call("slow"))
            assert (await d.call()).text == "5"
            slow.cancel()
            with pytest.raises(asyncio.CancelledError):
                await slow

    with guarded_server(json_response=True) as guarded:
        run(work())


def test_a_person_who_denies_is_asked_again_only_when_she_wishes() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            guarded.issuer.denies = True
            await d.start(asked=True)
            page = (await d.reach(ServerPhase.SIGNING_IN)).sign_in_page
            assert "It was refused." in (await browse(page)).text
            wants = await d.reach(ServerPhase.NEEDS_SIGN_IN)
            assert "refused at 127.0.0.1: access_denied" in str(wants.problem)
            assert d.records == []
            guarded.issuer.denies = False
            await d.sign_in()

    with guarded_server() as guarded:
        run(work())


def test_an_answer_that_belongs_to_nothing_is_turned_away_and_the_right_one_still_counts() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.start(asked=True)
            page = (await d.reach(ServerPhase.SIGNING_IN)).sign_in_page
            back = await redirected(page)
            state = parse_qs(urlsplit(back).query)["state"][0]
            for wrong in ("x", state[:-1], "%C3%A9", f"{state}&state={state}"):
                answer = await browse(back.replace(state, wrong))
                assert answer.status_code == 400
                assert "belongs to nothing" in answer.text
            assert d.states[-1].phase is ServerPhase.SIGNING_IN
            assert (await browse(back)).status_code == 200
            await d.reach(ServerPhase.READY)
            with pytest.raises(httpx.ConnectError):
                await browse(back)

    with guarded_server() as guarded:
        run(work())


def test_a_browser_that_never_comes_back_is_given_up_and_its_port_is_free() -> None:
    async def work() -> None:
        async with desk(guarded, Patience(browser_s=0.3)) as d:
            await d.start(asked=True)
            page = (await d.reach(ServerPhase.SIGNING_IN)).sign_in_page
            wants = await d.reach(ServerPhase.NEEDS_SIGN_IN)
            assert "The browser brought no sign-in" in str(wants.problem)
            with pytest.raises(httpx.ConnectError):
                await browse(page)

    with guarded_server() as guarded:
        run(work())


def test_waiting_for_the_browser_can_be_stopped_and_is_no_silence_of_the_server() -> None:
    async def work() -> None:
        async with desk(guarded, Patience(start_s=4, browser_s=60)) as d:
            await d.start(asked=True)
            page = (await d.reach(ServerPhase.SIGNING_IN)).sign_in_page
            loop = asyncio.get_running_loop()
            with pytest.raises(TimeoutError):  # longer than the server may be silent
                await until_told(d, 4.5)
            assert d.states[-1].phase is ServerPhase.SIGNING_IN
            began = loop.time()
            await d.hosts.stop(NAME)
            assert loop.time() - began < 5
            assert (await d.reach(ServerPhase.STOPPED)).problem is None
            with pytest.raises(httpx.ConnectError):
                await browse(page)

    with guarded_server() as guarded:
        run(work())


async def until_told(d: Desk, within_s: float) -> None:
    """Return when another state is told; ``TimeoutError`` if none is."""
    before = len(d.states)
    try:
        await until(lambda: len(d.states) > before, within_s=within_s)
    except AssertionError as error:
        raise TimeoutError from error


def test_a_token_that_has_ended_is_renewed_before_it_is_used() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.sign_in()
            await d.start(record=ended(d.records[-1]))
            await d.reach(ServerPhase.READY)
            assert (await d.call()).text == "5"
            assert guarded.issuer.renewals == 1
            assert len(d.records) == 2

    with guarded_server() as guarded:
        run(work())


def test_a_token_that_is_refused_before_its_time_is_renewed_in_the_middle_of_calls() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.sign_in()
            guarded.issuer.access.clear()
            answers = await asyncio.gather(*(d.call() for _ in range(5)))
            assert [a.text for a in answers] == ["5"] * 5
            assert guarded.issuer.renewals == 1
            assert d.states[-1].phase is ServerPhase.READY

    with guarded_server() as guarded:
        run(work())


def test_an_older_server_that_is_the_place_itself_is_signed_in_to_as_well() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.start()
            await d.reach(ServerPhase.NEEDS_SIGN_IN)
            assert not [a for a in guarded.asked if "/register" in a]
            await d.sign_in()
            assert (await d.call()).text == "5"
            await d.start(record=ended(d.records[-1]))
            await d.reach(ServerPhase.READY)
            assert guarded.issuer.renewals == 1

    with older_server() as guarded:
        run(work())


def test_a_server_that_wants_more_than_was_allowed_gets_it_with_the_next_sign_in() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.sign_in()
            guarded.needs = "write"
            with pytest.raises(ToolFailed, match="allows more"):
                await d.call()
            wants = await d.reach(ServerPhase.NEEDS_SIGN_IN)
            assert "at 127.0.0.1 that allows more" in str(wants.problem)
            record = d.records[-1]
            assert json.loads(record)["wanted"] == "write"
            await d.start(asked=True, record=record)
            page = (await d.reach(ServerPhase.SIGNING_IN)).sign_in_page
            assert parse_qs(urlsplit(page).query)["scope"] == ["write"]
            await browse(page)
            await d.reach(ServerPhase.READY)
            assert (await d.call()).text == "5"
            assert json.loads(d.records[-1])["wanted"] == ""
            guarded.needs = ""
            await d.start(record=record)  # who does not want to allow more goes on as before
            await d.reach(ServerPhase.READY)

    with guarded_server() as guarded:
        run(work())


def test_a_server_is_left_at_once_though_a_renewal_would_be_due() -> None:
    async def work() -> None:
        async with desk(guarded, Patience()) as d:
            await d.sign_in()
            guarded.issuer.access.clear()
            guarded.says["/token"] = HANG
            loop = asyncio.get_running_loop()
            began = loop.time()
            await d.hosts.stop(NAME)
            assert loop.time() - began < 5
            assert "POST" not in str([a for a in guarded.asked if a.endswith("/token")][1:])

    with guarded_server() as guarded:
        run(work())


def test_a_refused_renewal_ends_the_call_in_words_and_asks_for_a_sign_in() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.sign_in()
            guarded.issuer.access.clear()
            guarded.issuer.renews = False
            with pytest.raises(ToolFailed, match="did not renew it"):
                await d.call()
            wants = await d.reach(ServerPhase.NEEDS_SIGN_IN)
            assert "has ended" in str(wants.problem)
            assert d.records[-1] == ""
            assert "rt-" not in f"{d.log()}{wants.problem}"
            guarded.issuer.renews = True
            await d.sign_in()
            assert (await d.call()).text == "5"

    with guarded_server() as guarded:
        run(work())


def test_a_renewal_that_fails_for_now_keeps_the_sign_in() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.sign_in()
            guarded.says["/token"] = 503
            await d.start(record=ended(d.records[-1]))
            failed = await d.reach(ServerPhase.FAILED)
            assert "could not renew the sign-in" in str(failed.problem)
            assert "503" in str(failed.problem)
            assert len(d.records) == 1
            guarded.says.clear()
            await d.start(record=ended(d.records[-1]))
            await d.reach(ServerPhase.READY)

    with guarded_server() as guarded:
        run(work())


@pytest.mark.parametrize("method", ["client_secret_post", "client_secret_basic", "none"])
def test_an_app_that_was_registered_by_hand_signs_in_where_none_may_register(method: str) -> None:
    secret = "" if method == "none" else "hand-made-secret"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    async def work() -> None:
        async with desk(guarded) as d:
            await d.start(asked=True)
            wants = await d.reach(ServerPhase.NEEDS_SIGN_IN)
            assert "takes no app that it does not know" in str(wants.problem)
            assert "/callback" in str(wants.hint)
            assert "client ID" in str(wants.hint)
        guarded.register("by-hand", secret, port, method)
        if method == "client_secret_basic":
            guarded.change_metadata(ABOUT_ISSUER, token_endpoint_auth_methods_supported=[method])
        client = {"secret": secret} if secret else {}
        own = {"client_id": "by-hand", "client": client, "redirect_port": port}
        async with desk(guarded, **own) as d:
            await d.sign_in()
            assert (await d.call()).text == "5"
            await d.start(record=ended(d.records[-1]))
            await d.reach(ServerPhase.READY)
            assert guarded.issuer.renewals == 1

    with guarded_server(registers=False) as guarded:
        run(work())


def test_a_port_that_is_taken_is_told() -> None:
    async def work(port: int) -> None:
        async with desk(guarded, redirect_port=port) as d:
            await d.start(asked=True)
            failed = await d.reach(ServerPhase.FAILED)
            assert f"another program uses port {port}" in str(failed.problem)

    with guarded_server() as guarded, socket.create_server(("127.0.0.1", 0)) as taken:
        run(work(taken.getsockname()[1]))


LIES: dict[str, tuple[str, dict[str, Any], str]] = {
    "an issuer on another host": (
        ABOUT_ISSUER, {"issuer": "https://elsewhere.example"}, "cannot be used",
    ),
    "a file as the page": (
        ABOUT_ISSUER, {"authorization_endpoint": "file:///etc/passwd"}, "no valid metadata",
    ),
    "a script as the page": (
        ABOUT_ISSUER, {"authorization_endpoint": "javascript:alert(1)"}, "no valid metadata",
    ),
    "a page by http elsewhere": (
        ABOUT_ISSUER, {"authorization_endpoint": "http://elsewhere.example/a"},
        "cannot be used: http://elsewhere.example",
    ),
    "a page at a host that looks like another": (
        ABOUT_ISSUER, {"authorization_endpoint": "http://\u0430pple.example/a"},
        "cannot be used: http://xn--pple-43d.example",
    ),
    "a page with a name and password": (
        ABOUT_ISSUER, {"authorization_endpoint": "https://bank.example@elsewhere.example/"},
        "cannot be used: https://elsewhere.example",
    ),
    "registering by http elsewhere": (
        ABOUT_ISSUER, {"registration_endpoint": "http://elsewhere.example/r"},
        "cannot be used: http://elsewhere.example",
    ),
    "a place by http elsewhere": (
        ABOUT_RESOURCE, {"authorization_servers": ["http://elsewhere.example"]},
        "cannot be used: http://elsewhere.example",
    ),
    "data of another server": (
        ABOUT_RESOURCE, {"resource": "https://elsewhere.example/mcp"}, "does not match",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("path", "lie", "words"), LIES.values(), ids=LIES)
def test_data_that_lies_is_refused_and_nothing_is_opened(
    path: str, lie: dict[str, Any], words: str
) -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            guarded.change_metadata(path, **lie)
            await d.start(asked=True)
            failed = await d.reach(ServerPhase.FAILED)
            assert words in str(failed.problem)
            assert not [s for s in d.states if s.phase is ServerPhase.SIGNING_IN]
            assert "javascript" not in str(failed.problem)

    with guarded_server() as guarded:
        run(work())


@pytest.mark.parametrize("path", [ABOUT_ISSUER, ABOUT_RESOURCE])
@pytest.mark.parametrize(
    ("said", "words"), [(b"[" + b" " * 3_000_000 + b"]", "bytes"), (HANG, "did not answer in time")]
)
def test_data_without_an_end_and_data_that_never_come_are_given_up(
    path: str, said: bytes, words: str
) -> None:
    async def work() -> None:
        async with desk(guarded, Patience(sign_in_answer_s=1.5)) as d:
            guarded.says[path] = said
            await d.start(asked=True)
            failed = await d.reach(ServerPhase.FAILED)
            assert words in str(failed.problem)

    with guarded_server() as guarded:
        run(work())


def test_what_was_kept_for_one_address_is_never_sent_to_another() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            await d.sign_in()
            record = json.dumps({**json.loads(d.records[-1]), "url": "https://elsewhere.example/"})
            await d.start(record=record)
            await d.reach(ServerPhase.NEEDS_SIGN_IN)
            for broken in ("{", "[]", '{"url": 1}', json.dumps({"url": guarded.url})):
                await d.start(record=broken)
                await d.reach(ServerPhase.NEEDS_SIGN_IN)

    with guarded_server() as guarded:
        run(work())


def test_a_place_that_registers_nobody_says_so_in_its_own_words() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            guarded.says["/register"] = 403
            await d.start(asked=True)
            wants = await d.reach(ServerPhase.NEEDS_SIGN_IN)
            assert "did not let this app sign in" in str(wants.problem)
            assert "403" in str(wants.problem)
            assert "client ID" in str(wants.hint)

    with guarded_server() as guarded:
        run(work())


@pytest.mark.parametrize(
    "said",
    [
        b'{"error": "invalid_grant", "hint": "hush-123"}',
        b'{"refresh_token": "hush-12345", "token_type": "bearer"}',
        b"access_token=hush-12345&token_type=bearer",
    ],
)
def test_an_answer_that_brings_no_token_is_not_quoted(said: bytes) -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            guarded.says["/token"] = said
            await d.start(asked=True)
            await browse((await d.reach(ServerPhase.SIGNING_IN)).sign_in_page)
            wants = await d.reach(ServerPhase.NEEDS_SIGN_IN)
            assert "Invalid token response" in str(wants.problem)
            assert "hush" not in f"{wants}{d.log()}"

    with guarded_server() as guarded:
        run(work())


def test_headers_written_by_hand_go_to_the_server_and_not_to_the_place_where_one_signs_in() -> None:
    async def work() -> None:
        async with desk(guarded, headers={"X-Tenant": "t-1"}) as d:
            await d.sign_in()
            assert (await d.call()).text == "5"

    with guarded_server() as guarded:
        run(work())
        here = port_of(guarded)
        assert all("x-tenant" not in headers for port, headers in guarded.sent if port == here)
        assert any("x-tenant" in headers for port, headers in guarded.sent if port != here)
        asked = [h for port, h in guarded.sent if port == here and h["user-agent"] == "chatapp"]
        assert {h["accept"] for h in asked} == {"application/json"}


def test_without_terms_and_without_data_a_key_is_asked_for() -> None:
    async def work() -> None:
        async with desk(guarded) as d:
            d.hosts.start(d.server)
            assert "asks for a key" in str((await d.reach(ServerPhase.FAILED)).problem)
            guarded.says[ABOUT_RESOURCE] = 404
            await d.start(asked=True)
            failed = await d.reach(ServerPhase.FAILED)
            assert "asks for a key" in str(failed.problem)
            assert "Authorization=Bearer" in str(failed.hint)

    with guarded_server() as guarded:
        run(work())
        assert not [a for a in guarded.asked if "/register" in a]
