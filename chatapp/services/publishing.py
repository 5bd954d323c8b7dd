"""One place where services say what changed and views hear it."""

from collections.abc import Callable

from chatapp.domain.changes import Change

Listener = Callable[[Change], None]


class Publisher:
    """Hands each change to the listeners of its kind, in the order they subscribed.

    An answer that arrives changes twenty times a second: whoever does not listen to that costs
    nothing while it does.
    """

    def __init__(self) -> None:
        self._listeners: list[tuple[Listener, tuple[type[Change], ...]]] = []
        self._of_kind: dict[type[Change], tuple[Listener, ...]] = {}

    def subscribe(self, listener: Listener, *kinds: type[Change]) -> Callable[[], None]:
        """Call ``listener`` with every change of these ``kinds`` from now on, of any kind if
        none is named; the result ends that."""
        entry = (listener, kinds)
        self._listeners.append(entry)
        self._of_kind.clear()

        def unsubscribe() -> None:
            if entry in self._listeners:
                self._listeners.remove(entry)
                self._of_kind.clear()

        return unsubscribe

    def branch(self) -> "PublisherBranch":
        """Return a publisher for somebody who goes before this one does."""
        return PublisherBranch(self)

    def publish(self, change: Change) -> None:
        """Tell every listener; one that subscribes meanwhile hears the next change."""
        for listener in self._listeners_of(type(change)):
            listener(change)

    def _listeners_of(self, kind: type[Change]) -> tuple[Listener, ...]:
        found = self._of_kind.get(kind)
        if found is None:
            found = tuple(heard for heard, kinds in self._listeners if not kinds or kind in kinds)
            self._of_kind[kind] = found
        return found


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
