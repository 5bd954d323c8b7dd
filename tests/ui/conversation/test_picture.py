"""What only moves is moved, what changed is painted; the screen is as if all had been painted."""

import random

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import MessageStatus
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.picture import ALL, Damage, Picture, Shown, damage_between
from tests.ui.conversation.conversation_data import answer, conversation_of, shown, user

ONE, TWO, THREE = Part(), Part(), Part()


def stack(*parts: Part, top: int = 0, height: int = 100, version: int = 0) -> list[Shown]:
    return [Shown(p, version, top + i * height, height) for i, p in enumerate(parts)]


def test_nothing_is_painted_when_nothing_changed() -> None:
    damage = damage_between(stack(ONE, TWO), stack(ONE, TWO))
    assert damage == Damage(0, 0, 200)


def test_a_changed_tail_is_painted_from_its_top() -> None:
    before, after = stack(ONE, TWO), stack(ONE, THREE)
    assert damage_between(before, after) == Damage(0, 0, 100)


def test_what_moved_up_is_moved_and_the_new_end_painted() -> None:
    before = stack(ONE, TWO)
    after = stack(ONE, TWO, THREE, top=-60)
    assert damage_between(before, after) == Damage(-60, 0, 140)


def test_a_part_that_changed_itself_is_painted() -> None:
    after = [*stack(ONE), Shown(TWO, 1, 100, 100)]
    assert damage_between(stack(ONE, TWO), after) == Damage(0, 0, 100)


def test_of_a_part_that_goes_on_only_its_end_is_painted() -> None:
    after = [*stack(ONE), Shown(TWO, 1, 100, 130, kept=80)]
    assert damage_between(stack(ONE, TWO), after) == Damage(0, 0, 180)
    moved = [Shown(ONE, 1, -30, 130, kept=80)]
    assert damage_between(stack(ONE), moved) == Damage(-30, 0, 50)


def test_a_part_that_went_on_twice_is_painted_whole() -> None:
    after = [*stack(ONE), Shown(TWO, 2, 100, 130, kept=80)]
    assert damage_between(stack(ONE, TWO), after) == Damage(0, 0, 100)


def test_what_is_kept_is_never_more_than_was_there() -> None:
    after = [*stack(ONE), Shown(TWO, 1, 100, 60, kept=80)]
    assert damage_between(stack(ONE, TWO), after) == Damage(0, 0, 160)


def test_the_gap_above_the_first_part_moves_up_with_it() -> None:
    after = stack(TWO, THREE, top=20)
    assert damage_between(stack(ONE, TWO), after) == Damage(-80, 0, 120)


def test_another_size_or_other_messages_are_painted_whole() -> None:
    picture = Picture()
    assert picture.change((1,), stack(ONE)) == ALL
    assert picture.change((1,), stack(ONE)) != ALL
    assert picture.change((2,), stack(ONE)) == ALL
    assert damage_between(stack(ONE), stack(TWO)) == ALL


def on_screen(view: MessageView) -> QImage:
    """What the screen really holds, as it was painted bit by bit."""
    QApplication.processEvents()
    screen = view.screen()
    return screen.grabWindow(view.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_whole(view: MessageView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def differs(one: QImage, other: QImage) -> bool:
    """Whether two pictures differ by more than the rounding of a curve that is cut elsewhere."""
    both = zip(one.constBits(), other.constBits(), strict=True)
    return one != other and any(abs(a - b) > ROUNDING for a, b in both)


ROUNDING = 2
ANSWER = (
    """# A heading

Some *words* in a paragraph that is long enough to be broken into more than one line.

- one
- two
  - deeper

```python
def f(x):
    return x + 1
```

| a | b |
|---|---|
| 1 | 2 |

> A quote of several words.

And an end with `code` and more words until the view has to follow.

"""
    * 3
)


LONG = (
    "A paragraph of many words, some of which are `code` and some **bold**, that goes on. " * 12
    + "\n\n> A quote of many lines, " + "and more of it " * 30 + "\n\n"
    + "```python\n" + "value = function(argument)  # a remark\n" * 30 + "```\n\n"
    + "12 34 " * 20 + "שלום עולם " * 30 + "\n\n"
    + "สวัสดีชาวโลก" * 40 + "\n\n"
    + "- an item that is long enough to be broken into lines " * 8 + "\n- next\n"
)  # fmt: skip
"""Blocks of more than the view's height, that grow for many frames."""


@pytest.mark.parametrize("text", [ANSWER, LONG], ids=["mixed", "long"])
@pytest.mark.parametrize("seed", range(4))
def test_streaming_and_scrolling_leave_the_same_pixels_as_painting_all(
    qtbot: QtBot, seed: int, text: str
) -> None:
    dice = random.Random(seed)
    view = MessageView()
    qtbot.addWidget(view)
    view.resize(640, 420)
    view.show()
    qtbot.waitExposed(view)
    view.show_path([*conversation_of(6), *shown([user("u", "Tell me.")])])
    path = [
        *conversation_of(6),
        *shown([user("u", "Tell me."), answer("a", "", MessageStatus.STREAMING)]),
    ]
    view.show_path(path)
    at = compared = 0
    while at < len(text):
        at += dice.randint(1, 25)
        status = MessageStatus.STREAMING if at < len(text) else MessageStatus.COMPLETE
        view.update_message(shown([answer("a", text[:at], status)])[0])
        view._pacer.flush()
        if dice.random() < 0.15:
            view.stage.scroll(dice.randint(-200, 200))
        if dice.random() < 0.2 or at >= len(text):
            assert not differs(on_screen(view), painted_whole(view))
            compared += 1
    assert compared > 3
