"""The lens as people see it: walking, words, bars, and what leaves as a wish."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.domain.parameter_layers import join_layers
from chatapp.domain.sampling.samplers import Samplers
from chatapp.ui.lens.page import LensPage
from chatapp.ui.lens.panel import SamplingLens
from chatapp.ui.lens.state import Conditions, LensState
from tests.ui.lens.lens_data import PLACES, answer


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[LensPage]:
    state = LensState()
    state.show_answer(1, answer())
    found = LensPage(state)
    qtbot.addWidget(found)
    found.resize(320, 900)
    found.show()
    yield found
    found.hide()


def test_the_page_is_made_when_it_is_first_seen_and_the_state_answers_before(
    qtbot: QtBot,
) -> None:
    lens = SamplingLens()
    qtbot.addWidget(lens)
    lens.look_at.show_answer(1, answer())
    assert lens.page is None
    assert lens.property("token") == 0
    assert '"token": 0' in lens.property("state")
    wished = QSignalSpy(lens.token_wished)
    lens.setProperty("token", 2)
    assert wished.at(0) == [2]
    lens.show()
    assert lens.page is not None


def test_arrow_keys_walk_along_the_answer(page: LensPage) -> None:
    state = page.strip._state
    QTest.keyClick(page.strip, Qt.Key.Key_Right)
    assert state.token == 1
    assert "cat" in page.context.accessibleDescription()
    QTest.keyClick(page.strip, Qt.Key.Key_End)
    assert state.token == 3
    QTest.keyClick(page.strip, Qt.Key.Key_Left)
    assert state.token == 2


def test_a_click_on_the_strip_chooses_the_token_below_it(page: LensPage) -> None:
    QTest.mouseClick(
        page.strip, Qt.MouseButton.LeftButton, pos=QPoint(page.strip.width() * 3 // 8, 20)
    )
    assert page.strip._state.token == 1


def test_every_bar_can_be_read(page: LensPage) -> None:
    page.strip._state.choose(1)
    page.strip._state.see_under(Conditions(Samplers(top_p=0.5)))
    words = page.bars.in_words().splitlines()
    assert words[0] == "␣dog: 50 %, with your settings 100 %"
    assert words[1] == "␣cat: 30 %, with your settings 0 %, cannot come, this one came"
    assert words[-1] == "tokens not listed: 0 %"


def test_the_keyboard_reaches_each_bar_and_says_it(page: LensPage) -> None:
    page.strip._state.choose(1)
    QTest.keyClick(page.bars, Qt.Key.Key_Down)
    QTest.keyClick(page.bars, Qt.Key.Key_Down)
    assert page.bars.accessibleDescription().startswith("␣cat")


def test_a_click_on_another_token_asks_for_a_branch_and_on_the_same_one_does_not(
    page: LensPage,
) -> None:
    page.strip._state.choose(1)
    asked = QSignalSpy(page.branch_requested)
    for row in (1, 0):
        place = QPoint(40, round(page.bars._top(row, 99)) + 8)
        QTest.mouseClick(page.bars, Qt.MouseButton.LeftButton, pos=place)
    assert [asked.at(i) for i in range(asked.count())] == [[0]]


def test_the_explanation_names_the_cut_in_plain_words(page: LensPage) -> None:
    state = page.strip._state
    state.choose(1)
    state.see_under(Conditions(Samplers(temperature=0.5, top_p=0.75)))
    words = page.explanation.text()
    assert "makes likely tokens likelier still" in words
    assert "together reach 75\u00a0%" in words
    assert "Here 2 tokens are left." in words
    state.see_under(Conditions(Samplers(temperature=0.0)))
    assert "always takes the likeliest token: here that is “␣dog”" in page.explanation.text()
    state.see_under(Conditions(Samplers()))
    assert "Top P 1 cuts nothing off" in page.explanation.text()


def test_what_if_counts_the_whole_answer_by_itself(page: LensPage, qtbot: QtBot) -> None:
    page.strip._state.see_under(Conditions(Samplers(top_p=0.5)))
    qtbot.waitUntil(lambda: page.account.is_complete, timeout=20_000)
    found = page.account.found
    assert (found.impossible, found.first_impossible, found.certain) == (1, 1, 3)
    assert "about 1.0 of 4 tokens" in page.account._followed.text()


def test_the_uncertain_token_is_one_step_away(page: LensPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page.strip._state.answer.entropies) == 4, timeout=20_000)
    page._jump(1)
    assert page.strip._state.token == 1


def test_sliders_state_wishes_and_keep_the_other_extra_fields(page: LensPage) -> None:
    wished = QSignalSpy(page.setting_changed)
    effective = join_layers({}, {})
    page.sliders.show_settings(effective, Samplers(), extra_samplers=True)
    page.sliders._editors["temperature"].setProperty("value", 0.5)
    page.sliders._extra = {"mirostat": 0}
    page.sliders._editors["top_k"].setProperty("value", 12)
    first, second = wished.at(0), wished.at(1)
    assert (first[0], first[1].value, first[1].send) == ("temperature", 0.5, True)
    assert (second[0], second[1].value) == ("extra_body", {"mirostat": 0, "top_k": 12})
    page.sliders.show_settings(effective, Samplers(), extra_samplers=False)
    assert page.sliders._rows["top_k"].isHidden()


def test_the_picture_and_the_data_can_be_copied(page: LensPage) -> None:
    page.copy_data()
    assert '"candidates"' in QApplication.clipboard().text()
    page.copy_picture()
    assert not QApplication.clipboard().image().isNull()


def test_an_answer_without_probabilities_hides_what_needs_them(page: LensPage) -> None:
    state = page.strip._state
    state.show_answer(1, answer([], "Hello"))
    assert page.bars.isHidden()
    assert page.strip.isHidden()
    state.show_answer(1, answer(PLACES))
    assert not page.bars.isHidden()
