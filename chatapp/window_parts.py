"""What a window has beyond list, messages and composer: built behind the first conversation.

Each part is imported when it is built, one part in each step of :meth:`WindowParts.build`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from chatapp.domain.messages import ConversationId
from chatapp.profile_services import Services
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.conversation import ConversationController
from chatapp.ui.controllers.editing import Editing
from chatapp.ui.main_window import MainWindow

if TYPE_CHECKING:
    from chatapp.services.disk_space import DiskSpaceWatch
    from chatapp.ui.controllers.adding import AddingController
    from chatapp.ui.controllers.desktop import DesktopController
    from chatapp.ui.controllers.inspector import InspectorController
    from chatapp.ui.controllers.lens import LensController
    from chatapp.ui.controllers.request import RequestController
    from chatapp.ui.controllers.shortcuts import ShortcutsController
    from chatapp.ui.controllers.storage import StorageController
    from chatapp.ui.controllers.tool_calls import ToolCallsController
    from chatapp.ui.controllers.tools import ToolsController
    from chatapp.ui.controllers.tuning import Tuning
    from chatapp.ui.controllers.writing_desk import WritingDesk


class WindowParts:
    """``build`` makes them in order; ``show`` has those that are there follow a conversation."""

    writing: "WritingDesk"
    request: "RequestController"
    tuning: "Tuning"
    lens: "LensController"
    tool_calls: "ToolCallsController"
    tools: "ToolsController"
    inspector: "InspectorController"
    desktop: "DesktopController"
    storage: "StorageController"
    shortcuts: "ShortcutsController"
    adding: "AddingController"
    disk_space: "DiskSpaceWatch"

    def __init__(
        self,
        window: MainWindow,
        services: Services,
        conversation: ConversationController,
        editing: Editing,
        heard: Publisher,
        tasks: TaskScope,
    ) -> None:
        self._window = window
        self._services = services
        self._conversation = conversation
        self._editing = editing
        self._heard = heard
        self._tasks = tasks
        self._followers: list[Callable[[ConversationId], None]] = []

    def build(
        self,
        on_inspector: Callable[[], None],
        go_back: Callable[[Path], None],
        ask: Callable[[], None],
        quit_: Callable[[], None],
    ) -> Iterator[None]:
        """Build one part after the other, each at a step.

        ``on_inspector`` hears that the inspector was opened or closed, ``go_back`` restarts the
        app with a backup, ``ask`` opens the quick question, ``quit_`` ends the app.
        """
        yield from self._build_writing()
        yield from self._build_side()
        yield from self._build_tuning()
        yield from self._build_tools()
        self._build_inspector(on_inspector)
        yield
        yield from self._build_housekeeping(go_back)
        self._build_desktop(ask, quit_)

    def show(self, conversation_id: ConversationId) -> None:
        """Follow the window to another conversation."""
        for follow in self._followers:
            follow(conversation_id)

    def _follow(self, show: Callable[[ConversationId], None]) -> None:
        """Have a part that is there now follow the window, beginning with what is shown."""
        self._followers.append(show)
        if self._conversation.shown is not None:
            show(self._conversation.shown)

    def _shown(self) -> ConversationId | None:
        return self._conversation.shown

    def _build_writing(self) -> Iterator[None]:
        from chatapp.ui.controllers.shortcuts import ShortcutsController

        s, preferences = self._services, self._services.profile.preferences
        self.shortcuts = ShortcutsController(self._window, preferences)
        yield
        from chatapp.ui.controllers.writing_desk import WritingDesk

        yield
        self.writing = WritingDesk(
            self._window, s.writing, s.library, s.conversations, s.generation, s.endpoints,
            preferences, self._heard, self._tasks, self._shown,
        )  # fmt: skip
        self._conversation.sending.wait_requested.connect(self.writing.writing.enqueue)
        self._follow(self.writing.show)
        self._tasks.start(s.writing.attachments.drop_unneeded(), name="attachments")
        yield

    def _build_side(self) -> Iterator[None]:
        """Parameters and lens; the rows of the parameters come when they are seen."""
        from chatapp.ui.parameters.panel import ParameterPanel

        yield
        s, window = self._services, self._window
        panel = ParameterPanel(window)
        yield
        from chatapp.ui.lens.panel import SamplingLens
        from chatapp.ui.side_room import SideRoom

        window.add_side(panel, SamplingLens(window))
        SideRoom(window)
        self._remember_folding()
        yield
        from chatapp.ui.controllers.request import RequestController

        self.request = RequestController(
            window, s.conversations, s.generation, self._heard, self._tasks, self._editing
        )
        self._follow(self.request.show)
        yield

    def _remember_folding(self) -> None:
        fields, preferences = self._window.panel.fields, self._services.profile.preferences
        folded = preferences.get("folded_parameters")
        fields.set_folded([str(n) for n in folded] if isinstance(folded, list) else [])
        fields.folding_changed.connect(
            lambda: preferences.set("folded_parameters", list(fields.folded()))
        )

    def _build_tuning(self) -> Iterator[None]:
        from chatapp.ui.controllers.lens import LensController

        s, window = self._services, self._window
        self.lens = LensController(
            window, s.conversations, s.generation, s.endpoints, self._heard, self._tasks
        )
        self._follow(self.lens.show)
        yield
        from chatapp.ui.controllers.tuning import Tuning

        yield
        self.tuning = Tuning(
            window, s.conversations, s.generation, s.endpoints, s.sweeps, s.profile.preferences,
            self._heard, self._tasks, self._conversation,
        )  # fmt: skip
        self._follow(lambda _: self.tuning.on_shown())
        yield

    def _build_tools(self) -> Iterator[None]:
        from chatapp.ui.controllers.tools import ToolsController

        s, window = self._services, self._window
        self.tools = ToolsController(
            window, s.tools, s.conversations, self._heard, self._tasks, self._shown,
            s.generation.next.parameters,
        )  # fmt: skip
        self._follow(self.tools.show)
        yield
        from chatapp.ui.controllers.tool_calls import ToolCallsController

        self.tool_calls = ToolCallsController(
            window, s.desk, s.conversations, s.generation, self._heard, self._tasks,
            self.tools.start_server,
        )  # fmt: skip
        self._follow(self.tool_calls.show)
        self._conversation.loaded.connect(self.tool_calls.refresh)
        self.tools.start_servers()
        yield

    def _build_inspector(self, on_inspector: Callable[[], None]) -> None:
        from chatapp.ui.controllers.inspector import InspectorController

        s = self._services
        self.inspector = InspectorController(
            self._window, s.exchanges, s.conversations, s.generation, s.profile.preferences,
            self._heard, self._tasks, on_inspector, self._conversation.wait_until_loaded,
        )  # fmt: skip
        self.inspector.begin()
        self._follow(self.inspector.show)

    def _build_housekeeping(self, go_back: Callable[[Path], None]) -> Iterator[None]:
        from chatapp.services.disk_space import DiskSpaceWatch
        from chatapp.ui.controllers.storage import StorageController

        s = self._services
        self.storage = StorageController(self._window, s.backups, self._heard, self._tasks, go_back)
        self.disk_space = DiskSpaceWatch(s.profile.paths, self._heard, self._tasks)
        self.disk_space.start()
        yield
        from chatapp.ui.controllers.adding import AddingController

        self.adding = AddingController(
            self._window, s.conversations, s.endpoints, s.generation, self._tasks, self._shown
        )
        yield

    def _build_desktop(self, ask: Callable[[], None], quit_: Callable[[], None]) -> None:
        from chatapp.ui.controllers.desktop import DesktopController

        s = self._services
        self.desktop = DesktopController(
            self._window, s.conversations, s.generation, s.profile.preferences, self._heard,
            self._tasks, self._conversation.show, ask, quit_,
        )  # fmt: skip
        self.desktop.apply("tray")
        self.desktop.apply("animations")
        self._tasks.start(self.desktop.follow_system(), name="reduced motion")
