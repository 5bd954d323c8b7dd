"""Keys in the settings: kept, used for this run, forgotten, and told of in words."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import EndpointId
from chatapp.services.endpoints import EndpointService
from chatapp.services.tasks import TaskScope
from chatapp.store.secrets import KeySource
from chatapp.ui.endpoints.form import EndpointForm
from chatapp.ui.translation import failure_words

KeyWork: TypeAlias = "Callable[[Endpoint, str], Awaitable[None]]"


def _say(words: str) -> str:
    return QCoreApplication.translate("Settings", words)


class EndpointKeys:
    """Works on the endpoint that the form shows. What was typed leaves the form only when it is
    kept, and what goes wrong is said beside it."""

    def __init__(
        self,
        form: EndpointForm,
        endpoints: EndpointService,
        tasks: TaskScope,
        shown: Callable[[], Endpoint | None],
    ) -> None:
        self._form = form
        self._endpoints = endpoints
        self._tasks = tasks
        self._shown = shown
        form.key_remembered.connect(lambda key: self._start(self._remember, key))
        form.key_for_run.connect(lambda key: self._start(self._use_for_run, key))
        form.key_forgotten.connect(lambda: self._start(self._forget, ""))

    def _start(self, work: KeyWork, key: str) -> None:
        endpoint = self._shown()
        if endpoint is not None:
            self._tasks.start(self._done(endpoint, work, key), name="key")

    async def _done(self, endpoint: Endpoint, work: KeyWork, key: str) -> None:
        try:
            await work(endpoint, key)
        except ChatAppError as error:
            self._say_problem(endpoint, error)
            return
        if self._is_shown(endpoint):
            self._form.forget_typed_key()
        await self.show(endpoint.id)

    async def _remember(self, endpoint: Endpoint, key: str) -> None:
        self._tell(endpoint, _say("Asking the keyring…"))
        await self._endpoints.secrets.remember(endpoint.id, key)
        self._put(endpoint.id, has_stored_key=True)

    async def _use_for_run(self, endpoint: Endpoint, key: str) -> None:
        self._endpoints.secrets.use_for_session(endpoint.id, key)
        self._endpoints.announce(endpoint.id)

    async def _forget(self, endpoint: Endpoint, _key: str) -> None:
        await self._endpoints.secrets.forget(endpoint)
        self._put(endpoint.id, has_stored_key=False)

    def _put(self, endpoint_id: EndpointId, *, has_stored_key: bool) -> None:
        current = self._endpoints.get(endpoint_id)
        if current is not None:
            self._endpoints.put(replace(current, has_stored_key=has_stored_key))

    def _is_shown(self, endpoint: Endpoint) -> bool:
        shown = self._shown()
        return shown is not None and shown.id == endpoint.id

    def _tell(
        self, endpoint: Endpoint, words: str, *, role: str = "muted", may_forget: bool = False
    ) -> None:
        if self._is_shown(endpoint):
            self._form.show_key_state(words, role=role, may_forget=may_forget)

    def _say_problem(self, endpoint: Endpoint, error: ChatAppError) -> None:
        forgettable = endpoint.has_stored_key or self._endpoints.secrets.has_session_key(
            endpoint.id
        )
        self._tell(endpoint, failure_words(error), role="problem", may_forget=forgettable)

    async def show(self, endpoint_id: EndpointId) -> None:
        """Say where the key of an endpoint is kept."""
        endpoint = self._endpoints.get(endpoint_id)
        if endpoint is None:
            return
        if endpoint.is_offline:
            self._tell(endpoint, _say("The offline model needs no key."))
            return
        secrets = self._endpoints.secrets
        if endpoint.has_stored_key and not secrets.has_read(endpoint.id):
            self._tell(endpoint, _say("Asking the keyring…"))
        try:
            source = (await secrets.find(endpoint)).source
        except ChatAppError as error:
            self._say_problem(endpoint, error)
            return
        words, role = _words(endpoint, source)
        may_forget = source in {KeySource.SESSION, KeySource.KEYRING}
        self._tell(endpoint, words, role=role, may_forget=may_forget)

    async def copy(self, source: Endpoint, target: EndpointId) -> None:
        """Give the key of an endpoint to its copy, kept as it is there."""
        found = await self._endpoints.secrets.find(source)
        copy = self._endpoints.get(target)
        if copy is None or not found.key:
            return
        if found.source is KeySource.SESSION:
            await self._use_for_run(copy, found.key)
        elif found.source is KeySource.KEYRING:
            await self._remember(copy, found.key)
        await self.show(target)


def _words(endpoint: Endpoint, source: KeySource) -> tuple[str, str]:
    """Return where the key comes from, in words, and how they are meant."""
    variable = endpoint.key_environment
    if source is KeySource.NONE and variable:
        words = _say("There is no environment variable {name}, so no key is sent.")
        return words.format(name=variable), "note"
    return {
        KeySource.NONE: _say("No key."),
        KeySource.SESSION: _say("A key for this run only; it is not written down."),
        KeySource.ENVIRONMENT: _say("The key comes from the environment."),
        KeySource.KEYRING: _say("The key is in the system keyring."),
    }[source], "muted"
