"""Functions and servers from JSON, pasted or from a file; nothing that is there is overwritten."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from chatapp.domain.errors import ChatAppError
from chatapp.domain.json_value import JsonValue
from chatapp.domain.secret_arguments import with_secrets_moved
from chatapp.domain.server_config import json_of, tool_servers
from chatapp.domain.tool_servers import ToolServer, secret_values
from chatapp.domain.tools import definitions_from
from chatapp.domain.visible_text import visible_text
from chatapp.services.files import read_text_file
from chatapp.services.tools import ToolService
from chatapp.ui.translation import failure_words

if TYPE_CHECKING:
    from chatapp.ui.tools.dialog import ToolsDialog
    from chatapp.ui.tools.import_dialog import ImportDialog

T = TypeVar("T")
Keep = Callable[[ToolServer], Coroutine[Any, Any, None]]


def _say(words: str) -> str:
    return QCoreApplication.translate("Tools", words)


class ToolImports:
    """Opens the import dialogs of the tools dialog, and keeps what was taken from them;
    ``keep`` keeps one server."""

    def __init__(
        self,
        tools: ToolService,
        start: Callable[[Coroutine[Any, Any, None]], None],
        keep: Keep,
    ) -> None:
        self._tools = tools
        self._start = start
        self._keep = keep
        self._open: set[ImportDialog] = set()
        self._dialog: ToolsDialog | None = None

    def connect(self, dialog: "ToolsDialog") -> None:
        """Serve the pages of ``dialog`` until it is closed."""
        self._dialog = dialog
        dialog.finished.connect(self._on_closed)
        dialog.functions.import_requested.connect(lambda: self._import_functions(dialog))
        dialog.servers.import_requested.connect(lambda: self._import_servers(dialog))

    def _on_closed(self) -> None:
        self._dialog = None

    def _import_functions(self, dialog: "ToolsDialog") -> None:
        example = '[{"type": "function", "function": {"name": "…", "parameters": {}}}]'
        box = self._box(_say("Functions from JSON"), example, dialog)
        box.taken.connect(lambda words: self._start(self._take_functions(box, words)))

    def _import_servers(self, dialog: "ToolsDialog") -> None:
        example = '{"mcpServers": {"files": {"command": "npx", "args": ["…"]}}}'
        box = self._box(_say("Servers from JSON"), example, dialog)
        box.taken.connect(lambda words: self._start(self._take_servers(box, words)))

    def _box(self, title: str, example: str, dialog: "ToolsDialog") -> "ImportDialog":
        from chatapp.ui.tools.import_dialog import ImportDialog

        box = ImportDialog(title, example, dialog)
        box.file_requested.connect(lambda: self._choose_file(box))
        box.finished.connect(lambda _: self._close(box))
        self._open.add(box)
        box.open()
        return box

    def _close(self, box: "ImportDialog") -> None:
        self._open.discard(box)
        box.deleteLater()

    def _say_in(self, box: "ImportDialog", words: str) -> None:
        """Say what is wrong with a text, unless the person has gone."""
        if box in self._open:
            box.say(words)

    async def _read_as(
        self, box: "ImportDialog", words: str, read: Callable[[JsonValue], tuple[T, ...]], none: str
    ) -> tuple[T, ...]:
        """Return what is in a text; nothing if there is nothing, which is said, or the person
        has gone."""
        try:
            found = await asyncio.to_thread(lambda: read(json_of(words)))
        except ChatAppError as error:
            self._say_in(box, failure_words(error))
            return ()
        if not found:
            self._say_in(box, none)
        elif box in self._open:
            box.accept()
            return found
        return ()

    def _choose_file(self, box: "ImportDialog") -> None:
        chooser = QFileDialog(box, box.windowTitle())
        chooser.setNameFilters(["JSON (*.json)", _say("All files") + " (*)"])
        chooser.fileSelected.connect(lambda path: self._start(self._read(box, path)))
        chooser.finished.connect(lambda _: chooser.deleteLater())
        chooser.open()

    async def _read(self, box: "ImportDialog", path: str) -> None:
        try:
            words = await read_text_file(Path(path))
        except ChatAppError as error:
            self._say_in(box, failure_words(error))
            return
        if box in self._open:
            box.text.setPlainText(words)

    async def _take_functions(self, box: "ImportDialog", words: str) -> None:
        none = _say("There is no function in this.")
        found = await self._read_as(box, words, definitions_from, none)
        for tool in found:
            named = self._tools.with_own_name(replace(tool, name=tool.wire_name))
            self._tools.put_function(named)
            if self._dialog is not None:
                self._dialog.functions.choose(named.name)

    async def _take_servers(self, box: "ImportDialog", words: str) -> None:
        none = _say("There is no server in this.")
        read = partial(tool_servers, variables=os.environ)
        wanted: list[str] = []
        for server in await self._read_as(box, words, read, none):
            # The keys among its arguments go into the keyring; none is started by it.
            named = replace(server, name=self._tools.servers.free_name(server.name))
            kept = with_secrets_moved(named)
            await self._keep(kept)
            values = secret_values(kept).items()
            wanted += [place.partition("/")[2] for place, value in values if not value]
            if self._dialog is not None:
                self._dialog.servers.choose(named.name)
        if wanted and self._dialog is not None:
            words = _say("These values are not in the file, and are still to be typed in: {names}")
            names = ", ".join(dict.fromkeys(map(visible_text, wanted)))
            self._dialog.say(words.format(names=names), "note")
