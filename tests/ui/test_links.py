"""A click on a link shows where it leads, and opens it only if the person then says so."""

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from chatapp.ui.links import open_link
from tests.conftest import RunInQt
from tests.support.desktop_links import Desktop, desktop_links
from tests.support.waiting import until


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with desktop_links() as desktop:
        yield desktop


def click(
    run_in_qt: RunInQt, address: str, text: str, role: QMessageBox.ButtonRole
) -> tuple[bool, str]:
    """Click on a link and answer; return whether it was opened and all that was shown."""
    shown = ""

    async def work() -> bool:
        nonlocal shown
        window = QWidget()
        asked = asyncio.ensure_future(open_link(window, address, text))
        await until(lambda: window.findChild(QMessageBox))
        box = window.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        shown = f"{box.text()}\n{box.informativeText()}"
        (button,) = [b for b in box.buttons() if box.buttonRole(b) is role]
        button.click()
        return await asked

    return run_in_qt(work()), shown


YES, NO = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole


def test_a_link_is_opened_after_its_true_target_was_shown(
    run_in_qt: RunInQt, desktop: Desktop
) -> None:
    opened, shown = click(run_in_qt, "https://example.org/a?b=c", "the docs", YES)
    assert (opened, desktop.opened) == (True, ["https://example.org/a?b=c"])
    assert "Open example.org in the browser?" in shown
    assert "https://example.org/a?b=c" in shown
    assert "Careful" not in shown


def test_the_safe_answer_opens_nothing(run_in_qt: RunInQt, desktop: Desktop) -> None:
    assert not click(run_in_qt, "https://example.org/", "x", NO)[0]
    assert desktop.opened == []


def test_words_that_name_another_place_are_pointed_out(
    run_in_qt: RunInQt, desktop: Desktop
) -> None:
    _, shown = click(run_in_qt, "https://evil.example/", "www.bank.example", NO)
    assert "Careful: the link's text reads “www.bank.example”." in shown


def test_a_look_alike_of_another_alphabet_is_written_out(
    run_in_qt: RunInQt, desktop: Desktop
) -> None:
    _, shown = click(run_in_qt, "https://аpple.com/", "apple", NO)
    assert "Open xn--pple-43d.com in the browser?" in shown


def test_a_mail_address_is_written_to(run_in_qt: RunInQt, desktop: Desktop) -> None:
    opened, shown = click(run_in_qt, "mailto:me@example.org", "me@example.org", YES)
    assert (opened, desktop.opened) == (True, ["mailto:me@example.org"])
    assert "Write a mail to me@example.org?" in shown


@pytest.mark.parametrize("address", ["src/main.py", "file:///etc/passwd", "http://user@host/"])
def test_what_no_browser_opens_can_be_copied(
    run_in_qt: RunInQt, desktop: Desktop, address: str
) -> None:
    opened, shown = click(run_in_qt, address, "main", YES)
    assert (opened, desktop.opened) == (False, [])
    assert address in shown
    assert QGuiApplication.clipboard().text() == address
