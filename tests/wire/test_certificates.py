"""Self-signed servers: refused with their name, and pinned exactly."""

import asyncio
import ssl
from pathlib import Path

import pytest

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import CertificateRejected, ServerUnreachable
from chatapp.domain.messages import EndpointId
from chatapp.wire.certificates import described, fetch_certificate
from chatapp.wire.client import ChatClient
from chatapp.wire.connection import Connection
from tests.support.tls_server import tls_server

MODELS = b'{"data":[{"id":"m"}]}'


def models(url: str, **more: object) -> list[str]:
    async def work() -> list[str]:
        client = ChatClient()
        endpoint = Endpoint(EndpointId("e"), "e", url, **more)  # type: ignore[arg-type]
        try:
            return [m.id for m in await client.models(Connection(endpoint, url, None))]
        finally:
            await client.close()

    return asyncio.run(work())


def test_a_self_signed_server_is_refused_before_anything_is_sent(tmp_path: Path) -> None:
    with tls_server(tmp_path, body=MODELS) as server:
        with pytest.raises(CertificateRejected, match="not trusted"):
            models(server.url)
        assert server.requests == []


def test_its_certificate_can_be_read_and_says_whose_it_is(tmp_path: Path) -> None:
    with tls_server(tmp_path, "lab.example") as server:
        seen = asyncio.run(fetch_certificate(server.url))
    assert seen.subject == seen.issuer == "CN=lab.example"
    assert len(seen.sha256.split(":")) == 32
    assert seen.pem == (tmp_path / "lab.example.pem").read_text()


def test_the_pinned_certificate_is_trusted_under_any_name(tmp_path: Path) -> None:
    with tls_server(tmp_path, "lab.example", MODELS) as server:
        pem = (tmp_path / "lab.example.pem").read_text()
        assert models(server.url, certificate_pem=pem, certificate_pinned=True) == ["m"]


def test_another_certificate_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    with tls_server(tmp_path, "one"), tls_server(tmp_path, "two", MODELS) as server:
        pem = (tmp_path / "one.pem").read_text()
        with pytest.raises(CertificateRejected):
            models(server.url, certificate_pem=pem, certificate_pinned=True)
        assert server.requests == []


def test_a_ca_file_does_not_vouch_for_other_names(tmp_path: Path) -> None:
    with tls_server(tmp_path, "lab.example", MODELS) as server:
        pem = (tmp_path / "lab.example.pem").read_text()
        with pytest.raises(CertificateRejected):
            models(server.url, certificate_pem=pem)


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(ServerUnreachable, match=r"127\.0\.0\.1:1"):
        asyncio.run(fetch_certificate("https://127.0.0.1:1/v1"))


def test_bytes_that_are_no_certificate_are_a_tls_error() -> None:
    with pytest.raises(ssl.SSLError):
        described(b"nonsense")
