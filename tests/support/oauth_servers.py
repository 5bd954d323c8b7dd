"""A real authorisation server and a tool server that believes it, both of the Python SDK, over
real sockets; and a browser that follows where it is sent."""

import asyncio
import json
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpx
import uvicorn
from mcp.server.auth.provider import (
    AccessToken,
    AuthorizationCode,
    AuthorizationParams,
    OAuthAuthorizationServerProvider,
    ProviderTokenVerifier,
    RefreshToken,
    TokenError,
    construct_redirect_uri,
)
from mcp.server.auth.routes import create_auth_routes
from mcp.server.auth.settings import AuthSettings, ClientRegistrationOptions
from mcp.server.mcpserver import MCPServer
from mcp.shared.auth import OAuthClientInformationFull, OAuthToken
from pydantic import AnyHttpUrl, AnyUrl
from starlette.applications import Starlette

from tests.support.mcp_server import add

ABOUT_ISSUER = "/.well-known/oauth-authorization-server"
ABOUT_RESOURCE = "/.well-known/oauth-protected-resource/mcp"
HANG = b"hang"


@dataclass
class Issuer(OAuthAuthorizationServerProvider[AuthorizationCode, RefreshToken, AccessToken]):
    """Lets everybody in unless told otherwise, and remembers what it gave out."""

    life_s: int = 3600
    denies: bool = False
    renews: bool = True
    clients: dict[str, OAuthClientInformationFull] = field(default_factory=dict)
    codes: dict[str, AuthorizationCode] = field(default_factory=dict)
    access: dict[str, AccessToken] = field(default_factory=dict)
    refresh: dict[str, RefreshToken] = field(default_factory=dict)
    renewals: int = 0

    async def get_client(self, client_id: str) -> OAuthClientInformationFull | None:
        return self.clients.get(client_id)

    async def register_client(self, client_info: OAuthClientInformationFull) -> None:
        self.clients[client_info.client_id] = client_info

    async def authorize(
        self, client: OAuthClientInformationFull, params: AuthorizationParams
    ) -> str:
        back = str(params.redirect_uri)
        if self.denies:
            return construct_redirect_uri(back, error="access_denied", state=params.state)
        code = AuthorizationCode(
            code="code-" + secrets.token_hex(16),
            scopes=params.scopes or [],
            expires_at=time.time() + 60,
            client_id=client.client_id,
            **params.model_dump(exclude={"state", "scopes"}),
        )
        self.codes[code.code] = code
        return construct_redirect_uri(back, code=code.code, state=params.state)

    async def load_authorization_code(
        self, client: OAuthClientInformationFull, authorization_code: str
    ) -> AuthorizationCode | None:
        return self.codes.get(authorization_code)

    async def exchange_authorization_code(
        self, client: OAuthClientInformationFull, authorization_code: AuthorizationCode
    ) -> OAuthToken:
        del self.codes[authorization_code.code]
        return self._tokens(client, authorization_code.scopes, authorization_code.resource)

    def _tokens(
        self, client: OAuthClientInformationFull, scopes: list[str], resource: str | None
    ) -> OAuthToken:
        about = {"client_id": client.client_id, "scopes": scopes, "resource": resource}
        access = AccessToken.model_validate({"token": "at-" + secrets.token_hex(20), **about})
        refresh = RefreshToken.model_validate({"token": "rt-" + secrets.token_hex(20), **about})
        self.access[access.token], self.refresh[refresh.token] = access, refresh
        return OAuthToken(
            access_token=access.token, expires_in=self.life_s, refresh_token=refresh.token
        )

    async def load_refresh_token(
        self, client: OAuthClientInformationFull, refresh_token: str
    ) -> RefreshToken | None:
        return self.refresh.get(refresh_token)

    async def exchange_refresh_token(
        self, client: OAuthClientInformationFull, refresh_token: RefreshToken, scopes: list[str]
    ) -> OAuthToken:
        if not self.renews:
            raise TokenError("invalid_grant", f"not {refresh_token.token} again")
        self.renewals += 1
        del self.refresh[refresh_token.token]
        return self._tokens(client, scopes, refresh_token.resource)

    async def load_access_token(self, token: str) -> AccessToken | None:
        return self.access.get(token)

    async def revoke_token(self, token: AccessToken | RefreshToken) -> None:
        self.access.pop(token.token, None)

    @property
    def secrets(self) -> set[str]:
        """Everything that it gave out and that opens something."""
        minted = {c.client_secret for c in self.clients.values() if c.client_secret}
        return {*self.access, *self.refresh, *minted}


@dataclass
class Guarded:
    """Both servers. ``says`` replaces what is answered at a path: bytes, or ``HANG``, or a
    status; ``asked`` is every request as method, port and path, ``sent`` its port and headers; a
    token without the scope ``needs`` is turned away."""

    issuer: Issuer
    issuer_url: str
    url: str
    says: dict[str, bytes | int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    sent: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    needs: str = ""

    def change_metadata(self, path: str, **changes: Any) -> None:
        """Have the metadata at a path lie."""
        base = self.issuer_url if path == ABOUT_ISSUER else self.url.removesuffix("/mcp")
        true = httpx.get(base + path).json()
        self.says[path] = json.dumps({**true, **changes}).encode()

    def register(self, client_id: str, secret: str, port: int, method: str) -> None:
        """Register an app by hand, as a person does on a web page."""
        self.issuer.clients[client_id] = OAuthClientInformationFull(
            client_id=client_id,
            client_secret=secret or None,
            redirect_uris=[AnyUrl(f"http://127.0.0.1:{port}/callback")],
            token_endpoint_auth_method=method,
        )


class _Told:
    """An app that says what it was told to say instead, and notes what it was asked."""

    def __init__(self, app: Any, port: int, told: Guarded) -> None:
        self._app, self._port, self._told = app, port, told

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = scope["path"]
        self._told.asked.append(f"{scope['method']} {self._port}{path}")
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        self._told.sent.append((self._port, headers))
        said = self._told.says.get(path)
        if path == "/mcp" and self._lacks_scope(scope):
            challenge = f'Bearer error="insufficient_scope", scope="{self._told.needs}"'
            wants = [(b"www-authenticate", challenge.encode())]
            await send({"type": "http.response.start", "status": 403, "headers": wants})
            await send({"type": "http.response.body", "body": b""})
            return
        if said is None:
            await self._app(scope, receive, send)
            return
        while said == HANG and (await receive())["type"] != "http.disconnect":
            pass
        status, body = (said, b"") if isinstance(said, int) else (200, said)
        kind = (b"content-type", b"application/json")
        await send({"type": "http.response.start", "status": status, "headers": [kind]})
        await send({"type": "http.response.body", "body": body})

    def _lacks_scope(self, scope: Any) -> bool:
        sent = dict(scope["headers"]).get(b"authorization", b"").decode().removeprefix("Bearer ")
        token = self._told.issuer.access.get(sent)
        return bool(self._told.needs and token and self._told.needs not in token.scopes)


def _serve(server: uvicorn.Server, listener: socket.socket) -> None:
    """Run until told to end; calls that a tool never answers end with it."""
    loop = asyncio.new_event_loop()
    loop.run_until_complete(server.serve([listener]))
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.wait(left))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


@contextmanager
def _serving(app: Any, listener: socket.socket) -> Iterator[None]:
    config = uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1, ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=_serve, args=(server, listener))
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def _listener() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


@contextmanager
def guarded_server(*, registers: bool = True, json_response: bool = False) -> Iterator[Guarded]:
    """Run a tool server that wants a sign-in, and the place where one signs in;
    ``registers`` says whether apps may register themselves there."""
    at_issuer, at_server = _listener(), _listener()
    ports = [listener.getsockname()[1] for listener in (at_issuer, at_server)]
    issuer_url, url = f"http://127.0.0.1:{ports[0]}", f"http://127.0.0.1:{ports[1]}/mcp"
    issuer = Issuer()
    guarded = Guarded(issuer, issuer_url, url)
    options = ClientRegistrationOptions(enabled=registers)
    routes = create_auth_routes(issuer, AnyHttpUrl(issuer_url), client_registration_options=options)
    tools = MCPServer(
        "guarded",
        log_level="CRITICAL",
        token_verifier=ProviderTokenVerifier(issuer),
        auth=AuthSettings(
            issuer_url=AnyHttpUrl(issuer_url),
            resource_server_url=AnyHttpUrl(url),
            validate_token_resource=True,
        ),
    )
    tools.add_tool(add)
    tools.add_tool(slow)
    tool_app = tools.streamable_http_app(json_response=json_response)
    with (
        _serving(_Told(Starlette(routes=routes), ports[0], guarded), at_issuer),
        _serving(_Told(tool_app, ports[1], guarded), at_server),
    ):
        yield guarded


@contextmanager
def older_server() -> Iterator[Guarded]:
    """Run a tool server that is the place where one signs in itself, as the first revision of
    the protocol had it: nothing says which place to ask."""
    listener = _listener()
    port = listener.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    guarded = Guarded(Issuer(), url, f"{url}/mcp")
    tools = MCPServer(
        "older",
        log_level="CRITICAL",
        auth_server_provider=guarded.issuer,
        auth=AuthSettings(
            issuer_url=AnyHttpUrl(url),
            resource_server_url=None,
            client_registration_options=ClientRegistrationOptions(enabled=True),
        ),
    )
    tools.add_tool(add)
    with _serving(_Told(tools.streamable_http_app(), port, guarded), listener):
        yield guarded


async def slow() -> str:
    """Take longer than another call"""
    await asyncio.Event().wait()
    return ""


async def browse(page: str) -> httpx.Response:
    """Open a page as a browser would and follow it to where it ends."""
    async with httpx.AsyncClient(follow_redirects=True, timeout=30) as browser:
        return await browser.get(page)


async def redirected(page: str) -> str:
    """Return where a page sends the browser, without going there."""
    async with httpx.AsyncClient(timeout=30) as browser:
        with suppress(httpx.HTTPError):
            return str((await browser.get(page)).headers.get("location", ""))
    return ""
