"""What helps to write messages, opened together: attachments, queue, spelling, prompts,
and what it costs.
"""

from collections.abc import Iterable

from chatapp.domain.quick_dataclass import dataclass
from chatapp.services.attachments import AttachmentService, Prepare
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.message_queue import MessageQueue
from chatapp.services.preferences import PreferenceService
from chatapp.services.prompts import PromptService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.spelling import SpellingService
from chatapp.services.tasks import TaskScope
from chatapp.services.usage import UsageService
from chatapp.store.attachments import AttachmentStore
from chatapp.store.database import Database
from chatapp.store.prompts import PromptStore
from chatapp.store.usage import UsageStore


@dataclass(frozen=True, slots=True)
class WritingServices:
    """They outlive a window."""

    attachments: AttachmentService
    queue: MessageQueue
    spelling: SpellingService
    prompts: PromptService
    usage: UsageService


async def open_writing(
    database: Database,
    conversations: ConversationService,
    generation: GenerationService,
    endpoints: EndpointService,
    preferences: PreferenceService,
    saver: Saver,
    publisher: Publisher,
    tasks: TaskScope,
    prepare: Prepare,
    languages: Iterable[str],
) -> WritingServices:
    """Join them. ``prepare`` makes pictures ready; ``languages`` are the person's, best first."""
    prompts = PromptService(PromptStore(database), conversations, preferences, saver, publisher)
    await prompts.open()
    usage = UsageService(
        UsageStore(database), conversations, endpoints, preferences, saver, publisher, tasks
    )
    await usage.open()
    return WritingServices(
        AttachmentService(AttachmentStore(database), prepare),
        MessageQueue(conversations, generation, publisher, tasks),
        SpellingService(preferences, languages),
        prompts,
        usage,
    )
