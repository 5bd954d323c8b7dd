"""Choosing tools: one, a whole server, those that a word finds; and what is said of each."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.tool_calls import Scope
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.tools.offer_page import FEW, OfferPage
from chatapp.ui.tools.offer_tree import Offer

CHECKED, HALF, NOT = (
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)
READ = ToolDefinition("read", "Read a file", {"type": "object"}, "files", "Read File")
WRITE = ToolDefinition("write", "Write a file\u202e", {"type": "object"}, "files")
ADD = ToolDefinition("add", "Add two numbers", {"type": "object"}, "sums")
OFFERS = [Offer(READ, offered=True), Offer(WRITE, offered=False), Offer(ADD, offered=False)]


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[OfferPage]:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(700, 500)
    page = OfferPage(holder)
    page.resize(700, 500)
    with qtbot.waitExposed(holder):
        holder.show()
    page.show_offers(OFFERS)
    yield page
    holder.close()


def item(page: OfferPage, name: str) -> QTreeWidgetItem:
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    (found,) = page.tree.findItems(name, flags)
    return found


def wishes(page: OfferPage) -> list[tuple[list[str], bool]]:
    """Collect what is wished from now on."""
    found: list[tuple[list[str], bool]] = []
    page.offered.connect(lambda names, offered: found.append((names, offered)))
    return found


def test_a_server_is_checked_as_its_tools_are(page: OfferPage) -> None:
    assert item(page, "files").checkState(0) is HALF
    assert item(page, "sums").checkState(0) is NOT
    page.show_offers([replace(offer, offered=True) for offer in OFFERS])
    assert [item(page, n).checkState(0) for n in ("files", "sums", "write")] == [CHECKED] * 3


def test_checking_a_server_is_one_wish_for_all_of_its_tools(page: OfferPage) -> None:
    found = wishes(page)
    item(page, "files").setCheckState(0, CHECKED)
    assert found == [(["files__read", "files__write"], True)]
    item(page, "files").setCheckState(0, NOT)
    assert found[1:] == [(["files__read", "files__write"], False)]


def test_space_checks_the_chosen_row_also_a_server(page: OfferPage) -> None:
    found = wishes(page)
    for name in ("add", "sums"):
        page.tree.setCurrentItem(item(page, name))
        QTest.keyClick(page.tree, Qt.Key.Key_Space)
    assert found == [(["sums__add"], True), (["sums__add"], True)]


def test_what_is_looked_for_is_shown_alone_and_a_server_is_then_what_is_shown_of_it(
    page: OfferPage,
) -> None:
    page.filter.setText("FILE wri")
    assert not item(page, "write").isHidden()
    assert item(page, "Read File").isHidden()
    assert item(page, "sums").isHidden()
    found = wishes(page)
    item(page, "files").setCheckState(0, CHECKED)
    assert found == [(["files__write"], True)]
    page.filter.clear()
    assert not item(page, "sums").isHidden()


def test_the_line_to_look_for_tools_is_there_when_there_are_many(page: OfferPage) -> None:
    assert not page.filter.isVisible()
    page.show_offers([Offer(replace(ADD, name=f"t{n}"), offered=False) for n in range(FEW + 1)])
    assert page.filter.isVisible()
    page.filter.setText("nothing of this name")
    page.show_offers([Offer(ADD, offered=False)])
    assert not page.filter.isVisible()
    assert not item(page, "add").isHidden(), "nobody could see what hides it"


def test_all_that_the_model_is_told_of_the_chosen_tool_is_shown(page: OfferPage) -> None:
    assert not page._details.isVisible()
    page.tree.setCurrentItem(item(page, "Read File"))
    words = page._details.toPlainText()
    assert words.splitlines()[:2] == ["Read File", "files__read"]
    assert '"type": "object"' in words
    page.tree.setCurrentItem(item(page, "write"))
    assert "Write a file\\u202e" in page._details.toPlainText()
    page.tree.setCurrentItem(item(page, "files"))
    assert not page._details.isVisible()


def test_what_can_be_done_about_the_chosen_tool_is_offered(page: OfferPage) -> None:
    here = Offer(WRITE, True, allowed=Scope.CONVERSATION)
    always = Offer(ADD, True, allowed=Scope.ALWAYS)
    page.show_offers([Offer(READ, True, changed=True), here, always])
    assert item(page, "write").text(2) == "allowed in this conversation"
    page.tree.setCurrentItem(item(page, "Read File"))
    assert (page._review.isVisible(), page._withdraw.isVisible()) == (True, False)
    page.tree.setCurrentItem(item(page, "add"))
    assert (page._review.isVisible(), page._withdraw.isVisible()) == (False, True)
    withdrawn: list[str] = []
    page.withdraw_requested.connect(withdrawn.append)
    page._withdraw.click()
    page.tree.setCurrentItem(item(page, "write"))
    page._withdraw.click()
    assert withdrawn == ["sums__add", "files__write"]


def test_the_chosen_tool_stays_chosen_when_others_come(page: OfferPage) -> None:
    page.tree.setCurrentItem(item(page, "add"))
    page.show_offers([*OFFERS, Offer(replace(ADD, name="subtract"), offered=False)])
    current = page.tree.current()
    assert current is not None
    assert current.tool == ADD
