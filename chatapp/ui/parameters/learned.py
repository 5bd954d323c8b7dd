"""What the model in use has taught us, in one place: to be seen, and to be forgotten."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from chatapp.domain.attachments import AttachmentKind
from chatapp.domain.endpoints import ReasoningPolicy
from chatapp.domain.parameter_layers import Limit
from chatapp.domain.sampling.reported import Reported
from chatapp.ui.widgets.section import Section
from chatapp.wire.adaptations import Learned


class LearnedSection(Section):
    """Shown only while there is something to say."""

    forget_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        tr = QCoreApplication.translate
        super().__init__(tr("ParameterPanel", "Learned about this model"), parent)
        self.setObjectName("learnedLimits")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "muted")
        self.column.addWidget(self._words)
        forget = QPushButton(tr("ParameterPanel", "Forget all of it"), self)
        forget.setObjectName("forgetLearned")
        forget.setProperty("variant", "link")
        forget.clicked.connect(self.forget_requested)
        self.column.addWidget(forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_learned(self, learned: Learned) -> None:
        """Show what is known: of single fields, of media, of reasoning and of probabilities."""
        lines = [_line(name, limit) for name, limit in learned.limits().items()]
        lines.extend(_media_line(kind) for kind in sorted(learned.without_media))
        lines.extend(_reasoning_line(learned.reasoning))
        lines.extend(_probability_lines(learned))
        self._words.setText("\n".join(lines))
        self.setVisible(bool(lines))


def _line(name: str, limit: Limit) -> str:
    tr = QCoreApplication.translate
    words = {
        Limit.REFUSED: tr("ParameterPanel", "{field}: refused, still sent when set"),
        Limit.LEFT_OUT: tr("ParameterPanel", "{field}: refused, left out"),
        Limit.RENAMED: tr("ParameterPanel", "{field}: sent under its other name"),
    }
    return words[limit].format(field=name)


def _reasoning_line(policy: ReasoningPolicy | None) -> Sequence[str]:
    tr = QCoreApplication.translate
    words = {
        ReasoningPolicy.ALWAYS: tr("ParameterPanel", "Reasoning: always sent back"),
        ReasoningPolicy.NEVER: tr("ParameterPanel", "Reasoning: never sent back"),
        ReasoningPolicy.TOOL_TURNS: tr("ParameterPanel", "Reasoning: sent back with tool calls"),
    }
    return [words[policy]] if policy is not None else []


def _media_line(kind: AttachmentKind) -> str:
    tr = QCoreApplication.translate
    words = {
        AttachmentKind.IMAGE: tr("ParameterPanel", "Pictures: refused, left out"),
        AttachmentKind.AUDIO: tr("ParameterPanel", "Sounds: refused, left out"),
        AttachmentKind.TEXT: tr("ParameterPanel", "Files: refused, left out"),
    }
    return words[kind]


def _probability_lines(learned: Learned) -> Iterator[str]:
    tr = QCoreApplication.translate
    if learned.most_candidates is not None:
        words = tr("ParameterPanel", "top_logprobs: {count} at most")
        yield words.format(count=learned.most_candidates)
    measured = {
        Reported.BEFORE: tr("ParameterPanel", "Probabilities: the model's own"),
        Reported.AFTER: tr("ParameterPanel", "Probabilities: after the temperature"),
        Reported.NEITHER: tr("ParameterPanel", "Probabilities: of an unknown kind"),
    }
    if learned.reported is not None:
        yield measured[learned.reported]
