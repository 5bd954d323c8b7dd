"""The places as a Qt list: what is there, and what can be dropped onto them."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from chatapp.domain.conversation import FolderId
from chatapp.domain.library import Folder, ListQuery, Place, PlaceCounts
from chatapp.qtmodels.conversation_list import MIME_TYPE
from chatapp.qtmodels.places import PlaceListModel, PlaceRole

FOLDERS = [Folder(FolderId("f"), "Work"), Folder(FolderId("g"), "Home", 1)]
COUNTS = PlaceCounts(1, 0, {"f": 1200}, {"code": 3})


@pytest.fixture
def model(qtbot: QtBot) -> PlaceListModel:
    made = PlaceListModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show(FOLDERS, COUNTS, ListQuery())
    return made


def names(model: PlaceListModel) -> list[str]:
    return [model.index(at).data() for at in range(model.rowCount())]


def dropped(ids: bytes) -> QMimeData:
    data = QMimeData()
    data.setData(MIME_TYPE, ids)
    return data


def test_only_places_with_something_in_them_are_there(model: PlaceListModel) -> None:
    assert names(model) == ["All conversations", "Work", "Home", "#code", "Archive"]
    model.show([], PlaceCounts(), ListQuery())
    assert names(model) == ["All conversations"]


def test_the_place_that_is_shown_stays_when_it_is_empty(model: PlaceListModel) -> None:
    model.show([], PlaceCounts(), ListQuery(Place.BIN))
    assert names(model) == ["All conversations", "Bin"]
    model.show([], PlaceCounts(), ListQuery(Place.TAG, "gone"))
    assert names(model) == ["All conversations", "#gone"]
    assert model.row_of(ListQuery(Place.TAG, "gone")) == 1


def test_only_numbers_that_changed_do_not_move_anything(
    model: PlaceListModel, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(FOLDERS, PlaceCounts(2, 0, {"f": 7}, {"code": 3}), ListQuery())
    assert model.index(1).data(PlaceRole.COUNT) == 7
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Work, 7"


def test_conversations_are_dropped_onto_a_place_not_between_two(
    model: PlaceListModel, qtbot: QtBot
) -> None:
    copy = Qt.DropAction.CopyAction
    with qtbot.waitSignal(model.dropped) as signal:
        assert model.dropMimeData(dropped(b"a\nb"), copy, -1, -1, model.index(1))
    assert signal.args[0] == ["a", "b"]
    assert signal.args[1].key == "f"
    assert not model.dropMimeData(dropped(b"a"), copy, 0, 0, QModelIndex())
    assert not model.dropMimeData(QMimeData(), copy, -1, -1, model.index(1))


def test_folders_can_be_renamed_in_place_and_nothing_else(
    model: PlaceListModel, qtbot: QtBot
) -> None:
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEditable
    with qtbot.waitSignal(model.name_edited) as signal:
        assert model.setData(model.index(1), "Job")
    assert signal.args == ["f", "Job"]
    assert not model.setData(model.index(1), "  ")
