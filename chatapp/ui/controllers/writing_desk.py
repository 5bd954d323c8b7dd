"""All controllers around writing, built together."""

from collections.abc import Callable

from chatapp.domain.messages import ConversationId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.library import LibraryService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.services.writing import WritingServices
from chatapp.ui.controllers.attachments import AttachmentController
from chatapp.ui.controllers.folder_personas import FolderPersonas
from chatapp.ui.controllers.prompts import PromptController
from chatapp.ui.controllers.result_files import ResultFiles
from chatapp.ui.controllers.sound import SoundController
from chatapp.ui.controllers.spelling import SpellingController
from chatapp.ui.controllers.usage import UsageController
from chatapp.ui.controllers.writing import WritingController
from chatapp.ui.main_window import MainWindow


class WritingDesk:
    """``shown`` tells which conversation one writes in."""

    def __init__(
        self,
        window: MainWindow,
        services: WritingServices,
        library: LibraryService,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        preferences: PreferenceService,
        publisher: Publisher,
        tasks: TaskScope,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        self.attachments = AttachmentController(
            window, services.attachments, conversations, endpoints, publisher, tasks
        )
        self.files = ResultFiles(window, conversations, tasks, shown)
        self.sound = SoundController(
            window, services.attachments, conversations, self.files, tasks, shown
        )
        self.folders = FolderPersonas(
            window, services.prompts, library, conversations, publisher, shown
        )
        self.prompts = PromptController(
            window, services.prompts, conversations, publisher, tasks, self.folders, shown
        )
        self.spelling = SpellingController(window, services.spelling, preferences, tasks)
        self.usage = UsageController(
            window, services.usage, conversations, endpoints, publisher, tasks
        )
        self.writing = WritingController(
            window, conversations, generation, endpoints, services.queue, services.usage,
            publisher, tasks, shown,
        )  # fmt: skip

    def show(self, conversation_id: ConversationId) -> None:
        """Follow the shown conversation."""
        self.attachments.show(conversation_id)
        self.writing.show()
