"""All that was learned of a model is listed, and can be forgotten."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.attachments import AttachmentKind
from chatapp.domain.endpoints import ReasoningPolicy
from chatapp.domain.sampling.reported import Reported
from chatapp.ui.parameters.learned import LearnedSection
from chatapp.wire.adaptations import Learned


@pytest.fixture
def section(qtbot: QtBot) -> Iterator[LearnedSection]:
    window = QWidget()
    qtbot.addWidget(window)
    section = LearnedSection(window)
    yield section
    section.deleteLater()


def words(section: LearnedSection) -> str:
    return "\n".join(label.text() for label in section.findChildren(QLabel))


def test_nothing_is_shown_of_a_model_that_taught_nothing(section: LearnedSection) -> None:
    section.show_learned(Learned())
    assert section.isHidden()


@pytest.mark.parametrize(
    ("learned", "said"),
    [
        (Learned(refused=("seed",)), "seed: refused, still sent"),
        (Learned().leaving_out("seed"), "seed: refused, left out"),
        (Learned(token_limit="max_tokens"), "max_completion_tokens: sent under"),
        (Learned(without_usage=True), "stream_options.include_usage: refused"),
        (Learned(reasoning=ReasoningPolicy.NEVER), "never sent back"),
        (Learned(reasoning=ReasoningPolicy.ALWAYS), "always sent back"),
        (Learned(without_media=frozenset({AttachmentKind.IMAGE})), "Pictures: refused"),
        (Learned(without_media=frozenset({AttachmentKind.AUDIO})), "Sounds: refused"),
        (Learned(most_candidates=5), "top_logprobs: 5 at most"),
        (Learned(reported=Reported.AFTER), "after the temperature"),
    ],
)
def test_each_thing_that_is_known_has_a_line(
    section: LearnedSection, learned: Learned, said: str
) -> None:
    section.show_learned(learned)
    assert not section.isHidden()
    assert said in words(section)


def test_all_of_it_can_be_forgotten(section: LearnedSection, qtbot: QtBot) -> None:
    section.show_learned(Learned(refused=("seed",)))
    forget = section.findChild(QPushButton, "forgetLearned")
    assert isinstance(forget, QPushButton)
    with qtbot.waitSignal(section.forget_requested):
        forget.click()
