"""Help where it is needed: the page, the place of a field, and the guide of the first run."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from chatapp.services.preferences import PreferenceService
from chatapp.ui.main_window import MainWindow

if TYPE_CHECKING:
    from chatapp.ui.help.dialog import HelpDialog

SEEN = "guide_hidden"


class HelpController(QObject):
    """Opens the help page, at the field that has the keyboard if one has."""

    def __init__(self, window: MainWindow, preferences: PreferenceService) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._dialog: HelpDialog | None = None
        window.action("help").triggered.connect(self.open)
        if preferences.get(SEEN) is not True:
            self._show_guide()

    def open(self) -> None:
        """Show the page; with a field's editor in use, at that field."""
        self.open_at(_parameter_around(QApplication.focusWidget()))

    def open_at(self, parameter: str) -> None:
        """Show what a request field is, or the beginning of the page."""
        from chatapp.ui.help.dialog import HelpDialog
        from chatapp.ui.help.page import anchor_of, help_html

        if self._dialog is None:
            form = QKeySequence.SequenceFormat.PortableText
            actions = self._window.actions_by_name.items()
            keys = {n: QKeySequence.listToString(a.shortcuts(), form) for n, a in actions}
            self._dialog = HelpDialog(help_html(keys), self._window)
            self._dialog.destroyed.connect(self._on_closed)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self._dialog.go_to(anchor_of(parameter) if parameter else "start")

    def _on_closed(self) -> None:
        self._dialog = None

    def _show_guide(self) -> None:
        from chatapp.ui.help.guide import Guide

        guide = Guide()
        guide.opened.connect(lambda command: self._window.action(command).trigger())
        guide.skipped.connect(self._skip)
        self._window.messages.set_guide(guide)

    def _skip(self) -> None:
        self._preferences.set(SEEN, value=True)
        self._window.messages.set_guide(None)


def _parameter_around(widget: QWidget | None) -> str:
    """Return the request field whose row a widget is in."""
    from chatapp.ui.parameters.row import ParameterRow

    while widget is not None:
        if isinstance(widget, ParameterRow):
            return widget.parameter.name
        widget = widget.parentWidget()
    return ""
