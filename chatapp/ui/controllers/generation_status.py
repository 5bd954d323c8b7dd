"""What the shown conversation is doing, in the status line, with what can be done about it."""

import time

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from chatapp.domain.changes import Change, EngineChanged, GenerationChanged, PathChanged
from chatapp.domain.engine_state import EnginePhase
from chatapp.domain.generation import GenerationStatus, Phase
from chatapp.domain.messages import ConversationId, FailureRecord
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.ui.controllers.shown_conversation import ShownConversation
from chatapp.ui.conversation.wording import failure_words
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import in_one_line, translated

COUNT_MS = 250
"""How often the seconds before a retry are looked at."""


class GenerationStatusController(QObject):
    """Follows the answers and the engine by itself; ``show`` is for what else changed."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        publisher: Publisher,
        shown: ShownConversation,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._endpoints = endpoints
        self._shown = shown
        self._told_failure = ""
        """What the line says of an answer that failed; the message itself says more."""
        self._countdown = QTimer(self, interval=COUNT_MS)
        self._countdown.timeout.connect(self.show)
        window.action("stop").triggered.connect(lambda: shown.act(generation.stop))
        window.status_line.button_pressed.connect(self._on_button)
        publisher.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        match change:
            case GenerationChanged(own_id) | PathChanged(own_id) if own_id == self._shown.shown:
                self.show()
            case EngineChanged():
                self.show()

    def show(self) -> None:
        """Say what the shown conversation is doing now."""
        shown = self._shown.shown
        if shown is None or shown not in self._conversations:
            return
        status = self._generation.status(shown)
        self._window.show_running(running=status.is_running)
        say = QCoreApplication.translate
        line = self._window.status_line
        counted = self._countdown.isActive()
        self._countdown.stop()
        match status.phase:
            case Phase.STARTING_ENGINE:
                done = self._endpoints.offline.state.progress
                line.show_words(
                    say("Status", "Starting the offline model…"),
                    progress=-1 if done is None else done,
                )
            case Phase.SENDING:
                line.show_words(say("Status", "Waiting for the answer…"))
            case Phase.STREAMING:
                line.show_words("")
            case Phase.APPROVAL | Phase.RUNNING_TOOLS | Phase.ROUND_LIMIT:
                line.show_words(_tool_phase_words(status.phase))
            case Phase.RETRY_WAIT:
                self._show_countdown(status)
            case Phase.IDLE:
                self._show_idle(shown, counted=counted)

    def _show_countdown(self, status: GenerationStatus) -> None:
        self._countdown.start()
        say = QCoreApplication.translate
        left = max(round((status.retry_at or 0) - time.monotonic()), 0)
        note = translated(status.note) if status.note else ""
        again = say("Status", "Trying again in {seconds} s.").format(seconds=left)
        self._window.status_line.show_words(
            in_one_line([note, again]),
            buttons=(say("Status", "Try now"), say("Status", "Cancel")),
            role="note",
        )

    def _show_idle(self, shown: ConversationId, *, counted: bool) -> None:
        """Say why the engine or the last answer failed; other words stay, unless they were of
        an answer."""
        line, engine = self._window.status_line, self._endpoints.offline.state
        endpoint = self._endpoints.of(self._conversations.get(shown))
        failed = engine.phase is EnginePhase.FAILED
        if failed and endpoint is not None and endpoint.is_offline and engine.problem:
            line.show_words(translated(engine.problem), role="note")
        elif counted or line.role == "muted" or line.words == self._told_failure:
            failure = self._last_failure()
            self._told_failure = in_one_line(failure_words(failure)) if failure else ""
            line.show_words(self._told_failure, role="problem" if failure else "muted")

    def _last_failure(self) -> FailureRecord | None:
        """Return why the answer at the end of the shown path failed, if it did."""
        here = self._shown.here
        leaf_id = self._conversations.get(here).leaf_id if here is not None else None
        if here is None or leaf_id is None:
            return None
        tree = self._conversations.tree(here)
        return tree.get(leaf_id).failure if leaf_id in tree else None

    def _on_button(self, number: int) -> None:
        self._shown.act(self._generation.retry_now if number == 0 else self._generation.stop)


def _tool_phase_words(phase: Phase) -> str:
    """Say what a conversation does while tools are called."""
    say = QCoreApplication.translate
    words = {
        Phase.APPROVAL: say("Status", "A call of a tool waits for your decision."),
        Phase.RUNNING_TOOLS: say("Status", "Running tools…"),
        Phase.ROUND_LIMIT: say("Status", "The model would like to go on calling tools."),
    }
    return words[phase]
