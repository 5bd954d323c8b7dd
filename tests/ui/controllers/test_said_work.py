"""What fails in words is said in words; a bug goes on to the one place for bugs."""

import pytest
from pytestqt.qtbot import QtBot

from chatapp.domain.errors import InvalidRequest
from chatapp.domain.text import text
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.said_work import SaidWork
from chatapp.ui.status_line import StatusLine
from chatapp.ui.translation import failure_words, in_one_line
from tests.conftest import RunInQt
from tests.support.waiting import until

FULL = InvalidRequest(text("Failure", "It is full."), hint=text("Failure", "Make room."))


def test_a_failure_is_said_with_what_to_do(run_in_qt: RunInQt, qtbot: QtBot) -> None:
    line, bugs = StatusLine(), list[BaseException]()
    qtbot.addWidget(line)

    async def fail(error: Exception) -> None:
        raise error

    async def work() -> None:
        tasks = TaskScope("test", bugs.append)
        said = SaidWork(tasks, line)
        said.start(fail(FULL), "full")
        await until(lambda: line.words == "It is full. Make room.")
        assert (line.role, bugs) == ("problem", [])
        said.start(fail(KeyError("bug")), "bug")
        await until(lambda: len(bugs) == 1)
        await tasks.close()

    run_in_qt(work())


@pytest.mark.usefixtures("qapp")
def test_the_words_of_a_failure_without_advice_end_with_what_happened() -> None:
    assert failure_words(InvalidRequest(text("Failure", "It is full."))) == "It is full."


def test_what_a_server_said_without_a_full_stop_gets_one_in_a_line() -> None:
    assert in_one_line(["Rate limit reached", "Wait."]) == "Rate limit reached. Wait."
    assert in_one_line(["Really?", "", "Yes"]) == "Really? Yes"
    assert in_one_line(["上限です", "待つ。"]) == "上限です。 待つ。"
    assert in_one_line([]) == ""
