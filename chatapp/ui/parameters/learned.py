"""What the model in use has taught us, in one place: to be seen, and to be forgotten."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from chatapp.domain.endpoints import ReasoningPolicy
from chatapp.domain.parameter_layers import Limit, Limits
from chatapp.ui.widgets.section import Section


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

    def show_learned(self, limits: Limits, reasoning: ReasoningPolicy | None) -> None:
        """Show what is known of single fields, and of sending reasoning back."""
        lines = [_line(name, limit) for name, limit in limits.items()]
        lines.extend(_reasoning_line(reasoning))
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
