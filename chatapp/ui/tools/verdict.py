"""What a schema says of a value, in a few plain lines."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from chatapp.domain.json_schema import Verdict
from chatapp.ui.translation import translated
from chatapp.ui.widgets.stacking_row import WrappedLabel

MOST_LINES = 6


def verdict_words(verdict: Verdict) -> str:
    """Return each violation with its place, one a line, and what was not checked."""
    lines = [f"{v.path}: {translated(v.words)}" for v in verdict.violations[:MOST_LINES]]
    left = len(verdict.violations) - MOST_LINES
    if left > 0:
        lines.append(QCoreApplication.translate("Tools", "and {count} more").format(count=left))
    lines += [translated(words) for words in verdict.unchecked]
    return "\n".join(lines)


class VerdictLabel(WrappedLabel):
    """Quiet when all is well, in the colour of a problem when not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_verdict(self, verdict: Verdict, praise: str) -> None:
        """Show a verdict; ``praise`` is said when there is nothing else to say."""
        role = "problem" if not verdict.fits else "note" if verdict.unchecked else "muted"
        self.show_words(verdict_words(verdict) or praise, role)

    def show_words(self, words: str, role: str = "muted") -> None:
        """Show other words."""
        self.setText(words)
        self.setAccessibleName(words)
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().polish(self)
        self.setVisible(bool(words))
