"""How an exchange went, in the person's language and as calmly as it deserves."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from chatapp.domain.errors import BrokenReply
from chatapp.domain.exchanges import STOPPED, Exchange, ExchangeId, Moments
from chatapp.domain.failure_records import failure_record
from chatapp.domain.text import Text
from chatapp.ui.inspector.wording import empty_words, ending_words, problem_words

DONE = Exchange(
    ExchangeId("e"), status=200, response_size=9, moments=Moments(1, None, 2, 3, 4, 2_000)
)
BROKEN = BrokenReply(
    Text("Test", "It broke after {count} bytes.", {"count": 9}), hint=Text("Test", "Try again.")
)


class Shouting(QTranslator):
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del disambiguation, n
        return source.upper().replace("{COUNT}", "{count}") if context == "Test" else ""


@pytest.fixture
def other_language(qapp: QApplication) -> Iterator[None]:
    translator = Shouting(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_failure_is_told_in_the_language_of_the_window(other_language: None) -> None:
    del other_language
    failed = replace(DONE, error=str(BROKEN.message), failure=failure_record(BROKEN))
    assert ending_words(failed) == ("IT BROKE AFTER 9 BYTES. TRY AGAIN.", "problem")


def test_a_failure_recorded_by_an_older_version_is_told_as_it_was_kept() -> None:
    assert problem_words(replace(DONE, error="It broke.")) == "It broke."


def test_what_the_person_stopped_is_no_problem() -> None:
    words, role = ending_words(replace(DONE, error=STOPPED))
    assert words.startswith("Stopped by you · first byte after 4.0 ms · ended after 2.00 s")
    assert role == "muted"
    assert not replace(DONE, error=STOPPED).failed


def test_what_went_well_tells_its_times_and_unreadable_events_stand_out() -> None:
    assert ending_words(DONE)[1] == "muted"
    words, role = ending_words(replace(DONE, bad_events=3, resolution_ms=16))
    assert words.startswith("events passed over, because they are no JSON: 3")
    assert "times to within 16 ms" in words
    assert role == "note"


@pytest.mark.parametrize(
    ("exchange", "words"),
    [
        (replace(DONE, kept=False), "dropped"),
        (replace(DONE, moments=Moments()), "Nothing has come yet"),
        (replace(DONE, status=0), "sent nothing"),
        (replace(DONE, response_size=0), "is empty"),
        (
            replace(DONE, response_size=0, response_headers=(("Content-Encoding", "br"),)),
            "compressed, and was not read",
        ),
    ],
)
def test_an_empty_body_says_why_it_is_empty(exchange: Exchange, words: str) -> None:
    assert words in empty_words(exchange)
