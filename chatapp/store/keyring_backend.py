"""The one system keyring that we trust, called on a daemon thread.

``reliability.md`` section 2: never keyring's own choice of backend (with keyrings.alt it
writes plain files), never an executor (an unanswered prompt would block quitting).
"""

import asyncio
import importlib
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from chatapp.domain.errors import (
    KeyringError,
    KeyringLocked,
    KeyringNotAnswering,
    KeyringUnavailable,
)
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

T = TypeVar("T")
SERVICE = "chatapp"
READ_TIMEOUT_S = 5.0
_ALLOWED = {
    "linux": ("keyring.backends.SecretService", "Secret Service"),
    "darwin": ("keyring.backends.macOS", "macOS Keychain"),
    "win32": ("keyring.backends.Windows", "Windows Credential Manager"),
}
_CLASSES = {"win32": "WinVaultKeyring"}


def _keyring(source: str, /, **arguments: object) -> Text:
    return text("Keyring", source, **arguments)


def keyring_name() -> str:
    """Return what this system's keyring is called."""
    return _ALLOWED.get(sys.platform, ("", ""))[1]


def _backend() -> Any:
    """Return the allowed backend; raises ``KeyringUnavailable`` (blocking)."""
    module_name, _ = _ALLOWED.get(sys.platform, ("", ""))
    try:
        module = importlib.import_module(module_name)
        kind = getattr(module, _CLASSES.get(sys.platform, "Keyring"))
        # Asking for its priority raises where the backend cannot run.
        return kind() if kind.priority > 0 else kind.unusable
    except Exception as error:
        raise KeyringUnavailable(
            _keyring(QT_TRANSLATE_NOOP("Keyring", "This system has no keyring that can be used.")),
            hint=_keyring(
                QT_TRANSLATE_NOOP(
                    "Keyring",
                    "Use the key for this run only, or name an environment variable that holds it.",
                )
            ),
            detail=f"{type(error).__name__}: {error}",
        ) from error


def _translated(error: Exception) -> KeyringError:
    kind = type(error).__name__
    if kind in ("KeyringLocked", "InitError", "PromptDismissedException", "LockedException"):
        return KeyringLocked(
            _keyring(QT_TRANSLATE_NOOP("Keyring", "The system keyring is locked.")),
            hint=_keyring(
                QT_TRANSLATE_NOOP(
                    "Keyring", "Unlock it and try again, or use the key for this run only."
                )
            ),
            detail=f"{kind}: {error}",
            retryable=True,
        )
    return KeyringUnavailable(
        _keyring(QT_TRANSLATE_NOOP("Keyring", "The system keyring reported an error.")),
        hint=_keyring(
            QT_TRANSLATE_NOOP(
                "Keyring",
                "Use the key for this run only, or name an environment variable that holds it.",
            )
        ),
        detail=f"{kind}: {error}",
    )


def _not_answering() -> KeyringNotAnswering:
    return KeyringNotAnswering(
        _keyring(QT_TRANSLATE_NOOP("Keyring", "Waiting for the system keyring.")),
        hint=_keyring(
            QT_TRANSLATE_NOOP(
                "Keyring", "Perhaps it asks for its password. You can use a key for this run only."
            )
        ),
        retryable=True,
    )


class SystemKeyring:
    """Get, set and delete by name; every call may be refused, and says so in plain words.

    A call that does not answer in time goes on in its thread, and the next call waits behind
    it: a keyring that is unlocked a minute later is used again.
    """

    def __init__(self) -> None:
        self._backend: Any = None
        self._lock = threading.Lock()

    async def get(self, name: str) -> str | None:
        """Return a secret, or ``None`` if none is stored under ``name``."""
        return await self._call(lambda b: b.get_password(SERVICE, name), READ_TIMEOUT_S)

    async def set(self, name: str, secret: str) -> None:
        """Store a secret and read it back; what cannot be read back was not stored."""

        def work(backend: Any) -> bool:
            backend.set_password(SERVICE, name, secret)
            return bool(backend.get_password(SERVICE, name) == secret)

        if not await self._call(work, READ_TIMEOUT_S * 6):
            raise KeyringUnavailable(
                _keyring(QT_TRANSLATE_NOOP("Keyring", "The system keyring did not keep the key.")),
                hint=_keyring(
                    QT_TRANSLATE_NOOP("Keyring", "Use the key for this run only instead.")
                ),
            )

    async def delete(self, name: str) -> None:
        """Delete a secret; it is no error if there was none."""

        def work(backend: Any) -> None:
            if backend.get_password(SERVICE, name) is not None:
                backend.delete_password(SERVICE, name)

        await self._call(work, READ_TIMEOUT_S)

    async def _call(self, work: Callable[[Any], T], timeout_s: float) -> T:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def settle(tell: Callable[..., None], value: object) -> None:
            def unless_given_up() -> None:
                if not answer.done():
                    tell(value)

            try:
                loop.call_soon_threadsafe(unless_given_up)
            except RuntimeError:
                return  # the app has quit meanwhile

        def run() -> None:
            try:
                settle(answer.set_result, self._do(work))
            except KeyringError as refused:
                settle(answer.set_exception, refused)

        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            async with asyncio.timeout(timeout_s):
                return await answer
        except TimeoutError as error:
            raise _not_answering() from error

    def _do(self, work: Callable[[Any], T]) -> T:
        """Run ``work`` on the backend, one call at a time (blocking)."""
        with self._lock:
            if self._backend is None:
                self._backend = _backend()
            try:
                return work(self._backend)
            except Exception as error:  # each backend has errors of its own
                raise _translated(error) from error
