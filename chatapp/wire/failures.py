"""What the network does wrong, as words for people; no httpx name leaves this floor."""

import re
import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx

from chatapp.domain.errors import (
    BrokenReply,
    CertificateRejected,
    ChatAppError,
    InvalidRequest,
    ServerUnreachable,
    WayOut,
)
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text


def _fail(source: str, /, **arguments: object) -> Text:
    return text("Failure", source, **arguments)


RETRY_OR_SETTINGS = (WayOut.RETRY, WayOut.OPEN_SETTINGS)


def place_of(url: str) -> str:
    """Return host and port, for naming in a sentence."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    host = parts.hostname or ""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def network_failure(error: Exception, url: str, *, has_output: bool, proxy: str) -> ChatAppError:
    """Return what ``error`` means for somebody who asked ``url``.

    ``proxy`` is the proxy's address without credentials, if one is in between.
    """
    causes = list(_causes(error))
    detail = _detail(causes)
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return _tls_failure(cause, url, detail)
        if isinstance(cause, socket.gaierror):
            return _name_not_found(url, proxy, detail)
    if isinstance(error, (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError)):
        return _refused_here(url)
    if isinstance(error, UnicodeError):
        return _refused_here(url)
    if isinstance(error, httpx.ProxyError):
        return _proxy_failure(proxy, detail)
    if isinstance(error, (httpx.ConnectTimeout, httpx.PoolTimeout)):
        return ServerUnreachable(
            _fail(
                QT_TRANSLATE_NOOP("Failure", "{place} did not answer in time."),
                place=place_of(proxy or url),
            ),
            hint=_fail(QT_TRANSLATE_NOOP("Failure", "Check the address and the network.")),
            detail=detail,
            retryable=True,
            ways_out=RETRY_OR_SETTINGS,
        )
    if isinstance(error, httpx.ConnectError):
        return _refused(url, proxy, detail)
    return broken_off(detail, has_output=has_output)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        if isinstance(current, BaseExceptionGroup):
            for inner in current.exceptions:
                yield from _causes(inner)
        current = current.__cause__ or current.__context__


def _detail(causes: list[BaseException]) -> str:
    """Name the errors; ``Illegal header value`` is cut, since it quotes the key."""
    lines = dict.fromkeys(f"{type(c).__name__}: {c}".rstrip(": ") for c in causes)
    return re.sub(r"(Illegal header value).*", r"\1", "\n".join(lines))


def _tls_failure(error: ssl.SSLError, url: str, detail: str) -> ChatAppError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return CertificateRejected(
            _fail(
                QT_TRANSLATE_NOOP(
                    "Failure", "The certificate of {place} is not trusted: {reason}."
                ),
                place=place_of(url),
                reason=error.verify_message,
            ),
            hint=_fail(
                QT_TRANSLATE_NOOP(
                    "Failure",
                    "If this is your own server, add its CA file or pin its certificate in the "
                    "settings.",
                )
            ),
            detail=detail,
            ways_out=(WayOut.OPEN_SETTINGS, WayOut.RETRY),
        )
    return CertificateRejected(
        _fail(
            QT_TRANSLATE_NOOP("Failure", "{place} does not speak TLS."),
            place=place_of(url),
        ),
        hint=_fail(QT_TRANSLATE_NOOP("Failure", "Perhaps the address should begin with http://.")),
        detail=detail,
        ways_out=(WayOut.OPEN_SETTINGS, WayOut.RETRY),
    )


def _name_not_found(url: str, proxy: str, detail: str) -> ChatAppError:
    return ServerUnreachable(
        _fail(
            QT_TRANSLATE_NOOP("Failure", "The name {host} was not found."),
            host=urlsplit(proxy or url).hostname or "",
        ),
        hint=_fail(
            QT_TRANSLATE_NOOP("Failure", "Check the spelling of the address and the network.")
        ),
        detail=detail,
        retryable=True,
        ways_out=RETRY_OR_SETTINGS,
    )


def _refused_here(url: str) -> ChatAppError:
    return InvalidRequest(
        _fail(
            QT_TRANSLATE_NOOP("Failure", "The address, the key or a header cannot be sent: {url}"),
            url=url,
        ),
        hint=_fail(QT_TRANSLATE_NOOP("Failure", "Check the endpoint in the settings.")),
        ways_out=(WayOut.OPEN_SETTINGS,),
    )


def _proxy_failure(proxy: str, detail: str) -> ChatAppError:
    return ServerUnreachable(
        _fail(
            QT_TRANSLATE_NOOP("Failure", "The proxy {place} did not let the request through."),
            place=place_of(proxy) if proxy else "",
        ),
        hint=_fail(QT_TRANSLATE_NOOP("Failure", "Check the proxy in the settings.")),
        detail=detail,
        ways_out=(WayOut.OPEN_SETTINGS, WayOut.RETRY),
    )


def _refused(url: str, proxy: str, detail: str) -> ChatAppError:
    return ServerUnreachable(
        _fail(
            QT_TRANSLATE_NOOP("Failure", "Cannot connect to {place}."),
            place=place_of(proxy or url),
        ),
        hint=_fail(QT_TRANSLATE_NOOP("Failure", "Is the server running?")),
        detail=detail,
        retryable=True,
        ways_out=RETRY_OR_SETTINGS,
    )


def broken_off(detail: str, *, has_output: bool) -> BrokenReply:
    """The connection ended before the answer did."""
    source = (
        QT_TRANSLATE_NOOP("Failure", "The answer broke off: the connection was lost.")
        if has_output
        else QT_TRANSLATE_NOOP("Failure", "The server closed the connection without an answer.")
    )
    return BrokenReply(
        _fail(source),
        hint=_fail(QT_TRANSLATE_NOOP("Failure", "What had arrived is kept."))
        if has_output
        else None,
        detail=detail,
        retryable=True,
        ways_out=(WayOut.RETRY,),
    )


def incomplete() -> BrokenReply:
    """The stream ended properly, but without saying that the answer did."""
    return BrokenReply(
        _fail(
            QT_TRANSLATE_NOOP("Failure", "The answer is incomplete: the server stopped sending.")
        ),
        hint=_fail(QT_TRANSLATE_NOOP("Failure", "Continue it, or ask again.")),
        retryable=True,
        ways_out=(WayOut.RETRY,),
    )


def silent(seconds: float, *, has_output: bool) -> BrokenReply:
    """Nothing has come for too long."""
    return BrokenReply(
        _fail(
            QT_TRANSLATE_NOOP(
                "Failure", "No data for {seconds} seconds; the connection was closed."
            ),
            seconds=round(seconds),
        ),
        hint=_fail(QT_TRANSLATE_NOOP("Failure", "What had arrived is kept."))
        if has_output
        else None,
        retryable=True,
        ways_out=RETRY_OR_SETTINGS,
    )


def not_a_reply(body: str) -> BrokenReply:
    """The body is something else: a web page, or nothing that can be understood."""
    source = (
        QT_TRANSLATE_NOOP("Failure", "The address answered with a web page, not with a chat reply.")
        if body.lstrip()[:1] == "<"
        else QT_TRANSLATE_NOOP("Failure", "The server's reply could not be understood.")
    )
    return BrokenReply(
        _fail(source),
        hint=_fail(QT_TRANSLATE_NOOP("Failure", "Check the base URL in the settings.")),
        detail=body[: 64 * 1024],
        ways_out=(WayOut.OPEN_SETTINGS, WayOut.RETRY),
    )


def empty_reply() -> BrokenReply:
    """A proper reply without a single choice."""
    return BrokenReply(
        _fail(QT_TRANSLATE_NOOP("Failure", "The server's reply is empty.")),
        hint=_fail(QT_TRANSLATE_NOOP("Failure", "Ask again, or choose another model.")),
        retryable=True,
        ways_out=(WayOut.RETRY,),
    )


def too_large() -> BrokenReply:
    """The body is beyond every bound of a chat reply."""
    return BrokenReply(
        _fail(QT_TRANSLATE_NOOP("Failure", "The reply is too large; the connection was closed.")),
        ways_out=(WayOut.RETRY,),
    )


def encoded(name: str) -> BrokenReply:
    """The server compressed although it was asked not to."""
    return BrokenReply(
        _fail(
            QT_TRANSLATE_NOOP("Failure", "The server sent its reply compressed ({name}), unasked."),
            name=name,
        ),
        hint=_fail(
            QT_TRANSLATE_NOOP(
                "Failure", "Turn compression off in the server, or in the proxy before it."
            )
        ),
        ways_out=(WayOut.RETRY,),
    )


def _place_or_text(target: str) -> str:
    """Name the place; what is no address is shown as it came, cut short."""
    try:
        return place_of(target) if urlsplit(target).hostname else target[:200]
    except ValueError:
        return target[:200]


def redirected(url: str, target: str) -> ChatAppError:
    """The server points elsewhere; nothing was sent there."""
    return InvalidRequest(
        _fail(
            QT_TRANSLATE_NOOP("Failure", "{place} redirects to {target}; nothing was sent there."),
            place=place_of(url),
            target=_place_or_text(target),
        ),
        hint=_fail(QT_TRANSLATE_NOOP("Failure", "If that is right, change the base URL.")),
        ways_out=(WayOut.OPEN_SETTINGS,),
    )
