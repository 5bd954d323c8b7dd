"""What can go wrong that a person can act on.

ChatAppError
 ├─ EndpointError          the conversation with a server
 │   ├─ ServerUnreachable      name, refused, proxy, timeout while connecting
 │   ├─ CertificateRejected    TLS
 │   ├─ RequestRejected        the server answered with an error status or error event
 │   ├─ BrokenReply            the reply ended early or made no sense
 │   └─ InvalidRequest         refused here before anything was sent
 ├─ StoreError             the disk and the database
 │   ├─ StoreTooNew, StoreDamaged, StoreFull, StoreReadOnly
 ├─ KeyringError           the system keyring
 │   ├─ KeyringUnavailable, KeyringLocked, KeyringNotAnswering, KeyRejected
 ├─ ToolFailed             a tool or its server: not started, dead, hung, or answering nonsense
 └─ EngineFailed           the offline model

Everything else that is raised is a bug and meets in one place (``ui.failures``).
"""

from enum import Enum, auto

from chatapp.domain.text import Text


class WayOut(Enum):
    """What the person is offered beside the message."""

    RETRY = auto()
    OPEN_SETTINGS = auto()
    CHOOSE_MODEL = auto()
    ENTER_KEY = auto()
    SEND_WITHOUT = auto()
    """Leave out the field that the server refused."""
    LEAVE_OUT_MEDIA = auto()


class ChatAppError(Exception):
    """A failure in plain words.

    ``message`` says what happened, ``hint`` what to do, ``detail`` holds what the server or
    the system said, for *Copy details* (plain text, redacted, at most 64 KiB). ``retryable``
    says that the same request may succeed without a change.
    """

    def __init__(
        self,
        message: Text,
        *,
        hint: Text | None = None,
        detail: str = "",
        retryable: bool = False,
        ways_out: tuple[WayOut, ...] = (),
    ) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint
        self.detail = detail
        self.retryable = retryable
        self.ways_out = ways_out


class EndpointError(ChatAppError):
    """Something between us and a server."""


class ServerUnreachable(EndpointError):
    """No connection came about; nothing was sent."""


class CertificateRejected(EndpointError):
    """The server's certificate is not trusted."""


class InvalidRequest(EndpointError):
    """The request was refused here; nothing was sent."""


class BrokenReply(EndpointError):
    """The reply ended early or was not understood; what had arrived is kept."""


class RequestRejected(EndpointError):
    """The server answered with an error.

    ``status`` is the HTTP status (200 for an error inside a stream), ``code`` and ``param``
    what the body names, ``retry_after_s`` the server's own wish in seconds, ``request_id``
    for the provider's support. ``within_reply`` says that the request had been accepted.
    """

    def __init__(
        self,
        message: Text,
        *,
        status: int,
        code: str = "",
        param: str = "",
        server_message: str = "",
        request_id: str = "",
        retry_after_s: float | None = None,
        within_reply: bool = False,
        hint: Text | None = None,
        detail: str = "",
        retryable: bool = False,
        ways_out: tuple[WayOut, ...] = (),
    ) -> None:
        super().__init__(message, hint=hint, detail=detail, retryable=retryable, ways_out=ways_out)
        self.status = status
        self.code = code
        self.param = param
        self.server_message = server_message
        self.request_id = request_id
        self.retry_after_s = retry_after_s
        self.within_reply = within_reply


class StoreError(ChatAppError):
    """The disk or the database."""


class StoreTooNew(StoreError):
    """A newer version wrote this database; it was not touched."""


class StoreDamaged(StoreError):
    """The database is damaged and was set aside, or cannot be read."""


class StoreFull(StoreError):
    """The disk is full; unsaved text is kept in memory."""


class StoreReadOnly(StoreError):
    """The profile folder cannot be written to."""


class KeyringError(ChatAppError):
    """The system keyring."""


class KeyringUnavailable(KeyringError):
    """This system has no keyring that we trust."""


class KeyringLocked(KeyringError):
    """The keyring is locked, or the person dismissed its prompt."""


class KeyringNotAnswering(KeyringError):
    """The keyring has not answered in time; the call goes on in the background."""


class KeyRejected(KeyringError):
    """This text cannot be an API key."""


class ToolFailed(ChatAppError):
    """A tool could not be run, or its server cannot be started, died or does not answer."""


class EngineFailed(ChatAppError):
    """The offline model could not be started or died."""
