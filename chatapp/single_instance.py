"""One window a profile: a second start raises the first one's window and ends."""

from collections.abc import Callable
from hashlib import sha256

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from chatapp.store.paths import ProfilePaths

CONNECT_MS = 1_000


class SingleInstance(QObject):
    """Holds the profile's lock while the app runs; listens for others that want the window."""

    def __init__(self, paths: ProfilePaths) -> None:
        super().__init__()
        self._lock = QLockFile(str(paths.runtime / "lock"))
        self._lock.setStaleLockTime(0)
        # Socket paths are short on every system; the folder's own may be too long.
        digest = sha256(str(paths.runtime).encode()).hexdigest()[:16]
        self._name = f"chatapp-{digest}"
        self._server = QLocalServer(self)
        self._raise: Callable[[], None] = lambda: None

    def claim(self) -> bool:
        """Take the profile; ``False`` if another instance has it (it was told to show up)."""
        if not self._lock.tryLock(100):
            self._call_the_other()
            return False
        QLocalServer.removeServer(self._name)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.listen(self._name)
        self._server.newConnection.connect(self._on_called)
        return True

    def on_raise(self, show: Callable[[], None]) -> None:
        """Call ``show`` when another start wants the window."""
        self._raise = show

    def _on_called(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
        self._raise()

    def _call_the_other(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        socket.waitForConnected(CONNECT_MS)
        socket.disconnectFromServer()

    def release(self) -> None:
        """Let others have the profile."""
        self._server.close()
        self._lock.unlock()
