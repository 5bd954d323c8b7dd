"""Everything about settings beyond the panel itself: layers, presets, the pad, sweeps, columns."""

from chatapp.domain.messages import ConversationId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.sweeps import SweepService
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.comparison import ComparisonController
from chatapp.ui.controllers.conversation import ConversationController
from chatapp.ui.controllers.presets import PresetController
from chatapp.ui.controllers.provenance import ProvenanceController
from chatapp.ui.controllers.sweep_pad import SweepPadController
from chatapp.ui.controllers.sweep_planning import SweepPlanning
from chatapp.ui.controllers.sweeps import SweepController
from chatapp.ui.main_window import MainWindow


class Tuning:
    """Builds and keeps the controllers of one window."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        sweeps: SweepService,
        preferences: PreferenceService,
        heard: Publisher,
        tasks: TaskScope,
        conversation: ConversationController,
    ) -> None:
        def shown() -> ConversationId | None:
            return conversation.shown

        self.provenance = ProvenanceController(
            window, conversations, generation, endpoints, heard, shown
        )
        self.presets = PresetController(
            window, conversations, generation, preferences, heard, tasks, shown
        )
        planning = SweepPlanning(
            window.composer, sweeps, conversations, generation, endpoints, preferences
        )
        self.sweeps = SweepController(window, sweeps, planning, heard, tasks, shown)
        self.comparison = conversation.sending.comparison = ComparisonController(
            window, conversations, generation, endpoints, heard, tasks, shown
        )
        self.sweep_pad = SweepPadController(window.panel.pad, sweeps, heard, tasks, shown)

    def on_shown(self) -> None:
        """Follow the window to another conversation."""
        self.comparison.on_shown()
        self.presets.refresh()
        self.sweep_pad.refresh()
