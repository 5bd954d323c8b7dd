"""Everything about tools, joined: what there is, its servers, and the desk where calls wait."""

from collections.abc import Callable

from chatapp.domain.exchanges import Step
from chatapp.services.conversations import ConversationService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tasks import TaskScope
from chatapp.services.tool_desk import ToolDesk
from chatapp.services.tool_servers import ToolServerService
from chatapp.services.tools import ToolService
from chatapp.store.database import Database
from chatapp.store.server_secrets import ServerSecrets
from chatapp.store.tools import ToolStore


async def open_tools(
    database: Database,
    conversations: ConversationService,
    saver: Saver,
    publisher: Publisher,
    report: Callable[[BaseException], None],
    note: Callable[[Step], None],
) -> tuple[ToolService, ToolDesk]:
    """Open the tools of a profile and the desk for their calls; ``note`` takes the steps of
    the timeline. No server is started."""
    store = ToolStore(database)
    sign_ins = TaskScope("sign-ins", report)
    servers = ToolServerService(store, ServerSecrets(), saver, publisher, sign_ins)
    tools = ToolService(store, servers, conversations, saver, publisher)
    await tools.open()
    desk = ToolDesk(tools, conversations, publisher, TaskScope("tools", report), note)
    return tools, desk
