"""The names of the groups in the list: today, yesterday, a month, a year."""

from PySide6.QtCore import QCoreApplication, QLocale

from chatapp.domain.library import DateGroup, Period


def period_label(group: DateGroup) -> str:
    """Return what stands above a group of conversations."""
    tr = QCoreApplication.translate
    match group.period:
        case Period.PINNED:
            return tr("Sidebar", "Pinned")
        case Period.TODAY:
            return tr("Sidebar", "Today")
        case Period.YESTERDAY:
            return tr("Sidebar", "Yesterday")
        case Period.WEEK:
            return tr("Sidebar", "Last 7 days")
        case Period.MONTH:
            return tr("Sidebar", "Last 30 days")
        case Period.A_MONTH:
            return QLocale().standaloneMonthName(group.month)
        case Period.A_YEAR:
            return str(group.year)
