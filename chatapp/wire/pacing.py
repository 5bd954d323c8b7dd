"""Paced reading: a stream is read at most once a frame, below httpx.

Waking costs more than parsing (``design.md``): at 500 events a second one wake-up each costs
eight times the parsing. So a read that follows another read waits for the rest of the frame;
the kernel's buffer holds what arrives meanwhile and flow control holds the server. The first
bytes of an answer are never delayed.

The streams sit on asyncio's own transports, paused between reads, TLS included: one read takes
everything that has arrived, however many events and TLS records it was.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

import httpcore

from chatapp.domain.quick_dataclass import dataclass
from chatapp.wire.chunk_merging import ChunkMerger
from chatapp.wire.dialing import connected_socket

SHOWN_S = 1 / 20
"""Text that grows twenty times a second flows; each frame more is paid for in processor time."""
HIDDEN_S = 0.25
_UNPACED_READS = 2
"""The head of an answer and its first event come at once."""


@dataclass(slots=True)
class Pace:
    """The least time between two reads of one stream, in seconds; 0 reads at once.

    Shared by all streams and changed while they run.
    """

    interval_s: float = SHOWN_S


class _Receiver(asyncio.Protocol):
    """Holds what the transport delivered until it is read."""

    def __init__(self) -> None:
        self.received = bytearray()
        self.ended = False
        self.error: Exception | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._writable = asyncio.Event()
        self._writable.set()

    def data_received(self, data: bytes) -> None:
        self.received += data
        self._wake()

    def eof_received(self) -> bool:
        self.ended = True
        self._wake()
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self.ended = True
        self.error = exc
        self._writable.set()
        self._wake()

    def pause_writing(self) -> None:
        self._writable.clear()

    def resume_writing(self) -> None:
        self._writable.set()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def wait_for_data(self) -> None:
        if self.received or self.ended:
            return
        self._waiter = asyncio.get_running_loop().create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    async def wait_until_writable(self) -> None:
        await self._writable.wait()


@asynccontextmanager
async def _limited(
    timeout_s: float | None, late: type[Exception], broken: type[Exception]
) -> AsyncIterator[None]:
    """Give errors the names that httpcore knows."""
    try:
        async with asyncio.timeout(timeout_s):
            yield
    except TimeoutError as error:
        raise late(str(error)) from error
    except (OSError, ssl.SSLError) as error:
        raise broken(str(error)) from error


class PacedStream(httpcore.AsyncNetworkStream):
    """One connection; quick reads wait for the next frame."""

    def __init__(self, transport: asyncio.Transport, receiver: _Receiver, pace: Pace) -> None:
        self._transport = transport
        self._receiver = receiver
        self._pace = pace
        self.read_at = 0.0
        """When the last read returned, on the loop's clock."""
        self.waited_s = 0.0
        """How long what it brought may have lain unread."""
        self._reads_since_write = 0
        self._merger = ChunkMerger()
        self._transport.pause_reading()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002, ASYNC109
        """Read all that has arrived, not sooner than a frame after the read before."""
        loop = asyncio.get_running_loop()
        wait_s = self.read_at + self._pace.interval_s - loop.time()
        is_paced = self._reads_since_write >= _UNPACED_READS
        self.waited_s = max(wait_s, 0.0) if is_paced else 0.0
        limit_s = None if timeout is None else timeout + self.waited_s
        async with _limited(limit_s, httpcore.ReadTimeout, httpcore.ReadError):
            data = await self._merged(self.waited_s)
        self.read_at = loop.time()
        self._reads_since_write += 1
        return data

    async def _merged(self, after_s: float) -> bytes:
        """Return what has arrived after that time, in one chunk; empty at the end."""
        while True:
            await self._receive(after_s)
            after_s = 0.0
            received = bytes(self._receiver.received)
            self._receiver.received.clear()
            if not received:
                return self._merger.close()
            if data := self._merger.take(received):
                return data

    async def _receive(self, after_s: float) -> None:
        """Wait that long, then for data.

        The transport is woken by the clock, and this by the data: one task step, not two.
        """
        receiver = self._receiver
        if receiver.received or receiver.ended:
            await asyncio.sleep(after_s)
        elif self._transport.is_closing():
            receiver.ended = True
            return
        else:
            loop = asyncio.get_running_loop()
            resuming = loop.call_later(after_s, self._transport.resume_reading) if after_s else None
            try:
                if resuming is None:
                    self._transport.resume_reading()
                await receiver.wait_for_data()
            finally:
                if resuming is not None:
                    resuming.cancel()
                if not self._transport.is_closing():
                    self._transport.pause_reading()
        if not receiver.received and receiver.error is not None:
            raise httpcore.ReadError(str(receiver.error)) from receiver.error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Write; what is read next answers this and is not delayed."""
        self._reads_since_write = 0
        self._merger = ChunkMerger()
        async with _limited(timeout, httpcore.WriteTimeout, httpcore.WriteError):
            if self._receiver.ended and self._receiver.error is not None:
                raise httpcore.WriteError(str(self._receiver.error))
            self._transport.write(buffer)
            await self._receiver.wait_until_writable()

    async def aclose(self) -> None:
        """Close the socket at once; what was not read is dropped."""
        self._transport.abort()
        await asyncio.sleep(0)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        """Encrypt the stream; it stays paced."""
        loop = asyncio.get_running_loop()
        try:
            async with _limited(timeout, httpcore.ConnectTimeout, httpcore.ConnectError):
                transport = await loop.start_tls(
                    self._transport,
                    self._receiver,
                    ssl_context,
                    server_hostname=server_hostname,
                )
        except BaseException:
            self._transport.abort()
            raise
        if transport is None:
            raise httpcore.ConnectError("the connection was closed during the TLS handshake")
        return PacedStream(transport, self._receiver, self._pace)

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore asks for of the transport."""
        if info == "is_readable":
            return self._receiver.ended or bool(self._receiver.received)
        names = {"client_addr": "sockname", "server_addr": "peername"}
        return self._transport.get_extra_info(names.get(info, info))


class PacedBackend(httpcore.AsyncNetworkBackend):
    """Opens network streams that are paced."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        """Connect over TCP, to whichever address of the host answers first."""
        loop = asyncio.get_running_loop()
        async with _limited(timeout, httpcore.ConnectTimeout, httpcore.ConnectError):
            connected = await connected_socket(host, port)
            try:
                transport, receiver = await loop.create_connection(_Receiver, sock=connected)
            except BaseException:
                connected.close()
                raise
        return PacedStream(transport, receiver, self._pace)

    async def sleep(self, seconds: float) -> None:
        """Wait between connection attempts."""
        await asyncio.sleep(seconds)
