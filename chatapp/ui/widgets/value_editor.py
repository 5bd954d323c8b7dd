"""Editors of JSON values: each has a user property ``value`` and says when a person edits it."""

import json
import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSlider,
    QWidget,
)

from chatapp.domain.json_reading import read_json
from chatapp.ui.fonts import scaled


class ValueEditor(QWidget):
    """One value. Subclasses give ``_read`` and ``_write``; ``edited`` tells of a person's edit."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._value: Any = None

    def _get_value(self) -> Any:
        return self._value

    def _set_value(self, value: Any) -> None:
        """Take a value from outside as a person's edit."""
        self.show_value(value)
        self.edited.emit()

    # "QVariant" takes any JSON value; the stubs only know Python types.
    value = Property("QVariant", _get_value, _set_value, user=True)  # type: ignore[arg-type]

    @property
    def current(self) -> Any:
        """The value in the editor, valid or not."""
        return self._value

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        self._value = value
        self._write(value)

    def show_sent(self, *, sent: bool) -> None:
        """Show at a glance whether the value will be sent."""

    def show_valid(self, *, valid: bool) -> None:
        """Mark the lines and texts of a value that cannot be sent."""
        for box in (*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)):
            if (box.property("invalid") is True) is valid:
                box.setProperty("invalid", not valid)
                box.style().polish(box)

    def _write(self, value: Any) -> None:
        raise NotImplementedError

    def _took(self, value: Any) -> None:
        self._value = value
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the panel that scrolls, not to a value that happens to pass by."""
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def bare_row(owner: QWidget) -> QHBoxLayout:
    """Return a layout of ``owner`` without margins."""
    layout = QHBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    return layout


class NumberEditor(ValueEditor):
    """A number as text, with a slider that moves with it where the range is closed.

    A line of text holds any integer, which Qt's spin boxes do not.
    """

    def __init__(
        self,
        *,
        integer: bool,
        step: float,
        slider_range: tuple[float, float] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._integer, self._step = integer, step
        self._line = QLineEdit(self)
        self._line.textEdited.connect(self._on_text)
        self._slider: QSlider | None = None
        row = bare_row(self)
        if slider_range is not None:
            self._slider = QSlider(Qt.Orientation.Horizontal, self)
            low, high = slider_range
            self._slider.setRange(round(low / step), round(high / step))
            self._slider.setPageStep(10)
            self._slider.installEventFilter(self)
            self._slider.valueChanged.connect(self._on_slider)
            row.addWidget(self._slider, 1)
            self._line.setFixedWidth(scaled(74))
        row.addWidget(self._line, 0 if self._slider else 1)
        self.setFocusProxy(self._slider or self._line)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)
        if self._slider is not None:
            self._slider.setAccessibleName(name)

    def _write(self, value: Any) -> None:
        self._line.setText("" if value is None else str(value))
        self._move_slider(value)

    def _move_slider(self, value: Any) -> None:
        if self._slider is not None and isinstance(value, (int, float)):
            self._slider.blockSignals(True)
            self._slider.setValue(round(max(min(value, 1e6), -1e6) / self._step))
            self._slider.blockSignals(False)

    def show_sent(self, *, sent: bool) -> None:
        if self._slider is not None and self._slider.property("sent") is not sent:
            self._slider.setProperty("sent", sent)
            self._slider.style().polish(self._slider)

    def _on_slider(self, position: int) -> None:
        value = round(position * self._step, 6)
        self._line.setText(str(value))
        self._took(value)

    def _on_text(self, typed: str) -> None:
        value = _number(typed.strip(), integer=self._integer)
        self._move_slider(value)
        self._took(value)


def _number(typed: str, *, integer: bool) -> Any:
    """Return the number that was typed, or the text itself, which no check accepts.

    ``1_000`` and ``nan`` are numbers to Python only.
    """
    if "_" in typed:
        return typed
    try:
        return int(typed)
    except ValueError:
        pass
    try:
        value = float(typed.replace(",", "."))
    except ValueError:
        return typed
    if not math.isfinite(value):
        return typed
    return int(value) if integer and value.is_integer() else value


class FlagEditor(ValueEditor):
    """True or false."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QCheckBox(QCoreApplication.translate("Editor", "on"), self)
        self._box.clicked.connect(self._took)
        bare_row(self).addWidget(self._box)
        self.setFocusProxy(self._box)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._box.setAccessibleName(name)

    def _write(self, value: Any) -> None:
        self._box.setChecked(value is True)


class ChoiceEditor(ValueEditor):
    """One of a list of words; free words, and JSON objects, where they are allowed."""

    def __init__(
        self, choices: Sequence[str], *, editable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._box = QComboBox(self)
        self._box.addItems(list(choices))
        self._box.setEditable(editable)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box.installEventFilter(self)
        self._box.activated.connect(lambda _: self._took(_word_or_object(self._box.currentText())))
        if editable:
            line = QLineEdit(self._box)
            self._box.setLineEdit(line)
            line.textEdited.connect(lambda t: self._took(_word_or_object(t)))
        bare_row(self).addWidget(self._box)
        self.setFocusProxy(self._box)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._box.setAccessibleName(name)

    def _write(self, value: Any) -> None:
        words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        self._box.setCurrentIndex(self._box.findText(words))
        if self._box.isEditable():
            self._box.setEditText(words)


def _word_or_object(typed: str) -> Any:
    if typed.lstrip().startswith("{"):
        try:
            return read_json(typed)
        except ValueError:
            return typed
    return typed


class SeveralEditor(ValueEditor):
    """Any of a few words, each with a box."""

    def __init__(self, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = bare_row(self)
        self._boxes = {choice: QCheckBox(choice, self) for choice in choices}
        for box in self._boxes.values():
            box.clicked.connect(self._on_clicked)
            row.addWidget(box)
        row.addStretch(1)

    def _on_clicked(self) -> None:
        self._took([choice for choice, box in self._boxes.items() if box.isChecked()])

    def _write(self, value: Any) -> None:
        for choice, box in self._boxes.items():
            box.setChecked(isinstance(value, list) and choice in value)


class LineEditor(ValueEditor):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(self)
        self._line.textEdited.connect(self._took)
        bare_row(self).addWidget(self._line)
        self.setFocusProxy(self._line)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def _write(self, value: Any) -> None:
        self._line.setText(str(value or ""))


class VoiceEditor(ValueEditor):
    """A voice, listed or typed, and a format."""

    def __init__(
        self, voices: Sequence[str], formats: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._voice = ChoiceEditor(voices, editable=True, parent=self)
        self._format = ChoiceEditor(formats, editable=False, parent=self)
        row = bare_row(self)
        for editor in (self._voice, self._format):
            editor.edited.connect(self._on_edited)
            row.addWidget(editor)
        self._voice.setAccessibleName(QCoreApplication.translate("Editor", "Voice"))
        self._format.setAccessibleName(QCoreApplication.translate("Editor", "Format"))

    def _on_edited(self) -> None:
        self._took({"voice": self._voice.current, "format": self._format.current})

    def _write(self, value: Any) -> None:
        parts = value if isinstance(value, dict) else {}
        self._voice.show_value(parts.get("voice", ""))
        self._format.show_value(parts.get("format", ""))
