"""A row says who decided, what a click falls back to, and what the server refuses."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.parameter_layers import Layer, Limit, Setting, join_layers
from chatapp.domain.parameters import PARAMETERS
from chatapp.ui.parameters.limit_line import LimitLine
from chatapp.ui.parameters.provenance import ProvenanceLine
from chatapp.ui.parameters.row import ParameterRow

NAME = "temperature"


class Desk:
    """One row, with every layer that could set it."""

    def __init__(self, qtbot: QtBot, own: Layer = Layer.CONVERSATION) -> None:
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.row = ParameterRow(PARAMETERS[NAME], self.parent, layer=own)
        self.wishes: list[tuple[Any, ...]] = []
        self.row.changed.connect(lambda _, s: self.wishes.append((own, s)))
        self.row.layer_changed.connect(lambda _, layer, s: self.wishes.append((layer, s)))
        self.row.limit_changed.connect(lambda name, out: self.wishes.append((name, out)))
        self.parent.show()

    def show(self, **layers: dict[str, Setting]) -> None:
        limits: Any = layers.pop("limits", None)
        joined = join_layers(
            layers.get("endpoint", {}),
            layers.get("conversation", {}),
            layers.get("message"),
            preset=layers.get("preset"),
            limits=limits,
        )
        self.row.show_effective(joined.fields[NAME])

    @property
    def line(self) -> ProvenanceLine:
        found = self.row.findChild(ProvenanceLine)
        assert isinstance(found, ProvenanceLine)
        return found

    def buttons(self) -> list[QToolButton]:
        return [b for b in self.line.findChildren(QToolButton) if not b.isHidden()]

    def menu(self) -> dict[str, Any]:
        menu = self.line.menu()
        assert menu is not None
        return {action.text(): action for action in menu.actions() if action.text()}


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def at(value: float) -> dict[str, Setting]:
    return {NAME: Setting(value)}


def test_a_field_that_nobody_set_says_nothing(desk: Desk) -> None:
    desk.show()
    assert desk.row.findChild(ProvenanceLine) is None
    desk.show(conversation=at(0.5))
    assert not desk.line.isHidden()
    desk.show()
    assert desk.line.isHidden()
    assert desk.line.menu() is None


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        ("endpoint", "from the endpoint"),
        ("preset", "from the preset"),
        ("conversation", "from this conversation"),
        ("message", "from this message"),
    ],
)
def test_a_row_says_which_layer_decided(desk: Desk, layer: str, words: str) -> None:
    desk.show(**{layer: at(0.5)})
    assert desk.buttons()[0].text() == words
    assert words in desk.buttons()[0].accessibleName()
    assert len(desk.buttons()) == (1 if layer == "endpoint" else 2)


def test_clearing_says_first_what_will_count_then(desk: Desk, qtbot: QtBot) -> None:
    desk.show(endpoint=at(1), conversation=at(0.5))
    clear = desk.buttons()[1]
    assert clear.toolTip() == "Clear: then 1 from the endpoint"
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert desk.wishes == [(Layer.CONVERSATION, None)]
    desk.show(preset=at(0.5))
    assert desk.buttons()[1].toolTip() == "Clear: then it is not sent"


def test_the_menu_shows_every_layer_and_moves_the_value(desk: Desk) -> None:
    desk.show(endpoint=at(1), preset=at(0.2), conversation=at(0.5))
    menu = desk.menu()
    assert [words for words, action in menu.items() if action.isChecked()] == [
        "This conversation: 0.5"
    ]
    assert "The preset: 0.2" in menu
    menu["Only for the next message"].trigger()
    assert desk.wishes == [(Layer.MESSAGE, Setting(0.5)), (Layer.CONVERSATION, None)]
    desk.wishes.clear()
    menu["Clear in the preset"].trigger()
    menu["Clear at the endpoint, for all its conversations"].trigger()
    assert desk.wishes == [(Layer.PRESET, None), (Layer.ENDPOINT, None)]


def test_what_counts_for_the_next_message_is_edited_there_and_can_be_kept(desk: Desk) -> None:
    desk.show(conversation=at(0.5), message=at(1.5))
    desk.row.editor.setProperty("value", 0.7)
    desk.row.switch.click()
    assert desk.wishes == [
        (Layer.MESSAGE, Setting(0.7)),
        (Layer.MESSAGE, Setting(0.7, send=False)),
    ]
    desk.wishes.clear()
    desk.menu()["Keep for the whole conversation"].trigger()
    assert desk.wishes == [(Layer.CONVERSATION, Setting(1.5)), (Layer.MESSAGE, None)]


def test_a_list_of_an_endpoints_defaults_clears_only_those(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Layer.ENDPOINT)
    desk.show(endpoint=at(1))
    desk.buttons()[1].click()
    assert desk.wishes == [(Layer.ENDPOINT, None)]
    assert "Only for the next message" not in desk.menu()


@pytest.mark.parametrize(
    ("limit", "label", "leave_out"),
    [
        (Limit.REFUSED, "Send without it", True),
        (Limit.LEFT_OUT, "Send it again", False),
        (Limit.RENAMED, "Forget that", False),
    ],
)
def test_a_refusal_is_said_at_the_field_with_a_way_out(
    desk: Desk, limit: Limit, label: str, leave_out: bool
) -> None:
    desk.show(conversation=at(0.5), limits={NAME: limit})  # type: ignore[dict-item]
    line = desk.row.findChild(LimitLine)
    assert isinstance(line, LimitLine)
    assert not line.isHidden()
    (button,) = line.findChildren(QPushButton)
    assert button.text() == label
    button.click()
    assert desk.wishes == [(NAME, leave_out)]
    desk.show()
    assert line.isHidden()
