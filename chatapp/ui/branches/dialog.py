"""The window of the branch map: stays open beside the conversation."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from chatapp.qtmodels.branch_list import BranchListModel
from chatapp.ui.branches.deleted_section import DeletedSection
from chatapp.ui.branches.map_view import BranchMapView
from chatapp.ui.fonts import open_at

FIRST_SIZE = (460, 420)


class BranchDialog(QDialog):
    """The map and a line of words about it."""

    def __init__(self, model: BranchListModel, parent: QWidget) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setObjectName("branchDialog")
        self.setWindowTitle(tr("Branches", "Branches"))
        self.map = BranchMapView(model, self)
        self.map.setAccessibleName(tr("Branches", "Branches of this conversation"))
        words = tr(
            "Branches",
            "Each line is a stretch of messages. Editing or regenerating begins a new branch; "
            "click one to show it.",
        )
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setContentsMargins(8, 4, 8, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(label)
        layout.addWidget(self.map, 1)
        self.deleted = DeletedSection(self)
        layout.addWidget(self.deleted)
        open_at(self, *FIRST_SIZE)
