"""The SDK's OAuth client, held to what the person agreed to.

Without a wish to sign in, only the server itself is asked what it says about signing in, and a
sign-in that is kept is renewed where it came from. Everything else stops here and says what is
needed. The SDK takes every step; here each of its requests is looked at before it goes out.
"""

import re
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

import httpx2
from mcp.client.auth import (
    OAuthClientProvider,
    OAuthFlowError,
    OAuthRegistrationError,
    OAuthTokenError,
)
from mcp.client.auth.utils import extract_scope_from_www_auth, union_scopes

from chatapp.domain.errors import ToolFailed
from chatapp.domain.tool_servers import ToolServer
from chatapp.toolhosts.sign_in_record import Record
from chatapp.toolhosts.sign_in_words import (
    ended_sign_in,
    needed,
    not_now,
    not_registered,
    refused_by,
    registration_refused,
    said_in,
    unusable,
)
from chatapp.toolhosts.translation import wants_key

FOR_SIGN_IN = "chatapp.sign_in"
"""Marks a request that is about signing in, for the transport."""

_THIS_COMPUTER = {"localhost", "127.0.0.1", "::1"}
_UNAUTHORIZED, _FORBIDDEN, _TOO_MANY = 401, 403, 429
_LONG_AGO = 1.0
_SCOPE = re.compile(r'\bscope=(?:"[^"]*"|[^\s,]+),?')
_Steps = AsyncGenerator[httpx2.Request, httpx2.Response]


def is_secure(url: httpx2.URL, server: httpx2.URL) -> bool:
    """Whether tokens and codes may go to ``url``: by https, or by http to the very computer whose
    server the person reaches by http anyway."""
    if url.userinfo or not url.host:
        return False
    same = url.host == server.host or {url.host, server.host} <= _THIS_COMPUTER
    return url.scheme == "https" or (url.scheme == server.scheme == "http" and same)


def host_of(url: httpx2.URL) -> str:
    """Return a host as it is asked for: letters that only look like others do not hide in it."""
    return url.raw_host.decode("ascii", "replace")


def _same_origin(one: httpx2.URL, other: httpx2.URL) -> bool:
    return (one.scheme, one.host, one.port) == (other.scheme, other.host, other.port)


class GuardedAuth(httpx2.Auth):
    """Drives the SDK's provider; ``failed`` is told of every failure before it is raised,
    ``may_ask`` says whether the person is waiting for the browser now."""

    def __init__(
        self,
        server: ToolServer,
        provider: OAuthClientProvider,
        record: Record,
        may_ask: Callable[[], bool],
        failed: Callable[[ToolFailed], ToolFailed],
        come_back: str,
        is_over: Callable[[], bool],
    ) -> None:
        self._name, self._url = server.name, httpx2.URL(server.url)
        self._provider = provider
        self._context = provider.context
        self._record = record
        self._may_ask = may_ask
        self._failed = failed
        self._come_back = come_back
        self._is_over = is_over

    async def async_auth_flow(self, request: httpx2.Request) -> _Steps:
        """Send a request with the token there is; let the SDK see to one if that is not enough.

        With a token that holds, calls do not wait for one another, as they would inside the
        SDK's flow; and one that holds no longer is renewed before the person is asked.
        """
        if token := self._token():
            request.headers["Authorization"] = f"Bearer {token}"
            response = yield request
            if response.status_code == _UNAUTHORIZED:
                self._take_as_ended(token)
            elif response.status_code != _FORBIDDEN or not _wants_more(response):
                return
        if self._is_over():
            if not token:
                yield request
            return
        steps = self._provider.async_auth_flow(request)
        async with aclosing(steps):
            outgoing, was_sent = await self._step(steps, None), False
            while outgoing is not None:
                was_sent = was_sent or outgoing is request
                answer = None if outgoing is request else self._judge(outgoing, renews=not was_sent)
                if answer is None:
                    answer = yield outgoing
                if not was_sent:
                    self._look_at_renewal(outgoing, answer)
                if outgoing is request and self._may_ask():
                    _ask_for_more(answer, self._record.wanted)
                outgoing = await self._step(steps, answer)

    def _token(self) -> str:
        tokens = self._context.current_tokens
        return tokens.access_token if tokens is not None and self._context.is_token_valid() else ""

    def _take_as_ended(self, token: str) -> None:
        """Have a token renewed that was refused before its time; unless it has been already."""
        tokens = self._context.current_tokens
        if tokens is not None and tokens.access_token == token:
            self._context.token_expiry_time = _LONG_AGO

    async def _step(self, steps: _Steps, answer: httpx2.Response | None) -> httpx2.Request | None:
        """Return the SDK's next request; ``None`` if it has no more. Raises ``ToolFailed``."""
        try:
            return await (anext(steps) if answer is None else steps.asend(answer))
        except StopAsyncIteration:
            return None
        except ToolFailed as failure:
            raise self._failed(failure) from failure
        except OAuthRegistrationError as error:
            words = registration_refused(self._name, self.host, said_in(error), self._come_back)
            raise self._failed(words) from error
        except OAuthTokenError as error:
            raise self._failed(refused_by(self._name, self.host, said_in(error))) from error
        except (OAuthFlowError, httpx2.InvalidURL, ValueError) as error:
            raise self._failed(unusable(self._name, str(error))) from error

    @property
    def host(self) -> str:
        """Where one signs in, as far as it is known."""
        metadata = self._context.oauth_metadata
        address = str(metadata.authorization_endpoint) if metadata is not None else ""
        return host_of(httpx2.URL(address or self._context.auth_server_url or self._url))

    # What may go out

    def _judge(self, outgoing: httpx2.Request, *, renews: bool) -> httpx2.Response | None:
        """Return ``None`` for a request that may go out, or an answer in its place. Raises
        ``ToolFailed`` for one that must not."""
        try:
            answer = self._judged(outgoing, renews=renews)
        except ToolFailed as failure:
            raise self._failed(failure) from failure
        # The SDK writes neither; some answer with a form unless asked for JSON, or nobody unnamed.
        outgoing.headers.setdefault("Accept", "application/json")
        outgoing.headers.setdefault("User-Agent", "chatapp")
        outgoing.extensions = {**outgoing.extensions, FOR_SIGN_IN: True}
        return answer

    def _judged(self, outgoing: httpx2.Request, *, renews: bool) -> httpx2.Response | None:
        url = outgoing.url
        if outgoing.method == "GET":
            return self._judged_metadata(outgoing)
        if not is_secure(url, self._url):
            raise unusable(self._name, f"{url.scheme}://{host_of(url)}")
        if not renews and self._context.client_info is None:
            self._check_registration()
        return None

    def _judged_metadata(self, outgoing: httpx2.Request) -> httpx2.Response | None:
        url, issuer = outgoing.url, self._context.auth_server_url
        if _same_origin(url, self._url):
            return None
        if issuer is None or not _same_origin(url, httpx2.URL(issuer)):
            # Where a server says of itself how one signs in is at that server, or nowhere.
            return httpx2.Response(404, request=outgoing)
        if not is_secure(url, self._url):
            raise unusable(self._name, f"{url.scheme}://{host_of(url)}")
        if not self._may_ask():
            raise needed(self._name, host_of(url))
        return None

    def _check_registration(self) -> None:
        self.check_described()
        if not self._may_ask():
            raise needed(self._name, self.host)
        metadata = self._context.oauth_metadata
        if metadata is not None and metadata.registration_endpoint is None:
            raise not_registered(self._name, self.host, self._come_back)

    def check_described(self) -> None:
        """Raise ``ToolFailed`` if nothing says how one signs in: addresses are not guessed."""
        if self._context.oauth_metadata is not None:
            return
        if self._context.protected_resource_metadata is not None:
            raise unusable(self._name, f"{self.host}: no valid metadata")
        raise wants_key(self._name, _UNAUTHORIZED)

    def _look_at_renewal(self, outgoing: httpx2.Request, answer: httpx2.Response) -> None:
        status, host = answer.status_code, host_of(outgoing.url)
        if status >= 500 or status == _TOO_MANY:
            raise self._failed(not_now(self._name, host, status))
        if status >= 400:
            self._record.forget()
            raise self._failed(ended_sign_in(self._name, self.host))


def _wants_more(response: httpx2.Response) -> bool:
    """Whether the server wants a sign-in that allows more."""
    return "insufficient_scope" in response.headers.get("WWW-Authenticate", "")


def _ask_for_more(response: httpx2.Response, wanted: str) -> None:
    """Have the SDK sign in for what was wanted before as well: it knows only this answer."""
    if response.status_code == _UNAUTHORIZED and wanted:
        scope = union_scopes(wanted, extract_scope_from_www_auth(response))
        said = _SCOPE.sub("", response.headers.get("WWW-Authenticate", "Bearer"))
        response.headers["WWW-Authenticate"] = f'{said} scope="{scope}"'
