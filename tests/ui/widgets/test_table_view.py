import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.sort_filter import SortFilter
from ui.widgets.table_model import Column, TableModel
from ui.widgets.table_view import TableView

Flag = QItemSelectionModel.SelectionFlag
ROWS = [["张三", "白班", "1"], ["李四", "夜班", "2"], ["王五", "白班", "3"]]


@pytest.fixture
def rows():
    return [list(row) for row in ROWS]


@pytest.fixture
def view(qtbot, rows):
    def take(edits):
        for edit in edits:
            edit.row[int(edit.column)] = edit.text
        batches.append(len(edits))

    batches = []
    columns = [Column(str(at), f"C{at}", lambda row, at=at: row[at], editable=at != 2) for at in range(3)]
    model = TableModel(columns, key=id, edited=take)
    model.set_rows(rows)
    proxy = SortFilter()
    proxy.setSourceModel(model)
    made = TableView("people")
    made.setModel(proxy)
    made.batches = batches
    made.parts = (model, proxy)
    qtbot.addWidget(made)
    made.show()
    return made


def select(view, top, left, bottom, right):
    block = QItemSelection(view.model().index(top, left), view.model().index(bottom, right))
    view.setCurrentIndex(view.model().index(top, left))
    view.selectionModel().select(block, Flag.ClearAndSelect)


def clipboard():
    return QGuiApplication.clipboard().text()


def press(qtbot, view, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(view, key, modifier)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_copy_gives_the_block_to_excel(qtbot, view):
    select(view, 0, 0, 1, 1)
    press(qtbot, view, Qt.Key.Key_C, CTRL)
    assert clipboard() == "张三\t白班\r\n李四\t夜班"


def test_copy_of_single_cells_keeps_their_places(view):
    for row, column in ((0, 0), (1, 2)):
        view.selectionModel().select(
            view.model().index(row, column), QItemSelectionModel.SelectionFlag.Select
        )
    view.copy()
    assert clipboard() == "张三\t\t\r\n\t\t2"


def test_a_pasted_block_is_one_edit_and_leaves_out_what_sticks_out_or_is_locked(qtbot, view, rows):
    QGuiApplication.clipboard().setText("甲\t乙\t丙\r\n丁\t戊\t己\r\n庚\t辛\t壬\r\n")
    select(view, 1, 0, 1, 0)
    press(qtbot, view, Qt.Key.Key_V, CTRL)
    assert rows == [["张三", "白班", "1"], ["甲", "乙", "2"], ["丁", "戊", "3"]]
    assert view.batches == [4]


def test_a_single_text_fills_the_selection(view, rows):
    QGuiApplication.clipboard().setText("白班")
    select(view, 0, 1, 2, 1)
    view.paste()
    assert [row[1] for row in rows] == ["白班"] * 3
    assert view.batches == [1]


def test_pasting_nothing_does_nothing(view, rows):
    QGuiApplication.clipboard().setText("")
    select(view, 0, 0, 0, 0)
    view.paste()
    assert (rows, view.batches) == (ROWS, [])


def test_delete_empties_the_selection_but_not_what_is_locked(qtbot, view, rows):
    select(view, 0, 1, 1, 2)
    press(qtbot, view, Qt.Key.Key_Delete)
    assert rows == [["张三", "", "1"], ["李四", "", "2"], ["王五", "白班", "3"]]


def test_cut_copies_and_empties(view, rows):
    select(view, 0, 0, 0, 0)
    view.cut()
    assert (clipboard(), rows[0][0]) == ("张三", "")


@pytest.mark.parametrize("block", [(0, 1, 2, 1), (1, 1, 1, 1)])
def test_fill_down_repeats_the_first_line_or_the_one_above(qtbot, view, rows, block):
    select(view, *block)
    press(qtbot, view, Qt.Key.Key_D, CTRL)
    assert rows[1][1] == "白班"


def test_sorted_rows_are_edited_where_they_stand(view, rows):
    view.parts[1].sort(2, Qt.SortOrder.DescendingOrder)
    QGuiApplication.clipboard().setText("甲")
    select(view, 0, 0, 0, 0)
    view.paste()
    assert rows[2][0] == "甲"


def test_enter_goes_down_and_tab_goes_right(qtbot, view):
    view.go_to(0, 0)
    press(qtbot, view, Qt.Key.Key_Return)
    press(qtbot, view, Qt.Key.Key_Tab)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 1)


def test_typing_replaces_and_enter_commits_and_goes_down(qtbot, view, rows):
    view.go_to(0, 0)
    qtbot.keyClicks(view, "x")
    editor = view.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "y")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.currentIndex().row() == 1)
    assert rows[0][0] == "xy"


def test_f2_edits_what_is_there(qtbot, view):
    view.go_to(1, 0)
    press(qtbot, view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    assert editor.text() == "李四"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_find_is_asked_for(qtbot, view):
    with qtbot.waitSignal(view.find_wanted, timeout=0):
        press(qtbot, view, Qt.Key.Key_F, CTRL)


@pytest.fixture
def between(qtbot, view):
    """The table between two lines."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    for each in (QLineEdit("before"), view, QLineEdit("after")):
        column.addWidget(each)
    qtbot.addWidget(whole)
    whole.show()
    whole.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return whole


def has_keyboard(between):
    there = between.focusWidget()
    return there.text() if isinstance(there, QLineEdit) else "table"


@pytest.mark.parametrize(
    ("cell", "key", "held", "then"),
    [
        ((0, 0), Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "table"),
        ((1, 1), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, "table"),
        ((2, 2), Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "after"),
        ((0, 0), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, "before"),
        ((1, 1), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier, "after"),
        (
            (1, 1),
            Qt.Key.Key_Backtab,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
            "before",
        ),
    ],
)
def test_tab_goes_from_cell_to_cell_and_out_at_the_ends(qtbot, between, view, cell, key, held, then):
    view.setCurrentIndex(view.model().index(*cell))
    qtbot.keyClick(view, key, held)
    assert has_keyboard(between) == then
