"""Endpoints: which there are, how to reach them, and which language models they offer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from chatapp.domain.changes import EndpointsChanged
from chatapp.domain.conversation import Conversation
from chatapp.domain.endpoints import (
    OFFLINE_NAME,
    Endpoint,
    EndpointKind,
    continues_exactly,
    needs_key,
    normalised_base_url,
)
from chatapp.domain.engine_state import EnginePhase
from chatapp.domain.errors import (
    CertificateRejected,
    ChatAppError,
    InvalidRequest,
    ServerUnreachable,
    WayOut,
)
from chatapp.domain.language_models import LanguageModel
from chatapp.domain.messages import EndpointId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.services.offline import OfflineService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.store.endpoints import EndpointStore
from chatapp.store.secrets import Secrets
from chatapp.wire.connection import Connection
from chatapp.wire.lazy_client import LazyChatClient

if TYPE_CHECKING:
    from chatapp.domain.replies import Reply
    from chatapp.services.deleted_endpoints import DeletedEndpoints
    from chatapp.store.header_secrets import HeaderSecrets
    from chatapp.wire.adaptations import Adaptation, Learned
    from chatapp.wire.certificates import ServerCertificate

OFFLINE_ID = EndpointId("offline")
RUN_ID = EndpointId("run")
_OWNERS = {"llamacpp": EndpointKind.LLAMA_CPP, "vllm": EndpointKind.VLLM}


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What the command line asks for in this run only; never stored."""

    base_url: str = ""
    api_key_env: str = ""
    model: str = ""
    offline: bool = False


def offline_endpoint() -> Endpoint:
    """Return the built-in model as an endpoint; its address is known while it runs."""
    return Endpoint(OFFLINE_ID, OFFLINE_NAME, "", kind=EndpointKind.OFFLINE)


class EndpointService:
    """Knows every endpoint and opens the way to it: address, key, model."""

    def __init__(
        self,
        store: EndpointStore,
        secrets: Secrets,
        client: LazyChatClient,
        offline: OfflineService,
        saver: Saver,
        publisher: Publisher,
        run: RunOptions,
    ) -> None:
        self._store = store
        self.secrets = secrets
        self.client = client
        self.offline = offline
        self._saver = saver
        self._publisher = publisher
        self._run = run
        self._endpoints: dict[EndpointId, Endpoint] = {}
        self._models: dict[EndpointId, tuple[LanguageModel, ...]] = {}
        self._learned: dict[tuple[EndpointId, str], Learned] = {}
        self._for_run = self._run_endpoint()

    def _run_endpoint(self) -> Endpoint | None:
        if self._run.base_url:
            return Endpoint(
                RUN_ID,
                self._run.base_url,
                normalised_base_url(self._run.base_url),
                key_environment=self._run.api_key_env,
            )
        return offline_endpoint() if self._run.offline else None

    async def open(self) -> None:
        """Read endpoints, their lists of models, and what was learned of them."""
        for endpoint in await self._store.all():
            if endpoint.deleted:
                self.deleted.know(endpoint)
            else:
                self._endpoints[endpoint.id] = endpoint
        self._models = dict(await self._store.models())
        learned = await self._store.learned()
        if learned:
            from chatapp.wire.adaptations import Learned

            self._learned = {key: Learned.from_json(value) for key, value in learned.items()}
        if self._for_run is not None and self._for_run.id in self._endpoints:
            self._for_run = self._endpoints[self._for_run.id]

    # Which

    def all(self) -> list[Endpoint]:
        """Return every endpoint in the person's order; the one of this run comes first."""
        stored = sorted(self._endpoints.values(), key=lambda e: (e.position, e.id))
        run = self._for_run
        return [run, *(e for e in stored if e.id != run.id)] if run else stored

    def get(self, endpoint_id: EndpointId) -> Endpoint | None:
        """Return an endpoint, if it is there."""
        if self._for_run is not None and endpoint_id == self._for_run.id:
            return self._for_run
        return self._endpoints.get(endpoint_id)

    def is_stored(self, endpoint_id: EndpointId) -> bool:
        """Whether an endpoint is kept beyond this run."""
        return endpoint_id in self._endpoints

    def of(self, conversation: Conversation) -> Endpoint | None:
        """Return where a conversation is sent: this run's endpoint, its own, or the first."""
        if self._for_run is not None:
            return self._for_run
        if conversation.endpoint_id and (own := self.get(conversation.endpoint_id)):
            return own
        return self.default()

    def default(self) -> Endpoint | None:
        """Return the endpoint of new conversations."""
        return next(iter(self.all()), None)

    @staticmethod
    def placeholder() -> Endpoint:
        """Return an endpoint for previews."""
        return Endpoint(EndpointId(""), "", "")

    def model_for_new(self) -> str:
        """Return the model of new conversations, if one is known."""
        endpoint = self.default()
        return self._run.model or (endpoint.default_model if endpoint else "")

    def model_of(self, conversation: Conversation) -> str:
        """Return the model a conversation asks for, as far as it is known without asking."""
        endpoint = self.of(conversation)
        if endpoint is None:
            return conversation.model
        if self._run.model and not conversation.model:
            return self._run.model
        own = conversation.model if self._belongs(conversation, endpoint) else ""
        if own or endpoint.default_model:
            return own or endpoint.default_model
        if endpoint.is_offline:
            return self.offline.model_name
        known = self._models.get(endpoint.id, ())
        return known[0].id if known else ""

    @staticmethod
    def _belongs(conversation: Conversation, endpoint: Endpoint) -> bool:
        """Whether a conversation's model name was chosen for this endpoint."""
        return conversation.endpoint_id in (None, endpoint.id)

    async def find_model(self, conversation: Conversation, endpoint: Endpoint) -> str:
        """Return the model to ask for; asks the endpoint for its list if none is known.

        An endpoint that cannot be reached at all says so; one without a list wants a name.
        """
        if model := self.model_of(conversation):
            return model
        try:
            await self.refresh_models(endpoint.id)
        except (ServerUnreachable, CertificateRejected):
            raise
        except ChatAppError as error:
            raise _no_model(error) from error
        if model := self.model_of(conversation):
            return model
        raise _no_model(None)

    # Reaching them

    def misses_key(self, endpoint: Endpoint) -> bool:
        """Whether a key is needed and none is known of; asks no keyring."""
        return (
            needs_key(endpoint)
            and not endpoint.has_stored_key
            and not endpoint.key_environment
            and not self.secrets.has_session_key(endpoint.id)
        )

    async def connection(self, endpoint: Endpoint) -> Connection:
        """Return how to reach an endpoint; starts the offline model where it is meant."""
        if endpoint.is_offline:
            address = await self.offline.start()
            return Connection(endpoint, address.base_url, address.api_key)
        key = await self.secrets.key(endpoint)
        if not (endpoint.secret_headers or endpoint.extra_headers or _has_variable(endpoint)):
            return Connection(endpoint, endpoint.base_url, key)
        from chatapp.domain.secret_addresses import addresses_of, is_part, put_in, with_addresses

        values = await self.header_secrets.fill(endpoint)
        endpoint = with_addresses(endpoint, put_in(addresses_of(endpoint), values))
        headers = {name: value for name, value in values.items() if not is_part(name)}
        return Connection(endpoint, endpoint.base_url, key, headers)

    @cached_property
    def header_secrets(self) -> "HeaderSecrets":
        """The secret values of headers, beside the keys."""
        from chatapp.store.header_secrets import HeaderSecrets

        return HeaderSecrets(self.secrets.keyring)

    @property
    def engine_is_ready(self) -> bool:
        """Whether the offline model would answer at once."""
        return self.offline.state.phase is EnginePhase.READY

    def models(self, endpoint_id: EndpointId) -> tuple[LanguageModel, ...]:
        """Return the language models an endpoint was last known to offer."""
        return self._models.get(endpoint_id, ())

    def acts_as(self, endpoint: Endpoint) -> EndpointKind:
        """Return what kind of server an endpoint is, by what it says of its models if the person
        has not said."""
        if endpoint.kind is EndpointKind.CUSTOM:
            owners = {model.owned_by for model in self.models(endpoint.id)}
            return next((_OWNERS[o] for o in owners if o in _OWNERS), endpoint.kind)
        return endpoint.kind

    def continues(self, endpoint: Endpoint) -> bool:
        """Whether an endpoint is known to go on from the beginning of an answer."""
        return continues_exactly(self.acts_as(endpoint))

    async def refresh_models(self, endpoint_id: EndpointId) -> tuple[LanguageModel, ...]:
        """Ask an endpoint which models it offers, and remember the answer."""
        endpoint = self.get(endpoint_id)
        if endpoint is None:
            return ()
        models = await self.client.models(await self.connection(endpoint))
        self._models[endpoint_id] = models
        if endpoint_id in self._endpoints:
            self._saver.later(
                ("models", endpoint_id), lambda: self._store.put_models(endpoint_id, models)
            )
        self._publisher.publish(EndpointsChanged(endpoint_id))
        return models

    def count_trial(self, endpoint_id: EndpointId, model: str, reply: "Reply") -> None:
        """Count what a trial used."""
        from chatapp.domain.usage import Purpose
        from chatapp.services.spending import tell_spent

        tell_spent(self._publisher, Purpose.TRIAL, reply, endpoint_id, model)

    async def certificate_of(self, endpoint: Endpoint) -> "ServerCertificate":
        """Return the certificate that an endpoint's server shows, trusted or not."""
        from chatapp.wire.certificates import fetch_certificate

        return await fetch_certificate(endpoint.base_url)

    # What servers taught us

    def learned(self, endpoint_id: EndpointId, model: str) -> "Learned":
        """Return what this endpoint was found to refuse or to need."""
        from chatapp.wire.adaptations import Learned

        return self._learned.get((endpoint_id, model), Learned())

    def learn(self, endpoint_id: EndpointId, model: str, adaptation: "Adaptation") -> None:
        """Remember what an error taught."""
        learned = self.learned(endpoint_id, model)
        self._remember(endpoint_id, model, adaptation.added_to(learned))

    def leave_out(self, endpoint_id: EndpointId, model: str, name: str) -> None:
        """Send a field no more to a model that refuses it, until it is forgotten."""
        self._remember(endpoint_id, model, self.learned(endpoint_id, model).leaving_out(name))

    def forget(self, endpoint_id: EndpointId, model: str, name: str | None = None) -> None:
        """Forget what is known of one field of a model, or all that is known of the model."""
        from chatapp.wire.adaptations import Learned

        learned = self.learned(endpoint_id, model).forgetting(name) if name else Learned()
        self._remember(endpoint_id, model, learned)

    def _remember(self, endpoint_id: EndpointId, model: str, learned: "Learned") -> None:
        if learned == self.learned(endpoint_id, model):
            return
        self._learned[(endpoint_id, model)] = learned
        if endpoint_id in self._endpoints:
            self._saver.later(
                ("learned", endpoint_id, model),
                lambda: self._store.put_learned(endpoint_id, model, learned.to_json()),
            )
        self._publisher.publish(EndpointsChanged(endpoint_id))

    def try_media_again(self, endpoint_id: EndpointId, model: str) -> None:
        """Forget that pictures and sounds are to be left out for a model."""
        learned = replace(self.learned(endpoint_id, model), without_media=frozenset())
        self._remember(endpoint_id, model, learned)

    # Changing them

    def put(self, endpoint: Endpoint) -> None:
        """Add an endpoint or replace the one with its id; the command line's is never stored."""
        if endpoint.id == RUN_ID:
            self._for_run = endpoint
            self._publisher.publish(EndpointsChanged(endpoint.id))
            return
        if self.has_deleted:
            self.deleted.take_back(endpoint.id)
        if endpoint.id not in self._endpoints and not endpoint.position:
            endpoint = replace(endpoint, position=len(self._endpoints))
        self._endpoints[endpoint.id] = endpoint
        if self._for_run is not None and self._for_run.id == endpoint.id:
            self._for_run = endpoint
        self._saver.later(("endpoint", endpoint.id), lambda: self._store.put(endpoint))
        self._publisher.publish(EndpointsChanged(endpoint.id))

    def announce(self, endpoint_id: EndpointId) -> None:
        """Say that something about an endpoint changed that is kept elsewhere: its key."""
        self._publisher.publish(EndpointsChanged(endpoint_id))

    def add_offline(self) -> Endpoint:
        """Make the built-in model one of the stored endpoints."""
        if OFFLINE_ID not in self._endpoints:
            self.put(offline_endpoint())
        return self._endpoints[OFFLINE_ID]

    def remove(self, endpoint_id: EndpointId) -> Callable[[], None]:
        """Remove an endpoint; calling the result brings it back, its secrets included: they are
        deleted when the app ends."""
        self.deleted.put_away(self._endpoints.pop(endpoint_id))
        self._publisher.publish(EndpointsChanged(endpoint_id))

        def restore() -> None:
            if removed := self.deleted.take_back(endpoint_id):
                self.put(removed)

        return restore

    @cached_property
    def deleted(self) -> "DeletedEndpoints":
        """What was removed and is not quite gone."""
        from chatapp.services.deleted_endpoints import DeletedEndpoints

        return DeletedEndpoints(self._store, self._saver, self._forget_secrets)

    async def _forget_secrets(self, endpoint: Endpoint) -> None:
        await self.secrets.forget(endpoint)
        for name, header in endpoint.secret_headers.items():
            await self.header_secrets.forget(endpoint.id, name, header)

    @property
    def has_deleted(self) -> bool:
        """Whether anything was removed and is not quite gone."""
        return "deleted" in self.__dict__

    async def close(self) -> None:
        """Stop the offline model; what was removed is gone for good."""
        await self.offline.stop()
        if self.has_deleted:
            await self.deleted.close()

    def reorder(self, order: Sequence[EndpointId]) -> None:
        """Put the endpoints into the person's order."""
        for position, endpoint_id in enumerate(order):
            endpoint = self._endpoints.get(endpoint_id)
            if endpoint is not None and endpoint.position != position:
                self.put(replace(endpoint, position=position))


def _has_variable(endpoint: Endpoint) -> bool:
    """Whether an address takes a secret from the environment."""
    return "${" in unquote(endpoint.base_url) or "${" in unquote(endpoint.proxy)


def _no_model(cause: ChatAppError | None) -> InvalidRequest:
    return InvalidRequest(
        text("Failure", QT_TRANSLATE_NOOP("Failure", "No model is chosen.")),
        hint=text(
            "Failure",
            QT_TRANSLATE_NOOP("Failure", "Choose or type one at the top of the conversation."),
        ),
        detail=f"{cause}\n{cause.detail}" if cause else "",
        ways_out=(WayOut.CHOOSE_MODEL, WayOut.OPEN_SETTINGS),
    )
