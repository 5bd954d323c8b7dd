"""Request fields in foldable sections, generated from the table; it knows none by name."""

import time
from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chatapp.domain.parameter_layers import EffectiveParameters, Layer
from chatapp.domain.parameter_spec import Group
from chatapp.domain.parameters import PARAMETERS
from chatapp.ui.parameters.row import ParameterRow
from chatapp.ui.widgets.section import Section

SLICE_S = 0.006


class FieldList(QWidget):
    """Shows effective fields and states what a person changes.

    Its rows are made in slices once it is first shown, so that they never hold up a window
    that opens. ``layer`` is whose settings are edited; ``prefix`` begins the editors' object
    names (``parameter.temperature``), for a window may hold several lists.
    """

    setting_changed = Signal(str, object)
    layer_changed = Signal(str, object, object)
    """A field, a layer other than ``layer``, and its setting there."""
    limit_changed = Signal(str, bool)
    """A field that the server refuses, and whether to leave it out."""
    folding_changed = Signal()
    help_requested = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        prefix: str = "parameter",
        layer: Layer = Layer.CONVERSATION,
    ) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self._layer = layer
        self._effective: EffectiveParameters | None = None
        self._filter = ""
        self._folded: set[str] = set()
        self._rows: dict[str, ParameterRow] = {}
        self._waiting = list(PARAMETERS.values())[::-1]
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._build_slice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._sections: dict[Group, Section] = {}
        for group in Group:
            title = QCoreApplication.translate("ParameterGroup", group.value)
            section = self._sections[group] = Section(title, self)
            section.folded_by_person.connect(lambda folded, g=group: self._on_folded(g, folded))
            column.addWidget(section)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting:
            self._next.start()

    def _build_slice(self) -> None:
        began = time.perf_counter()
        while self._waiting and time.perf_counter() - began < SLICE_S:
            self._build_next()
        if self._waiting:
            self._next.start()

    def build_all(self) -> None:
        """Make the rows that are still missing."""
        while self._waiting:
            self._build_next()

    def _build_next(self) -> None:
        parameter = self._waiting.pop()
        section = self._sections[parameter.group]
        row = ParameterRow(parameter, section, prefix=self._prefix, layer=self._layer)
        row.changed.connect(self.setting_changed)
        row.help_requested.connect(self.help_requested)
        row.layer_changed.connect(self.layer_changed)
        row.limit_changed.connect(self.limit_changed)
        self._rows[parameter.name] = row
        if self._effective is not None:
            row.show_effective(self._effective.fields[parameter.name])
        row.setVisible(self._matches(row))
        section.column.addWidget(row)

    def _matches(self, row: ParameterRow) -> bool:
        return all(word in row.search_text for word in self._filter.split())

    def show_matching(self, typed: str) -> bool:
        """Show only the fields that the typed words are about; a search opens what is folded.
        Return whether there are any."""
        self.build_all()
        self._filter = typed.lower()
        for group, section in self._sections.items():
            rows = [row for row in self._rows.values() if row.parameter.group is group]
            for row in rows:
                row.setVisible(self._matches(row))
            section.setVisible(any(not row.isHidden() for row in rows))
            section.set_folded(not typed and group.name in self._folded)
        return any(not row.isHidden() for row in self._rows.values())

    def _on_folded(self, group: Group, folded: bool) -> None:
        self._folded ^= {group.name} if folded != (group.name in self._folded) else set()
        self.folding_changed.emit()

    def folded(self) -> list[str]:
        """Return the names of the groups that the person has folded."""
        return sorted(self._folded)

    def set_folded(self, names: Collection[str]) -> None:
        """Fold the sections of these groups and open the others."""
        self._folded = set(names)
        for group, section in self._sections.items():
            section.set_folded(group.name in self._folded)

    def show_parameters(self, effective: EffectiveParameters) -> None:
        """Show what will be sent and why."""
        self._effective = effective
        for name, row in self._rows.items():
            row.show_effective(effective.fields[name])
        for group, section in self._sections.items():
            section.show_in_use(
                sum(e.is_sent for e in effective.fields.values() if e.parameter.group is group)
            )
