"""HTTP clients for endpoints: whom to trust, which proxy, paced connections."""

import asyncio
import ssl
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from chatapp.domain.endpoints import Endpoint, is_loopback
from chatapp.wire.connection import Connection
from chatapp.wire.pacing import Pace, PacedBackend


def proxy_for(endpoint: Endpoint, url: str) -> str:
    """Return the proxy to use: the endpoint's, else the system's, never for this machine."""
    if endpoint.proxy:
        return endpoint.proxy
    parts = urlsplit(url)
    host = parts.hostname or ""
    if is_loopback(url) or host.endswith(".local") or proxy_bypass(host):
        return ""
    proxies = getproxies()
    return proxies.get(parts.scheme) or proxies.get("all", "")


def without_credentials(proxy: str) -> str:
    """Return a proxy's address as it may be shown."""
    if not proxy:
        return ""
    parts = urlsplit(proxy)
    host = parts.hostname or ""
    return f"{parts.scheme}://{host}:{parts.port}" if parts.port else f"{parts.scheme}://{host}"


def tls_context(endpoint: Endpoint, *, encrypted: bool) -> ssl.SSLContext:
    """Return whom to trust: the system's authorities and the endpoint's own certificate.

    A pinned certificate is the only one that is trusted, and under any name: who shows it and
    holds its key is the server that was pinned. Blocking: reads certificate stores.
    """
    if not encrypted:
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if endpoint.certificate_pem:
        pinned = endpoint.certificate_pinned
        context = (
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if pinned else ssl.create_default_context()
        )
        context.check_hostname = not pinned
        context.load_verify_locations(cadata=endpoint.certificate_pem)
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT
        return context
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class _Transport(httpx.AsyncHTTPTransport):
    """httpx's transport over a pool whose connections are paced and never kept.

    A kept connection that the server has meanwhile closed fails the next request after it
    was sent, which may cost money twice; a new one costs one round trip.
    """

    def __init__(self, context: ssl.SSLContext, proxy: str, pace: Pace) -> None:
        super().__init__(verify=context, trust_env=False)
        self._pool = _pool(context, proxy, PacedBackend(pace))


def _pool(
    context: ssl.SSLContext, proxy: str, backend: httpcore.AsyncNetworkBackend
) -> httpcore.AsyncConnectionPool:
    if not proxy:
        return httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=None,
            max_keepalive_connections=0,
            network_backend=backend,
        )
    url = httpx.URL(proxy)
    auth = (url.username, url.password) if url.username else None
    bare = str(url.copy_with(username=None, password=None))
    if url.scheme.startswith("socks5"):
        return httpcore.AsyncSOCKSProxy(
            proxy_url=bare,
            proxy_auth=auth,
            ssl_context=context,
            max_connections=None,
            max_keepalive_connections=0,
            network_backend=backend,
        )
    return httpcore.AsyncHTTPProxy(
        proxy_url=bare,
        proxy_auth=auth,
        ssl_context=context,
        max_connections=None,
        max_keepalive_connections=0,
        network_backend=backend,
    )


class HttpClients:
    """One HTTP client for each way of reaching a server; made when first needed."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._clients: dict[tuple[str, str, bool, bool], httpx.AsyncClient] = {}

    async def get(self, connection: Connection, url: str) -> httpx.AsyncClient:
        """Return the client for ``url``; certificate stores are read on a thread."""
        endpoint = connection.endpoint
        proxy = proxy_for(endpoint, url)
        encrypted = urlsplit(url).scheme == "https"
        key = (proxy, endpoint.certificate_pem, endpoint.certificate_pinned, encrypted)
        if key not in self._clients:
            if encrypted:
                context = await asyncio.to_thread(tls_context, endpoint, encrypted=True)
            else:
                context = tls_context(endpoint, encrypted=False)
            if key not in self._clients:
                self._clients[key] = httpx.AsyncClient(
                    transport=_Transport(context, proxy, self._pace),
                    follow_redirects=False,
                    trust_env=False,
                )
        return self._clients[key]

    async def close(self) -> None:
        """Close every client and its sockets."""
        while self._clients:
            _, client = self._clients.popitem()
            await client.aclose()
