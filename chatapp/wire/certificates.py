"""The certificate that a server shows, for a person to judge before it is pinned."""

import asyncio
import socket
import ssl
from datetime import datetime
from urllib.parse import urlsplit

import httpx

from chatapp.domain.quick_dataclass import dataclass
from chatapp.wire.failures import network_failure

FETCH_TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class ServerCertificate:
    """What a certificate says of itself; nobody has vouched for it.

    ``subject`` and ``issuer`` are names as in RFC 4514, ``sha256`` is the fingerprint in hex
    pairs, ``pem`` the certificate's text.
    """

    subject: str
    issuer: str
    sha256: str
    valid_from: datetime
    valid_until: datetime
    pem: str


async def fetch_certificate(url: str) -> ServerCertificate:
    """Ask the server of an ``https`` address for its certificate, trusting nothing.

    No request is sent. Raises a ``ChatAppError`` if no TLS connection comes about.
    """
    try:
        return await asyncio.to_thread(_fetch, url)
    except OSError as error:
        failed = httpx.ConnectError(str(error))
        failed.__cause__ = error
        raise network_failure(failed, url, has_output=False, proxy="") from error


def _fetch(url: str) -> ServerCertificate:
    parts = urlsplit(url)
    host = parts.hostname or ""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection((host, parts.port or 443), FETCH_TIMEOUT_S) as plain,
        context.wrap_socket(plain, server_hostname=host) as encrypted,
    ):
        der = encrypted.getpeercert(binary_form=True)
    if der is None:
        raise ssl.SSLError("the server showed no certificate")
    return described(der)


def described(der: bytes) -> ServerCertificate:
    """Read a certificate. Raises ``ssl.SSLError`` if it is none."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    try:
        certificate = x509.load_der_x509_certificate(der)
        subject = certificate.subject.rfc4514_string()
        issuer = certificate.issuer.rfc4514_string()
    except ValueError as error:
        raise ssl.SSLError("the server's certificate cannot be read") from error
    return ServerCertificate(
        subject,
        issuer,
        certificate.fingerprint(hashes.SHA256()).hex(":"),
        certificate.not_valid_before_utc,
        certificate.not_valid_after_utc,
        ssl.DER_cert_to_PEM_cert(der),
    )
