"""The sampling lens's controller: which answer, under which settings, and its wishes."""

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.changes import (
    Change,
    ConversationChanged,
    EndpointsChanged,
    MessageChanged,
    PathChanged,
)
from chatapp.domain.endpoints import Endpoint, EndpointKind
from chatapp.domain.json_value import as_int, as_number, as_object
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.sampling.heat import HeatMap
from chatapp.domain.sampling.reported import DOCUMENTED, Reported
from chatapp.domain.sampling.samplers import default_samplers, samplers_of, takes_extra_samplers
from chatapp.domain.sampling.shaping import LARGEST_VOCABULARY
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.said_work import SaidWork
from chatapp.ui.conversation.parts.strip_part import AnswerStrip
from chatapp.ui.conversation.tint import AnswerTint
from chatapp.ui.lens.state import Conditions
from chatapp.ui.main_window import MainWindow

MOST_CANDIDATES = 20
"""What every endpoint that lists candidates is documented to accept at most."""


def _say(words: str) -> str:
    return QCoreApplication.translate("Lens", words)


class LensController(QObject):
    """Follows the shown conversation: its last answer, or the one the person has chosen."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        publisher: Publisher,
        tasks: TaskScope,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._endpoints = endpoints
        self._said = SaidWork(tasks, window.status_line)
        self._shown: ConversationId | None = None
        self._chosen: MessageId | None = None
        """The answer that the person has pointed at; the last one if nothing."""
        self._probing = False
        self._state = window.lens.look_at
        self._heat: HeatMap | None = None
        self._tinted: MessageId | None = None
        self._under: tuple[MessageId, AnswerStrip] | None = None
        """The strip that is shown under an answer."""
        window.lens.page_built.connect(self._connect_page)
        window.lens.token_wished.connect(self._on_token_wished)
        window.messages.tokens_requested.connect(self._on_tokens_requested)
        window.action("toggleLens").toggled.connect(self._show_strip)
        self._state.token_changed.connect(self._show_tint)
        self._state.answer_changed.connect(self._show_strip)
        publisher.subscribe(
            self._on_change, MessageChanged, EndpointsChanged, PathChanged, ConversationChanged
        )

    def show(self, conversation_id: ConversationId) -> None:
        """Look at another conversation."""
        self._shown, self._chosen = conversation_id, None
        self._show()

    def _connect_page(self) -> None:
        page = self._window.lens.page
        if page is None:
            return
        page.setting_changed.connect(self._window.panel.fields.setting_changed)
        page.probabilities_wished.connect(self._on_switch)
        page.probe_requested.connect(self._on_probe)
        page.branch_requested.connect(self._on_branch)
        page.tint_changed.connect(self._on_tint_changed)
        self._show()

    def _on_change(self, change: Change) -> None:
        match change:
            case MessageChanged(conversation_id, message_id, _):
                if conversation_id == self._shown:
                    self._on_message(message_id)
            case PathChanged(conversation_id) | ConversationChanged(conversation_id):
                if conversation_id == self._shown:
                    self._show()
            case EndpointsChanged():
                self._show()

    # Which answer

    def _path(self) -> list[Message]:
        if self._shown is None or self._shown not in self._conversations:
            return []
        return self._conversations.path(self._shown)

    def _on_message(self, message_id: MessageId) -> None:
        """Follow a message that grows; the path is only walked when it is another one."""
        seen = self._state.message
        if self._shown is None or self._chosen not in (None, message_id):
            return
        if seen is not None and seen.id == message_id:
            message = self._conversations.tree(self._shown).get(message_id)
            self._take(self._state.row, message)
        else:
            self._show_answer()

    def _show_answer(self) -> None:
        path = self._path()
        answers = [(row, m) for row, m in enumerate(path) if m.role is Role.ASSISTANT]
        found = next(((r, m) for r, m in answers if m.id == self._chosen), None)
        row, message = found or (answers[-1] if answers else (-1, None))
        if message is not self._state.message or row != self._state.row:
            self._take(row, message)

    def _take(self, row: int, message: Message | None) -> None:
        before = self._state.message
        self._state.show_answer(row, message)
        if before is None or message is None or before.id != message.id:
            self._heat = None
            self._show_tint()
        if before is None or message is None or before.status is not message.status:
            self._show_page()

    def _on_tokens_requested(self, message_id: str, token: int) -> None:
        """Look at an answer that the person has pointed at, or at one token of it."""
        self._chosen = MessageId(message_id)
        self._show_answer()
        if token >= 0:
            self._state.choose(token)
        self._window.action("toggleLens").setChecked(True)
        self._on_tint_changed()

    # Tinted in the message

    def _on_tint_changed(self) -> None:
        page = self._window.lens.page
        measure = page.measure if page is not None and not self._is_running() else None
        where = self._state.text_map() if measure is not None else None
        self._heat = (
            HeatMap(self._state.answer, where, measure) if measure is not None and where else None
        )
        self._show_tint()

    def _show_tint(self) -> None:
        """Tint the answer that the lens looks at, and no other."""
        message = self._state.message
        shown = message.id if message is not None and self._heat is not None else None
        if self._tinted not in (None, shown):
            self._window.messages.show_tint(MessageId(self._tinted or ""), None)
        if shown is not None and self._heat is not None:
            self._window.messages.show_tint(shown, AnswerTint(self._heat, self._state.token))
        self._tinted = shown
        self._show_strip()

    def _is_running(self) -> bool:
        message = self._state.message
        return message is not None and message.status.is_running

    def _show_strip(self) -> None:
        """Show the strip under the answer that the lens looks at, while lens or tint is seen."""
        seen, message = self._state, self._state.message
        is_wanted = self._heat is not None or self._window.action("toggleLens").isChecked()
        if message is None or not len(seen.answer) or not is_wanted:
            wanted = None
        else:
            wanted = message.id, AnswerStrip(seen.answer, seen.token)
        before, self._under = self._under, wanted
        if before is not None and (wanted is None or before[0] != wanted[0]):
            self._window.messages.show_strip(before[0], None)
        if wanted is not None:
            self._window.messages.show_strip(*wanted)

    def _on_token_wished(self, token: int) -> None:
        self._chosen = None
        self._show_answer()
        self._state.choose(token)

    # Under which settings

    def _endpoint(self) -> Endpoint | None:
        if self._shown is None or self._shown not in self._conversations:
            return None
        return self._endpoints.of(self._conversations.get(self._shown))

    def _model(self) -> str:
        return self._endpoints.model_of(self._conversations.get(self._shown)) if self._shown else ""

    def _kind(self, endpoint: Endpoint) -> EndpointKind:
        kind, message = self._endpoints.acts_as(endpoint), self._state.message
        if kind is EndpointKind.CUSTOM and message is not None and message.reply is not None:
            # llama.cpp alone reports its own timings.
            return EndpointKind.LLAMA_CPP if "timings" in message.reply.extra else kind
        return kind

    def _vocabulary(self, endpoint: Endpoint, model: str) -> int:
        """Return how many tokens the model knows, where its server says so."""
        models = {m.id: m for m in self._endpoints.models(endpoint.id)}
        meta = as_object(models[model].extra.get("meta")) if model in models else {}
        return as_int(meta.get("n_vocab")) or LARGEST_VOCABULARY

    def _show(self) -> None:
        self._show_answer()
        endpoint = self._endpoint()
        if self._shown is None or endpoint is None:
            return
        effective = self._generation.next.parameters(self._shown)
        kind, model = self._kind(endpoint), self._model()
        samplers = samplers_of(kind, effective.body())
        learned = self._endpoints.learned(endpoint.id, model)
        self._state.see_under(
            Conditions(
                samplers,
                self._given_temperature(kind) if learned.reported is Reported.AFTER else 1.0,
                vocabulary=self._vocabulary(endpoint, model),
            )
        )
        self._show_page()

    def _show_page(self) -> None:
        page, endpoint = self._window.lens.page, self._endpoint()
        if page is None or endpoint is None or self._shown is None:
            return
        effective, kind = self._generation.next.parameters(self._shown), self._kind(endpoint)
        learned = self._endpoints.learned(endpoint.id, self._model())
        samplers = self._state.conditions.samplers
        page.sliders.show_settings(effective, samplers, extra_samplers=takes_extra_samplers(kind))
        switch = effective.fields["logprobs"]
        asks = switch.is_sent and switch.setting.value is True
        page.show_switch(on=asks)
        page.show_hint(self._hint(asks=asks))
        page.show_continues(continues=self._endpoints.continues(endpoint))
        page.show_reading(self._reading(kind, learned.reported), may_probe=not self._probing)

    def _given_temperature(self, kind: EndpointKind) -> float:
        """Return the temperature that the shown answer was asked for with."""
        message = self._state.message
        sent = as_number(message.sent_body.get("temperature")) if message else None
        temperature = default_samplers(kind).temperature if sent is None else sent
        return temperature if temperature > 0 else 1.0

    def _hint(self, *, asks: bool) -> str:
        message = self._state.message
        if len(self._state.answer):
            return ""
        if not asks:
            return _say(
                "A model writes one token at a time: a word, or a part of one. It gives every "
                "token a probability and draws one by lot. Switch this on and send a message: you "
                "will see what could have been drawn, and what the sliders do to the odds."
            )
        if (
            message is not None
            and message.sent_body.get("logprobs")
            and not (message.status.is_running)
        ):
            return _say("The endpoint sent no probabilities, although they were asked for.")
        if message is not None and not message.status.is_running:
            return _say("This answer came without probabilities; the next one brings them.")
        return _say("The next answer brings its probabilities.")

    def _reading(self, kind: EndpointKind, reported: Reported | None) -> str:
        """Say what the numbers are."""
        measured = {
            Reported.BEFORE: _say(
                "Measured: this endpoint reports the model's own odds, before sampling."
            ),
            Reported.AFTER: _say(
                "Measured: this endpoint reports odds after its temperature. The lens takes them "
                "back to the model's own."
            ),
            Reported.NEITHER: _say(
                "Measured: what this endpoint reports is neither the model's own odds nor those "
                "after its temperature. Take the numbers with care."
            ),
        }
        if self._probing:
            return _say("Asking twice for one token…")
        if reported is not None:
            return measured[reported]
        if kind in DOCUMENTED:
            return _say(
                "Servers of this kind report the model's own odds, before sampling, as they "
                "document. It has not been measured here."
            )
        return _say(
            "Not known: whether this endpoint reports odds before or after sampling. The lens "
            "takes them for the model's own."
        )

    # Wishes

    def _on_switch(self, on: bool) -> None:
        """Ask for probabilities, with as many candidates as the endpoint lists; or no longer."""
        endpoint = self._endpoint()
        if self._shown is None or endpoint is None:
            return
        most = self._endpoints.learned(endpoint.id, self._model()).most_candidates
        candidates = MOST_CANDIDATES if most is None else most
        self._conversations.set_parameter(self._shown, "logprobs", Setting(value=True, send=on))
        self._conversations.set_parameter(
            self._shown, "top_logprobs", Setting(value=candidates, send=on)
        )

    def _on_probe(self) -> None:
        endpoint = self._endpoint()
        if endpoint is not None and not self._probing:
            self._probing = True
            self._said.start(self._probe(endpoint, self._model()), "lens")

    async def _probe(self, endpoint: Endpoint, model: str) -> None:
        from chatapp.services.sampling_probe import probe

        self._show()
        try:
            found = await probe(self._endpoints, endpoint, model)
        finally:
            self._probing = False
            self._show()
        page = self._window.lens.page
        if found is None and page is not None:
            page.show_reading(_say("The endpoint's answers did not tell."), may_probe=True)

    def _on_branch(self, candidate: int) -> None:
        message, beginning = self._state.message, self._state.beginning_with(candidate)
        if self._shown is not None and message is not None and beginning:
            self._chosen = None
            self._said.start(self._generation.branch(self._shown, message.id, beginning), "lens")
