"""The list model: order at once, rows when they are looked at, one change at a time."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from chatapp.domain.library import ListOrder, ListQuery, ListRow, Place, Sort
from chatapp.domain.messages import ConversationId
from chatapp.qtmodels.conversation_list import (
    AROUND,
    KEPT_ROWS,
    MIME_TYPE,
    ConversationListModel,
    ConversationRole,
    Snippet,
)

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def row(name: str, moment: float, **more: object) -> ListRow:
    made = ListRow(ConversationId(name), f"Title {name}", moment, moment)
    return replace(made, **more)  # type: ignore[arg-type]


ROWS = [row("a", 40), row("b", 30), row("c", 20), row("d", 10)]


def order_of(rows: list[ListRow]) -> ListOrder:
    pinned = sum(r.pinned for r in rows)
    return ListOrder([r.id for r in rows], [r.updated_at for r in rows], pinned)


@pytest.fixture
def model(qtbot: QtBot) -> ConversationListModel:
    made = ConversationListModel()
    QAbstractItemModelTester(made, FATAL, made)
    made.show(order_of(ROWS), ROWS)
    return made


def shown(model: ConversationListModel) -> str:
    return "".join(model.index(at).data(ConversationRole.ID) for at in range(model.rowCount()))


def test_what_was_never_looked_at_is_asked_for_once_with_its_neighbours(qtbot: QtBot) -> None:
    model = ConversationListModel()
    rows = [row(f"{n:04}", 9000 - n) for n in range(5000)]
    model.show(order_of(rows))
    with qtbot.waitSignal(model.rows_wanted) as wanted:
        assert model.index(2000).data() == ""
        assert not model.index(2000).data(ConversationRole.IS_LOADED)
        assert model.index(2001).data() == ""
    asked = wanted.args[0]
    assert AROUND < len(asked) <= 2 * AROUND + 1
    with qtbot.assertNotEmitted(model.rows_wanted, wait=20):
        assert model.index(2000).data() == ""
    with qtbot.waitSignal(model.dataChanged):
        model.fill(rows[1990:2010])
    assert model.index(2000).data() == "Title 2000"


def test_only_so_many_rows_are_kept(qtbot: QtBot) -> None:
    model = ConversationListModel()
    rows = [row(f"{n:05}", 9000 - n) for n in range(KEPT_ROWS + 100)]
    model.show(order_of(rows), rows)
    assert model.known(rows[0].id) is None
    assert model.known(rows[-1].id) is not None
    model.give_up([rows[0].id])
    with qtbot.waitSignal(model.rows_wanted):
        model.index(0).data()


def test_a_changed_conversation_comes_to_the_top_and_keeps_its_selection(
    model: ConversationListModel,
) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(model.index(2))
    model.place(row("c", 50))
    assert shown(model) == "cabd"
    assert kept.row() == 0


def test_a_new_one_is_put_in_and_one_that_left_is_taken_out(model: ConversationListModel) -> None:
    model.place(row("n", 25))
    assert shown(model) == "abncd"
    model.place(row("b", 30, archived=True))
    assert shown(model) == "ancd"
    model.place(row("x", 99, deleted_at=1.0))
    assert shown(model) == "ancd"


def test_pinning_moves_to_the_top_part_and_back(model: ConversationListModel) -> None:
    model.place(row("c", 20, pinned=True))
    assert shown(model) == "cabd"
    model.place(row("a", 40, pinned=True))
    assert shown(model) == "acbd"
    assert next(words for _, words in model.groups()) == "Pinned"
    model.place(row("c", 20))
    assert shown(model) == "abcd"
    model.place(row("a", 40))
    assert next(first for first, _ in model.groups()) == 0
    assert "Pinned" not in [words for _, words in model.groups()]


def test_a_change_that_moves_nothing_is_one_signal(
    model: ConversationListModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.place(row("b", 30, title="Other"))
    assert changed.args[0].row() == 1
    assert model.index(1).data() == "Other"
    with qtbot.assertNotEmitted(model.dataChanged):
        model.place(row("b", 30, title="Other"))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 99), st.booleans()), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_run_of_changes_leaves_the_list_in_order(
    changes: list[tuple[int, int, bool]],
) -> None:
    model = ConversationListModel()
    QAbstractItemModelTester(model, FATAL, model)
    for name, moment, pinned in changes:
        model.place(row(f"r{name}", moment, pinned=pinned))
    keys = []
    for at in range(model.rowCount()):
        own_id = model.id_at(at)
        assert own_id is not None
        known = model.known(own_id)
        assert known is not None
        keys.append((not known.pinned, -known.updated_at))
    assert keys == sorted(keys)


def test_a_search_has_its_own_groups_and_words(model: ConversationListModel) -> None:
    order = ListOrder([ROWS[3].id, ROWS[0].id], [0.0, 0.0])
    model.show(order, (), {ROWS[0].id: Snippet("some words", 3)}, [(0, "In titles"), (1, "In")])
    assert model.is_search
    assert shown(model) == "da"
    assert model.groups() == [(0, "In titles"), (1, "In")]
    assert model.index(1).data(ConversationRole.SNIPPET) == "some words"
    assert model.index(1).data(ConversationRole.HIT_COUNT) == 3
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Title a, some words"
    model.place(row("c", 99))
    assert shown(model) == "da"
    model.show(order_of(ROWS), ROWS)
    assert not model.is_search


def test_marks_are_said_in_words(model: ConversationListModel) -> None:
    model.place(row("a", 40, unread=True, pinned=True, tags=("work",)))
    model.mark(ROWS[0].id, answering=True)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Title a, answering, new answer, pinned, work"
    assert model.index(0).data(ConversationRole.ANSWERING)


def test_sorted_by_title_nothing_moves_by_itself(qtbot: QtBot) -> None:
    model = ConversationListModel()
    model.query = ListQuery(sort=Sort.TITLE)
    model.show(order_of(ROWS), ROWS)
    model.place(row("d", 99))
    assert shown(model) == "abcd"
    assert model.groups() == []


def test_the_bin_is_ordered_by_when_things_were_deleted(qtbot: QtBot) -> None:
    model = ConversationListModel()
    model.query = ListQuery(Place.BIN)
    model.place(row("a", 1, deleted_at=5.0))
    model.place(row("b", 9, deleted_at=3.0))
    assert shown(model) == "ab"


def test_dragged_rows_carry_their_ids(model: ConversationListModel) -> None:
    data = model.mimeData([model.index(1), model.index(2)])
    assert bytes(data.data(MIME_TYPE).data()) == b"b\nc"
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDragEnabled
