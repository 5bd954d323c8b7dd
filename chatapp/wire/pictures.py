"""One picture from the web, when the person has asked for it: bounded, and nothing else."""

import ipaddress
from urllib.parse import urlsplit

import httpx

from chatapp.domain.errors import ChatAppError
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.wire.bodies import bounded

MAX_BYTES = 20 * 1024 * 1024
TIMEOUT_S = 20.0
_HEADERS = {"User-Agent": "chatapp", "Accept-Encoding": "identity"}


def _failed(source: str, /, **arguments: object) -> ChatAppError:
    return ChatAppError(text("Picture", source, **arguments))


def is_public(url: str) -> bool:
    """Whether an address is not one of this machine or of the local network by its very words.

    A model could otherwise have a person's click reach devices behind their router.
    """
    host = (urlsplit(url).hostname or "").lower().rstrip(".")
    if not host or host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host


async def fetch_picture(url: str, *, only_public: bool = True) -> bytes:
    """Return the bytes behind an http or https address.

    No cookies, no redirects, no referrer. Raises ``ChatAppError`` in plain words.
    """
    host = urlsplit(url).hostname or url
    if urlsplit(url).scheme not in ("http", "https") or (only_public and not is_public(url)):
        raise _failed(QT_TRANSLATE_NOOP("Picture", "Pictures are not loaded from there."))
    try:
        async with (
            httpx.AsyncClient(timeout=TIMEOUT_S, headers=_HEADERS) as client,
            client.stream("GET", url) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise _failed(
                    QT_TRANSLATE_NOOP("Picture", "{host} answers with status {status}."),
                    host=host,
                    status=response.status_code,
                )
            data = await bounded(response, MAX_BYTES, cut=True)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
        raise _failed(
            QT_TRANSLATE_NOOP("Picture", "The picture could not be loaded from {host}."), host=host
        ) from error
    if len(data) > MAX_BYTES:
        raise _failed(QT_TRANSLATE_NOOP("Picture", "The picture is too large."))
    return data
