from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from ui.widgets.sort_filter import SortFilter
from ui.widgets.table_model import INK_ROLE, RIGHT, ROW_ROLE, Column, Edit, TableModel


@dataclass(frozen=True)
class Tree:
    name: str
    age: int


OAK, ELM, ASH = Tree("oak", 100), Tree("elm", 20), Tree("ash", 3)
FIR = Tree("fir", 1)


@pytest.fixture
def edits():
    return []


@pytest.fixture
def model(qapp, qtmodeltester, edits):
    made = TableModel(
        [
            Column("name", "Name", lambda tree: tree.name, editable=True),
            Column(
                "age",
                "Age",
                lambda tree: str(tree.age),
                lambda tree: tree.age,
                align=RIGHT,
                ink=lambda tree: "dim" if tree.age > 50 else "",
            ),
        ],
        key=lambda tree: tree.name,
        edited=edits.extend,
    )
    made.set_rows([OAK, ELM, ASH])
    yield made
    qtmodeltester.check(made)


def shown(model):
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_row_shows_its_columns(model):
    assert shown(model) == [["oak", "100"], ["elm", "20"], ["ash", "3"]]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Age"
    assert model.index(0, 1).data(ROW_ROLE) is OAK
    assert model.index(0, 1).data(INK_ROLE) == "dim"


def test_a_changed_row_is_repainted_and_nothing_else(model, qtbot):
    older = replace(ELM, age=21)
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.waitSignal(model.dataChanged, timeout=0) as repainted,
    ):
        model.set_rows([OAK, older, ASH])
    first, last, *_ = repainted.args
    assert (first.row(), first.column(), last.row(), last.column()) == (1, 0, 1, 1)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [ELM],
        [OAK, ASH],
        [Tree("fir", 1), OAK, ELM, Tree("yew", 9), ASH],
        [Tree("fir", 1)],
        [ASH, OAK, ELM],
    ],
)
def test_any_rows_may_follow_any_rows(model, rows):
    model.set_rows(rows)
    assert model.rows() == tuple(rows)


def test_what_stays_keeps_its_selection(model):
    selection = QItemSelectionModel(model)
    selection.select(model.index(2, 0), QItemSelectionModel.SelectionFlag.Select)
    model.set_rows([FIR, ELM, replace(ASH, age=4)])
    assert [index.row() for index in selection.selectedIndexes()] == [2]


def test_an_edit_is_handed_on_and_changes_nothing_by_itself(model, edits):
    assert model.setData(model.index(1, 0), "birch")
    assert edits == [Edit(ELM, "name", "birch")]
    assert shown(model)[1] == ["elm", "20"]


def test_the_same_text_is_no_edit(model, edits):
    assert not model.setData(model.index(1, 0), "elm")
    assert edits == []


def test_only_declared_columns_may_be_edited(model):
    editable = [bool(model.index(0, at).flags() & Qt.ItemFlag.ItemIsEditable) for at in (0, 1)]
    assert editable == [True, False]


def test_rows_are_sorted_by_their_values_not_by_their_texts(model, qtmodeltester):
    proxy = SortFilter()
    proxy.setSourceModel(model)
    proxy.sort(1)
    assert [row[1] for row in shown(proxy)] == ["3", "20", "100"]
    qtmodeltester.check(proxy)


@pytest.mark.parametrize(
    ("typed", "left"),
    [("", ["oak", "elm", "ash"]), ("EL", ["elm"]), ("a 1", ["oak"]), ("tree", ["ash"]), ("x", [])],
)
def test_a_filter_wants_every_word_somewhere_in_the_row(model, typed, left):
    proxy = SortFilter(also=lambda tree: "tree of ash" if tree is ASH else "")
    proxy.setSourceModel(model)
    proxy.set_words(typed)
    assert [row[0] for row in shown(proxy)] == left
