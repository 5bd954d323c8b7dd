"""Extra headers in the settings: kept, moved, removed, and where each secret value is, in words."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from chatapp.domain.endpoint_headers import (
    HeaderEdit,
    Secrecy,
    exposed,
    secrecy,
    variable_in,
)
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import ChatAppError, KeyringError
from chatapp.domain.messages import EndpointId
from chatapp.domain.secret_addresses import is_part
from chatapp.services.endpoint_headers import EndpointHeaders
from chatapp.services.endpoints import EndpointService
from chatapp.services.tasks import TaskScope
from chatapp.store.secrets import KeySource
from chatapp.ui.endpoints.header_row import ShownHeader
from chatapp.ui.endpoints.header_table import HeaderTable
from chatapp.ui.translation import failure_words, translated


def _say(words: str) -> str:
    return QCoreApplication.translate("EndpointHeaders", words)


class HeaderController:
    """Works on the endpoint that the form shows; ``elsewhere`` says what goes wrong when it is
    shown no more."""

    def __init__(
        self,
        table: HeaderTable,
        headers: EndpointHeaders,
        endpoints: EndpointService,
        tasks: TaskScope,
        shown: Callable[[], Endpoint | None],
        elsewhere: Callable[[str], None],
    ) -> None:
        self._table = table
        self._headers = headers
        self._endpoints = endpoints
        self._tasks = tasks
        self._shown = shown
        self._elsewhere = elsewhere
        self._going: set[str] = set()
        table.changed.connect(self._on_changed)
        table.removed.connect(self._on_removed)

    def _on_changed(self, number: int, edit: HeaderEdit) -> None:
        endpoint = self._shown()
        if endpoint is not None:
            self._tasks.start(self._change(endpoint.id, number, edit), name="header")

    async def _change(self, endpoint_id: EndpointId, number: int, edit: HeaderEdit) -> None:
        if self._is_shown(endpoint_id) and edit.secret and not edit.for_run:
            self._table.say(_say("Asking the keyring…"))
        try:
            left = await self._headers.change(endpoint_id, edit)
        except ChatAppError as error:
            self._say_refused(endpoint_id, number, edit, error)
            return
        if self._is_shown(endpoint_id):
            self._table.say("")
            await self._settle(endpoint_id, number, edit)
        if left is not None:
            self._say_left(endpoint_id, edit.name, left)

    def _say_left(self, endpoint_id: EndpointId, name: str, error: KeyringError) -> None:
        """Say that a header is kept as it is now and an old value of it could not be deleted."""
        words = _say(
            "“{name}” is kept as it is now, but its old value is still in the system keyring. {why}"
        ).format(name=name, why=translated(error.message))
        if self._is_shown(endpoint_id):
            self._table.say(words, role="problem")
        else:
            self._elsewhere(words)

    def _say_refused(
        self, endpoint_id: EndpointId, number: int, edit: HeaderEdit, error: ChatAppError
    ) -> None:
        if self._is_shown(endpoint_id):
            once, words = isinstance(error, KeyringError) and edit.secret, failure_words(error)
            if once and secrecy(edit.name, edit.value or "") is Secrecy.UNLESS_SAID:
                words += " " + _say("If anybody may read it, switch “Secret” off.")
            self._table.refuse(number, words, may_use_once=once)
        else:
            words = _say("The header “{name}” was not kept. {why}")
            self._elsewhere(words.format(name=edit.name, why=failure_words(error)))

    async def _settle(self, endpoint_id: EndpointId, number: int, edit: HeaderEdit) -> None:
        """Show a row as it is kept now."""
        endpoint = self._endpoints.get(endpoint_id)
        header = (
            next((h for h in _shown(endpoint) if h.name == edit.name), None) if endpoint else None
        )
        if endpoint is None or header is None or header.name in self._going:
            return
        if self._table.row(number) is None:
            self.show(endpoint)  # another endpoint was looked at meanwhile
        self._table.settle(number, header)
        await self._show_state(endpoint, header.name)

    def _on_removed(self, name: str) -> None:
        endpoint = self._shown()
        if endpoint is not None:
            self._going.add(name)
            self._tasks.start(self._remove(endpoint.id, name), name="header")

    async def _remove(self, endpoint_id: EndpointId, name: str) -> None:
        try:
            await self._headers.remove(endpoint_id, name)
        except ChatAppError as error:
            if self._is_shown(endpoint_id):
                self._table.say(failure_words(error), role="problem")
            else:
                self._elsewhere(failure_words(error))
        finally:
            self._going.discard(name)

    def _is_shown(self, endpoint_id: EndpointId) -> bool:
        shown = self._shown()
        return shown is not None and shown.id == endpoint_id

    def show(self, endpoint: Endpoint) -> None:
        """Show the headers of an endpoint, and find out where their values are."""
        self._table.show_headers(_shown(endpoint))
        old = exposed(endpoint)
        for row in self._table.rows:
            if row.kept is not None and row.kept.name in old:
                words = _say(
                    "“{name}” can be read in the settings, where an earlier version put it. Press"
                    " Enter in its row to move it to the keyring."
                )
                self._table.refuse(
                    row.number, words.format(name=row.kept.name), role="note", may_use_once=True
                )
        if endpoint.secret_headers:
            self._tasks.start(self._show_states(endpoint), name="header state")

    async def _show_states(self, endpoint: Endpoint) -> None:
        for name in endpoint.secret_headers:
            if not is_part(name):
                await self._show_state(endpoint, name)

    async def _show_state(self, endpoint: Endpoint, name: str) -> None:
        header = endpoint.secret_headers.get(name)
        if header is None:
            return
        try:
            source = (await self._headers.secrets.find(endpoint, name)).source
        except ChatAppError as error:
            if self._is_shown(endpoint.id):
                self._table.say(failure_words(error), role="problem")
            return
        if self._is_shown(endpoint.id):
            if source is KeySource.NONE and (variable := variable_in(header.reference)):
                words = _say("There is no environment variable {name} now.")
                self._table.say(words.format(name=variable), role="note")
            for row in self._table.rows:
                if row.kept is not None and row.kept.name == name:
                    row.show_state(_state(source))

    async def copy(self, source: Endpoint, target: EndpointId) -> None:
        """Give the secret values of an endpoint to its copy."""
        try:
            await self._headers.copy(source, target)
        finally:
            if (shown := self._shown()) is not None and shown.id == target:
                self.show(shown)


def _shown(endpoint: Endpoint) -> list[ShownHeader]:
    """Return the headers of an endpoint as the table shows them."""
    old = exposed(endpoint)
    plain = [
        ShownHeader(name, value, secret=name in old, state="••••••••", exposed=name in old)
        for name, value in endpoint.extra_headers.items()
    ]
    secret = [
        ShownHeader(name, header.reference, secret=True, state="••••••••")
        for name, header in endpoint.secret_headers.items()
        if not is_part(name)
    ]
    return plain + secret


def _state(source: KeySource) -> str:
    """Return where a secret value is, in words that stand in its place."""
    return {
        KeySource.NONE: _say("no value: type it again"),
        KeySource.SESSION: _say("•••••••• for this run only"),
        KeySource.ENVIRONMENT: "••••••••",
        KeySource.KEYRING: _say("•••••••• in the system keyring"),
    }[source]
