"""One window a profile: a second start raises the first one's window and ends."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject

from chatapp.store.paths import ProfilePaths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS = 1_000
SHOW = "show"
QUICK_QUESTION = "quick-question"
_CALLS = frozenset({SHOW, QUICK_QUESTION})
_MOST_BYTES = 64
LOCK_MS = 100


def profile_lock(paths: ProfilePaths) -> QLockFile:
    """Return the lock that whoever works on the profile holds."""
    lock = QLockFile(str(paths.runtime / "lock"))
    lock.setStaleLockTime(0)
    return lock


class SingleInstance(QObject):
    """Holds the profile's lock while the app runs; listens for others that want the window."""

    def __init__(self, paths: ProfilePaths) -> None:
        super().__init__()
        self._lock = profile_lock(paths)
        self._folder = str(paths.runtime)
        self._server: QLocalServer | None = None

    @cached_property
    def _name(self) -> str:
        """Where the running instance listens; the folder's own name may be too long for that."""
        from hashlib import sha256

        return f"chatapp-{sha256(self._folder.encode()).hexdigest()[:16]}"

    def claim(self, call: str = SHOW) -> bool:
        """Take the profile; ``False`` if another instance has it, which was told ``call``.

        Where no lock can be written, because the folder is closed or the disk full, opening the
        database says what is wrong; an app that silently ends would not.
        """
        if not self._lock.tryLock(LOCK_MS):
            held = self._lock.error() is QLockFile.LockError.LockFailedError
            return not self._call_the_other(call) and not held
        return True

    def listen(self, on_call: Callable[[str], None]) -> None:
        """Call ``on_call``, and no one told before, with what another start wants; only for who
        has the profile."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
        # A socket that a killed process left is in the way; the lock says that it is nobody's.
        QLocalServer.removeServer(self._name)
        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._on_called(server, on_call))
        server.listen(self._name)

    @staticmethod
    def _on_called(server: "QLocalServer", on_call: Callable[[str], None]) -> None:
        def heard(caller: "QLocalSocket") -> None:
            call = bytes(caller.read(_MOST_BYTES).data()).decode("ascii", "replace")
            caller.deleteLater()
            on_call(call if call in _CALLS else SHOW)

        while server.hasPendingConnections():
            caller = server.nextPendingConnection()
            caller.disconnected.connect(partial(heard, caller))
            if caller.state() is caller.LocalSocketState.UnconnectedState:
                heard(caller)

    def _call_the_other(self, call: str) -> bool:
        """Tell the running instance what is wanted; tell whether there is one."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(CONNECT_MS)
        if reached:
            socket.write(call.encode())
            socket.waitForBytesWritten(CONNECT_MS)
            socket.disconnectFromServer()
        return reached

    def release(self) -> None:
        """Let others have the profile."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()
