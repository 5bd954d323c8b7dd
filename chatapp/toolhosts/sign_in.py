"""Signing in to one server over HTTP: the SDK's OAuth client, the keyring's text, the browser."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

import httpx2
from mcp.client.auth import OAuthClientProvider
from mcp.shared.auth import (
    AuthorizationCodeResult,
    OAuthClientInformationFull,
    OAuthClientMetadata,
)
from pydantic import AnyUrl

from chatapp.domain.errors import ToolFailed
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.redaction import remember_secret
from chatapp.domain.tool_servers import ToolServer
from chatapp.domain.tool_sign_ins import SignInTerms, return_address
from chatapp.toolhosts.loopback import Loopback
from chatapp.toolhosts.sign_in_auth import GuardedAuth, host_of, is_secure
from chatapp.toolhosts.sign_in_record import Record
from chatapp.toolhosts.sign_in_words import (
    SignInNeeded,
    denied,
    more_needed,
    needed,
    port_taken,
    too_late,
    unusable,
)


@dataclass(frozen=True, slots=True)
class SignInEvents:
    """Whom a sign-in tells: of the page that the browser is to open (address, host), of the
    browser's return, and of a failure before it is raised. ``is_over`` is asked whether the
    server is left already, for which nobody signs in or waits."""

    page: Callable[[str, str], None]
    back: Callable[[], None]
    problem: Callable[[ToolFailed], None]
    is_over: Callable[[], bool]


class SignIn:
    """Entered for as long as the server is connected. ``auth`` goes into its HTTP client."""

    def __init__(
        self, server: ToolServer, terms: SignInTerms, events: SignInEvents, patience_s: float
    ) -> None:
        self._server = server
        self._terms = terms
        self._events = events
        self._patience_s = patience_s
        self._may_ask = terms.page is not None
        self._loopback: Loopback | None = None
        self._state = ""
        self._left = AsyncExitStack()
        self.auth: GuardedAuth

    async def __aenter__(self) -> Self:
        """Listen for the browser if the person wants to sign in. Raises ``ToolFailed``."""
        server = self._server
        if self._terms.page is not None:
            loopback = Loopback(self._terms.page, server.redirect_port)
            try:
                self._loopback = await self._left.enter_async_context(loopback)
            except OSError as error:
                raise port_taken(server.redirect_port) from error
        address = self._loopback.address if self._loopback else return_address()
        metadata = OAuthClientMetadata(redirect_uris=[AnyUrl(address)], client_name="chatapp")
        self._record = Record(server, self._terms.record, self._terms.keep)
        provider = OAuthClientProvider(
            server.url, metadata, self._record, self._open_page, self._come_back
        )
        self._context = provider.context
        self._record.bind(self._context)
        if not self._may_ask:
            self._record.load(self._context)
        if server.client_id and self._context.client_info is None:
            self._record.register(self._own_client(address))
        self.auth = GuardedAuth(
            server,
            provider,
            self._record,
            lambda: self._may_ask,
            self.failed,
            return_address(server.redirect_port),
            self._events.is_over,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        await self._left.__aexit__(kind, error, trace)

    def failed(self, failure: ToolFailed) -> ToolFailed:
        """Tell of ``failure``, and return it to be raised."""
        self._events.problem(failure)
        return failure

    def _own_client(self, address: str) -> OAuthClientInformationFull:
        """Return the app that the person has registered."""
        return OAuthClientInformationFull(
            client_id=self._server.client_id,
            client_secret=self._server.client.get("secret") or None,
            redirect_uris=[AnyUrl(address)],
            token_endpoint_auth_method="none",  # noqa: S106 - a method, no secret
        )

    # What the SDK asks for

    async def _open_page(self, address: str) -> None:
        """Have the person look at the page where one signs in, once for one wish."""
        self.auth.check_described()
        url = httpx2.URL(address)
        if not self._may_ask:
            raise self._needed(host_of(url))
        if not is_secure(url, httpx2.URL(self._server.url)):
            raise unusable(self._server.name, f"{url.scheme}://{host_of(url)}")
        self._may_ask = False
        self._choose_method()
        self._state = url.params.get("state", "")
        self._events.page(address, host_of(url))

    def _needed(self, host: str) -> SignInNeeded:
        """Return the words for a sign-in that is needed: a first one, or one that allows more."""
        if not self._context.is_token_valid():
            return needed(self._server.name, host)
        self._record.want(self._context.client_metadata.scope or "")
        return more_needed(self._server.name, host)

    def _choose_method(self) -> None:
        """Have the secret of an app that the person registered sent as the other side takes it;
        one that says nothing takes it in the header (RFC 8414)."""
        client, metadata = self._context.client_info, self._context.oauth_metadata
        if not self._server.client.get("secret") or client is None or metadata is None:
            return
        taken = metadata.token_endpoint_auth_methods_supported or ["client_secret_basic"]
        by_post = "client_secret_post" in taken
        client.token_endpoint_auth_method = (
            "client_secret_post" if by_post else "client_secret_basic"
        )

    async def _come_back(self) -> AuthorizationCodeResult:
        """Return what the browser brings. Raises ``SignInNeeded``."""
        name, host = self._server.name, self.auth.host
        if self._loopback is None:
            raise needed(name, host)
        try:
            async with asyncio.timeout(self._patience_s):
                answer = await self._loopback.wait(self._state)
        except TimeoutError as error:
            raise too_late(name, host, round(self._patience_s / 60)) from error
        finally:
            self._events.back()
        if not answer.code:
            said = f"{answer.error} {answer.description}".strip() or "?"
            raise denied(name, host, said)
        remember_secret(answer.code)
        return AuthorizationCodeResult(
            code=answer.code, state=self._state, iss=answer.issuer or None
        )
