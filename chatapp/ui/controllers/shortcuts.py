"""The person's own keys for commands: kept, applied, and shown where they can be changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from chatapp.domain.json_value import as_object, as_text
from chatapp.services.preferences import PreferenceService
from chatapp.ui.actions import COMMANDS, label_of, set_keys
from chatapp.ui.main_window import MainWindow

if TYPE_CHECKING:
    from chatapp.ui.shortcuts.dialog import ShortcutsDialog


class ShortcutsController(QObject):
    """Only what differs from the table of commands is kept."""

    def __init__(self, window: MainWindow, preferences: PreferenceService) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        window.action("keyboardShortcuts").triggered.connect(self.open)
        for name, keys in self._own().items():
            set_keys(window.action(name), keys)

    def _own(self) -> dict[str, str]:
        stored = as_object(self._preferences.get("shortcuts"))
        return {name: as_text(keys) for name, keys in stored.items() if name in COMMANDS}

    def _all(self) -> dict[str, str]:
        return {name: command.shortcut for name, command in COMMANDS.items()} | self._own()

    def open(self) -> None:
        """Show every command with its keys."""
        from chatapp.ui.shortcuts.dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self._window)
        dialog.keys_chosen.connect(lambda name, keys: self._choose(dialog, name, keys))
        dialog.reset_requested.connect(lambda: self._reset(dialog))
        dialog.show_keys(self._all())
        dialog.open()

    def _choose(self, dialog: "ShortcutsDialog", name: str, keys: str) -> None:
        own = self._own()
        loser = next(
            (n for n, used in self._all().items() if keys and keys in used.split("; ")), None
        )
        if loser is not None and loser != name:
            own[loser] = "; ".join(k for k in self._all()[loser].split("; ") if k != keys)
        own[name] = keys
        self._keep(own)
        dialog.show_keys(self._all())
        if loser is not None and loser != name:
            dialog.show_taken_from(label_of(COMMANDS[loser]))

    def _reset(self, dialog: "ShortcutsDialog") -> None:
        self._keep({})
        dialog.show_keys(self._all())

    def _keep(self, own: dict[str, str]) -> None:
        kept = {name: keys for name, keys in own.items() if keys != COMMANDS[name].shortcut}
        self._preferences.set("shortcuts", {**kept})
        for name, keys in self._all().items():
            set_keys(self._window.action(name), keys)
