"""Costs and what was paid for, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from chatapp.domain.usage import Purpose, UsageRow


def cost_words(cost: float | None, *, is_partial: bool = False) -> str:
    """Return a cost as people read it; what has no price is not counted, and that is said."""
    if cost is None:
        return "–"
    digits = 2 if cost >= 1 else 4 if cost >= 0.001 or not cost else 6
    words = QLocale().toString(float(cost), "f", digits)
    return f"≥ {words}" if is_partial else words


def purpose_name(purpose: str) -> str:
    """Return what requests of a purpose are called together."""
    tr = QCoreApplication.translate
    return {
        Purpose.ANSWER.value: tr("Usage", "Answers"),
        Purpose.TITLE.value: tr("Usage", "Titles"),
        Purpose.SWEEP.value: tr("Usage", "Sweeps"),
        Purpose.TRIAL.value: tr("Usage", "Trials of endpoints"),
    }.get(purpose, purpose)


def conversation_words(rows: Sequence[UsageRow]) -> str:
    """Return what a conversation has used so far, one purpose a line; empty for nothing."""
    tr, number = QCoreApplication.translate, QLocale().toString
    lines = []
    for row in rows:
        line = tr("Usage", "{purpose}: {count} tokens").format(
            purpose=purpose_name(row.key), count=number(row.tokens.total)
        )
        if row.cost is not None:
            cost = cost_words(row.cost, is_partial=row.is_partial)
            line = tr("Usage", "{what}, cost {cost}").format(what=line, cost=cost)
        lines.append(line)
    if not lines:
        return ""
    return "\n".join((tr("Usage", "This conversation so far"), *lines))


def conversation_cost(rows: Sequence[UsageRow]) -> str:
    """Return what a conversation has cost so far, as far as that is known; else empty."""
    known = [row.cost for row in rows if row.cost is not None]
    if not known:
        return ""
    is_partial = any(row.is_partial for row in rows)
    words = QCoreApplication.translate("Usage", "cost {cost}")
    return words.format(cost=cost_words(sum(known), is_partial=is_partial))
