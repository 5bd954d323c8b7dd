"""One place where services say what changed and views hear it."""

from collections.abc import Callable

from chatapp.domain.changes import Change

Listener = Callable[[Change], None]


class Publisher:
    """Hands each change to every listener, in the order they subscribed."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every change from now on; the result ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def branch(self) -> "PublisherBranch":
        """Return a publisher for somebody who goes before this one does."""
        return PublisherBranch(self)

    def publish(self, change: Change) -> None:
        """Tell every listener; one that subscribes meanwhile hears the next change."""
        for listener in tuple(self._listeners):
            listener(change)


class PublisherBranch(Publisher):
    """Says and hears what its origin does, until it is closed: for a window, whose listeners
    end with it while the services go on."""

    def __init__(self, origin: Publisher) -> None:
        super().__init__()
        self._origin = origin
        self._unsubscribe = origin.subscribe(super().publish)

    def publish(self, change: Change) -> None:
        """Tell every listener of the origin, this branch's among them."""
        self._origin.publish(change)

    def close(self) -> None:
        """Hear nothing more."""
        self._unsubscribe()
